"""An import that tells each step, to be killed at any point (tests.programs.killing).

The database is a file or the address of a server. The clock stands, so that two imports of the same files can be
compared.
"""

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from asnquiz.programs.collecting import Workers
from asnquiz.scorefiles.key_transport import arrived
from asnquiz.storage.collection.database import CollectionDatabase, open_collection, open_server_collection
from asnquiz.usecases import collect
from benchmarks.score_files import RECIPIENTS

AT = datetime(2026, 11, 30, 2, 0, tzinfo=UTC)


def opened(database: str) -> CollectionDatabase:
    return open_server_collection(database) if "://" in database else open_collection(Path(database))


def main(database: str, folder: str) -> None:
    collect.CHUNK_FILES, collect.BATCH_FILES, collect.STEP_S = 5, 15, 0.005
    with closing(opened(database)) as store:
        looker = Workers(arrived([RECIPIENTS[0].private_jwk]), count=2)
        with closing(collect.Import([Path(folder)], store=store, looker=looker, now=lambda: AT)) as importing:
            while not (progress := importing.step()).finished:
                print(progress.done, flush=True)
