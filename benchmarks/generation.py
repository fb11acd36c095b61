"""Times our generation, type checkers apart, against the two stock generators one after the other on the same document.

All run as whole processes, in turn, in one go; the ratio of the medians is what counts. Usage: generation.py [ROUNDS]
"""

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SPEC = ROOT / "spec" / "upstream.json"
LIMIT = 2.0


def seconds(*commands: list[str]) -> float:
    """How long the commands take, one after the other."""
    started = time.perf_counter()
    for command in commands:
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return time.perf_counter() - started


def ours(folder: Path) -> float:
    """Our whole pipeline, from the pinned document to a verified tree, but for mypy and pyright."""
    return seconds([sys.executable, "-m", "sdkwright", "generate", "--skip-types", "--into", str(folder / "ours")])


def stock(folder: Path) -> float:
    """A client by openapi-python-client, then models by datamodel-code-generator, as they come."""
    scripts = Path(sys.executable).parent
    client = [scripts / "openapi-python-client", "generate", "--path", SPEC, "--output-path", folder / "client"]
    models = [scripts / "datamodel-codegen", "--input", SPEC, "--input-file-type", "openapi"]
    options = ["--output-model-type", "msgspec.Struct", "--output", folder / "models.py"]
    return seconds([str(part) for part in client], [str(part) for part in [*models, *options]])


def main() -> int:
    """Print both medians and their ratio; the exit status is 1 beyond the limit."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    times: dict[str, list[float]] = {"ours": [], "stock": []}
    for _ in range(rounds):
        for name, run in (("ours", ours), ("stock", stock)):
            with tempfile.TemporaryDirectory() as folder:
                times[name].append(run(Path(folder)))
    medians = {name: statistics.median(values) for name, values in times.items()}
    for name, values in times.items():
        spread = f"min {min(values):5.2f}   max {max(values):5.2f}"
        print(f"{name:<6} median {medians[name]:5.2f} s   {spread}   ({rounds} runs)")
    ratio = medians["ours"] / medians["stock"]
    print(f"ratio  {ratio:.2f} (limit {LIMIT})")
    return int(ratio > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
