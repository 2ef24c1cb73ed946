"""The bridge to the worker, at its end."""

from concurrent.futures import ThreadPoolExecutor

from PySide6.QtWidgets import QApplication

from asnquiz.ui.background import Background


def test_what_was_not_delivered_by_the_end_is_waited_for_no_more(qapp: QApplication) -> None:
    background = Background(ThreadPoolExecutor(max_workers=1))
    done: list[int] = []
    delivered: list[object] = []
    background.run(lambda: done.append(1), delivered.append, delivered.append)
    background.end()
    qapp.processEvents()
    assert (done, delivered, background.pending) == ([1], [], 0)
