"""Validates, links and publishes a primary-school psychology curriculum written in Markdown.

Read :mod:`generator.pipeline` next: it is the straight line from files to a site.
"""
