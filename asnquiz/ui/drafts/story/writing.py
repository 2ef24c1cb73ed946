"""A case study while it is written: its content now and before, what is chosen of it, and what is wrong with it."""

from collections.abc import Callable, Mapping, Sequence
from string import ascii_uppercase
from typing import Any, Protocol

from asnquiz.domain import story
from asnquiz.domain.case_study import Walk, Way, ways_of
from asnquiz.domain.draft import Draft
from asnquiz.domain.pack import EndingKind, Pack, Rule, Scenario
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.story import Content, Path
from asnquiz.domain.wording import ENDING_KIND
from asnquiz.painting.story_map import Spot
from asnquiz.ui.cases.words import excerpt
from asnquiz.usecases.local_ports import Finding
from asnquiz.usecases.ports import Clock
from asnquiz.usecases.study_case import Study

SAVED, SAVING, NOT_SAVED = "Tersimpan", "Menyimpan …", "Belum tersimpan"

# Keeps a content and then tells what is wrong with it; or says that it could not be kept.
Keep = Callable[[Content, Callable[[tuple[Finding, ...]], None], Callable[[], None]], None]

# What can be undone: enough for an afternoon, and small beside what else the program holds.
_MOST_STEPS = 500


class StoryView(Protocol):
    """What the presenter asks of its page."""

    def show_content(self, *, anew: bool) -> None:
        """The content is another; `anew` where not only what is typed in the form has changed."""

    def show_chosen(self) -> None: ...

    def show_findings(self) -> None: ...

    def show_saving(self, words: str) -> None: ...

    def refuse(self, words: str) -> None: ...


class StoryWriting:
    """Writes one draft of a case study.

    `found` is what keeps the draft as it stands from being published. `pack` has the rules that can be chosen, the
    office's own among them.

    Attributes:
        content: as it stands now.
        scenario: the case study as far as it is written.
        faults, advice: what keeps it from being published, and what is worth a thought.
        chosen: the scene, or one of its choices, that is worked on; None for the case study as a whole.
        failed: whether what stands here could not be kept.
        as_list: whether the scenes are shown as a list.
    """

    def __init__(
        self,
        draft: Draft,
        pack: Pack,
        found: tuple[Finding, ...],
        *,
        keep: Keep,
        clock: Clock,
    ) -> None:
        self.content: Content = draft.content
        self.pack = pack
        self.chosen: Spot | None = None
        self.view: StoryView | None = None
        self.failed = False
        self.as_list = False
        self._id = draft.id
        self._keep = keep
        self.clock = clock
        self._found = found
        self._sent = self.content
        self._before: list[tuple[Content, Spot | None]] = []
        self._after: list[tuple[Content, Spot | None]] = []
        self._typed: Path | None = None
        self._see()

    def value(self, *path: str | int) -> Any:
        return story.value_at(self.content, path)

    # What is wrong.

    def _see(self) -> None:
        """Reads the content, and finds what is wrong: as a graph at once, all else as it was found last.

        A case study in which nothing is written yet is not full of faults.
        """
        self.scenario: Scenario = story.case_of(self.content, self._id)
        self.faults: tuple[Finding, ...] = ()
        self.advice: tuple[Finding, ...] = ()
        if not any(self.content.values()):
            return
        faults = {(one.path, one.words): None for one in story.faults_of(self.content)}
        advice = {(one.path, one.words): None for one in story.advice_of(self.content)}
        said = {path for path, _ in faults if path[-1] in ("to", "start")}
        for one in self._found:
            if one.path not in said:
                (advice if one.advice else faults).setdefault((one.path, one.message))
        self.faults = tuple(Finding(path, words) for path, words in faults)
        self.advice = tuple(Finding(path, words, advice=True) for path, words in advice if (path, words) not in faults)

    @property
    def faulty(self) -> Mapping[str, int]:
        """How many things are to be mended in each scene that has some."""
        count: dict[str, int] = {}
        for fault in self.faults:
            if spot := self.spot_of(fault.path):
                count[spot[0]] = count.get(spot[0], 0) + 1
        return count

    def spot_of(self, path: Path) -> Spot | None:
        """What a path leads into, where it is there; None for the case study as a whole."""
        match path:
            case ("scenes", str(name), "choices", int(at), *_) if self.value("scenes", name, "choices", at) is not None:
                return name, at
            case ("scenes", str(name), *_) if self.value("scenes", name) is not None:
                return name, None
            case _:
                return None

    # What is chosen.

    def choose(self, spot: Spot | None) -> None:
        """Works on another scene, choice, or the whole from now on."""
        self._typed = None
        self.chosen = spot
        if self.view:
            self.view.show_chosen()

    def spot_words(self, spot: Spot | None) -> str:
        """A scene or choice in words, as a screen reader says it."""
        if spot is None:
            return "Studi kasus ini"
        (name, at), scenario = spot, self.scenario
        scene = scenario.scenes[name]
        wrong = f", {count} hal perlu dibenahi" if (count := self.faulty.get(name)) else ""
        if at is not None:
            choice = scene.choices[at]
            words = choice.text or "belum ditulis"
            return f"Pilihan {ascii_uppercase[at]} dari {name}: {words}, {leads_words(choice.to, scenario)}"
        begun = ", awal cerita" if name == scenario.start else ""
        told = excerpt(scene.text) if scene.text else "cerita belum ditulis"
        return f"Adegan {name}{begun}: {told}, {scene_end_words(scenario, name)}{wrong}"

    def whole_words(self, spot: Spot) -> str:
        """All that is written of a scene, or of a choice."""
        name, at = spot
        scene = self.scenario.scenes[name]
        return scene.text if at is None else scene.choices[at].text

    def onward(self) -> Spot | None:
        """From a scene to its first choice, from a choice to where it leads; where there is none, what is chosen."""
        scenes = self.scenario.scenes
        match self.chosen:
            case None:
                return self.first
            case (name, None):
                return (name, 0) if scenes[name].choices else self.chosen
            case (name, int(at)):
                to = scenes[name].choices[at].to
                return (to, None) if to in scenes else self.chosen

    def backward(self) -> Spot | None:
        """From a choice to its scene, from a scene to the first choice of another that leads there."""
        match self.chosen:
            case None:
                return self.first
            case (name, None):
                ways = (way for way, to in ways_of(self.scenario) if to == name and way[0] != name)
                return next(ways, self.chosen)
            case (name, _):
                return name, None

    @property
    def first(self) -> Spot | None:
        """The start, or else the first scene."""
        scenario = self.scenario
        names = [scenario.start, *scenario.scenes] if scenario.start in scenario.scenes else [*scenario.scenes]
        return (names[0], None) if names else None

    # What is done.

    def write(self, path: Path, value: Any) -> None:
        """Puts a value at a path; what is typed there one letter after another is undone at once."""
        if self.value(*path) == value or (value in (None, "") and self.value(*path) is None):
            return
        goes_on, self._typed = self._typed == path, path
        self._take(story.put(self.content, path, value), self.chosen, goes_on=goes_on, anew=False)

    def add_scene(self) -> None:
        name = story.free_name(self.content)
        self._try(lambda: (story.add_scene(self.content, name), (name, None)))

    def add_choice(self, scene: str) -> None:
        """Adds a choice that leads nowhere yet, and works on it."""
        at = len(self.scenario.scenes[scene].choices)
        self._try(lambda: (story.add_choice(self.content, scene), (scene, at)))

    def add_choice_with_scene(self, scene: str) -> None:
        """Adds a choice that leads to a new scene; the choice is worked on."""
        name, at = story.free_name(self.content), len(self.scenario.scenes[scene].choices)

        def grown() -> tuple[Content, Spot | None]:
            with_both = story.add_scene(story.add_choice(self.content, scene), name)
            return story.join(with_both, (scene, at), name), (scene, at)

        self._try(grown)

    def join(self, way: Way, to: str) -> None:
        self._try(lambda: (story.join(self.content, way, to), way))

    def join_to_new(self, way: Way) -> None:
        name = story.free_name(self.content)
        self._try(lambda: (story.join(story.add_scene(self.content, name), way, name), way))

    def rename(self, scene: str, wanted: str) -> None:
        """Raises Refusal."""
        renamed = story.rename_scene(self.content, scene, wanted)
        if renamed is not self.content:
            self._take(renamed, (wanted, None), anew=True)

    def start_at(self, scene: str) -> None:
        self._try(lambda: (story.put(self.content, ("start",), scene), self.chosen))

    def end(self, scene: str, kind: EndingKind | None) -> None:
        """Makes a scene an ending of a kind, which takes its choices away; or none."""
        if kind is None:
            self._try(lambda: (story.go_on_from(self.content, scene), (scene, None)))
        else:
            self._try(lambda: (story.end_scene(self.content, scene, kind), (scene, None)))

    def move(self, by: int) -> None:
        """Moves the chosen choice among those of its scene."""
        match self.chosen:
            case (name, int(at)):
                self._move((name, at), at + by)

    def _move(self, way: Way, to: int) -> None:
        if 0 <= to < len(self.scenario.scenes[way[0]].choices):
            self._try(lambda: (story.move_choice(self.content, way, to), (way[0], to)))

    def remove_choice(self, way: Way) -> None:
        self._try(lambda: (story.remove_choice(self.content, way), (way[0], None)))

    def remove_scene(self, scene: str, *, keep_choices: bool) -> None:
        self._try(lambda: (story.remove_scene(self.content, scene, keep_choices=keep_choices), None))

    def ways_to(self, scene: str) -> int:
        return story.ways_to(self.content, scene)

    def undo(self) -> None:
        self._go(self._before, self._after)

    def redo(self) -> None:
        self._go(self._after, self._before)

    @property
    def may_undo(self) -> bool:
        return bool(self._before)

    @property
    def may_redo(self) -> bool:
        return bool(self._after)

    def _go(self, source: list[tuple[Content, Spot | None]], other: list[tuple[Content, Spot | None]]) -> None:
        if not source:
            return
        other.append((self.content, self.chosen))
        self.content, self.chosen = source.pop()
        self._changed(anew=True)

    def _try(self, act: Callable[[], tuple[Content, Spot | None]]) -> None:
        try:
            content, spot = act()
        except Refusal as refusal:
            if self.view:
                self.view.refuse(str(refusal))
            return
        if content == self.content:
            self.choose(spot)
        else:
            self._take(content, spot, anew=True)

    def _take(self, content: Content, spot: Spot | None, *, goes_on: bool = False, anew: bool) -> None:
        if not goes_on:
            self._before.append((self.content, self.chosen))
            del self._before[:-_MOST_STEPS]
        self._after.clear()
        self.content, self.chosen = content, spot
        self._changed(anew=anew)

    def _changed(self, *, anew: bool) -> None:
        self._see()
        if self.view:
            self.view.show_content(anew=anew)
            self.view.show_saving(SAVING)
        if anew:
            self.flush()

    def flush(self, then: Callable[[], None] = lambda: None) -> None:
        """Sends what stands here to be kept, where it was not yet; `then` follows once it is."""
        self._typed = None
        if self._sent is self.content and not self.failed:
            then()
            return
        sent = self._sent = self.content

        def kept(found: tuple[Finding, ...]) -> None:
            self.failed, self._found = False, found
            self._see()
            if self.view:
                self.view.show_saving(SAVED if sent is self.content else SAVING)
                self.view.show_findings()
            then()

        def lost() -> None:
            self.failed = True
            if self.view:
                self.view.show_saving(NOT_SAVED)

        self._keep(sent, kept, lost)

    # What can be chosen from, and walked.

    def rules(self, words: str) -> Sequence[Rule]:
        """The rules that have all these words, those for the phase of the case study first."""
        wanted, phase = words.casefold().split(), self.value("phase")
        fit = [rule for rule in self.pack.rules if all(word in _searched(rule) for word in wanted)]
        fit.sort(key=lambda rule: bool(rule.phases) and phase not in [one.value for one in rule.phases])
        return fit if wanted else ()

    def study(self, start: str) -> Study:
        """The case study from one of its scenes, to be walked as a learner will."""
        return Study(self.pack, Walk(story.walkable(self.scenario, start)))


def _searched(rule: Rule) -> str:
    return " ".join((rule.act, rule.reason, *rule.words, rule.id)).casefold()


def leads_words(to: str, scenario: Scenario) -> str:
    """Where a choice leads: menuju kantor."""
    return f"menuju {to}" if to in scenario.scenes else "belum menuju ke mana pun"


def scene_end_words(scenario: Scenario, name: str) -> str:
    """How a scene goes on: 2 pilihan; akhir baik."""
    scene = scenario.scenes[name]
    if scene.ending:
        return f"{ENDING_KIND[scene.ending.kind].lower()}, {scene.ending.title or 'judul belum ditulis'}"
    return f"{len(scene.choices)} pilihan" if scene.choices else "belum ada pilihan"
