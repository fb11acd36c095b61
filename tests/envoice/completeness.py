"""Checks that a type checker knows the type of every public name of a package: `completeness.py FOLDER PACKAGE`.

`pyright --verifytypes` judges an importable package in the environment of the `python` that is first on the path.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

_TIMEOUT: Final = 600.0  # seconds


def incomplete(folder: Path, package: str) -> tuple[list[str], int]:
    """Return a line for each name whose type is not known, and the number of names that were judged.

    Args:
        folder: The folder that holds the package.
        package: The package's name.

    Raises:
        RuntimeError: pyright gave no answer about this package.
    """
    environment = os.environ | {
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")]),
        "PYTHONPATH": str(folder.resolve()),
        "PYRIGHT_PYTHON_IGNORE_WARNINGS": "1",
    }
    command = [sys.executable, "-m", "pyright", "--verifytypes", package, "--ignoreexternal", "--outputjson"]
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, encoding="utf-8", timeout=_TIMEOUT, check=False
    )
    try:
        answer: dict[str, Any] = json.loads(done.stdout)["typeCompleteness"]
        judged = Path(answer["packageRootDirectory"])
    except (ValueError, KeyError):
        text = " ".join((done.stdout + done.stderr).split())[:300]
        raise RuntimeError(f"pyright cannot judge {package} in {folder}: {text}") from None
    if judged.resolve() != (folder / package).resolve():
        raise RuntimeError(f"pyright has judged {judged}, which is not {folder / package}")
    symbols: list[dict[str, Any]] = answer["symbols"]
    if not any(symbol["isExported"] for symbol in symbols):
        raise RuntimeError(f"pyright finds no public name in {judged}; is py.typed there?")
    return [_line(symbol) for symbol in symbols if not symbol["isTypeKnown"]], len(symbols)


def _line(symbol: dict[str, Any]) -> str:
    reasons = {" ".join(diagnostic["message"].split()) for diagnostic in symbol["diagnostics"]}
    return f"{symbol['name']}: {'; '.join(sorted(reasons)) or 'uses one of these'}"


def main() -> int:
    """Judge the package that the arguments name."""
    folder, package = Path(sys.argv[1]), sys.argv[2]
    found, number = incomplete(folder, package)
    for line in found:
        print(line)
    print(f"{package}: of {number} names, {len(found)} have a type that is not known.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
