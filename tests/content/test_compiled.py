"""The compiled form: the same pack again, an identity by RFC 8785, and refusal of what is damaged or later."""

import datetime as dt
import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asnquiz.content.compiled import decode, decode_proven, decode_search, encode, identity, identity_in
from asnquiz.domain.answering import right_answer
from asnquiz.domain.pack import ItemType, Phase, Subject, Verdict
from asnquiz.domain.plain import to_plain
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.search_index import build_index
from tests import builders

GOLDEN = Path(__file__).parent / "golden"


def test_a_pack_comes_back_equal() -> None:
    pack = builders.pack(title="Paket “contoh” – é 😀")
    assert decode(encode(pack)) == pack


def test_the_order_of_topics_comes_back() -> None:
    topics = {"zakat": "Z", "akun": "A", "media-sosial": "M"}
    assert list(decode(encode(builders.pack(topics=topics))).topics) == list(topics)


def test_the_identity_is_the_hash_of_sorted_compact_json_and_does_not_depend_on_order() -> None:
    topics = {"zakat": "Zakat é", "akun": "Akun"}
    pack = builders.pack(topics=topics)
    # For whole numbers and names within ASCII, RFC 8785 is Python's sorted compact JSON.
    text = json.dumps(to_plain(pack), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert identity(pack) == hashlib.sha256(text.encode()).hexdigest()
    assert identity(replace(pack, topics=dict(reversed(topics.items())))) == identity(pack)
    assert identity(replace(pack, title="Lain")) != identity(pack)


def test_the_form_is_json_with_schema_identity_and_checksum() -> None:
    pack = builders.pack()
    compiled = encode(pack)
    plain = json.loads(compiled)
    assert list(plain) == ["schema", "sha256", "checksum", "search_checksum", "pack", "search"]
    assert plain["schema"] == "asnquiz/compiled/3"
    assert plain["sha256"] == identity(pack) == identity_in(compiled)
    content, _, search = compiled[compiled.index(b'"pack":') + len(b'"pack":') : -1].partition(b',"search":')
    assert plain["checksum"] == hashlib.sha256(content).hexdigest()
    assert plain["search_checksum"] == hashlib.sha256(search).hexdigest()


@pytest.mark.parametrize("file", sorted(GOLDEN.glob("*.json")), ids=lambda file: file.name)
def test_the_identity_that_is_computed_anew_is_the_one_that_every_schema_states(file: Path) -> None:
    form = file.read_bytes()
    assert decode_proven(form) == (decode(form), identity_in(form))


def test_an_identity_that_is_only_stated_proves_nothing() -> None:
    other = encode(builders.pack(title="Lain"))
    stated = encode(builders.pack()).replace(identity(builders.pack()).encode(), identity_in(other).encode())
    assert identity_in(stated) == identity_in(other)
    assert decode_proven(stated) == (builders.pack(), identity(builders.pack()))


def test_a_form_of_a_later_program_is_refused_as_such() -> None:
    later = encode(builders.pack()).replace(b"asnquiz/compiled/3", b"asnquiz/compiled/4", 1)
    with pytest.raises(Refusal, match="lebih baru"):
        decode(later)


@pytest.mark.parametrize(
    "damaged",
    [
        b"",
        b"{}",
        b"[]",
        b"\xff\xfe",
        b'{"schema":"asnquiz/compiled/1"}',
        b'{"schema":"asnquiz/compiled/1","pack":',
        b'{"schema":"asnquiz/compiled/0","pack":{}}',
        b'{"schema":["asnquiz/compiled/9"],"pack":{}}',
        b'{"schema":"lain/9","pack":{}}',
        b"[" * 100_000 + b',"pack":{}}',
    ],
)
def test_what_is_no_compiled_form_is_refused(damaged: bytes) -> None:
    with pytest.raises(Refusal, match="rusak"):
        decode(damaged)


@pytest.mark.parametrize("schema", [1, 2])
@pytest.mark.parametrize("content", [b"{}", b"[]", b"null", b'"x"', b"{", b"\xff", b"[" * 100_000])
def test_a_right_checksum_over_something_else_is_refused(content: bytes, schema: int) -> None:
    checksum = hashlib.sha256(content).hexdigest()
    head = json.dumps({"schema": f"asnquiz/compiled/{schema}", "sha256": "", "checksum": checksum})
    with pytest.raises(Refusal, match="rusak"):
        decode(head[:-1].encode() + b',"pack":' + content + b"}")


@given(st.data())
def test_any_changed_byte_of_pack_or_index_is_noticed(data: st.DataObject) -> None:
    compiled = bytearray(encode(builders.pack()))
    at = data.draw(st.integers(compiled.index(b'"pack":') + len(b'"pack":'), len(compiled) - 2))
    compiled[at] ^= data.draw(st.integers(1, 255))
    with pytest.raises(Refusal):
        _ = decode(bytes(compiled)), decode_search(bytes(compiled))


def test_the_index_comes_back_equal() -> None:
    pack = builders.pack()
    assert decode_search(encode(pack)) == build_index(pack)


def test_words_of_the_packs_own_never_part_pack_and_index() -> None:
    """Names of topics and stems of rules may be the names of the form's own parts."""
    pack = builders.pack(
        topics={"pack": "P", "search": "S"}, rules=(builders.rule(act="Search pack", words=(',"search":', ',"pack":')),)
    )
    assert decode(encode(pack)) == pack
    assert decode_search(encode(pack)) == build_index(pack)


@pytest.mark.parametrize("schema", [1, 2])
def test_a_form_of_before_the_index_has_none(schema: int) -> None:
    with pytest.raises(Refusal):
        decode_search((GOLDEN / f"compiled-{schema}.json").read_bytes())


def test_schema_1_is_read_for_ever() -> None:
    pack = decode((GOLDEN / "compiled-1.json").read_bytes())
    assert (pack.id, pack.version, pack.title) == ("contoh", "2026.11.1", "Paket emas – “contoh”")
    assert pack.exam.phase == {Phase.BEFORE: 0, Phase.DURING: 2, Phase.AFTER: 0}
    assert list(pack.topics) == ["media-sosial", "cuti"]
    assert {item.type for item in pack.items} == set(ItemType)
    assert right_answer(pack.item_by_id["soal-debat"]) == (0, 1)
    assert pack.item_by_id["soal-cuti"].key is Verdict.BERSYARAT
    assert pack.rule_by_id["stiker-pasangan"].safe == "Hindari."
    assert pack.scenarios[0].scenes["aula"].ending is not None
    assert len(pack.pledge.points) == 4
    assert pack.pictures == {}
    assert pack.calendar is None


def test_schema_2_is_read_for_ever() -> None:
    pack = decode((GOLDEN / "compiled-2.json").read_bytes())
    assert (pack.id, pack.title) == ("contoh", "Paket emas 2")
    assert [lesson.phase for lesson in pack.lessons] == [None]
    assert pack.rules[0].subjects == (Subject.TNI_POLRI,)
    assert list(pack.pictures) == ["garis"]
    assert pack.pictures["garis"].startswith("<svg ")
    assert pack.calendar is None


def test_schema_3_is_read_for_ever() -> None:
    compiled = (GOLDEN / "compiled-3.json").read_bytes()
    pack, index = decode(compiled), decode_search(compiled)
    assert (pack.id, pack.title) == ("contoh", "Paket emas 3")
    assert index.rules == tuple(rule.id for rule in pack.rules)
    assert "like" in index.stems
    assert pack.calendar is not None
    assert (pack.calendar.name, pack.calendar.voting) == ("Pilkada contoh", dt.date(2020, 12, 9))
    assert [stage.name for stage in pack.calendar.stages] == ["Kampanye", "Masa tenang"]
