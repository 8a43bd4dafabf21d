"""The ten forms of April 2026 as published: every character and every rule of the specimen, where it stands there.

``official/<form>.tsv`` was measured on the published specimen: character, x and y of its origin in mm; ``-`` a horizontal
rule from x to x at y, ``|`` an upright one from y to y at x. Boxes □ are drawn by us and left out, so is the page number.
"""

from pathlib import Path

import pytest
from tests.paper.papers import Glyph, form, glyphs, rules

from desk.domain.notice import compose
from desk.paper.drawing import draw

FORMS = sorted(path.stem for path in Path(__file__).with_name("official").glob("*.tsv"))
CLOSE = 1.0
"""Millimetres by which a character or a rule may be off."""

UPRIGHT_MARKS = {"report_form": ((36.3, 140.7), (27.8, 202.4))}
"""Origins of 、 in words that run downwards: the specimen's font has an upright form of the mark whose ink stands in the
upper right of its square; ours is the level form moved there, so the same ink has another origin."""
MOVED = (0.55 * 13.9 * 25.4 / 72, -0.55 * 13.9 * 25.4 / 72)


def measured(name: str) -> tuple[list[Glyph], list[tuple[str, float, float, float]]]:
    """The specimen's characters and rules."""
    characters, lines = [], []
    for row in Path(__file__).with_name("official").joinpath(f"{name}.tsv").read_text("utf-8").splitlines():
        kind, *places = row.split("\t")
        if len(places) == 3:
            lines.append((kind, *map(float, places)))
        else:
            characters.append(Glyph(kind, *map(float, places)))
    return characters, lines


def specimen(name: str) -> bytes:
    """Our empty form with the specimen's decorations."""
    return draw(compose(form("R15", name), {}, specimen=True)).data


def pairs(name: str) -> list[tuple[Glyph, Glyph]]:
    """Each character of the specimen with the nearest of ours that is the same; none left over."""
    ours = [glyph for glyph in glyphs(specimen(name)) if glyph.y < 271]
    found = []
    for wanted in measured(name)[0]:
        same = [
            glyph for glyph in ours if glyph.char == wanted.char or {glyph.char, wanted.char} == {":", "："}
        ]
        assert same, f"{wanted} is missing"
        nearest = min(same, key=lambda glyph: abs(glyph.x - wanted.x) + 2 * abs(glyph.y - wanted.y))
        ours.remove(nearest)
        found.append((wanted, nearest))
    assert not [glyph for glyph in ours if glyph.char not in "：:"], "words that the specimen does not have"
    return found


@pytest.mark.parametrize("name", FORMS)
def test_the_words_are_exactly_the_specimens(name):
    assert len(pairs(name)) == len(measured(name)[0])


@pytest.mark.parametrize("name", FORMS)
def test_characters_stand_where_the_specimen_has_them(name):
    away = [
        (wanted, ours)
        for wanted, ours in pairs(name)
        if abs(_ink(name, wanted).x - ours.x) > CLOSE or abs(_ink(name, wanted).y - ours.y) > CLOSE
    ]

    assert not away


def _ink(name: str, glyph: Glyph) -> Glyph:
    """The specimen's character where ours must be for the ink to be in the same place."""
    for x, y in UPRIGHT_MARKS.get(name, ()):
        if glyph.char == "、" and abs(glyph.x - x) < 0.5 and abs(glyph.y - y) < 0.5:
            return glyph._replace(x=glyph.x + MOVED[0], y=glyph.y + MOVED[1])
    return glyph


@pytest.mark.parametrize("name", FORMS)
def test_rules_stand_where_the_specimen_has_them(name):
    ours = list(rules(specimen(name)))

    for kind, start, end, place in measured(name)[1]:
        near = [line for line in ours if line[0] == kind and abs(line[3] - place) <= CLOSE]
        covered = [line for line in near if line[1] <= start + CLOSE and line[2] >= end - CLOSE]
        assert covered or _joined(near, start, end), (kind, start, end, place)


def _joined(lines, start, end):
    """Whether several pieces of a rule cover it together."""
    at = start + CLOSE
    for _, first, last, _ in sorted(lines, key=lambda line: line[1]):
        if first <= at:
            at = max(at, last + CLOSE)
    return at >= end - CLOSE


def test_an_issued_form_has_none_of_the_specimens_decorations():
    paper = compose(form("R15", "acceptance"), {"subject": "甲"}, notes=False)

    assert "文书式样" not in paper.text
    assert "注：" not in paper.text
    assert paper.specimen_page == 0


def test_the_comparison_notices_a_form_that_was_moved():
    moved = [glyph._replace(y=glyph.y + 1.5) for glyph in measured("acceptance")[0]]
    close = [abs(a.y - b.y) <= CLOSE for a, (b, _) in zip(moved, pairs("acceptance"), strict=True)]

    assert not any(close)
