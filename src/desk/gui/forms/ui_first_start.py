# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'first_start.ui'
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
from PySide6.QtWidgets import (QApplication, QCheckBox, QHBoxLayout, QLabel,
    QLineEdit, QListWidget, QListWidgetItem, QPushButton,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

class Ui_FirstStart(object):
    def setupUi(self, FirstStart):
        if not FirstStart.objectName():
            FirstStart.setObjectName(u"FirstStart")
        self.layout_1 = QVBoxLayout(FirstStart)
        self.layout_1.setSpacing(12)
        self.layout_1.setObjectName(u"layout_1")
        self.layout_1.setContentsMargins(24, 24, 24, 24)
        self.title = QLabel(FirstStart)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"big", True)
        self.title.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_1.addWidget(self.title)

        self.about = QLabel(FirstStart)
        self.about.setObjectName(u"about")
        self.about.setProperty(u"muted", True)
        self.about.setWordWrap(True)
        self.about.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_1.addWidget(self.about)

        self.layout_2 = QHBoxLayout()
        self.layout_2.setSpacing(16)
        self.layout_2.setObjectName(u"layout_2")
        self.layout_3 = QVBoxLayout()
        self.layout_3.setSpacing(4)
        self.layout_3.setObjectName(u"layout_3")
        self.books_label = QLabel(FirstStart)
        self.books_label.setObjectName(u"books_label")
        self.books_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_3.addWidget(self.books_label)

        self.books = QListWidget(FirstStart)
        self.books.setObjectName(u"books")
        self.books.setMinimumSize(QSize(260, 200))

        self.layout_3.addWidget(self.books)


        self.layout_2.addLayout(self.layout_3)

        self.layout_4 = QVBoxLayout()
        self.layout_4.setSpacing(6)
        self.layout_4.setObjectName(u"layout_4")
        self.book_name = QLabel(FirstStart)
        self.book_name.setObjectName(u"book_name")
        self.book_name.setProperty(u"title", True)
        self.book_name.setWordWrap(True)
        self.book_name.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_4.addWidget(self.book_name)

        self.book_about = QLabel(FirstStart)
        self.book_about.setObjectName(u"book_about")
        self.book_about.setWordWrap(True)
        self.book_about.setAlignment(Qt.AlignmentFlag.AlignLeading|Qt.AlignmentFlag.AlignTop)
        self.book_about.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_4.addWidget(self.book_about)

        self.book_source = QLabel(FirstStart)
        self.book_source.setObjectName(u"book_source")
        self.book_source.setProperty(u"muted", True)
        self.book_source.setWordWrap(True)
        self.book_source.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_4.addWidget(self.book_source)

        self.layout_4.setStretch(1, 1)

        self.layout_2.addLayout(self.layout_4)

        self.layout_2.setStretch(0, 1)
        self.layout_2.setStretch(1, 2)

        self.layout_1.addLayout(self.layout_2)

        self.layout_5 = QHBoxLayout()
        self.layout_5.setSpacing(10)
        self.layout_5.setObjectName(u"layout_5")
        self.name_label = QLabel(FirstStart)
        self.name_label.setObjectName(u"name_label")
        self.name_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_5.addWidget(self.name_label)

        self.name = QLineEdit(FirstStart)
        self.name.setObjectName(u"name")

        self.layout_5.addWidget(self.name)


        self.layout_1.addLayout(self.layout_5)

        self.practice = QCheckBox(FirstStart)
        self.practice.setObjectName(u"practice")

        self.layout_1.addWidget(self.practice)

        self.trouble = QLabel(FirstStart)
        self.trouble.setObjectName(u"trouble")
        self.trouble.setWordWrap(True)
        self.trouble.setVisible(False)
        self.trouble.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_1.addWidget(self.trouble)

        self.layout_6 = QHBoxLayout()
        self.layout_6.setSpacing(8)
        self.layout_6.setObjectName(u"layout_6")
        self.space_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_6.addItem(self.space_1)

        self.cancel = QPushButton(FirstStart)
        self.cancel.setObjectName(u"cancel")

        self.layout_6.addWidget(self.cancel)

        self.start = QPushButton(FirstStart)
        self.start.setObjectName(u"start")
        self.start.setProperty(u"primary", True)

        self.layout_6.addWidget(self.start)


        self.layout_1.addLayout(self.layout_6)

        self.layout_1.setStretch(2, 1)
#if QT_CONFIG(shortcut)
        self.books_label.setBuddy(self.books)
        self.name_label.setBuddy(self.name)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(FirstStart)

        QMetaObject.connectSlotsByName(FirstStart)
    # setupUi

    def retranslateUi(self, FirstStart):
        self.title.setText(QCoreApplication.translate("FirstStart", u"\u5efa\u7acb\u529e\u516c\u70b9", None))
        self.about.setText(QCoreApplication.translate("FirstStart", u"\u9009\u4e00\u672c\u89c4\u5219\u7c3f\uff0c\u586b\u4e0a\u5355\u4f4d\u540d\u79f0\uff0c\u5c31\u53ef\u4ee5\u5f00\u59cb\u767b\u8bb0\u3002\u60f3\u5148\u8bd5\u7528\uff0c\u8bf7\u9009\u201c\u6f14\u793a\u5355\u4f4d\u201d\u3002", None))
        self.books_label.setText(QCoreApplication.translate("FirstStart", u"\u89c4\u5219\u7c3f", None))
#if QT_CONFIG(accessibility)
        self.books.setAccessibleName(QCoreApplication.translate("FirstStart", u"\u89c4\u5219\u7c3f", None))
#endif // QT_CONFIG(accessibility)
        self.book_name.setText("")
        self.book_about.setText("")
        self.book_source.setText("")
        self.name_label.setText(QCoreApplication.translate("FirstStart", u"\u5355\u4f4d\u540d\u79f0", None))
#if QT_CONFIG(accessibility)
        self.name.setAccessibleName(QCoreApplication.translate("FirstStart", u"\u5355\u4f4d\u540d\u79f0", None))
#endif // QT_CONFIG(accessibility)
        self.practice.setText(QCoreApplication.translate("FirstStart", u"\u6f14\u793a\u5355\u4f4d\uff1a\u7f16\u53f7\u5e26\u201c\u6f14\u793a\u201d\uff0c\u5148\u653e\u4e00\u4e9b\u7ec3\u4e60\u7528\u7684\u6848\u4ef6", None))
        self.trouble.setText("")
        self.cancel.setText(QCoreApplication.translate("FirstStart", u"\u9000\u51fa", None))
        self.start.setText(QCoreApplication.translate("FirstStart", u"\u5f00\u59cb\u4f7f\u7528", None))
        pass
    # retranslateUi
