# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'today.ui'
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
from PySide6.QtWidgets import (QAbstractItemView, QApplication, QHBoxLayout, QHeaderView,
    QLabel, QPushButton, QSizePolicy, QTreeWidget,
    QTreeWidgetItem, QVBoxLayout, QWidget)

class Ui_TodayPage(object):
    def setupUi(self, TodayPage):
        if not TodayPage.objectName():
            TodayPage.setObjectName(u"TodayPage")
        self.layout_1 = QVBoxLayout(TodayPage)
        self.layout_1.setSpacing(8)
        self.layout_1.setObjectName(u"layout_1")
        self.layout_1.setContentsMargins(14, 12, 14, 10)
        self.layout_2 = QHBoxLayout()
        self.layout_2.setSpacing(16)
        self.layout_2.setObjectName(u"layout_2")
        self.day = QLabel(TodayPage)
        self.day.setObjectName(u"day")
        self.day.setProperty(u"big", True)
        self.day.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_2.addWidget(self.day)

        self.about = QLabel(TodayPage)
        self.about.setObjectName(u"about")
        self.about.setProperty(u"muted", True)
        self.about.setWordWrap(True)
        self.about.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_2.addWidget(self.about)

        self.take_along = QPushButton(TodayPage)
        self.take_along.setObjectName(u"take_along")

        self.layout_2.addWidget(self.take_along)

        self.layout_2.setStretch(1, 1)

        self.layout_1.addLayout(self.layout_2)

        self.chips = QHBoxLayout()
        self.chips.setObjectName(u"chips")

        self.layout_1.addLayout(self.chips)

        self.place = QVBoxLayout()
        self.place.setObjectName(u"place")

        self.layout_1.addLayout(self.place)

        self.lines = QTreeWidget(TodayPage)
        self.lines.setObjectName(u"lines")
        self.lines.setUniformRowHeights(True)
        self.lines.setRootIsDecorated(False)
        self.lines.setIndentation(14)
        self.lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lines.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

        self.layout_1.addWidget(self.lines)

        self.layout_1.setStretch(3, 1)

        self.retranslateUi(TodayPage)

        QMetaObject.connectSlotsByName(TodayPage)
    # setupUi

    def retranslateUi(self, TodayPage):
        self.day.setText("")
        self.about.setText("")
        self.take_along.setText(QCoreApplication.translate("TodayPage", u"\u5bfc\u51fa\u2026", None))
#if QT_CONFIG(tooltip)
        self.take_along.setToolTip(QCoreApplication.translate("TodayPage", u"\u628a\u8fd9\u4e00\u9875\u5b58\u4e3a Excel\u3001CSV \u6216 PDF", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.lines.setAccessibleName(QCoreApplication.translate("TodayPage", u"\u4eca\u5929\u8981\u529e\u7684", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi
