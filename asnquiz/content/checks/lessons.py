"""Lessons: rule tables that can be filled, check questions that exist, and only the Markdown that a page can show."""

from collections.abc import Iterator

from asnquiz.content import layout
from asnquiz.content.contents import Contents, Entry
from asnquiz.content.markdown import read_prose
from asnquiz.domain.fault import Fault
from asnquiz.domain.pack import Lesson


def lesson_faults(contents: Contents) -> Iterator[Fault]:
    """Faults of the files in materi/."""
    for entry in contents.lessons.entries:
        lesson = entry.value
        yield from contents.rules.unresolved(entry, lesson.rules, "rules")
        yield from contents.items.unresolved(entry, lesson.checks, "checks")
        yield from _check_faults(entry, contents)
        for key in ("order", "minutes"):
            if getattr(lesson, key) < 1:
                yield entry.fault(f"{key} paling sedikit 1.", key)
        yield from _body_faults(entry, contents)


def _check_faults(entry: Entry[Lesson], contents: Contents) -> Iterator[Fault]:
    checks = entry.value.checks
    for index, check in enumerate(checks):
        item = contents.items.by_id.get(check)
        if check in checks[:index]:
            yield entry.fault(f'"{check}" sudah ditulis di atas; hapus salah satu.', "checks", index)
        elif item is not None and not item.scored:
            yield entry.fault(f'Soal "{check}" tidak dinilai, jadi tidak dapat menjadi cek pemahaman.', "checks", index)


def _body_faults(entry: Entry[Lesson], contents: Contents) -> Iterator[Fault]:
    start = entry.document.place(("body",)).line
    if not entry.value.body.strip():
        yield entry.fault("Materi ini belum berisi teks.", "body")
    reading = read_prose(entry.value.body)
    for line, message in reading.faults:
        yield Fault(entry.file, start + line - 1, 1, entry.id, message)
    for line, picture in reading.named_pictures:
        if layout.picture_file(picture) not in contents.pictures:
            message = f'Gambar "{layout.picture_file(picture)}" tidak ada; periksa ejaannya.'
            yield Fault(entry.file, start + line - 1, 1, entry.id, message)
    for line, rule in reading.named_rules:
        if contents.rules.lacks(rule):
            message = f'"{rule}" dalam tabel aturan tidak ada di {contents.rules.named}; periksa ejaannya.'
            yield Fault(entry.file, start + line - 1, 1, entry.id, message)
