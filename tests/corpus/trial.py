"""Tries one document: makes a project of it, its package, and calls each operation against the package's own stubs.

It runs in a process of its own, which may take too long or too much memory.
"""

import io
import json
import re
import resource
import subprocess
import sys
import time
import traceback
from collections import Counter
from operator import attrgetter
from pathlib import Path
from urllib.parse import unquote

from sdkwright import contract, pipeline
from sdkwright.errors import GeneratorError
from sdkwright.ir.counted_fields import count_fields
from sdkwright.project import MARK, Project
from sdkwright.report import Report
from sdkwright.tree.temporary import temporary
from tests.corpus import downstream

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
_ERRORS = 12
_FOLLOWING = 20


def try_document(path, *, make=pipeline.generate, follow=False, judge=True, types=False):
    """What comes of a document, as JSON knows it.

    Args:
        path: The document.
        make: Makes the package of a project; as `pipeline.generate`.
        follow: Whether what follows from the package is tried, too.
        judge: Whether another's validator judges the calls, and the fields of the document are counted.
        types: Whether mypy judges the package.
    """
    began = time.monotonic()
    found = {"bytes": path.stat().st_size, "operations": count(path.read_bytes())}
    with temporary("sdkwright-corpus-") as folder:
        project = lay(path, folder, downstream.SWITCHES if follow else "")
        try:
            make(project, Report(io.StringIO()), check_types=False)
        except GeneratorError as error:
            found |= {"outcome": "refused", "said": str(error)}
        except MemoryError:
            raise
        except Exception as error:  # noqa: BLE001 - whatever it is, it is a bug to count
            found |= {"outcome": "crashed", "said": last_line(error)}
        else:
            found |= called(project, found["operations"], follow=follow, judge=judge)
            if types:
                found["mypy"] = typed(project)
    return found | {"seconds": round(time.monotonic() - began, 1), **taken()}


def taken():
    """The processor's time and the most memory that this process and those that it ran have taken."""
    used = [resource.getrusage(whose) for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return {
        "cpu": round(sum(usage.ru_utime + usage.ru_stime for usage in used), 1),
        "megabytes": max(usage.ru_maxrss for usage in used) // 1024,
    }


def lay(path, folder, more=""):
    """A project of a document with the least configuration: the names of the package and of its client."""
    spec = folder / "spec"
    spec.mkdir()
    (spec / "upstream.json").write_bytes(path.read_bytes())
    words = re.findall(r"[a-z]+|[0-9]+", path.stem.lower())
    name, client = "api_" + "_".join(words)[:50], "Api" + "".join(word.capitalize() for word in words)[:50]
    (folder / MARK).write_text(f'[package]\nname = "{name}"\nclient = "{client}"\n{more}', encoding="utf-8")
    return Project(folder)


def count(data):
    """How many operations a document has, counted without the generator; None where it is no such document."""
    try:
        document = json.loads(data)
        items = [followed(item, document) for item in (document.get("paths") or {}).values() if isinstance(item, dict)]
        return sum(method in item for item in items for method in METHODS)
    except (ValueError, AttributeError):
        return None


def followed(item, document):
    """A path's item, or the one that it refers to."""
    if not isinstance(item.get("$ref"), str):
        return item
    found = document
    for step in unquote(item["$ref"]).removeprefix("#/").split("/"):
        found = found.get(step.replace("~1", "/").replace("~0", "~")) if isinstance(found, dict) else None
    return found if isinstance(found, dict) else item


def called(project, declared, *, follow=False, judge=True):
    """What comes of calling each operation of the package, and what that makes of the document."""
    try:
        package = contract.Package.of(project)
        outcomes = contract.call_all(package, contract.plain(package, ("required", "all") if judge else ("required",)))
        verdict = contract.judged(package, outcomes) if judge else None
        fields = count_fields(pipeline.corrected(project), package.api) if judge else None
    except GeneratorError as error:
        return {"outcome": "partial", "said": str(error), "written": len(pipeline.api_in_place(project).operations)}
    except Exception as error:  # noqa: BLE001 - as above
        return {"outcome": "crashed", "said": f"at the calls: {last_line(error)}"}
    # One that answers JSON or a stream has two methods.
    places = {operation.name: place(operation) for operation in package.api.operations}
    written = len({*places.values()})
    good = {mode: written - len({places[name] for name in failed(outcomes, mode)}) for mode in contract.MODES}
    errors = Counter(seen.error for seen in outcomes if seen.error)
    examples = {seen.error: f"{seen.operation} ({seen.mode}, {seen.way.given})" for seen in reversed(outcomes)}
    judged = of_judge(verdict, fields) if judge else {}
    reasons = [
        *errors,
        *judged.get("refused", ()),
        *([f"{len(fields.lost)} fields are lost"] if judge and fields.lost else ()),
        *([f"{written} operations are written"] if declared != written else ()),
    ]
    return {
        "outcome": "whole" if declared == written == good["sync"] == good["async"] and not reasons else "partial",
        "said": next(iter(reasons), ""),
        "written": written,
        "importable": importable(package),
        **good,
        **judged,
        **({"downstream": downstream.problems(package)[:_FOLLOWING]} if follow else {}),
        "errors": [[error, times, examples[error]] for error, times in errors.most_common(_ERRORS)],
    }


def place(operation):
    """What an operation of the document is told by, whatever methods it has."""
    return operation.method, operation.path


def failed(outcomes, mode):
    """The operations that a mode of calls fails for."""
    return {seen.operation for seen in outcomes if seen.mode == mode and seen.error}


def of_judge(verdict, fields):
    """What another's validator says, and how many fields are lost."""
    wrong = [finding for finding in verdict.findings if ", its " in finding]
    return {
        "judged": dict(verdict.judged),
        "unjudged": dict(verdict.unjudged),
        "refused_operations": len(verdict.refused),
        "refused": wrong[:_ERRORS],
        "fields": {"declared": fields.declared, "typed": fields.typed, "plain": fields.plain, "lost": len(fields.lost)},
        "lost": list(fields.lost[:_ERRORS]),
    }


def typed(project):
    """The errors that `mypy --strict` finds in a package, without its own summary."""
    command = [sys.executable, "-m", "mypy", "--strict", "--no-error-summary", "--hide-error-context", "--cache-dir"]
    with temporary("sdkwright-mypy-") as cache:
        done = subprocess.run(
            [*command, str(cache), "-p", project.name],
            cwd=project.generated,
            capture_output=True,
            text=True,
            check=False,
        )
    said = [line for line in (done.stdout + done.stderr).splitlines() if ": note: " not in line]
    return said if said or done.returncode == 0 else [f"status {done.returncode}"]


def importable(package):
    """How many operations both clients have every method for."""
    try:
        clients = (package.client(), package.async_client())
        missing = {
            place(one.operation) for one in package.methods if not all(_reached(client, one) for client in clients)
        }
        return len({place(one.operation) for one in package.methods} - missing)
    except Exception:  # noqa: BLE001 - the calls say why
        return 0


def _reached(client, method):
    """Whether a client has the method; resources below others are reached step by step."""
    try:
        return bool(attrgetter(f"{method.operation.resource}.{method.name}")(client))
    except AttributeError:
        return False


def last_line(error):
    """An exception as a traceback ends, with the place in our code where it arose."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if "sdkwright" in frame.filename]
    where = f"{Path(frames[-1].filename).name}:{frames[-1].lineno} in {frames[-1].name}" if frames else "?"
    return f"{''.join(traceback.format_exception_only(error)).strip().splitlines()[-1][:300]} ({where})"


def main(document, target, megabytes, *switches):
    """Try a document within a limit of memory, and write what came of it to a file."""
    limit = int(megabytes) * 1_000_000
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    try:
        found = try_document(
            Path(document),
            follow="--downstream" in switches,
            judge="--calls-only" not in switches,
            types="--types" in switches,
        )
    except MemoryError:
        found = {"outcome": "out of memory", "said": f"more than {megabytes} MB"}
    Path(target).write_text(json.dumps(found), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
