################################################################################
## Form generated from reading UI file 'manual_proposal.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import QCoreApplication, QMetaObject, QSize, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
)


class Ui_ProposalBox:
    def setupUi(self, ProposalBox):
        if not ProposalBox.objectName():
            ProposalBox.setObjectName("ProposalBox")
        ProposalBox.setProperty("card", True)
        self.layout_3 = QVBoxLayout(ProposalBox)
        self.layout_3.setSpacing(6)
        self.layout_3.setObjectName("layout_3")
        self.layout_3.setContentsMargins(14, 10, 14, 10)
        self.heading = QLabel(ProposalBox)
        self.heading.setObjectName("heading")
        self.heading.setProperty("title", True)
        self.heading.setWordWrap(True)
        self.heading.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        self.heading.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_3.addWidget(self.heading)

        self.kept = QLabel(ProposalBox)
        self.kept.setObjectName("kept")
        self.kept.setProperty("muted", True)
        self.kept.setWordWrap(True)
        self.kept.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_3.addWidget(self.kept)

        self.table_layout = QVBoxLayout()
        self.table_layout.setSpacing(0)
        self.table_layout.setObjectName("table_layout")
        self.table_layout.setContentsMargins(0, 0, 0, 0)

        self.layout_3.addLayout(self.table_layout)

        self.layout_2 = QHBoxLayout()
        self.layout_2.setSpacing(8)
        self.layout_2.setObjectName("layout_2")
        self.layout_2.setContentsMargins(0, 0, 0, 0)
        self.word_label = QLabel(ProposalBox)
        self.word_label.setObjectName("word_label")
        self.word_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_2.addWidget(self.word_label)

        self.word = QLineEdit(ProposalBox)
        self.word.setObjectName("word")
        self.word.setMaximumSize(QSize(140, 16777215))

        self.layout_2.addWidget(self.word)

        self.adopt = QPushButton(ProposalBox)
        self.adopt.setObjectName("adopt")
        self.adopt.setProperty("primary", True)
        self.adopt.setEnabled(False)

        self.layout_2.addWidget(self.adopt)

        self.who = QLabel(ProposalBox)
        self.who.setObjectName("who")
        self.who.setProperty("muted", True)
        self.who.setWordWrap(True)
        self.who.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_2.addWidget(self.who)

        self.layout_2.setStretch(3, 1)

        self.layout_3.addLayout(self.layout_2)

        self.layout_3.setStretch(2, 1)
        # if QT_CONFIG(shortcut)
        self.word_label.setBuddy(self.word)
        # endif // QT_CONFIG(shortcut)

        self.retranslateUi(ProposalBox)

        QMetaObject.connectSlotsByName(ProposalBox)

    # setupUi

    def retranslateUi(self, ProposalBox):
        self.heading.setText("")
        self.kept.setText("")
        self.word_label.setText(
            QCoreApplication.translate(
                "ProposalBox", "\u8f93\u5165\u201c\u91c7\u7528\u201d\u4e24\u4e2a\u5b57", None
            )
        )
        # if QT_CONFIG(accessibility)
        self.word.setAccessibleName(
            QCoreApplication.translate(
                "ProposalBox", "\u8f93\u5165\u91c7\u7528\u4e24\u4e2a\u5b57\u4ee5\u786e\u8ba4", None
            )
        )
        # endif // QT_CONFIG(accessibility)
        self.adopt.setText(
            QCoreApplication.translate("ProposalBox", "\u91c7\u7528\u4e3a\u65b0\u7248\u672c", None)
        )
        self.who.setText("")

    # retranslateUi
