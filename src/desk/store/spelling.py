"""Pinyin initials of names for the search index."""


def initials(name: str) -> list[str]:
    """The initials of ``name`` in every reading."""
    return []
