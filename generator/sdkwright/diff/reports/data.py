"""A comparison as JSON."""

import json

from sdkwright.diff.comparison import Comparison
from sdkwright.diff.rules import RULES


def to_json(comparison: Comparison) -> str:
    """The comparison for machines: revisions, the worst severity, the version, and every finding with its reason."""
    bump = comparison.bump
    return (
        json.dumps(
            {
                "old": {"name": comparison.old.name, "sha256": comparison.old.sha256},
                "new": {"name": comparison.new.name, "sha256": comparison.new.sha256},
                "levels": [level.value for level in comparison.levels],
                "worst": str(comparison.worst),
                "version": None
                if bump is None
                else {"old": bump.old, "new": bump.new, "part": bump.part.value, "reason": bump.reason},
                "findings": [
                    {
                        "level": finding.level.value,
                        "severity": str(finding.severity),
                        "rule": finding.rule,
                        "place": finding.place,
                        "text": finding.text,
                        "why": RULES[finding.rule].why,
                        "affects": list(finding.affects),
                    }
                    for finding in comparison.findings
                ],
            },
            indent=2,
            ensure_ascii=False,
        )
        + "\n"
    )
