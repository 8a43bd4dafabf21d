# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'setup_settings.ui'
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
    QStackedWidget, QVBoxLayout, QWidget)

class Ui_SettingsPage(object):
    def setupUi(self, SettingsPage):
        if not SettingsPage.objectName():
            SettingsPage.setObjectName(u"SettingsPage")
        self.layout_7 = QVBoxLayout(SettingsPage)
        self.layout_7.setSpacing(10)
        self.layout_7.setObjectName(u"layout_7")
        self.layout_7.setContentsMargins(14, 10, 14, 10)
        self.layout_2 = QHBoxLayout()
        self.layout_2.setSpacing(10)
        self.layout_2.setObjectName(u"layout_2")
        self.layout_2.setContentsMargins(0, 0, 0, 0)
        self.title = QLabel(SettingsPage)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"big", True)
        self.title.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_2.addWidget(self.title)

        self.space_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_2.addItem(self.space_1)

        self.who = QLabel(SettingsPage)
        self.who.setObjectName(u"who")
        self.who.setProperty(u"muted", True)
        self.who.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_2.addWidget(self.who)


        self.layout_7.addLayout(self.layout_2)

        self.layout_6 = QHBoxLayout()
        self.layout_6.setSpacing(18)
        self.layout_6.setObjectName(u"layout_6")
        self.layout_6.setContentsMargins(0, 0, 0, 0)
        self.sections = QListWidget(SettingsPage)
        self.sections.setObjectName(u"sections")
        self.sections.setMinimumSize(QSize(180, 200))
        self.sections.setMaximumSize(QSize(200, 16777215))
        self.sections.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

        self.layout_6.addWidget(self.sections)

        self.layout_5 = QVBoxLayout()
        self.layout_5.setSpacing(8)
        self.layout_5.setObjectName(u"layout_5")
        self.layout_5.setContentsMargins(0, 0, 0, 0)
        self.parts = QStackedWidget(SettingsPage)
        self.parts.setObjectName(u"parts")

        self.layout_5.addWidget(self.parts)

        self.trouble = QLabel(SettingsPage)
        self.trouble.setObjectName(u"trouble")
        self.trouble.setWordWrap(True)
        self.trouble.setVisible(False)
        self.trouble.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_5.addWidget(self.trouble)

        self.layout_4 = QHBoxLayout()
        self.layout_4.setSpacing(8)
        self.layout_4.setObjectName(u"layout_4")
        self.layout_4.setContentsMargins(0, 0, 0, 0)
        self.space_3 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_4.addItem(self.space_3)

        self.keep = QPushButton(SettingsPage)
        self.keep.setObjectName(u"keep")
        self.keep.setProperty(u"primary", True)

        self.layout_4.addWidget(self.keep)


        self.layout_5.addLayout(self.layout_4)

        self.layout_5.setStretch(0, 1)

        self.layout_6.addLayout(self.layout_5)

        self.layout_6.setStretch(1, 1)

        self.layout_7.addLayout(self.layout_6)

        self.layout_7.setStretch(1, 1)

        self.retranslateUi(SettingsPage)

        QMetaObject.connectSlotsByName(SettingsPage)
    # setupUi

    def retranslateUi(self, SettingsPage):
        self.title.setText(QCoreApplication.translate("SettingsPage", u"\u5355\u4f4d\u8bbe\u7f6e", None))
        self.who.setText("")
#if QT_CONFIG(accessibility)
        self.sections.setAccessibleName(QCoreApplication.translate("SettingsPage", u"\u8bbe\u7f6e", None))
#endif // QT_CONFIG(accessibility)
        self.trouble.setText("")
        self.keep.setText(QCoreApplication.translate("SettingsPage", u"\u4fdd\u5b58\u3000F12", None))
        pass
    # retranslateUi
