"""A process that answers without end until it is killed, and says what was saved only after it was saved."""

import json
import sys
from pathlib import Path
from random import Random

from asnquiz.storage.learner import open_learner_database
from tests import builders
from tests.storage.sitting import begun

ITEMS = 40


def main(path: Path, seed: int) -> None:
    random = Random(seed)
    pack = builders.pack(tuple(builders.item(id=f"soal-{number}") for number in range(ITEMS)))
    store = open_learner_database(path)
    attempt = begun(store, pack)
    print(attempt.id, flush=True)
    counter = 1
    while True:
        counter += 1
        given = builders.response(random.choice(attempt.items).item, (random.randrange(4),), counter)
        saved = store.add_response(attempt.id, given)
        print(json.dumps([saved.item, saved.answer, saved.h]), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
