"""Statements made by reporting verbs: subject, verb and what is said, before speakers are resolved."""

from __future__ import annotations

from dataclasses import replace

from ...knowledge.lexicon import closed_classes
from ...knowledge.speech import speech_words
from ...knowledge.syntax import small_words
from ...records.reading import Stance
from .clause import clause_end, goes_on
from .closing import trailing
from .cues import FoundCue, find_cues
from .drafts import Draft, Placed
from .quotes import Quotations
from .scope import left_content, right_content
from .subjects import head_of, main_subject, subject_after, subject_before
from .view import CLOSING, QUOTES, STOPS, View

_BARE = {"clause", "told"}


def statements(view: View, quotes: Quotations) -> list[Draft]:
    """The statements of one sentence in order of their verbs."""
    placed: list[Placed] = []
    for cue in find_cues(view):
        here = _placed(view, cue, placed)
        if here is not None:
            placed.append(here)
    found: list[Draft] = []
    for here in placed:
        found.extend(_drafts(view, here, placed, quotes))
    return found


def _placed(view: View, cue: FoundCue, earlier: list[Placed]) -> Placed | None:
    """A verb with its subject; None where it reports nothing here."""
    if view.word(cue.group - 1) == "as" and cue.cue.form == "ing":
        return None
    if cue.passive and cue.cue.form != "ing":
        return None
    if "blame" in cue.cue.family.takes and view.word(cue.last) in {"of", "for", "with"}:
        return None
    if cue.cue.form == "past" and cue.group == cue.first and view.word(cue.last) == "by":
        return None
    if cue.infinitive and not small_words().auxiliaries & set(view.low[cue.group : cue.first]) - {"to"}:
        # "called the press to claim it": whose saying it is, another verb tells.
        return None
    turned = _turned(view, cue)
    if turned is not None and _plausible(view, turned, cue) and (not view.upper or _known(view, turned)):
        return Placed(cue, turned, True)
    if cue.cue.form == "ing" and not _progressive(view, cue):
        return _participle(view, cue, earlier)
    subject = subject_before(view, cue)
    if subject is not None:
        if view.word(subject[0]) in small_words().first_person | {"no", "nobody", "none", "nothing"}:
            return None
        return Placed(cue, subject, False) if _plausible(view, subject, cue) else None
    before, after = view.word(cue.group - 1), view.word(cue.last)
    if before in {"and", "but"} and not earlier:
        return _coordinated(view, cue)
    if not earlier or before not in {"and", "but", ","}:
        return None
    # ", blamed for several raids, ...": a participle that tells of the noun before.
    apposed = before == "," and cue.group == cue.first and closed_classes().get(after) == "ADP"
    return None if apposed else Placed(cue, earlier[-1].subject, False, apart=True)


def _coordinated(view: View, cue: FoundCue) -> Placed | None:
    """ "The general toured the post and said ...": the subject of the clause before."""
    subject = main_subject(view, 0, cue.group)
    if subject is None or view.word(subject[0]) in small_words().first_person or not _plausible(view, subject, cue):
        return None
    named = (view.name(head_of(view, subject)) and subject[0] > 0) or (view.upper and not cue.cue.family.nominal)
    return Placed(cue, subject, False, apart=True) if named or _known(view, subject) else None


def _known(view: View, subject: tuple[int, int]) -> bool:
    """In capitals a turned speaker must be a party or a noun for a source: all words look like names there."""
    head = head_of(view, subject)
    if subject[0] > 1 and view.word(subject[0] - 2) in CLOSING:
        return True
    return view.party(head) or view.word(head) in speech_words().sources or view.word(head) in small_words().pronouns


def _turned(view: View, cue: FoundCue) -> tuple[int, int] | None:
    takes = cue.cue.family.takes
    if "after" not in takes or "told" in takes or cue.cue.form not in {"past", "third", "base"}:
        return None
    return subject_after(view, cue)


def _participle(view: View, cue: FoundCue, earlier: list[Placed]) -> Placed | None:
    """ "..., saying that": the speaker is the one before, or the subject of the main clause."""
    before = view.word(cue.group - 1)
    if cue.cue.lemma in {"cite", "quote"}:
        return None
    if cue.group > 0 and before not in STOPS | {"and", "but"}:
        noun = subject_before(view, cue)
        heads = speech_words().sources.keys() | speech_words().vessels
        return Placed(cue, noun, False) if noun and view.word(noun[1] - 1) in heads else None
    if earlier and cue.group > 0:
        return Placed(cue, earlier[-1].subject, False, apart=True)
    start = next((k + 1 for k in range(cue.last, len(view.tokens)) if view.word(k) == ","), len(view.tokens))
    subject = main_subject(view, start if cue.group == 0 else 0, len(view.tokens) if cue.group == 0 else cue.group)
    if subject is None or view.word(subject[0]) in small_words().first_person or not _plausible(view, subject, cue):
        return None
    return Placed(cue, subject, False, apart=True)


def _progressive(view: View, cue: FoundCue) -> bool:
    return any(view.word(i) in {"is", "are", "was", "were", "been", "be"} for i in range(cue.group, cue.first))


def _plausible(view: View, subject: tuple[int, int], cue: FoundCue) -> bool:
    """Whether the subject may speak: any will do for "said"; else a name, a pronoun or a noun for a source."""
    family = cue.cue.family
    if not family.nominal and not family.factive and family.takes & {"clause", "told", "that", "blame"}:
        return True
    if "that" in view.low[cue.last : cue.last + 6] or view.word(cue.last) in {"responsibility", "credit"}:
        return True
    words, small = speech_words(), small_words()
    head = head_of(view, subject)
    word = view.word(head)
    if word in small.pronouns | small.indefinite or word in words.sources:
        return True
    if view.upper:
        # Capitals hide names: a noun for a source anywhere in the phrase, or a verb that only reports, will do.
        source = any(view.word(i) in words.sources for i in range(*subject))
        quoting = view.word(cue.last) in {":", ",", '"', "“"}
        return source or quoting or view.party(head) or word in words.vessels or trailing(view, cue.last)
    return view.party(head) or (view.name(head) and closed_classes().get(word) is None)


def _drafts(view: View, placed: Placed, rivals: list[Placed], quotes: Quotations) -> list[Draft]:
    cue = placed.cue
    family = cue.cue.family
    after = view.tokens[cue.last - 1].end
    if family.only is not None and not family.only.match(view.text, after):
        return []
    if family.unless is not None and family.unless.match(view.text, after):
        return []
    left = left_content(view, placed, rivals, quotes) if "after" in family.takes and cue.cue.form != "ing" else None
    if left is not None and view.word(cue.group - 1) in small_words().relatives:
        left = None
    if left is not None and "that" in family.takes and view.text[left[1] - 1] not in CLOSING:
        left = None
    right = right_content(view, placed, rivals, quotes)
    if left is not None and right is not None and not _both(view, left, right):
        # A quotation before the verb is what was said; words after it tell of the saying.
        left, right = (left, None) if view.text[left[1] - 1] in CLOSING else (None, right)
    if left is not None and right is None and _only_setting(view, left):
        left = None
    if right is None and (left is None or _goes_on(view, placed)):
        right = _parenthetical(view, placed) or _after_colon(view, placed, quotes)
    stance = _stance(view, cue, right)
    base = Draft(
        view.sentence.index,
        (0, 0),
        (view.tokens[cue.first].start, view.tokens[cue.last - 1].end),
        stance,
        who=placed.subject,
        same=placed.subject is None,
        factive=family.factive,
    )
    return [replace(base, content=part) for part in (left, right) if part is not None]


def _both(view: View, left: tuple[int, int], right: tuple[int, int]) -> bool:
    """Whether both sides are said: a quotation that the verb splits."""
    return view.text[left[1] - 1] in QUOTES and view.text[right[0]] in QUOTES


def _goes_on(view: View, placed: Placed) -> bool:
    """ "The last straw," he said, was the raid": the statement's own words follow its speaker."""
    return view.word(placed.end) == "," and goes_on(view, placed.end + 1)


def _only_setting(view: View, left: tuple[int, int]) -> bool:
    """ "On Sunday, the army said": no statement stands before."""
    first, last = view.at(left[0]), view.at(left[1])
    return last - first < 2 or (
        closed_classes().get(view.word(first)) == "ADP" and not view.has_finite(first, last) and last - first < 6
    )


def _parenthetical(view: View, placed: Placed) -> tuple[int, int] | None:
    """ "The blast, the army said, killed three": what follows the second comma."""
    if "after" not in placed.cue.cue.family.takes or view.word(placed.end) != "," or placed.turned:
        return None
    led = placed.start == 1 and view.word(0) == "as"
    if placed.start == 0 or (view.word(placed.start - 1) not in STOPS and not led):
        return None
    if placed.end + 2 >= len(view.tokens):
        return None
    last = clause_end(view, placed.end + 1, stop_at_comma=False)
    return view.tokens[placed.end + 1].start, view.tokens[last - 1].end


def _after_colon(view: View, placed: Placed, quotes: Quotations) -> tuple[int, int] | None:
    """ "The ministry said:" with the quotation in the next paragraph."""
    last = len(view.tokens) - 1
    if view.word(last) != ":" or any(view.finite(k) for k in range(placed.end, last)):
        return None
    offset = view.tokens[last].end
    held = quotes.around(offset + len(view.text[offset : offset + 40]) - len(view.text[offset : offset + 40].lstrip()))
    return (held.start, held.end) if held is not None and held.start >= offset else None


def _stance(view: View, cue: FoundCue, right: tuple[int, int] | None) -> Stance:
    family = cue.cue.family
    if family.stance is Stance.PREDICTION and cue.cue.lemma == "warn" and right is not None:
        return Stance.PREDICTION if _to_come(view, right) else Stance.ASSERTED
    if cue.negated and family.stance is Stance.CONFIRMED:
        return Stance.CLAIMED_UNVERIFIED
    if cue.negated and family.stance is Stance.ASSERTED and not family.factive:
        # "did not say the post had fallen": nobody tells it.
        return Stance.HYPOTHETICAL
    if cue.cue.lemma in {"tell"} and right is not None and view.text[right[0] : right[0] + 3] == "to ":
        return Stance.ASPIRATION
    if (cue.infinitive or cue.future) and family.stance in {Stance.ASSERTED, Stance.CONFIRMED}:
        return Stance.PLANNED
    return family.stance


def _to_come(view: View, right: tuple[int, int]) -> bool:
    return any(
        w in {"could", "would", "may", "might", "will", "of", "against", "if"}
        for w in view.low[view.at(right[0]) : view.at(right[1])]
    )
