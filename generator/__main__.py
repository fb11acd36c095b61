"""The old command of the generator, for one release: it names the new one and runs it."""

import runpy
import sys
from pathlib import Path

print("`python -m generator` goes with the next release; run `python -m sdkwright`.", file=sys.stderr)
sys.path.insert(0, str(Path(__file__).resolve().parent))
runpy.run_module("sdkwright", run_name="__main__", alter_sys=True)
