"""What is written of a layer is read back by the strict reader as the equal layer, whatever its texts say."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asnquiz.content.checker import open_layer
from asnquiz.content.layer_files import layer_files
from asnquiz.domain.image import image_of
from asnquiz.domain.layer import Layer
from asnquiz.domain.local import Contact, ContactRole, Hand, Mark, Office, Standing
from asnquiz.domain.pack import (
    Calendar,
    Citation,
    EndingKind,
    ItemType,
    Option,
    Picture,
    Pledge,
    PledgePoint,
    Position,
    Stage,
    Subject,
    Verdict,
)
from asnquiz.domain.person import parse_line
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.unseen import NOT_TEXT
from tests import builders
from tests.content.sample_layer import jpeg, png
from tests.layers import WAITING, item, layer, own, rule, scenario

BASE = builders.pack()
SEVERAL = "Pilih semua pilihan yang sesuai."

ODD = [
    "no", "Yes", "on", "null", "~", "true", "False", "10:30", "1_000", "0x1F", "0o17", "12", "-3", "+4.5", "1e5",
    ".inf", ".nan", "2026-11-21", "2026-11-21 10:30:00", "- x", "-", "? x", ": x", "x: y", "x:", "# x", "x # y", "[x",
    "]", "{x}",
    "&a", "*a", "!x", "!!str x", "|", ">", "> x", "%x", "@x", "`x`", "'", "''", "'x'", '"', '"x"', "\\", "\\n", "---",
    "...",
    "--- x", "x\n--- y\nz", "<<", "=", ",", "a,b", "a\tb", "\tx", "x\t", "\nx", "x\n", "x\n\n", "x\n y", " x", "x ",
    "x  y", "\x85x", "x\x85y", "\xa0x", "é", "e\u0301", "👍", "👨", "أ", "日本語", "“x”", "x\n  - y\n", "x" * 4_000,
    "kata " * 700, "x\n" * 900,
]  # fmt: skip

seen = st.characters(exclude_categories=("Cs", "Cc", "Cf")).filter(lambda one: not NOT_TEXT.match(one))
texts = st.one_of(
    st.sampled_from(ODD), st.text(seen, max_size=60), st.text("-:#?[]{}&*!|>%@`'\"\\,= \n\tan0", max_size=12)
).map(lambda text: text if text.strip() else f"{text}a")
lines = texts.map(lambda text: parse_line(text[:100], "Baris") or "Baris")
days = st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 31))


@st.composite
def layers(draw: st.DrawFn) -> Layer:
    """A sound layer with every kind of thing in it, whose texts are any."""
    pool = cycle(draw(st.lists(texts, min_size=5, max_size=9)))  # a text for each place would take its time

    def text() -> str:
        return next(pool)

    def line() -> str:
        return draw(lines)

    on_condition = rule(
        act=text(),
        verdict=Verdict.BERSYARAT,
        condition=text(),
        reason=text(),
        instead=text(),
        sanction={Subject.PNS: text()},
        citations=(Citation(no_prohibition_found=True, facts=(text(),)),),
        facts=(text(),),
        words=(text(), text()),
    )
    views = (Position(text(), text(), text()),) * 2
    rules = (on_condition, rule("debat", verdict=Verdict.DIPERDEBATKAN, positions=views, safe=text()))
    asked = []
    for kind in ItemType:
        made = builders.item(kind)
        stem = f"{SEVERAL}{text()}" if kind is ItemType.MULTIPLE else text()
        options = tuple(Option(text(), text(), one.key) for one in made.options)
        feedback = made.feedback and {verdict: text() for verdict in made.feedback}
        pairs = tuple(replace(pair, left=text(), feedback=text()) for pair in made.pairs)
        changes: dict[str, Any] = {
            "id": own(f"soal-{kind.value}"),
            "options": options,
            "feedback": feedback,
            "pairs": pairs,
        }
        asked.append(replace(made, stem=stem, explanation=text(), instead=text(), **changes))
    asked[0] = replace(asked[0], picture=Picture(own("papan"), text()), scored=draw(st.booleans()))
    story = scenario(title=text())
    scenes = {
        name: replace(
            scene,
            text=text(),
            choices=tuple(replace(choice, text=text(), feedback=text()) for choice in scene.choices),
            ending=scene.ending and replace(scene.ending, title=text(), debrief=text()),
        )
        for name, scene in story.scenes.items()
    }
    whole = layer(
        title=line(),
        publisher=line(),
        changed=draw(days),
        contacts=(Contact(ContactRole.OTHER, line(), phone=line()), Contact(ContactRole.BAWASLU, line(), hours=line())),
        offices=tuple(
            Office(name, tuple(draw(st.sets(lines, max_size=2)))) for name in draw(st.sets(lines, max_size=2))
        ),
        letterhead=(line(),),
        calendar=Calendar(
            text(),
            dt.date(2029, 1, 1),
            dt.date(2029, 2, 2),
            (Stage("a", text(), dt.date(2028, 1, 1), dt.date(2028, 1, 1)),),
        ),
        pledge=Pledge(text(), text(), tuple(PledgePoint(text(), text(), text()) for _ in range(4)), text(), (text(),)),
        rules=rules,
        items=tuple(asked),
        scenarios=(replace(story, scenes=scenes),),
        images=(image_of(own("papan"), png()), image_of(own("taman"), jpeg())),
    )
    waiting = Mark(Standing.REVIEW, Hand(line(), draw(days)))
    return replace(whole, marks={**whole.marks, own("soal-verdict"): waiting})


def read_back(files: Mapping[str, bytes], folder: Path) -> Layer:
    for file, content in files.items():
        (folder / file).parent.mkdir(exist_ok=True)
        (folder / file).write_bytes(content)
    checked = open_layer(folder, BASE)
    assert checked.faults == ()
    assert checked.layer is not None
    return checked.layer


@settings(max_examples=25, deadline=None)
@given(layers())
def test_what_is_written_is_read_back_equal(whole: Layer) -> None:
    files = layer_files(whole)
    assert files == layer_files(whole)
    with TemporaryDirectory() as folder:
        assert read_back(files, Path(folder)) == whole


@pytest.mark.parametrize("words", ODD, ids=range(len(ODD)))
def test_every_odd_text_comes_back_as_it_was(tmp_path: Path, words: str) -> None:
    whole = layer(
        items=(item(stem=words, options=tuple(Option(words, f"{words} {n}"[:4_000], n == 1) for n in range(4))),)
    )
    assert read_back(layer_files(whole), tmp_path) == whole


def test_only_what_is_there_is_written() -> None:
    files = layer_files(layer(marks={own("soal"): WAITING}))
    assert list(files) == ["setempat.yaml", "soal/soal-001.yaml"]
    header, questions = (files[file].decode() for file in files)
    for absent in ("contacts", "offices", "letterhead", "calendar", "reviewer", "null"):
        assert absent not in header
    for absent in ("picture", "pairs", "key: false", "no_prohibition_found"):
        assert absent not in questions
    assert questions.startswith("- id: kab-contoh-soal\n  revision: 1\n  type: single\n")


def test_many_questions_are_shared_out_and_keep_their_order(tmp_path: Path) -> None:
    many = layer(
        items=tuple(item(f"soal-{number}", stem=f"Cerita {number}?") for number in (*range(60, 0, -1), *range(61, 122)))
    )
    files = layer_files(many)
    assert [file for file in files if file.startswith("soal/")] == [f"soal/soal-00{n}.yaml" for n in (1, 2, 3)]
    assert read_back(files, tmp_path) == many


def test_what_could_not_be_read_back_is_not_written() -> None:
    with pytest.raises(Refusal, match=r"U\+202E"):
        layer_files(layer(title="Netral\u202e"))
    with pytest.raises(Refusal, match="paling banyak 4000 huruf"):
        layer_files(layer(items=(item(stem="a" * 4_001),)))
    with pytest.raises(Refusal, match="terlalu besar"):
        layer_files(layer(items=tuple(item(f"soal-{number}") for number in range(1_001))))
    with pytest.raises(Refusal, match="terlalu besar"):
        layer_files(layer(scenarios=tuple(scenario(f"kasus-{number}") for number in range(300))))
    with pytest.raises(Refusal, match="terlalu besar"):
        layer_files(layer(images=tuple(image_of(own(str(number)), png()) for number in range(61))))


def test_a_name_that_no_file_may_have_is_our_mistake() -> None:
    with pytest.raises(ValueError, match="no name for a file"):
        layer_files(layer(images=(image_of("kab-contoh-../a", png()),)))


def test_endings_of_all_kinds_are_kept(tmp_path: Path) -> None:
    whole = layer(scenarios=(scenario(),))
    kinds = {
        scene.ending.kind
        for scene in read_back(layer_files(whole), tmp_path).scenarios[0].scenes.values()
        if scene.ending
    }
    assert kinds == set(EndingKind)
