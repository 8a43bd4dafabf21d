# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'handbook.ui'
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
from PySide6.QtWidgets import (QApplication, QHBoxLayout, QLabel, QListWidget,
    QListWidgetItem, QSizePolicy, QVBoxLayout, QWidget)

class Ui_HandbookPage(object):
    def setupUi(self, HandbookPage):
        if not HandbookPage.objectName():
            HandbookPage.setObjectName(u"HandbookPage")
        self.layout_1 = QVBoxLayout(HandbookPage)
        self.layout_1.setSpacing(8)
        self.layout_1.setObjectName(u"layout_1")
        self.layout_1.setContentsMargins(14, 12, 14, 10)
        self.title = QLabel(HandbookPage)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"big", True)
        self.title.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_1.addWidget(self.title)

        self.layout_2 = QHBoxLayout()
        self.layout_2.setSpacing(12)
        self.layout_2.setObjectName(u"layout_2")
        self.chapters = QListWidget(HandbookPage)
        self.chapters.setObjectName(u"chapters")
        self.chapters.setMinimumSize(QSize(200, 200))
        self.chapters.setMaximumSize(QSize(220, 16777215))
        self.chapters.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

        self.layout_2.addWidget(self.chapters)

        self.place = QVBoxLayout()
        self.place.setObjectName(u"place")

        self.layout_2.addLayout(self.place)

        self.layout_2.setStretch(1, 1)

        self.layout_1.addLayout(self.layout_2)


        self.retranslateUi(HandbookPage)

        QMetaObject.connectSlotsByName(HandbookPage)
    # setupUi

    def retranslateUi(self, HandbookPage):
        self.title.setText(QCoreApplication.translate("HandbookPage", u"\u64cd\u4f5c\u624b\u518c", None))
#if QT_CONFIG(accessibility)
        self.chapters.setAccessibleName(QCoreApplication.translate("HandbookPage", u"\u7ae0\u8282", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi
