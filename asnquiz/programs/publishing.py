"""Publishing: the folder of a pack or of a layer becomes a file for others."""

from datetime import datetime
from pathlib import Path

from asnquiz.content.checker import open_pack
from asnquiz.content.in_use import PackInUse
from asnquiz.content.layout import is_layer, pack_files
from asnquiz.content.library import sound_layer
from asnquiz.domain.layer import Layer
from asnquiz.domain.pack import Pack
from asnquiz.domain.refusal import Refusal
from asnquiz.usecases.hand_over import refuse_taken
from asnquiz.usecases.local_ports import PackFacts, PackHead, PackKind, PackSeal
from asnquiz.usecases.name_file import PACK_ENDING, is_pack


def publish_folder(
    folder: Path, file: Path, *, packs: PackInUse, seal: PackSeal, made: datetime
) -> tuple[PackHead, str | None]:
    """Writes the folder of a national pack, or of a layer over the one in use, into a new file.

    Gives its head, and what is to be told of this computer's key, if anything. Raises Refusal for a folder with faults.
    """
    if not is_pack(file):
        raise Refusal(f"Nama berkas paket harus berakhiran {PACK_ENDING}. Beri nama lain, lalu ulangi.")
    refuse_taken(file)
    layer = is_layer(folder)
    content = sound_layer(folder, packs.national()) if layer else sound_folder(folder)
    _, notice = seal.device()
    files = {name: path.read_bytes() for name, path in pack_files(folder).items()}
    return seal.write_pack(facts_of(content), files, made, file), notice


def sound_folder(folder: Path) -> Pack:
    """The pack in a folder that somebody names. Raises Refusal where it has faults, which `content check` tells."""
    checked = open_pack(folder)
    if checked.pack is None:
        raise Refusal(f"Paket di “{folder}” mempunyai kesalahan. Jalankan asnquiz content check, lalu perbaiki.")
    return checked.pack


def facts_of(content: Pack | Layer) -> PackFacts:
    """What a file says of its content."""
    kind = PackKind.LAYER if isinstance(content, Layer) else PackKind.NATIONAL
    return PackFacts(kind, content.id, content.version, content.title, content.publisher)
