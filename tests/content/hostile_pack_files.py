"""Pack files made to do harm: each is one change to a sound one, with words of the sentence that refuses it."""

import hashlib
import json
import zlib
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from tests.content import sample_layer
from tests.scorefiles.by_hand import base64url, compact, header_of
from tests.scorefiles.pack_files import OTHER_SEED, SEED, Part, deflated, manifest, parts_of, signature, zipped
from tests.shelves import national

CONTENT = national()
GOOD = parts_of(CONTENT)
TEXT = compact(manifest(CONTENT))
FIRST = 2  # of the entries that are content

NAME, RARE, SPREAD, ROTTEN = "tidak boleh dipakai", "keterangan tambahan", "di luar bagian-bagiannya", "rusak"
ENDED, UNLIKE = "komentar di belakangnya", "tidak sama"


class Hostile(NamedTuple):
    """The bytes of a file, and words of the sentence about it."""

    says: str
    data: Callable[[], bytes]


def changed(says: str, change: Callable[[Part], Part], at: int = FIRST) -> Hostile:
    """One entry is another."""
    return Hostile(says, lambda: zipped([change(part) if index == at else part for index, part in enumerate(GOOD)]))


def both(says: str, **headers: Any) -> Hostile:
    return changed(says, lambda part: part.both(**headers))


def central(says: str, **headers: Any) -> Hostile:
    return changed(says, lambda part: part.otherwise(headers, {}))


def local(says: str, **headers: Any) -> Hostile:
    return changed(says, lambda part: part.otherwise({}, headers))


def named(name: str | bytes, says: str = NAME) -> Hostile:
    """One more entry, under a name that leads elsewhere or is another file's somewhere."""
    return Hostile(says, lambda: zipped([*GOOD, Part(name, b"isi")]))


def ended(says: str, **end: Any) -> Hostile:
    return Hostile(says, lambda: zipped(GOOD, **end))


def told(says: str, **changes: Any) -> Hostile:
    """A manifest that says something else, well signed."""
    return Hostile(says, lambda: zipped(parts_of(CONTENT, compact(manifest(CONTENT, **changes)))))


def written(says: str, text: Callable[[], bytes]) -> Hostile:
    """A manifest of other bytes, well signed."""
    return Hostile(says, lambda: zipped(parts_of(CONTENT, text())))


def signed(says: str, seal: Callable[[], bytes]) -> Hostile:
    return Hostile(says, lambda: zipped(parts_of(CONTENT, signed=seal())))


def listed(says: str, change: Callable[[dict[str, Any]], object]) -> Hostile:
    """A list of files that says something else, well signed."""

    def data() -> bytes:
        plain = manifest(CONTENT)
        change(plain["files"])
        return zipped(parts_of(CONTENT, compact(plain)))

    return Hostile(says, data)


def brought(says: str, content: Mapping[str, bytes], **facts: Any) -> Hostile:
    """Well packed and signed; what is wrong is in the content."""
    return Hostile(says, lambda: zipped(parts_of(content, compact(manifest(content, **facts)))))


def layered(says: str, files: Mapping[str, bytes], **facts: Any) -> Hostile:
    """A layer, well packed and signed, with other files in it."""
    content = {name: text if isinstance(text, bytes) else text.encode() for name, text in sample_layer.FILES.items()}
    head = {
        "kind": "layer",
        "id": sample_layer.ID,
        "version": "3",
        "title": "Netralitas di Kabupaten Contoh",
        "publisher": "BKPSDM Kabupaten Contoh",
    }
    return brought(says, content | dict(files), **(head | facts))


def repacked(says: str, parts: Callable[[], Sequence[Part]]) -> Hostile:
    return Hostile(says, lambda: zipped(parts()))


def _jws(change: Callable[[dict[str, Any]], object]) -> bytes:
    parts = json.loads(signature(TEXT))
    change(parts)
    return compact(parts)


def _of_other_key() -> bytes:
    """Another key's signature under the first one's name."""
    return signature(TEXT, OTHER_SEED, **header_of(SEED, "asnquiz-pack+json"))


def _packed_as(part: Part, body: bytes, **headers: Any) -> Part:
    return Part(part.name, part.content, body).both(**headers)


def _bomb(size: int, shown: int | None = None) -> Part:
    """A megabyte of nothing takes a kilobyte."""
    content = bytes(size)
    return Part("isi/soal/bom.yaml", content).both(**({} if shown is None else {"size": shown}))


_COUNTED = tuple(f"isi/soal/butir-{number}.yaml" for number in range(400))

HOSTILE: dict[str, Hostile] = {
    # names
    "up": named("../keluar.yaml"),
    "up inside": named("isi/../../keluar.yaml"),
    "here": named("isi/./pack.yaml"),
    "absolute": named("/etc/passwd"),
    "double slash": named("isi//pack.yaml"),
    "backslash": named("isi\\..\\..\\keluar.yaml"),
    "drive": named("C:/Windows/win.ini"),
    "drive relative": named("c:keluar.yaml"),
    "share": named("//server/bagian/keluar.yaml"),
    "stream": named("isi/pack.yaml:lain"),
    "device": named("isi/con.yaml"),
    "device alone": named("isi/nul"),
    "device with number": named("isi/soal/com1.yaml"),
    "printer": named("isi/lpt9.txt"),
    "device folder": named("isi/aux/pack.yaml"),
    "upper case": named("isi/PACK.yaml"),
    "upper folder": named("ISI/pack.yaml"),
    "upper manifest": named("Manifest.json"),
    "composed": named("isi/soal/é.yaml"),
    "decomposed": named("isi/soal/é.yaml"),
    "compatible": named("isi/soal/ﬁ.yaml"),
    "turkish": named("isi/soal/ı.yaml"),
    "blank at the end": named("isi/pack.yaml "),
    "dot at the end": named("isi/pack.yaml."),
    "hidden": named("isi/.pack.yaml"),
    "blank": named("isi/so al/x.yaml"),
    "nul": named(b"isi/pack.yaml\0.png"),
    "line end": named("isi/pack.yaml\n"),
    "escape": named("isi/\x1b[2J.yaml"),
    "turned around": named("isi/‮lmay.yaml"),
    "no utf-8": named(b"isi/\xff\xfe.yaml"),
    "wildcard": named("isi/*.yaml"),
    "home": named("~/keluar.yaml"),
    "empty": named(b""),
    "folder": named("isi/soal/"),
    "too long": named("isi/" + "a" * 200 + ".yaml"),
    "thousand folders": named("a/" * 1000 + "b"),
    "twice": repacked("dipakai dua kali", lambda: [*GOOD, GOOD[FIRST]]),
    "manifest twice": repacked("dipakai dua kali", lambda: [*GOOD, GOOD[0]]),
    "file and folder": named("isi/soal", "juga sebuah berkas"),
    "inside a file": named("isi/pack.yaml/lain.yaml", "juga sebuah berkas"),
    "one name here and another there": local(UNLIKE, name=b"isi/aturan.yamL"),
    "shorter name there": local(SPREAD, name=b"isi/x.yaml"),
    # kinds of entries
    "link": central("bukan berkas biasa", outer=0o120777 << 16),
    "pipe": central("bukan berkas biasa", outer=0o010600 << 16),
    "device node": central("bukan berkas biasa", outer=0o060600 << 16),
    "unix folder": central("bukan berkas biasa", outer=0o040700 << 16),
    "dos folder": central("bukan berkas biasa", outer=0x10),
    "dos volume": central("bukan berkas biasa", outer=0x08),
    "junction": central("bukan berkas biasa", outer=0x400),
    # flags and methods
    "encrypted": both("terkunci dengan kata sandi", flags=0x0001),
    "strongly encrypted": both("terkunci dengan kata sandi", flags=0x0041),
    "hidden directory": both("terkunci dengan kata sandi", flags=0x2000),
    "encrypted only there": local(UNLIKE, flags=0x0001),
    "sizes behind": both("tidak ditulis di depan", flags=0x0008),
    "sizes behind in truth": changed(
        "tidak ditulis di depan",
        lambda part: part.both(flags=8).otherwise({}, {"crc": 0, "packed": 0, "size": 0}),
    ),
    "patched data": both("tidak dikenal", flags=0x0020),
    "unknown flag": both("tidak dikenal", flags=0x8000),
    "bzip2": both("cara yang tidak dikenal", method=12),
    "lzma": both("cara yang tidak dikenal", method=14),
    "zstandard": both("cara yang tidak dikenal", method=93),
    "encrypted method": both("cara yang tidak dikenal", method=99),
    "deflate64": both("cara yang tidak dikenal", method=9),
    "another method there": local(UNLIKE, method=0),
    "needs zip64": both(RARE, needs=45),
    "needs anything": both(RARE, needs=0xFFFF),
    "needs another there": local(UNLIKE, needs=10),
    "another time there": local(UNLIKE, time=1),
    "extra field": both(RARE, extra=b"\x01\0\x04\0abcd"),
    "extra field there": local(SPREAD, extra=b"\x75\x70\x04\0abcd"),
    "zip64 extra": both(RARE, extra=b"\x01\0\x10\0" + bytes(16)),
    "unicode path": central(RARE, extra=b"\x75\x70\x05\0\x01abcd"),
    "comment of an entry": central(RARE, comment=b"halo"),
    "another disk": central(RARE, disk=1),
    "inner attributes": central(RARE, inner=1),
    # sizes
    "larger there": local(UNLIKE, size=10),
    "longer there": local(UNLIKE, packed=10),
    "another checksum there": local(UNLIKE, crc=1),
    "wrong checksum": both(ROTTEN, crc=1),
    "smaller than said": changed(ROTTEN, lambda part: part.both(size=len(part.content) + 1)),
    "larger than said": changed(ROTTEN, lambda part: part.both(size=len(part.content) - 1)),
    "zip64 sizes": central("lebih dari 5 MB", packed=0xFFFFFFFF, size=0xFFFFFFFF),
    "huge entry": repacked("lebih dari 5 MB", lambda: [*GOOD, Part("isi/besar.yaml", b"x").both(size=6_000_000)]),
    "bomb": repacked("tidak wajar", lambda: [*GOOD, _bomb(4_000_000)]),
    "bomb that says little": repacked(ROTTEN, lambda: [*GOOD, _bomb(4_000_000, 3000)]),
    "many bombs": repacked(
        "seluruhnya lebih dari 40 MB",
        lambda: [
            *GOOD,
            *(Part(f"isi/x{at}.yaml", packed=bytes(50_000)).both(size=4_900_000) for at in range(9)),
        ],
    ),
    "too many": repacked("lebih dari 400", lambda: [Part(name) for name in (*_COUNTED, "isi/satu.yaml")]),
    "far too many": ended("lebih dari 400", here=0xFFFF, count=0xFFFF),
    "none": Hostile("tidak ada, atau lebih", lambda: zipped([])),
    "more said than there": ended("daftar isinya terpotong", here=len(GOOD) + 1, count=len(GOOD) + 1),
    "fewer said than there": ended("lebih panjang", here=len(GOOD) - 1, count=len(GOOD) - 1),
    "stored otherwise": changed(ROTTEN, lambda part: _packed_as(part, part.content, method=8)),
    "no end of deflate": changed(ROTTEN, lambda part: _packed_as(part, deflated(part.content)[:-2])),
    "more behind deflate": changed(ROTTEN, lambda part: _packed_as(part, deflated(part.content) + b"lebih")),
    "zlib instead": changed(ROTTEN, lambda part: _packed_as(part, zlib.compress(part.content))),
    "gzip instead": changed(ROTTEN, lambda part: _packed_as(part, b"\x1f\x8b" + deflated(part.content))),
    # what stands before, between and behind
    "before": Hostile(SPREAD, lambda: zipped(GOOD, before=b"MZ program")),
    "program before": Hostile(SPREAD, lambda: zipped(GOOD, before=b"#!/bin/sh\n" * 100)),
    "before, told by none": Hostile("tidak tepat di akhir", lambda: b"MZ program" + zipped(GOOD)),
    "between": Hostile(SPREAD, lambda: zipped(GOOD, between=b"di antara")),
    "behind an entry": changed(SPREAD, lambda part: Part(part.name, part.content, behind=b"PK\7\b" + bytes(12))),
    "behind": Hostile(ENDED, lambda: zipped(GOOD) + b"di belakang"),
    "another zip behind": Hostile("tidak tepat di akhir", lambda: zipped(GOOD) + zipped(GOOD)),
    "comment": ended(ENDED, comment=b"komentar"),
    "comment that ends another": ended("tidak ada, atau lebih", comment=zipped([])),
    "zip64 end": Hostile("tidak tepat di akhir", lambda: _with_zip64()),
    "zip64 numbers": ended("lebih dari 400", here=0xFFFF, count=0xFFFF, length=0xFFFFFFFF, start=0xFFFFFFFF),
    "disks": ended("beberapa bagian", disk=1, first_disk=1),
    "some on this disk": ended("beberapa bagian", here=1),
    "directory elsewhere": ended("tidak tepat di akhir", start=0),
    "longer directory": ended("tidak tepat di akhir", length=0xFFFF),
    "overlapping": central(SPREAD, offset=0),
    "offset outside": central(SPREAD, offset=0x7FFFFFFF),
    "no header there": local(UNLIKE, local_mark=b"PK\1\2"),
    "no header in the directory": central("daftar isinya rusak", mark=b"PK\3\4"),
    "other order": Hostile(SPREAD, lambda: _other_order()),
    "cut": Hostile("terpotong", lambda: zipped(GOOD)[:-1]),
    "nothing": Hostile("terpotong", lambda: b""),
    "text": Hostile("bukan berkas zip", lambda: b"halo\n" * 100),
    "picture": Hostile("bukan berkas zip", lambda: b"\x89PNG\r\n\x1a\n" + bytes(500)),
    # manifest
    "no manifest": repacked("tidak ada manifest.json", lambda: GOOD[1:]),
    "manifest of no json": written("tidak dapat dibaca", lambda: b"halo"),
    "manifest of another form": written("tidak dapat dibaca", lambda: json.dumps(manifest(CONTENT)).encode()),
    "manifest with a mark": written("tidak dapat dibaca", lambda: b"\xef\xbb\xbf" + TEXT),
    "deep manifest": written("tidak dapat dibaca", lambda: b"[1," * 4 + b"[" * 300 + TEXT),
    "key twice": written("tidak dapat dibaca", lambda: TEXT.replace(b'{"files"', b'{"files":{},"files"', 1)),
    "one key more": told("tidak dapat dibaca", lain=1),
    "one key less": told("tidak dapat dibaca", made=None),
    "another schema": told("tidak dapat dibaca", schema="asnquiz/pack/1"),
    "later schema": told("versi ASN Netral yang lebih baru", schema="asnquiz/pack-file/2"),
    "unknown kind": told("tidak dapat dibaca", kind="program"),
    "number for a title": told("tidak dapat dibaca", title=7),
    "id that leads out": told("id atau versi", id="../contoh"),
    "version of words": told("id atau versi", version="terbaru"),
    "version with a layer": told("id atau versi", version="2026.11.1+lain.1"),
    "long version": told("id atau versi", version="9" * 4000),
    "no title": told("judul atau nama", title=""),
    "publisher of two lines": told("judul atau nama", publisher="BKPSDM\nResmi"),
    "publisher with what is unseen": told("judul atau nama", publisher="BKPSDM\u202eresmi"),
    "publisher with an escape": told("judul atau nama", publisher="\x1b[31mBKPSDM"),
    "endless title": told("judul atau nama", title="a" * 5000),
    "no time": told("waktu pembuatannya", made="kemarin"),
    "time of another form": told("waktu pembuatannya", made="2026-11-30T12:00:00+07:00"),
    "no day": told("waktu pembuatannya", made="2026-02-30T12:00:00Z"),
    "one file more": listed(
        "tidak sama dengan yang didaftar", lambda files: files.update({"isi/x": files["isi/pack.yaml"]})
    ),
    "one file less": listed("tidak sama dengan yang didaftar", lambda files: files.pop("isi/pack.yaml")),
    "no files": told("tidak sama dengan yang didaftar", files={}),
    "wrong hash": listed("berbeda dengan sidiknya", lambda files: files["isi/pack.yaml"].update(sha256="0" * 64)),
    "no hash": listed("berbeda dengan sidiknya", lambda files: files["isi/pack.yaml"].update(sha256="")),
    "wrong size": listed("berbeda dengan sidiknya", lambda files: files["isi/pack.yaml"].update(size=1)),
    "size of words": listed("tidak dapat dibaca", lambda files: files["isi/pack.yaml"].update(size="1")),
    "true for a size": listed("tidak dapat dibaca", lambda files: files["isi/pack.yaml"].update(size=True)),
    "listed outside": Hostile("tidak berada di folder", lambda: _outside()),
    # signature
    "seal of another manifest": signed("segelnya tidak cocok", lambda: signature(TEXT.replace(b"2026", b"2027"))),
    "seal of another key": signed("segelnya tidak cocok", _of_other_key),
    "seal of another type": signed("segelnya tidak cocok", lambda: signature(TEXT, typ="asnquiz-task+json")),
    "no algorithm": signed("segelnya tidak cocok", lambda: signature(TEXT, alg="none")),
    "shared secret": signed("segelnya tidak cocok", lambda: signature(TEXT, alg="HS256")),
    "older name": signed("segelnya tidak cocok", lambda: signature(TEXT, alg="EdDSA")),
    "name of another key": signed("segelnya tidak cocok", lambda: signature(TEXT, kid=base64url(bytes(32)))),
    "private key inside": signed(
        "segelnya tidak cocok",
        lambda: signature(TEXT, jwk={"crv": "Ed25519", "kty": "OKP", "x": base64url(bytes(32)), "d": ""}),
    ),
    "key from elsewhere": signed("segelnya tidak cocok", lambda: signature(TEXT, jku="https://contoh.id/kunci")),
    "critical header": signed("segelnya tidak cocok", lambda: signature(TEXT, crit=["b64"], b64=False)),
    "no signature": signed("segelnya tidak cocok", lambda: _jws(lambda parts: parts.update(signature=""))),
    "no payload": signed("segelnya tidak cocok", lambda: _jws(lambda parts: parts.pop("payload"))),
    "unprotected header": signed("segelnya tidak cocok", lambda: _jws(lambda parts: parts.update(header={"kid": "x"}))),
    "many signatures": signed("segelnya tidak cocok", lambda: _jws(lambda parts: parts.update(signatures=[]))),
    "empty seal": repacked(
        "segelnya tidak cocok", lambda: [GOOD[0], Part("manifest.jws", b""), *GOOD[FIRST:]]
    ),
    "seal of no json": signed("segelnya tidak cocok", lambda: b"tersegel"),
    # content, well packed and signed
    "no pack": brought("pack.yaml tidak ada", {name: data for name, data in CONTENT.items() if name != "pack.yaml"}),
    "faults": brought("kesalahan", national(("soal/selama.yaml", "rules: [", "rules: [tidak-ada, "))),
    "program beside it": brought("bukan bagian paket", {**CONTENT, "jalankan.exe": b"MZ"}),
    "another pack": brought("memakai paket nasional", national(("pack.yaml", "id: contoh", "id: lain")), id="lain"),
    "another id than said": brought("bukan yang disebut", CONTENT, id="lain"),
    "another version than said": brought("bukan yang disebut", CONTENT, version="2027.1"),
    "another title than said": brought("bukan yang disebut", CONTENT, title="Paket resmi"),
    "another publisher than said": brought("bukan yang disebut", CONTENT, publisher="KASN"),
    "layer in the form of a pack": brought("Paket setempat ini memuat", CONTENT, kind="layer"),
    "huge picture": layered("4000 piksel", {sample_layer.PICTURE: sample_layer.png(60_000, 60_000)}),
    "picture that is none": layered("bukan PNG atau JPEG", {sample_layer.PICTURE: b"GIF89a" + bytes(60)}),
    "picture that draws": layered("bukan bagian paket", {"gambar/kab-contoh-x.svg": b"<svg/>"}),
    "national question in a layer": layered("kesalahan", {"soal/lain.yaml": CONTENT["soal/selama.yaml"]}),
    "law in a layer": layered("bukan bagian paket", {"hukum.yaml": CONTENT["hukum.yaml"]}),
    "layer of another office": layered("bukan yang disebut", {}, publisher="Bawaslu"),
    "yaml that swells": brought("kesalahan", {**CONTENT, "hukum.yaml": b"- &a [1, 2]\n- [*a, *a]\n"}),
}  # fmt: skip


def _with_zip64() -> bytes:
    """Zip64's end of the directory and its locator (4.3.14, 4.3.15) before the usual end."""
    data = zipped(GOOD)
    return data[:-22] + b"PK\6\6" + bytes(52) + b"PK\6\7" + bytes(16) + data[-22:]


def _other_order() -> bytes:
    """A directory whose first two entries change places."""
    data = zipped(GOOD)
    start = int.from_bytes(data[-6:-2], "little")
    first = start + 46 + len("manifest.json")
    second = first + 46 + len("manifest.jws")
    return data[:start] + data[first:second] + data[start:first] + data[second:]


def _outside() -> bytes:
    plain = manifest(CONTENT)
    plain["files"]["lain.yaml"] = {"sha256": hashlib.sha256(b"isi").hexdigest(), "size": 3}
    text = compact(plain)
    return zipped([*parts_of(CONTENT, text), Part("lain.yaml", b"isi")])
