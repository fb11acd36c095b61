"""The exceptions of calls, by kind. `errors` has all of them."""
