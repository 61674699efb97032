"""The kinds of content, one a file; each defines ``KIND``."""
