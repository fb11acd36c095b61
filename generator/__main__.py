"""Runs the command line: `python -m generator`."""

import sys

try:
    # The imports take long enough to be interrupted, and `main` cannot tell of that yet.
    from generator.cli import main
except KeyboardInterrupt:
    print("interrupted; nothing was changed.", file=sys.stderr)
    sys.exit(130)

sys.exit(main())
