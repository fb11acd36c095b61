"""`python -m envoice` is the command `envoice`."""

import sys

if __name__ == "__main__":
    from envoice.cli import main

    sys.exit(main())
