"""Offices for tests: set up as a clerk would, in a fresh folder, on both kinds of store."""

import atexit
import shutil
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from tests.small_office import at

from desk.services.office import Office, open_office
from desk.services.setting_up import init_office

NOON = at("2026-11-20 12:00")
SETTINGS = {
    "office.phone": "010-12345678",
    "office.address": "示范区人民路1号",
    "office.code": "示市监",
    "office.short_name": "示范局",
}


def make_office(home: Path, rulebook: str, url: str | None = None) -> Office:
    """A practice office whose clock stands at noon of Friday, 20 November 2026."""
    if url is None:
        shutil.copytree(_model(rulebook), home)
        return open_office(home, now=NOON)
    return _set_up(home, rulebook, url)


def _set_up(home: Path, rulebook: str, url: str | None = None) -> Office:
    return init_office(
        home,
        rulebook=rulebook,
        name="示范区市场监督管理局",
        store_url=url,
        practice=True,
        now=NOON,
        settings=SETTINGS,
    )


@cache
def _model(rulebook: str) -> Path:
    """An office set up once in a run; the tests' own are copies of its folder, since a new key costs a second."""
    home = Path(tempfile.mkdtemp(prefix="desk-office-")) / rulebook
    _set_up(home, rulebook).close()
    atexit.register(shutil.rmtree, home.parent, ignore_errors=True)
    return home


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def store_url(request: pytest.FixtureRequest) -> str | None:
    """The address of an empty store; None is a file in the office's own folder."""
    if request.param == "sqlite":
        return None
    url: str = request.getfixturevalue("postgres_server").database()
    return url


@pytest.fixture
def market_office(tmp_path: Path, store_url: str | None) -> Iterator[Office]:
    """An office under the market regulator's rulebook."""
    office = make_office(tmp_path / "office", "R15", store_url)
    yield office
    office.close()


@pytest.fixture
def licence_office(tmp_path: Path, store_url: str | None) -> Iterator[Office]:
    """An office under the licence window's rulebook."""
    office = make_office(tmp_path / "office", "R04", store_url)
    yield office
    office.close()
