"""Questions as a workbook or CSV that trainers write in, empty as a template, and what they wrote taken back."""

import datetime as dt
import io
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from textwrap import wrap
from typing import Any, Final

from xlsxwriter import Workbook

from asnquiz.documents.csv_file import Profile, write_csv
from asnquiz.documents.question_guide import EXAMPLES, HELP, STEPS
from asnquiz.documents.roster_file import is_workbook, read_text, read_workbook, without_guard
from asnquiz.documents.xlsx_file import write_text
from asnquiz.domain.answering import VERDICT_CHOICES
from asnquiz.domain.data_table import Column, DataTable
from asnquiz.domain.local_wording import local_words
from asnquiz.domain.pack import Pack
from asnquiz.domain.person import NIP_LENGTH
from asnquiz.domain.question import Brought, Carried, Question
from asnquiz.domain.question_rows import has_questions, read_table
from asnquiz.domain.question_table import LETTERS, Choices, Part, Place, QuestionTable, choices_of, table_of
from asnquiz.domain.wording import LAW_STATUS, PHASE, VERDICT, caution_words, law_stamp

QUESTIONS: Final = "Soal"
_GUIDE, _RULES, _LAW, _LISTS = "Petunjuk", "Ketentuan", "Dasar hukum", "Daftar"
_THIS = "Berkas ini"

_PREPARED_ROWS = 300  # below the last question
_A4 = 9
_PRINT_SCALE = 60  # per cent
_LINE, _HIGHEST = 15, 409  # points; no row can be higher
_LABEL_WIDTH, _EXAMPLE_WIDTH = 20, 36
_EDGES = 4  # characters that a cell leaves free
_BESIDE = 6  # characters, so that a list stands on single lines
_WIDTHS = {
    Part.TYPE: 22,
    Part.STEM: 46,
    Part.OPTION: 30,
    Part.FEEDBACK: 30,
    Part.KEY: 18,
    Part.EXPLANATION: 40,
    Part.INSTEAD: 36,
    Part.PHASE: 12,
    Part.TOPIC: 24,
    Part.DIFFICULTY: 12,
    Part.JOB: 24,
    Part.RULE: 36,
    Part.LAW: 36,
    Part.CONFIDENCE: 28,
    Part.ID: 28,
    Part.REVISION: 9,
}
_ACTS = (("Ketentuan", 60), ("Menurut ketentuan", 20), ("Fase", 24), ("Catatan", 40), ("Yang sebaiknya dilakukan", 60))
_ARTICLES = (("Dasar hukum", 50), ("Tentang", 44), ("Bunyi atau pokoknya", 70), ("Keadaan", 28))
_TEXT = {"num_format": "@", "text_wrap": True, "valign": "top", "align": "left", "indent": 1}
_HEAD = {**_TEXT, "bold": True, "bottom": 1}
_HEAD_TINTS = ("#EEF1F4", "#DCE6EF")  # an option and its feedback look alike, and unlike the next


def write_question_book(questions: Sequence[Question], pack: Pack) -> Carried:
    """A workbook of questions in the words of `pack`, with its lists to choose from; a template where there are none.

    The same questions make the same bytes. Raises Refusal for a text that is longer than a cell can be.
    """
    out = io.BytesIO()
    table = table_of(questions, pack)
    with Workbook(out, {"in_memory": True}) as book:
        created = dt.datetime.combine(pack.compiled, dt.time(), dt.UTC)
        book.set_properties({"title": f"Soal untuk {pack.title}", "created": created})
        sheets = {name: book.add_worksheet(name) for name in (QUESTIONS, _GUIDE, _RULES, _LAW, _LISTS)}
        sources = _write_lists(book, sheets, pack)
        _write_questions(book, sheets[QUESTIONS], table, sources)
        _write_guide(book, sheets[_GUIDE], pack)
    return Carried(out.getvalue(), table.losses)


def write_question_csv(
    questions: Sequence[Question], pack: Pack, profile: Profile = Profile.EXCEL_INDONESIA
) -> Carried:
    """The same table as CSV, without lists to choose from."""
    out = io.BytesIO()
    table = table_of(questions, pack)
    columns = tuple(Column(place.title, place.title) for place in table.columns)
    rows = (tuple(_guarded(row.get(place, "")) for place in table.columns) for row in table.rows)
    write_csv(out, DataTable("questions", QUESTIONS, columns, rows), profile)
    return Carried(out.getvalue(), table.losses)


def _guarded(text: str) -> str:
    """A text that comes back as it is from where guards are taken away; a NIP would be written in groups."""
    is_nip = len(text) == NIP_LENGTH and text.isascii() and text.isdigit()
    return f"'{text}" if is_nip or without_guard(text) != text else text


def read_question_table(content: bytes, pack: Pack) -> Brought:
    """The questions of a workbook or a CSV, by its bytes; `pack` says what its cells may name.

    Raises Refusal for what is no such file, and FaultyTable for one in which a cell is wrong; then nothing is taken.
    """
    if is_workbook(content):
        sheets = read_workbook(content, _THIS, only_cells=True)
    else:
        sheets = (read_text(content, _THIS, has_questions),)
    return read_table(sheets, pack, beside=(_GUIDE, _RULES, _LAW, _LISTS))


def _write_lists(book: Any, sheets: Mapping[str, Any], pack: Pack) -> Mapping[Part, str]:
    """Writes what may be chosen, and says where the list of each column stands."""
    choices = choices_of(pack)
    sources = {}
    if acts := list(_acts(choices[Part.RULE], pack)):
        sources[Part.RULE] = _range(_RULES, 0, len(acts))
    _write_list(book, sheets[_RULES], _ACTS, acts)
    articles = list(_articles(choices[Part.LAW], pack))
    sources[Part.LAW] = _range(_LAW, 0, len(articles))
    _write_list(book, sheets[_LAW], _ARTICLES, articles)
    sheets[_LAW].set_footer(f"&L{law_stamp(pack.law_as_of)}")
    short = {part: _short_list(part, choices[part]) for part in choices if part not in (Part.RULE, Part.LAW)}
    for column, (part, words) in enumerate(short.items()):
        if words:
            sources[part] = _range(_LISTS, column, len(words))
    heads = [(part.value, _WIDTHS[part] + _BESIDE) for part in short]
    _write_list(book, sheets[_LISTS], heads, list(zip_longest(*short.values(), fillvalue="")))
    return sources


def _acts(choices: Choices[Any], pack: Pack) -> Iterator[tuple[str, ...]]:
    for rule in pack.rules:
        phases = ", ".join(PHASE[phase] for phase in rule.phases)
        caution = "\n".join(filter(None, (local_words(pack, rule.id), *caution_words(rule))))
        yield choices.shown[rule.id], VERDICT[rule.verdict], phases, caution, rule.instead


def _articles(choices: Choices[Any], pack: Pack) -> Iterator[tuple[str, ...]]:
    """What may be cited today; the first is that no prohibition was found."""
    for citation, words in choices.shown.items():
        law = pack.law_by_id.get(citation.law or "")
        if law is None:
            yield words, "", "", ""
        elif law.status.in_force:
            (text,) = (article.text for article in law.articles if article.ref == citation.ref)
            yield words, law.title, text, LAW_STATUS[law.status]


def _short_list(part: Part, choices: Choices[Any]) -> list[str]:
    if part is Part.KEY:
        return [*LETTERS, *(VERDICT[verdict] for verdict in VERDICT_CHOICES)]
    return list(choices.shown.values())


def _range(sheet: str, column: int, rows: int) -> str:
    letter = chr(ord("A") + column)
    return f"='{sheet}'!${letter}$2:${letter}${rows + 1}"


def _write_list(book: Any, sheet: Any, heads: Sequence[tuple[str, int]], rows: Sequence[Sequence[str]]) -> None:
    head, text = book.add_format({**_HEAD, "bg_color": _HEAD_TINTS[0]}), book.add_format(_TEXT)
    for column, (title, width) in enumerate(heads):
        sheet.set_column(column, column, width)
        write_text(sheet, 0, column, title, head)
    for number, row in enumerate(rows, 1):
        _write_row(sheet, number, row, [width for _, width in heads], text)
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)
    _finish_told(sheet)


def _write_row(sheet: Any, number: int, row: Sequence[str], widths: Sequence[int], style: object) -> None:
    """Writes the cells with words, and makes room for them; not all spreadsheets do that by themselves."""
    lines = 1
    for column, (words, width) in enumerate(zip(row, widths, strict=True)):
        if words:
            write_text(sheet, number, column, words, style)
            lines = max(lines, sum(len(wrap(line, width - _EDGES)) or 1 for line in words.split("\n")))
    sheet.set_row(number, min(_LINE * lines, _HIGHEST))


def _finish_told(sheet: Any) -> None:
    """Of a sheet that is only read: one page wide, and not to be written in by mistake."""
    sheet.protect("", {"format_columns": True, "format_rows": True})
    sheet.set_paper(_A4)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)


def _write_questions(book: Any, sheet: Any, table: QuestionTable, sources: Mapping[Part, str]) -> None:
    text = book.add_format(_TEXT)
    heads = [book.add_format({**_HEAD, "bg_color": tint}) for tint in _HEAD_TINTS]
    widths = [_WIDTHS[place.part] for place in table.columns]
    for column, place in enumerate(table.columns):
        sheet.set_column(column, column, widths[column], text)
        tint = place.number % len(heads) if place.part in (Part.OPTION, Part.FEEDBACK) else 0
        write_text(sheet, 0, column, place.title, heads[tint])
        sheet.data_validation(1, column, len(table.rows) + _PREPARED_ROWS, column, _validation(place, sources))
    for number, row in enumerate(table.rows, 1):
        _write_row(sheet, number, [row.get(place, "") for place in table.columns], widths, text)
    sheet.freeze_panes(1, 2)
    sheet.set_selection(1, 0, 1, 0)
    sheet.repeat_rows(0)
    sheet.repeat_columns(0, 1)
    sheet.set_paper(_A4)
    sheet.set_landscape()
    sheet.set_print_scale(_PRINT_SCALE)


def _validation(place: Place, sources: Mapping[Part, str]) -> dict[str, object]:
    """What helps to fill a cell. A key may be something beside its list, which names only its usual forms."""
    told: dict[str, object] = {"input_title": place.title, "input_message": HELP[place.part]}
    if place.part not in sources:
        return {"validate": "any", **told}
    return {
        "validate": "list",
        "source": sources[place.part],
        "show_error": place.part is not Part.KEY,
        "error_title": "Tidak ada dalam daftar",
        "error_message": "Pilih salah satu isi daftar di sel ini, atau kosongkan selnya.",
        **told,
    }


def _write_guide(book: Any, sheet: Any, pack: Pack) -> None:
    """The steps, and below them one example of each type, its cells in the words of the table."""
    text, label = book.add_format(_TEXT), book.add_format({**_TEXT, "bold": True})
    sheet.set_column(0, 0, _LABEL_WIDTH, label)
    sheet.set_column(1, len(EXAMPLES), _EXAMPLE_WIDTH)
    write_text(sheet, 0, 0, f"Menulis soal untuk {pack.title}", book.add_format({"bold": True, "font_size": 14}))
    source = f"Menurut {pack.title} versi {pack.version}. {law_stamp(pack.law_as_of)}"
    for number, (name, told) in enumerate((*STEPS, ("Isi daftar", source)), 2):
        sheet.merge_range(number, 1, number, len(EXAMPLES), "", text)
        _write_row(sheet, number, ("", told), (_LABEL_WIDTH, len(EXAMPLES) * _EXAMPLE_WIDTH), text)
        write_text(sheet, number, 0, name, label)
    table = table_of(EXAMPLES, pack)
    widths = [_LABEL_WIDTH, *[_EXAMPLE_WIDTH] * len(EXAMPLES)]
    head = book.add_format({**_HEAD, "bg_color": _HEAD_TINTS[0]})
    told_of = (place for place in table.columns if any(place in row for row in table.rows))
    for number, place in enumerate(told_of, len(STEPS) + 4):
        cells = ["", *(row.get(place, "") for row in table.rows)]
        _write_row(sheet, number, cells, widths, head if place.part is Part.TYPE else text)
        write_text(sheet, number, 0, place.title, head if place.part is Part.TYPE else label)
    sheet.hide_gridlines(2)
    _finish_told(sheet)
