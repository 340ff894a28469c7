"""Reading a paper as a chair would: findings with stable codes, each with a reason and a next step.

`findings.findings` reads a paper, `length.length_findings` judges its length, `codes.explain` says more about a code.
"""
