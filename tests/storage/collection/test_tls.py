"""Of a server that is not on this computer, nothing is used but what docs/skala.md sets up: proven, and encrypted."""

import logging
import os
import shutil
import socket
import subprocess
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from asnquiz.domain.refusal import Refusal
from asnquiz.storage.collection.database import open_server_collection
from tests.servers import OWNER, Server, programs, running
from tests.storage.collection.guide import told

HOST, PASSWORD = "pusat.contoh", "kuda-baterai-staples"
# https://www.postgresql.org/docs/current/protocol-message-formats.html: eight bytes that only ask for TLS.
ASKS_FOR_TLS = bytes.fromhex("00000008 04d2162f")
# How those who are connected to the collection are.
CONNECTED = (
    "SELECT DISTINCT usename, ssl, version FROM pg_stat_ssl JOIN pg_stat_activity USING (pid) WHERE datname = 'rekap'"
)


def certificates(folder: Path) -> Path:
    subprocess.run(["sh", "-e", "-c", told("ca.sh")], cwd=folder, check=True, capture_output=True)
    return folder


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the certificates."""
    if shutil.which("openssl") is None:
        pytest.skip("OpenSSL is missing")
    return certificates(tmp_path_factory.mktemp("sertifikat"))


@pytest.fixture(scope="module")
def server(made: Path) -> Iterator[Server]:
    if programs() is None:
        pytest.skip("PostgreSQL is missing")
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        port = free.getsockname()[1]
    with running(listen_addresses="127.0.0.1", port=str(port)) as server:
        for name in ("server.crt", "server.key"):
            server.write(f"data/{name}", (made / name).read_text())
        server.write("data/postgresql.auto.conf", told("ukuran.conf") + told("rekap.conf"))
        server.write("data/pg_hba.conf", f"local all {OWNER} trust\n" + told("pg_hba.conf"))
        server.write("1-peran.sql", told("1-peran.sql"))
        server.control("restart")
        server.script("psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 < 1-peran.sql")
        server.run(f"ALTER ROLE ani PASSWORD '{PASSWORD}'")
        yield server


@pytest.fixture(autouse=True)
def home(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Of somebody who has the root certificate and the password; libpq looks nowhere else."""
    for name in [name for name in os.environ if name.startswith("PG")]:
        monkeypatch.delenv(name)
    password = tmp_path / ".pgpass"
    password.write_text(told(".pgpass").replace("budi", "ani").replace("KATA-SANDI", PASSWORD))
    password.chmod(0o600)
    monkeypatch.setenv("PGPASSFILE", str(password))
    monkeypatch.setenv("PGSSLROOTCERT", str(made / "root.crt"))
    return tmp_path


def address(server: Server, *, host: str = HOST, account: str = "ani", **more: str) -> str:
    """As from another computer, which finds the server's name by this address."""
    query = "&".join(f"{name}={value}" for name, value in {"hostaddr": "127.0.0.1", **more}.items())
    return f"postgresql://{account}@{host}:{server.port}/rekap?{query}"


def test_a_server_that_is_proven_is_used_by_the_password_of_a_file(server: Server) -> None:
    with closing(open_server_collection(address(server))) as store:
        assert store.tasks() == ()
        assert server.run(CONNECTED) == [("ani", True, "TLSv1.3")]


@pytest.fixture
def service(server: Server, home: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of the server by the name that an office gave it."""
    entry = home / ".pg_service.conf"
    here = f"hostaddr=127.0.0.1\nport={server.port}\n"
    entry.write_text(told(".pg_service.conf").replace("budi", "ani") + here)
    monkeypatch.setenv("PGSERVICEFILE", str(entry))
    return "postgresql:///rekap?service=pusat"


def test_one_that_is_named_by_a_service_is_used_in_the_same_way(server: Server, service: str) -> None:
    with closing(open_server_collection(service)) as store:
        assert store.tasks() == ()
        assert server.run(CONNECTED) == [("ani", True, "TLSv1.3")]
    with pytest.raises(Refusal, match=r"layanan pusat tidak dapat dihubungi.*root certificate file"):
        open_server_collection(f"{service}&sslrootcert=/tidak/ada/root.crt")


def test_a_service_that_asks_for_less_is_not_followed(server: Server, service: str, home: Path) -> None:
    with (home / ".pg_service.conf").open("a") as entry:
        entry.write("sslmode=disable\n")
    with closing(open_server_collection(service)):
        assert server.run(CONNECTED) == [("ani", True, "TLSv1.3")]
    with pytest.raises(Refusal, match="layanan pusat hanya dipakai dengan sslmode=verify-full"):
        open_server_collection(f"{service}&sslmode=disable")


def test_another_name_than_that_of_its_certificate_is_refused(server: Server) -> None:
    with pytest.raises(Refusal, match=r"tidak dapat dihubungi.*does not match host name"):
        open_server_collection(address(server, host="lain.contoh"))


def test_the_certificate_of_another_authority_is_refused(server: Server, tmp_path: Path) -> None:
    other = certificates(tmp_path) / "root.crt"
    with pytest.raises(Refusal, match=r"tidak dapat dihubungi.*certificate verify failed"):
        open_server_collection(address(server, sslrootcert=str(other)))


def test_without_the_root_certificate_it_is_refused(server: Server) -> None:
    with pytest.raises(Refusal, match=r"tidak dapat dihubungi.*root certificate file"):
        open_server_collection(address(server, sslrootcert="/tidak/ada/root.crt"))


@pytest.mark.parametrize("mode", ["disable", "allow", "prefer", "require", "verify-ca"])
def test_a_weaker_connection_is_refused_before_anything_is_sent(mode: str) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as listening:
        port = listening.getsockname()[1]
        with pytest.raises(Refusal, match=rf"{HOST} hanya dipakai dengan sslmode=verify-full"):
            open_server_collection(f"postgresql://ani@{HOST}:{port}/rekap?hostaddr=127.0.0.1&sslmode={mode}")
        listening.setblocking(False)
        with pytest.raises(BlockingIOError):
            listening.accept()


def test_a_server_without_tls_is_told_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PGSSLMODE", "disable")  # as somebody's own setting, which the program's goes before
    received: list[bytes] = []

    def answer() -> None:
        with listening.accept()[0] as connection:
            received.append(connection.recv(len(ASKS_FOR_TLS), socket.MSG_WAITALL))
            connection.sendall(b"N")
            received.append(connection.recv(1))

    with closing(socket.create_server(("127.0.0.1", 0))) as listening:
        listening.settimeout(30)
        answering = threading.Thread(target=answer)
        answering.start()
        port = listening.getsockname()[1]
        with pytest.raises(Refusal, match=r"tidak dapat dihubungi.*does not support SSL"):
            open_server_collection(f"postgresql://ani@{HOST}:{port}/rekap?hostaddr=127.0.0.1")
        answering.join()
    assert received == [ASKS_FOR_TLS, b""]


def test_the_server_itself_lets_nobody_in_without_tls(server: Server) -> None:
    plain = f"host=127.0.0.1 port={server.port} dbname=rekap user=ani sslmode=disable"
    with pytest.raises(psycopg.OperationalError, match="no encryption"):
        psycopg.connect(plain)
    with pytest.raises(psycopg.OperationalError, match=f'"{OWNER}"'):
        psycopg.connect(
            f"host={HOST} hostaddr=127.0.0.1 port={server.port} dbname=rekap user={OWNER} sslmode=verify-full"
        )


def test_a_wrong_password_is_told_in_a_sentence_without_it(
    server: Server, home: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    (home / ".pgpass").write_text(f"*:*:*:*:{PASSWORD}x\n")
    in_address = address(server, account=f"ani:{PASSWORD}y")
    for tried in (address(server), in_address):
        with pytest.raises(Refusal, match=rf"{HOST} tidak dapat dihubungi.*password authentication failed") as refused:
            open_server_collection(tried)
        assert PASSWORD not in str(refused.value) + caplog.text


def test_a_password_that_others_may_read_is_not_used(server: Server, home: Path) -> None:
    (home / ".pgpass").chmod(0o644)
    with pytest.raises(Refusal, match=r"tidak dapat dihubungi.*no password supplied"):
        open_server_collection(address(server))
