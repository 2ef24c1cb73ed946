"""Every rule is taught: what may be scored by a question that is, everything else by a discussion card or a lesson."""

from collections.abc import Iterator

from asnquiz.content.contents import Contents
from asnquiz.domain.fault import Fault


def coverage_faults(contents: Contents) -> Iterator[Fault]:
    """Rules that nothing asks or teaches; nothing is said while a question or lesson cannot be read."""
    if not (contents.items.whole and contents.lessons.whole):
        return
    items = [entry.value for entry in contents.items.entries]
    scored = {rule for item in items if item.scored for rule in item.rules}
    discussed = {rule for item in items if not item.scored for rule in item.rules}
    discussed |= {rule for entry in contents.lessons.entries for rule in entry.value.rules}
    for entry in contents.rules.entries:
        rule = entry.value
        if rule.scorable and rule.id not in scored:
            yield entry.fault(f'Belum ada soal bernilai tentang ketentuan "{rule.id}"; tulis satu.', "id")
        elif not rule.scorable and rule.id not in discussed:
            yield entry.fault(
                f'Ketentuan "{rule.id}" tidak dinilai, dan belum ada soal tanpa nilai atau materi (rules) tentangnya; '
                "tulis satu.",
                "id",
            )
