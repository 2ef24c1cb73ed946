"""A collection in a database of a PostgreSQL server, which several offices may write to at once.

Writers take turns, by one lock for each transaction, as SQLite has them do: so numbers are given once, equal results
are noticed, and nobody waits for somebody who waits. Readers wait for none.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property

import psycopg
from sqlalchemy import URL, Connection, LargeBinary, String, create_engine, func, inspect, make_url, select, text
from sqlalchemy.exc import ArgumentError, DBAPIError

from asnquiz.domain.refusal import Refusal
from asnquiz.domain.wording import harmless
from asnquiz.storage.collection.tables import VERSION, collection_version, metadata, reports, standings

_DRIVER = "postgresql+psycopg"
_KINDS = ("postgresql", "postgres")
_SURE = "verify-full"
_LOCK = 0x41534E  # a number of our own among the locks of a database
_HERE = ("localhost", "127.0.0.1", "::1")

# https://www.postgresql.org/docs/current/libpq-connect.html. An office whose computer or network fails is given up
# within a minute or so, and with it what it had begun, so that others need not wait for it.
_CONNECTING = {
    "connect_timeout": 15,
    "keepalives_idle": 20,
    "keepalives_interval": 10,
    "keepalives_count": 3,
    "client_encoding": "UTF8",
    "options": "-c tcp_keepalives_idle=20 -c tcp_keepalives_interval=10 -c tcp_keepalives_count=3"
    " -c lock_timeout=10min -c idle_in_transaction_session_timeout=10min",
}

_UNKNOWN = "Alamat server rekap tidak dikenal. Tulis seperti postgresql://akun@server/rekap."
_UNSURE = (
    "{place} hanya dipakai dengan sslmode=verify-full: nama dan nilai pegawai melewati jaringan, jadi sambungannya "
    "harus terenkripsi dan servernya harus terbukti. Hapus sslmode dari alamatnya, lalu pasang sertifikat server itu."
)
_NOT_OURS = "{place} bukan rekap nilai ASN Netral. Minta pengelola server membuat basis data baru, lalu pakai itu."
_NEWER = (
    "Rekap nilai di {place} dibuat oleh ASN Netral versi yang lebih baru. "
    "Pasang versi terbaru program ini, lalu coba lagi; data itu tidak diubah."
)
_WITHOUT_VERSION = (
    "{place} tidak lengkap: catatan versinya tidak ada. Data itu tidak diubah. "
    "Minta pengelola server memulihkannya dari cadangan, lalu coba lagi."
)
_ENCODING = (
    "{place} memakai pengodean {encoding}, sehingga nama orang dapat rusak. "
    "Minta pengelola server membuat basis data dengan pengodean UTF8."
)
_NOT_THE_OWNER = (
    "Akun ini tidak berhak menghapus hasil di {place}. Minta pemilik basis data itu menjalankan perintah yang sama."
)
_UNREACHABLE = (
    "{place} tidak dapat dihubungi, atau sambungannya terputus. Yang sudah tersimpan tetap ada. Periksa jaringan, "
    "alamat, dan akunnya, lalu jalankan perintah yang sama lagi. Keterangan dari sistem: {words}"
)
_BUSY = "{place} sedang dipakai pihak lain terlalu lama. Yang sudah tersimpan tetap ada. Coba lagi beberapa saat lagi."
_NO_RIGHT = "Akun ini tidak berhak melakukan hal itu di {place}. Minta pengelola server memeriksa peran akun ini."
_FULL = "Ruang penyimpanan {place} penuh, sehingga data belum tersimpan. Minta pengelola server menambah ruang."
_READ_ONLY = "{place} hanya dapat dibaca, mungkin salinan cadangan. Pakai alamat server utama."
_DAMAGED = "{place} melaporkan kerusakan penyimpanan. Hentikan pemakaiannya, lalu minta pengelola server memeriksanya."

# https://www.postgresql.org/docs/current/errcodes-appendix.html, by code or by class.
_BY_STATE = {
    "08": _UNREACHABLE,
    "25006": _READ_ONLY,
    "25P03": _UNREACHABLE,
    "28": _UNREACHABLE,
    "3D000": _UNREACHABLE,
    "3F000": _NO_RIGHT,  # there is no schema that this account may look into
    "40": _BUSY,
    "42501": _NO_RIGHT,
    "53": _BUSY,
    "53100": _FULL,
    "55P03": _BUSY,
    "57": _UNREACHABLE,
    "57014": _BUSY,
    "58": _DAMAGED,
    "XX001": _DAMAGED,
    "XX002": _DAMAGED,
}


class ServerSite:
    """See asnquiz.storage.collection.site.Site."""

    def __init__(self, address: str) -> None:
        """`address` as libpq writes it. Raises Refusal as long as it leads to no database that is ours or empty."""
        url = _url(address)
        self.place = harmless(_place_words(url))
        self._engine = create_engine(url, connect_args=_CONNECTING, pool_pre_ping=True, hide_parameters=True)
        try:
            self._refuse_others()
        except BaseException:
            self.close()
            raise

    @cached_property
    def may_write(self) -> bool:
        return self._is_so(f"has_table_privilege('{standings.name}', 'INSERT')")

    @cached_property
    def may_purge(self) -> bool:
        """Only who owns the tables and the database can have all of it written anew without what was removed."""
        owned = f"pg_class.oid = '{reports.name}'::regclass AND datname = current_database()"
        both = "pg_has_role(relowner, 'USAGE') AND pg_has_role(datdba, 'USAGE')"
        return self._is_so(f"{both} FROM pg_class, pg_database WHERE {owned}")

    def _is_so(self, asked: str) -> bool:
        with self.reading() as connection:
            return bool(connection.exec_driver_sql(f"SELECT {asked}").scalar())

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        with self._translated(), self._engine.connect() as connection:
            connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        with self._translated(), self._engine.connect() as connection, connection.begin():
            connection.execute(select(func.pg_advisory_xact_lock(_LOCK)))
            yield connection

    def ready_to_purge(self) -> None:
        if not self.may_purge:
            raise Refusal(_NOT_THE_OWNER.format(place=self.place))

    def remove_copies(self) -> None:
        """Writes the tables anew, and what the server has noted of their values.

        The server's own logs and backups are out of reach.
        """
        tables = [table for table in metadata.sorted_tables if table is not collection_version]
        names = ", ".join(table.name for table in tables)
        with self._translated(), self._engine.connect() as connection:
            connection.execution_options(isolation_level="AUTOCOMMIT")
            connection.exec_driver_sql(f"VACUUM (FULL) {names}")
            for table in tables:
                kept = [column for column in table.c if isinstance(column.type, String | LargeBinary)]
                if kept and connection.execute(select(table).limit(1)).first() is None:
                    # ANALYZE leaves what was noted of a table that is empty now; the type that a column has does not.
                    types = [f"ALTER {column.name} TYPE {column.type.compile(connection.dialect)}" for column in kept]
                    connection.exec_driver_sql(f"ALTER TABLE {table.name} {', '.join(types)}")
            connection.exec_driver_sql(f"ANALYZE {names}")
            connection.exec_driver_sql("VACUUM (FULL) pg_statistic")

    def close(self) -> None:
        self._engine.dispose()

    def _refuse_others(self) -> None:
        with self.reading() as connection:
            encoding = connection.execute(text("SHOW server_encoding")).scalar_one()
            if encoding != "UTF8":
                raise Refusal(_ENCODING.format(place=self.place, encoding=encoding))
            tables = inspect(connection).get_table_names()
            if tables and collection_version.name not in tables:
                raise Refusal(_NOT_OURS.format(place=self.place))
            if tables:
                stored = connection.scalar(select(collection_version.c.version_num))
                if stored is None:
                    raise Refusal(_WITHOUT_VERSION.format(place=self.place))
                if stored > VERSION:
                    raise Refusal(_NEWER.format(place=self.place))

    @contextmanager
    def _translated(self) -> Iterator[None]:
        """Turns what the world did to the database into Refusal; faults of the program pass as they are."""
        try:
            yield
        except (DBAPIError, psycopg.Error) as error:
            cause = error.orig if isinstance(error, DBAPIError) else error
            sentence = _sentence(cause)
            if sentence is None:
                raise
            words = harmless(" ".join(str(cause).split()))
            raise Refusal(sentence.format(place=self.place, words=words)) from error


def _sentence(error: BaseException | None) -> str | None:
    state = getattr(error, "sqlstate", None)
    if state is not None:
        return _BY_STATE.get(state) or _BY_STATE.get(state[:2])
    # What libpq says by itself has no code: that there is no connection, or none any more.
    return _UNREACHABLE if isinstance(error, psycopg.OperationalError) else None


def _url(address: str) -> URL:
    """The address with its driver, and what makes sure of a server that is not on this computer."""
    try:
        url = make_url(address)
    except (ArgumentError, ValueError) as error:
        raise Refusal(_UNKNOWN) from error
    options = {option.keyword.decode() for option in psycopg.pq.Conninfo.get_defaults()}
    if url.drivername not in _KINDS or not url.query.keys() <= options:
        raise Refusal(_UNKNOWN)
    if not _is_here(url):
        if url.query.get("sslmode", _SURE) != _SURE:
            raise Refusal(_UNSURE.format(place=_place_words(url)))
        # Encryption by Kerberos would be taken first where there is a ticket, and proves no certificate.
        url = url.update_query_dict({"sslmode": _SURE, "gssencmode": "disable"})
    return url.set(drivername=_DRIVER)


def _is_here(url: URL) -> bool:
    """Whether nothing leaves this computer; a service's entry may lead anywhere."""
    said = {**os.environ, **url.query}
    hosts = [url.host, url.query.get("host", said.get("PGHOST")), url.query.get("hostaddr", said.get("PGHOSTADDR"))]
    named = [name for several in hosts if several for name in str(several).split(",")]
    return not (said.keys() & {"service", "PGSERVICE"}) and all(name in _HERE or name[:1] in "/@" for name in named)


def _place_words(url: URL) -> str:
    said = {**os.environ, **url.query}
    service = said.get("service", said.get("PGSERVICE"))
    named = (url.host, url.query.get("host"), service and f"layanan {service}", said.get("PGHOST"))
    return f"Rekap “{url.database or ''}” di server {next(filter(None, named), 'komputer ini')}"
