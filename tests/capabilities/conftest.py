"""The fixtures of the capability tests."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.capabilities.counter import Opened, desk_of


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    """Opens practice offices under a manual."""
    with desk_of(tmp_path) as opens:
        yield opens
