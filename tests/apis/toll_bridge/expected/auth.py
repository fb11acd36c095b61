# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/toll_bridge; CONTRIBUTING.md says how to change what is generated.
"""Signs requests to the configured origin with the account's credentials, and no request to anywhere else."""

from ._core.origin_auth import OriginAuth

__all__ = ["TollBridgeAuth"]


class TollBridgeAuth(OriginAuth):
    """Puts the account's credentials on requests to one origin: `X-Bridge-Signature`.

    A request elsewhere (another scheme, host or port) goes out unsigned, and loses those headers if it has them.
    With a provider, a 401 makes it be asked again, once for all the requests that wait, and the request is sent once
    more if its body is still in memory; with fixed credentials a 401 is final. Once a request is answered or has
    failed, the headers are taken off it, so that no response or exception carries them. Before that an event hook that
    prints or pickles the headers shows `<hidden>` for them; one that asks for a header by its name gets its value.

    httpx copies headers that it does not know, these included, to wherever a redirect leads, where no `httpx.Auth`
    is asked. So leave `follow_redirects` off, as it is by default and in this package's clients. Whoever must follow
    adds the guard: `httpx.Client(auth=auth, follow_redirects=True, event_hooks={"request": [auth.guard]})`, and
    `async_guard` for `httpx.AsyncClient`.

    Args:
        credentials: The credentials, or a sync or async callable that gives them. A sync one is called in a worker
            thread for an async client.
        base_url: The URL whose origin may see the credentials: https, or http on a loopback host.

    Raises:
        ConfigurationError: `base_url` is no absolute URL, or would send the credentials in the clear.
    """
