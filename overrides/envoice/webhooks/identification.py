"""Finds the construction that gives the signatures of captured deliveries, by trying every one there is."""

import re
import traceback
from collections import defaultdict
from collections.abc import Iterable
from contextlib import suppress
from typing import Final, cast

from envoice.credentials import HoldsSecrets
from envoice.errors import ConfigurationError, WebhookPayloadError

from .material import encoded, joined
from .reading import Received, read
from .schemes import Scheme, Signer, constructions

_HTTP_HEAD: Final = re.compile(rb"[A-Z]++ [^ ]++ HTTP/[0-9.]++\r?\n(?:[^\r\n]++\r?\n)*+\r?\n")


class Identifier(HoldsSecrets):
    """Tries every construction of the registry, and further ones, on captured deliveries.

    Args:
        secret: The secret that deliveries may be signed with, or several.
        key: The key, or several. Constructions that need what is not given are left out.
        schemes: Further schemes to try.

    Raises:
        ConfigurationError: Neither is given, or one is no str or is empty.
    """

    __slots__ = ("_notations", "_signers", "_tables", "tried")

    def __init__(
        self,
        *,
        secret: str | Iterable[str] | None = None,
        key: str | Iterable[str] | None = None,
        schemes: Iterable[Scheme] = (),
    ) -> None:
        secrets, keys = encoded("secret", secret), encoded("key", key)
        if not secrets and not keys:
            raise ConfigurationError("There is nothing to sign with: give the secret, the key, or both.")
        given = {name for name, values in (("secret", secrets), ("key", keys)) if values}
        every = [scheme for scheme in (*constructions(), *schemes) if given.issuperset(scheme.material.split("+"))]
        kinds = {scheme.material: scheme for scheme in every}
        materials = {kind: joined(scheme, secrets=secrets, keys=keys) for kind, scheme in kinds.items()}
        self._signers = [(scheme, scheme.signer(one)) for scheme in every for one in materials[scheme.material]]
        # One scheme for each way to write a signature down.
        self._notations = {(type(scheme), scheme.encoding): scheme for scheme, _ in self._signers}.values()
        self._tables: dict[bytes, dict[bytes, set[Scheme]]] = {}
        self.tried: int = len({scheme for scheme, _ in self._signers})
        """How many constructions are tried."""

    def fitting(self, bodies: Iterable[bytes]) -> tuple[Scheme, ...]:
        """Return the schemes that fit all of some deliveries, the simplest first.

        Args:
            bodies: The exact bytes of each; a line break that an editor put at the end does no harm.

        Raises:
            WebhookError: One of them is no delivery.
            ConfigurationError: The signer of a further scheme fails, or gives no bytes.
        """
        fits: set[Scheme] | None = None
        for body in bodies:
            found: set[Scheme] = set()
            for candidate in {body, body.rstrip(b"\r\n")}:
                found |= self._fitting_one(read(candidate))
            fits = found if fits is None else fits & found
        return tuple(sorted(fits or (), key=lambda scheme: (len(scheme.signed), len(str(scheme)), str(scheme))))

    def _fitting_one(self, received: Received) -> set[Scheme]:
        # Deliveries that differ in nothing but the signature have one table of what it may be.
        blank = received.body_with_blank_signature()
        if blank not in self._tables:
            self._tables[blank] = self._table(received)
        table = self._tables[blank]
        notations = {scheme.comparable(received.signature) for scheme in self._notations}
        return {scheme for notation in notations for scheme in table.get(notation, ())}

    def _table(self, received: Received) -> dict[bytes, set[Scheme]]:
        """Every signature that the delivery may have, and the schemes that make it."""
        table: dict[bytes, set[Scheme]] = defaultdict(set)
        for scheme, signer in self._signers:
            with suppress(WebhookPayloadError):  # a part that the scheme signs is not there
                table[signer(received) if type(scheme) is Scheme else _signed(scheme, signer, received)].add(scheme)
        return dict(table)


def _signed(scheme: Scheme, signer: Signer, received: Received) -> bytes:
    """The signature of a scheme of one's own, whose signer may not do what it should."""
    name = type(scheme).__qualname__
    try:
        signature = cast("object", signer(received))
    except WebhookPayloadError:
        raise
    except Exception as error:  # noqa: BLE001 - it may raise whatever it likes
        # Not its text, which may hold what it signs with.
        frame = traceback.extract_tb(error.__traceback__)[-1]
        problem = f"The signer of {name} failed: {type(error).__name__} at {frame.filename}:{frame.lineno}."
    else:
        if isinstance(signature, bytes):
            return signature
        problem = f"The signer of {name} must give the signature as bytes; it gave {type(signature).__name__}."
    raise ConfigurationError(problem)


def captured_body(content: bytes) -> bytes:
    """Return the body of a capture: what follows the headers of a raw HTTP request, or else all of it.

    Args:
        content: What a file holds.
    """
    head = _HTTP_HEAD.match(content)
    return content if head is None else content[head.end() :]
