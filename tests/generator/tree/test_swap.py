"""Lock, staging and swap, with failures injected at every step."""

import errno
import os
import subprocess
import sys
import textwrap
from contextlib import nullcontext
from pathlib import Path

import pytest

from sdkwright import tree
from sdkwright.errors import GeneratorError
from sdkwright.project import Project
from sdkwright.tree import disk
from tests.generator.checkout import declare

HERE = Path(__file__).resolve().parents[3]
FULL = OSError(errno.ENOSPC, "No space left on device", "somewhere")


@pytest.fixture
def project(tmp_path):
    """A checkout with a generated tree, a spec and three stubs, one of which no generation makes any more."""
    project = declare(tmp_path)
    project.package.mkdir(parents=True)
    (project.package / "models.py").write_text("old")
    (project.package / "gone.py").write_text("old")
    project.normalised.write_text("old")
    project.stubs.mkdir(parents=True)
    for name in ("clients.json", "same.json", "stale.json", "README.md"):
        (project.stubs / name).write_text("old")
    return project


def staged(project: Project, text: str = "new") -> Path:
    package = project.generated / ".staging" / "envoice"
    package.mkdir(parents=True, exist_ok=True)
    (package / "models.py").write_text(text)
    (package / "client.py").write_text(text)
    return package


def outputs(project: Project) -> dict[Path, bytes]:
    return {
        project.normalised: b"new",
        project.ledger: b"new",
        project.stubs / "clients.json": b"new",
        project.stubs / "same.json": b"old",
    }


def owned(project: Project) -> dict[Path, str]:
    return {project.stubs: "*.json"}


def swap(project: Project) -> None:
    tree.swap(project, staged(project), outputs(project), owned=owned(project))


def contents(project: Project) -> dict[str, str]:
    """Everything in the checkout but the staging area and what declares the project."""
    paths = disk.files(project.root)
    others = ("generated/.staging/", "spec/sdk.toml")
    return {name: path.read_text() for name, path in paths.items() if not name.startswith(others)}


NEW = {
    "generated/envoice/client.py": "new",
    "generated/envoice/models.py": "new",
    "spec/ledger.md": "new",
    "spec/openapi.yaml": "new",
    "tests/contract/stubs/README.md": "old",
    "tests/contract/stubs/clients.json": "new",
    "tests/contract/stubs/same.json": "old",
}


def test_swap_replaces_everything_and_leaves_nothing_behind(project):
    swap(project)
    assert contents(project) == NEW
    assert sorted(path.name for path in project.generated.iterdir()) == [".staging", "envoice"]


def test_the_first_swap_needs_no_old_tree(tmp_path):
    project = declare(tmp_path)
    tree.swap(project, staged(project), {project.ledger: b"new"})
    assert contents(project).keys() == {
        "generated/envoice/client.py",
        "generated/envoice/models.py",
        "spec/ledger.md",
    }


def test_a_trial_writes_below_its_target_only(project, tmp_path_factory):
    trial = Project(project.root, target=tmp_path_factory.mktemp("trial"))
    before = contents(project)
    swap(trial)
    assert contents(project) == before
    assert disk.read(trial.package / "models.py") == disk.read(trial.ledger) == b"new"
    with pytest.raises(GeneratorError, match="not a plain file of this checkout"):
        tree.swap(trial, staged(trial), {project.ledger: b"new"})


def test_what_is_equal_already_is_not_touched(project):
    os.utime(project.stubs / "same.json", ns=(1, 1))
    swap(project)
    os.utime(project.package, ns=(2, 2))
    os.utime(project.normalised, ns=(3, 3))
    swap(project)
    assert (project.stubs / "same.json").stat().st_mtime_ns == 1
    assert project.package.stat().st_mtime_ns == 2
    assert project.normalised.stat().st_mtime_ns == 3


def test_differences_are_what_swap_would_change(project):
    expected = [
        "generated/envoice/client.py (missing)",
        "generated/envoice/gone.py (stray)",
        "generated/envoice/models.py (differs)",
        "spec/ledger.md (missing)",
        "spec/openapi.yaml (differs)",
        "tests/contract/stubs/clients.json (differs)",
        "tests/contract/stubs/stale.json (stray)",
    ]
    before = contents(project)
    assert tree.differences(project, staged(project), outputs(project), owned=owned(project)) == expected
    assert contents(project) == before
    swap(project)
    assert tree.differences(project, staged(project), outputs(project), owned=owned(project)) == []


class _Failing:
    """Lets a number of calls of the operation pass, and fails from then on for a number of calls."""

    def __init__(self, real, passes: int, fails: int) -> None:
        self.real, self.passes, self.fails = real, passes, fails

    def __get__(self, path, _owner=None):
        return lambda *args, **kwargs: self(path, *args, **kwargs)

    def __call__(self, path, *args, **kwargs):
        self.passes -= 1
        if -self.fails <= self.passes < 0:
            raise FULL
        return self.real(path, *args, **kwargs)


STEPS = [("rename", 0), ("rename", 1), *(("replace", n) for n in range(4)), ("mkdir", 0), ("mkdir", 2)]
STEPS += [("unlink", 0), ("unlink", 1), ("open", 0), ("open", 9), ("open", 12)]


@pytest.mark.parametrize(("operation", "passes"), STEPS)
def test_an_error_at_any_step_leaves_the_old_tree(project, monkeypatch, operation, passes):
    package, before = staged(project), contents(project)
    failing = _Failing(getattr(Path, operation), passes, fails=1)
    with monkeypatch.context() as patch:
        patch.setattr(Path, operation, failing)
        with pytest.raises(GeneratorError, match=r"disk full: cannot (put|read) .* \(somewhere\); nothing was changed"):
            tree.swap(project, package, outputs(project), owned=owned(project))
    assert failing.passes < 0
    assert contents(project) == before
    assert not (project.generated / ".previous").exists()


def test_an_interrupt_half_way_leaves_the_old_tree(project, monkeypatch):
    package, before = staged(project), contents(project)
    replace = Path.replace

    def interrupt(self, target):
        if Path(target) == project.normalised and self.name.startswith("new-"):
            raise KeyboardInterrupt
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", interrupt)
    with pytest.raises(KeyboardInterrupt):
        tree.swap(project, package, outputs(project), owned=owned(project))
    assert contents(project) == before


def test_the_first_swap_is_undone_too(tmp_path, monkeypatch):
    project = declare(tmp_path)
    package = staged(project)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", _Failing(Path.unlink, 0, fails=1))
        with pytest.raises(GeneratorError):
            tree.swap(project, package, {project.ledger: b"new"})
    assert contents(project) == {}


CRASH = """
    import os, sys
    from pathlib import Path
    from sdkwright import tree
    from sdkwright.project import Project

    operation, passes = sys.argv[2], int(sys.argv[3])
    project, real = Project(Path(sys.argv[1])), getattr(Path, operation)

    def crash(*args, **kwargs):
        global passes
        passes -= 1
        if passes < 0:
            os._exit(9)
        return real(*args, **kwargs)

    setattr(Path, operation, crash)
    outputs = {project.normalised: b"new", project.ledger: b"new", project.stubs / "clients.json": b"new",
               project.stubs / "same.json": b"old"}
    tree.swap(project, project.generated / ".staging" / "envoice", outputs, owned={project.stubs: "*.json"})
"""


def python(code: str, *args: object, **kwargs) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", textwrap.dedent(code), *map(str, args)]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=HERE, stdin=pipe, stdout=pipe, stderr=pipe, text=True, **kwargs)


@pytest.mark.parametrize(
    ("operation", "passes"),
    [("rename", 0), ("rename", 1), ("replace", 0), ("replace", 2), ("unlink", 0), ("unlink", 1)],
)
def test_a_crash_at_any_step_is_undone_by_the_next_run(project, operation, passes):
    staged(project)
    before = contents(project)
    process = python(CRASH, project.root, operation, passes)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 9, errors
    assert (project.generated / ".previous").exists()
    tree.recover(project)
    tree.recover(project)
    assert contents(project) == before
    swap(project)
    assert contents(project) == NEW


def test_a_crash_after_the_last_step_keeps_the_new_tree(project, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr("shutil.rmtree", lambda *_args, **_kwargs: None)
        swap(project)
    assert (project.generated / ".previous" / "package").exists()
    tree.recover(project)
    assert contents(project) == NEW


@pytest.mark.parametrize(("operation", "passes"), [("rename", 0), ("replace", 0), ("replace", 1), ("unlink", 0)])
def test_an_undo_that_is_cut_short_is_finished_by_the_next(project, monkeypatch, operation, passes):
    staged(project)
    before = contents(project)
    process = python(CRASH, project.root, "unlink", 1)
    process.communicate(timeout=60)
    with monkeypatch.context() as patch:
        patch.setattr(Path, operation, _Failing(getattr(Path, operation), passes, fails=1))
        with pytest.raises(GeneratorError, match="Run the command again: it puts the old tree back first"):
            tree.recover(project)
    tree.recover(project)
    assert contents(project) == before


def test_what_cannot_be_put_back_says_where_it_is(project):
    (project.generated / ".previous").mkdir()
    (project.generated / ".previous" / "journal.json").write_text("{")
    with pytest.raises(GeneratorError, match=r"generated/\.previous cannot be cleared"):
        tree.recover(project)
    assert (project.generated / ".previous" / "journal.json").exists()


@pytest.mark.parametrize("where", ["../outside.txt", "spec/../../outside.txt"])
def test_nothing_outside_of_the_checkout_is_written(project, where):
    with pytest.raises(GeneratorError, match="not a plain file of this checkout"):
        tree.swap(project, staged(project), {project.root / where: b"new"})
    assert not (project.root.parent / "outside.txt").exists()
    assert (project.package / "models.py").read_text() == "old"


def test_a_link_is_not_written_through(project, tmp_path_factory):
    target = tmp_path_factory.mktemp("elsewhere") / "target"
    target.write_text("mine")
    project.ledger.symlink_to(target)
    with pytest.raises(GeneratorError, match=r"ledger\.md is not a plain file"):
        swap(project)
    assert target.read_text() == "mine"


def test_a_package_that_is_a_link_is_refused(project, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "envoice"
    project.package.rename(elsewhere)
    project.package.symlink_to(elsewhere)
    with pytest.raises(GeneratorError, match="generated/envoice is not a plain folder"):
        swap(project)
    assert (elsewhere / "models.py").read_text() == "old"


@pytest.mark.parametrize("error", [None, ValueError, KeyboardInterrupt])
def test_staging_starts_empty_and_ends_removed(project, error):
    (project.generated / ".staging" / "leftover").mkdir(parents=True)
    with pytest.raises(error) if error else nullcontext(), tree.staging(project) as folder:
        assert folder == project.generated / ".staging"
        assert list(folder.iterdir()) == []
        (folder / "file").write_text("x")
        if error:
            raise error
    assert not (project.generated / ".staging").exists()


def test_staging_never_follows_a_link(project, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "mine").write_text("x")
    (project.generated / ".staging").symlink_to(elsewhere)
    with tree.staging(project) as folder:
        assert not folder.is_symlink()
    assert (elsewhere / "mine").exists()


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOSPC, "disk full: cannot make a new tree aside (there); nothing was changed. Free some space"),
        (errno.EDQUOT, "disk full"),
        (errno.EACCES, "cannot make a new tree aside (there): Permission denied; nothing was changed. Make that path"),
        (errno.EROFS, "Read-only file system"),
        (errno.EIO, "cannot make a new tree aside (there): Input/output error; nothing was changed."),
    ],
)
def test_what_the_system_refuses_is_a_sentence(project, number, sentence):
    with pytest.raises(GeneratorError) as caught, tree.staging(project):
        raise OSError(number, os.strerror(number), "there")
    assert sentence in str(caught.value)
    assert not (project.generated / ".staging").exists()


HOLD = """
    import sys
    from pathlib import Path
    from sdkwright import tree
    from sdkwright.project import Project

    with tree.exclusive(Project(Path(sys.argv[1]))):
        print("held", flush=True)
        sys.stdin.readline()
"""


def test_a_second_process_is_told_who_holds_the_lock(tmp_path):
    project = declare(tmp_path)
    holder = python(HOLD, tmp_path)
    assert holder.stdout.readline() == "held\n"
    with (
        pytest.raises(
            GeneratorError, match=rf"another command of the generator is writing .*\(process {holder.pid}\); wait"
        ),
        tree.exclusive(project),
    ):
        pass
    holder.communicate("go\n", timeout=60)
    with tree.exclusive(project):
        pass


def test_the_lock_ends_with_a_killed_process(tmp_path):
    project = declare(tmp_path)
    holder = python(HOLD, tmp_path)
    assert holder.stdout.readline() == "held\n"
    holder.kill()
    holder.communicate(timeout=60)
    assert (tmp_path / "generated" / ".lock-owner").exists()
    with tree.exclusive(project):
        assert (tmp_path / "generated" / ".lock-owner").read_text() == str(os.getpid())
    assert not (tmp_path / "generated" / ".lock-owner").exists()


def test_the_lock_ends_with_an_error(tmp_path):
    project = declare(tmp_path)
    with pytest.raises(ZeroDivisionError), tree.exclusive(project):
        raise ZeroDivisionError
    with tree.exclusive(project):
        pass


def test_a_generated_folder_that_cannot_be_made_is_a_sentence(tmp_path):
    (tmp_path / "generated").write_text("a file")
    with pytest.raises(GeneratorError, match="cannot lock the generated tree"), tree.exclusive(Project(tmp_path)):
        pass
