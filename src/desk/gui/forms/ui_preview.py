# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'preview.ui'
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
    QListView, QListWidget, QListWidgetItem, QPushButton,
    QScrollArea, QSizePolicy, QSpacerItem, QVBoxLayout,
    QWidget)

class Ui_PreviewPage(object):
    def setupUi(self, PreviewPage):
        if not PreviewPage.objectName():
            PreviewPage.setObjectName(u"PreviewPage")
        self.layout_1 = QHBoxLayout(PreviewPage)
        self.layout_1.setSpacing(12)
        self.layout_1.setObjectName(u"layout_1")
        self.layout_1.setContentsMargins(14, 12, 14, 10)
        self.thumbs = QListWidget(PreviewPage)
        self.thumbs.setObjectName(u"thumbs")
        self.thumbs.setMaximumSize(QSize(150, 16777215))
        self.thumbs.setViewMode(QListView.ViewMode.ListMode)
        self.thumbs.setFrameShape(QFrame.Shape.NoFrame)

        self.layout_1.addWidget(self.thumbs)

        self.layout_2 = QVBoxLayout()
        self.layout_2.setSpacing(8)
        self.layout_2.setObjectName(u"layout_2")
        self.layout_3 = QHBoxLayout()
        self.layout_3.setSpacing(6)
        self.layout_3.setObjectName(u"layout_3")
        self.title = QLabel(PreviewPage)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"big", True)
        self.title.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_3.addWidget(self.title)

        self.mark = QLabel(PreviewPage)
        self.mark.setObjectName(u"mark")
        self.mark.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_3.addWidget(self.mark)

        self.space_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_3.addItem(self.space_1)

        self.smaller = QPushButton(PreviewPage)
        self.smaller.setObjectName(u"smaller")

        self.layout_3.addWidget(self.smaller)

        self.zoom = QLabel(PreviewPage)
        self.zoom.setObjectName(u"zoom")
        self.zoom.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_3.addWidget(self.zoom)

        self.larger = QPushButton(PreviewPage)
        self.larger.setObjectName(u"larger")

        self.layout_3.addWidget(self.larger)

        self.fit = QPushButton(PreviewPage)
        self.fit.setObjectName(u"fit")

        self.layout_3.addWidget(self.fit)


        self.layout_2.addLayout(self.layout_3)

        self.missing = QLabel(PreviewPage)
        self.missing.setObjectName(u"missing")
        self.missing.setWordWrap(True)
        self.missing.setVisible(False)
        self.missing.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_2.addWidget(self.missing)

        self.area = QScrollArea(PreviewPage)
        self.area.setObjectName(u"area")
        self.area.setWidgetResizable(False)
        self.area.setAlignment(Qt.AlignmentFlag.AlignCenter)

        self.layout_2.addWidget(self.area)

        self.layout_4 = QHBoxLayout()
        self.layout_4.setSpacing(8)
        self.layout_4.setObjectName(u"layout_4")
        self.printer = QLabel(PreviewPage)
        self.printer.setObjectName(u"printer")
        self.printer.setProperty(u"muted", True)
        self.printer.setWordWrap(True)
        self.printer.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_4.addWidget(self.printer)

        self.fill_in = QPushButton(PreviewPage)
        self.fill_in.setObjectName(u"fill_in")

        self.layout_4.addWidget(self.fill_in)

        self.setup = QPushButton(PreviewPage)
        self.setup.setObjectName(u"setup")

        self.layout_4.addWidget(self.setup)

        self.back_button = QPushButton(PreviewPage)
        self.back_button.setObjectName(u"back_button")

        self.layout_4.addWidget(self.back_button)

        self.save = QPushButton(PreviewPage)
        self.save.setObjectName(u"save")

        self.layout_4.addWidget(self.save)

        self.seal = QPushButton(PreviewPage)
        self.seal.setObjectName(u"seal")
        self.seal.setVisible(False)

        self.layout_4.addWidget(self.seal)

        self.print = QPushButton(PreviewPage)
        self.print.setObjectName(u"print")
        self.print.setProperty(u"primary", True)

        self.layout_4.addWidget(self.print)

        self.layout_4.setStretch(0, 1)

        self.layout_2.addLayout(self.layout_4)


        self.layout_1.addLayout(self.layout_2)

        self.layout_1.setStretch(1, 1)

        self.retranslateUi(PreviewPage)

        QMetaObject.connectSlotsByName(PreviewPage)
    # setupUi

    def retranslateUi(self, PreviewPage):
#if QT_CONFIG(accessibility)
        self.thumbs.setAccessibleName(QCoreApplication.translate("PreviewPage", u"\u9875\u9762\u7f29\u7565\u56fe", None))
#endif // QT_CONFIG(accessibility)
        self.title.setText("")
        self.mark.setText("")
        self.smaller.setText(QCoreApplication.translate("PreviewPage", u"\u7f29\u5c0f", None))
#if QT_CONFIG(accessibility)
        self.smaller.setAccessibleName(QCoreApplication.translate("PreviewPage", u"\u7f29\u5c0f", None))
#endif // QT_CONFIG(accessibility)
        self.zoom.setText("")
        self.larger.setText(QCoreApplication.translate("PreviewPage", u"\u653e\u5927", None))
#if QT_CONFIG(accessibility)
        self.larger.setAccessibleName(QCoreApplication.translate("PreviewPage", u"\u653e\u5927", None))
#endif // QT_CONFIG(accessibility)
        self.fit.setText(QCoreApplication.translate("PreviewPage", u"\u6574\u9875", None))
        self.missing.setText("")
#if QT_CONFIG(accessibility)
        self.area.setAccessibleName(QCoreApplication.translate("PreviewPage", u"\u6587\u4e66\u9875\u9762", None))
#endif // QT_CONFIG(accessibility)
        self.printer.setText("")
        self.fill_in.setText(QCoreApplication.translate("PreviewPage", u"\u586b\u5199\u6240\u7f3a\u2026", None))
#if QT_CONFIG(tooltip)
        self.fill_in.setToolTip(QCoreApplication.translate("PreviewPage", u"\u628a\u6587\u4e66\u4e0a\u8fd8\u7f3a\u7684\u5185\u5bb9\u586b\u8fdb\u8fd9\u4efd\u6587\u4e66", None))
#endif // QT_CONFIG(tooltip)
        self.setup.setText(QCoreApplication.translate("PreviewPage", u"\u6253\u5370\u673a\u2026", None))
#if QT_CONFIG(tooltip)
        self.setup.setToolTip(QCoreApplication.translate("PreviewPage", u"\u8fd9\u79cd\u6587\u4e66\u7528\u54ea\u53f0\u6253\u5370\u673a\u3001\u54ea\u4e2a\u7eb8\u76d2\u3001\u5355\u9762\u8fd8\u662f\u53cc\u9762", None))
#endif // QT_CONFIG(tooltip)
        self.back_button.setText(QCoreApplication.translate("PreviewPage", u"\u8fd4\u56de\u3000Esc", None))
        self.save.setText(QCoreApplication.translate("PreviewPage", u"\u53e6\u5b58 PDF", None))
        self.seal.setText(QCoreApplication.translate("PreviewPage", u"\u52a0\u76d6\u7535\u5b50\u5370\u7ae0\u5e76\u6253\u5370\u2026", None))
#if QT_CONFIG(tooltip)
        self.seal.setToolTip(QCoreApplication.translate("PreviewPage", u"\u7531\u5370\u7ae0\u4fdd\u7ba1\u4eba\u8f93\u5165\u53e3\u4ee4\uff0c\u51fa\u5177\u76d6\u597d\u5370\u7ae0\u7684\u6587\u4e66", None))
#endif // QT_CONFIG(tooltip)
        self.print.setText(QCoreApplication.translate("PreviewPage", u"\u6253\u5370\u3000F8", None))
        pass
    # retranslateUi
