"""Judges a staged package before it replaces the old one: named judges in order, and the first that fails stops.

No judge runs anything of the package before those that read it have found that it only declares. Those that do run it
do so in other Pythons, which begin together, beside whatever is done meanwhile.
"""

import time
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

import attrs

from sdkwright.errors import GeneratorError
from sdkwright.ir import Api
from sdkwright.project import Project
from sdkwright.verify.agreement import judge as judge_agreement
from sdkwright.verify.decoding import begin as begin_decoding
from sdkwright.verify.elsewhere import Elsewhere, verdict_of
from sdkwright.verify.fields import judge as judge_fields
from sdkwright.verify.files import judge as judge_files
from sdkwright.verify.imports import begin as begin_imports
from sdkwright.verify.operations import judge as judge_operations
from sdkwright.verify.overrides import REMEDY, check_overrides, refuse_broken
from sdkwright.verify.overrides import judge as judge_overrides
from sdkwright.verify.safety import judge as judge_safety
from sdkwright.verify.signing import judge as judge_signing
from sdkwright.verify.staged import Staged, Verdict
from sdkwright.verify.types import judge as judge_types

__all__ = ["check_overrides", "refuse_broken", "verifying"]


@attrs.frozen
class _Judge:
    """One question to a staged tree, and what to do when the answer is no."""

    name: str
    judge: Callable[[Staged], Verdict | Elsewhere]
    remedy: str
    limit: int = 10
    runs: bool = False
    """Whether it runs the package, in another Python."""


_READERS = (
    _Judge(
        "files",
        judge_files,
        "Fix the template in sdkwright/emit/, or the name in the overlay, that wrote this.",
    ),
    _Judge(
        "safety",
        judge_safety,
        "A text of the spec was probably read as code: fix the template in sdkwright/emit/ that wrote it; if the "
        "construct is meant, allow it in sdkwright/verify/safety.py.",
    ),
)
"""Those that only read, and without which nothing may run."""
_JUDGES = (
    _Judge(
        "agreement",
        judge_agreement,
        "The models and the representation of the document disagree: fix the stage in sdkwright/emit/ that renamed or "
        "dropped it; another name in spec/names.toml may do until then.",
    ),
    _Judge(
        "fields",
        judge_fields,
        "No field is lost in silence: fix the stage in sdkwright/ir/ or sdkwright/emit/ that dropped it, or have the "
        "pass that does so tell it in the ledger.",
    ),
    _Judge(
        "operations",
        judge_operations,
        "Every operation of the spec needs its method: fix the operation in the overlay, or the template in "
        "sdkwright/emit/ that dropped it.",
    ),
    _Judge(
        "security",
        judge_signing,
        "Fix sdkwright/emit/security.py, which says how operations are signed, or declare what is lacking.",
    ),
    _Judge("overrides", judge_overrides, REMEDY),
    _Judge("imports", begin_imports, "Fix the override or template that this module came from.", runs=True),
    _Judge(
        "decoding",
        begin_decoding,
        "A schema has what its model cannot carry: fix sdkwright/emit/fields.py, or correct it with the overlay.",
        runs=True,
    ),
    _Judge("types", judge_types, "Fix the override, the template or the usage sample.", limit=20),
)


@contextmanager
def verifying(
    stage: Path,
    api: Api,
    *,
    project: Project,
    declared: Mapping[str, Collection[str]] | None = None,
    told: Collection[str] = (),
    check_types: bool = True,
    say: Callable[[str], None] = print,
) -> Iterator[Callable[[], None]]:
    """Begin to judge the package in a staging folder, overrides included; what is given is called to finish.

    What is done in the block is done beside the judges that run the package.

    Args:
        stage: The staging folder. A type checker's configuration is written next to the package in it.
        api: The API that the package was generated from.
        project: The checkout, for its overrides and its usage sample.
        declared: By the name of each schema, the fields that the normalised document declares; None for nothing.
        told: The places of which the ledger tells what became of them.
        check_types: Whether to run mypy and pyright, which take longer than all the rest.
        say: Takes one line for each judge that is content, once they are asked to finish.

    Raises:
        GeneratorError: A judge found problems: the first of them with file and line, and what to fix.
    """
    staged = Staged(root=stage, project=project, api=api, declared=declared or {}, told=told)
    lines = [_judged(judge, staged) for judge in _READERS]
    with ExitStack() as stack:
        begun: dict[str, Verdict | Elsewhere] = {}
        for judge in _JUDGES:
            if judge.runs:
                begun[judge.name] = answer = judge.judge(staged)
                if isinstance(answer, Elsewhere):
                    stack.callback(answer.stop)

        def finish() -> None:
            for line in lines:
                say(line)
            for judge in _JUDGES:
                if judge.name == "types" and not check_types:
                    say("types       not checked, as asked")
                else:
                    say(_judged(judge, staged, begun.get(judge.name)))

        yield finish


def _judged(judge: _Judge, staged: Staged, answer: Verdict | Elsewhere | None = None) -> str:
    """The line of a judge that is content; `answer` is what it has begun, if it has."""
    started = time.perf_counter()
    answer = judge.judge(staged) if answer is None else answer
    verdict = verdict_of(answer)
    if verdict.problems:
        raise GeneratorError(_sentence(judge, verdict))
    seconds = answer.seconds if isinstance(answer, Elsewhere) else time.perf_counter() - started
    return f"{judge.name:<11} {verdict.fact} ({seconds:.1f} s)"


def _sentence(judge: _Judge, verdict: Verdict) -> str:
    count = len(verdict.problems)
    head = f"the new tree failed verification ({judge.name}: {count} problem{'s' if count != 1 else ''}):"
    lines = [f"  {problem}" for problem in verdict.problems[: judge.limit]]
    more = [f"  and {count - judge.limit} more"] if count > judge.limit else []
    return "\n".join([head, *lines, *more, judge.remedy])
