"""Neutral content: no party and no candidate's number; persons cannot be listed and are a reader's task."""

import re
from collections.abc import Iterator

from asnquiz.content.contents import Contents
from asnquiz.content.passages import passages
from asnquiz.domain.fault import Fault

# Names and abbreviations of the parties in the Pemilu of 2024, national and of Aceh; each is looked for as it stands
# here and in capitals, so that "demokrat" and "pan" are none. Names that are words of their own as well are listed with
# "Partai" only. PBB is left out, because it is the property tax as well, and the United Nations.
PARTIES = (
    "PKB",
    "Kebangkitan Bangsa",
    "Gerindra",
    "Gerakan Indonesia Raya",
    "PDI",
    "PDIP",
    "PDI-P",
    "Demokrasi Indonesia Perjuangan",
    "Golkar",
    "Golongan Karya",
    "NasDem",
    "Nasdem",
    "Partai Buruh",
    "Partai Gelora",
    "Gelombang Rakyat",
    "PKS",
    "Keadilan Sejahtera",
    "PKN",
    "Kebangkitan Nusantara",
    "Hanura",
    "Hati Nurani Rakyat",
    "Partai Garuda",
    "Garda Republik",
    "PAN",
    "Amanat Nasional",
    "Bulan Bintang",
    "Demokrat",
    "PSI",
    "Solidaritas Indonesia",
    "Perindo",
    "Partai Persatuan Indonesia",
    "PPP",
    "Persatuan Pembangunan",
    "Ummat",
    "Partai Aceh",
    "Nanggroe Aceh",
    "Darul Aceh",
    "Adil Sejahtera Aceh",
    "Gabthat",
)
_NAMES = sorted({*PARTIES, *map(str.upper, PARTIES)}, key=len, reverse=True)
_ANY_NAME = "|".join(map(re.escape, _NAMES)).replace(r"\ ", r"\s+")
# PAN-RB, or PAN dan RB, is a ministry.
_PARTY = re.compile(rf"(?<!\w)(?:{_ANY_NAME})(?!\w|\W+(?:dan\s+)?RB(?!\w))")

_NUMBER = re.compile(
    r"""(?<!\w)
    (?: (?: (?:ber)?nomor | no\.? ) \s+ urut [\s:]+
      | (?: pasangan | paslon | calon )
        (?: \s+ (?: calon | dan | wakil | gubernur | bupati | wali | kota | walikota ) ){0,8}
        \s+ (?: (?:ber)?nomor | no\.? ) [\s:]*
      | paslon \s+ (?=\d)
    )
    (?: \d+ | satu | dua | tiga | empat | lima | enam | tujuh | delapan | sembilan | sepuluh )
    (?!\w)""",
    re.IGNORECASE | re.VERBOSE,
)


def neutrality_faults(contents: Contents) -> Iterator[Fault]:
    """Faults of texts that name a party or a candidate's number."""
    for passage in passages(contents):
        for unwanted in (_PARTY, _NUMBER):
            if found := unwanted.search(passage.text):
                named = " ".join(found.group().split())
                yield passage.fault(
                    f'"{named}" tidak netral; tulis tanpa nama partai atau nomor calon.',
                    passage.text.count("\n", 0, found.start()),
                )
