"""The handbook's chapters on people and habits: roles, levels and whom they concern, validity, repetition, duties, secrecy."""

from desk.domain.handbook_words import Chapter, said, saying, when_words, yes
from desk.rulebook.base import UNSET
from desk.rulebook.flow import Right
from desk.rulebook.intake import Repeat
from desk.rulebook.limits import parse_limit
from desk.rulebook.model import Rulebook

RIGHTS: dict[Right, str] = {
    "register": "登记", "handle": "办理", "decide": "决定受理", "issue": "出文书", "see_identity": "看一般身份信息",
    "see_sealed": "申请看密封的身份", "supervise": "督办", "approve": "审批", "export": "导出未遮盖的登记簿",
    "configure": "改设置", "audit": "看审计记录",
}  # fmt: skip
_EVERY = {
    "day": "每日",
    "week": "每周",
    "month": "每月",
    "quarter": "每季度",
    "half_year": "每半年",
    "year": "每年",
}
_REPEATED = {
    "same_person": "同一投诉人",
    "same_object": "同一对象",
    "same_matter": "不同的人反映同一问题",
    "same_event": "同一人反映同一件事",
}


def roles(book: Rulebook) -> Chapter:
    """Who works here and what each may do."""
    department = saying(book.departments)
    rows = tuple(
        (r.id, r.name, department(r.department), "、".join(RIGHTS[right] for right in r.rights), r.source)
        for r in book.roles
    )
    return Chapter("roles", "岗位和权限", (("岗位", 4), ("部门", 4), ("可以", 9), ("出处", 3)), rows)


def departments(book: Rulebook) -> Chapter:
    """Departments, and what else the manual calls them."""
    rows = tuple((d.id, d.name, "、".join(d.aliases), d.source) for d in book.departments)
    return Chapter("departments", "部门", (("部门", 6), ("又称", 8), ("出处", 3)), rows)


def degrees(book: Rulebook) -> Chapter:
    """The levels of each scale, the highest first: to whom reported, who organises, who approves a delay, who may change it."""
    role = saying(book.roles)
    rows = tuple(
        (
            f"{scale.id}.{level.id}",
            scale.name,
            level.name,
            said(level.report) or role(*level.report_to),
            role(level.organiser),
            role(level.extension_by),
            role(*scale.may_set),
        )
        for scale in book.scales
        for level in sorted(scale.levels, key=lambda one: -one.rank)
    )
    columns = (("标准", 3), ("等级", 3), ("报告", 5), ("牵头", 3), ("批延期", 3), ("可以改判", 4))
    return Chapter("degrees", "等级", columns, rows)


def validity(book: Rulebook) -> Chapter:
    """The classes of validity."""
    told = {script.id: script.text for script in book.scripts}
    rows = tuple(
        (
            v.id,
            v.name,
            yes(v.counts),
            yes(v.needs_ground),
            yes(v.when_undecidable),
            said(told.get(v.script, v.script)),
            v.source,
        )
        for v in book.validities
    )
    columns = (
        ("有效性", 3),
        ("计入办结率", 2),
        ("须写理由", 2),
        ("无法判断归此", 2),
        ("告知的话", 8),
        ("出处", 3),
    )
    return Chapter("validity", "有效性", columns, rows)


def repeats(book: Rulebook) -> Chapter:
    """What counts as a repetition."""
    rows = tuple(
        (r.id, r.name, _REPEATED[r.fact], f"第 {r.times} 次起", _within(r), r.source) for r in book.repeats
    )
    return Chapter(
        "repeats", "重复", (("叫法", 4), ("怎样算", 5), ("次数", 3), ("期间", 5), ("出处", 3)), rows
    )


def _within(repeat: Repeat) -> str:
    since = "上一件收到" if repeat.since == "received" else "上一件办结"
    if repeat.within == UNSET:
        return "不限"
    return f"{since}后 {parse_limit(repeat.within).words}内"


def routes(book: Rulebook) -> Chapter:
    """Who is proposed by the facts of a matter."""
    step, department, role = saying(book.steps), saying(book.departments), saying(book.roles)
    rows = tuple(
        (
            r.id,
            r.name,
            when_words(book, r.when),
            step(r.step),
            "、".join(filter(None, (department(r.department), role(r.role)))),
            r.source,
        )
        for r in book.routes
    )
    columns = (("事项", 4), ("条件", 6), ("在哪一步", 3), ("建议", 4), ("出处", 3))
    return Chapter("routes", "建议由谁办", columns, rows)


def duties(book: Rulebook) -> Chapter:
    """What is to be done again and again."""
    owner = saying(book.roles, book.departments)
    rows = tuple(
        (d.id, d.name, _EVERY[d.every], f"{d.times} 次", owner(d.owner), d.source) for d in book.duties
    )
    return Chapter(
        "duties", "定期工作", (("事项", 8), ("每期", 3), ("次数", 2), ("责任", 4), ("出处", 3)), rows
    )


def scripts(book: Rulebook) -> Chapter:
    """What is to be said in which situation."""
    rows = tuple((s.id, s.name, when_words(book, s.when), said(s.text), s.source) for s in book.scripts)
    return Chapter("scripts", "该说的话", (("情形", 4), ("条件", 4), ("话", 10), ("出处", 3)), rows)


def secrecy(book: Rulebook) -> Chapter:
    """What is kept from whom, for how long, and what the return visit asks."""
    kinds, titles = saying(book.kinds), {field.id: field.title for field in book.fields}
    kept = book.secrecy
    lines = (
        ("sealed", "身份密封的类型", kinds(*kept.sealed_kinds), kept.source),
        (
            "public",
            "可以公示的内容",
            "、".join(titles.get(id_, id_) for id_ in kept.public_fields),
            kept.source,
        ),
        ("retention", "保存年限", said(kept.retention_years), kept.source),
        ("text", "手册原文", said(kept.text), kept.source),
        *((f"q.{q.id}", "回访问题", q.name, q.source or book.survey.source) for q in book.survey.questions),
    )
    rows = tuple(line for line in lines if line[2])
    return Chapter("secrecy", "保密、保存和回访", (("项目", 4), ("内容", 12), ("出处", 3)), rows)
