# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'setup_books.ui'
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
    QListWidgetItem, QPushButton, QSizePolicy, QSpacerItem,
    QVBoxLayout, QWidget)

class Ui_BookChoice(object):
    def setupUi(self, BookChoice):
        if not BookChoice.objectName():
            BookChoice.setObjectName(u"BookChoice")
        self.layout_5 = QHBoxLayout(BookChoice)
        self.layout_5.setSpacing(16)
        self.layout_5.setObjectName(u"layout_5")
        self.layout_5.setContentsMargins(0, 0, 0, 0)
        self.layout_3 = QVBoxLayout()
        self.layout_3.setSpacing(4)
        self.layout_3.setObjectName(u"layout_3")
        self.layout_3.setContentsMargins(0, 0, 0, 0)
        self.books_label = QLabel(BookChoice)
        self.books_label.setObjectName(u"books_label")
        self.books_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_3.addWidget(self.books_label)

        self.books = QListWidget(BookChoice)
        self.books.setObjectName(u"books")
        self.books.setMinimumSize(QSize(260, 200))

        self.layout_3.addWidget(self.books)

        self.own_book = QPushButton(BookChoice)
        self.own_book.setObjectName(u"own_book")

        self.layout_3.addWidget(self.own_book)


        self.layout_5.addLayout(self.layout_3)

        self.layout_4 = QVBoxLayout()
        self.layout_4.setSpacing(6)
        self.layout_4.setObjectName(u"layout_4")
        self.layout_4.setContentsMargins(0, 0, 0, 0)
        self.book_name = QLabel(BookChoice)
        self.book_name.setObjectName(u"book_name")
        self.book_name.setProperty(u"title", True)
        self.book_name.setWordWrap(True)
        self.book_name.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_4.addWidget(self.book_name)

        self.book_for = QLabel(BookChoice)
        self.book_for.setObjectName(u"book_for")
        self.book_for.setWordWrap(True)
        self.book_for.setAlignment(Qt.AlignmentFlag.AlignLeading|Qt.AlignmentFlag.AlignTop)
        self.book_for.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_4.addWidget(self.book_for)

        self.book_about = QLabel(BookChoice)
        self.book_about.setObjectName(u"book_about")
        self.book_about.setWordWrap(True)
        self.book_about.setAlignment(Qt.AlignmentFlag.AlignLeading|Qt.AlignmentFlag.AlignTop)
        self.book_about.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_4.addWidget(self.book_about)

        self.book_source = QLabel(BookChoice)
        self.book_source.setObjectName(u"book_source")
        self.book_source.setProperty(u"muted", True)
        self.book_source.setWordWrap(True)
        self.book_source.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_4.addWidget(self.book_source)

        self.overlays_label = QLabel(BookChoice)
        self.overlays_label.setObjectName(u"overlays_label")
        self.overlays_label.setProperty(u"title", True)
        self.overlays_label.setVisible(False)
        self.overlays_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_4.addWidget(self.overlays_label)

        self.overlays = QVBoxLayout()
        self.overlays.setSpacing(2)
        self.overlays.setObjectName(u"overlays")

        self.layout_4.addLayout(self.overlays)

        self.faults_layout = QVBoxLayout()
        self.faults_layout.setObjectName(u"faults_layout")
        self.space_4 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.faults_layout.addItem(self.space_4)


        self.layout_4.addLayout(self.faults_layout)

        self.layout_4.setStretch(6, 1)

        self.layout_5.addLayout(self.layout_4)

        self.layout_5.setStretch(0, 1)
        self.layout_5.setStretch(1, 2)
#if QT_CONFIG(shortcut)
        self.books_label.setBuddy(self.books)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(BookChoice)

        QMetaObject.connectSlotsByName(BookChoice)
    # setupUi

    def retranslateUi(self, BookChoice):
        self.books_label.setText(QCoreApplication.translate("BookChoice", u"\u89c4\u5219\u7c3f", None))
#if QT_CONFIG(accessibility)
        self.books.setAccessibleName(QCoreApplication.translate("BookChoice", u"\u89c4\u5219\u7c3f", None))
#endif // QT_CONFIG(accessibility)
        self.own_book.setText(QCoreApplication.translate("BookChoice", u"\u7528\u81ea\u5df1\u7684\u89c4\u5219\u7c3f\u6587\u4ef6\u5939\u2026", None))
        self.book_name.setText("")
        self.book_for.setText("")
        self.book_about.setText("")
        self.book_source.setText("")
        self.overlays_label.setText(QCoreApplication.translate("BookChoice", u"\u9644\u52a0\u5185\u5bb9\uff08\u53ef\u9009\uff0c\u76d6\u5728\u89c4\u5219\u7c3f\u4e0a\u9762\uff09", None))
        pass
    # retranslateUi
