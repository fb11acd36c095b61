"""JSON in and out: exact and lenient decoding, encoding, the shapes of types, and the base of the models."""
