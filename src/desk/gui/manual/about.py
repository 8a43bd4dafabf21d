"""About this rulebook: the document control block, how much it holds, and the versions that were adopted here."""

from typing import Any

from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desk.domain.handbook import BLANK
from desk.gui.parts import line, pairs, part
from desk.gui.session import Session
from desk.rulebook.base import UNSET
from desk.rulebook.summary import facts


class AboutPart(QScrollArea):
    """Who made, reviewed, checked and approved the manual, and since when it holds (CAP-07)."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setAccessibleName(self.tr("关于本规则簿"))
        book = session.rulebook
        inner = QWidget()
        inner.setObjectName("inner")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        card = QFrame()
        card.setProperty("card", True)
        rows = QVBoxLayout(card)
        rows.setContentsMargins(20, 16, 20, 16)
        rows.setSpacing(16)
        self._versions = QVBoxLayout()
        rows.addWidget(part(self.tr("文件控制"), pairs(control_rows(book), 6)))
        rows.addWidget(part(self.tr("内容"), line(self._amounts(book))))
        rows.addWidget(part(self.tr("本单位采用过的版本")))
        rows.addLayout(self._versions)
        column.addWidget(card)
        column.addStretch(1)
        self.setWidget(inner)
        from desk.services import proposals

        session.read(lambda: proposals.versions(session.office), self._show_versions)

    def _amounts(self, book: Any) -> str:
        names = {
            "channels": "渠道", "kinds": "类型", "categories": "类别", "fields": "填写内容", "grounds": "理由",
            "criteria": "等级标准", "states": "状态", "steps": "步骤", "clocks": "时限", "notices": "文书", "forms": "表单",
            "registers": "登记簿", "switches": "选择", "unset": BLANK,
        }  # fmt: skip
        found = facts(book)
        return "　".join(f"{words} {found[key]}" for key, words in names.items() if found.get(key))

    def _show_versions(self, versions: Any) -> None:
        for id_, version in versions:
            self._versions.addWidget(line(self.tr("{id}　版本 {version}").format(id=id_, version=version)))


def control_rows(book: Any) -> list[tuple[str, str]]:
    """The document control block as label and words; what the manual leaves blank is said so."""
    control = book.control
    rows = (
        ("名称", book.name), ("编号", control.number or book.id), ("版本", book.version), ("单位", book.organisation),
        ("依据", book.source), ("编制", control.prepared), ("审阅", control.reviewed), ("审核", control.checked),
        ("批准", control.approved), ("施行", control.effective),
    )  # fmt: skip
    return [(title, BLANK if words in (UNSET, "") else words) for title, words in rows]
