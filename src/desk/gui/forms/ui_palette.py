# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'palette.ui'
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
from PySide6.QtWidgets import (QApplication, QFrame, QLineEdit, QListWidget,
    QListWidgetItem, QSizePolicy, QVBoxLayout, QWidget)

class Ui_Palette(object):
    def setupUi(self, Palette):
        if not Palette.objectName():
            Palette.setObjectName(u"Palette")
        Palette.setProperty(u"card", True)
        self.layout_1 = QVBoxLayout(Palette)
        self.layout_1.setSpacing(8)
        self.layout_1.setObjectName(u"layout_1")
        self.layout_1.setContentsMargins(12, 12, 12, 12)
        self.sought = QLineEdit(Palette)
        self.sought.setObjectName(u"sought")

        self.layout_1.addWidget(self.sought)

        self.found = QListWidget(Palette)
        self.found.setObjectName(u"found")
        self.found.setFocusPolicy(Qt.FocusPolicy.NoFocus)

        self.layout_1.addWidget(self.found)


        self.retranslateUi(Palette)

        QMetaObject.connectSlotsByName(Palette)
    # setupUi

    def retranslateUi(self, Palette):
        self.sought.setPlaceholderText(QCoreApplication.translate("Palette", u"\u8f93\u5165\u8981\u505a\u7684\u4e8b\uff0c\u4f8b\uff1a\u6253\u5370\u3001dy", None))
#if QT_CONFIG(accessibility)
        self.sought.setAccessibleName(QCoreApplication.translate("Palette", u"\u8981\u505a\u7684\u4e8b", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.found.setAccessibleName(QCoreApplication.translate("Palette", u"\u53ef\u4ee5\u505a\u7684\u4e8b", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi
