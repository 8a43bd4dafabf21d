# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'manual_compare.ui'
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
from PySide6.QtWidgets import (QApplication, QComboBox, QHBoxLayout, QLabel,
    QLineEdit, QPushButton, QSizePolicy, QSpacerItem,
    QVBoxLayout, QWidget)

class Ui_ComparePart(object):
    def setupUi(self, ComparePart):
        if not ComparePart.objectName():
            ComparePart.setObjectName(u"ComparePart")
        self.layout_5 = QVBoxLayout(ComparePart)
        self.layout_5.setSpacing(10)
        self.layout_5.setObjectName(u"layout_5")
        self.layout_5.setContentsMargins(0, 0, 0, 0)
        self.explain = QLabel(ComparePart)
        self.explain.setObjectName(u"explain")
        self.explain.setProperty(u"muted", True)
        self.explain.setWordWrap(True)
        self.explain.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_5.addWidget(self.explain)

        self.layout_2 = QHBoxLayout()
        self.layout_2.setSpacing(8)
        self.layout_2.setObjectName(u"layout_2")
        self.layout_2.setContentsMargins(0, 0, 0, 0)
        self.book_label = QLabel(ComparePart)
        self.book_label.setObjectName(u"book_label")
        self.book_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_2.addWidget(self.book_label)

        self.books = QComboBox(ComparePart)
        self.books.setObjectName(u"books")
        self.books.setMinimumSize(QSize(360, 0))
        self.books.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

        self.layout_2.addWidget(self.books)

        self.compare_book = QPushButton(ComparePart)
        self.compare_book.setObjectName(u"compare_book")

        self.layout_2.addWidget(self.compare_book)

        self.space_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_2.addItem(self.space_1)


        self.layout_5.addLayout(self.layout_2)

        self.layout_3 = QHBoxLayout()
        self.layout_3.setSpacing(8)
        self.layout_3.setObjectName(u"layout_3")
        self.layout_3.setContentsMargins(0, 0, 0, 0)
        self.file_label = QLabel(ComparePart)
        self.file_label.setObjectName(u"file_label")
        self.file_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_3.addWidget(self.file_label)

        self.file = QLineEdit(ComparePart)
        self.file.setObjectName(u"file")

        self.layout_3.addWidget(self.file)

        self.choose_folder = QPushButton(ComparePart)
        self.choose_folder.setObjectName(u"choose_folder")

        self.layout_3.addWidget(self.choose_folder)

        self.compare_file = QPushButton(ComparePart)
        self.compare_file.setObjectName(u"compare_file")

        self.layout_3.addWidget(self.compare_file)


        self.layout_5.addLayout(self.layout_3)

        self.trouble = QLabel(ComparePart)
        self.trouble.setObjectName(u"trouble")
        self.trouble.setWordWrap(True)
        self.trouble.setVisible(False)
        self.trouble.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_5.addWidget(self.trouble)

        self.proposal_layout = QVBoxLayout()
        self.proposal_layout.setSpacing(0)
        self.proposal_layout.setObjectName(u"proposal_layout")
        self.proposal_layout.setContentsMargins(0, 0, 0, 0)

        self.layout_5.addLayout(self.proposal_layout)

        self.layout_5.setStretch(4, 1)
#if QT_CONFIG(shortcut)
        self.book_label.setBuddy(self.books)
        self.file_label.setBuddy(self.file)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(ComparePart)

        QMetaObject.connectSlotsByName(ComparePart)
    # setupUi

    def retranslateUi(self, ComparePart):
        self.explain.setText(QCoreApplication.translate("ComparePart", u"\u4e0e\u53e6\u4e00\u672c\u89c4\u5219\u7c3f\uff0c\u6216\u672c\u89c4\u5219\u7c3f\u7684\u53e6\u4e00\u4e2a\u7248\u672c\u6bd4\u8f83\u3002\u91c7\u7528\u540e\u53ea\u5bf9\u65b0\u767b\u8bb0\u7684\u6848\u4ef6\u6709\u6548\uff0c\u5df2\u767b\u8bb0\u7684\u4ecd\u6309\u767b\u8bb0\u65f6\u7684\u7248\u672c\u529e\u3002", None))
        self.book_label.setText(QCoreApplication.translate("ComparePart", u"\u89c4\u5219\u7c3f\u6216\u7248\u672c", None))
#if QT_CONFIG(accessibility)
        self.books.setAccessibleName(QCoreApplication.translate("ComparePart", u"\u89c4\u5219\u7c3f\u6216\u7248\u672c", None))
#endif // QT_CONFIG(accessibility)
        self.compare_book.setText(QCoreApplication.translate("ComparePart", u"\u6bd4\u8f83", None))
        self.file_label.setText(QCoreApplication.translate("ComparePart", u"\u89c4\u5219\u7c3f\u6587\u4ef6\u5939\u6216\u6587\u4ef6", None))
#if QT_CONFIG(accessibility)
        self.file.setAccessibleName(QCoreApplication.translate("ComparePart", u"\u89c4\u5219\u7c3f\u6587\u4ef6\u5939\u6216\u6587\u4ef6", None))
#endif // QT_CONFIG(accessibility)
        self.file.setPlaceholderText(QCoreApplication.translate("ComparePart", u"\u4f8b\uff1aD:\\\u89c4\u5219\u7c3f\\rules.toml", None))
        self.choose_folder.setText(QCoreApplication.translate("ComparePart", u"\u9009\u6587\u4ef6\u5939\u2026", None))
        self.compare_file.setText(QCoreApplication.translate("ComparePart", u"\u6bd4\u8f83", None))
        self.trouble.setText("")
        pass
    # retranslateUi
