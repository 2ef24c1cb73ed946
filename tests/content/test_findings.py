"""A draft is judged by the checks of files, at its own places and in words for somebody who sees a form."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from asnquiz.content.checker import check_pack
from asnquiz.content.drafts import entry_of
from asnquiz.content.findings import find_faults
from asnquiz.content.yaml_reader import read_yaml
from asnquiz.domain.draft import Draft, DraftKind
from asnquiz.domain.layer import Base, lay_over
from asnquiz.domain.pack import Item, Pack, Review
from asnquiz.domain.wording import law_name
from tests import layers
from tests.content.sample_layer import FILES, ID, ITEMS, RULES, SCENARIO
from tests.content.sample_pack import break_file, write_pack
from tests.content.test_checker import BREAKS, Break
from tests.content.test_writing import BREAKS as BADLY_WRITTEN
from tests.layers import DRAFT, READ, REVIEWED, WAITING, WRITTEN

KINDS = {
    "aturan.yaml": DraftKind.RULE,
    "soal/selama.yaml": DraftKind.ITEM,
    "skenario/undangan.yaml": DraftKind.SCENARIO,
}
# Of all that is broken in files: what no form can do, and what only shows beside other entries of a pack.
NOT_IN_A_DRAFT = (
    *("alias", "repeated id", "retold story", "no rule", "no citation", "no phases"),
    *("fields of another type", "nothing asks", "nothing tells"),
)
OF_FILES = re.compile(
    r"`|\b(yaml|null|true|false|[a-z]+_[a-z]+|stem|options?|key|scored|feedback|pairs|difficulty|revision|phases?|subjects"
    r"|citations?|condition|positions|violation|sanction|scenes|choices|ending|trust|risk|single|multiple|verdict|ordering"
    r"|matching|before|during|after|draft|review)\b"
)


def written(text: str | bytes, id_: str) -> dict[str, Any]:
    """What a file says of an entry, but for its id."""
    assert isinstance(text, str)
    document, faults = read_yaml(text, "a")
    assert document, faults
    rows = document.plain if isinstance(document.plain, list) else [document.plain]
    (entry,) = (row for row in rows if row["id"] == id_)
    return {key: value for key, value in entry.items() if key != "id"}


def local(kind: DraftKind, file: str, name: str) -> Draft:
    """An entry of the sample layer as a draft."""
    return Draft(f"{ID}-{name}", kind, written(FILES[file], f"{ID}-{name}"), DRAFT)


RULE = replace(local(DraftKind.RULE, RULES, "apel"), mark=WAITING)
ITEM, STORY = local(DraftKind.ITEM, ITEMS, "papan"), local(DraftKind.SCENARIO, SCENARIO, "pagi")


def changed(draft: Draft, **changes: Any) -> Draft:
    return replace(draft, content={**draft.content, **changes})


def told(draft: Draft, base: Pack, *others: Draft) -> list[tuple[tuple[str | int, ...], str]]:
    return [(one.path, one.message) for one in find_faults(draft, others, base)]


@pytest.mark.parametrize("draft", [RULE, ITEM, STORY], ids=["rule", "question", "case study"])
def test_a_sound_draft_has_no_fault_beside_what_it_rests_on(base: Pack, draft: Draft) -> None:
    assert find_faults(draft, (RULE, ITEM, STORY), base) == ()
    assert entry_of(draft) is not None


BROKEN = {
    name: broken
    for name, broken in {**BREAKS, **BADLY_WRITTEN}.items()
    if broken.file in KINDS and broken.id and name not in NOT_IN_A_DRAFT
}


def test_most_of_what_can_be_broken_in_files_is_judged() -> None:
    assert len(BROKEN) >= 50


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN.keys())
def test_what_is_told_of_a_file_is_told_of_a_draft(tmp_path: Path, base: Pack, broken: Break) -> None:
    text = break_file(write_pack(tmp_path), broken.file, broken.old, broken.new)
    (fault,) = check_pack(tmp_path).faults
    assert broken.id is not None
    draft = Draft(broken.id, KINDS[broken.file], written(text, broken.id), DRAFT)
    found = find_faults(draft, (), base)
    for finding in found:
        assert not OF_FILES.search(re.sub(r"[\"“][^\"”]*[\"”]", "", finding.message)), finding.message
        assert finding.message.endswith(".")
        assert finding.message[0].isupper() or finding.message[0] in '"“'
    same = re.sub(r'"([^"]*)"', r"“\1”", re.sub(r" \(`[^)]*\)", "", fault.message))
    named = [(law.id, law_name(law)) for law in base.laws] + [(rule.id, rule.act) for rule in base.rules]
    for id_, words in named:
        same = same.replace(f"“{id_}”", f"“{words}”")
    by_form = ("belum diisi.", "tidak dapat dipakai; pilih atau tulis ulang.")
    assert any(one.message == same or one.message.endswith(by_form) for one in found), (fault.message, found)


def test_an_empty_form_is_told_what_to_fill_in(base: Pack) -> None:
    found = find_faults(Draft("kab-contoh-baru", DraftKind.ITEM, {}, DRAFT), (), base)
    assert ((("stem",), "Teks soal belum diisi.")) in [(one.path, one.message) for one in found]
    assert {one.path for one in found} >= {("type",), ("phase",), ("rules",), ("citations",), ("explanation",)}
    assert not any(one.advice for one in found)


def test_blank_is_as_good_as_not_written(base: Pack) -> None:
    blank: dict[str, Any] = {"stem": " ", "options": [], "explanation": "", "topic": None}
    begun = Draft("kab-contoh-baru", DraftKind.ITEM, blank, DRAFT)
    assert told(begun, base) == told(replace(begun, content={}), base)


def test_a_place_deep_in_a_form_is_named_in_words(base: Pack) -> None:
    options = [{"text": "Satu."}, {"text": "", "feedback": "Dua."}]
    assert (("options", 0, "feedback"), "Umpan balik pilihan ke-1 belum diisi.") in told(
        changed(ITEM, options=options), base
    )
    scenes = {"apel": {"text": "Apel.", "choices": [{"to": "lain"}]}}
    found = dict(told(changed(STORY, scenes=scenes), base))
    assert found["scenes", "apel", "choices", 0, "feedback"] == "Umpan balik pilihan ke-1 adegan “apel” belum diisi."


@pytest.mark.parametrize(
    ("text", "says"),
    [("Netral\u202e", "U+202E"), ("a" * 4_001, "paling banyak 4000 huruf"), ("\ud800", "U+D800")],
)
def test_a_text_that_no_file_can_hold_is_told_at_its_place(base: Pack, text: str, says: str) -> None:
    options = [{"text": "Satu.", "feedback": text}]
    draft = changed(ITEM, options=options)
    ((path, message),) = told(draft, base, RULE)
    assert (path, says in message) == (("options", 0, "feedback"), True)
    assert entry_of(draft) is None
    assert find_faults(ITEM, (RULE, draft), base) == ()


def test_how_to_write_better_is_advice_and_a_party_is_none(base: Pack) -> None:
    found = find_faults(changed(ITEM, explanation='Kata "XYZ" dan Golkar.'), (RULE,), base)
    assert [(one.path, one.advice) for one in found] == [
        (("explanation",), False),
        (("explanation",), True),
        (("explanation",), True),
    ]


def test_a_story_told_in_another_draft_is_told_at_the_later_one(base: Pack) -> None:
    twin = replace(ITEM, id="kab-contoh-kembar")
    ((path, message),) = told(ITEM, base, RULE, twin)
    assert path == ("stem",)
    assert message == "Pertanyaan ini hampir sama dengan “kab-contoh-kembar”; tulis cerita lain."


@pytest.mark.parametrize(("draft", "path"), [(ITEM, ("rules", 0)), (STORY, ("scenes", "apel", "choices", 0, "rule"))])
def test_what_rests_on_a_draft_waits_for_it(base: Pack, draft: Draft, path: tuple[str | int, ...]) -> None:
    first, *_ = told(draft, base, replace(RULE, mark=DRAFT))
    act = RULE.content["act"]
    assert first == (path, f"Ketentuan “{act}” masih konsep; ajukan ketentuan itu untuk ditelaah lebih dahulu.")
    assert told(draft, base, replace(RULE, mark=REVIEWED)) == []
    assert told(draft, base)[0] == (path, "“kab-contoh-apel” tidak ada di daftar aturan; periksa ejaannya.")


def test_a_rule_is_called_by_what_it_is_about(base: Pack) -> None:
    contested = next(rule for rule in base.rules if not rule.scorable)
    found = find_faults(changed(ITEM, rules=[contested.id]), (RULE,), base)
    assert f"Ketentuan “{contested.act}” diperdebatkan atau belum diverifikasi" in " ".join(
        one.message for one in found
    )


def test_a_rule_in_the_making_is_not_called_missing(base: Pack) -> None:
    begun = replace(RULE, content={"act": "Memimpin apel"})
    assert told(ITEM, base, begun) == []


def test_what_was_published_before_is_judged_by_the_draft_alone(base: Pack) -> None:
    published = lay_over(base, replace(layers.layer(), base=Base(base.id, base.version)))
    assert find_faults(ITEM, (RULE, ITEM), published) == ()
    old = Draft(f"{ID}-soal", DraftKind.ITEM, {**ITEM.content, "rules": ["suka-akun-calon"]}, DRAFT)
    assert find_faults(old, (), published) == ()


def test_when_it_was_written_and_read_is_what_the_mark_says() -> None:
    stale = changed(ITEM, review={"written": "1999-01-01", "read": None, "law_checked": None})
    read, waiting = entry_of(replace(stale, mark=REVIEWED)), entry_of(replace(stale, mark=WAITING))
    assert isinstance(read, Item)
    assert isinstance(waiting, Item)
    assert read.review == Review(WRITTEN.on, READ.on, None)
    assert waiting.review == Review(WRITTEN.on, None, None)
