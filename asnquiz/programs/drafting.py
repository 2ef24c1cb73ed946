"""What the editor needs of other rooms, joined when somebody first writes."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from asnquiz.domain.draft import Draft
from asnquiz.domain.layer import Layer
from asnquiz.domain.pack import Image, Item, Pack, Rule, Scenario
from asnquiz.domain.refusal import Refusal
from asnquiz.programs.question_forms import FORMS
from asnquiz.usecases.local_ports import DraftTools, Finding, PackHead

_NOT_YET = "Soal setempat belum dapat dipakai di versi program ini. Perbarui program, lalu ulangi."


def draft_tools() -> DraftTools:
    """What checks, shows and publishes a draft, and the forms of other programs."""
    return DraftTools(
        _find_faults, _item_to_show, _entry_of, _image_of, _write_pack, tuple(form() for form in FORMS.values())
    )


def _find_faults(_draft: Draft, _others: Sequence[Draft], _base: Pack) -> tuple[Finding, ...]:
    raise Refusal(_NOT_YET)


def _item_to_show(_content: Any, _base: Pack) -> Item:
    raise Refusal(_NOT_YET)


def _entry_of(_draft: Draft) -> Rule | Item | Scenario:
    raise Refusal(_NOT_YET)


def _image_of(_name: str, _data: bytes) -> Image:
    raise Refusal(_NOT_YET)


def _write_pack(_layer: Layer, _file: Path) -> PackHead:
    raise Refusal(_NOT_YET)
