# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'reception.ui'
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
from PySide6.QtWidgets import (QAbstractItemView, QApplication, QFrame, QHBoxLayout,
    QHeaderView, QLabel, QPushButton, QSizePolicy,
    QSpacerItem, QTreeWidget, QTreeWidgetItem, QVBoxLayout,
    QWidget)

class Ui_ReceptionPage(object):
    def setupUi(self, ReceptionPage):
        if not ReceptionPage.objectName():
            ReceptionPage.setObjectName(u"ReceptionPage")
        self.layout_1 = QVBoxLayout(ReceptionPage)
        self.layout_1.setSpacing(8)
        self.layout_1.setObjectName(u"layout_1")
        self.layout_1.setContentsMargins(14, 12, 14, 10)
        self.layout_2 = QHBoxLayout()
        self.layout_2.setSpacing(16)
        self.layout_2.setObjectName(u"layout_2")
        self.title = QLabel(ReceptionPage)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"big", True)
        self.title.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_2.addWidget(self.title)

        self.about = QLabel(ReceptionPage)
        self.about.setObjectName(u"about")
        self.about.setProperty(u"muted", True)
        self.about.setWordWrap(True)
        self.about.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_2.addWidget(self.about)

        self.layout_2.setStretch(1, 1)

        self.layout_1.addLayout(self.layout_2)

        self.card = QFrame(ReceptionPage)
        self.card.setObjectName(u"card")
        self.card.setProperty(u"card", True)
        self.form_layout = QVBoxLayout(self.card)
        self.form_layout.setSpacing(4)
        self.form_layout.setObjectName(u"form_layout")
        self.form_layout.setContentsMargins(14, 10, 14, 10)
        self.layout_3 = QHBoxLayout()
        self.layout_3.setSpacing(8)
        self.layout_3.setObjectName(u"layout_3")
        self.trouble = QLabel(self.card)
        self.trouble.setObjectName(u"trouble")
        self.trouble.setWordWrap(True)
        self.trouble.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_3.addWidget(self.trouble)

        self.keep = QPushButton(self.card)
        self.keep.setObjectName(u"keep")
        self.keep.setProperty(u"primary", True)

        self.layout_3.addWidget(self.keep)

        self.layout_3.setStretch(0, 1)

        self.form_layout.addLayout(self.layout_3)


        self.layout_1.addWidget(self.card)

        self.layout_4 = QHBoxLayout()
        self.layout_4.setSpacing(8)
        self.layout_4.setObjectName(u"layout_4")
        self.count = QLabel(ReceptionPage)
        self.count.setObjectName(u"count")
        self.count.setProperty(u"title", True)
        self.count.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_4.addWidget(self.count)

        self.space_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_4.addItem(self.space_1)

        self.slip = QPushButton(ReceptionPage)
        self.slip.setObjectName(u"slip")
        self.slip.setEnabled(False)

        self.layout_4.addWidget(self.slip)


        self.layout_1.addLayout(self.layout_4)

        self.lines = QTreeWidget(ReceptionPage)
        self.lines.setObjectName(u"lines")
        self.lines.setUniformRowHeights(True)
        self.lines.setRootIsDecorated(False)
        self.lines.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

        self.layout_1.addWidget(self.lines)

        self.layout_1.setStretch(3, 1)

        self.retranslateUi(ReceptionPage)

        QMetaObject.connectSlotsByName(ReceptionPage)
    # setupUi

    def retranslateUi(self, ReceptionPage):
        self.title.setText(QCoreApplication.translate("ReceptionPage", u"\u63a5\u5f85\u8bb0\u5f55", None))
        self.about.setText(QCoreApplication.translate("ReceptionPage", u"\u54a8\u8be2\u3001\u8d70\u9519\u95e8\u3001\u6ca1\u6709\u767b\u8bb0\u7684\u6765\u8bbf\uff0c\u4e00\u884c\u8bb0\u4e0b\uff1b\u4e0d\u7f16\u53f7\uff0c\u4e0d\u7b97\u6848\u4ef6\u3002", None))
        self.trouble.setText("")
        self.keep.setText(QCoreApplication.translate("ReceptionPage", u"\u8bb0\u4e0b\u3000F12", None))
        self.count.setText("")
        self.slip.setText(QCoreApplication.translate("ReceptionPage", u"\u6307\u5f15\u5355", None))
#if QT_CONFIG(accessibility)
        self.lines.setAccessibleName(QCoreApplication.translate("ReceptionPage", u"\u4eca\u5929\u7684\u63a5\u5f85\u8bb0\u5f55", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi
