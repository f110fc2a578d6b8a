"""A medium that passes on what others have said: «…, передаёт ТАСС», «(цитата по ТАСС)», «его слова приводит ТАСС»."""

from molva.quotes.cues import FINITE, UNMISTAKABLE
from molva.quotes.draft import Draft, Stretch
from molva.quotes.kinds import INFORMANTS, is_thing
from molva.quotes.lexicon import word_list
from molva.quotes.media.hearers import unnamed
from molva.quotes.media.medium import (
    CITATION,
    RELAYING,
    glued,
    is_foreign,
    is_kind,
    is_medium,
    is_named_body,
    known_before,
    name_at,
)
from molva.quotes.scene import Scene
from molva.quotes.sources.appositions import across_dash
from molva.quotes.sources.at_verb import subject
from molva.quotes.sources.behind_hearer import behind_hearer
from molva.quotes.sources.complements import whose
from molva.quotes.sources.nouns_behind import noun_behind
from molva.quotes.sources.phrases import Source, phrase
from molva.quotes.speech_nouns import GROUNDS, PASSED_ON, REFERRED_TO
from molva.quotes.verbs import REFERRING
from molva.speakers.pronouns import THEIRS

AGAIN = RELAYING | frozenset("сообщать сообщить отмечать приводить привести".split())
AGAIN_FORMS = UNMISTAKABLE | {"приводит", "приводят"}
CITATION_BY = CITATION | {"цитаты", "цитируется"}  # with «по» behind it any of its forms will do
REFERENCE = frozenset({"ссылкой", "ссылками", "ссылаясь", "сославшись"})
THROUGH = frozenset({"через"})
CLOSING_BRACKET = frozenset({")"})
SHORT_WAY, LONG_WAY = 3, 8  # words from a comma to a second verb: «…, |слова главы порта| приводит «Створ»»


def cited_by(scene: Scene, draft: Draft, start: int, end: int) -> Stretch | None:
    """«(цитата по ТАСС)», «(цитата по «Интерфаксу»)»."""
    words = scene.words
    for i in words.with_form(CITATION_BY, start, end - 2):
        if "по" in words.lower[i + 1 : i + 3]:
            begin = words.lower.index("по", i + 1) + 1
            near = range(begin, min(end + 1, len(words)))
            stop = next((j for j in near if _closes_citation(scene, j)), end)
            named = any(words.form[j][0].isalnum() for j in range(begin, stop))  # no «(цитата по «» cut off
            return (begin, stop) if named else None
    return None


def _closes_citation(scene: Scene, i: int) -> bool:
    """The mark behind the medium's name; no point inside it: «(цитата по Bakan|.|ru)», ««Створ|.|Медиа»»."""
    words = scene.words
    if words.form[i] == "." and i + 1 < len(words) and words.form[i + 1] != ")":
        return words.end[i - 1] != words.start[i] or words.end[i] != words.start[i + 1]
    return words.form[i] in {")", ",", ".", ";"}


def relayed_by(scene: Scene, draft: Draft, start: int, end: int) -> Stretch | None:
    """«Газета «Известия» приводит слова адвоката, что …», «газета приводит комментарий X, заявившего, что …»."""
    assert draft.cue is not None
    for i in range(draft.cue[0], max(start, draft.cue[0] - 12) - 1, -1):
        cue = scene.cues.get(i)
        if cue is None or i == draft.verb and not cue.has("relay"):
            continue
        who = subject(scene, i, start, draft.cue[0]) if cue.has("relay") and cue.form == FINITE else None
        if who is None or who.span == draft.source:
            return None
        if is_kind(scene, who.head) and who.span[1] == who.head + 1:
            return known_before(scene, who.head)
        return who.span if is_medium(scene, *who.span) else None
    return None


def in_brackets(scene: Scene, draft: Draft, start: int, end: int) -> Stretch | None:
    """«…», — сказал Гиреев («Интерфакс»).: the bracket behind the author's words names the medium alone."""
    for close in scene.words.with_form(CLOSING_BRACKET, start, end + 1):
        opening = scene.bracketed.get(close, -1)
        if draft.source and opening == draft.source[1] and is_medium(scene, *draft.source):
            continue  # «сообщила газета «Створ» (Stvor)»: its other name
        if start <= opening and not draft.covers(opening) and opening >= draft.end:
            span = name_at(scene, opening + 1, close)
            if span and span[1] == close and is_medium(scene, *span):
                return span
            if span and _dated(scene, span[1]) and is_named_body(scene, span[0]):
                return span
    return None


def _dated(scene: Scene, comma: int) -> bool:
    """«(ТАСС, 12 мая)», «(ТАСС, 2024)»: a date behind the medium; in a bracket a number is one without its month, too."""
    return scene.words.form[comma] == "," and scene.words.form[comma + 1].isdigit()


def reported_again(scene: Scene, draft: Draft, start: int, end: int) -> Stretch | None:
    """«…, заявил Песков, передаёт ТАСС», «…, слова которого приводит «Вестник»»."""
    words = scene.words
    for i in range(start, end):
        if not _reports(scene, i) or draft.covers(i):
            continue
        if i == draft.verb or draft.cue and i in range(*draft.cue):
            continue
        back = LONG_WAY if PASSED_ON & set(words.lemma[max(start, i - LONG_WAY) : i]) else SHORT_WAY
        inserted = any(words.form[k] in {",", "("} for k in range(max(start, i - back), i))
        # «|Как| сообщает «Бакен», об этом заявил мэр»
        inserted = inserted or draft.rule == "about-this" and words.lower[i - 1] == "как"
        if inserted or i < draft.start and words.form[draft.start - 2] == ":":
            found = medium_after(scene, i, end)
            if found and behind_hearer(scene, Source(found, found[0]), i, end) is None:
                return found
    return None


def _reports(scene: Scene, i: int) -> bool:
    """A finite verb of saying, also one that the tagger has missed: «передаёт», «пишет»."""
    cue = scene.cues.get(i)
    if cue is None:
        return scene.words.lower[i] in AGAIN_FORMS
    return cue.has("say", "relay") and cue.form == FINITE


def medium_after(scene: Scene, verb: int, end: int) -> Stretch | None:
    """The medium after a second verb: «передаёт корреспондент РБК», «сообщает «Немецкая волна»», «пишет газета»."""
    words = scene.words
    for i in range(verb + 1, min(verb + 6, end)):
        if words.form[i] in {",", "."}:
            return None
        if words.lemma[i] in word_list("reporters"):
            continue
        numbered = words.form[i].isdigit() and glued(scene, i + 1)  # «передаёт 7sur7»
        if words.pos[i] in {"NOUN", "PROPN", "X"} or words.ent[i] or i in scene.opens or numbered:
            return _passes_on(scene, verb, i, end)
    return None


def _passes_on(scene: Scene, verb: int, i: int, end: int) -> Stretch | None:
    """The medium that begins at word ``i``, if the verb is one of passing on or the medium is known."""
    span = name_at(scene, i, end)
    if is_kind(scene, i) and unnamed(scene, i):
        return known_before(scene, i)
    again = scene.words.lemma[verb] in AGAIN or scene.words.lower[verb] in AGAIN_FORMS
    again = again or verb in scene.cues and scene.cues[verb].has("relay")
    if span and (is_medium(scene, *span) or again and (is_named_body(scene, i) or is_foreign(scene, i))):
        return span
    return None


def through(scene: Scene, draft: Draft, start: int, end: int) -> Stretch | None:
    """«через агентство Amaq»."""
    words = scene.words
    for i in words.with_form(THROUGH, start, end - 1):
        if not draft.covers(i):
            span = name_at(scene, i + 1, end)
            if span and is_medium(scene, *span):
                return span
    return None


def cited_after(scene: Scene, draft: Draft, start: int, end: int) -> Stretch | None:
    """«Тренер заявил, что уходит. Его слова приводит «Спорт»», «Слова тренера приводит …»: the next sentence."""
    words = scene.words
    first = end + (end < len(words) and words.lower[end] in THEIRS)
    if first >= len(words) or words.lemma[first] not in PASSED_ON or words.par[first] != words.par[start]:
        return None
    stop = scene.sentence(first)[1]
    verbs = (i for i in range(first + 1, stop) if i in scene.cues and scene.cues[i].has("relay"))
    verb = next(verbs, None)
    return medium_after(scene, verb, stop) if verb is not None else None


def _refers(scene: Scene, i: int) -> bool:
    """A word by which a medium cites somebody; a verb but behind «который», for in «она ссылается на врача» she speaks."""
    words = scene.words
    if words.lower[i] in REFERENCE or words.lower[i].startswith("ссылающ"):
        return True
    return words.lemma[i] in REFERRING and words.lemma[max(i - 1, 0)] == "который"


def _is_reason(scene: Scene, head: int) -> bool:
    """«дожди», «нехватку денег»: a thing that neither speaks nor holds what somebody has said."""
    lemma = scene.words.lemma[head]
    telling = lemma in GROUNDS | REFERRED_TO | INFORMANTS | PASSED_ON | word_list("channels")
    return is_thing(scene.words, head) and not telling


def referred(scene: Scene, start: int, end: int) -> Source | None:
    """«со ссылкой на Лаптеву», «ссылаясь на источники», «AFP, которое ссылается на мэрию»: who is behind the medium."""
    words = scene.words
    for i in range(start, end - 2):
        if words.lower[i + 1] != "на" or not _refers(scene, i):
            continue
        first, behind = i + 2, noun_behind(scene, i + 2, end)
        if behind is not None:
            first, head = behind
        else:
            nouns = (
                j for j in range(first, min(i + 9, end)) if words.pos[j] in {"NOUN", "PROPN", "PRON", "X"}
            )
            head = next(nouns, -1)
        if head < 0:
            return None
        if words.lemma[head] in REFERRED_TO:
            owner = whose(scene, head, first, end)
            if owner is not None:
                return owner
        if words.lower[i] != "ссылкой" and _is_reason(scene, head):
            return None  # «|сославшись| на дожди»: a reason that is given, and nobody
        found = across_dash(scene, phrase(scene, head, first, end))
        return Source((first, max(found.span[1], head + 1)), found.head)
    return None
