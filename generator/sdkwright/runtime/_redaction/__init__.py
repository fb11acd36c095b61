"""Keeps secrets out of what is printed, logged, raised and pickled."""
