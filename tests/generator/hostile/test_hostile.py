"""Hostile documents are refused in a sentence, or become what an honest document becomes, with other texts."""

import json
import shutil
import subprocess
import sys
from collections import Counter
from functools import cache
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import attrs
import pytest

from sdkwright.emit import model_modules
from sdkwright.emit import package as emit
from sdkwright.errors import GeneratorError
from tests.generator.hostile import corpus, judging
from tests.generator.hostile.conftest import KIND
from tests.generator.hostile.judging import PROJECT, Outcome
from tests.generator.hostile.payloads import MARK, TEXTS, VALUES
from tests.generator.hostile.positions import POSITIONS

# Thousands of documents go the same way, which the tests of each room cover; measured, it takes twice as long.
pytestmark = pytest.mark.no_cover

_SPOILT_CHUNKS = 16
# Imports each package in turn and evaluates every annotation in it, as msgspec and type checkers do. What is written by
# hand stands in no package here, and is compiled once for all.
_IMPORT = """
import functools, importlib, importlib.machinery, importlib.util, json, pathlib, sys, typing, msgspec

by_hand = json.loads(sys.argv[1])

class ByHand(importlib.machinery.SourceFileLoader):
    @functools.cache
    def get_code(self, name):
        return super().get_code(name)

by_hand = {name: (ByHand(name, path), path) for name, path in by_hand.items()}

class Finder:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] != "envoice":
            return None
        room = pathlib.Path(stage, *name.split("."))
        loader, place = by_hand.get(name, (None, room.with_suffix(".py")))
        if loader is None and room.is_dir():
            place = room / "__init__.py"
        if loader is None and not place.is_file():
            return None
        inner = [str(room)] if pathlib.Path(place).name == "__init__.py" else None
        return importlib.util.spec_from_file_location(name, place, loader=loader, submodule_search_locations=inner)

sys.meta_path.insert(0, Finder())
for stage in sys.argv[2:]:
    for name in ("models", "client", "_build", "resources.notes"):
        module = importlib.import_module(f"envoice.{name}")
        assert module.__file__.startswith(stage)
        for value in list(vars(module).values()):
            if isinstance(value, type) and value.__module__ == module.__name__:
                if issubclass(value, msgspec.Struct):
                    msgspec.json.Decoder(value)
                for function in vars(value).values():
                    if callable(function) and name != "client":
                        typing.get_type_hints(function)
    for name in [name for name in sys.modules if name.partition(".")[0] == "envoice"]:
        del sys.modules[name]
print("imported", len(sys.argv) - 2)
"""


@pytest.fixture
def some(request):
    """Two of every four documents, or all with `--full`. Which two, the number of their position or chunk says.

    So each payload is tried in half of the positions, and each position by half of the payloads.
    """
    if request.config.getoption("--full"):
        return lambda documents, _: list(documents)
    return lambda documents, number: [one for place, one in enumerate(documents) if (place // 2 + number) % 2]


@pytest.fixture
def room(tmp_path, monkeypatch):
    """A folder to stage in, with the current folder below it, where a payload that runs would leave its mark."""
    current = tmp_path / "current"
    current.mkdir()
    monkeypatch.chdir(current)
    return tmp_path


@attrs.frozen
class Honest:
    """What an honest document gives, the files of it, and the identifier it shows with the one of the base."""

    outcome: Outcome
    files: frozenset[str]
    shown: dict[str, str]


@cache
def honest(place: str, text: str) -> Honest:
    document = corpus.document(place, text)
    with TemporaryDirectory() as folder:
        outcome = judging.generate(document, Path(folder))
        return Honest(outcome, files(Path(folder)), document.shown)


def unfit(place: str) -> list[Honest]:
    texts = POSITIONS[place].unfit
    return [honest(place, text) for text in ((texts,) if isinstance(texts, str) else texts)]


def alike(outcome: Outcome, same: Honest, hostile: corpus.Hostile) -> bool:
    return not judging.differing(outcome, same.outcome, hostile.shown | same.shown)


def files(folder: Path) -> frozenset[str]:
    return frozenset(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def clean(room: Path, stage: str = "") -> None:
    """Judge that no payload ran: in one stage of the room, or in all of it."""
    assert not files(room / "current"), "something was written where nothing should be"
    assert not list((room / stage).glob(f"**/{MARK}*")), "a payload ran"


def tried(hostile: corpus.Hostile, stage: Path) -> Outcome:
    try:
        return judging.generate(hostile, stage)
    except AssertionError as error:
        raise AssertionError(f"{hostile.id}: {error}") from error


def count(record_property, counts: Counter[str]) -> None:
    for key, value in counts.items():
        record_property(f"{KIND}{key}", value)


@pytest.mark.parametrize("place", POSITIONS)
def test_a_payload_stays_a_text(place, room, some, record_property):
    position, counts, kept = POSITIONS[place], Counter(), []
    for number, hostile in enumerate(some(corpus.placed(place), list(POSITIONS).index(place))):
        stage = room / f"stage-{number}"
        outcome = tried(hostile, stage)
        clean(room, stage.name)
        counts["refused" if outcome.sentence else "written"] += 1
        same = honest(place, hostile.honest)
        if outcome.sentence:
            assert files(stage) <= same.files | {"envoice"}
        else:
            assert not same.outcome.sentence
            if not (position.is_template and hostile.has_braces):
                same = next((one for one in (same, *unfit(place)) if alike(outcome, one, hostile)), None)
                assert same is not None, hostile.id
            assert files(stage) == same.files
            kept.append(stage)
    clean(room)
    assert counts["written"] >= counts.total() * position.least_written
    assert counts["refused"] == counts.total() or position.fate != "refused"
    if position.fate in {"written", "named"}:
        imports(kept, room)
    count(record_property, counts)


def imports(stages: list[Path], room: Path) -> None:
    """Format and import what was written, in another Python, with what is written by hand beside it."""
    project = attrs.evolve(PROJECT, without=frozenset({"additions/invoices.py"}))
    given = project.hand_written_files()
    assert not [name for stage in stages for name in given if (stage / "envoice" / name).exists()]
    by_hand = {
        ".".join(("envoice", *Path(name).with_suffix("").parts)).removesuffix(".__init__"): str(path)
        for name, path in given.items()
        if name.endswith(".py")
    }
    emit.tidy(stages[-1] / "envoice")
    command = [sys.executable, "-I", "-B", "-W", "error", "-c", _IMPORT, json.dumps(by_hand), *map(str, stages)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=room / "current")
    clean(room)
    assert (done.stdout, done.stderr) == (f"imported {len(stages)}\n", "")


def test_documents_that_are_hostile_as_a_whole(room, record_property):
    counts: Counter[str] = Counter()
    for number, hostile in enumerate(corpus.whole()):
        outcome = tried(hostile, room / f"stage-{number}")
        clean(room)
        counts["refused" if outcome.sentence else "written"] += 1
        assert outcome.sentence or not hostile.refused, hostile.id
    assert counts["written"]
    count(record_property, counts)


@pytest.mark.parametrize("chunk", range(_SPOILT_CHUNKS))
def test_a_value_of_another_kind_is_refused_in_a_sentence_or_makes_no_difference(chunk, room, some, record_property):
    counts: Counter[str] = Counter()
    for hostile in some(list(corpus.spoilt())[chunk::_SPOILT_CHUNKS], chunk):
        outcome = tried(hostile, room / "stage")
        shutil.rmtree(room / "stage")
        clean(room)
        counts["refused, malformed" if outcome.sentence else "written, malformed"] += 1
    assert len(counts) == 2
    count(record_property, counts)


def test_the_corpus_is_large_diverse_and_always_the_same():
    documents = list(corpus.documents())
    assert documents == list(corpus.documents())
    assert len({document.id for document in documents}) == len(documents) >= 500
    for payload in TEXTS | VALUES:
        assert sum(document.id.startswith(f"{payload} as ") for document in documents) >= 3
    # Each position's share is asserted above: together a third of all, so that refusing alone does not pass.
    written = sum(POSITIONS[document.like].least_written for document in documents if document.like)
    assert written >= len(documents) / 3


class TestTheTestsHaveTeeth:
    """A generator with a hole is caught, each hole by every net that should."""

    @pytest.fixture
    def unescaped(self, monkeypatch):
        """Templates of the resources that write texts as they come; those of the commands are whole."""
        make, write = emit.environment, emit.write_commands
        whole = make().filters

        def environment():
            # The generator has one for all packages, whose filters are to stay.
            made = make().overlay()
            made.filters = whole | dict.fromkeys(("in_double_quote_literal", "safe_for_docstring"), str)
            return made

        def commands(render, *rest):
            render.environment.filters = whole
            write(render, *rest)

        monkeypatch.setattr(emit, "environment", environment)
        monkeypatch.setattr(emit, "write_commands", commands)

    @pytest.mark.parametrize("place", ["summary", "parameter description"])
    def test_the_judges_catch_an_unescaped_text_of_a_command(self, place, room, monkeypatch):
        write = emit.write_commands

        def commands(render, *rest):
            monkeypatch.setitem(render.environment.filters, "in_double_quote_literal", str)
            write(render, *rest)

        monkeypatch.setattr(emit, "write_commands", commands)
        payload = 'x", __import__("pathlib").Path("PWNED").touch(), "y'
        with pytest.raises(AssertionError, match=r"_commands/notes\.py.*__import__"):
            judging.generate(corpus.document(place, payload), room / "stage")

    SAID = (
        ("quote-in-a-dict", "parameter name"),
        ("triple-quote-in-a-line", "summary"),
        ("triple-quote-in-a-line", "operationId"),
        ("triple-quote-in-a-line", "parameter description"),
    )

    @pytest.mark.parametrize(("said", "place"), SAID)
    def test_the_judges_catch_an_unescaped_text(self, said, place, room, unescaped):
        with pytest.raises(AssertionError, match=r"(uses|calls) __import__"):
            judging.generate(corpus.document(place, TEXTS[said]), room / "stage")

    @pytest.mark.parametrize(("said", "place"), SAID)
    def test_the_comparison_catches_an_unescaped_text(self, said, place, room, unescaped, monkeypatch):
        monkeypatch.setattr(judging, "_JUDGES", ())
        hostile = corpus.document(place, TEXTS[said])
        outcome = judging.generate(hostile, room / "stage")
        assert judging.differing(outcome, honest(place, hostile.honest).outcome, {}) == ["resources/notes.py"]

    @pytest.mark.parametrize("judges", [judging._JUDGES, ()])
    def test_a_text_in_the_models_is_caught(self, room, monkeypatch, judges):
        # Before the hole is made: what is honest is kept for the other tests.
        write, same = model_modules.models, honest("schema description", "plain")

        def models(api):
            return write(api) + "\n" + api.schemas["Note"].description

        monkeypatch.setattr(model_modules, "models", models)
        monkeypatch.setattr(judging, "_JUDGES", judges)
        hostile = corpus.document("schema description", TEXTS["newline"].replace("text", "'text'"))
        if judges:
            with pytest.raises(AssertionError, match="does something at import"):
                judging.generate(hostile, room / "stage")
            return
        outcome = judging.generate(hostile, room / "stage")
        assert judging.differing(outcome, same.outcome, {}) == ["models.py"]
        with pytest.raises(AssertionError, match=r"something was written|a payload ran"):
            imports([room / "stage"], room)

    @pytest.mark.parametrize("place", ["schema description", "property name, unnamed"])
    def test_an_identifier_that_is_not_the_payloads_is_caught(self, place, room, monkeypatch):
        write, hostile = model_modules.models, corpus.document(place, TEXTS["keyword"])
        same = honest(place, hostile.honest)
        sound = judging.generate(hostile, room / "sound")
        assert not judging.differing(sound, same.outcome, hostile.shown | same.shown)
        monkeypatch.setattr(model_modules, "models", lambda api: write(api).replace("int | None", "float | None", 1))
        with pytest.raises(AssertionError, match=r"is of type .*float"):
            judging.generate(hostile, room / "judged")
        monkeypatch.setattr(judging, "_JUDGES", ())
        outcome = judging.generate(hostile, room / "stage")
        assert "models.py" in judging.differing(outcome, same.outcome, hostile.shown | same.shown)

    @pytest.mark.parametrize(
        ("place", "module"),
        [
            ("property name", "models.py"),
            ("property name, unnamed", "models.py"),
            ("parameter name, unnamed", "resources/notes.py"),
        ],
    )
    def test_an_order_that_is_not_that_of_the_names_is_caught(self, place, module):
        position = POSITIONS[place]
        every = [honest(place, text) for text in ("A", *(f"{name}x" for name in position.among))]
        for first, second in pairwise(every):
            assert judging.differing(first.outcome, second.outcome, first.shown | second.shown) == [module]

    @pytest.mark.parametrize(
        "act",
        [
            lambda outside: (outside / "x").write_text("x"),
            lambda outside: (outside / "x").open("ab").close(),
            lambda outside: subprocess.run(["true"], check=True),
            shutil.rmtree,
        ],
        ids=["writes", "appends", "starts a process", "removes"],
    )
    def test_what_a_generator_does_elsewhere_is_caught(self, act, room, monkeypatch):
        outside = room / "outside"
        outside.mkdir()

        def models(_api):
            act(outside)
            raise GeneratorError("never seen")

        monkeypatch.setattr(model_modules, "models", models)
        with pytest.raises(AssertionError, match=r"open |subprocess\.Popen|shutil\.rmtree"):
            judging.generate(corpus.document("summary", "plain"), room / "stage")

    @pytest.mark.parametrize("message", ["x" * 1_000, "line\nline", "\x1b[2J", "\u202e", "Traceback (most recent"])
    def test_a_refusal_that_is_not_fit_to_be_shown_is_caught(self, message, room, monkeypatch):
        def models(_api):
            raise GeneratorError(message)

        monkeypatch.setattr(model_modules, "models", models)
        with pytest.raises(AssertionError):
            judging.generate(corpus.document("summary", "plain"), room / "stage")
