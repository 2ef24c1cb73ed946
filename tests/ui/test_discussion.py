"""Diskusi: contested rules whole, and questions that are thought over without a score."""

from PySide6.QtWidgets import QApplication, QLabel

from asnquiz.domain.pack import Pack
from asnquiz.ui.destinations import Discuss
from asnquiz.ui.discussion.item_page import DiscussItemPage
from asnquiz.ui.discussion.list_page import DiscussionPage
from asnquiz.ui.theme import Theme
from tests import builders
from tests.ui.conftest import Opened, OpenWindow
from tests.ui.test_announcements import heard  # noqa: F401 - a fixture


def pack_of(opened: Opened) -> Pack:
    pack, _, _ = opened.learning.packs.current()
    return pack


def said(opened: Opened) -> list[str]:
    return [label.text() for label in opened.labels()]


def test_each_contested_rule_has_all_positions_and_the_safe_attitude(open_window: OpenWindow) -> None:
    opened = open_window()
    opened.walker.press("Materi")
    opened.walker.press("Diskusi")
    assert isinstance(opened.window.page, DiscussionPage)
    seen = said(opened)
    rules = [rule for rule in pack_of(opened).rules if rule.verdict.value == "diperdebatkan"]
    assert len(rules) >= 5
    for rule in rules:
        assert f"{rule.act}: bolehkah?" in seen
        assert rule.safe in seen
        assert len(rule.positions) >= 2
        for position in rule.positions:
            assert {position.who, position.when, position.says} <= set(seen)
    assert seen.count("Masih berbeda pendapat") == len(rules) + 1, "a chip each, and the heading"
    assert seen.count("Sikap aman") == len(rules)


def test_every_unscored_question_is_reached_from_the_list_one_after_another(open_window: OpenWindow) -> None:
    opened = open_window()
    items = [item for item in pack_of(opened).items if not item.scored]
    opened.window.go(Discuss())
    opened.walker.settle()
    opened.walker.press("Soal 1. ")
    met = []
    while isinstance(page := opened.window.page, DiscussItemPage):
        title = page.findChild(QLabel, "title")
        assert title is not None
        met.append(title.text())
        opened.walker.press("Lihat pembahasan")
        opened.walker.press("Soal diskusi berikutnya" if len(met) < len(items) else "Daftar diskusi")
    assert sorted(met) == sorted(item.stem for item in items)
    assert isinstance(opened.window.page, DiscussionPage)
    assert opened.learning.store.summaries(opened.profile.id) == (), "nothing is kept"


def test_what_is_said_of_the_options_comes_only_when_asked_for(
    open_window: OpenWindow,
    heard: list[str],  # noqa: F811
) -> None:
    opened = open_window()
    item = next(item for item in pack_of(opened).discussion_items if item.options)
    opened.window.go(Discuss(item.id))
    opened.walker.settle()
    before = said(opened)
    assert all(any(option.text in one for one in before) for option in item.options)
    assert not any(option.feedback in before for option in item.options)
    assert item.explanation not in before
    opened.walker.press("Lihat pembahasan")
    after = said(opened)
    assert all(option.feedback in after for option in item.options)
    assert after.count("Sikap yang lebih aman") == sum(option.key for option in item.options)
    assert f"Sebaiknya: {item.instead}" in after
    assert not any("enar" in one and "Jawaban" in one for one in after), "nothing is right or wrong here"
    assert item.explanation in heard[-1]
    assert "tidak dinilai" in heard[-1]
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Soal diskusi berikutnya"


def test_a_pack_without_anything_to_discuss_says_so(theme: Theme) -> None:
    page = DiscussionPage(theme, builders.pack(), print)
    assert any("Belum ada bahan diskusi" in label.text() for label in page.findChildren(QLabel))
