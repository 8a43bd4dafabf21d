"""The office's seals as pictures, each encrypted with who may use it; taken out only to be pressed on a paper."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, select, update

from desk.domain.document import SealPicture
from desk.domain.errors import NotFound
from desk.store import schema
from desk.store.encoding import micros, moment
from desk.store.transaction import Transaction

_t = schema.seal_image


@dataclass(frozen=True, slots=True, kw_only=True)
class SealImage:
    """A seal kept as a picture, without the picture: lengths in mm, its keepers by user and by role, who put it in."""

    name: str
    width: float
    height: float
    sha256: str
    users: tuple[str, ...]
    roles: tuple[str, ...]
    at: datetime
    by: str


def listed(tx: Transaction) -> tuple[SealImage, ...]:
    """All seals that are kept as pictures, by name; the pictures stay where they are."""
    columns = [column for column in _t.c if column.name != "data"]
    return tuple(_image(tx, row) for row in tx.connection.execute(select(*columns).order_by(_t.c.name)))


def put(
    tx: Transaction, name: str, picture: SealPicture, keepers: Mapping[str, tuple[str, ...]], by: str
) -> None:
    """Keep the picture under the seal's name instead of what was there. ``keepers``: ``users`` and ``roles``."""
    tx.connection.execute(delete(_t).where(_t.c.name == name))
    row = {
        "name": name, "width": round(picture.width * 1000), "height": round(picture.height * 1000),
        "sha256": hashlib.sha256(picture.data).hexdigest(), "keepers": _written(keepers), "at": micros(tx.now()),
        "by": by, "data": tx.cipher.seal(picture.data, f"seal image:{name}"),
    }  # fmt: skip
    tx.connection.execute(insert(_t), row)


def entrust(tx: Transaction, name: str, keepers: Mapping[str, tuple[str, ...]]) -> None:
    """Let these and nobody else use the seal."""
    tx.connection.execute(update(_t).where(_t.c.name == name).values(keepers=_written(keepers)))


def remove(tx: Transaction, name: str) -> None:
    """Keep the picture no longer; papers that bear it stay as they are."""
    tx.connection.execute(delete(_t).where(_t.c.name == name))


def picture(tx: Transaction, name: str) -> SealPicture:
    """The picture itself. Raises ``NotFound``."""
    row = tx.connection.execute(select(_t).where(_t.c.name == name)).first()
    if row is None:
        raise NotFound("no_seal_image", f"没有“{name}”的电子印章", "请在单位设置里看现有的电子印章", "seal")
    data = tx.cipher.open(bytes(row.data), f"seal image:{name}")
    return SealPicture(data=data, width=row.width / 1000, height=row.height / 1000)


def _written(keepers: Mapping[str, tuple[str, ...]]) -> str:
    return json.dumps({key: sorted(set(keepers.get(key, ()))) for key in ("users", "roles")})


def _image(tx: Transaction, row: Any) -> SealImage:
    keepers = json.loads(row.keepers)
    return SealImage(
        name=row.name, width=row.width / 1000, height=row.height / 1000, sha256=row.sha256,
        users=tuple(keepers["users"]), roles=tuple(keepers["roles"]),
        at=moment(row.at).astimezone(tx.now().tzinfo), by=row.by,
    )  # fmt: skip
