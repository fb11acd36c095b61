"""Holds arguments against what the document demands of values beyond their types; imported where that is asked for."""
