"""A rulebook whole: an office's manual as one frozen value."""

from collections.abc import Mapping
from typing import Protocol, TypeVar

import msgspec

from desk.rulebook.accounts import (
    Control,
    Indicator,
    Penalty,
    Principle,
    Reward,
    Secrecy,
    Sign,
    Survey,
    Switch,
    Volume,
)
from desk.rulebook.deciding import Authority, Check
from desk.rulebook.documents import Paper, Register, Series
from desk.rulebook.flow import Pause, Role, Scale, State, Step
from desk.rulebook.intake import (
    Category,
    Channel,
    ClockClass,
    Department,
    Field,
    Ground,
    Kind,
    Repeat,
    Representation,
    Route,
    Script,
    Stage,
    Station,
    Validity,
)
from desk.rulebook.kept import kept
from desk.rulebook.layout import Layout
from desk.rulebook.overlays import Overlay
from desk.rulebook.timing import Clock, Duty

FORMAT = 1
"""The number of this format. A release reads all earlier ones; a case keeps the text it was taken in under."""


class Rulebook(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An office's manual. Tables of the same name in ``rules.toml`` fill these tuples, in the manual's order."""

    format: int
    id: str
    version: str
    name: str
    about: str
    organisation: str = ""
    source: str = ""
    profile: str = "state"
    counts_days: str = ""
    update_every: str = ""
    words: Mapping[str, str] = {}
    control: Control = msgspec.field(default_factory=Control)
    switches: tuple[Switch, ...] = msgspec.field(name="switch", default=())
    stations: tuple[Station, ...] = msgspec.field(name="station", default=())
    channels: tuple[Channel, ...] = msgspec.field(name="channel", default=())
    kinds: tuple[Kind, ...] = msgspec.field(name="kind", default=())
    departments: tuple[Department, ...] = msgspec.field(name="department", default=())
    stages: tuple[Stage, ...] = msgspec.field(name="stage", default=())
    clock_classes: tuple[ClockClass, ...] = msgspec.field(name="clock_class", default=())
    categories: tuple[Category, ...] = msgspec.field(name="category", default=())
    routes: tuple[Route, ...] = msgspec.field(name="route", default=())
    repeats: tuple[Repeat, ...] = msgspec.field(name="repeat", default=())
    representations: tuple[Representation, ...] = msgspec.field(name="representation", default=())
    fields: tuple[Field, ...] = msgspec.field(name="field", default=())
    validities: tuple[Validity, ...] = msgspec.field(name="validity", default=())
    grounds: tuple[Ground, ...] = msgspec.field(name="ground", default=())
    scripts: tuple[Script, ...] = msgspec.field(name="script", default=())
    scales: tuple[Scale, ...] = msgspec.field(name="scale", default=())
    roles: tuple[Role, ...] = msgspec.field(name="role", default=())
    states: tuple[State, ...] = msgspec.field(name="state", default=())
    steps: tuple[Step, ...] = msgspec.field(name="step", default=())
    checks: tuple[Check, ...] = msgspec.field(name="check", default=())
    authorities: tuple[Authority, ...] = msgspec.field(name="authority", default=())
    pauses: tuple[Pause, ...] = msgspec.field(name="pause", default=())
    clocks: tuple[Clock, ...] = msgspec.field(name="clock", default=())
    duties: tuple[Duty, ...] = msgspec.field(name="duty", default=())
    series: tuple[Series, ...] = ()
    papers: tuple[Paper, ...] = msgspec.field(name="paper", default=())
    registers: tuple[Register, ...] = msgspec.field(name="register", default=())
    volumes: tuple[Volume, ...] = msgspec.field(name="volume", default=())
    indicators: tuple[Indicator, ...] = msgspec.field(name="indicator", default=())
    penalties: tuple[Penalty, ...] = msgspec.field(name="penalty", default=())
    rewards: tuple[Reward, ...] = msgspec.field(name="reward", default=())
    signs: tuple[Sign, ...] = msgspec.field(name="sign", default=())
    survey: Survey = msgspec.field(default_factory=Survey)
    secrecy: Secrecy = msgspec.field(default_factory=Secrecy)
    principles: tuple[Principle, ...] = msgspec.field(name="principle", default=())
    overlays: tuple[Overlay, ...] = msgspec.field(name="overlay", default=())
    layouts: Mapping[str, Layout] = {}

    def word(self, term: str, otherwise: str = "") -> str:
        """What this office calls ``term`` (投诉人, 申请人, 客户 …)."""
        return self.words.get(term, otherwise or term)

    @property
    def identity_fields(self) -> frozenset[str]:
        """The fields whose values lie with the identities."""
        return _identity_fields(self)

    def kind(self, id: str) -> Kind:
        """The kind of matter ``id``. Like its neighbours it raises ``KeyError`` for an id that is not there."""
        return find(self.kinds, id)

    def channel(self, id: str) -> Channel:
        """The channel ``id``."""
        return find(self.channels, id)

    def category(self, id: str) -> Category:
        """The category ``id``."""
        return find(self.categories, id)

    def seals(self, kind: str) -> bool:
        """Whether the people behind matters of this kind are kept secret (身份密封)."""
        return self.kind(kind).anonymity == "hide" or kind in self.secrecy.sealed_kinds

    def field(self, id: str) -> Field:
        """The field ``id``."""
        return find(self.fields, id)

    def state(self, id: str) -> State:
        """The state ``id``."""
        return find(self.states, id)

    def step(self, id: str) -> Step:
        """The step ``id``."""
        return find(self.steps, id)

    def role(self, id: str) -> Role:
        """The role ``id``."""
        return find(self.roles, id)

    def clock(self, id: str) -> Clock:
        """The clock ``id``."""
        return find(self.clocks, id)

    def paper(self, id: str) -> Paper:
        """The paper ``id``."""
        return find(self.papers, id)

    def register(self, id: str) -> Register:
        """The register ``id``."""
        return find(self.registers, id)

    def fields_at(self, step: str, kind: str = "", channel: str = "") -> tuple[Field, ...]:
        """The fields asked at ``step`` for a kind and channel, in the manual's order; those it completes come after."""
        return _fields_at(self, step, kind, channel)


@kept
def _fields_at(rulebook: Rulebook, step: str, kind: str, channel: str) -> tuple[Field, ...]:
    asked = tuple(field for field in rulebook.fields if _is_asked(field, step, kind, channel))
    completed = next((entry.completes for entry in rulebook.steps if entry.id == step), ())
    known = {field.id for field in asked}
    later = (
        msgspec.structs.replace(field, required=False, required_when="")
        for field in rulebook.fields
        if field.id not in known and any(_is_asked(field, earlier, kind, channel) for earlier in completed)
    )
    return (*asked, *later)


def _is_asked(field: Field, step: str, kind: str, channel: str) -> bool:
    of_kind = not field.kinds or not kind or kind in field.kinds
    return step in field.at and of_kind and (not field.channels or not channel or channel in field.channels)


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


_E = TypeVar("_E", bound=_HasId)


def find(entries: tuple[_E, ...], id: str) -> _E:
    """The entry with this id. Raises ``KeyError`` where there is none."""
    for entry in entries:
        if entry.id == id:
            return entry
    raise KeyError(id)


@kept
def _identity_fields(rulebook: Rulebook) -> frozenset[str]:
    return frozenset(field.id for field in rulebook.fields if field.is_identity)
