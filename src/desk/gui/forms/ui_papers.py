# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'papers.ui'
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
from PySide6.QtWidgets import (QApplication, QHBoxLayout, QLabel, QLineEdit,
    QListWidget, QListWidgetItem, QPushButton, QSizePolicy,
    QVBoxLayout, QWidget)

class Ui_PapersPage(object):
    def setupUi(self, PapersPage):
        if not PapersPage.objectName():
            PapersPage.setObjectName(u"PapersPage")
        self.layout_1 = QHBoxLayout(PapersPage)
        self.layout_1.setSpacing(16)
        self.layout_1.setObjectName(u"layout_1")
        self.layout_1.setContentsMargins(14, 12, 14, 10)
        self.layout_2 = QVBoxLayout()
        self.layout_2.setSpacing(8)
        self.layout_2.setObjectName(u"layout_2")
        self.waiting_title = QLabel(PapersPage)
        self.waiting_title.setObjectName(u"waiting_title")
        self.waiting_title.setProperty(u"big", True)

        self.layout_2.addWidget(self.waiting_title)

        self.place = QVBoxLayout()
        self.place.setObjectName(u"place")

        self.layout_2.addLayout(self.place)

        self.waiting = QListWidget(PapersPage)
        self.waiting.setObjectName(u"waiting")

        self.layout_2.addWidget(self.waiting)

        self.layout_3 = QHBoxLayout()
        self.layout_3.setObjectName(u"layout_3")
        self.progress = QLabel(PapersPage)
        self.progress.setObjectName(u"progress")
        self.progress.setProperty(u"muted", True)
        self.progress.setWordWrap(True)
        self.progress.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_3.addWidget(self.progress)

        self.stop = QPushButton(PapersPage)
        self.stop.setObjectName(u"stop")
        self.stop.setVisible(False)

        self.layout_3.addWidget(self.stop)

        self.check_all = QPushButton(PapersPage)
        self.check_all.setObjectName(u"check_all")

        self.layout_3.addWidget(self.check_all)

        self.print = QPushButton(PapersPage)
        self.print.setObjectName(u"print")
        self.print.setProperty(u"primary", True)

        self.layout_3.addWidget(self.print)

        self.layout_3.setStretch(0, 1)

        self.layout_2.addLayout(self.layout_3)


        self.layout_1.addLayout(self.layout_2)

        self.layout_4 = QVBoxLayout()
        self.layout_4.setSpacing(8)
        self.layout_4.setObjectName(u"layout_4")
        self.blank_title = QLabel(PapersPage)
        self.blank_title.setObjectName(u"blank_title")
        self.blank_title.setProperty(u"big", True)

        self.layout_4.addWidget(self.blank_title)

        self.sought = QLineEdit(PapersPage)
        self.sought.setObjectName(u"sought")
        self.sought.setClearButtonEnabled(True)

        self.layout_4.addWidget(self.sought)

        self.blanks = QListWidget(PapersPage)
        self.blanks.setObjectName(u"blanks")

        self.layout_4.addWidget(self.blanks)

        self.hint = QLabel(PapersPage)
        self.hint.setObjectName(u"hint")
        self.hint.setProperty(u"muted", True)

        self.layout_4.addWidget(self.hint)


        self.layout_1.addLayout(self.layout_4)

        self.layout_1.setStretch(0, 3)
        self.layout_1.setStretch(1, 2)

        self.retranslateUi(PapersPage)

        QMetaObject.connectSlotsByName(PapersPage)
    # setupUi

    def retranslateUi(self, PapersPage):
        self.waiting_title.setText(QCoreApplication.translate("PapersPage", u"\u8fd8\u6ca1\u6709\u6253\u5370\u7684\u6587\u4e66", None))
#if QT_CONFIG(accessibility)
        self.waiting.setAccessibleName(QCoreApplication.translate("PapersPage", u"\u8fd8\u6ca1\u6709\u6253\u5370\u7684\u6587\u4e66", None))
#endif // QT_CONFIG(accessibility)
        self.progress.setText("")
        self.stop.setText(QCoreApplication.translate("PapersPage", u"\u505c\u6b62", None))
        self.check_all.setText(QCoreApplication.translate("PapersPage", u"\u5168\u9009", None))
        self.print.setText(QCoreApplication.translate("PapersPage", u"\u4f9d\u6b21\u6253\u5370\u52fe\u9009\u7684\u3000F8", None))
        self.blank_title.setText(QCoreApplication.translate("PapersPage", u"\u7a7a\u767d\u8868", None))
        self.sought.setPlaceholderText(QCoreApplication.translate("PapersPage", u"\u8868\u540d\u6216\u62fc\u97f3\u9996\u5b57\u6bcd", None))
#if QT_CONFIG(accessibility)
        self.sought.setAccessibleName(QCoreApplication.translate("PapersPage", u"\u627e\u7a7a\u767d\u8868", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.blanks.setAccessibleName(QCoreApplication.translate("PapersPage", u"\u7a7a\u767d\u8868", None))
#endif // QT_CONFIG(accessibility)
        self.hint.setText(QCoreApplication.translate("PapersPage", u"Enter \u770b\u6837\u5b50\uff0c\u53ef\u6253\u5370\u6216\u53e6\u5b58", None))
        pass
    # retranslateUi
