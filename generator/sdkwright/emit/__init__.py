"""Turns the normalised document into the source files of the package."""
