"""Pages made to hurt a reader, each family at any size."""
