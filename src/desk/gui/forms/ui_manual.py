# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'manual.ui'
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
from PySide6.QtWidgets import (QApplication, QHBoxLayout, QLabel, QLineEdit,
    QListWidget, QListWidgetItem, QPushButton, QSizePolicy,
    QStackedWidget, QVBoxLayout, QWidget)

class Ui_ManualPage(object):
    def setupUi(self, ManualPage):
        if not ManualPage.objectName():
            ManualPage.setObjectName(u"ManualPage")
        self.layout_5 = QVBoxLayout(ManualPage)
        self.layout_5.setSpacing(10)
        self.layout_5.setObjectName(u"layout_5")
        self.layout_5.setContentsMargins(14, 10, 14, 10)
        self.layout_2 = QHBoxLayout()
        self.layout_2.setSpacing(10)
        self.layout_2.setObjectName(u"layout_2")
        self.layout_2.setContentsMargins(0, 0, 0, 0)
        self.layout_1 = QVBoxLayout()
        self.layout_1.setSpacing(2)
        self.layout_1.setObjectName(u"layout_1")
        self.layout_1.setContentsMargins(0, 0, 0, 0)
        self.title = QLabel(ManualPage)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"big", True)
        self.title.setWordWrap(True)
        self.title.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_1.addWidget(self.title)

        self.about = QLabel(ManualPage)
        self.about.setObjectName(u"about")
        self.about.setProperty(u"muted", True)
        self.about.setWordWrap(True)
        self.about.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_1.addWidget(self.about)


        self.layout_2.addLayout(self.layout_1)

        self.print_book = QPushButton(ManualPage)
        self.print_book.setObjectName(u"print_book")

        self.layout_2.addWidget(self.print_book)

        self.layout_2.setStretch(0, 1)

        self.layout_5.addLayout(self.layout_2)

        self.layout_4 = QHBoxLayout()
        self.layout_4.setSpacing(14)
        self.layout_4.setObjectName(u"layout_4")
        self.layout_4.setContentsMargins(0, 0, 0, 0)
        self.layout_3 = QVBoxLayout()
        self.layout_3.setSpacing(4)
        self.layout_3.setObjectName(u"layout_3")
        self.layout_3.setContentsMargins(0, 0, 0, 0)
        self.find_label = QLabel(ManualPage)
        self.find_label.setObjectName(u"find_label")
        self.find_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_3.addWidget(self.find_label)

        self.find_rows = QLineEdit(ManualPage)
        self.find_rows.setObjectName(u"find_rows")
        self.find_rows.setClearButtonEnabled(True)

        self.layout_3.addWidget(self.find_rows)

        self.chapters_label = QLabel(ManualPage)
        self.chapters_label.setObjectName(u"chapters_label")
        self.chapters_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_3.addWidget(self.chapters_label)

        self.chapters = QListWidget(ManualPage)
        self.chapters.setObjectName(u"chapters")
        self.chapters.setMinimumSize(QSize(230, 200))
        self.chapters.setMaximumSize(QSize(250, 16777215))
        self.chapters.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

        self.layout_3.addWidget(self.chapters)

        self.layout_3.setStretch(3, 1)

        self.layout_4.addLayout(self.layout_3)

        self.parts = QStackedWidget(ManualPage)
        self.parts.setObjectName(u"parts")

        self.layout_4.addWidget(self.parts)

        self.layout_4.setStretch(1, 1)

        self.layout_5.addLayout(self.layout_4)

        self.layout_5.setStretch(1, 1)
#if QT_CONFIG(shortcut)
        self.find_label.setBuddy(self.find_rows)
        self.chapters_label.setBuddy(self.chapters)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(ManualPage)

        QMetaObject.connectSlotsByName(ManualPage)
    # setupUi

    def retranslateUi(self, ManualPage):
        self.title.setText(QCoreApplication.translate("ManualPage", u"\u89c4\u5219\u7c3f", None))
        self.about.setText("")
        self.print_book.setText(QCoreApplication.translate("ManualPage", u"\u6253\u5370\u624b\u518c", None))
        self.find_label.setText(QCoreApplication.translate("ManualPage", u"\u7b5b\u9009", None))
#if QT_CONFIG(accessibility)
        self.find_rows.setAccessibleName(QCoreApplication.translate("ManualPage", u"\u7b5b\u9009\u89c4\u5219\u7c3f", None))
#endif // QT_CONFIG(accessibility)
        self.find_rows.setPlaceholderText(QCoreApplication.translate("ManualPage", u"\u8f93\u5165\u6587\u5b57\u7b5b\u9009\u5404\u7ae0", None))
        self.chapters_label.setText(QCoreApplication.translate("ManualPage", u"\u7ae0\u8282", None))
#if QT_CONFIG(accessibility)
        self.chapters.setAccessibleName(QCoreApplication.translate("ManualPage", u"\u7ae0\u8282", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi
