"""The hook for the command line in use. A project's own `hooks/command_line.py` takes this module's place."""

from ._command_line import DefaultCommandLine as CommandLine

__all__ = ["CommandLine"]
