"""Text with places: what stands where in a file. Knows nothing of lessons."""
