"""Judges that no field is lost in silence: each of the document is in the models, or the ledger tells of it.

`verify/agreement.py` compares the models with the representation. Here nothing stands between the document and them.
"""

import ast

from sdkwright.verify.agreement import field_statements
from sdkwright.verify.staged import Problem, Staged, Verdict, shorten


def judge(staged: Staged) -> Verdict:
    """Judge the models against the properties of the normalised document."""
    nodes = (node for module in staged.models for node in module.tree.body)
    classes = {node.name: node for node in nodes if isinstance(node, ast.ClassDef)}
    problems: list[Problem] = []
    declared = told = 0
    for name, wanted in staged.declared.items():
        node = classes.get(name)
        found = {wire for wire, _ in field_statements(node, classes)} if node is not None else set[str]()
        for field in wanted:
            declared += 1
            if field in found:
                continue
            if f"{name}.{field}" in staged.told:
                told += 1
                continue
            said = f"the field {field!r} of the schema {name} is in neither the models nor the ledger"
            problems.append(Problem(f"{staged.project.name}/models.py", shorten(said)))
    known = f", {told} told in the ledger" if told else ""
    return Verdict(problems, f"{declared} fields in, {declared - told} out{known}")
