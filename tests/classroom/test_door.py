"""The door of a hall: what it serves, to whom, and where it stands."""

import re
import socket
import sys
from base64 import b64encode
from hashlib import sha256
from http.client import HTTPConnection
from pathlib import Path

import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect
from websockets.typing import Origin

from asnquiz.classroom.door import PORTS
from asnquiz.classroom.hall import RunningHall
from asnquiz.classroom.phone_page import phone_page
from asnquiz.domain.refusal import Refusal
from asnquiz.usecases.briefing_ports import Door
from tests.classroom.calling import DEADLINE, Caller, Window
from tests.classroom.conftest import HOST, Start

linux = pytest.mark.skipif(sys.platform != "linux", reason="other addresses of the loopback need no set-up there")


def asked(door: Door, head: bytes) -> bytes:
    """What comes back until the door closes the connection."""
    with socket.create_connection((door.host, door.port), DEADLINE) as line:
        line.sendall(head)
        answer = b""
        while more := line.recv(65536):
            answer += more
        return answer


def status(door: Door, head: str) -> int:
    return int(asked(door, head.replace("\n", "\r\n").encode("latin-1")).split(b" ", 2)[1])


def fetched(door: Door, source: str | None = None) -> tuple[dict[str, str], bytes]:
    """The page, with its headers."""
    line = HTTPConnection(door.host, door.port, DEADLINE, (source, 0) if source else None)
    line.request("GET", "/?dari=qr")
    answer = line.getresponse()
    assert answer.status == 200
    found = {name.lower(): value for name, value in answer.getheaders()}, answer.read()
    line.close()
    return found


def test_the_page_is_one_document_that_may_load_nothing_from_elsewhere(hall: RunningHall, window: Window) -> None:
    headers, document = fetched(window.door)
    assert document == phone_page().document
    assert not re.search(rb"""(?:src|href)=(?!["']?(?:#|data:,))""", document)
    assert len(document) <= 60 * 1024
    assert headers["content-type"] == "text/html; charset=utf-8"
    assert headers["content-security-policy"].startswith("default-src 'none'; ")
    assert headers["content-security-policy"].endswith(f"; connect-src ws://{window.door.address}")
    assert "unsafe" not in headers["content-security-policy"]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    expected = {"cache-control": "no-store", "referrer-policy": "no-referrer", "x-content-type-options": "nosniff"}
    assert expected.items() <= headers.items()
    assert "permissions-policy" in headers
    assert not {"server", "set-cookie", "access-control-allow-origin"} & headers.keys()


def test_style_and_script_are_put_into_the_page_and_allowed_by_their_hashes(tmp_path: Path) -> None:
    (tmp_path / "a.css").write_text("p { color: red }\n")
    (tmp_path / "b.js").write_text("'use strict';\r\n", newline="")
    (tmp_path / "index.html").write_text('<link rel="stylesheet" href="a.css"><p>Ya<script src="b.js"></script>')
    page = phone_page(tmp_path)
    assert page.document == b"<style>p { color: red }\n</style><p>Ya<script>'use strict';\n</script>"
    for kind, content in (("style", b"p { color: red }\n"), ("script", b"'use strict';\n")):
        assert f"{kind}-src 'sha256-{b64encode(sha256(content).digest()).decode()}';" in page.policy


def test_only_page_and_ping_are_there_and_only_to_be_fetched(hall: RunningHall, window: Window) -> None:
    host = f"\nHost: {window.door.address}\n"
    assert status(window.door, f"GET / HTTP/1.1{host}\n") == 200
    assert status(window.door, f"GET /ping HTTP/1.1{host}\n") == 200
    assert asked(window.door, f"HEAD / HTTP/1.1{host}\n".replace("\n", "\r\n").encode()).endswith(b"\r\n\r\n")
    for path in ("/index.html", "/page.js", "/..", "/%2e%2e/setup.cfg", "/ws", "/ping/", "//"):
        assert status(window.door, f"GET {path} HTTP/1.1{host}\n") in (400, 404), path
    assert status(window.door, f"GET http://{window.door.address}/ HTTP/1.1{host}\n") == 404
    for method in ("POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE"):
        assert status(window.door, f"{method} / HTTP/1.1{host}\n") == 405
    assert status(window.door, f"POST / HTTP/1.1{host}Content-Length: 3\n\nabc") == 400
    assert status(window.door, f"GET / HTTP/1.1{host}Transfer-Encoding: chunked\n\n0\n\n") == 400


def test_another_host_is_refused(hall: RunningHall, window: Window) -> None:
    door = window.door
    for host in (
        "jahat.example",
        door.host,
        f"{door.host}:1",
        f"localhost:{door.port}",
        f"jahat.example:{door.port}",
        "",
    ):
        assert status(door, f"GET / HTTP/1.1\nHost: {host}\n\n") == 421, host
    assert status(door, "GET / HTTP/1.0\n\n") == 421
    assert status(door, f"GET / HTTP/1.1\nHost: {door.address}\nHost: {door.address}\n\n") == 400


@pytest.mark.parametrize(
    ("origin", "path"),
    [
        (None, "/ws"),
        ("null", "/ws"),
        ("http://jahat.example", "/ws"),
        ("https://{}", "/ws"),
        ("http://{}/", "/ws"),
        ("http://{}.jahat.example", "/ws"),
        ("http://{}", "/"),
        ("http://{}", "/ws/"),
    ],
)
def test_a_page_of_elsewhere_gets_no_line(hall: RunningHall, window: Window, origin: str | None, path: str) -> None:
    whole = None if origin is None else Origin(origin.format(window.door.address))
    with (
        pytest.raises(InvalidStatus) as refused,
        connect(f"ws://{window.door.address}{path}", origin=whole, compression=None),
    ):
        pass
    assert refused.value.response.status_code == 403


def test_a_line_for_another_host_is_refused(hall: RunningHall, window: Window) -> None:
    key = "Sec-WebSocket-Version: 13\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\n"
    upgrade = f"Connection: Upgrade\nUpgrade: websocket\n{key}Origin: http://{window.door.address}\n"
    assert status(window.door, f"GET /ws HTTP/1.1\nHost: jahat.example\n{upgrade}\n") == 403


UPGRADE = b"GET /ws HTTP/1.1\r\nHost: %(host)s\r\nOrigin: http://%(host)s\r\nConnection: Upgrade\r\n"


UPGRADE = b"GET /ws HTTP/1.1\r\nHost: %(host)s\r\nOrigin: http://%(host)s\r\nConnection: Upgrade\r\n"


@pytest.mark.parametrize(
    "head",
    [
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(200),  # a browser that tries https
        b"GET\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"\r\n" * 20_000,
        b"GET / HTTP/1.1\r\n" + b"A: " + b"a" * 100_000 + b"\r\n\r\n",
        b"GET /" + b"a" * 100_000 + b" HTTP/1.1\r\n\r\n",
        UPGRADE + b"Upgrade: websocket\r\n\r\n",
        UPGRADE + b"Upgrade: websocket\r\n" + b"a: b\r\n" * 300 + b"\r\n",
        UPGRADE + b"Upgrade: h2c\r\n\r\n",
    ],
    ids=range(9),
)
def test_what_is_no_request_disturbs_nobody(
    hall: RunningHall,
    window: Window,
    head: bytes,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("asnquiz.classroom.lines.PATIENCE", 0.2)  # of which one makes use
    with Caller(window.door) as phone:
        phone.join()
        with socket.create_connection((window.door.host, window.door.port), DEADLINE) as line:
            try:
                line.sendall(head.replace(b"%(host)s", window.door.address.encode()))
                while line.recv(65536):
                    pass
            except ConnectionError:
                pass
        phone.say("pledge")
        phone.hear("refused")
    assert [record for record in caplog.records if record.exc_info or record.levelname in ("WARNING", "ERROR")] == []


@linux
def test_devices_that_fetched_the_page_are_counted_once_and_this_computer_never(
    hall: RunningHall, window: Window
) -> None:
    for source in ("127.0.0.2", HOST, "127.0.0.2", "127.0.0.3"):
        fetched(window.door, source)
    assert window.wait(lambda news: news.reached >= 2).reached == 2


@linux
def test_it_is_reached_at_its_one_address_only(hall: RunningHall, window: Window) -> None:
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.9", window.door.port), DEADLINE)


def test_the_next_free_port_is_taken(start: Start, window: Window) -> None:
    start()
    first = window.door
    start()
    assert window.door.port in range(first.port + 1, PORTS.stop)


@pytest.mark.parametrize("host", ["0.0.0.0", "224.0.0.1", "192.0.2.77", "localhost", "::1", ""])  # noqa: S104
def test_what_is_no_address_of_this_computer_is_refused(start: Start, host: str) -> None:
    with pytest.raises(Refusal, match="bukan alamat komputer ini"):
        start(host=host)


def test_where_every_port_is_taken_it_says_so(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server((HOST, 0)) as taken:
        port = taken.getsockname()[1]
        monkeypatch.setattr("asnquiz.classroom.door.PORTS", range(port, port + 1))
        with pytest.raises(Refusal, match="sedang dipakai"):
            start()


def test_a_door_that_does_not_answer_itself_is_not_shown(
    start: Start, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("asnquiz.classroom.door._ANSWERING", 0.0)
    with pytest.raises(Refusal, match="firewall"):
        start()
    assert window.told == []
