"""What a new document changes, for whom, and how badly: on the wire, on the Python surface, and for callers' code."""
