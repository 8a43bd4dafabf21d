################################################################################
## Form generated from reading UI file 'report.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import QCoreApplication, QMetaObject, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDateEdit,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QSpacerItem,
    QTableView,
    QVBoxLayout,
)


class Ui_ReportPage:
    def setupUi(self, ReportPage):
        if not ReportPage.objectName():
            ReportPage.setObjectName("ReportPage")
        self.layout_1 = QVBoxLayout(ReportPage)
        self.layout_1.setSpacing(10)
        self.layout_1.setObjectName("layout_1")
        self.layout_1.setContentsMargins(14, 12, 14, 10)
        self.layout_2 = QHBoxLayout()
        self.layout_2.setSpacing(8)
        self.layout_2.setObjectName("layout_2")
        self.book_label = QLabel(ReportPage)
        self.book_label.setObjectName("book_label")
        self.book_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_2.addWidget(self.book_label)

        self.book = QComboBox(ReportPage)
        self.book.setObjectName("book")

        self.layout_2.addWidget(self.book)

        self.start_label = QLabel(ReportPage)
        self.start_label.setObjectName("start_label")
        self.start_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_2.addWidget(self.start_label)

        self.start = QDateEdit(ReportPage)
        self.start.setObjectName("start")
        self.start.setCalendarPopup(True)
        self.start.setDisplayFormat("yyyy-MM-dd")

        self.layout_2.addWidget(self.start)

        self.end_label = QLabel(ReportPage)
        self.end_label.setObjectName("end_label")
        self.end_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_2.addWidget(self.end_label)

        self.end = QDateEdit(ReportPage)
        self.end.setObjectName("end")
        self.end.setCalendarPopup(True)
        self.end.setDisplayFormat("yyyy-MM-dd")

        self.layout_2.addWidget(self.end)

        self.today = QPushButton(ReportPage)
        self.today.setObjectName("today")
        self.today.setProperty("chip", True)

        self.layout_2.addWidget(self.today)

        self.month = QPushButton(ReportPage)
        self.month.setObjectName("month")
        self.month.setProperty("chip", True)

        self.layout_2.addWidget(self.month)

        self.last_month = QPushButton(ReportPage)
        self.last_month.setObjectName("last_month")
        self.last_month.setProperty("chip", True)

        self.layout_2.addWidget(self.last_month)

        self.year = QPushButton(ReportPage)
        self.year.setObjectName("year")
        self.year.setProperty("chip", True)

        self.layout_2.addWidget(self.year)

        self.space_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_2.addItem(self.space_1)

        self.pdf = QPushButton(ReportPage)
        self.pdf.setObjectName("pdf")

        self.layout_2.addWidget(self.pdf)

        self.xlsx = QPushButton(ReportPage)
        self.xlsx.setObjectName("xlsx")
        self.xlsx.setProperty("primary", True)

        self.layout_2.addWidget(self.xlsx)

        self.layout_1.addLayout(self.layout_2)

        self.figures = QFrame(ReportPage)
        self.figures.setObjectName("figures")
        self.figures.setProperty("card", True)
        self.figures_layout = QHBoxLayout(self.figures)
        self.figures_layout.setSpacing(28)
        self.figures_layout.setObjectName("figures_layout")
        self.figures_layout.setContentsMargins(16, 10, 16, 10)

        self.layout_1.addWidget(self.figures)

        self.heading = QLabel(ReportPage)
        self.heading.setObjectName("heading")
        self.heading.setProperty("title", True)
        self.heading.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_1.addWidget(self.heading)

        self.table = QTableView(ReportPage)
        self.table.setObjectName("table")
        self.table.setAlternatingRowColors(True)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.setWordWrap(False)
        self.table.setCornerButtonEnabled(False)

        self.layout_1.addWidget(self.table)

        self.empty = QLabel(ReportPage)
        self.empty.setObjectName("empty")
        self.empty.setProperty("muted", True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setVisible(False)
        self.empty.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_1.addWidget(self.empty)

        self.layout_1.setStretch(3, 1)
        # if QT_CONFIG(shortcut)
        self.book_label.setBuddy(self.book)
        self.start_label.setBuddy(self.start)
        self.end_label.setBuddy(self.end)
        # endif // QT_CONFIG(shortcut)

        self.retranslateUi(ReportPage)

        QMetaObject.connectSlotsByName(ReportPage)

    # setupUi

    def retranslateUi(self, ReportPage):
        self.book_label.setText(QCoreApplication.translate("ReportPage", "\u767b\u8bb0\u7c3f", None))
        # if QT_CONFIG(accessibility)
        self.book.setAccessibleName(QCoreApplication.translate("ReportPage", "\u767b\u8bb0\u7c3f", None))
        # endif // QT_CONFIG(accessibility)
        self.start_label.setText(QCoreApplication.translate("ReportPage", "\u4ece", None))
        # if QT_CONFIG(accessibility)
        self.start.setAccessibleName(
            QCoreApplication.translate("ReportPage", "\u8d77\u59cb\u65e5\u671f", None)
        )
        # endif // QT_CONFIG(accessibility)
        self.end_label.setText(QCoreApplication.translate("ReportPage", "\u5230", None))
        # if QT_CONFIG(accessibility)
        self.end.setAccessibleName(QCoreApplication.translate("ReportPage", "\u622a\u6b62\u65e5\u671f", None))
        # endif // QT_CONFIG(accessibility)
        self.today.setText(QCoreApplication.translate("ReportPage", "\u4eca\u5929", None))
        self.month.setText(QCoreApplication.translate("ReportPage", "\u672c\u6708", None))
        self.last_month.setText(QCoreApplication.translate("ReportPage", "\u4e0a\u6708", None))
        self.year.setText(QCoreApplication.translate("ReportPage", "\u672c\u5e74", None))
        self.pdf.setText(QCoreApplication.translate("ReportPage", "\u5bfc\u51fa PDF", None))
        self.xlsx.setText(QCoreApplication.translate("ReportPage", "\u5bfc\u51fa Excel", None))
        self.heading.setText("")
        # if QT_CONFIG(accessibility)
        self.table.setAccessibleName(
            QCoreApplication.translate("ReportPage", "\u767b\u8bb0\u7c3f\u5185\u5bb9", None)
        )
        # endif // QT_CONFIG(accessibility)
        self.empty.setText("")

    # retranslateUi
