"""Runs the command line: `python -m sdkwright`."""

import sys


def main() -> int:
    """Run one command, and return its exit status."""
    try:
        # The imports take long enough to be interrupted, and `cli.main` cannot tell of that yet.
        from sdkwright import cli  # noqa: PLC0415 - as said
    except KeyboardInterrupt:
        print("interrupted; nothing was changed.", file=sys.stderr)
        return 130
    return cli.main()


if __name__ == "__main__":
    sys.exit(main())
