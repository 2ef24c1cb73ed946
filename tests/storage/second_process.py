"""Another process on the same database: `read PATH` prints a setting, `hold PATH` holds the write lock until told."""

import sys
from pathlib import Path

from asnquiz.storage.engine import make_engine, writing
from asnquiz.storage.learner import open_learner_database


def read(path: Path) -> None:
    store = open_learner_database(path)
    print(store.setting("tema"))
    store.close()


def hold(path: Path) -> None:
    engine = make_engine(path)
    with writing(engine):
        print("held", flush=True)
        sys.stdin.readline()
    engine.dispose()


if __name__ == "__main__":
    {"read": read, "hold": hold}[sys.argv[1]](Path(sys.argv[2]))
