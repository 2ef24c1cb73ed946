"""Between what is written in the editor and the rows of its tables."""

import json
from dataclasses import replace
from typing import Any

from asnquiz.domain.draft import Draft, DraftKind, Workshop
from asnquiz.domain.local import Mark
from asnquiz.domain.pack import Image
from asnquiz.domain.plain import from_plain, to_plain
from asnquiz.storage.drafts.tables import drafts, images, workshop
from asnquiz.storage.own_rows import KeptRow, sealed

_ONLY = 1


def workshop_row(value: Workshop) -> KeptRow:
    return sealed(workshop, _ONLY, _json(replace(value, images=())))


def workshop_of(row: KeptRow, pictures: tuple[Image, ...]) -> Workshop:
    return replace(from_plain(Workshop, json.loads(row[1])), images=pictures)


def image_row(image: Image) -> KeptRow:
    return sealed(images, image.name, image.media, image.data)


def image_of(row: KeptRow) -> Image:
    return Image(*row[:-1])


def draft_row(place: int, draft: Draft) -> KeptRow:
    return sealed(drafts, draft.id, place, _json(draft))


def removed_row(place: int, id_: str) -> KeptRow:
    return sealed(drafts, id_, place, None)


def draft_of(row: KeptRow) -> Draft:
    plain = json.loads(row[2])
    mark = from_plain(Mark, plain["mark"])
    return Draft(plain["id"], DraftKind(plain["kind"]), plain["content"], mark, plain["published"])


def _json(value: Any) -> str:
    # All in ASCII, so that whatever was pasted can be kept, halves of a pair of surrogates as well.
    return json.dumps(to_plain(value), separators=(",", ":"))
