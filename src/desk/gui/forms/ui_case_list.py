################################################################################
## Form generated from reading UI file 'case_list.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import QCoreApplication, QMetaObject, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QSpacerItem,
    QTableView,
    QVBoxLayout,
)


class Ui_CaseList:
    def setupUi(self, CaseList):
        if not CaseList.objectName():
            CaseList.setObjectName("CaseList")
        self.layout_1 = QVBoxLayout(CaseList)
        self.layout_1.setSpacing(8)
        self.layout_1.setObjectName("layout_1")
        self.layout_1.setContentsMargins(0, 0, 0, 0)
        self.layout_2 = QHBoxLayout()
        self.layout_2.setSpacing(6)
        self.layout_2.setObjectName("layout_2")
        self.all = QPushButton(CaseList)
        self.all.setObjectName("all")
        self.all.setProperty("chip", True)
        self.all.setCheckable(True)
        self.all.setAutoExclusive(True)
        self.all.setChecked(True)

        self.layout_2.addWidget(self.all)

        self.waiting = QPushButton(CaseList)
        self.waiting.setObjectName("waiting")
        self.waiting.setProperty("chip", True)
        self.waiting.setCheckable(True)
        self.waiting.setAutoExclusive(True)

        self.layout_2.addWidget(self.waiting)

        self.running = QPushButton(CaseList)
        self.running.setObjectName("running")
        self.running.setProperty("chip", True)
        self.running.setCheckable(True)
        self.running.setAutoExclusive(True)

        self.layout_2.addWidget(self.running)

        self.soon = QPushButton(CaseList)
        self.soon.setObjectName("soon")
        self.soon.setProperty("chip", True)
        self.soon.setCheckable(True)
        self.soon.setAutoExclusive(True)

        self.layout_2.addWidget(self.soon)

        self.overdue = QPushButton(CaseList)
        self.overdue.setObjectName("overdue")
        self.overdue.setProperty("chip", True)
        self.overdue.setCheckable(True)
        self.overdue.setAutoExclusive(True)

        self.layout_2.addWidget(self.overdue)

        self.ended = QPushButton(CaseList)
        self.ended.setObjectName("ended")
        self.ended.setProperty("chip", True)
        self.ended.setCheckable(True)
        self.ended.setAutoExclusive(True)

        self.layout_2.addWidget(self.ended)

        self.sought = QLabel(CaseList)
        self.sought.setObjectName("sought")
        self.sought.setProperty("muted", True)
        self.sought.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_2.addWidget(self.sought)

        self.forget_sought = QPushButton(CaseList)
        self.forget_sought.setObjectName("forget_sought")
        self.forget_sought.setProperty("link", True)
        self.forget_sought.setVisible(False)

        self.layout_2.addWidget(self.forget_sought)

        self.space_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_2.addItem(self.space_1)

        self.columns = QPushButton(CaseList)
        self.columns.setObjectName("columns")

        self.layout_2.addWidget(self.columns)

        self.copy = QPushButton(CaseList)
        self.copy.setObjectName("copy")

        self.layout_2.addWidget(self.copy)

        self.layout_1.addLayout(self.layout_2)

        self.table = QTableView(CaseList)
        self.table.setObjectName("table")
        self.table.setAlternatingRowColors(True)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setCornerButtonEnabled(False)

        self.layout_1.addWidget(self.table)

        self.empty = QLabel(CaseList)
        self.empty.setObjectName("empty")
        self.empty.setProperty("muted", True)
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setVisible(False)
        self.empty.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_1.addWidget(self.empty)

        self.layout_1.setStretch(1, 1)

        self.retranslateUi(CaseList)

        QMetaObject.connectSlotsByName(CaseList)

    # setupUi

    def retranslateUi(self, CaseList):
        self.all.setText(QCoreApplication.translate("CaseList", "\u5168\u90e8", None))
        self.waiting.setText(QCoreApplication.translate("CaseList", "\u5f85\u53d7\u7406", None))
        self.running.setText(QCoreApplication.translate("CaseList", "\u529e\u7406\u4e2d", None))
        self.soon.setText(QCoreApplication.translate("CaseList", "\u5c06\u5230\u671f", None))
        self.overdue.setText(QCoreApplication.translate("CaseList", "\u5df2\u903e\u671f", None))
        self.ended.setText(QCoreApplication.translate("CaseList", "\u5df2\u529e\u7ed3", None))
        self.sought.setText("")
        self.forget_sought.setText(QCoreApplication.translate("CaseList", "\u6e05\u9664\u67e5\u627e", None))
        self.columns.setText(QCoreApplication.translate("CaseList", "\u663e\u793a\u5217", None))
        # if QT_CONFIG(accessibility)
        self.columns.setAccessibleName(QCoreApplication.translate("CaseList", "\u663e\u793a\u5217", None))
        # endif // QT_CONFIG(accessibility)
        self.copy.setText(QCoreApplication.translate("CaseList", "\u590d\u5236\u6240\u9009", None))
        # if QT_CONFIG(accessibility)
        self.table.setAccessibleName(QCoreApplication.translate("CaseList", "\u6848\u4ef6\u5217\u8868", None))
        # endif // QT_CONFIG(accessibility)
        self.empty.setText("")

    # retranslateUi
