"""A new project: what is proposed for it, and what is written of that."""

from sdkwright.new.proposal import Action, Confidence, Named, Proposal, Setting, Table

__all__ = ["Action", "Confidence", "Named", "Proposal", "Setting", "Table"]
