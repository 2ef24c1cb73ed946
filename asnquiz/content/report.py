"""A pack as one page for people who review it: all that is taught, with its law and its keys, to read and print."""

from pathlib import Path

from mako.lookup import TemplateLookup

from asnquiz.content.compiled import identity
from asnquiz.content.markdown import prose
from asnquiz.domain import wording
from asnquiz.domain.pack import LESSON_PARTS, Pack, Phase
from asnquiz.painting.recolour import recoloured
from asnquiz.painting.tokens import DARK, LIGHT
from asnquiz.usecases.check_pack import Checked

_TEMPLATES = TemplateLookup([str(Path(__file__).parent / "templates")], default_filters=["h"], strict_undefined=True)


def report_html(pack: Pack, checked: Checked) -> str:
    """A sound pack as one HTML page, without scripts and without anything from elsewhere.

    It is light or dark as the reader's screen is, and meant to be printed too.
    """
    page: str = _TEMPLATES.get_template("report.html").render(
        pack=pack,
        counts=checked.counts,
        spread=checked.statistics,
        identity=identity(pack),
        parts=LESSON_PARTS,
        phases=Phase,
        blocks=prose,
        light=LIGHT,
        dark=DARK,
        in_dark=lambda svg: recoloured(svg, DARK),
        words=wording,
    )
    return page.strip() + "\n"  # the definitions before the page leave empty lines
