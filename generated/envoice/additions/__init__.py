"""Hand-written methods added to generated resources: a module named like the resource, with the same two classes."""
