"""What holds for all tests: where the package and its generator are imported from, and how interrupts arrive."""

import os
import signal
from pathlib import Path

import envoice

from tests import layers

ROOT = Path(__file__).parents[1]

# Processes that tests start run this checkout's own generator, whichever is installed.
os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(ROOT / "generator"), os.environ.get("PYTHONPATH")]))

# An installed package is tested as it was installed.
if Path(envoice.__file__).is_relative_to(ROOT / "generated"):
    layers.install()

# A shell starts what runs in the background with interrupts ignored, and the processes of tests would inherit that.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
