"""Writes durations with days, hours, minutes and seconds, as most services do: msgspec knows days and seconds alone."""

from __future__ import annotations

from datetime import timedelta


def duration_text(value: timedelta) -> str:
    """Return a duration as in ISO 8601, such as `P1DT2H30M` or `-PT0.5S`.

    Args:
        value: Any duration.
    """
    sign, value = ("-", -value) if value < timedelta() else ("", value)
    hours, seconds = divmod(value.seconds, 3600)
    minutes, seconds = divmod(seconds, 60)
    fraction = f".{value.microseconds:06}".rstrip("0") if value.microseconds else ""
    days = f"{value.days}D" if value.days else ""
    parts = [f"{hours}H" if hours else "", f"{minutes}M" if minutes else ""]
    parts += [f"{seconds}{fraction}S" if seconds or fraction else ""]
    time = "".join(parts)
    if not days and not time:
        return "PT0S"
    return f"{sign}P{days}{'T' if time else ''}{time}"
