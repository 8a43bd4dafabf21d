# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'setup_users.ui'
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
from PySide6.QtWidgets import (QApplication, QCheckBox, QComboBox, QFrame,
    QGridLayout, QHBoxLayout, QLabel, QLineEdit,
    QListWidget, QListWidgetItem, QPushButton, QSizePolicy,
    QSpacerItem, QVBoxLayout, QWidget)

class Ui_UsersPart(object):
    def setupUi(self, UsersPart):
        if not UsersPart.objectName():
            UsersPart.setObjectName(u"UsersPart")
        self.layout_6 = QHBoxLayout(UsersPart)
        self.layout_6.setSpacing(16)
        self.layout_6.setObjectName(u"layout_6")
        self.layout_6.setContentsMargins(0, 0, 0, 0)
        self.layout_1 = QVBoxLayout()
        self.layout_1.setSpacing(6)
        self.layout_1.setObjectName(u"layout_1")
        self.layout_1.setContentsMargins(0, 0, 0, 0)
        self.list_label = QLabel(UsersPart)
        self.list_label.setObjectName(u"list_label")
        self.list_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_1.addWidget(self.list_label)

        self.users = QListWidget(UsersPart)
        self.users.setObjectName(u"users")
        self.users.setMinimumSize(QSize(330, 200))
        self.users.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

        self.layout_1.addWidget(self.users)

        self.another = QPushButton(UsersPart)
        self.another.setObjectName(u"another")

        self.layout_1.addWidget(self.another)

        self.layout_1.setStretch(1, 1)

        self.layout_6.addLayout(self.layout_1)

        self.layout_5 = QVBoxLayout()
        self.layout_5.setSpacing(0)
        self.layout_5.setObjectName(u"layout_5")
        self.layout_5.setContentsMargins(0, 0, 0, 0)
        self.card = QFrame(UsersPart)
        self.card.setObjectName(u"card")
        self.card.setProperty(u"card", True)
        self.layout_3 = QVBoxLayout(self.card)
        self.layout_3.setSpacing(10)
        self.layout_3.setObjectName(u"layout_3")
        self.layout_3.setContentsMargins(16, 12, 16, 12)
        self.heading = QLabel(self.card)
        self.heading.setObjectName(u"heading")
        self.heading.setProperty(u"title", True)
        self.heading.setWordWrap(True)
        self.heading.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_3.addWidget(self.heading)

        self.layout_2 = QGridLayout()
        self.layout_2.setObjectName(u"layout_2")
        self.layout_2.setHorizontalSpacing(12)
        self.layout_2.setVerticalSpacing(8)
        self.layout_2.setContentsMargins(0, 0, 0, 0)
        self.name_label = QLabel(self.card)
        self.name_label.setObjectName(u"name_label")
        self.name_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_2.addWidget(self.name_label, 0, 0, 1, 1)

        self.name = QLineEdit(self.card)
        self.name.setObjectName(u"name")

        self.layout_2.addWidget(self.name, 0, 1, 1, 1)

        self.role_label = QLabel(self.card)
        self.role_label.setObjectName(u"role_label")
        self.role_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_2.addWidget(self.role_label, 1, 0, 1, 1)

        self.role = QComboBox(self.card)
        self.role.setObjectName(u"role")
        self.role.setMinimumSize(QSize(200, 0))
        self.role.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

        self.layout_2.addWidget(self.role, 1, 1, 1, 1)

        self.password_label = QLabel(self.card)
        self.password_label.setObjectName(u"password_label")
        self.password_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_2.addWidget(self.password_label, 2, 0, 1, 1)

        self.password = QLineEdit(self.card)
        self.password.setObjectName(u"password")
        self.password.setEchoMode(QLineEdit.EchoMode.Password)

        self.layout_2.addWidget(self.password, 2, 1, 1, 1)

        self.no_password = QCheckBox(self.card)
        self.no_password.setObjectName(u"no_password")

        self.layout_2.addWidget(self.no_password, 3, 1, 1, 1)

        self.active = QCheckBox(self.card)
        self.active.setObjectName(u"active")

        self.layout_2.addWidget(self.active, 4, 1, 1, 1)

        self.layout_2.setColumnStretch(1, 1)

        self.layout_3.addLayout(self.layout_2)

        self.rights = QLabel(self.card)
        self.rights.setObjectName(u"rights")
        self.rights.setProperty(u"muted", True)
        self.rights.setWordWrap(True)
        self.rights.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_3.addWidget(self.rights)

        self.hand_on = QPushButton(self.card)
        self.hand_on.setObjectName(u"hand_on")
        self.hand_on.setProperty(u"link", True)

        self.layout_3.addWidget(self.hand_on)


        self.layout_5.addWidget(self.card)

        self.form_place = QVBoxLayout()
        self.form_place.setObjectName(u"form_place")

        self.layout_5.addLayout(self.form_place)

        self.space_4 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_5.addItem(self.space_4)


        self.layout_6.addLayout(self.layout_5)

        self.layout_6.setStretch(0, 1)
        self.layout_6.setStretch(1, 1)
#if QT_CONFIG(shortcut)
        self.list_label.setBuddy(self.users)
        self.name_label.setBuddy(self.name)
        self.role_label.setBuddy(self.role)
        self.password_label.setBuddy(self.password)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(UsersPart)

        QMetaObject.connectSlotsByName(UsersPart)
    # setupUi

    def retranslateUi(self, UsersPart):
        self.list_label.setText(QCoreApplication.translate("UsersPart", u"\u7528\u6237", None))
#if QT_CONFIG(accessibility)
        self.users.setAccessibleName(QCoreApplication.translate("UsersPart", u"\u7528\u6237", None))
#endif // QT_CONFIG(accessibility)
        self.another.setText(QCoreApplication.translate("UsersPart", u"\u65b0\u589e\u7528\u6237", None))
        self.heading.setText("")
        self.name_label.setText(QCoreApplication.translate("UsersPart", u"\u59d3\u540d", None))
#if QT_CONFIG(accessibility)
        self.name.setAccessibleName(QCoreApplication.translate("UsersPart", u"\u59d3\u540d", None))
#endif // QT_CONFIG(accessibility)
        self.role_label.setText(QCoreApplication.translate("UsersPart", u"\u5c97\u4f4d", None))
#if QT_CONFIG(accessibility)
        self.role.setAccessibleName(QCoreApplication.translate("UsersPart", u"\u5c97\u4f4d", None))
#endif // QT_CONFIG(accessibility)
        self.password_label.setText(QCoreApplication.translate("UsersPart", u"\u65b0\u53e3\u4ee4", None))
#if QT_CONFIG(accessibility)
        self.password.setAccessibleName(QCoreApplication.translate("UsersPart", u"\u65b0\u53e3\u4ee4", None))
#endif // QT_CONFIG(accessibility)
        self.password.setPlaceholderText(QCoreApplication.translate("UsersPart", u"\u7a7a\u7740\u5c31\u4e0d\u6539", None))
        self.no_password.setText(QCoreApplication.translate("UsersPart", u"\u4e0d\u7528\u53e3\u4ee4\u767b\u5f55", None))
        self.active.setText(QCoreApplication.translate("UsersPart", u"\u5728\u7528\uff08\u505c\u7528\u540e\u4e0d\u80fd\u767b\u5f55\uff0c\u4ee5\u524d\u529e\u7684\u4e8b\u4ecd\u663e\u793a\u59d3\u540d\uff09", None))
        self.rights.setText("")
        self.hand_on.setText(QCoreApplication.translate("UsersPart", u"\u628a\u624b\u4e0a\u7684\u5728\u529e\u4ef6\u79fb\u4ea4\u7ed9\u540c\u4e8b\u2026", None))
        pass
    # retranslateUi
