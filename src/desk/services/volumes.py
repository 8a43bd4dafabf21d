"""How much business there was in a period (客运量, 门诊人次 …): entered by people, corrected by people, on record."""

import json
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import TYPE_CHECKING

from desk.domain.errors import DeskError, NotFound
from desk.domain.viewer import Viewer
from desk.domain.volumes import Against, against, span_words, span_written, spans
from desk.rulebook.accounts import Volume
from desk.services.changes import Changes
from desk.services.rights import require
from desk.store import audit
from desk.store import office as office_settings

if TYPE_CHECKING:
    from desk.services.office import Office

_MOST = Decimal(10) ** 12


@dataclass(frozen=True, slots=True)
class Entered:
    """The volume of one period; ``amount`` is empty while nobody has entered it."""

    volume: Volume
    first: date
    words: str
    amount: str = ""
    by: str = ""
    at: datetime | None = None


def listed(office: "Office", first: date, last: date) -> tuple[Entered, ...]:
    """Every volume of the manual in each of its periods that has a day between ``first`` and ``last``."""
    with office.store.reading() as tx:
        settings = office_settings.read(tx)
    return tuple(
        _entered(office, settings, volume, start)
        for volume in office.rulebook.volumes
        for start, _ in spans(volume.every, first, last)
    )


def put(office: "Office", viewer: Viewer, id_: str, period: str, amount: str) -> Changes:
    """Enter or correct the volume of a period, written as 2026-10 or a day of it. Raises ``DeskError``."""
    require(viewer, "supervise", "填写业务量")
    volume, number = _volume(office, id_), _number(amount)
    span = span_written(volume.every, period)
    if span is None:
        raise DeskError("bad_period", f"看不懂期间“{period}”", "例：2026-10，或期间里的任一天", "period")
    if span[0] > office.now().date():
        raise DeskError("future", "这个期间还没有开始", "请到期后再填", "period")
    with office.store.writing() as tx:
        office_settings.hold(tx)
        before = _entered(office, office_settings.read(tx), volume, span[0])
        kept = {"amount": str(number), "by": viewer.user, "at": office.now().isoformat()}
        office_settings.write(tx, {_key(office, volume, span[0]): json.dumps(kept)})
        about = f"{volume.id} {span[0]} {before.amount or '—'} → {number}"
        audit.append(tx, audit.Act(act="volume", by=viewer.user, about=about))
    return Changes(what=frozenset({"settings"}))


def set_against(office: "Office", first: date, last: date) -> Mapping[str, Against]:
    """What the cases of the days are set against, by volume; asks the store only where the manual has volumes."""
    if not office.rulebook.volumes:
        return {}
    given: dict[str, dict[date, Fraction]] = {}
    for one in listed(office, first, last):
        if one.amount:
            given.setdefault(one.volume.id, {})[one.first] = Fraction(Decimal(one.amount))
    return {
        volume.id: against(volume, given.get(volume.id, {}), first, last)
        for volume in office.rulebook.volumes
    }


def _entered(office: "Office", settings: Mapping[str, str], volume: Volume, first: date) -> Entered:
    words = span_words(volume.every, first)
    kept = json.loads(settings.get(_key(office, volume, first), "{}"))
    if not kept:
        return Entered(volume, first, words)
    return Entered(volume, first, words, kept["amount"], kept["by"], datetime.fromisoformat(kept["at"]))


def _key(office: "Office", volume: Volume, first: date) -> str:
    return f"volume.{office.rulebook.id}.{volume.id}.{first}"


def _volume(office: "Office", id_: str) -> Volume:
    found = next((volume for volume in office.rulebook.volumes if volume.id == id_), None)
    if found is None:
        known = "、".join(f"{one.id}（{one.name}）" for one in office.rulebook.volumes)
        raise NotFound("no_volume", f"规则簿里没有业务量“{id_}”", f"可用：{known or '没有'}", "volume")
    return found


def _number(typed: str) -> Decimal:
    """What was typed, thousands separated or not. Raises ``DeskError``."""
    try:
        number = Decimal("".join(_plain(typed)))
    except InvalidOperation:
        number = Decimal(-1)
    if not number.is_finite() or not 0 <= number < _MOST:
        raise DeskError(
            "bad_number", f"“{typed}”不是业务量的数", "请填不小于零的数，可以有小数，例：1234.5", "amount"
        )
    return number


def _plain(typed: str) -> Iterator[str]:
    return (char for char in unicodedata.normalize("NFKC", typed) if char not in ", ，\u3000")
