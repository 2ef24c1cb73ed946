#!/usr/bin/env python3
"""Makes the Debian package `dist/asnquiz_VERSION_amd64.deb` of the folder that packaging/linux.py made.

The libraries of that folder stay in it, so that a computer without internet can install the package as well; what is
needed beside them, which every desktop has, dpkg-shlibdeps finds in the files.
"""

import datetime as dt
import gzip
import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import desktop
from builder import BUILD, DIST, ROOT, hand_out
from licences import debian_packages

from asnquiz import __version__

_MAINTAINER = "asnquiz contributors <asnquiz@example.invalid>"
_OVERRIDES = """\
# What came with the program's folder stays as its makers built it, and works without internet.
asnquiz: embedded-library
asnquiz: unstripped-binary-or-object
asnquiz: shared-library-lacks-prerequisites
asnquiz: hardening-no-pie
"""
_LIBRARIES = Path("/usr/lib/x86_64-linux-gnu")
_ELF = b"\x7fELF"
_KIBIBYTE = 1024


def main() -> None:
    if missing := [tool for tool in ("dpkg-deb", "dpkg-shlibdeps") if not shutil.which(tool)]:
        sys.exit(f"{' dan '.join(missing)} belum ada. Jalankan: sudo apt-get install -y dpkg-dev")
    program = DIST / "asnquiz"
    if not (program / "asnquiz").is_file() or _said(program / "asnquiz", "--version") != f"ASN Netral {__version__}":
        sys.exit("Folder dist/asnquiz belum dibuat dari versi ini. Jalankan python3 packaging/linux.py, lalu ulangi.")
    tree = BUILD / "deb"
    shutil.rmtree(tree, ignore_errors=True)
    _lay_out(program, tree)
    _describe(tree)
    file = DIST / f"asnquiz_{__version__}_amd64.deb"
    # Higher levels take many times as long for a package that is hardly smaller.
    _said("dpkg-deb", "--root-owner-group", "-z1", "--build", tree, file)
    hand_out(file)


def _lay_out(program: Path, tree: Path) -> None:
    """The package's files where Debian has them."""
    lib, share = tree / "usr/lib/asnquiz", tree / "usr/share"
    doc = share / "doc/asnquiz"
    doc.mkdir(parents=True)
    shutil.copytree(program, lib)
    (lib / "licenses").rename(doc / "lisensi")
    (tree / "usr/bin").mkdir()
    (tree / "usr/bin/asnquiz").symlink_to("../lib/asnquiz/asnquiz")
    shutil.copytree(BUILD / "asnquiz" / "icons" / "hicolor", share / "icons/hicolor")
    today = dt.date.today().isoformat()  # noqa: DTZ011 - the day where it is made
    for place, text in (
        ("applications/asnquiz.desktop", desktop.menu_entry()),
        ("mime/packages/asnquiz.xml", desktop.file_kinds()),
        ("metainfo/asnquiz.metainfo.xml", desktop.software_page(__version__, today)),
        ("doc/asnquiz/copyright", _copyright()),
        ("lintian/overrides/asnquiz", _OVERRIDES),
    ):
        (share / place).parent.mkdir(parents=True, exist_ok=True)
        (share / place).write_text(text, encoding="utf-8")
    for place, text in (
        ("man/man1/asnquiz.1.gz", desktop.manual_page(__version__, today)),
        ("doc/asnquiz/changelog.gz", _changelog()),
    ):
        (share / place).parent.mkdir(parents=True, exist_ok=True)
        (share / place).write_bytes(gzip.compress(text.encode(), mtime=0))
    for path in tree.rglob("*"):
        if not path.is_symlink():
            runs = path.is_dir() or path == lib / "asnquiz"
            path.chmod(0o755 if runs else 0o644)


def _describe(tree: Path) -> None:
    files = sorted(path for path in tree.rglob("*") if path.is_file() and not path.is_symlink())
    control = tree / "DEBIAN"
    control.mkdir()
    sums = (f"{hashlib.md5(file.read_bytes()).hexdigest()}  {file.relative_to(tree)}\n" for file in files)  # noqa: S324 - what dpkg checks
    (control / "md5sums").write_text("".join(sums), encoding="utf-8")
    size = sum(-(-file.stat().st_size // _KIBIBYTE) for file in files)
    (control / "control").write_text(
        f"""\
Package: asnquiz
Version: {__version__}
Architecture: amd64
Maintainer: {_MAINTAINER}
Installed-Size: {size}
Depends: {_needed(tree / "usr/lib/asnquiz")}
Recommends: xdg-utils, shared-mime-info, desktop-file-utils, hicolor-icon-theme
Section: education
Priority: optional
Description: {desktop.SUMMARY}
 Materi singkat, soal situasi, dan studi kasus tentang yang boleh dan tidak
 boleh dilakukan pegawai ASN sebelum, selama, dan sesudah Pilkada, dengan dasar
 hukum di setiap jawaban. Nilai tersimpan di komputer itu sendiri.
""",
        encoding="utf-8",
    )


def _needed(folder: Path) -> str:
    """The Debian packages whose libraries the folder's files need, but for those whose libraries lie in it."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file() and _is_elf(path)]
    there = debian_packages({_LIBRARIES / file.name for file in (folder / "_internal").glob("lib*.so*")})
    work = BUILD / "shlibdeps"
    (work / "debian").mkdir(parents=True, exist_ok=True)
    (work / "debian/control").write_text("Source: asnquiz\n\nPackage: asnquiz\nArchitecture: amd64\n", encoding="utf-8")
    options = ["-O", "--ignore-missing-info", "--warnings=0"]
    options += [f"-x{package}" for package in sorted(set(there.values()))]
    options += [f"-l{place}" for place in sorted({path.parent for path in files})]
    found = _said("dpkg-shlibdeps", *options, *(f"-e{file}" for file in files), folder=work)
    return found.removeprefix("shlibs:Depends=")


def _is_elf(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(_ELF)) == _ELF


def _copyright() -> str:
    notice = (ROOT / "LICENSE").read_text(encoding="utf-8")
    holder = re.search(r"Copyright \(c\) (.+)", notice)
    terms = "\n".join(f" {line}" if line else " ." for line in notice.strip().splitlines())
    return f"""\
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: asnquiz
Comment: Bagian dari pihak lain di /usr/lib/asnquiz/_internal tercantum beserta lisensinya di
 /usr/share/doc/asnquiz/lisensi/LISENSI.md.

Files: *
Copyright: {holder[1] if holder else ""}
License: Expat
{terms}
"""


def _changelog() -> str:
    when = dt.datetime.now(dt.UTC).strftime("%a, %d %b %Y %H:%M:%S +0000")
    return f"""\
asnquiz ({__version__}) unstable; urgency=medium

  * Perubahan dalam versi ini tertulis di CHANGELOG.md di kode sumber.

 -- {_MAINTAINER}  {when}
"""


def _said(*command: str | os.PathLike[str], folder: Path | None = None) -> str:
    done = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, encoding="utf-8", check=True)
    return done.stdout.strip()


if __name__ == "__main__":
    main()
