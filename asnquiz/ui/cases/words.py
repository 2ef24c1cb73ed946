"""What is said of a case study: its state, its two measures and how they change, and its map for those who read it."""

from collections.abc import Iterable, Iterator
from string import ascii_uppercase

from asnquiz.domain.case_study import Measures, Walk, endings_of
from asnquiz.domain.pack import Choice
from asnquiz.domain.wording import ENDING_KIND, signed_words
from asnquiz.usecases.study_case import CaseStanding, CaseState

TRUST = "Kepercayaan publik"
RISK = "Risiko sanksi"
NO_RULE = "Ketentuan tentang tindakan ini belum dipilih."
STAYS_HERE = (
    "Studi kasus tidak dinilai dan tidak memiliki batas lulus. Pilihan Anda hanya tersimpan di komputer ini dan tidak "
    "ikut dalam berkas nilai."
)
_EXCERPT = 60


def state_words(standing: CaseStanding) -> str:
    """Belum dimulai; Sedang berjalan · 1 dari 4 akhir sudah dicapai."""
    reached = f"{standing.reached} dari {standing.endings} akhir sudah dicapai"
    match standing.state:
        case CaseState.UNTOUCHED:
            return f"Belum dimulai · {standing.endings} kemungkinan akhir"
        case CaseState.UNDER_WAY:
            return f"Sedang berjalan · {reached}"
        case CaseState.ENDED:
            return reached[0].upper() + reached[1:]


def change_words(choice: Choice, after: Measures) -> tuple[tuple[int, str], tuple[int, str]]:
    """For each measure the change and its words: Kepercayaan publik naik 1 (+1), menjadi 3."""
    return (
        (choice.trust, _change(TRUST, choice.trust, after.trust)),
        (choice.risk, _change(RISK, choice.risk, after.risk)),
    )


def _change(name: str, by: int, after: int) -> str:
    if by == 0:
        return f"{name} tetap {signed_words(after)}"
    return f"{name} {'naik' if by > 0 else 'turun'} {abs(by)} ({signed_words(by)}), menjadi {signed_words(after)}"


def course_words(values: Iterable[int]) -> str:
    """Perjalanan: 0 → +1 → −1."""
    return f"Perjalanan: {' → '.join(map(signed_words, values))}"


def map_words(walk: Walk) -> Iterator[str]:
    """All that the map shows, a line for each scene ever seen; what was not seen is counted and not named."""
    scenes = walk.scenario.scenes
    walked = {step.scene: step.choice for step in walk.path}
    for number, step in enumerate(walk.path, start=1):
        yield f"Langkah {number}: {_choices(walk, step.scene, walked)}."
    if walk.ending is None:
        yield f"Langkah {len(walk.path) + 1}, adegan sekarang: {_choices(walk, walk.present, walked)}."
    elsewhere = [name for name in scenes if name in walk.visited and walk.place_of(name) is None]
    for name in elsewhere:
        if scenes[name].ending is None:
            yield f"Adegan di jalan lain, “{excerpt(scenes[name].text)}”: {_choices(walk, name, walked)}."
    if unseen := sum(name not in walk.visited and scene.ending is None for name, scene in scenes.items()):
        yield f"{unseen} adegan belum Anda lalui."
    reached, total = walk.endings_reached, len(endings_of(walk.scenario))
    titles = []
    for name in reached:
        ending = scenes[name].ending
        if ending:
            titles.append(f"“{ending.title}” ({ENDING_KIND[ending.kind].lower()})")
    told = f": {'; '.join(titles)}" if titles else ""
    yield f"Akhir yang sudah dicapai, {len(reached)} dari {total}{told}."


def _choices(walk: Walk, scene: str, walked: dict[str, int]) -> str:
    """A diambil di jalan ini; B pernah dicoba; C, D belum dicoba."""
    states: dict[str, list[str]] = {"diambil di jalan ini": [], "pernah dicoba": [], "belum dicoba": []}
    for position in range(len(walk.scenario.scenes[scene].choices)):
        tried = "pernah dicoba" if (scene, position) in walk.tried else "belum dicoba"
        state = "diambil di jalan ini" if walked.get(scene) == position else tried
        states[state].append(ascii_uppercase[position])
    return "; ".join(f"{', '.join(letters)} {state}" for state, letters in states.items() if letters)


def excerpt(words: str) -> str:
    """The first sentence of a text; of a long one its beginning, cut between words."""
    sentence, stop, _ = " ".join(words.split()).partition(". ")
    if len(sentence) > _EXCERPT:
        return f"{sentence[:_EXCERPT].rsplit(' ', 1)[0]} …"
    return sentence + stop.rstrip()
