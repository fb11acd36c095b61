"""`python -m` with the package's name is its command."""

import sys

if __name__ == "__main__":
    from .cli import main

    sys.exit(main())
