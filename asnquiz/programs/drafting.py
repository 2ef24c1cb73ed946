"""What the editor needs of other rooms, joined when somebody first writes."""

from pathlib import Path

from asnquiz.content.drafts import content_of, entry_of, item_to_show, question_of_draft
from asnquiz.content.findings import find_faults
from asnquiz.domain.image import image_of
from asnquiz.domain.layer import Layer
from asnquiz.domain.refusal import Refusal
from asnquiz.programs.question_forms import FORMS
from asnquiz.usecases.local_ports import DraftTools, PackHead


def draft_tools() -> DraftTools:
    """What checks, shows and publishes a draft, and the forms of other programs."""
    return DraftTools(
        find_faults,
        item_to_show,
        entry_of,
        content_of,
        question_of_draft,
        image_of,
        write_pack=_write_pack,
        forms=tuple(form() for form in FORMS.values()),
    )


def _write_pack(_layer: Layer, _file: Path) -> PackHead:
    raise Refusal("Paket setempat belum dapat disimpan oleh versi program ini. Perbarui program, lalu ulangi.")
