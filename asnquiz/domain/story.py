"""A case study while it is written, over the plain content of its draft, of which anything may still lack.

Every operation gives a new content and leaves the old one as it was, so that undoing is going back to it.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from asnquiz.domain.case_check import MOST_CHOICES, MOST_SCENES, CaseFault, craft_faults, graph_faults, length_hints
from asnquiz.domain.case_study import Way
from asnquiz.domain.draft import mapping_of, member_of
from asnquiz.domain.pack import Choice, Ending, EndingKind, Phase, Scenario, Scene
from asnquiz.domain.refusal import Refusal

Content = Mapping[str, Any]
# Keys and places, as in the file of a case study.
Path = tuple[str | int, ...]

_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LONGEST_NAME = 40


def case_of(content: Content, id_: str) -> Scenario:
    """The case study as far as it is written: what is not there yet is empty, nought, or the first of its kind."""
    scenes = {str(name): _scene_of(mapping_of(scene)) for name, scene in mapping_of(content.get("scenes")).items()}
    return Scenario(
        id=id_,
        title=_words(content.get("title")),
        phase=member_of(Phase, content.get("phase")) or Phase.BEFORE,
        jobs=tuple(_words(job) for job in _sequence(content.get("jobs"))),
        start=_words(content.get("start")),
        scenes=scenes,
    )


def _scene_of(scene: Content) -> Scene:
    ending = scene.get("ending")
    return Scene(
        _words(scene.get("text")),
        tuple(_choice_of(mapping_of(choice)) for choice in _sequence(scene.get("choices"))),
        None if ending is None else _ending_of(mapping_of(ending)),
    )


def _choice_of(choice: Content) -> Choice:
    text, to, rule, feedback = (_words(choice.get(key)) for key in ("text", "to", "rule", "feedback"))
    return Choice(text, to, _number(choice.get("trust")), _number(choice.get("risk")), rule, feedback)


def _ending_of(ending: Content) -> Ending:
    kind = member_of(EndingKind, ending.get("kind")) or EndingKind.BAIK
    return Ending(kind, _words(ending.get("title")), _words(ending.get("debrief")))


def walkable(scenario: Scenario, start: str) -> Scenario:
    """The case study from a scene of it, with a scene in every place that a choice leads to and none stands yet."""
    led_to = {choice.to for scene in scenario.scenes.values() for choice in scene.choices}
    nothing = Scene("Belum ada adegan di sini. Pilihan ini belum menuju ke adegan mana pun.")
    missing = dict.fromkeys(sorted({*led_to, start} - scenario.scenes.keys()), nothing)
    return replace(scenario, start=start, scenes={**scenario.scenes, **missing})


def faults_of(content: Content) -> tuple[CaseFault, ...]:
    """What is wrong with it as a graph."""
    return tuple(graph_faults(case_of(content, "")))


def advice_of(content: Content) -> tuple[CaseFault, ...]:
    """What is worth a thought and keeps nobody from publishing it."""
    scenario = case_of(content, "")
    return (*craft_faults(scenario), *length_hints(scenario))


def value_at(content: Content, path: Path) -> Any:
    """What stands at a path; None where nothing does."""
    found: Any = content
    for key in path:
        if isinstance(key, int):
            parts = _sequence(found)
            found = parts[key] if key < len(parts) else None
        else:
            found = mapping_of(found).get(key)
    return found


def put(content: Content, path: Path, value: Any) -> Content:
    """With a value at a path, whose places are there already; nothing, or no words, takes the last key away."""
    changed: Content = _put(content, path, value)
    return changed


def _put(part: Any, path: Path, value: Any) -> Any:
    key, rest = path[0], path[1:]
    if isinstance(key, int):
        return [_put(one, rest, value) if at == key else one for at, one in enumerate(_sequence(part))]
    kept = dict(mapping_of(part))
    new = _put(kept.get(key), rest, value) if rest else value
    if new is None or new == "":
        kept.pop(key, None)
    else:
        kept[key] = new
    return kept


def free_name(content: Content) -> str:
    """A name that no scene has."""
    scenes, number = _scenes(content), 1
    while f"adegan-{number}" in scenes:
        number += 1
    return f"adegan-{number}"


def add_scene(content: Content, name: str) -> Content:
    """With an empty scene, which is the start where there is none. Raises Refusal where there is no room or name."""
    _check_name(content, name)
    if len(_scenes(content)) >= MOST_SCENES:
        raise Refusal(f"Satu studi kasus memuat paling banyak {MOST_SCENES} adegan. Hapus dahulu adegan yang lain.")
    added = put(content, ("scenes", name), {})
    return added if content.get("start") else put(added, ("start",), name)


def rename_scene(content: Content, name: str, wanted: str) -> Content:
    """With another name of a scene, everywhere and in the same place. Raises Refusal."""
    if wanted == name:
        return content
    _check_name(content, wanted)
    scenes = {wanted if one == name else one: scene for one, scene in _scenes(content).items()}
    renamed = put(content, ("scenes",), scenes)
    for scene, at in _ways_to(content, name):
        renamed = put(renamed, ("scenes", wanted if scene == name else scene, "choices", at, "to"), wanted)
    return put(renamed, ("start",), wanted) if content.get("start") == name else renamed


def _check_name(content: Content, name: str) -> None:
    if not _NAME.fullmatch(name) or len(name) > _LONGEST_NAME:
        raise Refusal(
            "Nama adegan memuat huruf kecil dan angka, dengan tanda hubung di antara kata, misalnya ruang-rapat, "
            f"paling panjang {_LONGEST_NAME} huruf."
        )
    if name in _scenes(content):
        raise Refusal(f"Sudah ada adegan yang bernama {name}. Pakai nama lain.")


def remove_scene(content: Content, name: str, *, keep_choices: bool = False) -> Content:
    """Without a scene and the choices that lead to it; or with those, leading nowhere for now."""
    for scene, at in reversed(_ways_to(content, name)):
        if keep_choices:
            content = put(content, ("scenes", scene, "choices", at, "to"), None)
        else:
            content = remove_choice(content, (scene, at))
    left = put(content, ("scenes", name), None)
    return put(left, ("start",), None) if content.get("start") == name else left


def ways_to(content: Content, name: str) -> int:
    """How many choices of other scenes lead to a scene."""
    return sum(scene != name for scene, _ in _ways_to(content, name))


def add_choice(content: Content, scene: str) -> Content:
    """With one more choice, the last of its scene. Raises Refusal where the story ends, or where there is no room."""
    if value_at(content, ("scenes", scene, "ending")) is not None:
        raise Refusal("Cerita berakhir pada adegan ini. Jadikan dahulu adegan biasa untuk memberinya pilihan.")
    choices = _choices(content, scene)
    if len(choices) >= MOST_CHOICES:
        raise Refusal(f"Satu adegan memuat paling banyak {MOST_CHOICES} pilihan. Hapus dahulu pilihan yang lain.")
    return _with_choices(content, scene, [*choices, {"trust": 0, "risk": 0}])


def move_choice(content: Content, way: Way, to: int) -> Content:
    """With a choice in another place of its scene."""
    scene, at = way
    choices = _choices(content, scene)
    choices.insert(to, choices.pop(at))
    return _with_choices(content, scene, choices)


def remove_choice(content: Content, way: Way) -> Content:
    scene, at = way
    choices = _choices(content, scene)
    del choices[at]
    return _with_choices(content, scene, choices)


def join(content: Content, way: Way, to: str) -> Content:
    """With a choice that leads to a scene. Raises KeyError where there is none."""
    if to not in _scenes(content):
        raise KeyError(to)
    return put(content, ("scenes", way[0], "choices", way[1], "to"), to)


def end_scene(content: Content, scene: str, kind: EndingKind) -> Content:
    """With an ending in a scene, which has no choices any more; one that is there changes its kind."""
    ended = put(content, ("scenes", scene, "choices"), None)
    return put(ended, ("scenes", scene, "ending", "kind"), kind.value)


def go_on_from(content: Content, scene: str) -> Content:
    """Without the ending of a scene."""
    return put(content, ("scenes", scene, "ending"), None)


def _ways_to(content: Content, name: str) -> list[Way]:
    return [
        (scene, at)
        for scene in _scenes(content)
        for at, choice in enumerate(_choices(content, scene))
        if mapping_of(choice).get("to") == name
    ]


def _scenes(content: Content) -> Mapping[str, Any]:
    return mapping_of(content.get("scenes"))


def _choices(content: Content, scene: str) -> list[Any]:
    return list(_sequence(value_at(content, ("scenes", scene, "choices"))))


def _with_choices(content: Content, scene: str, choices: list[Any]) -> Content:
    return put(content, ("scenes", scene, "choices"), choices or None)


def _sequence(value: Any) -> Sequence[Any]:
    return value if isinstance(value, list | tuple) else ()


def _words(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _number(value: Any) -> int:
    return value if type(value) is int else 0
