"""Judges that msgspec reads and writes every model and union: its decoder lets examples pass unchanged.

msgspec looks at a class no sooner than it decodes one, and refuses some only then. What it does not know it drops in
silence, so that a class could read an object and keep nothing of it.
"""

import json
from typing import Final

from sdkwright.ir import Api
from sdkwright.verify.elsewhere import Elsewhere
from sdkwright.verify.examples import examples_of
from sdkwright.verify.staged import Problem, Staged, Verdict, shorten

_MODELS: Final = "models.py"
_CODEC: Final = "_json/codec.py"
_TIMEOUT: Final = 300.0  # seconds
# Runs in the other Python: argv is the staging folder and the package, stdin the examples, stdout one JSON object.
_SCRIPT: Final = """
import gc, importlib, json, sys
gc.disable()
from decimal import Decimal
stage, package = sys.argv[1:]
sys.path.insert(0, stage)
models, codec = (importlib.import_module(f"{package}.{name}") for name in ("models", "_json.codec"))
plain = lambda text: json.loads(text, parse_float=Decimal)
(examples, classes), failed = json.load(sys.stdin), {}
def judged(kind, text, is_model):
    value = codec.decode(text.encode(), kind)
    written, expected = plain(codec.encode(value)), plain(text)
    if written != expected:
        keys = expected if isinstance(expected, dict) and isinstance(written, dict) else ()
        lost = [key for key in keys if key not in written or written[key] != expected[key]]
        return f"loses {', '.join(map(repr, lost))}" if lost else "writes what it was not given"
    for names in ("wire", "python") if is_model else ():
        if kind.from_dict(value.to_dict(names=names, secrets=True), names=names) != value:
            return f"is another model behind to_dict and from_dict (names={names!r})"
for name, texts in examples.items():
    try:
        kind = getattr(models, name)
        codec._decoder(kind)
        for text in texts:
            if said := judged(kind, text, name in classes):
                failed[name] = said
    except BaseException as error:
        failed[name] = f"{type(error).__name__}: {getattr(error, 'path', '')} {error}"
json.dump(failed, sys.__stdout__)
"""


def begin(staged: Staged) -> Elsewhere | Verdict:
    """Begin to judge every model of the staged package by an example of it; a verdict where there is none."""
    examples = examples_of(staged.api)
    if not examples or _CODEC not in staged.modules:
        return Verdict([], "nothing to decode, or nothing to decode with")

    def read(failed: dict[str, str]) -> Verdict:
        return Verdict([_problem(staged, name, what) for name, what in failed.items()], _fact(staged.api, examples))

    return Elsewhere.begin(
        staged,
        _SCRIPT,
        staged.project.name,
        # A field that goes warns where it is read, and that is no fault of the package.
        options=["-W", "ignore::DeprecationWarning"],
        asked=json.dumps([examples, [*staged.api.models]]),
        what="decoding its models",
        timeout=_TIMEOUT,
        read=read,
    )


def _problem(staged: Staged, name: str, what: str) -> Problem:
    where = f"{staged.project.name}/{_MODELS}"
    return Problem(where, f"{name} does not carry an example of its schema: {shorten(what, 300)}")


def _fact(api: Api, examples: dict[str, list[str]]) -> str:
    endless = sum(not texts for texts in examples.values())
    unions = f", {len(api.aliases)} unions one of each member" if api.aliases else ""
    return f"{len(api.models)} models carry an example{unions}" + (
        f", but for {endless} that no object can be" if endless else ""
    )
