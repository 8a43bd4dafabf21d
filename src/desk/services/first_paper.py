"""What the first paper of a process would wait for, made ready beside the windows."""

from threading import Thread


def prepare() -> Thread:
    """Open the fonts and bring in what draws; the first paper then takes a tenth of the work."""
    from desk.paper import drawing, fonts, pictures  # noqa: F401

    return fonts.warm()
