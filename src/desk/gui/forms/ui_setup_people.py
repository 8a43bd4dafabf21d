# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'setup_people.ui'
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
from PySide6.QtWidgets import (QApplication, QGridLayout, QLabel, QScrollArea,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

class Ui_PeoplePart(object):
    def setupUi(self, PeoplePart):
        if not PeoplePart.objectName():
            PeoplePart.setObjectName(u"PeoplePart")
        self.layout_4 = QVBoxLayout(PeoplePart)
        self.layout_4.setSpacing(8)
        self.layout_4.setObjectName(u"layout_4")
        self.layout_4.setContentsMargins(0, 0, 0, 0)
        self.explain = QLabel(PeoplePart)
        self.explain.setObjectName(u"explain")
        self.explain.setProperty(u"muted", True)
        self.explain.setWordWrap(True)
        self.explain.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_4.addWidget(self.explain)

        self.area = QScrollArea(PeoplePart)
        self.area.setObjectName(u"area")
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.inner = QWidget()
        self.inner.setObjectName(u"inner")
        self.layout_3 = QVBoxLayout(self.inner)
        self.layout_3.setSpacing(0)
        self.layout_3.setObjectName(u"layout_3")
        self.layout_3.setContentsMargins(0, 0, 0, 0)
        self.rows = QGridLayout()
        self.rows.setObjectName(u"rows")
        self.rows.setHorizontalSpacing(12)
        self.rows.setVerticalSpacing(6)
        self.rows.setContentsMargins(0, 0, 0, 0)

        self.layout_3.addLayout(self.rows)

        self.space_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_3.addItem(self.space_2)

        self.area.setWidget(self.inner)

        self.layout_4.addWidget(self.area)

        self.layout_4.setStretch(1, 1)

        self.retranslateUi(PeoplePart)

        QMetaObject.connectSlotsByName(PeoplePart)
    # setupUi

    def retranslateUi(self, PeoplePart):
        self.explain.setText(QCoreApplication.translate("PeoplePart", u"\u5199\u4e0a\u5404\u5c97\u4f4d\u4eba\u5458\u7684\u59d3\u540d\uff1b\u53e3\u4ee4\u53ef\u4ee5\u4e0d\u8bbe\u3002\u7a7a\u7740\u7684\u5c97\u4f4d\u5148\u7528\u5c97\u4f4d\u540d\u79f0\u767b\u5f55\uff0c\u4ee5\u540e\u518d\u6539\u3002", None))
        pass
    # retranslateUi
