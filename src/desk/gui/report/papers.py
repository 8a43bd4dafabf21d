"""Papers of a period in the report tab: which one, and what people write in it besides the figures."""

from typing import Any

from PySide6.QtWidgets import QComboBox, QScrollArea, QVBoxLayout, QWidget

from desk.gui.asking import asked_fields
from desk.gui.form import Form
from desk.gui.parts import line
from desk.gui.session import Session


class PapersPart(QWidget):
    """The program counts, people write the rest; 导出 PDF makes the paper."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.papers = [paper for paper in session.rulebook.papers if paper.period]
        self.paper = QComboBox()
        self.paper.setAccessibleName(self.tr("期间文书"))
        self.about = line("", muted=True)
        self.form = Form(columns=1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        ground = QWidget()
        inner = QVBoxLayout(ground)
        inner.addWidget(self.form)
        inner.addStretch(1)
        scroll.setWidget(ground)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        for widget in (self.paper, self.about, scroll):
            column.addWidget(widget)
        for paper in self.papers:
            self.paper.addItem(paper.name, paper.id)
        self._begun = False
        self.paper.currentIndexChanged.connect(self._choose)

    def begin(self) -> None:
        """Ask for what stands in the first paper; later calls change nothing."""
        if not self._begun:
            self._begun = True
            self._choose()

    def _choose(self) -> None:
        """What the chosen paper asks people for; what was typed for another one is given up."""
        from desk.services.period_papers import asked

        paper = self.papers[self.paper.currentIndex()]
        fields = asked(self.session.rulebook, paper)
        self.form.ask(asked_fields(self.session.rulebook, fields, ""))
        self.about.setText(
            self.tr("数字由程序计算。下面的内容可以留空手写，写好后导出 PDF。")
            if fields
            else self.tr("这份文书全部由程序计算，选好日期后导出 PDF。")
        )

    def first(self) -> QWidget:
        """What the keys begin with."""
        return self.paper

    def title(self) -> str:
        """The name of the paper."""
        return self.paper.currentText()

    def make(self, first: Any, last: Any) -> Any:
        """A function that draws the paper of these days with what is typed now."""
        from desk.services import period_papers as papers

        office, viewer, paper = self.session.office, self.session.viewer, self.paper.currentData()
        self.form.tidy()
        typed = {id_: value for id_, value in self.form.values().items() if value not in (None, "", ())}
        return lambda _suffix, _tell: papers.drawn(office, viewer, paper, first, last, typed)
