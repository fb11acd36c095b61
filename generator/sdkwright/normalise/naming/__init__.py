"""Proposes public names for what has none, and writes accepted ones into `spec/names.toml`.

A name is proposed from how the table names its kin, never used by itself: a person or `name --accept` puts it there.
"""

from sdkwright.normalise.naming.proposal import Evidence, Proposal, Unnamed, UnnamedError

__all__ = ["Evidence", "Proposal", "Unnamed", "UnnamedError"]
