"""Stores for tests: an encrypted file in a fresh folder, and a PostgreSQL server that lives as long as the test run."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone
from functools import cached_property
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import create_engine, text

from desk.store.engine import Store, open_store

KEY = bytes(range(32))
"""Any 32 bytes; a test needs no secret."""

CHINA = timezone(timedelta(hours=8))
MORNING = datetime(2026, 3, 5, 9, 0, tzinfo=CHINA)
POSTGRES = Path("/usr/lib/postgresql")


class OfficeClock:
    """A clock that a test sets; it goes on by itself only when told."""

    def __init__(self, now: datetime = MORNING) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **units: float) -> None:
        self.now += timedelta(**units)


@pytest.fixture
def clock() -> OfficeClock:
    return OfficeClock()


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty store's file: making the tables once and copying the file saves a quarter of a second a test."""
    path = tmp_path_factory.mktemp("empty") / "desk.db"
    open_store(f"sqlite:///{path}", KEY, now=OfficeClock()).close()
    return path


@pytest.fixture
def sqlite_store(tmp_path: Path, clock: OfficeClock, empty_file: Path) -> Iterator[Store]:
    """A fresh encrypted file, written as durably as in an office."""
    path = tmp_path / "desk.db"
    shutil.copy(empty_file, path)
    store = open_store(f"sqlite:///{path}", KEY, now=clock)
    yield store
    store.close()


def is_root() -> bool:
    """Whether the tests may mount disks and change owners (never so on Windows)."""
    return hasattr(os, "getuid") and os.getuid() == 0


def _server_program(name: str) -> str | None:
    newest = sorted(POSTGRES.glob(f"*/bin/{name}"), key=lambda path: int(path.parts[-3]))
    return str(newest[-1]) if newest else shutil.which(name)


def _memory() -> str | None:
    shared = Path("/dev/shm")
    return str(shared) if shared.is_dir() and shutil.disk_usage(shared).free > 512 << 20 else None


class Server:
    """A PostgreSQL server of our own: a socket in a temporary folder, no network, nothing forced to disk."""

    def __init__(self) -> None:
        # Not under pytest's folder: a socket's path may be 107 bytes long, and the server's user must reach it.
        # In memory where there is room: writing and deleting hundreds of files for each test takes a minute else.
        self.folder = Path(tempfile.mkdtemp(prefix="desk-pg-", dir=_memory()))
        self.folder.chmod(0o755)
        if is_root():
            shutil.chown(self.folder, "postgres", "postgres")
        self._run("initdb", "-D", f"{self.folder}/data", "-U", "app", "--auth=trust", "-E", "UTF8",
                  "--locale=C.UTF-8", "--no-sync")  # fmt: skip
        self.start()

    def start(self) -> None:
        options = f"-k {self.folder} -c listen_addresses='' -c fsync=off -c full_page_writes=off"
        self._run(
            "pg_ctl", "-D", f"{self.folder}/data", "-w", "-l", f"{self.folder}/log", "-o", options, "start"
        )

    def stop(self) -> None:
        self._run("pg_ctl", "-D", f"{self.folder}/data", "-w", "-m", "immediate", "stop")

    def remove(self) -> None:
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def database(self, template: str = "template1") -> str:
        """The address of a new database, empty or a copy of ``template``."""
        name = f"d{uuid4().hex}"
        self._say(f"CREATE DATABASE {name} TEMPLATE {template}")
        return self.url(name).replace("+psycopg", "")

    def drop(self, url: str) -> None:
        """Does away with a database made by ``database``."""
        self._say(f"DROP DATABASE IF EXISTS {_name(url)} WITH (FORCE)")

    def _say(self, words: str) -> None:
        engine = create_engine(self.url("postgres"), isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(text(words))
        engine.dispose()

    @cached_property
    def template(self) -> str:
        """The name of a database with empty tables, made once."""
        url = self.database()
        open_store(url, KEY, now=OfficeClock()).close()
        return _name(url)

    def url(self, database: str) -> str:
        return f"postgresql+psycopg://app@/{database}?host={self.folder}"

    def _run(self, program: str, *arguments: str) -> None:
        path = _server_program(program)
        assert path is not None
        as_user = ["runuser", "-u", "postgres", "--"] if is_root() else []
        subprocess.run([*as_user, path, *arguments], check=True, cwd="/", stdout=subprocess.DEVNULL,
                       stderr=subprocess.PIPE)  # fmt: skip


def _name(url: str) -> str:
    return url.partition("@/")[2].partition("?")[0]


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Server]:
    """A server for this run; tests that need it are skipped where PostgreSQL is not installed."""
    if _server_program("initdb") is None:
        pytest.skip("PostgreSQL is not installed (apt-get install postgresql)")
    server = Server()
    yield server
    server.remove()


@pytest.fixture
def postgres_store(postgres_server: Server, tmp_path: Path, clock: OfficeClock) -> Iterator[Store]:
    """A fresh database on the server, with its high-water mark off the server."""
    url = postgres_server.database(postgres_server.template)
    store = open_store(url, KEY, now=clock, mark=tmp_path / "desk.mark")
    yield store
    store.close()
    postgres_server.drop(url)


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def any_store(request: pytest.FixtureRequest) -> Store:
    """The same test on both kinds of store."""
    store: Store = request.getfixturevalue("sqlite_store" if request.param == "sqlite" else "postgres_store")
    return store


StoreMaker = Callable[..., Store]


@pytest.fixture
def reopened(clock: OfficeClock) -> Iterator[StoreMaker]:
    """Opens the same store once more, as a second desk or after a restart would."""
    opened: list[Store] = []

    def again(store: Store, **options: object) -> Store:
        options.setdefault("mark", store.highwater.path if store.highwater else None)
        opened.append(open_store(store.url, KEY, now=clock, **options))  # type: ignore[arg-type]
        return opened[-1]

    yield again
    for store in opened:
        store.close()
