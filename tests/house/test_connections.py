"""No module of the program can open a connection: what does so is imported nowhere, but for named exceptions.

Two of them reach a network: that of a collection on a server, to the address that somebody gave to a command, and the
hall of a briefing, which phones come to at the one address of this computer that was chosen for it.

The packages are fetched by pip, a process of its own, when main.py is first started; nothing of it runs afterwards.
"""

import ast
from collections.abc import Iterator

import pytest

from tests.source_texts import ROOT

CONNECTING = {"asyncio", "ftplib", "http", "imaplib", "multiprocessing", "nntplib", "poplib", "smtplib", "socket"}
CONNECTING |= {"socketserver", "ssl", "telnetlib", "urllib", "webbrowser", "wsgiref", "xmlrpc", "_socket", "requests"}
CONNECTING |= {"psycopg", "starlette", "uvicorn", "websockets"}
CONNECTING |= {"PySide6.QtNetwork", "PySide6.QtNetworkAuth", "PySide6.QtWebSockets", "PySide6.QtWebEngineCore"}

# What a module may use of such a library: mostly local sockets between two processes, or two ends of one.
ALLOWED = {
    # The hall: one socket that listens, a loop, and a connection to itself at the address that it listens at.
    "classroom/door.py": {
        "asyncio.create_task",
        "asyncio.get_running_loop",
        "asyncio.open_connection",
        "asyncio.timeout",
        "socket.AF_INET",
        "socket.SOCK_STREAM",
        "socket.SOL_SOCKET",
        "socket.SO_EXCLUSIVEADDRUSE",
        "socket.SO_REUSEADDR",
        "socket.SO_SNDBUF",
        "socket.socket",
        "starlette.datastructures.Headers",
        "starlette.responses.PlainTextResponse",
        "starlette.responses.Response",
        "starlette.types.Receive",
        "starlette.types.Scope",
        "starlette.types.Send",
        "starlette.websockets.WebSocket",
        "starlette.websockets.WebSocketClose",
        "starlette.websockets.WebSocketDisconnect",
        "uvicorn.Config",
        "uvicorn.Server",
    },
    "classroom/hall.py": {
        "asyncio.AbstractEventLoop",
        "asyncio.Event",
        "asyncio.TimerHandle",
        "asyncio.get_running_loop",
        "asyncio.run",
    },
    "classroom/journal.py": {"asyncio.Task", "asyncio.get_running_loop"},
    "classroom/lines.py": {
        "asyncio.AbstractEventLoop",
        "asyncio.BaseTransport",
        "asyncio.Event",
        "asyncio.Transport",
        "uvicorn.config.Config",
        "uvicorn.protocols.http.h11_impl.H11Protocol",
        "uvicorn.protocols.websockets.websockets_sansio_impl.WebSocketsSansIOProtocol",
        "uvicorn.server.ServerState",
    },
    # How addresses write signs, and nothing that goes to one.
    "exchange/moodle_in.py": {"urllib.parse.unquote"},
    "exchange/moodle_out.py": {"urllib.parse.quote"},
    "exchange/tags.py": {"urllib.parse.unquote"},
    "programs/addresses.py": {"PySide6.QtNetwork.QNetworkInterface"},  # for `doctor`, and not on Linux
    # Processes of its own, each at the end of two pipes.
    "programs/collecting.py": {
        "multiprocessing.connection.Connection",
        "multiprocessing.get_context",
        "multiprocessing.process.BaseProcess",
    },
    "programs/ending.py": {"socket.socketpair"},
    "programs/lan.py": {"PySide6.QtNetwork.QNetworkInterface"},  # not on Linux
    "programs/one_window.py": {"PySide6.QtNetwork.QLocalServer", "PySide6.QtNetwork.QLocalSocket"},
    "storage/collection/server_site.py": {"psycopg.Error", "psycopg.OperationalError", "psycopg.pq"},  # for SQLAlchemy
}

PROGRAM = sorted((ROOT / "asnquiz").rglob("*.py"))


def used(source: str) -> set[str]:
    """What a module uses of libraries that connect, by its whole name."""
    return set(_used(ast.parse(source)))


def _used(tree: ast.AST) -> Iterator[str]:
    whole: set[str] = set()
    for node in ast.walk(tree):
        match node:
            case ast.Import(names):
                whole |= {name.asname or name.name for name in names if _connects(name.name)}
                yield from (f"{name.name} as {name.asname}" for name in names if _connects(name.name) and name.asname)
                yield from (name.name for name in names if _connects(name.name) and "." in name.name)
            case ast.ImportFrom(module=str(module), names=names):
                full = (f"{module}.{name.name}" for name in names)
                yield from (name for name in full if _connects(name))
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(value=ast.Name(name), attr=attribute) if name in whole:
                yield f"{name}.{attribute}"


def _connects(name: str) -> bool:
    parts = name.split(".")
    return any(".".join(parts[:count]) in CONNECTING for count in range(1, len(parts) + 1))


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("import socket\nsocket.create_connection(('a', 1))", {"socket.create_connection"}),
        ("import socket as s\ns.socket()", {"socket as s", "s.socket"}),
        ("def f():\n    from urllib.request import urlopen", {"urllib.request.urlopen"}),
        ("import http.client", {"http.client"}),
        ("from PySide6 import QtNetwork", {"PySide6.QtNetwork"}),
        ("from PySide6.QtNetwork import QTcpSocket", {"PySide6.QtNetwork.QTcpSocket"}),
        ("import json\njson.loads('1')", set()),
    ],
)
def test_the_search_finds_what_connects(source: str, found: set[str]) -> None:
    assert used(source) == found


def test_no_module_uses_what_connects() -> None:
    found = {file.relative_to(ROOT / "asnquiz").as_posix(): used(file.read_text("utf-8")) for file in PROGRAM}
    assert {name: uses for name, uses in found.items() if uses} == ALLOWED
