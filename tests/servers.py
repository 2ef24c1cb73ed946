"""A PostgreSQL of one's own for tests and benchmarks: made anew, started, and thrown away at the end."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from itertools import count
from pathlib import Path

import psycopg

OWNER = "pemilik"
PORT = 5432  # only names the socket in a folder of its own, as long as it listens nowhere else
# What a crash of the machine would cost is nothing here.
_CARELESS = {"fsync": "off", "full_page_writes": "off", "synchronous_commit": "off", "autovacuum": "off"}
# Debian's servers may not be run by root, and this user is there to run them.
_USER = "postgres"


def programs() -> Path | None:
    """Where the newest server's programs are; Debian has them on no path."""
    found = shutil.which("initdb")
    folders = [Path(found).resolve().parent] if found else sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    return folders[-1] if folders else None


class Server:
    """A server that runs; its owner may do everything, without a password, through its socket alone."""

    def __init__(self, folder: Path, bin_: Path, port: int) -> None:
        self.folder = folder
        self.port = port
        self._bin = bin_
        self._numbers = count(1)

    def address(self, database: str, account: str = OWNER, **more: str) -> str:
        query = "&".join(
            f"{name}={value}" for name, value in {"host": str(self.folder), "port": self.port, **more}.items()
        )
        return f"postgresql://{account}@/{database}?{query}"

    def new_database(self) -> str:
        """The name of an empty database."""
        name = f"rekap_{next(self._numbers)}"
        self.run(f"CREATE DATABASE {name} STRATEGY file_copy")
        return name

    def run(self, statement: str, database: str = "postgres") -> list[tuple[object, ...]]:
        """One statement outside of any transaction; gives its rows."""
        with closing(psycopg.connect(self.address(database), autocommit=True)) as connection:
            cursor = connection.execute(statement.encode())
            return cursor.fetchall() if cursor.description else []

    def reload(self, settings: str) -> None:
        """Adds lines to its settings, those of `pg_hba.conf` apart."""
        with (self.folder / "data" / "postgresql.auto.conf").open("a", encoding="utf-8") as file:
            file.write(settings)
        self.control("reload")

    def write(self, name: str, text: str) -> None:
        """A file of its folder, which nobody else may read."""
        file = self.folder / name
        file.write_text(text, encoding="utf-8")
        file.chmod(0o600)
        if os.geteuid() == 0:
            shutil.chown(file, _USER, _USER)

    def script(self, text: str) -> None:
        """Runs a shell script in its folder, where its programs speak to it unless they are told another."""
        here = {"PGHOST": str(self.folder), "PGPORT": str(self.port), "PGUSER": OWNER, "PGDATABASE": "postgres"}
        path = f"{self._bin}{os.pathsep}{os.environ['PATH']}"
        _run(["sh", "-e", "-c", text], self.folder, {**os.environ, **here, "PATH": path, "HOME": str(self.folder)})

    def control(self, *words: str) -> None:
        """Runs pg_ctl."""
        log = ["--log", str(self.folder / "log")] if words[0] in ("start", "restart") else []
        _run([str(self._bin / "pg_ctl"), "--silent", "--wait", "--pgdata", str(self.folder / "data"), *log, *words])


@contextmanager
def running(*, careless: bool = True, **settings: str) -> Iterator[Server]:
    """A server with settings of `postgresql.conf`. It sorts as people here do, which no figure may depend on."""
    bin_ = programs()
    assert bin_ is not None, "PostgreSQL is not installed"
    folder = Path(tempfile.mkdtemp(prefix="asnquiz-postgres-"))
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, _USER, _USER)
        sorting = ["--encoding=UTF8", "--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=id-ID"]
        initdb = [str(bin_ / "initdb"), "--no-sync", "--username", OWNER, "--auth=trust", *sorting]
        _run([*initdb, str(folder / "data")])
        all_settings = {"listen_addresses": "", "port": str(PORT), "unix_socket_directories": str(folder)}
        all_settings |= (_CARELESS if careless else {}) | settings
        server = Server(folder, bin_, int(all_settings["port"]))
        server.control("start", "--options", " ".join(f"-c {name}='{value}'" for name, value in all_settings.items()))
        try:
            yield server
        finally:
            server.control("stop", "--mode", "immediate")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run(command: Sequence[str], folder: Path = Path("/"), environment: Mapping[str, str] = os.environ) -> None:
    user = {"user": _USER, "group": _USER, "extra_groups": []} if os.geteuid() == 0 else {}
    done = subprocess.run(  # type: ignore[call-overload]
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False, **user
    )
    assert done.returncode == 0, done.stdout + done.stderr
