"""The floor of a start: a PySide6 window with one label. Prints the wall clock at its first paint, then leaves."""

import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow


class Label(QLabel):
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        QTimer.singleShot(0, painted)


def painted() -> None:
    print(time.time(), flush=True)
    app.quit()


app = QApplication(["bare"])
window = QMainWindow()
window.setCentralWidget(Label("ASN Netral"))
window.resize(1366, 768)
window.show()
sys.exit(app.exec())
