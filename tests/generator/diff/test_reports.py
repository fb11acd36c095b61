"""A comparison told in four ways: complete, legible, and no markup out of a stranger's text."""

import json
from html.parser import HTMLParser

import pytest

from sdkwright.diff.compare import compare_documents
from sdkwright.diff.comparison import Comparison, Revision
from sdkwright.diff.findings import Level, Severity
from sdkwright.diff.reports import changelog, to_html, to_json, to_markdown, to_text
from sdkwright.diff.rules import RULES, finding
from sdkwright.diff.version import next_version
from sdkwright.ir import build
from sdkwright.normalise.excerpts import Excerpts
from sdkwright.upstream import Upstream

HOSTILE = "</td><script>alert(1)</script>`|*[x](javascript:y)\x1b[31m\u202e\n# Heading\r\n{{ 7 * 7 }}"


def document(schema="Thing", text="A thing."):
    schemas = {schema: {"type": "object", "properties": {"Name": {"type": "string", "description": text}}}}
    return {"info": {}, "servers": [], "paths": {}, "components": {"schemas": schemas}}


def revision(name, sha256, document):
    return Revision(name, sha256, build(document), Excerpts.of(document))


def comparison(*found, old=None, new=None, name="old.json", version="1.0.0"):
    return Comparison(
        revision(name, "a" * 64, old or document()),
        revision("new.json", "b" * 64, new or document(text="Another thing.")),
        tuple(found),
        levels=tuple(Level),
        bump=next_version(version, list(found)),
    )


ALL = comparison(
    finding(Level.WIRE, "operation-removed", "things.get", "GET /things", ("things.get",)),
    finding(Level.WIRE, "operation-moved", "things.list", "GET /a is at GET /b", ("things.list",)),
    *(finding(Level.WIRE, "texts-changed", f"Thing{number}", "of Name") for number in range(30)),
    finding(Level.SURFACE, "name-removed", "resources.things.Things.get", "gone"),
    finding(Level.CALLERS, "no-longer-type-checks", "tests/typing/a.py:3", "no attribute get"),
)


class Page(HTMLParser):
    """The tags and the texts of a page."""

    def __init__(self, page):
        super().__init__()
        self.tags, self.texts, self.addresses = [], [], []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.addresses += [value for name, value in attrs if name in {"src", "href", "action"} or name.startswith("on")]

    def handle_data(self, data):
        self.texts.append(data)

    @property
    def text(self):
        return "".join(self.texts)


class TestTerminal:
    def test_counts_first_then_the_worst(self):
        lines = to_text(ALL).splitlines()
        assert lines[:2] == ["From old.json (aaaaaaaaaaaa)", "to   new.json (bbbbbbbbbbbb)"]
        assert [line.split()[:4] for line in lines[3:6]] == [
            ["wire", "1", "1", "30"],
            ["surface", "1", "0", "0"],
            ["callers", "1", "0", "0"],
        ]
        heads = [line.partition(" (")[0] for line in lines if line.startswith(("breaking: ", "risky: ", "safe: "))]
        assert heads == [
            "breaking: operation-removed",
            "breaking: name-removed",
            "breaking: no-longer-type-checks",
            "risky: operation-moved",
            "safe: texts-changed",
        ]
        assert lines[-1] == "Version: 1.0.0 -> 2.0.0 (major): breaking, by operation-removed at things.get"

    def test_what_is_left_out_is_counted(self):
        assert "  and 26 more" in to_text(ALL).splitlines()

    def test_whom_it_touches_is_named_where_the_place_does_not_say_it(self):
        found = finding(Level.WIRE, "enum-value-removed", "State.A", "gone", ("a.b", "c.d", "e.f"))
        assert "  State.A: gone [a.b, c.d and 1 more]" in to_text(comparison(found)).splitlines()
        assert "  things.get: GET /things" in to_text(ALL).splitlines()

    def test_nothing_is_said_to_differ(self):
        assert "Nothing differs." in to_text(comparison())

    def test_a_strangers_text_is_one_printable_line(self):
        said = to_text(comparison(finding(Level.WIRE, "texts-changed", HOSTILE, HOSTILE), name=HOSTILE))
        assert all(line.isprintable() for line in said.splitlines())
        assert not any(line.startswith("# Heading") for line in said.splitlines())


class TestMarkdown:
    def test_every_finding_is_a_point_below_its_rule(self):
        said = to_markdown(ALL)
        assert said.count("\n- `") == len(ALL.findings)
        assert "| wire | 1 | 1 | 30 | for who stays" in said
        assert "## Breaking: operation-removed (wire)" in said
        assert RULES["operation-removed"].why in said

    def test_a_strangers_text_is_no_markup(self):
        said = to_markdown(comparison(finding(Level.WIRE, "texts-changed", HOSTILE, HOSTILE), name=HOSTILE))
        assert "\n# Heading" not in said
        for special in ("<script", "](", "{{", "\x1b", "\u202e"):
            assert special not in said.replace("\\", "").replace("`", "") or f"\\{special[0]}" in said
        point = next(line for line in said.splitlines() if line.startswith("- "))
        assert point.count("`") - point.count("\\`") == 2

    def test_the_entry_names_what_may_break_and_counts_the_rest(self):
        added = [finding(Level.WIRE, "operation-added", f"things.act{number}", "POST /x") for number in range(26)]
        entry = changelog(comparison(*ALL.findings, *added))
        assert entry.splitlines()[0] == "The API document of new.json (sha256 bbbbbbbbbbbb)."
        assert "  Removed operations: `things.get`." in entry
        assert "  Operations at another address: `things.list`." in entry
        assert "`things.act23` and 2 more." in entry
        assert "  30 other additions and changes that break nothing." in entry
        assert "name-removed" not in entry


class TestJson:
    def test_every_finding_with_its_reason(self):
        told = json.loads(to_json(ALL))
        assert told["worst"] == "breaking"
        assert told["version"]["new"] == "2.0.0"
        assert len(told["findings"]) == len(ALL.findings)
        assert told["findings"][0] == {
            "level": "wire",
            "severity": "breaking",
            "rule": "operation-removed",
            "place": "things.get",
            "text": "GET /things",
            "why": RULES["operation-removed"].why,
            "affects": ["things.get"],
        }

    def test_no_version_without_packages(self):
        assert json.loads(to_json(Comparison(ALL.old, ALL.new, (), levels=(Level.WIRE,))))["version"] is None


class TestPage:
    def test_every_finding_is_on_it_and_the_documents_side_by_side(self):
        page = Page(to_html(ALL))
        for one in ALL.findings:
            assert one.place in page.text
        assert "1 operations and schemas that differ" in page.text
        assert "A thing." in page.text
        assert "Another thing." in page.text

    def test_it_fetches_nothing_and_runs_nothing(self):
        page = Page(to_html(ALL))
        assert not page.addresses
        assert not {"script", "link", "img", "iframe"} & set(page.tags)

    def test_a_strangers_text_is_text(self):
        hostile = comparison(
            finding(Level.WIRE, "texts-changed", HOSTILE, HOSTILE, (HOSTILE,)),
            old=document(HOSTILE, HOSTILE),
            new=document(HOSTILE, f"{HOSTILE} again"),
            name=HOSTILE,
        )
        page = Page(to_html(hostile))
        honest = Page(to_html(comparison(finding(Level.WIRE, "texts-changed", "a", "b", ("c",)))))
        assert set(page.tags) == set(honest.tags)
        assert not page.addresses
        assert "<script>alert(1)</script>" in page.text
        assert "49" not in page.text

    def test_what_is_equal_and_far_from_a_change_is_left_out(self):
        fields = {f"Field{number:02}": {"type": "string"} for number in range(40)}
        sides = [document(), document()]
        for side, changed in zip(sides, ("string", "integer"), strict=True):
            side["components"]["schemas"]["Thing"]["properties"] = fields | {"Field20": {"type": changed}}
        text = Page(to_html(comparison(old=sides[0], new=sides[1]))).text
        assert "Field20" in text
        assert "Field19" in text
        assert "Field02" not in text


@pytest.mark.parametrize("render", [to_text, to_markdown, to_json, to_html])
def test_every_rule_can_be_told(render):
    found = [finding(Level.WIRE, rule, f"place of {rule}", "text") for rule in RULES]
    said = render(comparison(*found))
    shown = {rule for rule in RULES if rule in said}
    assert shown == RULES.keys()
    assert ALL.worst is Severity.BREAKING


def test_removed_operations_come_before_the_members_of_enums():
    found = (
        finding(Level.WIRE, "enum-value-removed", "Status.New", "a value"),
        finding(Level.WIRE, "enum-value-removed", "Status.Old", "a value"),
        finding(Level.WIRE, "operation-removed", "things.get", "GET /things", ("things.get",)),
    )
    for text in (to_html(comparison(*found)), to_markdown(comparison(*found)), to_text(comparison(*found))):
        places = [text.index(one) for one in ("operation-removed", "enum-value-removed")]
        assert places == sorted(places)


def test_the_changelog_has_the_names_of_python():
    operation = {
        "operationId": "things.list",
        "parameters": [{"name": "page_size", "x-wire-name": "queryOptions.pageSize", "in": "query"}],
        "responses": {"200": {}},
    }
    made = document()
    schemas = made["components"]["schemas"]
    schemas["Thing"]["properties"] = {"DueDate": {"type": "string"}, "Class": {"type": "string", "x-name": "kind"}}
    schemas["Status"] = {"type": "string", "enum": ["Not paid"], "x-enum-varnames": ["NOT_PAID"]}
    made["paths"] = {"/things": {"get": operation}}
    found = [
        finding(Level.WIRE, "sent-property-removed", place, "gone")
        for place in ("Thing.DueDate", "Thing.Class", "Status.Not paid", "things.list ?queryOptions.pageSize")
    ]
    said = changelog(comparison(*found, old=made))
    assert "`Thing.due_date`, `Thing.kind`, `Status.NOT_PAID`, `things.list(page_size)`" in said


@pytest.mark.no_cover  # It goes the whole way, which the tests of each room cover.
def test_a_path_of_the_machine_is_in_no_report(known):
    side = Upstream(known.upstream, "a" * 64, "/home/someone/secret/new.json")
    made = compare_documents(side, side, known.tables, configuration=known.project.configuration)
    for render in (to_html, to_markdown, to_json, to_text, changelog):
        assert "someone" not in render(made)
    assert made.new.name == "new.json"
