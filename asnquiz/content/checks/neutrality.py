"""Neutral content: no party and no candidate's number; persons cannot be listed and are a reader's task."""

import re
from collections.abc import Iterator

from asnquiz.content.contents import Contents
from asnquiz.content.passages import passages
from asnquiz.domain.fault import Fault

# Names and abbreviations of the parties in the Pemilu of 2024, national and of Aceh. Case counts, so that demokrat is
# one and demokratis none; names that are words of their own as well are listed with "Partai" only.
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
    "PBB",
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
_NUMBERS = r"\d+|satu|dua|tiga|empat|lima|enam"

_PARTY = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(map(re.escape, PARTIES), key=len, reverse=True))})(?!\w)")
_NUMBER = re.compile(rf"(?<!\w)(?:nomor\s+urut|(?:calon|paslon)\s+nomor)\s+(?:{_NUMBERS})(?!\w)", re.IGNORECASE)


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
