"""Runs the command line in this process against a fake service."""

import json
import sys

import attrs


@attrs.frozen
class Ran:
    """What one run printed, and its exit status."""

    status: int
    out: str
    err: str

    @property
    def json(self):
        return json.loads(self.out)


def runner(run, session_of, fake, *, secrets, capfd, monkeypatch):
    """What runs the command with words; whatever it prints must hold no secret.

    Args:
        run: The package's function that runs words in a session.
        session_of: Makes the session, of settings.
        fake: The service.
        secrets: What must not be printed.
        capfd: Pytest's.
        monkeypatch: Pytest's.
    """

    def go(*words, columns=200, **settings):
        monkeypatch.setenv("COLUMNS", str(columns))
        capfd.readouterr()
        status = run([str(word) for word in words], session_of(**{"clock": fake.clock} | settings))
        sys.stdout.flush()
        sys.stderr.flush()
        said = capfd.readouterr()
        assert not any(secret in said.out + said.err for secret in secrets)
        assert "Traceback" not in said.err
        return Ran(status, said.out, said.err)

    return go
