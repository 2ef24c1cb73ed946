"""Gathers the licences of everything that a package ships, and the page that tells them, from what was installed.

Whatever belongs to nothing known ends the build: nothing is handed out without its licence.
"""

import os
import platform
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Collection, Iterable, Iterator
from importlib import metadata
from pathlib import Path
from typing import NamedTuple

# Texts that wheels owe to what is inside them and do not bring.
_TEXTS = Path(__file__).resolve().parent / "licenses"
LACKING = {"pyside6-essentials": "qt", "shiboken6": "qt", "psycopg-binary": "psycopg-binary", "lxml": "lxml"}
_TEXT = re.compile(r"(licen[cs]e|copying|notice|authors|copyright)", re.IGNORECASE)

_PAGE = """\
# Lisensi

ASN Netral berlisensi MIT (LICENSE). Paket ini juga memuat bagian-bagian di bawah, masing-masing dengan lisensinya
sendiri. Teksnya ada di folder yang disebut.

## Qt dan psycopg (LGPL)

Qt, PySide6, Shiboken, dan psycopg dipakai menurut GNU LGPL versi 3 (pyside6-essentials/LGPL-3.0.txt, yang
melengkapi pyside6-essentials/GPL-3.0.txt). Semuanya dipakai tanpa perubahan dan berupa berkas tersendiri di folder
`_internal/PySide6`, `_internal/shiboken6`, dan `_internal/psycopg_binary`. Anda boleh menggantinya dengan buatan Anda
sendiri: salin pustaka dari versi yang sama dan cocok (misalnya `libQt6Core.so.6` atau `Qt6Core.dll`) ke tempat yang
sama. Program tidak memeriksa atau menolak pustaka yang diganti, dan Anda boleh membongkar program ini untuk
memperbaiki penggantian itu.

Kode sumber Qt {qt}: https://download.qt.io/official_releases/qt/ ; kode sumber PySide6 dan Shiboken {qt}:
https://download.qt.io/official_releases/QtForPython/ ; kode sumber psycopg: https://github.com/psycopg/psycopg .
Bagian pihak ketiga di dalam Qt beserta lisensinya: https://doc.qt.io/qt-6/licenses-used-in-qt.html .

## Daftar

| bagian | versi | lisensi | folder |
| --- | --- | --- | --- |
{rows}
"""


class Part(NamedTuple):
    """Something that is shipped: its name, version, licence in a few words, and the texts of it."""

    name: str
    version: str
    licence: str
    texts: tuple[Path, ...]


def write(sources: Iterable[Path], project: Path, out: Path) -> None:
    """Writes the licences of what `sources` belong to into `out`, made new; ends the program where one is unknown."""
    parts, unknown = _parts(sources, project)
    unknown += [f"{part.name}: no licence" for part in parts if not (part.licence and part.texts)]
    if unknown:
        sys.exit("\n".join(["Of these no licence is known:", *sorted(unknown)]))
    shutil.rmtree(out, ignore_errors=True)
    for part in parts:
        folder = out / part.name
        folder.mkdir(parents=True)
        for text in part.texts:
            shutil.copyfile(text, folder / text.name)
    shutil.copyfile(project / "LICENSE", out / "LICENSE")
    for text in (project / "assets").glob("*/*.txt"):
        shutil.copyfile(text, out / f"{text.parent.name}-{text.name}")
    rows = [f"| {part.name} | {part.version} | {part.licence} | {part.name} |" for part in parts]
    qt = metadata.version("PySide6-Essentials")
    (out / "LISENSI.md").write_text(_PAGE.format(qt=qt, rows="\n".join(rows)), encoding="utf-8")


def _parts(sources: Iterable[Path], project: Path) -> tuple[list[Part], list[str]]:
    """What the files belong to, by name, and the files that belong to nothing known."""
    files = set(map(_plain, sources))
    owners = {path: one for one in metadata.distributions() for path in _files_of(one)}
    installed = files & owners.keys()
    rest = {file for file in files - installed if not file.is_relative_to(_plain(project))}
    packages = debian_packages(rest)
    of_python = {file for file in rest - packages.keys() if any(map(file.is_relative_to, _python_folders()))}
    parts = {
        *map(_of_distribution, {owners[file] for file in installed}),
        *map(_of_debian, set(packages.values())),
        *([_of_python()] if of_python else []),
    }
    return sorted(parts), list(map(str, rest - packages.keys() - of_python))


def _plain(path: Path) -> Path:
    return Path(os.path.normcase(path.resolve()))


def _files_of(distribution: metadata.Distribution) -> Iterator[Path]:
    folder = _plain(Path(str(distribution.locate_file(""))))
    return (folder / os.path.normcase(str(file)) for file in distribution.files or ())


def _python_folders() -> list[Path]:
    """Where Python's own files are; of a Python that shares /usr with all others, only its library.

    On Windows also Microsoft's C runtime, on whose terms Python's licence has a part.
    """
    places = {sysconfig.get_path("stdlib"), sys.base_prefix, os.environ.get("SYSTEMROOT", "/usr")} - {"/usr"}
    return sorted(_plain(Path(place)) for place in places)


def _of_distribution(distribution: metadata.Distribution) -> Part:
    about = distribution.metadata
    name = re.sub(r"[-_.]+", "-", about["Name"]).lower()
    classifiers = [line.split(" :: ")[-1] for line in about.get_all("Classifier") or () if line.startswith("License")]
    licence = about["License-Expression"] or (about["License"] or "").split("\n")[0] or ", ".join(classifiers)
    texts = [Path(str(file.locate())) for file in distribution.files or () if _holds_licence(file)]
    if name in LACKING:
        texts += sorted((_TEXTS / LACKING[name]).glob("*.txt"))
    return Part(name, distribution.version, licence, tuple(texts))


def _holds_licence(file: metadata.PackagePath) -> bool:
    return file.parts[0].endswith(".dist-info") and bool(_TEXT.match(file.name))


def _of_python() -> Part:
    texts = [text for folder in _python_folders() if (text := folder / "LICENSE.txt").is_file()]
    return Part("python", platform.python_version(), "PSF-2.0", tuple(texts[:1]))


def debian_packages(files: Collection[Path]) -> dict[Path, str]:
    """The Debian packages that files of the system belong to; dpkg knows some by /lib that are in /usr/lib."""
    if not files or not shutil.which("dpkg-query"):
        return {}
    names = {str(file): file for file in files}
    names |= {name.removeprefix("/usr"): file for name, file in names.items()}
    lines = (line.rpartition(": ") for line in _dpkg_query("--search", *names).splitlines())
    return {names[path]: package.split(":")[0] for package, _, path in lines if path in names}


def _dpkg_query(*question: str) -> str:
    """What it knows, also where that is not all that was asked."""
    command = ("dpkg-query", *question)
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False).stdout


def _of_debian(package: str) -> Part:
    version = _dpkg_query("--show", "--showformat=${Version}\n", package).split("\n")[0]
    text = Path("/usr/share/doc") / package / "copyright"
    said = text.read_text("utf-8", errors="replace")
    common = [Path(name) for name in sorted(set(re.findall(r"/usr/share/common-licenses/[\w.-]*\w", said)))]
    return Part(package, version, "menurut teksnya", (text, *filter(Path.is_file, common)))
