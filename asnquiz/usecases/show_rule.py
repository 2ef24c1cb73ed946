"""A rule as it will be shown, whatever is still missing of it."""

from collections.abc import Iterable
from dataclasses import replace

from asnquiz.domain.draft import Draft, DraftKind, Workshop
from asnquiz.domain.local import Local
from asnquiz.domain.pack import Citation, Confidence, Pack, Phase, Position, Rule, Subject, Verdict, Violation
from asnquiz.usecases.write_drafts import next_version

_MISSING = "…"


def with_own_rules(base: Pack, workshop: Workshop | None, drafts: Iterable[Draft]) -> Pack:
    """A national pack with the rules that are being written behind its own, marked as the office's, as what is written
    may rest on them.
    """
    if workshop is None:
        return base
    written = [draft for draft in drafts if draft.kind is DraftKind.RULE]
    marks = {draft.id: draft.mark for draft in written}
    local = Local(workshop.id, next_version(workshop), workshop.title, workshop.publisher, marks=marks)
    return replace(base, rules=(*base.rules, *map(rule_to_show, written)), local=local)


def own_rules(drafts: Iterable[Draft]) -> tuple[Rule, ...]:
    """Those among drafts, as they will be shown."""
    return tuple(rule_to_show(one) for one in drafts if one.kind is DraftKind.RULE)


def rule_to_show(draft: Draft) -> Rule:
    """The rule of a draft; what was not written yet is a mark, or what claims least."""
    content = draft.content
    return Rule(
        id=draft.id,
        act=content.get("act", _MISSING),
        phases=tuple(map(Phase, content.get("phases", ()))),
        stages=tuple(content.get("stages", ())),
        subjects=tuple(map(Subject, content.get("subjects", ()))),
        verdict=Verdict(content.get("verdict", Verdict.DIPERDEBATKAN.value)),
        condition=content.get("condition"),
        reason=content.get("reason", _MISSING),
        instead=content.get("instead", _MISSING),
        citations=tuple(
            Citation(row.get("law"), row.get("ref"), row.get("no_prohibition_found", False))
            for row in content.get("citations", ())
        ),
        violation=Violation(content.get("violation", Violation.BUKAN_PELANGGARAN.value)),
        sanction={Subject(subject): words for subject, words in content.get("sanction", {}).items()},
        confidence=Confidence(content.get("confidence", Confidence.C.value)),
        facts=(),
        words=tuple(content.get("words", ())),
        positions=tuple(
            Position(row.get("who", _MISSING), row.get("when", _MISSING), row.get("says", _MISSING))
            for row in content.get("positions", ())
        ),
        safe=content.get("safe"),
    )
