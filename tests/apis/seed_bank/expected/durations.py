# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/seed_bank; CONTRIBUTING.md says how to change what is generated.
"""Durations: those of a fixed length, and those of years and months."""

from ._json.calendar_durations import CalendarDuration as CalendarDuration, Duration as Duration

__all__ = ["CalendarDuration", "Duration"]
