"""What the editor needs of other rooms, joined when somebody first writes."""

from collections.abc import Callable
from pathlib import Path

from asnquiz.content.drafts import content_of, entry_of, item_to_show, question_of_draft
from asnquiz.content.findings import find_faults
from asnquiz.content.layer_files import layer_files
from asnquiz.content.library import sound_layer
from asnquiz.content.unpacked import unpacked
from asnquiz.domain.image import image_of
from asnquiz.domain.layer import Layer
from asnquiz.programs.publishing import facts_of
from asnquiz.programs.question_forms import FORMS, KnownPack
from asnquiz.scorefiles.durable import cannot_write
from asnquiz.usecases.local_ports import DraftTools, PackHead, PackSeal
from asnquiz.usecases.ports import Clock


def draft_tools(known: KnownPack, national: KnownPack, seal: PackSeal, clock: Clock) -> DraftTools:
    """What checks, shows and publishes a draft, and the forms of other programs.

    `known` is what drafts rest on: the national pack with the office's own rules.
    """

    def write_pack(layer: Layer, file: Path, note: Callable[[], object]) -> tuple[PackHead, str | None]:
        """Opened first as others will open it: nothing goes out that they could not."""
        files = layer_files(layer)
        try:
            with unpacked(files, file.parent) as folder:
                sound_layer(folder, national())
        except OSError as error:
            raise cannot_write(file, error) from error
        _, notice = seal.device()
        # Before the file: what ends the program between the two leaves a number without a file, never one with two.
        note()
        return seal.write_pack(facts_of(layer), files, clock.now().utc, file), notice

    return DraftTools(
        find_faults,
        item_to_show,
        entry_of,
        content_of,
        question_of_draft,
        image_of,
        write_pack=write_pack,
        forms=tuple(form(known) for form in FORMS.values()),
        template=lambda: FORMS["xlsx"](known).write(()),
    )
