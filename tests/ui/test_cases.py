"""Case studies at the real window: by keys alone, back and another way, resumed, updated, and on a full disk."""

import itertools
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from asnquiz.domain.learned import CaseStep
from asnquiz.domain.pack import Pack, Scenario, Scene
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.wording import law_stamp
from asnquiz.storage.learner import open_learner_database
from asnquiz.ui.cases.case_page import CasePage
from asnquiz.ui.cases.map_view import CaseMapView
from asnquiz.ui.cases.words import STAYS_HERE, excerpt
from asnquiz.ui.destinations import Section, StudyCase
from asnquiz.usecases.follow_path import follow_path
from tests import builders
from tests.builders import choice
from tests.ui.conftest import Opened, OpenWindow
from tests.ui.stores import FULL_DISK, StoreFront
from tests.ui.test_names import told

Key = Qt.Key


class FullForSteps(StoreFront):
    """Refuses choices of case studies while `full`."""

    def __init__(self) -> None:
        self.full = False

    def add_case_step(self, profile: object, pack_id: str, step: CaseStep) -> None:
        if self.full:
            raise Refusal(FULL_DISK)
        self.real.add_case_step(profile, pack_id, step)  # type: ignore[arg-type]


def small_case(pack: Pack) -> Scenario:
    """The builder's case study, about a rule of the shipped pack."""
    rule = next(one for one in pack.rules if one.id == "hadir-deklarasi-bakal-calon").id
    scenes = {
        name: replace(scene, choices=tuple(replace(one, rule=rule) for one in scene.choices))
        for name, scene in builders.scenario().scenes.items()
    }
    return builders.scenario(scenes=scenes)


def put_case(opened: Opened, *scenarios: Scenario) -> None:
    """Puts other case studies in the pack, as an update does."""
    opened.journey.content = replace(opened.journey.pack, scenarios=scenarios)


def open_case(opened: Opened, scenario: Scenario | None = None) -> CasePage:
    case = scenario or small_case(opened.journey.pack)
    put_case(opened, case)
    opened.window.go(StudyCase(case.id))
    opened.walker.settle()
    return page_of(opened)


def page_of(opened: Opened) -> CasePage:
    page = opened.window.page
    assert isinstance(page, CasePage)
    return page


def take(opened: Opened, *keys: Key) -> None:
    """Takes the way of each key, scene after scene, and goes on from its consequence."""
    for key in keys:
        opened.walker.key(key)
        opened.walker.press("Pilih jalan ini")
        opened.walker.press("Lanjutkan")


def kept(opened: Opened) -> list[tuple[str, int]]:
    steps = opened.learning.store.case_steps(opened.profile.id, opened.journey.pack.id)
    return [(step.scene, step.choice) for step in steps]


def said(opened: Opened) -> list[str]:
    return [label.text() for label in opened.labels()]


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


@pytest.mark.usefixtures("quick_hands")
def test_a_shipped_case_from_the_rail_to_its_end_by_keys_alone(open_window: OpenWindow) -> None:
    opened = open_window()
    tap(opened, Key.Key_Tab, until="Studi kasus")
    tap(opened, Key.Key_Return)
    tap(opened, Key.Key_Tab, until="Mulai: ")
    tap(opened, Key.Key_Return)
    page, numbers = page_of(opened), itertools.cycle((Key.Key_2, Key.Key_A, Key.Key_1, Key.Key_B))
    while page.presenter.walk.ending is None:
        assert focused().accessibleName().startswith(f"Langkah {len(page.presenter.walk.path) + 1}. ")
        tap(opened, next(numbers))
        tap(opened, Key.Key_Return)
        assert focused().accessibleName().startswith("Akibat pilihan Anda. ")
        tap(opened, Key.Key_Return)
    assert focused().accessibleName().endswith(f": {page.presenter.walk.ending.title}")
    assert len(kept(opened)) == len(page.presenter.walk.path) > 1
    tap(opened, Key.Key_Return)
    assert any(words.startswith("1 dari ") and words.endswith(" akhir sudah dicapai") for words in said(opened))


def click_at(handle: QWindow, widget: QWidget) -> None:
    """Clicks where a widget is, as a mouse does: through whatever lets it through."""
    spot = widget.mapTo(widget.window(), widget.rect().center())
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)


def tap(opened: Opened, key: Key, until: str = "") -> None:
    """Presses a key as the system sends it; again and again, where the focus is to come to something."""
    for _ in range(40):
        QTest.keyClick(QApplication.focusWindow(), key)
        opened.walker.settle()
        if focused().accessibleName().startswith(until) and focused().objectName() != "title":
            return
        if not until:
            return
    raise LookupError(until)


def test_a_choice_shows_its_consequence_its_rule_and_what_changed(open_window: OpenWindow) -> None:
    opened = open_window()
    page = open_case(opened)
    rule = opened.journey.pack.rule_by_id["hadir-deklarasi-bakal-calon"]
    assert not opened.walker.button("Pilih jalan ini").isEnabled()
    opened.walker.key(Key.Key_B)
    opened.walker.press("Pilih jalan ini")
    words = said(opened)
    assert "Akibat menuju aula." in words
    assert "Kepercayaan publik turun 1 (−1), menjadi −1" in words
    assert "Risiko sanksi naik 2 (+2), menjadi +2" in words
    assert words.count(rule.act) == words.count("Tidak boleh") == 1
    assert "Tersimpan" in words
    assert page.ways.rows[1].accessibleName() == "B. Menuju aula. Pilihan Anda."
    opened.walker.press("Lanjutkan")
    assert "Anda difoto." in " ".join(said(opened))
    bars = [told(one) for one in page.findChildren(QWidget) if told(one).role() is QAccessible.Role.Graphic]
    names = [one.text(QAccessible.Text.Name) for one in bars if not one.state().invisible]
    assert names == [
        "Kepercayaan publik: −1, pada rentang −2 sampai +3",
        "Risiko sanksi: +2, pada rentang 0 sampai +5",
    ]


def test_a_step_back_and_another_way(open_window: OpenWindow) -> None:
    opened = open_window()
    page = open_case(opened)
    take(opened, Key.Key_A)
    opened.walker.key(Key.Key_B)
    opened.walker.press("Pilih jalan ini")
    opened.walker.press("Kembali selangkah")
    assert page.presenter.walk.present == "kantor", "back from a consequence is back to its scene"
    assert "Sudah pernah Anda coba." in page.ways.rows[1].accessibleName()
    assert "Sudah pernah" not in page.ways.rows[0].accessibleName()
    opened.walker.key(Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert page.presenter.walk.present == "pagi"
    assert page.presenter.walk.measures.trust == 0
    assert not opened.walker.button("Kembali selangkah").isEnabled()
    take(opened, Key.Key_B)
    assert page.presenter.walk.present == "aula"
    assert kept(opened) == [("pagi", 0), ("kantor", 1), ("pagi", 1)]


def test_any_scene_of_the_path_may_be_chosen_again_and_the_start_is_always_near(open_window: OpenWindow) -> None:
    opened = open_window()
    page = open_case(opened)
    take(opened, Key.Key_A, Key.Key_B)
    opened.walker.press("Langkah 2: Menuju aula.")
    assert page.presenter.walk.present == "kantor"
    take(opened, Key.Key_B, Key.Key_A)
    assert page.presenter.walk.present == "terlapor"
    opened.walker.press("Coba jalan lain dari sini, langkah 1")
    assert page.presenter.walk.present == "pagi"
    take(opened, Key.Key_A)
    opened.walker.press("Mulai dari awal")
    assert (page.presenter.walk.present, page.presenter.walk.path) == ("pagi", ())


def test_leaving_and_coming_back_resumes_at_the_scene(open_window: OpenWindow) -> None:
    opened = open_window()
    open_case(opened)
    take(opened, Key.Key_A)
    opened.walker.key(Key.Key_B)
    opened.walker.press("Pilih jalan ini")
    opened.window.close()
    opened.walker.settle()

    again = open_window()
    page = open_case(again)
    assert page.presenter.walk.present == "aula", "the choice was kept when its consequence showed"
    assert [step.scene for step in page.presenter.walk.path] == ["pagi", "kantor"]
    again.walker.press("Studi kasus")
    assert "Sedang berjalan · 0 dari 3 akhir sudah dicapai" in said(again)
    again.walker.press("Lanjutkan: Undangan dari kepala dinas")
    assert page_of(again).presenter.walk.present == "aula"


def test_the_end_walks_back_through_the_choices_and_maps_what_was_tried(open_window: OpenWindow) -> None:
    opened = open_window()
    page = open_case(opened)
    take(opened, Key.Key_A, Key.Key_A)
    words = said(opened)
    assert {"Akhir baik", "Hari yang tenang", STAYS_HERE} <= set(words)
    assert "Perjalanan: 0 → +2 → +3" in words
    assert [one for one in words if one.startswith("Pilihan Anda: ")] == [
        "Pilihan Anda: Menuju kantor.",
        "Pilihan Anda: Menuju tenang.",
    ]
    rule = opened.journey.pack.rule_by_id["hadir-deklarasi-bakal-calon"]
    assert words.count(rule.act) == words.count("Tidak boleh") == 2
    lines = [
        "Langkah 1: A diambil di jalan ini; B belum dicoba.",
        "Langkah 2: A diambil di jalan ini; B belum dicoba.",
        "1 adegan belum Anda lalui.",
        "Akhir yang sudah dicapai, 1 dari 3: “Hari yang tenang” (akhir baik).",
    ]
    assert [one for one in words if one in lines] == lines
    (drawing,) = page.findChildren(CaseMapView)
    assert told(drawing).text(QAccessible.Text.Description) == " ".join(lines)
    everything = " ".join([*words, drawing.accessibleDescription()])
    assert "Dilaporkan" not in everything
    assert "Masih dibina" not in everything
    assert words[-1] == law_stamp(opened.journey.pack.law_as_of)


def test_an_update_that_takes_a_scene_away_leaves_a_walk_that_goes_on(open_window: OpenWindow) -> None:
    opened = open_window()
    page = open_case(opened)
    take(opened, Key.Key_A, Key.Key_B)
    assert page.presenter.walk.present == "aula"
    case = small_case(opened.journey.pack)
    scenes = {name: scene for name, scene in case.scenes.items() if name not in ("kantor", "tenang")}
    rule = case.scenes["pagi"].choices[0].rule
    scenes["pagi"] = Scene("Cerita yang baru.", (choice("aula", 1, rule=rule), choice("dibina", rule=rule)))
    page = open_case(opened, replace(case, scenes=scenes))
    assert page.presenter.walk.present == "aula"
    assert [step.scene for step in page.presenter.walk.path] == ["pagi"]
    take(opened, Key.Key_B)
    assert page.presenter.walk.present == "dibina"
    put_case(opened)
    opened.window.go(StudyCase(case.id))
    opened.walker.settle()
    told_of = opened.window.question
    assert told_of is not None
    assert "tidak ada lagi" in told_of.informativeText()
    opened.walker.press("Mengerti")
    opened.walker.press("Studi kasus")
    assert "Belum ada studi kasus" in said(opened)


def test_a_choice_that_cannot_be_kept_brings_its_scene_back(open_window: OpenWindow) -> None:
    store = FullForSteps()
    opened = open_window(store=store.before)
    page = open_case(opened)
    take(opened, Key.Key_A)
    store.full = True
    opened.walker.key(Key.Key_B)
    opened.walker.press("Pilih jalan ini")
    assert (page.presenter.walk.present, page.presenter.consequence) == ("kantor", None)
    assert page.ways.picked() == (1,), "what was picked is still picked"
    assert "Belum tersimpan" in said(opened)
    told_of = opened.window.question
    assert told_of is not None
    assert (told_of.text(), told_of.informativeText()) == (
        "Pilihan belum tersimpan",
        f"Undangan dari kepala dinas. {FULL_DISK}",
    )
    opened.walker.press("Mengerti")
    store.full = False
    opened.walker.press("Pilih jalan ini")
    assert page.presenter.walk.present == "aula"
    assert kept(opened) == [("pagi", 0), ("kantor", 1)]


def test_choices_made_while_the_disk_is_full_come_back_to_the_first_of_them(open_window: OpenWindow) -> None:
    store = FullForSteps()
    opened = open_window(store=store.before)
    page = open_case(opened)
    store.full = True
    page.presenter.choose(0)
    page.presenter.go_on()
    page.presenter.choose(1)
    assert page.presenter.walk.present == "aula"
    opened.walker.settle()
    assert page.presenter.walk.present == "pagi"
    assert page.ways.picked() == (0,)
    assert page.presenter.walk.tried == frozenset()
    opened.walker.press("Mengerti")
    assert opened.window.question is None
    store.full = False
    opened.walker.press("Pilih jalan ini")
    assert kept(opened) == [("pagi", 0)]


def test_a_choice_lost_after_leaving_is_told_with_where_to_make_it_again(open_window: OpenWindow) -> None:
    store = FullForSteps()
    opened = open_window(store=store.before)
    page = open_case(opened)
    store.full = True
    page.presenter.choose(0)
    opened.window.go(Section.SETTINGS)
    opened.walker.settle()
    told_of = opened.window.question
    assert told_of is not None
    assert told_of.informativeText().endswith("Buka lagi studi kasus itu untuk memilih lagi.")


def test_a_way_that_leads_back_says_so_and_leaves_the_measures_as_they_were(open_window: OpenWindow) -> None:
    opened = open_window()
    case = small_case(opened.journey.pack)
    back = replace(case.scenes["aula"].choices[0], to="pagi")
    scenes = dict(case.scenes) | {"aula": Scene("Anda difoto.", (back, case.scenes["aula"].choices[1]))}
    page = open_case(opened, replace(case, scenes=scenes))
    take(opened, Key.Key_B)
    opened.walker.key(Key.Key_A)
    opened.walker.press("Pilih jalan ini")
    assert any("kembali ke adegan yang sudah dilalui" in words for words in said(opened))
    opened.walker.press("Lanjutkan")
    assert (page.presenter.walk.present, page.presenter.walk.measures.risk) == ("pagi", 0)
    opened.window.close()
    opened.walker.settle()
    store = open_learner_database(opened.database)
    steps = store.case_steps(store.profiles()[0].id, opened.journey.pack.id)
    store.close()
    assert [(step.scene, step.choice) for step in steps] == [("pagi", 1), ("aula", 0)]


def test_the_list_puts_ones_own_job_first_and_says_how_far_one_came(open_window: OpenWindow) -> None:
    opened = open_window()
    studies = opened.journey.pack.scenarios
    job = studies[-1].jobs[0]
    own = {study.title for study in studies if job in study.jobs}
    opened.journey.known = follow_path(opened.journey.profile, job, opened.learning.store)
    opened.walker.press("Studi kasus")
    words = said(opened)
    titles = [one for one in words if one in {study.title for study in studies}]
    assert set(titles[: len(own)]) == own
    assert words.count("Untuk pekerjaan Anda") == len(own)
    assert sum(one.startswith("Belum dimulai · ") for one in words) == len(studies)
    assert STAYS_HERE in words


@pytest.fixture
def slow_hands(qapp: QApplication) -> Iterator[None]:
    """Takes any two presses of a test for one double click."""
    usual = qapp.doubleClickInterval()
    qapp.setDoubleClickInterval(60_000)
    yield
    qapp.setDoubleClickInterval(usual)


@pytest.mark.usefixtures("slow_hands")
def test_the_second_half_of_a_double_click_does_not_reach_what_comes_next(open_window: OpenWindow) -> None:
    opened = open_window()
    page = open_case(opened)
    take(opened, Key.Key_A)
    opened.walker.key(Key.Key_B)
    opened.walker.press("Pilih jalan ini")
    handle = opened.window.windowHandle()
    click_at(handle, opened.walker.button("Lanjutkan"))
    assert page.presenter.consequence is not None
    page.presenter.go_on()
    QApplication.sendPostedEvents()  # the new scene takes its place
    for name in ("Langkah 1: ", "Kembali selangkah"):
        click_at(handle, opened.walker.button(name))
        assert page.presenter.walk.present == "aula"


def test_the_beginning_of_a_scene_is_its_first_sentence() -> None:
    assert excerpt("Atasan bertanya\nlagi. “Jadi ikut?” katanya.") == "Atasan bertanya lagi."
    assert excerpt("Satu kalimat saja.") == "Satu kalimat saja."
    assert excerpt("kata " * 30) == f"{'kata ' * 12}…"


def test_the_list_is_narrowed_to_a_phase_and_stays_so_in_another_size(open_window: OpenWindow) -> None:
    opened = open_window()
    opened.walker.press("Studi kasus")
    every = [one.title for one in opened.journey.pack.scenarios]
    after = [one.title for one in opened.journey.pack.scenarios if one.phase.value == "after"]
    assert sorted(titles(opened)) == sorted(every)
    opened.walker.press("Sesudah")
    assert sorted(titles(opened)) == sorted(after)
    QTest.keyClick(QApplication.focusWindow(), Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    opened.walker.settle()
    assert sorted(titles(opened)) == sorted(after)
    opened.walker.press("Semua fase")
    assert sorted(titles(opened)) == sorted(every)


def titles(opened: Opened) -> list[str]:
    """The case studies that the list shows."""
    known = {one.title for one in opened.journey.pack.scenarios}
    return [label.text() for label in opened.labels() if label.text() in known]
