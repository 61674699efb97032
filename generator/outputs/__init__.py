"""What is made beside the pages: one file a thing, each a function ``files(library) -> Iterator[File]``."""
