"""Lets the tests import override modules from where they lie, in front of their copies in the generated package."""

import os
import signal
from pathlib import Path

import envoice

ROOT = Path(__file__).parents[1]

# Processes that tests start run this checkout's own generator, whichever is installed.
os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(ROOT / "generator"), os.environ.get("PYTHONPATH")]))

# An installed package is tested as it was installed.
if Path(envoice.__file__).is_relative_to(ROOT / "generated"):
    envoice.__path__.insert(0, str(ROOT / "overrides" / "envoice"))

# A shell starts what runs in the background with interrupts ignored, and the processes of tests would inherit that.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
