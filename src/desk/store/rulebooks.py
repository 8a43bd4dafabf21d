"""The exact text of every adopted version of a rulebook: a case is judged by the one it was taken in under."""

import json
from datetime import datetime

from sqlalchemy import insert, select

from desk.domain.errors import NotFound
from desk.rulebook.loading import Manual
from desk.rulebook.model import Rulebook
from desk.store import schema
from desk.store.encoding import dump, micros
from desk.store.transaction import Transaction

_t = schema.rulebook_text


def adopt(tx: Transaction, rulebook: Rulebook, manual: Manual, *, at: datetime) -> None:
    """Keep the text of this version. Adopting the same version again does nothing."""
    known = select(_t.c.sha256).where(_t.c.id == rulebook.id, _t.c.version == rulebook.version)
    if tx.connection.execute(known).first():
        return
    row = {
        "id": rulebook.id, "version": rulebook.version, "format": rulebook.format, "sha256": manual.sha256,
        "text": dump(dict(manual.files)), "adopted_at": micros(at),
        "prepared_by": rulebook.control.prepared, "approved_by": rulebook.control.approved,
    }  # fmt: skip
    tx.connection.execute(insert(_t), row)


def free_version(tx: Transaction, rulebook: Rulebook, manual: Manual) -> str:
    """The version under which this text is kept: its own, or with a number where another text has taken that."""
    query = select(_t.c.version, _t.c.sha256).where(_t.c.id == rulebook.id)
    taken: dict[str, str] = dict(tx.connection.execute(query).all())
    wanted, n = rulebook.version, 1
    while taken.get(wanted, manual.sha256) != manual.sha256:
        n += 1
        wanted = f"{rulebook.version}-{n}"
    return wanted


def text(tx: Transaction, rulebook: str, version: str) -> Manual:
    """The text of one adopted version. Raises ``NotFound``."""
    query = select(_t.c.text).where(_t.c.id == rulebook, _t.c.version == version)
    found = tx.connection.execute(query).scalar()
    if found is None:
        raise NotFound(
            "no_rulebook", f"没有采用过规则簿 {rulebook} {version}", "可用的见 desk rulebook list", "rulebook"
        )
    return Manual(json.loads(found))


def current(tx: Transaction, rulebook: str) -> Manual:
    """The version adopted last. Raises ``NotFound``."""
    query = select(_t.c.version).where(_t.c.id == rulebook).order_by(_t.c.adopted_at.desc()).limit(1)
    version = tx.connection.execute(query).scalar()
    return text(tx, rulebook, version or "")


def versions(tx: Transaction) -> tuple[tuple[str, str], ...]:
    """Every adopted version as (id, version), the latest first."""
    query = select(_t.c.id, _t.c.version).order_by(_t.c.adopted_at.desc())
    return tuple((id_, version) for id_, version in tx.connection.execute(query))
