"""What the handbook shows: a page kind a file, each a function ``pages(library) -> Iterator[Page]``."""
