# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'manual_switches.ui'
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
    QListWidget, QListWidgetItem, QSizePolicy, QVBoxLayout,
    QWidget)

class Ui_SwitchesPart(object):
    def setupUi(self, SwitchesPart):
        if not SwitchesPart.objectName():
            SwitchesPart.setObjectName(u"SwitchesPart")
        self.layout_6 = QHBoxLayout(SwitchesPart)
        self.layout_6.setSpacing(14)
        self.layout_6.setObjectName(u"layout_6")
        self.layout_6.setContentsMargins(0, 0, 0, 0)
        self.layout_1 = QVBoxLayout()
        self.layout_1.setSpacing(4)
        self.layout_1.setObjectName(u"layout_1")
        self.layout_1.setContentsMargins(0, 0, 0, 0)
        self.list_label = QLabel(SwitchesPart)
        self.list_label.setObjectName(u"list_label")
        self.list_label.setProperty(u"muted", True)
        self.list_label.setWordWrap(True)
        self.list_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_1.addWidget(self.list_label)

        self.switches = QListWidget(SwitchesPart)
        self.switches.setObjectName(u"switches")
        self.switches.setMinimumSize(QSize(280, 200))
        self.switches.setWordWrap(True)
        self.switches.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

        self.layout_1.addWidget(self.switches)

        self.layout_1.setStretch(1, 1)

        self.layout_6.addLayout(self.layout_1)

        self.layout_5 = QVBoxLayout()
        self.layout_5.setSpacing(10)
        self.layout_5.setObjectName(u"layout_5")
        self.layout_5.setContentsMargins(0, 0, 0, 0)
        self.card = QFrame(SwitchesPart)
        self.card.setObjectName(u"card")
        self.card.setProperty(u"card", True)
        self.layout_3 = QVBoxLayout(self.card)
        self.layout_3.setSpacing(6)
        self.layout_3.setObjectName(u"layout_3")
        self.layout_3.setContentsMargins(14, 10, 14, 10)
        self.name = QLabel(self.card)
        self.name.setObjectName(u"name")
        self.name.setProperty(u"title", True)
        self.name.setWordWrap(True)
        self.name.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_3.addWidget(self.name)

        self.description = QLabel(self.card)
        self.description.setObjectName(u"description")
        self.description.setProperty(u"muted", True)
        self.description.setWordWrap(True)
        self.description.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_3.addWidget(self.description)

        self.options_layout = QVBoxLayout()
        self.options_layout.setSpacing(4)
        self.options_layout.setObjectName(u"options_layout")
        self.options_layout.setContentsMargins(0, 0, 0, 0)

        self.layout_3.addLayout(self.options_layout)

        self.reason = QLabel(self.card)
        self.reason.setObjectName(u"reason")
        self.reason.setProperty(u"muted", True)
        self.reason.setWordWrap(True)
        self.reason.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_3.addWidget(self.reason)

        self.origin = QLabel(self.card)
        self.origin.setObjectName(u"origin")
        self.origin.setProperty(u"muted", True)
        self.origin.setWordWrap(True)
        self.origin.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_3.addWidget(self.origin)


        self.layout_5.addWidget(self.card)

        self.proposal_layout = QVBoxLayout()
        self.proposal_layout.setSpacing(0)
        self.proposal_layout.setObjectName(u"proposal_layout")
        self.proposal_layout.setContentsMargins(0, 0, 0, 0)

        self.layout_5.addLayout(self.proposal_layout)

        self.layout_5.setStretch(1, 1)

        self.layout_6.addLayout(self.layout_5)

        self.layout_6.setStretch(0, 2)
        self.layout_6.setStretch(1, 3)
#if QT_CONFIG(shortcut)
        self.list_label.setBuddy(self.switches)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(SwitchesPart)

        QMetaObject.connectSlotsByName(SwitchesPart)
    # setupUi

    def retranslateUi(self, SwitchesPart):
        self.list_label.setText(QCoreApplication.translate("SwitchesPart", u"\u624b\u518c\u81ea\u76f8\u77db\u76fe\u6216\u6ca1\u6709\u5199\u660e\u7684\u5730\u65b9\uff0c\u7531\u5355\u4f4d\u9009\u5b9a\u4e00\u79cd\u8bfb\u6cd5", None))
#if QT_CONFIG(accessibility)
        self.switches.setAccessibleName(QCoreApplication.translate("SwitchesPart", u"\u624b\u518c\u7684\u9009\u62e9", None))
#endif // QT_CONFIG(accessibility)
        self.name.setText("")
        self.description.setText("")
        self.reason.setText("")
        self.origin.setText("")
        pass
    # retranslateUi
