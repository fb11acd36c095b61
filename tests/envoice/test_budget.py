"""What only Envoice needs stays small: a package's own code belongs to the runtime, which every package shares."""

from sdkwright.project import Project

LIMIT = 2_000


def test_the_overrides_stay_within_their_budget():
    files = Project.find(__file__).override_files()
    assert {"additions/invoices.py", "hooks/webhooks.py", "webhooks/schemes.py"} <= files.keys()
    lines = {name: len(path.read_text(encoding="utf-8").splitlines()) for name, path in files.items()}
    assert sum(lines.values()) <= LIMIT, sorted(lines.items(), key=lambda item: -item[1])
