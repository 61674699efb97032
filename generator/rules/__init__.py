"""What must be true of the curriculum. One rule a file, found by discovery, in families.

A rule is a generator ``(library) -> Iterator[Finding]`` under :func:`generator.rules.rule.rule`;
the module's docstring is its manual.
"""
