"""A site for an engine: one file an engine."""
