"""A rulebook read back as chapters of tables: the same for the window's page, the printed handbook and a comparison."""

from collections.abc import Callable

from desk.domain.handbook_clocks import clocks
from desk.domain.handbook_office import (
    degrees,
    departments,
    duties,
    repeats,
    roles,
    routes,
    scripts,
    secrecy,
    validity,
)
from desk.domain.handbook_papers import papers, registers, series
from desk.domain.handbook_words import BLANK, Chapter, said, saying, when_words, yes
from desk.domain.volumes import EVERY
from desk.rulebook.accounts import Indicator
from desk.rulebook.layout import Layout, ListColumn, Listing, Text
from desk.rulebook.model import Rulebook
from desk.rulebook.styles import Page

__all__ = ["BLANK", "Chapter", "chapters", "handbook_layout", "handbook_values"]

_WIDTH = 174.0


def chapters(book: Rulebook) -> tuple[Chapter, ...]:
    """The rulebook's chapters in the order in which a clerk meets them; empty ones are left out."""
    made = (make(book) for make in _CHAPTERS)
    return tuple(chapter for chapter in made if chapter.rows)


def handbook_layout(book: Rulebook) -> Layout:
    """The printed handbook as a paper: title, a list for each chapter, and the document control on every page (CAP-07)."""
    blocks: list[Text | Listing] = [
        Text(text=book.name, style="title"),
        Text(text=_control(book), style="body"),
        Text(text=book.about, style="body", before=2),
    ]
    for chapter in chapters(book):
        blocks.append(Text(text=chapter.title, style="heading", before=4, keep=True))
        if chapter.id == "clocks" and book.counts_days:
            blocks.append(Text(text=said(book.counts_days), style="body", keep=True))
        blocks.append(_listing(chapter))
    page = Page(top=25, left=18, width=_WIDTH, height=247, leading=20, numbers="of")
    return Layout(
        id="handbook",
        title=book.name,
        profile="state",
        page=page,
        blocks=tuple(blocks),
        code=False,
        foot=_control(book),
    )


def handbook_values(book: Rulebook) -> dict[str, tuple[dict[str, str], ...]]:
    """The rows for ``handbook_layout``, by chapter."""
    return {
        f"chapter.{chapter.id}": tuple(
            {f"c{n}": cell for n, cell in enumerate(row[1:])} for row in chapter.rows
        )
        for chapter in chapters(book)
    }


def _listing(chapter: Chapter) -> Listing:
    whole = sum(weight for _, weight in chapter.columns)
    columns = tuple(
        ListColumn(title=title, width=round(_WIDTH * weight / whole, 2), text=f"{{c{n}}}", align="left")
        for n, (title, weight) in enumerate(chapter.columns)
    )
    return Listing(field=f"chapter.{chapter.id}", columns=columns, least=0)


def _control(book: Rulebook) -> str:
    control = book.control
    parts = (
        ("编号", control.number or book.id),
        ("版本", book.version),
        ("编制", control.prepared),
        ("审阅", control.reviewed),
        ("审核", control.checked),
        ("批准", control.approved),
        ("生效", control.effective),
    )
    return "　".join(f"{title}：{said(words)}" for title, words in parts)


def _channels(book: Rulebook) -> Chapter:
    rows = tuple((c.id, c.name, yes(c.personal), yes(c.on_site), c.source) for c in book.channels)
    return Chapter("channels", "渠道", (("渠道", 6), ("须有投诉人", 3), ("现场", 2), ("出处", 3)), rows)


def _kinds(book: Rulebook) -> Chapter:
    ways = {"refuse": "须实名", "allow": "可匿名", "hide": "身份保密"}
    rows = tuple(
        (k.id, k.name, said(k.brief), ways[k.anonymity], yes(k.counts), k.source) for k in book.kinds
    )
    columns = (("类型", 4), ("说明", 8), ("姓名", 2), ("计入统计", 2), ("出处", 3))
    return Chapter("kinds", "类型", columns, rows)


def _categories(book: Rulebook) -> Chapter:
    group, department = saying(book.categories), saying(book.departments)
    rows = tuple(
        (
            c.id,
            group(c.parent),
            c.title,
            "逐件确定" if c.choose_lead else department(c.lead),
            department(*c.assist),
            c.source,
        )
        for c in book.categories
    )
    return Chapter(
        "categories", "类别与承办", (("上级", 3), ("类别", 5), ("主办", 4), ("协办", 4), ("出处", 3)), rows
    )


def _fields(book: Rulebook) -> Chapter:
    say = saying(book.steps)
    rows = tuple(
        (
            f"{f.id}@{','.join(f.at)}",
            f.title,
            say(*f.at),
            "必填" if f.required else when_words(book, f.required_when),
            f.source,
        )
        for f in book.fields
    )
    return Chapter(
        "fields", "登记和办理时填写的内容", (("内容", 5), ("何时填写", 6), ("必填", 4), ("出处", 3)), rows
    )


def _grounds(book: Rulebook) -> Chapter:
    say = saying(book.steps, book.validities)
    rows = tuple((g.id, say(g.step, g.validity), g.code, said(g.text), g.source) for g in book.grounds)
    return Chapter("grounds", "理由", (("用于", 3), ("序号", 2), ("理由", 10), ("出处", 3)), rows)


def _levels(book: Rulebook) -> Chapter:
    rows = tuple(
        (
            f"{scale.id}.{line.id}",
            scale.name,
            saying(scale.levels)(line.level),
            said(line.text),
            when_words(book, line.when),
            line.source,
        )
        for scale in book.scales
        for line in scale.criteria
    )
    return Chapter(
        "levels", "等级标准", (("标准", 3), ("等级", 3), ("手册原文", 7), ("判断条件", 6), ("出处", 3)), rows
    )


def _steps(book: Rulebook) -> Chapter:
    state, role, step = saying(book.states), saying(book.roles), saying(book.steps)
    rows = tuple(
        (
            s.id,
            s.name,
            state(*s.starting) or "办理中各状态",
            state(s.to),
            role(*s.by),
            "；".join(filter(None, (f"先办{step(*s.after)}" if s.after else "", when_words(book, s.when)))),
            s.source,
        )
        for s in book.steps
    )
    columns = (("步骤", 5), ("从", 5), ("到", 3), ("由谁", 5), ("条件", 6), ("出处", 3))
    return Chapter("steps", "步骤", columns, rows)


def _deciding(book: Rulebook) -> Chapter:
    step, role = saying(book.steps), saying(book.roles)
    checks = tuple(
        (f"c.{c.id}", "不收", step(*c.at), f"{when_words(book, c.when)}：{said(c.text)}", c.source)
        for c in book.checks
    )
    authorities = tuple(
        (
            f"a.{a.id}.{line.id}",
            a.name,
            role(line.role),
            when_words(book, line.when) or said(line.range),
            a.source,
        )
        for a in book.authorities
        for line in a.lines
    )
    return Chapter(
        "deciding",
        "核对和核决权限",
        (("类", 3), ("步骤、由谁", 4), ("内容", 9), ("出处", 3)),
        (*checks, *authorities),
    )


def _accounts(book: Rulebook) -> Chapter:
    indicators = tuple(
        (f"i.{i.id}", "指标", i.name, when_words(book, i.hits or i.mean or i.base) + _over(book, i), i.source)
        for i in book.indicators
    )
    volumes = tuple(
        (
            f"v.{v.id}",
            "业务量",
            v.name,
            f"每{EVERY[v.every]}填写" + (f"，{v.unit}" if v.unit else ""),
            v.source,
        )
        for v in book.volumes
    )
    penalties = tuple(
        (
            f"p.{p.id}",
            "考核",
            p.name,
            said(p.amount) or "、".join(f"{b.range} {b.amount}" for b in p.bands),
            p.source,
        )
        for p in book.penalties
    )
    rewards = tuple(
        (f"r.{r.id}", "奖励", r.name, "、".join(f"{b.range} {b.amount}" for b in r.bands), r.source)
        for r in book.rewards
    )
    return Chapter(
        "accounts",
        "指标、考核和奖励",
        (("类", 2), ("名称", 6), ("内容", 8), ("出处", 3)),
        (*volumes, *indicators, *penalties, *rewards),
    )


def _over(book: Rulebook, indicator: Indicator) -> str:
    """Against what business an indicator is set: ÷ 客运量（每10000）."""
    name = next((volume.name for volume in book.volumes if volume.id == indicator.over), "")
    return f" ÷ {name}" + (f"（每{indicator.per}）" if indicator.per > 1 else "") if name else ""


def _principles(book: Rulebook) -> Chapter:
    sorts = {"principle": "原则", "term": "术语", "scope": "范围", "duty": "职责", "procedure": "程序"}
    rows = tuple((p.id, sorts[p.about], p.name, said(p.text), p.source) for p in book.principles)
    return Chapter(
        "principles", "原则、术语和职责", (("性质", 2), ("名称", 4), ("内容", 12), ("出处", 3)), rows
    )


def _switches(book: Rulebook) -> Chapter:
    def option(words: tuple[str, ...], options: tuple[str, ...], chosen: str) -> str:
        known = dict(zip(options, words, strict=False))
        return known.get(chosen, chosen)

    rows = tuple(
        (s.id, s.name, option(s.words, s.options, s.chosen or s.default), s.reason, s.source)
        for s in book.switches
    )
    return Chapter(
        "switches", "手册矛盾或未写明之处的处理", (("问题", 5), ("现行", 4), ("理由", 8), ("出处", 3)), rows
    )


_CHAPTERS: tuple[Callable[[Rulebook], Chapter], ...] = (
    _channels,
    _kinds,
    departments,
    _categories,
    _fields,
    validity,
    _grounds,
    degrees,
    _levels,
    repeats,
    routes,
    clocks,
    roles,
    _steps,
    _deciding,
    duties,
    scripts,
    papers,
    registers,
    series,
    secrecy,
    _accounts,
    _principles,
    _switches,
)
