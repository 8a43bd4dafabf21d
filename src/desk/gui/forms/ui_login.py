# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'login.ui'
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

class Ui_LoginPage(object):
    def setupUi(self, LoginPage):
        if not LoginPage.objectName():
            LoginPage.setObjectName(u"LoginPage")
        self.layout_1 = QHBoxLayout(LoginPage)
        self.layout_1.setObjectName(u"layout_1")
        self.layout_1.setContentsMargins(0, 0, 0, 0)
        self.space_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_1.addItem(self.space_1)

        self.layout_2 = QVBoxLayout()
        self.layout_2.setObjectName(u"layout_2")
        self.space_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_2.addItem(self.space_2)

        self.box = QFrame(LoginPage)
        self.box.setObjectName(u"box")
        self.box.setProperty(u"card", True)
        self.box.setMinimumSize(QSize(380, 0))
        self.layout_3 = QVBoxLayout(self.box)
        self.layout_3.setSpacing(8)
        self.layout_3.setObjectName(u"layout_3")
        self.layout_3.setContentsMargins(24, 24, 24, 24)
        self.office = QLabel(self.box)
        self.office.setObjectName(u"office")
        self.office.setProperty(u"big", True)
        self.office.setWordWrap(True)
        self.office.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_3.addWidget(self.office)

        self.about = QLabel(self.box)
        self.about.setObjectName(u"about")
        self.about.setProperty(u"muted", True)
        self.about.setWordWrap(True)
        self.about.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_3.addWidget(self.about)

        self.who_label = QLabel(self.box)
        self.who_label.setObjectName(u"who_label")
        self.who_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_3.addWidget(self.who_label)

        self.who_place = QWidget(self.box)
        self.who_place.setObjectName(u"who_place")
        self.who_layout = QVBoxLayout(self.who_place)
        self.who_layout.setObjectName(u"who_layout")
        self.who_layout.setContentsMargins(0, 0, 0, 0)

        self.layout_3.addWidget(self.who_place)

        self.password_label = QLabel(self.box)
        self.password_label.setObjectName(u"password_label")
        self.password_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_3.addWidget(self.password_label)

        self.password = QLineEdit(self.box)
        self.password.setObjectName(u"password")
        self.password.setEchoMode(QLineEdit.EchoMode.Password)

        self.layout_3.addWidget(self.password)

        self.by_password = QPushButton(self.box)
        self.by_password.setObjectName(u"by_password")
        self.by_password.setProperty(u"link", True)
        self.by_password.setVisible(False)

        self.layout_3.addWidget(self.by_password)

        self.trouble = QLabel(self.box)
        self.trouble.setObjectName(u"trouble")
        self.trouble.setWordWrap(True)
        self.trouble.setVisible(False)
        self.trouble.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_3.addWidget(self.trouble)

        self.enter = QPushButton(self.box)
        self.enter.setObjectName(u"enter")
        self.enter.setProperty(u"primary", True)

        self.layout_3.addWidget(self.enter)


        self.layout_2.addWidget(self.box)

        self.space_3 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_2.addItem(self.space_3)

        self.layout_2.setStretch(0, 2)
        self.layout_2.setStretch(2, 3)

        self.layout_1.addLayout(self.layout_2)

        self.space_4 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_1.addItem(self.space_4)

#if QT_CONFIG(shortcut)
        self.password_label.setBuddy(self.password)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(LoginPage)

        QMetaObject.connectSlotsByName(LoginPage)
    # setupUi

    def retranslateUi(self, LoginPage):
        self.office.setText("")
        self.about.setText(QCoreApplication.translate("LoginPage", u"\u8f93\u5165\u59d3\u540d\u62fc\u97f3\u9996\u5b57\u6bcd\u9009\u62e9\u7ecf\u529e\u4eba\uff0c\u6309\u56de\u8f66\u767b\u5f55\u3002", None))
        self.who_label.setText(QCoreApplication.translate("LoginPage", u"\u7ecf\u529e\u4eba", None))
        self.password_label.setText(QCoreApplication.translate("LoginPage", u"\u53e3\u4ee4", None))
#if QT_CONFIG(accessibility)
        self.password.setAccessibleName(QCoreApplication.translate("LoginPage", u"\u53e3\u4ee4", None))
#endif // QT_CONFIG(accessibility)
        self.by_password.setText(QCoreApplication.translate("LoginPage", u"\u6539\u7528\u53e3\u4ee4", None))
#if QT_CONFIG(accessibility)
        self.by_password.setAccessibleName(QCoreApplication.translate("LoginPage", u"\u4e0d\u7528 PIN \u7801\uff0c\u6539\u7528\u53e3\u4ee4", None))
#endif // QT_CONFIG(accessibility)
        self.trouble.setText("")
        self.enter.setText(QCoreApplication.translate("LoginPage", u"\u767b\u5f55", None))
        pass
    # retranslateUi
