# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'unlock.ui'
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
    QLineEdit, QPushButton, QSizePolicy, QSpacerItem,
    QVBoxLayout, QWidget)

class Ui_UnlockPage(object):
    def setupUi(self, UnlockPage):
        if not UnlockPage.objectName():
            UnlockPage.setObjectName(u"UnlockPage")
        self.layout_1 = QHBoxLayout(UnlockPage)
        self.layout_1.setObjectName(u"layout_1")
        self.layout_1.setContentsMargins(0, 0, 0, 0)
        self.space_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_1.addItem(self.space_1)

        self.layout_2 = QVBoxLayout()
        self.layout_2.setObjectName(u"layout_2")
        self.space_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_2.addItem(self.space_2)

        self.box = QFrame(UnlockPage)
        self.box.setObjectName(u"box")
        self.box.setProperty(u"card", True)
        self.box.setMinimumSize(QSize(520, 0))
        self.layout_3 = QVBoxLayout(self.box)
        self.layout_3.setSpacing(10)
        self.layout_3.setObjectName(u"layout_3")
        self.layout_3.setContentsMargins(24, 24, 24, 24)
        self.title = QLabel(self.box)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"big", True)
        self.title.setWordWrap(True)
        self.title.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_3.addWidget(self.title)

        self.about = QLabel(self.box)
        self.about.setObjectName(u"about")
        self.about.setProperty(u"muted", True)
        self.about.setWordWrap(True)
        self.about.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_3.addWidget(self.about)

        self.secret_label = QLabel(self.box)
        self.secret_label.setObjectName(u"secret_label")
        self.secret_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_3.addWidget(self.secret_label)

        self.secret = QLineEdit(self.box)
        self.secret.setObjectName(u"secret")
        self.secret.setEchoMode(QLineEdit.EchoMode.PasswordEchoOnEdit)

        self.layout_3.addWidget(self.secret)

        self.trouble = QLabel(self.box)
        self.trouble.setObjectName(u"trouble")
        self.trouble.setWordWrap(True)
        self.trouble.setVisible(False)
        self.trouble.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_3.addWidget(self.trouble)

        self.layout_4 = QHBoxLayout()
        self.layout_4.setSpacing(8)
        self.layout_4.setObjectName(u"layout_4")
        self.space_3 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_4.addItem(self.space_3)

        self.cancel = QPushButton(self.box)
        self.cancel.setObjectName(u"cancel")

        self.layout_4.addWidget(self.cancel)

        self.open = QPushButton(self.box)
        self.open.setObjectName(u"open")
        self.open.setProperty(u"primary", True)

        self.layout_4.addWidget(self.open)


        self.layout_3.addLayout(self.layout_4)


        self.layout_2.addWidget(self.box)

        self.space_4 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_2.addItem(self.space_4)

        self.layout_2.setStretch(0, 2)
        self.layout_2.setStretch(2, 3)

        self.layout_1.addLayout(self.layout_2)

        self.space_5 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_1.addItem(self.space_5)

#if QT_CONFIG(shortcut)
        self.secret_label.setBuddy(self.secret)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(UnlockPage)

        QMetaObject.connectSlotsByName(UnlockPage)
    # setupUi

    def retranslateUi(self, UnlockPage):
        self.title.setText(QCoreApplication.translate("UnlockPage", u"\u8fd9\u53f0\u7535\u8111\u8fd8\u4e0d\u80fd\u6253\u5f00\u672c\u5355\u4f4d\u7684\u8d44\u6599", None))
        self.about.setText(QCoreApplication.translate("UnlockPage", u"\u6362\u4e86\u7535\u8111\u3001\u91cd\u88c5\u4e86\u7cfb\u7edf\uff0c\u6216\u5bc6\u94a5\u6587\u4ef6\u4e0d\u5728\u65f6\u4f1a\u8fd9\u6837\u3002\u8bf7\u8f93\u5165\u53e3\u4ee4\uff0c\u6216\u8bbe\u7acb\u5355\u4f4d\u65f6\u6253\u5370\u7684\u6062\u590d\u5bc6\u94a5\uff1b\u4ee5\u540e\u8fd9\u53f0\u7535\u8111\u5c31\u80fd\u76f4\u63a5\u6253\u5f00\u3002", None))
        self.secret_label.setText(QCoreApplication.translate("UnlockPage", u"\u53e3\u4ee4\u6216\u6062\u590d\u5bc6\u94a5", None))
#if QT_CONFIG(accessibility)
        self.secret.setAccessibleName(QCoreApplication.translate("UnlockPage", u"\u53e3\u4ee4\u6216\u6062\u590d\u5bc6\u94a5", None))
#endif // QT_CONFIG(accessibility)
        self.trouble.setText("")
        self.cancel.setText(QCoreApplication.translate("UnlockPage", u"\u9000\u51fa", None))
        self.open.setText(QCoreApplication.translate("UnlockPage", u"\u6253\u5f00", None))
        pass
    # retranslateUi
