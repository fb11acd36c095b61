"""Answers that are read in parts: events, lines and files."""
