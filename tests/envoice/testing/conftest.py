"""Each kind of client, for whoever asks for one."""

from tests.fake_clients import kind

__all__ = ["kind"]
