# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'import_page.ui'
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
from PySide6.QtWidgets import (QAbstractItemView, QApplication, QComboBox, QHBoxLayout,
    QHeaderView, QLabel, QProgressBar, QPushButton,
    QSizePolicy, QSpacerItem, QTabWidget, QTableWidget,
    QTableWidgetItem, QVBoxLayout, QWidget)

class Ui_ImportPage(object):
    def setupUi(self, ImportPage):
        if not ImportPage.objectName():
            ImportPage.setObjectName(u"ImportPage")
        self.layout_1 = QVBoxLayout(ImportPage)
        self.layout_1.setSpacing(10)
        self.layout_1.setObjectName(u"layout_1")
        self.layout_1.setContentsMargins(14, 12, 14, 10)
        self.layout_2 = QHBoxLayout()
        self.layout_2.setSpacing(8)
        self.layout_2.setObjectName(u"layout_2")
        self.pick = QPushButton(ImportPage)
        self.pick.setObjectName(u"pick")
        self.pick.setProperty(u"primary", True)

        self.layout_2.addWidget(self.pick)

        self.file = QLabel(ImportPage)
        self.file.setObjectName(u"file")
        self.file.setProperty(u"muted", True)
        self.file.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_2.addWidget(self.file)

        self.space_1 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_2.addItem(self.space_1)

        self.kind_label = QLabel(ImportPage)
        self.kind_label.setObjectName(u"kind_label")
        self.kind_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_2.addWidget(self.kind_label)

        self.kind = QComboBox(ImportPage)
        self.kind.setObjectName(u"kind")

        self.layout_2.addWidget(self.kind)

        self.channel_label = QLabel(ImportPage)
        self.channel_label.setObjectName(u"channel_label")
        self.channel_label.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_2.addWidget(self.channel_label)

        self.channel = QComboBox(ImportPage)
        self.channel.setObjectName(u"channel")

        self.layout_2.addWidget(self.channel)


        self.layout_1.addLayout(self.layout_2)

        self.found = QLabel(ImportPage)
        self.found.setObjectName(u"found")
        self.found.setWordWrap(True)
        self.found.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_1.addWidget(self.found)

        self.preview = QTableWidget(ImportPage)
        self.preview.setObjectName(u"preview")
        self.preview.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.preview.setWordWrap(False)
        self.preview.setTabKeyNavigation(False)

        self.layout_1.addWidget(self.preview)

        self.layout_3 = QHBoxLayout()
        self.layout_3.setSpacing(8)
        self.layout_3.setObjectName(u"layout_3")
        self.check = QPushButton(ImportPage)
        self.check.setObjectName(u"check")

        self.layout_3.addWidget(self.check)

        self.bring = QPushButton(ImportPage)
        self.bring.setObjectName(u"bring")
        self.bring.setProperty(u"primary", True)

        self.layout_3.addWidget(self.bring)

        self.stop = QPushButton(ImportPage)
        self.stop.setObjectName(u"stop")

        self.layout_3.addWidget(self.stop)

        self.progress = QProgressBar(ImportPage)
        self.progress.setObjectName(u"progress")
        self.progress.setTextVisible(False)

        self.layout_3.addWidget(self.progress)

        self.save_report = QPushButton(ImportPage)
        self.save_report.setObjectName(u"save_report")

        self.layout_3.addWidget(self.save_report)

        self.space_2 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_3.addItem(self.space_2)


        self.layout_1.addLayout(self.layout_3)

        self.outcome = QLabel(ImportPage)
        self.outcome.setObjectName(u"outcome")
        self.outcome.setWordWrap(True)
        self.outcome.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_1.addWidget(self.outcome)

        self.parts = QTabWidget(ImportPage)
        self.parts.setObjectName(u"parts")
        self.parts.setDocumentMode(True)
        self.problems_page = QWidget()
        self.problems_page.setObjectName(u"problems_page")
        self.layout_4 = QVBoxLayout(self.problems_page)
        self.layout_4.setObjectName(u"layout_4")
        self.layout_4.setContentsMargins(0, 6, 0, 0)
        self.problems = QTableWidget(self.problems_page)
        self.problems.setObjectName(u"problems")
        self.problems.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.problems.setWordWrap(False)
        self.problems.setTabKeyNavigation(False)

        self.layout_4.addWidget(self.problems)

        self.parts.addTab(self.problems_page, "")

        self.layout_1.addWidget(self.parts)

        self.layout_1.setStretch(2, 1)
        self.layout_1.setStretch(5, 1)
#if QT_CONFIG(shortcut)
        self.kind_label.setBuddy(self.kind)
        self.channel_label.setBuddy(self.channel)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(ImportPage)

        self.parts.setCurrentIndex(0)


        QMetaObject.connectSlotsByName(ImportPage)
    # setupUi

    def retranslateUi(self, ImportPage):
        self.pick.setText(QCoreApplication.translate("ImportPage", u"\u9009\u62e9\u6587\u4ef6\u2026", None))
        self.file.setText("")
        self.kind_label.setText(QCoreApplication.translate("ImportPage", u"\u672a\u5199\u7c7b\u578b\u7684\u6309", None))
#if QT_CONFIG(accessibility)
        self.kind.setAccessibleName(QCoreApplication.translate("ImportPage", u"\u672a\u5199\u7c7b\u578b\u7684\u6309", None))
#endif // QT_CONFIG(accessibility)
        self.channel_label.setText(QCoreApplication.translate("ImportPage", u"\u672a\u5199\u6e20\u9053\u7684\u6309", None))
#if QT_CONFIG(accessibility)
        self.channel.setAccessibleName(QCoreApplication.translate("ImportPage", u"\u672a\u5199\u6e20\u9053\u7684\u6309", None))
#endif // QT_CONFIG(accessibility)
        self.found.setText(QCoreApplication.translate("ImportPage", u"\u8bf7\u9009\u62e9\u65e7\u767b\u8bb0\u7c3f\uff1axls\u3001xlsx\u3001ods\u3001csv\uff0c\u6216\u7f51\u9875\u683c\u5f0f\u7684 xls\u3002", None))
#if QT_CONFIG(accessibility)
        self.preview.setAccessibleName(QCoreApplication.translate("ImportPage", u"\u5217\u7684\u5bf9\u5e94\u548c\u524d\u51e0\u884c", None))
#endif // QT_CONFIG(accessibility)
        self.check.setText(QCoreApplication.translate("ImportPage", u"\u6838\u5bf9", None))
        self.bring.setText(QCoreApplication.translate("ImportPage", u"\u5bfc\u5165", None))
        self.stop.setText(QCoreApplication.translate("ImportPage", u"\u53d6\u6d88", None))
#if QT_CONFIG(accessibility)
        self.progress.setAccessibleName(QCoreApplication.translate("ImportPage", u"\u8fdb\u5ea6", None))
#endif // QT_CONFIG(accessibility)
        self.save_report.setText(QCoreApplication.translate("ImportPage", u"\u9010\u884c\u62a5\u544a\u2026", None))
        self.outcome.setText("")
#if QT_CONFIG(accessibility)
        self.problems.setAccessibleName(QCoreApplication.translate("ImportPage", u"\u9010\u884c\u7684\u95ee\u9898", None))
#endif // QT_CONFIG(accessibility)
        self.parts.setTabText(self.parts.indexOf(self.problems_page), QCoreApplication.translate("ImportPage", u"\u9010\u884c\u7684\u95ee\u9898", None))
        pass
    # retranslateUi
