"""What an office passes on, on its way into files; what makes them is loaded only where one is made."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from asnquiz.domain.data_table import DataFile
from asnquiz.domain.office_report import OfficeReport
from asnquiz.domain.pack import Pack
from asnquiz.usecases.write_reminders import Reminder


def save_data(path: Path, file: DataFile, for_excel: bool = True) -> Sequence[Path]:
    """Writes tables as the name ends, and gives the files; a CSV for Excel in Indonesian, or for programs anywhere."""
    from asnquiz.documents.csv_file import Profile
    from asnquiz.documents.data_files import write_data_file
    from asnquiz.scorefiles.durable import write_by

    profile = Profile.EXCEL_INDONESIA if for_excel else Profile.INTERNATIONAL
    return write_data_file(path, file, put=write_by, profile=profile)


def save_pdf(path: Path, report: OfficeReport, pack: Pack) -> None:
    from asnquiz.documents.report import report_pdf
    from asnquiz.programs.routes.documents import press_for
    from asnquiz.scorefiles.durable import write

    write(path, report_pdf(press_for(pack), report))


def save_letter(path: Path, report: OfficeReport, pack: Pack, now: datetime) -> None:
    from asnquiz.documents.office_letters import results_docx
    from asnquiz.scorefiles.durable import write
    from asnquiz.usecases.write_results_letter import write_results_letter

    write(path, results_docx(write_results_letter(report, pack, now)))


def save_reminders(path: Path, reminders: Sequence[Reminder]) -> None:
    from asnquiz.documents.office_letters import reminders_docx
    from asnquiz.scorefiles.durable import write

    write(path, reminders_docx(reminders))
