"""Where a project is published: one setting, read by the site and by the hook of the build."""

import ast
import importlib.util
import re
import sys
from types import ModuleType, SimpleNamespace

import pytest

from sdkwright import carried
from sdkwright.errors import GeneratorError
from sdkwright.site.addresses import addresses, is_address
from tests.generator.checkout import ROOT


def read(tmp_path, text):
    path = tmp_path / "pyproject.toml"
    path.write_text(f"[tool.sdkwright]\n{text}\n", encoding="utf-8")
    return addresses(path, displayed_path="pyproject.toml")


@pytest.fixture
def hook(monkeypatch):
    """The hook of the package's build, as hatchling loads it; that itself is only where something is built."""
    for name in ("hatchling", "hatchling.metadata", "hatchling.metadata.plugin"):
        monkeypatch.setitem(sys.modules, name, ModuleType(name))
    stand_in = SimpleNamespace(MetadataHookInterface=object)
    monkeypatch.setitem(sys.modules, "hatchling.metadata.plugin.interface", stand_in)
    spec = importlib.util.spec_from_file_location("hook", ROOT / "hatch_build.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("repository", "edit", "blob", "issues"),
    [
        ("https://github.com/a/b", "/edit/main/x.md", "/blob/main/CHANGELOG.md", "/issues"),
        ("https://gitlab.example.com/a/b/", "/-/edit/main/x.md", "/-/blob/main/CHANGELOG.md", "/-/issues"),
        ("https://codeberg.org/a/b", "/_edit/main/x.md", "/src/branch/main/CHANGELOG.md", "/issues"),
    ],
)
def test_one_setting_gives_every_address(tmp_path, hook, repository, edit, blob, issues):
    found = read(tmp_path, f'repository = "{repository}"\ndocumentation = "https://d.example.com/x"')
    base = repository.rstrip("/")
    assert found.source("x.md", verb="edit") == base + edit
    assert found.source("CHANGELOG.md") == base + blob
    assert found.documentation == "https://d.example.com/x/"
    assert hook.urls({"repository": repository, "documentation": "https://d.example.com/x"}) == {
        "Documentation": "https://d.example.com/x",
        "Source": base,
        "Changelog": base + blob,
        "Issues": base + issues,
    }


def test_what_is_not_set_is_left_out(tmp_path, hook):
    assert addresses(tmp_path / "none.toml", displayed_path="none").source("x.md") == ""
    assert read(tmp_path, "").documentation == read(tmp_path, "").repository == ""
    assert hook.urls({}) == {}
    assert hook.urls({"urls": {"Homepage": "https://a.example"}}) == {"Homepage": "https://a.example"}
    assert hook.urls({"documentation": "https://d.example"}) == {"Documentation": "https://d.example"}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('repository = "http://a.example/b"', "allowed is an https address"),
        ('documentation = "https://a.example/b\\" onload=x"', "allowed is an https address"),
        ("repository = 3", "allowed is an https address"),
        ('branch = "a b"', "allowed is the name of a branch"),
        ("branch =", "pyproject.toml: "),
    ],
)
def test_another_value_is_a_sentence(tmp_path, line, said):
    with pytest.raises(GeneratorError, match=re.escape(said)):
        read(tmp_path, line)
    assert not is_address("javascript:alert(1)")


def test_the_hook_sets_the_urls_of_the_metadata(tmp_path, hook):
    (tmp_path / "pyproject.toml").write_text('[tool.sdkwright]\nrepository = "https://github.com/a/b"\nfolder = "c"\n')
    metadata = {}
    hook.Addresses.update(SimpleNamespace(root=str(tmp_path)), metadata)
    assert metadata["urls"]["Changelog"] == "https://github.com/a/b/blob/main/c/CHANGELOG.md"


def test_every_project_has_the_same_hook():
    own = (ROOT / "hatch_build.py").read_text(encoding="utf-8")
    assert (carried.folder("new/templates") / "hatch_build.py.jinja").read_text(encoding="utf-8") == own
    generator = (ROOT / "generator" / "hatch_build.py").read_text(encoding="utf-8")

    def parts(text):
        return {
            node.name: ast.dump(node)
            for node in ast.parse(text).body
            if isinstance(node, ast.ClassDef | ast.FunctionDef)
        }

    assert parts(own).items() <= parts(generator).items()
