# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'setup_calendar.ui'
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
from PySide6.QtWidgets import (QApplication, QHBoxLayout, QLabel, QPushButton,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

class Ui_CalendarPart(object):
    def setupUi(self, CalendarPart):
        if not CalendarPart.objectName():
            CalendarPart.setObjectName(u"CalendarPart")
        self.layout_4 = QVBoxLayout(CalendarPart)
        self.layout_4.setSpacing(8)
        self.layout_4.setObjectName(u"layout_4")
        self.layout_4.setContentsMargins(0, 0, 0, 0)
        self.layout_2 = QHBoxLayout()
        self.layout_2.setSpacing(10)
        self.layout_2.setObjectName(u"layout_2")
        self.layout_2.setContentsMargins(0, 0, 0, 0)
        self.before = QPushButton(CalendarPart)
        self.before.setObjectName(u"before")
        self.before.setProperty(u"chip", True)

        self.layout_2.addWidget(self.before)

        self.year = QLabel(CalendarPart)
        self.year.setObjectName(u"year")
        self.year.setProperty(u"big", True)
        self.year.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_2.addWidget(self.year)

        self.after = QPushButton(CalendarPart)
        self.after.setObjectName(u"after")
        self.after.setProperty(u"chip", True)

        self.layout_2.addWidget(self.after)

        self.until = QLabel(CalendarPart)
        self.until.setObjectName(u"until")
        self.until.setProperty(u"muted", True)
        self.until.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_2.addWidget(self.until)

        self.space_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_2.addItem(self.space_1)

        self.import_year = QPushButton(CalendarPart)
        self.import_year.setObjectName(u"import_year")

        self.layout_2.addWidget(self.import_year)


        self.layout_4.addLayout(self.layout_2)

        self.picture_layout = QVBoxLayout()
        self.picture_layout.setSpacing(8)
        self.picture_layout.setObjectName(u"picture_layout")
        self.picture_layout.setContentsMargins(0, 0, 0, 0)

        self.layout_4.addLayout(self.picture_layout)

        self.day = QLabel(CalendarPart)
        self.day.setObjectName(u"day")
        self.day.setWordWrap(True)
        self.day.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_4.addWidget(self.day)

        self.legend = QLabel(CalendarPart)
        self.legend.setObjectName(u"legend")
        self.legend.setProperty(u"muted", True)
        self.legend.setWordWrap(True)
        self.legend.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_4.addWidget(self.legend)

        self.layout_4.setStretch(1, 1)

        self.retranslateUi(CalendarPart)

        QMetaObject.connectSlotsByName(CalendarPart)
    # setupUi

    def retranslateUi(self, CalendarPart):
        self.before.setText(QCoreApplication.translate("CalendarPart", u"\u25c0 \u4e0a\u4e00\u5e74", None))
        self.year.setText("")
        self.after.setText(QCoreApplication.translate("CalendarPart", u"\u4e0b\u4e00\u5e74 \u25b6", None))
        self.until.setText("")
        self.import_year.setText(QCoreApplication.translate("CalendarPart", u"\u5bfc\u5165\u653e\u5047\u901a\u77e5\u2026", None))
        self.day.setText("")
        self.legend.setText(QCoreApplication.translate("CalendarPart", u"\u65b9\u5411\u952e\u9009\u65e5\u5b50\uff0c\u7a7a\u683c\u6216\u5355\u51fb\u6539\u6210\u4f11\u606f\u3001\u4e0a\u73ed\u6216\u7167\u56fd\u5bb6\u65e5\u5386\uff1b\u6539\u5b8c\u6309 F12 \u4fdd\u5b58\uff0c\u672a\u529e\u7ed3\u6848\u4ef6\u7684\u65f6\u9650\u4f1a\u91cd\u65b0\u8ba1\u7b97\u3002", None))
        pass
    # retranslateUi
