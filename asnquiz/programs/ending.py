"""Ctrl+C in the terminal and the end of a desktop session close the window as its own button does, nothing lost."""

import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QSocketNotifier


@contextmanager
def closing_on_signals(close: Callable[[], object]) -> Iterator[None]:
    """Calls `close` in the event loop when the process is interrupted or asked to end.

    Qt's loop runs no Python while nothing happens; what the signal writes into a socket wakes it
    (https://docs.python.org/3/library/signal.html#signal.set_wakeup_fd).
    """
    inside, outside = socket.socketpair()
    for end in (inside, outside):
        end.setblocking(False)
    notifier = QSocketNotifier(inside.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(lambda: inside.recv(1) and close())
    wakeup = signal.set_wakeup_fd(outside.fileno())
    handlers = {number: signal.signal(number, lambda *_: None) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(wakeup)
        notifier.setEnabled(False)
        inside.close()
        outside.close()
