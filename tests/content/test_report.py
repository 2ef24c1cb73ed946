"""The page for reviewers: all that a pack teaches, as words, with nothing that runs or comes from elsewhere."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from asnquiz.content.checker import check_pack
from asnquiz.content.report import report_html
from asnquiz.domain.pack import Pack
from asnquiz.usecases.check_pack import Checked
from tests.content.sample_pack import write_pack


class _Page(HTMLParser):
    """The words of a page, its tags, and where it leads."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.leads: list[str] = []
        self.ids: set[str] = set()
        self.words = ""
        self.feed(page)
        self.words = " ".join(self.words.split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.leads += [value or "" for name, value in attrs if name in ("href", "src", "action")]
        self.ids |= {value or "" for name, value in attrs if name == "id"}

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.fixture
def checked(tmp_path: Path) -> tuple[Pack, Checked]:
    found = check_pack(write_pack(tmp_path))
    assert found.pack is not None
    return found.pack, found


def test_everything_that_is_taught_stands_on_the_page(checked: tuple[Pack, Checked]) -> None:
    pack, found = checked
    page = _Page(report_html(pack, found))
    texts = [
        *[text for law in pack.laws for text in (law.number, law.title)],
        *[article.text for law in pack.laws for article in law.articles],
        *[
            text
            for rule in pack.rules
            for text in (rule.id, rule.act, rule.reason, rule.instead, *rule.sanction.values())
        ],
        *[position.says for rule in pack.rules for position in rule.positions],
        *[lesson.title for lesson in pack.lessons],
        *[text for item in pack.items for text in (item.id, item.stem, item.explanation, item.instead)],
        *[text for item in pack.items for option in item.options for text in (option.text, option.feedback)],
        *[text for item in pack.items for text in (item.feedback or {}).values()],
        *[text for item in pack.items for pair in item.pairs for text in (pair.left, pair.feedback)],
        *[text for term in pack.terms for text in (term.term, term.meaning)],
        *[text for point in pack.pledge.points for text in (point.text, point.meaning, point.example)],
        "Akun pribadi tetap akun pegawai.",
        "Garis masa.",
        "Isi paket ini belum diperiksa ahli hukum.",
        "Keadaan hukum per 31 Januari 2026",
    ]
    assert [text for text in texts if text not in page.words] == []
    assert {f"soal-{item.id}" for item in pack.items} <= page.ids


def test_each_key_is_marked_once(checked: tuple[Pack, Checked]) -> None:
    pack, found = checked
    page = report_html(pack, found)
    keys = sum(option.key for item in pack.items for option in item.options)
    assert page.count('<li class="key">') == page.count("Kunci</b>") == keys


def test_nothing_on_it_runs_or_comes_from_elsewhere(checked: tuple[Pack, Checked]) -> None:
    page = report_html(*checked)
    seen = _Page(page)
    assert not seen.tags & {"script", "iframe", "img", "link", "object", "form"}
    assert all(lead.startswith("#") and lead[1:] in seen.ids for lead in seen.leads)
    assert not re.search(r"url\(|@import", page)


def test_a_text_of_the_pack_stays_a_text(checked: tuple[Pack, Checked]) -> None:
    pack, found = checked
    hostile = '<script>alert(1)</script> & "x" ${1 + 1}'
    item = replace(pack.items[0], stem=hostile)
    page = report_html(replace(pack, title=hostile, items=(item, *pack.items[1:])), found)
    assert "<script" not in page
    assert _Page(page).words.count(hostile) == 3, "title, heading and stem"


def test_how_many_questions_a_lawyer_has_checked_is_said(checked: tuple[Pack, Checked]) -> None:
    pack, found = checked
    first = pack.items[0]
    item = replace(first, review=replace(first.review, law_checked=first.review.written))
    page = _Page(report_html(replace(pack, items=(item, *pack.items[1:])), found))
    assert f"1 dari {len(pack.items)} soal sudah diperiksa ahli hukum." in page.words
