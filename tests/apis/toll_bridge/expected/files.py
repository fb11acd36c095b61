# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/toll_bridge; CONTRIBUTING.md says how to change what is generated.
"""Files to send: what may be given for one, and how it is named."""

from ._http.uploads import FileContent as FileContent, FileTypes as FileTypes, Upload as Upload

__all__ = ["FileContent", "FileTypes", "Upload"]
