# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'setup_office.ui'
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
from PySide6.QtWidgets import (QApplication, QGridLayout, QLabel, QLineEdit,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

class Ui_OfficeWords(object):
    def setupUi(self, OfficeWords):
        if not OfficeWords.objectName():
            OfficeWords.setObjectName(u"OfficeWords")
        OfficeWords.setMaximumSize(QSize(760, 16777215))
        self.layout_3 = QVBoxLayout(OfficeWords)
        self.layout_3.setSpacing(10)
        self.layout_3.setObjectName(u"layout_3")
        self.layout_3.setContentsMargins(0, 0, 0, 0)
        self.explain = QLabel(OfficeWords)
        self.explain.setObjectName(u"explain")
        self.explain.setProperty(u"muted", True)
        self.explain.setWordWrap(True)
        self.explain.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_3.addWidget(self.explain)

        self.layout_1 = QGridLayout()
        self.layout_1.setObjectName(u"layout_1")
        self.layout_1.setHorizontalSpacing(12)
        self.layout_1.setVerticalSpacing(8)
        self.layout_1.setContentsMargins(0, 0, 0, 0)
        self.name_label = QLabel(OfficeWords)
        self.name_label.setObjectName(u"name_label")
        self.name_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_1.addWidget(self.name_label, 0, 0, 1, 1)

        self.name = QLineEdit(OfficeWords)
        self.name.setObjectName(u"name")

        self.layout_1.addWidget(self.name, 0, 1, 1, 1)

        self.short_name_label = QLabel(OfficeWords)
        self.short_name_label.setObjectName(u"short_name_label")
        self.short_name_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_1.addWidget(self.short_name_label, 1, 0, 1, 1)

        self.short_name = QLineEdit(OfficeWords)
        self.short_name.setObjectName(u"short_name")

        self.layout_1.addWidget(self.short_name, 1, 1, 1, 1)

        self.code_label = QLabel(OfficeWords)
        self.code_label.setObjectName(u"code_label")
        self.code_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_1.addWidget(self.code_label, 2, 0, 1, 1)

        self.code = QLineEdit(OfficeWords)
        self.code.setObjectName(u"code")

        self.layout_1.addWidget(self.code, 2, 1, 1, 1)

        self.phone_label = QLabel(OfficeWords)
        self.phone_label.setObjectName(u"phone_label")
        self.phone_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_1.addWidget(self.phone_label, 3, 0, 1, 1)

        self.phone = QLineEdit(OfficeWords)
        self.phone.setObjectName(u"phone")

        self.layout_1.addWidget(self.phone, 3, 1, 1, 1)

        self.address_label = QLabel(OfficeWords)
        self.address_label.setObjectName(u"address_label")
        self.address_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_1.addWidget(self.address_label, 4, 0, 1, 1)

        self.address = QLineEdit(OfficeWords)
        self.address.setObjectName(u"address")

        self.layout_1.addWidget(self.address, 4, 1, 1, 1)

        self.contact_name_label = QLabel(OfficeWords)
        self.contact_name_label.setObjectName(u"contact_name_label")
        self.contact_name_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_1.addWidget(self.contact_name_label, 5, 0, 1, 1)

        self.contact_name = QLineEdit(OfficeWords)
        self.contact_name.setObjectName(u"contact_name")

        self.layout_1.addWidget(self.contact_name, 5, 1, 1, 1)

        self.contact_phone_label = QLabel(OfficeWords)
        self.contact_phone_label.setObjectName(u"contact_phone_label")
        self.contact_phone_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_1.addWidget(self.contact_phone_label, 6, 0, 1, 1)

        self.contact_phone = QLineEdit(OfficeWords)
        self.contact_phone.setObjectName(u"contact_phone")

        self.layout_1.addWidget(self.contact_phone, 6, 1, 1, 1)

        self.reconsideration_organ_label = QLabel(OfficeWords)
        self.reconsideration_organ_label.setObjectName(u"reconsideration_organ_label")
        self.reconsideration_organ_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_1.addWidget(self.reconsideration_organ_label, 7, 0, 1, 1)

        self.reconsideration_organ = QLineEdit(OfficeWords)
        self.reconsideration_organ.setObjectName(u"reconsideration_organ")

        self.layout_1.addWidget(self.reconsideration_organ, 7, 1, 1, 1)

        self.court_label = QLabel(OfficeWords)
        self.court_label.setObjectName(u"court_label")
        self.court_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_1.addWidget(self.court_label, 8, 0, 1, 1)

        self.court = QLineEdit(OfficeWords)
        self.court.setObjectName(u"court")

        self.layout_1.addWidget(self.court, 8, 1, 1, 1)

        self.complaint_channel_label = QLabel(OfficeWords)
        self.complaint_channel_label.setObjectName(u"complaint_channel_label")
        self.complaint_channel_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_1.addWidget(self.complaint_channel_label, 9, 0, 1, 1)

        self.complaint_channel = QLineEdit(OfficeWords)
        self.complaint_channel.setObjectName(u"complaint_channel")

        self.layout_1.addWidget(self.complaint_channel, 9, 1, 1, 1)

        self.layout_1.setColumnStretch(1, 1)

        self.layout_3.addLayout(self.layout_1)

        self.space_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_3.addItem(self.space_2)

#if QT_CONFIG(shortcut)
        self.name_label.setBuddy(self.name)
        self.short_name_label.setBuddy(self.short_name)
        self.code_label.setBuddy(self.code)
        self.phone_label.setBuddy(self.phone)
        self.address_label.setBuddy(self.address)
        self.contact_name_label.setBuddy(self.contact_name)
        self.contact_phone_label.setBuddy(self.contact_phone)
        self.reconsideration_organ_label.setBuddy(self.reconsideration_organ)
        self.court_label.setBuddy(self.court)
        self.complaint_channel_label.setBuddy(self.complaint_channel)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(OfficeWords)

        QMetaObject.connectSlotsByName(OfficeWords)
    # setupUi

    def retranslateUi(self, OfficeWords):
        self.explain.setText(QCoreApplication.translate("OfficeWords", u"\u8fd9\u4e9b\u8bdd\u5370\u5728\u56de\u6267\u3001\u901a\u77e5\u4e66\u548c\u767b\u8bb0\u7c3f\u4e0a\u3002\u7a7a\u7740\u7684\uff0c\u6253\u5370\u65f6\u7559\u7a7a\u3002", None))
        self.name_label.setText(QCoreApplication.translate("OfficeWords", u"\u5355\u4f4d\u5168\u79f0", None))
#if QT_CONFIG(accessibility)
        self.name.setAccessibleName(QCoreApplication.translate("OfficeWords", u"\u5355\u4f4d\u5168\u79f0", None))
#endif // QT_CONFIG(accessibility)
        self.name.setPlaceholderText(QCoreApplication.translate("OfficeWords", u"\u5370\u5728\u56de\u6267\u3001\u6587\u4e66\u548c\u767b\u8bb0\u7c3f\u4e0a", None))
        self.short_name_label.setText(QCoreApplication.translate("OfficeWords", u"\u5355\u4f4d\u7b80\u79f0", None))
#if QT_CONFIG(accessibility)
        self.short_name.setAccessibleName(QCoreApplication.translate("OfficeWords", u"\u5355\u4f4d\u7b80\u79f0", None))
#endif // QT_CONFIG(accessibility)
        self.short_name.setPlaceholderText(QCoreApplication.translate("OfficeWords", u"\u4f8b\uff1a\u793a\u8303\u5c40", None))
        self.code_label.setText(QCoreApplication.translate("OfficeWords", u"\u53d1\u6587\u4ee3\u5b57", None))
#if QT_CONFIG(accessibility)
        self.code.setAccessibleName(QCoreApplication.translate("OfficeWords", u"\u53d1\u6587\u4ee3\u5b57", None))
#endif // QT_CONFIG(accessibility)
        self.code.setPlaceholderText(QCoreApplication.translate("OfficeWords", u"\u6587\u4e66\u5b57\u53f7\u5f00\u5934\u7684\u51e0\u4e2a\u5b57\uff0c\u4f8b\uff1a\u793a\u5e02\u76d1\uff1b\u6ca1\u6709\u5c31\u7a7a\u7740", None))
        self.phone_label.setText(QCoreApplication.translate("OfficeWords", u"\u8054\u7cfb\u7535\u8bdd", None))
#if QT_CONFIG(accessibility)
        self.phone.setAccessibleName(QCoreApplication.translate("OfficeWords", u"\u8054\u7cfb\u7535\u8bdd", None))
#endif // QT_CONFIG(accessibility)
        self.phone.setPlaceholderText(QCoreApplication.translate("OfficeWords", u"\u5370\u5728\u56de\u6267\u4e0a\uff0c\u4f9b\u6765\u4eba\u67e5\u8be2", None))
        self.address_label.setText(QCoreApplication.translate("OfficeWords", u"\u529e\u516c\u5730\u5740", None))
#if QT_CONFIG(accessibility)
        self.address.setAccessibleName(QCoreApplication.translate("OfficeWords", u"\u529e\u516c\u5730\u5740", None))
#endif // QT_CONFIG(accessibility)
        self.contact_name_label.setText(QCoreApplication.translate("OfficeWords", u"\u8054\u7cfb\u4eba", None))
#if QT_CONFIG(accessibility)
        self.contact_name.setAccessibleName(QCoreApplication.translate("OfficeWords", u"\u8054\u7cfb\u4eba", None))
#endif // QT_CONFIG(accessibility)
        self.contact_phone_label.setText(QCoreApplication.translate("OfficeWords", u"\u8054\u7cfb\u4eba\u7535\u8bdd", None))
#if QT_CONFIG(accessibility)
        self.contact_phone.setAccessibleName(QCoreApplication.translate("OfficeWords", u"\u8054\u7cfb\u4eba\u7535\u8bdd", None))
#endif // QT_CONFIG(accessibility)
        self.reconsideration_organ_label.setText(QCoreApplication.translate("OfficeWords", u"\u884c\u653f\u590d\u8bae\u673a\u5173", None))
#if QT_CONFIG(accessibility)
        self.reconsideration_organ.setAccessibleName(QCoreApplication.translate("OfficeWords", u"\u884c\u653f\u590d\u8bae\u673a\u5173", None))
#endif // QT_CONFIG(accessibility)
        self.reconsideration_organ.setPlaceholderText(QCoreApplication.translate("OfficeWords", u"\u5199\u5728\u51b3\u5b9a\u4e66\u7684\u6551\u6d4e\u9014\u5f84\u91cc", None))
        self.court_label.setText(QCoreApplication.translate("OfficeWords", u"\u7ba1\u8f96\u6cd5\u9662", None))
#if QT_CONFIG(accessibility)
        self.court.setAccessibleName(QCoreApplication.translate("OfficeWords", u"\u7ba1\u8f96\u6cd5\u9662", None))
#endif // QT_CONFIG(accessibility)
        self.court.setPlaceholderText(QCoreApplication.translate("OfficeWords", u"\u5199\u5728\u51b3\u5b9a\u4e66\u7684\u6551\u6d4e\u9014\u5f84\u91cc", None))
        self.complaint_channel_label.setText(QCoreApplication.translate("OfficeWords", u"\u6295\u8bc9\u76d1\u7763\u6e20\u9053", None))
#if QT_CONFIG(accessibility)
        self.complaint_channel.setAccessibleName(QCoreApplication.translate("OfficeWords", u"\u6295\u8bc9\u76d1\u7763\u6e20\u9053", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi
