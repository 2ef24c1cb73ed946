"""Writing a case study: operations on its plain content, what is undone by going back, and what is wrong as a graph."""

import contextlib
import itertools
import json
from collections.abc import Callable, Mapping
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asnquiz.domain import story
from asnquiz.domain.case_check import MOST_CHOICES, MOST_SCENES
from asnquiz.domain.case_study import walk_through
from asnquiz.domain.pack import EndingKind
from asnquiz.domain.plain import to_plain
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.story import Content
from tests import builders
from tests.builders import case_step


def written(**changes: Any) -> dict[str, Any]:
    """The builder's case study as a draft has it."""
    plain = to_plain(builders.scenario(**changes))
    assert isinstance(plain, dict)
    for scene in plain["scenes"].values():
        for key in ("choices", "ending"):
            if not scene[key]:
                del scene[key]
    del plain["id"]
    return plain


def grown(data: st.DataObject, content: Content) -> Content:
    """The content after one operation, any of those that the page has."""
    scenes = sorted(content.get("scenes", {}))
    ways = [(name, at) for name in scenes for at in range(len(content["scenes"][name].get("choices", ())))]
    one_of: Callable[..., Any] = lambda values: data.draw(st.sampled_from(values))  # noqa: E731
    acts: list[Callable[[], Content]] = [lambda: story.add_scene(content, story.free_name(content))]
    if scenes:
        acts += [
            lambda: story.add_choice(content, one_of(scenes)),
            lambda: story.rename_scene(content, one_of(scenes), data.draw(st.sampled_from(["lain", "adegan-2", "x"]))),
            lambda: story.remove_scene(content, one_of(scenes)),
            lambda: story.remove_scene(content, one_of(scenes), keep_choices=True),
            lambda: story.end_scene(content, one_of(scenes), one_of(list(EndingKind))),
            lambda: story.go_on_from(content, one_of(scenes)),
            lambda: story.put(content, ("start",), one_of(scenes)),
            lambda: story.put(content, ("scenes", one_of(scenes), "text"), data.draw(st.text(max_size=5))),
        ]
    if ways:
        acts += [
            lambda: story.join(content, one_of(ways), one_of(scenes)),
            lambda: story.remove_choice(content, one_of(ways)),
            lambda: story.move_choice(content, one_of(ways), data.draw(st.integers(0, 4))),
            lambda: story.put(content, ("scenes", *way_path(one_of(ways)), "feedback"), data.draw(st.text(max_size=5))),
        ]
    with contextlib.suppress(Refusal):  # there may be no room for it
        content = one_of(acts)()
    return content


def way_path(way: tuple[str, int]) -> tuple[str | int, ...]:
    return way[0], "choices", way[1]


@given(st.data())
def test_no_choice_dangles_nothing_old_changes_and_all_stays_plain(data: st.DataObject) -> None:
    content: Content = data.draw(st.sampled_from([{}, written()]))
    history = [(content, deepcopy(content))]
    for _ in range(data.draw(st.integers(1, 12))):
        content = grown(data, content)
        history.append((content, deepcopy(content)))
    assert all(one == copy for one, copy in history)
    assert json.loads(json.dumps(content)) == content
    scenes: Mapping[str, Any] = content.get("scenes", {})
    led_to = [choice.get("to") for scene in scenes.values() for choice in scene.get("choices", ())]
    assert {to for to in led_to if to is not None} <= scenes.keys()
    assert content.get("start") in {None, *scenes}
    assert not any("choices" in scene and "ending" in scene for scene in scenes.values())


def test_what_is_written_reads_as_the_case_study_it_is() -> None:
    assert story.case_of(written(), "kasus-1") == builders.scenario()
    assert story.faults_of(written()) == story.advice_of(written()) == ()


@given(
    st.recursive(
        st.none() | st.integers() | st.text(max_size=4),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["scenes", "choices", "ending", "to", "kind", "start", "a"]), inner, max_size=3
            )
        ),
    )
)
def test_what_is_half_there_or_of_another_kind_is_read_as_not_written(value: Any) -> None:
    content = value if isinstance(value, dict) else {"scenes": value}
    story.faults_of(content)
    story.advice_of(content)
    story.case_of(content, "x")


def test_a_new_name_is_taken_over_everywhere_in_the_same_place() -> None:
    renamed = story.rename_scene(written(), "aula", "balai")
    assert list(renamed["scenes"]) == ["pagi", "kantor", "balai", "tenang", "dibina", "terlapor"]
    assert [choice["to"] for choice in renamed["scenes"]["pagi"]["choices"]] == ["kantor", "balai"]
    assert [choice["to"] for choice in renamed["scenes"]["kantor"]["choices"]] == ["tenang", "balai"]
    assert story.rename_scene(renamed, "balai", "aula") == written()
    assert story.rename_scene(written(), "pagi", "fajar")["start"] == "fajar"


@pytest.mark.parametrize(
    ("wanted", "said"),
    [("kantor", "Sudah ada adegan"), ("Balai", "huruf kecil"), ("", "huruf kecil"), ("a" * 41, "paling panjang 40")],
)
def test_a_name_that_is_taken_or_odd_is_refused(wanted: str, said: str) -> None:
    with pytest.raises(Refusal, match=said):
        story.rename_scene(written(), "aula", wanted)


def test_a_removed_scene_takes_along_what_leads_to_it_unless_told_otherwise() -> None:
    without = story.remove_scene(written(), "aula")
    assert [choice["to"] for choice in without["scenes"]["pagi"]["choices"]] == ["kantor"]
    kept = story.remove_scene(written(), "aula", keep_choices=True)
    assert [choice.get("to") for choice in kept["scenes"]["pagi"]["choices"]] == ["kantor", None]
    assert [choice["text"] for choice in kept["scenes"]["pagi"]["choices"]] == [
        choice["text"] for choice in written()["scenes"]["pagi"]["choices"]
    ]
    assert "start" not in story.remove_scene(written(), "pagi")
    assert story.ways_to(written(), "aula") == 2


def test_choices_are_moved_joined_and_ended() -> None:
    moved = story.move_choice(written(), ("pagi", 0), 1)
    assert [choice["to"] for choice in moved["scenes"]["pagi"]["choices"]] == ["aula", "kantor"]
    joined = story.join(written(), ("aula", 0), "pagi")
    assert story.value_at(joined, ("scenes", "aula", "choices", 0, "to")) == "pagi"
    with pytest.raises(KeyError):
        story.join(written(), ("aula", 0), "tidak-ada")
    ended = story.end_scene(written(), "aula", EndingKind.BURUK)
    assert ended["scenes"]["aula"] == {"text": "Anda difoto.", "ending": {"kind": "buruk"}}
    worse = story.end_scene(written(), "tenang", EndingKind.CAMPURAN)
    assert worse["scenes"]["tenang"]["ending"]["title"] == "Hari yang tenang"
    assert story.go_on_from(ended, "aula")["scenes"]["aula"] == {"text": "Anda difoto."}


def test_there_is_room_for_so_many_scenes_and_choices() -> None:
    content: Content = {}
    for _ in range(MOST_SCENES):
        content = story.add_scene(content, story.free_name(content))
    with pytest.raises(Refusal, match="paling banyak 60 adegan"):
        story.add_scene(content, "lain")
    for _ in range(MOST_CHOICES):
        content = story.add_choice(content, "adegan-1")
    with pytest.raises(Refusal, match="paling banyak 5 pilihan"):
        story.add_choice(content, "adegan-1")
    with pytest.raises(Refusal, match="berakhir"):
        story.add_choice(story.end_scene(content, "adegan-2", EndingKind.BAIK), "adegan-2")


def said(content: Content) -> set[tuple[tuple[str | int, ...], str]]:
    return {(fault.path, fault.words) for fault in (*story.faults_of(content), *story.advice_of(content))}


def test_each_thing_wrong_with_the_graph_is_told_at_its_place() -> None:
    choices = ("scenes", "aula", "choices")
    loose = story.add_scene(written(), "lain")
    assert (("scenes", "lain"), "Adegan “lain” tidak pernah dicapai dari awal.") in said(loose)
    assert any(path == ("scenes", "lain") and "tepat salah satu" in words for path, words in said(loose))
    nowhere = story.put(written(), (*choices, 0, "to"), None)
    assert ((*choices, 0, "to"), "Pilihan ini belum menuju ke adegan mana pun.") in said(nowhere)
    assert (("scenes", "terlapor"), "Adegan “terlapor” tidak pernah dicapai dari awal.") in said(nowhere)
    loop = story.join(story.join(written(), ("aula", 0), "aula"), ("aula", 1), "aula")
    assert (("scenes", "aula"), "Dari adegan “aula” tidak ada jalan sampai ke akhir.") in said(loop)
    assert not any("dari adegan “kantor”" in words.lower() for _, words in said(loop))
    endless = story.remove_scene(written(), "tenang")
    assert (("scenes",), "Studi kasus memuat paling sedikit 3 akhir, bukan 2.") in said(endless)
    assert (("start",), "Adegan awal belum dipilih.") in said(story.put(written(), ("start",), None))
    assert said({}) == {
        (("start",), "Adegan awal belum dipilih."),
        (("scenes",), "Studi kasus memuat paling sedikit 3 akhir, bukan 0."),
    }


def test_endings_that_come_too_soon_or_too_late_are_worth_a_thought() -> None:
    soon = story.join(written(), ("pagi", 0), "tenang")
    assert [hint.message for hint in story.advice_of(soon)] == ["Akhir “tenang” dapat dicapai dengan 1 pilihan saja."]
    late: Content = {}
    for number in range(1, 12):
        late = story.add_scene(late, f"adegan-{number}")
    late = story.end_scene(story.add_scene(late, "akhir"), "akhir", EndingKind.BAIK)
    names = [*late["scenes"]]
    for one, other in itertools.pairwise(names):
        late = story.join(story.add_choice(late, one), (one, 0), other)
    assert [hint.words for hint in story.advice_of(late)] == [
        "Studi kasus memuat paling sedikit 3 akhir, bukan 1.",
        "Jalan terpanjang ke akhir “akhir” melewati 11 pilihan.",
    ]


def test_an_unfinished_story_can_be_walked_to_where_it_breaks_off() -> None:
    loose = story.put(written(), ("scenes", "aula", "choices", 0, "to"), None)
    case = story.walkable(story.case_of(loose, "kasus-1"), "aula")
    walk = walk_through(case, [case_step("aula", 0)])
    assert walk.ending is None
    assert "belum menuju" in case.scenes[walk.present].text
    assert walk_through(case, [case_step("aula", 1)]).ending is not None
