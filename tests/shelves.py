"""A data folder with a shelf of packs, beside a program whose own pack is the sample."""

import shutil
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory

from joserfc.jwk import OKPKey

from asnquiz.content.in_use import PackInUse
from asnquiz.content.layer_files import layer_files
from asnquiz.content.library import PackLibrary
from asnquiz.content.shelf import Shelf
from asnquiz.domain.layer import Base, Layer
from asnquiz.domain.pack import Citation
from asnquiz.scorefiles import durable, pack_file
from asnquiz.scorefiles.device_key import DeviceKey, kid_in
from asnquiz.storage.files import sync_folder
from asnquiz.usecases.local_ports import OpenedPack, PackFacts, PackKind
from tests import builders, layers
from tests.content.sample_pack import FILES, write_pack
from tests.scorefiles import pack_files

KEY = DeviceKey(pack_files.KEY)
OTHER_KEY = DeviceKey(OKPKey.import_key(pack_files.OTHER_SEED))
MADE = datetime(2026, 11, 30, 12, tzinfo=UTC)


def national(*changes: tuple[str, str, str], files: Mapping[str, str] = FILES) -> dict[str, bytes]:
    """The files of the sample pack, with texts in them replaced: file, old, new."""
    content = {name: text.encode() for name, text in files.items()}
    for file, old, new in changes:
        assert old.encode() in content[file]
        content[file] = content[file].replace(old.encode(), new.encode())
    return content


def newer(version: str = "2026.12.1", *changes: tuple[str, str, str]) -> dict[str, bytes]:
    return national(("pack.yaml", "version: 2026.11.1", f"version: {version}"), *changes)


def layer_content(layer: Layer) -> Mapping[str, bytes]:
    return layer_files(layer)


def sample_layer(**changes: object) -> Layer:
    """One reviewed question over the sample pack of files."""
    asked = layers.item(rules=("suka-akun-calon",), topic="media-sosial", citations=(Citation("pp-contoh", "Pasal 2"),))
    return layers.layer(**{"base": Base("contoh", "2026.11.1"), "items": (asked,), **changes})


@cache
def _sample(folder: TemporaryDirectory[str]) -> Path:
    """The sample pack, compiled once for all."""
    own = write_pack(Path(folder.name) / "asal")
    PackLibrary(own, Path(folder.name) / "asal.json").current()
    return Path(folder.name)


_KEPT: TemporaryDirectory[str] = TemporaryDirectory()


class Desk:
    """Everything about packs in one data folder, beside a program whose own pack is the sample."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.data = folder / "data"
        self.own = folder / "asal"
        if not self.own.exists():
            shutil.copytree(_sample(_KEPT) / "asal", self.own)
            (self.data / "cache").mkdir(parents=True)
            shutil.copy2(_sample(_KEPT) / "asal.json", self.data / "cache")
        self.incoming = folder / "masuk"
        self.incoming.mkdir(exist_ok=True)
        cache = self.data / "cache"
        self.in_use = PackInUse(
            PackLibrary(self.own, cache / "asal.json"),
            self.data / "paket",
            cache,
            pack_file.read_folder,
        )
        own_key = partial(kid_in, self.data / "device.key")
        self.shelf = Shelf(self.in_use, pack_file.read_file, durable.write, sync_folder, own_key)
        self._moments = 0

    def arrive(self, name: str, data: bytes) -> Path:
        file = self.incoming / name
        file.write_bytes(data)
        return file

    def national_file(self, content: Mapping[str, bytes], key: DeviceKey | None = KEY, **facts: str) -> Path:
        version = next(line for line in content["pack.yaml"].decode().splitlines() if line.startswith("version: "))
        told = {"id": "contoh", "title": "Paket contoh", "publisher": "asnquiz"} | facts
        named = PackFacts(PackKind.NATIONAL, version=version.removeprefix("version: "), **told)
        return self.arrive(f"nasional-{named.version}.asnpack", pack_file.write_pack(named, content, MADE, key)[1])

    def layer_file(self, layer: Layer, key: DeviceKey | None = KEY) -> Path:
        facts = PackFacts(PackKind.LAYER, layer.id, layer.version, layer.title, layer.publisher)
        name = f"{layer.id}-{layer.version}.asnpack"
        return self.arrive(name, pack_file.write_pack(facts, layer_content(layer), MADE, key)[1])

    def take(self, file: Path) -> OpenedPack:
        self._moments += 1
        opened = self.shelf.open(file)
        self.shelf.take(opened, file, builders.moment(self._moments, self._moments))
        return opened

    def everything(self) -> dict[str, bytes]:
        """Every file of the data folder but what was compiled, and every folder, by its path."""
        found = (path for path in self.data.rglob("*") if path.relative_to(self.data).parts[0] != "cache")
        return {str(path.relative_to(self.data)): path.read_bytes() if path.is_file() else b"" for path in found}


def with_version(layer: Layer, version: str) -> Layer:
    return replace(layer, version=version)
