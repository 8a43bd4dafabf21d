"""Taking in: where a matter comes from, what kind it is, what it concerns, and what must be asked."""

from typing import Literal

from msgspec.structs import force_setattr

from desk.rulebook.base import Entry, Named
from desk.rulebook.facts import FACTS, FieldType

Anonymity = Literal["refuse", "allow", "hide"]
"""``refuse``: a real name is needed; ``allow``: may stay unnamed; ``hide``: named, but identity is sealed."""


class Station(Named, frozen=True, kw_only=True):
    """A window (窗口) or desk at which matters are taken in."""


class Channel(Named, frozen=True, kw_only=True):
    """A way in (渠道). Without ``personal`` there need not be a complainant (media, own discovery)."""

    personal: bool = True
    on_site: bool = False
    asks: tuple[str, ...] = ()


class Kind(Named, frozen=True, kw_only=True):
    """A kind of matter (类型) with its own flow, number series and rule on names."""

    starts: str
    series: str
    anonymity: Anonymity = "allow"
    counts: bool = True
    channels: tuple[str, ...] = ()
    brief: str = ""


class Department(Named, frozen=True, kw_only=True):
    """A department and the other names that the manual uses for it."""

    aliases: tuple[str, ...] = ()


class Category(Named, frozen=True, kw_only=True):
    """A node of the category tree. ``choose_lead``: the lead department is decided case by case.

    ``clock_class`` names the coarser class whose limits hold for it, where the manual has two classifications. ``code`` is
    the manual's or a platform's: cases are found by it, and registers, figures and imports know it.
    """

    parent: str = ""
    kinds: tuple[str, ...] = ()
    lead: str = ""
    assist: tuple[str, ...] = ()
    choose_lead: bool = False
    clock_class: str = ""
    enabled: bool = True
    stages: tuple[str, ...] = ()
    code: str = ""

    @property
    def title(self) -> str:
        """Its code and its name, as lists and figures show it."""
        return f"{self.code} {self.name}".strip()


class ClockClass(Named, frozen=True, kw_only=True):
    """A coarser class of matters that only limits go by; ``text`` is the manual's definition of it."""

    text: str = ""


class Stage(Named, frozen=True, kw_only=True):
    """A stage of a product's life; a category allows the stages it lists (product × stage)."""


Tense = Literal["past", "future"]
"""Whether a date lies behind us when it is written down, or ahead."""

_HAPPENED = frozenset({"happened_on", "known_on", "post.stamped_on"})
"""Known facts that lie behind us whatever a manual calls them."""


class Choice(Entry, frozen=True, kw_only=True):
    """One choice of a field: the stored value and what people read."""

    id: str
    name: str


class Column(Entry, frozen=True, kw_only=True):
    """A column of a field that holds rows (people, items, materials); with ``total`` its numbers must add up to that.

    ``blank`` is what an empty cell of the ``held`` column stands for: 是 where only what was handed in is listed.
    ``if_no`` says what becomes of an entry where a yes-or-no cell says no: nothing, a warning, or a refusal.
    """

    id: str
    name: str
    type: FieldType = "text"
    required: bool = False
    total: int = 0
    blank: str = ""
    if_no: Literal["accepted", "warned", "refused"] = "accepted"


_USUAL_COLUMNS: dict[FieldType, tuple[Column, ...]] = {
    "people": (
        Column(id="name", name="姓名", required=True),
        Column(id="phone", name="联系电话", type="phone"),
        Column(id="id_number", name="证件号码", type="id_number"),
        Column(id="address", name="联系地址"),
    ),
    "items": (
        Column(id="name", name="名称", required=True),
        Column(id="amount", name="数量"),
        Column(id="remark", name="说明"),
    ),
    "materials": (
        Column(id="name", name="材料名称", required=True),
        Column(id="original", name="原件或复印件"),
        Column(id="copies", name="份数", type="count"),
        Column(id="pages", name="页数", type="count"),
        Column(id="held", name="已收到", type="yes_no", blank="是"),
    ),
}
"""What a field that holds rows has where the rulebook names no columns; papers count on these ids."""


_USUAL_COLUMNS_OF: dict[str, tuple[Column, ...]] = {
    "outsiders": (
        Column(id="name", name="单位", required=True),
        Column(id="part", name="是什么单位"),
        Column(id="contact", name="联系人", required=True),
        Column(id="phone", name="电话"),
        Column(id="since", name="联系日期", type="date", required=True),
        Column(id="remark", name="说明"),
    )
}
"""The same for a known fact whose rows are of a sort of their own."""


class Field(Entry, frozen=True, kw_only=True):
    """One field, asked at the steps in ``at``. ``id`` is a known fact or a new one, which then needs ``label`` and ``type``.

    ``required`` holds at every step in ``at``; ``required_when`` is a criterion; ``first`` puts it on the first screen.
    ``loss`` tells the clerk what suffers while it is missing. ``begins`` are facts whose words are proposed to start
    from. ``tense``: a date on the other side of today is warned about.
    """

    id: str
    label: str = ""
    type: FieldType | None = None
    at: tuple[str, ...] = ("register",)
    kinds: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    required: bool = False
    required_when: str = ""
    first: bool = False
    personal: bool = False
    identity: bool = False
    choices: tuple[Choice, ...] = ()
    columns: tuple[Column, ...] = ()
    default: str = ""
    hint: str = ""
    loss: str = ""
    begins: tuple[str, ...] = ()
    tense: Tense | None = None
    remember: bool = False
    limit: int = 0

    def __post_init__(self) -> None:
        """Give rows their usual columns, and what happened its tense."""
        type_ = self.type or (FACTS[self.id].type if self.id in FACTS else None)
        if not self.tense and self.id in _HAPPENED:
            force_setattr(self, "tense", "past")
        usual = _USUAL_COLUMNS_OF.get(self.id) or (_USUAL_COLUMNS.get(type_) if type_ else None)
        if not self.columns and usual:
            force_setattr(self, "columns", usual)

    @property
    def title(self) -> str:
        """What the window and messages call it."""
        return self.label or FACTS[self.id].label

    @property
    def kind_of_value(self) -> FieldType:
        """The type that holds: the rulebook's own, else the known fact's."""
        return self.type or FACTS[self.id].type

    @property
    def is_identity(self) -> bool:
        """Whether its value lies with the identities."""
        return self.identity or (self.id in FACTS and FACTS[self.id].identity)


class Validity(Named, frozen=True, kw_only=True):
    """A validity class (有效、无效、待改进). ``counts``: cases of this class enter the closing rate."""

    counts: bool = True
    needs_ground: bool = False
    when_undecidable: bool = False
    script: str = ""


class Ground(Entry, frozen=True, kw_only=True):
    """A coded ground for refusing, for invalidity or for ending: ``step`` or ``validity`` says for which.

    ``needs`` are facts without which this ground cannot be chosen (a judgment's date where a lawsuit ends the matter).
    """

    id: str
    code: str
    text: str
    step: str = ""
    validity: str = ""
    kinds: tuple[str, ...] = ()
    hint_when: str = ""
    needs: tuple[str, ...] = ()


class Representation(Named, frozen=True, kw_only=True):
    """Who speaks for the complainant, and what that person has to bring."""

    needs: tuple[str, ...] = ()
    most: int = 0


class Script(Named, frozen=True, kw_only=True):
    """Words to say or write: a phrase of the office for a situation."""

    text: str
    when: str = ""


class Route(Named, frozen=True, kw_only=True):
    """Who is proposed for a matter by its facts, where the category alone does not decide: the first route that holds.

    ``department`` is proposed at ``step``; ``role`` names the person in it. Nobody is bound by a proposal.
    """

    when: str
    step: str
    department: str = ""
    role: str = ""
    text: str = ""


class Repeat(Named, frozen=True, kw_only=True):
    """How a repetition is counted: which computed fact, and how far back (``3mo``; ``unset``: without end).

    ``since``: the earlier matter's receipt or its closing. From ``times`` on the case bears this name (二次投诉).
    """

    fact: Literal["same_person", "same_object", "same_matter", "same_event"]
    within: str = "unset"
    times: int = 2
    since: Literal["received", "closed"] = "received"
