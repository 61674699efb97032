"""Benchmarks: what is measured by hand and not with every change."""
