"""The revisions, oldest first by number. They import nothing of the program, so that old ones never change."""
