# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'manual_proposal.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QFrame, QHBoxLayout, QLabel,
    QLineEdit, QPushButton, QSizePolicy, QVBoxLayout,
    QWidget)

class Ui_ProposalBox(object):
    def setupUi(self, ProposalBox):
        if not ProposalBox.objectName():
            ProposalBox.setObjectName(u"ProposalBox")
        ProposalBox.setProperty(u"card", True)
        self.layout_3 = QVBoxLayout(ProposalBox)
        self.layout_3.setSpacing(6)
        self.layout_3.setObjectName(u"layout_3")
        self.layout_3.setContentsMargins(14, 10, 14, 10)
        self.heading = QLabel(ProposalBox)
        self.heading.setObjectName(u"heading")
        self.heading.setProperty(u"title", True)
        self.heading.setWordWrap(True)
        self.heading.setAlignment(Qt.AlignmentFlag.AlignLeading|Qt.AlignmentFlag.AlignTop)
        self.heading.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_3.addWidget(self.heading)

        self.kept = QLabel(ProposalBox)
        self.kept.setObjectName(u"kept")
        self.kept.setProperty(u"muted", True)
        self.kept.setWordWrap(True)
        self.kept.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_3.addWidget(self.kept)

        self.table_layout = QVBoxLayout()
        self.table_layout.setSpacing(0)
        self.table_layout.setObjectName(u"table_layout")
        self.table_layout.setContentsMargins(0, 0, 0, 0)

        self.layout_3.addLayout(self.table_layout)

        self.layout_2 = QHBoxLayout()
        self.layout_2.setSpacing(8)
        self.layout_2.setObjectName(u"layout_2")
        self.layout_2.setContentsMargins(0, 0, 0, 0)
        self.word_label = QLabel(ProposalBox)
        self.word_label.setObjectName(u"word_label")
        self.word_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_2.addWidget(self.word_label)

        self.word = QLineEdit(ProposalBox)
        self.word.setObjectName(u"word")
        self.word.setMaximumSize(QSize(140, 16777215))

        self.layout_2.addWidget(self.word)

        self.adopt = QPushButton(ProposalBox)
        self.adopt.setObjectName(u"adopt")
        self.adopt.setProperty(u"primary", True)
        self.adopt.setEnabled(False)

        self.layout_2.addWidget(self.adopt)

        self.who = QLabel(ProposalBox)
        self.who.setObjectName(u"who")
        self.who.setProperty(u"muted", True)
        self.who.setWordWrap(True)
        self.who.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_2.addWidget(self.who)

        self.layout_2.setStretch(3, 1)

        self.layout_3.addLayout(self.layout_2)

        self.layout_3.setStretch(2, 1)
#if QT_CONFIG(shortcut)
        self.word_label.setBuddy(self.word)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(ProposalBox)

        QMetaObject.connectSlotsByName(ProposalBox)
    # setupUi

    def retranslateUi(self, ProposalBox):
        self.heading.setText("")
        self.kept.setText("")
        self.word_label.setText(QCoreApplication.translate("ProposalBox", u"\u8f93\u5165\u201c\u91c7\u7528\u201d\u4e24\u4e2a\u5b57", None))
#if QT_CONFIG(accessibility)
        self.word.setAccessibleName(QCoreApplication.translate("ProposalBox", u"\u8f93\u5165\u91c7\u7528\u4e24\u4e2a\u5b57\u4ee5\u786e\u8ba4", None))
#endif // QT_CONFIG(accessibility)
        self.adopt.setText(QCoreApplication.translate("ProposalBox", u"\u91c7\u7528\u4e3a\u65b0\u7248\u672c", None))
        self.who.setText("")
        pass
    # retranslateUi
