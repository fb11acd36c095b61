"""Says in words what the document demands of a value, and what it has where nothing is sent."""

from sdkwright.ir import Direction, Field
from sdkwright.normalise.units import UNITS

_LONGEST = 80


def notes(field: Field, direction: Direction | None = None) -> list[str]:
    """What there is to say of a field beyond its type and its text, a phrase each, as in `at most 20 characters`.

    Args:
        field: The field.
        direction: Which bodies carry its model; None where the field stands for an argument.
    """
    found = [UNITS[field.unit]] if field.unit in UNITS else []
    found += field.constraints
    if field.default:
        default = " ".join(field.default.split())
        found.append(f"by default {default if len(default) <= _LONGEST else f'{default[: _LONGEST - 1]}…'}")
    if direction in {Direction.SENT, Direction.BOTH}:
        found += ["set by the service alone"] if field.read_only else []
    if direction in {Direction.RECEIVED, Direction.BOTH}:
        found += ["never answered"] if field.write_only else []
    return found
