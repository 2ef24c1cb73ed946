"""What leading a briefing from the terminal needs, joined: its store, its content, and the hall behind it."""

from asnquiz.cli.class_serve import ClassDesk
from asnquiz.content.markdown import prose
from asnquiz.documents.roster_file import read_sheets
from asnquiz.domain.briefing import Briefing
from asnquiz.domain.pack import Pack
from asnquiz.domain.refusal import Refusal
from asnquiz.programs.lan import lan_addresses
from asnquiz.programs.learning import Learning
from asnquiz.programs.paths import Paths
from asnquiz.usecases.briefing_ports import Hall, TellHall


def class_desk(paths: Paths, learning: Learning) -> ClassDesk:
    """The desk over a data folder that is open. Raises Refusal where the briefings in it cannot be used."""
    store, clock = learning.briefings.store, learning.clock

    def start(briefing: Briefing, pack: Pack, host: str, tell: TellHall) -> Hall:
        from asnquiz.classroom.hall import start_hall  # the server's libraries, which a list does without

        return start_hall(briefing, pack, store, clock, tell, host=host)

    return ClassDesk(paths.data, store, learning.packs, clock, prose, read_sheets, _likeliest_host, start)


def _likeliest_host() -> str:
    found = lan_addresses()
    if not found:
        raise Refusal(
            "Komputer ini belum tersambung ke jaringan. Sambungkan ke router atau Wi-Fi, lalu ulangi, atau tulis "
            "alamatnya dengan --host."
        )
    return found[0].host
