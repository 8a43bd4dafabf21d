"""What holds for every test: no screen is needed, and a run repeats the last one exactly."""

import gc
import os

import pytest
from hypothesis import settings

# Before any test imports Qt.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# The same examples each time, and no haste: the machines that run this differ widely.
settings.register_profile("steady", deadline=None, derandomize=True)
# New examples each time, and many: pytest --hypothesis-profile=search
settings.register_profile("search", deadline=None, max_examples=2000)
settings.load_profile("steady")


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown() -> None:
    """Windows switch the collection of garbage off in every thread but theirs, and tests without windows run on."""
    if not gc.isenabled():
        from desk.gui.collecting import collect

        collect()
