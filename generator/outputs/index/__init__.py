"""What the search index is made of; ``generator.outputs.search`` puts it together."""
