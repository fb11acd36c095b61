"""The commands of `sdkwright`, a module for each group; `entry` reads the command line and runs one of them."""

from sdkwright.cli.entry import main

__all__ = ["main"]
