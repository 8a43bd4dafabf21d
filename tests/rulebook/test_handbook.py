"""The handbook of rulebooks says everything that can be written, and its own example can be used."""

import re
from collections.abc import Iterator
from pathlib import Path
from types import UnionType
from typing import Any, Literal, get_args, get_origin

import msgspec

from desk.rulebook.facts import COMPUTED, FACTS
from desk.rulebook.layout import Block, Layout
from desk.rulebook.limits import parse_limit
from desk.rulebook.loading import Manual, load
from desk.rulebook.model import Rulebook
from desk.rulebook.places import PLACES

HANDBOOK = Path(__file__).parents[2] / "docs" / "rulebook.md"
TEXT = HANDBOOK.read_text(encoding="utf-8")
CODE = re.findall(r"```toml\n(.*?)```", TEXT, re.DOTALL)
PROSE = re.sub(r"```.*?```", "", TEXT, flags=re.DOTALL)
WORDS = set(re.findall(r"[A-Za-z_][\w.-]*", " ".join([*re.findall(r"`([^`]+)`", PROSE), *CODE])))


def structs(of: Any) -> Iterator[type[msgspec.Struct]]:
    """The struct and everything in it, but for layouts, which a page of their own describes."""
    if of is Layout:
        return
    if isinstance(of, type) and issubclass(of, msgspec.Struct):
        yield of
        for field in msgspec.structs.fields(of):
            yield from structs(field.type)
        return
    for inner in get_args(of) if get_origin(of) is not Literal else ():
        yield from structs(inner)


def keys() -> list[tuple[str, str]]:
    found = {
        (struct.__name__, field.encode_name)
        for struct in structs(Rulebook)
        for field in msgspec.structs.fields(struct)
        if field.encode_name != "layouts"
    }
    return sorted(found)


def closed_words() -> list[str]:
    """Every word of every closed list in the model."""

    def literals(of: Any) -> Iterator[str]:
        if get_origin(of) is Literal:
            yield from (word for word in get_args(of) if isinstance(word, str))
        elif isinstance(of, UnionType) or get_origin(of):
            for inner in get_args(of):
                yield from literals(inner)

    return sorted(
        {
            word
            for struct in structs(Rulebook)
            for field in msgspec.structs.fields(struct)
            for word in literals(field.type)
        }
    )


def test_the_first_example_is_a_rulebook_that_can_be_used() -> None:
    book = load(Manual({"rules.toml": CODE[0], "forms/slip.toml": CODE[1]}))

    assert book.name == "小店投诉办法"
    assert book.clock("close_3wd").limit == "3wd"


def test_every_key_that_can_be_written_is_explained() -> None:
    assert [f"{struct}.{key}" for struct, key in keys() if key not in WORDS] == []


def test_every_closed_word_is_explained() -> None:
    assert [word for word in closed_words() if word not in WORDS] == []


def test_every_known_and_every_computed_fact_is_listed() -> None:
    facts = {fact.replace("proxy.", "complainant.") for fact in FACTS}

    assert (facts | set(COMPUTED)) - WORDS == set()


def test_every_place_is_listed_under_its_beginning() -> None:
    listed = {f"{start}.{place}" for start in ("case", "office", "paper") for place in WORDS} | WORDS

    assert set(PLACES) - listed == set()


def test_every_kind_of_block_is_named() -> None:
    assert {block.__struct_config__.tag for block in get_args(Block)} - WORDS == set()


def test_the_limits_in_the_handbook_can_be_read() -> None:
    section = TEXT.split("## 时限的写法")[1].split("\n## ")[0]
    limits = [word for cell in re.findall(r"`([^`]+)`", section) for word in cell.split()]

    assert len(limits) >= 14
    assert all(parse_limit(limit) for limit in limits)


def test_a_key_that_the_handbook_leaves_out_would_be_noticed() -> None:
    """The control: taken out of its table, a key's word stands nowhere else."""
    without = PROSE.replace("`anonymity`", "").replace("`choose_lead`", "")
    left = set(re.findall(r"[A-Za-z_][\w.-]*", " ".join([*re.findall(r"`([^`]+)`", without), *CODE])))

    assert {("Kind", "anonymity"), ("Category", "choose_lead")} <= set(keys())
    assert not {"anonymity", "choose_lead"} & left
