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
    QLineEdit, QPushButton, QSizePolicy, QSpacerItem,
    QStackedWidget, QVBoxLayout, QWidget)

class Ui_FirstStart(object):
    def setupUi(self, FirstStart):
        if not FirstStart.objectName():
            FirstStart.setObjectName(u"FirstStart")
        self.layout_10 = QVBoxLayout(FirstStart)
        self.layout_10.setSpacing(12)
        self.layout_10.setObjectName(u"layout_10")
        self.layout_10.setContentsMargins(24, 24, 24, 24)
        self.layout_2 = QHBoxLayout()
        self.layout_2.setSpacing(8)
        self.layout_2.setObjectName(u"layout_2")
        self.layout_2.setContentsMargins(0, 0, 0, 0)
        self.title = QLabel(FirstStart)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"big", True)
        self.title.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_2.addWidget(self.title)

        self.space_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_2.addItem(self.space_1)

        self.steps = QLabel(FirstStart)
        self.steps.setObjectName(u"steps")
        self.steps.setProperty(u"muted", True)
        self.steps.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_2.addWidget(self.steps)


        self.layout_10.addLayout(self.layout_2)

        self.about = QLabel(FirstStart)
        self.about.setObjectName(u"about")
        self.about.setProperty(u"muted", True)
        self.about.setWordWrap(True)
        self.about.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_10.addWidget(self.about)

        self.stack = QStackedWidget(FirstStart)
        self.stack.setObjectName(u"stack")
        self.first_page = QWidget()
        self.first_page.setObjectName(u"first_page")
        self.first_layout = QVBoxLayout(self.first_page)
        self.first_layout.setSpacing(12)
        self.first_layout.setObjectName(u"first_layout")
        self.first_layout.setContentsMargins(0, 0, 0, 0)
        self.layout_6 = QHBoxLayout()
        self.layout_6.setSpacing(10)
        self.layout_6.setObjectName(u"layout_6")
        self.layout_6.setContentsMargins(0, 0, 0, 0)
        self.name_label = QLabel(self.first_page)
        self.name_label.setObjectName(u"name_label")
        self.name_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_6.addWidget(self.name_label)

        self.name = QLineEdit(self.first_page)
        self.name.setObjectName(u"name")

        self.layout_6.addWidget(self.name)


        self.first_layout.addLayout(self.layout_6)

        self.practice = QCheckBox(self.first_page)
        self.practice.setObjectName(u"practice")

        self.first_layout.addWidget(self.practice)

        self.stack.addWidget(self.first_page)

        self.layout_10.addWidget(self.stack)

        self.trouble = QLabel(FirstStart)
        self.trouble.setObjectName(u"trouble")
        self.trouble.setWordWrap(True)
        self.trouble.setVisible(False)
        self.trouble.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_10.addWidget(self.trouble)

        self.layout_9 = QHBoxLayout()
        self.layout_9.setSpacing(8)
        self.layout_9.setObjectName(u"layout_9")
        self.layout_9.setContentsMargins(0, 0, 0, 0)
        self.cancel = QPushButton(FirstStart)
        self.cancel.setObjectName(u"cancel")

        self.layout_9.addWidget(self.cancel)

        self.space_8 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_9.addItem(self.space_8)

        self.back = QPushButton(FirstStart)
        self.back.setObjectName(u"back")

        self.layout_9.addWidget(self.back)

        self.more = QPushButton(FirstStart)
        self.more.setObjectName(u"more")

        self.layout_9.addWidget(self.more)

        self.start = QPushButton(FirstStart)
        self.start.setObjectName(u"start")
        self.start.setProperty(u"primary", True)

        self.layout_9.addWidget(self.start)


        self.layout_10.addLayout(self.layout_9)

        self.layout_10.setStretch(2, 1)
#if QT_CONFIG(shortcut)
        self.name_label.setBuddy(self.name)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(FirstStart)

        QMetaObject.connectSlotsByName(FirstStart)
    # setupUi

    def retranslateUi(self, FirstStart):
        self.title.setText(QCoreApplication.translate("FirstStart", u"\u5efa\u7acb\u529e\u516c\u70b9", None))
        self.steps.setText("")
        self.about.setText(QCoreApplication.translate("FirstStart", u"\u9009\u4e00\u672c\u89c4\u5219\u7c3f\uff0c\u586b\u4e0a\u5355\u4f4d\u540d\u79f0\uff0c\u5c31\u53ef\u4ee5\u5f00\u59cb\u767b\u8bb0\uff1b\u5176\u4f59\u5404\u9875\u53ef\u4ee5\u8df3\u8fc7\uff0c\u4ee5\u540e\u5728\u201c\u5355\u4f4d\u8bbe\u7f6e\u201d\u91cc\u518d\u586b\u3002", None))
        self.name_label.setText(QCoreApplication.translate("FirstStart", u"\u5355\u4f4d\u540d\u79f0", None))
#if QT_CONFIG(accessibility)
        self.name.setAccessibleName(QCoreApplication.translate("FirstStart", u"\u5355\u4f4d\u540d\u79f0", None))
#endif // QT_CONFIG(accessibility)
        self.name.setPlaceholderText(QCoreApplication.translate("FirstStart", u"\u5168\u79f0\uff0c\u5370\u5728\u56de\u6267\u548c\u6587\u4e66\u4e0a", None))
        self.practice.setText(QCoreApplication.translate("FirstStart", u"\u6f14\u793a\u5355\u4f4d\uff1a\u7f16\u53f7\u5e26\u201c\u6f14\u793a\u201d\uff0c\u5148\u653e\u4e00\u4e9b\u7ec3\u4e60\u7528\u7684\u6848\u4ef6", None))
        self.trouble.setText("")
        self.cancel.setText(QCoreApplication.translate("FirstStart", u"\u9000\u51fa", None))
        self.back.setText(QCoreApplication.translate("FirstStart", u"\u4e0a\u4e00\u6b65", None))
        self.more.setText(QCoreApplication.translate("FirstStart", u"\u4e0b\u4e00\u6b65", None))
        self.start.setText(QCoreApplication.translate("FirstStart", u"\u5f00\u59cb\u4f7f\u7528", None))
        pass
    # retranslateUi
