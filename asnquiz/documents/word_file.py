"""A Word document as offices edit them: real styles on A4, numbered lists, tables whose head stands on every page."""

import datetime as dt
import io
from collections.abc import Iterable, Sequence
from copy import deepcopy
from typing import Any, Final, NamedTuple

from docx import Document
from docx.enum.section import WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Length, Pt
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

# LEAD is text that stays on the page of what follows it.
BODY, LEAD, TITLE, HEADING, CAPTION, NOTE = "Normal", "Pengantar", "Title", "Heading 1", "Caption", "Keterangan"
ADDRESSEE, SIGNATURE, SIGNATORY = "Alamat Tujuan", "Tanda Tangan", "Penanda Tangan"
_HEAD_NAME, _HEAD_ADDRESS, _HEAD_LINE = "Kop Surat", "Alamat Kop", "Garis Kop"
_FACT, _POINT, _FOOTER = "Uraian", "List Number", "Footer"
_COLUMN_TITLE, _CELL, _FIGURE = "Judul Kolom", "Isi Tabel", "Angka Tabel"
_FONT: Final = "Arial"
_LANGUAGE: Final = "id-ID"
_PAGE: Final = (Cm(21), Cm(29.7))
_MARGIN: Final = Cm(2.5)
_WIDTH: Final = _PAGE[0] - 2 * _MARGIN
_COLON: Final = Cm(3.6)
_VALUE: Final = Cm(4)
_NUMBER: Final = Cm(0.9)
_SIGNED_AT: Final = Cm(8.5)
_ROOM_TO_SIGN: Final = 56
_HEAD_NAMES = 2  # lines of a letterhead that say whose it is; addresses come below
_SHADE = "E7E6E6"


class _Look(NamedTuple):
    """Sizes and spaces in points; `left` is how far the text stands in, `first` its first line from there."""

    size: float
    bold: bool = False
    align: WD_ALIGN_PARAGRAPH = WD_ALIGN_PARAGRAPH.LEFT
    before: float = 0
    after: float = 0
    leading: float = 1
    left: Length = Length(0)
    first: Length = Length(0)
    with_next: bool = False


_STYLES: Final = {
    BODY: _Look(11, align=WD_ALIGN_PARAGRAPH.JUSTIFY, after=6, leading=1.15),
    LEAD: _Look(11, align=WD_ALIGN_PARAGRAPH.JUSTIFY, after=6, leading=1.15, with_next=True),
    TITLE: _Look(13, bold=True, align=WD_ALIGN_PARAGRAPH.CENTER, before=6, after=12),
    HEADING: _Look(11, bold=True, before=12, after=4, with_next=True),
    CAPTION: _Look(10, bold=True, before=6, after=2, with_next=True),
    NOTE: _Look(9, after=4, with_next=True),
    ADDRESSEE: _Look(11, before=12, after=12),
    SIGNATURE: _Look(11, left=_SIGNED_AT, after=2, with_next=True),
    SIGNATORY: _Look(11, left=_SIGNED_AT, before=_ROOM_TO_SIGN, after=2, with_next=True),
    _HEAD_NAME: _Look(14, bold=True, align=WD_ALIGN_PARAGRAPH.CENTER),
    _HEAD_ADDRESS: _Look(9, align=WD_ALIGN_PARAGRAPH.CENTER),
    _HEAD_LINE: _Look(4, after=12),
    _FACT: _Look(11, after=2, left=_VALUE, first=Length(-_VALUE)),
    _POINT: _Look(11, align=WD_ALIGN_PARAGRAPH.JUSTIFY, after=6, leading=1.15),
    _FOOTER: _Look(8),
    _COLUMN_TITLE: _Look(9, bold=True, align=WD_ALIGN_PARAGRAPH.CENTER, before=2, after=2),
    _CELL: _Look(9, before=1, after=1),
    _FIGURE: _Look(9, align=WD_ALIGN_PARAGRAPH.RIGHT, before=1, after=1),
}


class WordFile:
    """A document that is written from its beginning to its end."""

    def __init__(self, title: str, author: str, made: dt.datetime, footer: str) -> None:
        """`made`, aware, is told as when it was made and changed; `footer` stands beside the number of each page."""
        self._document = Document()
        self._tell_of_itself(title, author, made)
        self._set_language()
        self._set_styles()
        self._numbers = self._set_numbers()
        self._lay_out(footer)

    def letterhead(self, lines: Sequence[str]) -> None:
        """The head of an office's paper, as the office wrote it, with a line under it."""
        for place, words in enumerate(lines):
            self.text(words, _HEAD_NAME if place < _HEAD_NAMES else _HEAD_ADDRESS)
        self.text("", _HEAD_LINE)

    def text(self, words: str, style: str = BODY, *, on_new_page: bool = False) -> None:
        """A paragraph, in a style of this module."""
        self._put(words, style).paragraph_format.page_break_before = on_new_page or None

    def facts(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Label and value of each, with the colons below one another."""
        for label, value in pairs:
            self._put(f"{label}\t:\t{value}", _FACT)

    def points(self, lines: Iterable[str]) -> None:
        """A list, numbered from 1 on."""
        num = self._document.part.numbering_part.element.add_num(self._numbers.get(qn("w:abstractNumId")))
        num.add_lvlOverride(ilvl=0).add_startOverride(1)
        for words in lines:
            number = self._put(words, _POINT)._p.get_or_add_pPr().get_or_add_numPr()
            number.get_or_add_ilvl().val = 0
            number.get_or_add_numId().val = num.numId

    def table(self, columns: Sequence[tuple[str, int, bool]], rows: Iterable[Sequence[str]]) -> None:
        """A table over the whole width, of columns with a title, a share of the width, and whether they are figures."""
        table = self._document.add_table(2, len(columns), "Table Grid")
        table.autofit = False
        whole = sum(weight for _, weight, _ in columns)
        head, body = table.rows
        for place, (title, weight, figure) in enumerate(columns):
            width = Length(_WIDTH * weight // whole)
            table.columns[place].width = head.cells[place].width = body.cells[place].width = width
            _fill(head.cells[place].paragraphs[0], title, _COLUMN_TITLE)
            _fill(body.cells[place].paragraphs[0], "–", _FIGURE if figure else _CELL)
            _add(head.cells[place]._tc.get_or_add_tcPr(), "w:shd", val="clear", color="auto", fill=_SHADE)
        for row in (head, body):
            _add(row._tr.get_or_add_trPr(), "w:cantSplit")
        _add(head._tr.get_or_add_trPr(), "w:tblHeader")
        table._tbl.remove(body._tr)
        for cells in rows:
            # A copy: rows that are made cell by cell take minutes for a large office.
            copied = deepcopy(body._tr)
            for text, words in zip(copied.iter(qn("w:t")), cells, strict=True):
                text.text = words
            table._tbl.append(copied)

    def begin_again(self) -> None:
        """What follows begins on a page of its own, which has the number 1."""
        self._document.add_section(WD_SECTION.NEW_PAGE)

    def data(self) -> bytes:
        """The file."""
        buffer = io.BytesIO()
        self._document.save(buffer)
        return buffer.getvalue()

    def _put(self, words: str, style: str) -> Paragraph:
        return self._document.add_paragraph(words, style)

    def _tell_of_itself(self, title: str, author: str, made: dt.datetime) -> None:
        told = self._document.core_properties
        told.title, told.author, told.last_modified_by, told.comments = title, author, author, ""
        told.created = told.modified = made.astimezone(dt.UTC)
        told.language = _LANGUAGE
        # The library's sample has a picture of itself.
        relations = self._document.part.package.rels
        for key in [key for key, one in relations.items() if one.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
            del relations[key]

    def _set_language(self) -> None:
        """Where Word looks for the language to spell in; that the sample is spelled right says nothing of this text."""
        defaults = self._document.styles.element.find(qn("w:docDefaults"))
        for language in defaults.iter(qn("w:lang")):
            language.set(qn("w:val"), _LANGUAGE)
        settings = self._document.settings.element
        settings.find(qn("w:themeFontLang")).set(qn("w:val"), _LANGUAGE)
        settings.remove(settings.find(qn("w:proofState")))
        for setting in settings.iter(qn("w:compatSetting")):
            if setting.get(qn("w:name")) == "compatibilityMode":
                setting.set(qn("w:val"), "15")  # that of Word since 2013, which calls others limited

    def _set_styles(self) -> None:
        styles = self._document.styles
        known = {style.name for style in styles}
        for name, look in _STYLES.items():
            style = styles[name] if name in known else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
            if not isinstance(style, ParagraphStyle):
                raise TypeError(name)
            _set(style, look)
        border = _add(styles[_HEAD_LINE].element.get_or_add_pPr(), "w:pBdr", before=("w:spacing",))
        _add(border, "w:bottom", val="thinThickSmallGap", sz="18", space="1", color="auto")

    def _set_numbers(self) -> Any:
        """How points are numbered, with room for two digits; a list's own word on its room counts, not its style's."""
        numbering = self._document.part.numbering_part.element
        of_style = numbering.num_having_numId(self._document.styles[_POINT].element.pPr.numPr.numId.val)
        (numbers,) = numbering.xpath(f"w:abstractNum[@w:abstractNumId='{of_style.abstractNumId.val}']")
        for tabs in list(numbers.iter(qn("w:tabs"))):
            tabs.getparent().remove(tabs)
        for room in numbers.iter(qn("w:ind")):
            for side in ("w:left", "w:hanging"):
                room.set(qn(side), str(_NUMBER.twips))
        return numbers

    def _lay_out(self, footer: str) -> None:
        section = self._document.sections[0]
        section.page_width, section.page_height = _PAGE
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = _MARGIN
        _add(section._sectPr, "w:pgNumType", before=("w:cols", "w:docGrid"), start="1")
        line = section.footer.paragraphs[0]
        line.paragraph_format.tab_stops.add_tab_stop(Length(_WIDTH), WD_TAB_ALIGNMENT.RIGHT)
        line.add_run(f"{footer}\tHalaman ")
        _add(line._p, "w:fldSimple", instr="PAGE").append(line.add_run("1")._r)


def _set(style: ParagraphStyle, look: _Look) -> None:
    """Makes a style look so, whatever the library's sample has made of it; its outline and numbers stay."""
    element = style.element
    if element.rPr is not None:
        element.remove(element.rPr)
    properties = element.get_or_add_pPr()
    for tag in ("w:pBdr", "w:tabs"):
        for found in properties.findall(qn(tag)):
            properties.remove(found)
    style.hidden = style.unhide_when_used = False
    style.font.name, style.font.size, style.font.bold = _FONT, Pt(look.size), look.bold
    for script in ("w:eastAsia", "w:cs"):
        element.rPr.rFonts.set(qn(script), _FONT)
    layout = style.paragraph_format
    layout.alignment, layout.line_spacing, layout.keep_with_next = look.align, look.leading, look.with_next
    layout.space_before, layout.space_after = Pt(look.before), Pt(look.after)
    layout.left_indent, layout.first_line_indent = look.left or None, look.first or None
    if style.name == _FACT:
        for stop in (_COLON, _VALUE):
            layout.tab_stops.add_tab_stop(stop)


def _fill(paragraph: Paragraph, words: str, style: str) -> None:
    paragraph.style = style
    paragraph.add_run(words)


def _add(parent: Any, tag: str, before: Sequence[str] = (), **values: str) -> Any:
    """A new element of OOXML, with attributes of the same namespace, before the first of some others or at the end."""
    element = OxmlElement(tag, {qn(f"w:{name}"): value for name, value in values.items()})
    later = next((found for found in parent if found.tag in map(qn, before)), None)
    if later is None:
        parent.append(element)
    else:
        later.addprevious(element)
    return element
