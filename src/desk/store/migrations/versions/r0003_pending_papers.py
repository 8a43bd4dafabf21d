"""What issued papers still wait for, as rows that go when it is done: a list of them must not read every paper there is.

What the papers of an older store wait for is found once: in the print log, in the timelines, and in the manuals' texts.
"""

import json
import tomllib
from collections.abc import Iterator

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer, "sqlite")
KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
STEPS = {"seal": "sealed:", "deliver": "delivered:"}

_UNPRINTED = sa.text("""
    INSERT INTO paper_pending (what, paper_id) SELECT 'print', p.id FROM paper p
    WHERE NOT EXISTS (SELECT 1 FROM paper_void v WHERE v.paper_id = p.id)
    AND NOT EXISTS (SELECT 1 FROM print_log l WHERE l.paper_id = p.id)
""")
_UNDONE = sa.text("""
    INSERT INTO paper_pending (what, paper_id) SELECT CAST(:what AS TEXT), p.id
    FROM paper p JOIN complaint c ON c.id = p.case_id
    WHERE c.rulebook = :rulebook AND c.rulebook_version = :version AND p.kind = :kind
    AND NOT EXISTS (SELECT 1 FROM paper_void v WHERE v.paper_id = p.id)
    AND NOT EXISTS (
        SELECT 1 FROM happening h WHERE h.case_id = p.case_id AND NOT h.undone
        AND h.step = CAST(:step AS TEXT) || CAST(p.id AS TEXT)
    )
""")


def upgrade() -> None:
    """Adds the table and fills it."""
    op.create_table(
        "paper_pending",
        sa.Column("what", KEY, primary_key=True),
        sa.Column("paper_id", BIG, sa.ForeignKey("paper.id"), primary_key=True, autoincrement=False),
        sqlite_with_rowid=False,
    )
    connection = op.get_bind()
    connection.execute(_UNPRINTED)
    for rulebook, version, what, kind in list(_kinds(connection)):
        given = {"rulebook": rulebook, "version": version, "what": what, "kind": kind, "step": STEPS[what]}
        connection.execute(_UNDONE, given)


def _kinds(connection: sa.Connection) -> Iterator[tuple[str, str, str, str]]:
    """Which kinds of papers are sealed or delivered, by the text of each manual that was ever adopted."""
    for rulebook, version, text in connection.execute(sa.text("SELECT id, version, text FROM rulebook_text")):
        for kind, paper in _papers(json.loads(text)).items():
            if paper.get("seal"):
                yield rulebook, version, "seal", kind
            if paper.get("nature") in ("decision", "notice"):
                yield rulebook, version, "deliver", kind


def _papers(files: dict[str, str]) -> dict[str, dict[str, object]]:
    """The manual's papers by id; a later file says over what an earlier one said."""
    found: dict[str, dict[str, object]] = {}
    for name in sorted(files, key=lambda name: (name != "rules.toml", name)):
        if name.endswith(".toml"):
            for paper in tomllib.loads(files[name]).get("paper", ()):
                if isinstance(paper, dict) and "id" in paper:
                    found.setdefault(str(paper["id"]), {}).update(paper)
    return found
