"""A clause behind its conjunction: V, что …;  N о том, что ….  «Что» is a pronoun as often; here it is told apart."""

from collections.abc import Iterator

from molva.quotes.conjunctions import COMPLEMENTISERS
from molva.quotes.cues import FINITE, GERUND, Cue
from molva.quotes.draft import Draft
from molva.quotes.ends.clause_ends import SUBJECT_POS
from molva.quotes.ends.edges import limits, trim
from molva.quotes.lexicon import word_list
from molva.quotes.reported.asked_what import (
    CONSEQUENCES,
    asks_what,
    begins_question,
    clause_stop,
    has_object_behind,
)
from molva.quotes.reported.clause_drafts import clause_draft, clause_source, own_voice
from molva.quotes.reported.fronted import fronted, fronted_noun
from molva.quotes.reported.governors import HINGES, governor, questioned
from molva.quotes.reported.reporting import fits
from molva.quotes.scene import Scene
from molva.quotes.sources.subjects import agrees
from molva.quotes.verbs import TOLD

# «|рассказал| то, что видел»: verbs that are followed by «о том, что …» or «, что …», never by «то, что …»
RETOLD = frozenset("сказать говорить рассказать рассказывать сообщить сообщать написать".split())

# «утверждает, что видел»: verbs that have a claim under them and never a question
CLAIMING = frozenset(
    "утверждать заявить заявлять считать полагать уверять заверить отметить отмечать подчеркнуть подчеркивать добавить".split()
)

TAKING_FOR = frozenset("считать называть назвать признавать признать объявлять объявить".split())

GOVERNING = ("say", "think", "state", "deny", "find", "ask", "demand", "gesture", "rate")


def reported(scene: Scene) -> Iterator[Draft]:
    """Орехов сообщил, что смета утверждена.  Лаптева попросила, чтобы доклад перенесли."""
    words = scene.words
    for i in [i for i, form in enumerate(words.lower) if form in COMPLEMENTISERS and i > 1]:
        parted = words.form[i - 1] == "," or _stop_for_comma(scene, i)
        if not parted and not _comma_forgotten(scene, i) or _is_oblique(scene, i):
            continue
        if words.lower[i] == "что" and (held := fronted_noun(scene, i)) is not None:
            yield held
            continue
        cue = governor(scene, i) if parted else scene.cues[i - 1]
        if cue is None and words.lower[i] == "что" and not asks_what(scene, i):
            yield from fronted(scene, i)
        if cue is None or questioned(scene, i) is not None:
            continue
        if cue.has(*GOVERNING) and fits(scene, cue, i) and _joins(scene, i, cue):
            yield from clause_draft(scene, "that", cue, i, _first_word(scene, i, cue))


def _first_word(scene: Scene, i: int, cue: Cue) -> int:
    """Where the content begins: behind the conjunction, or at a word that asks: «спросил, |что| будет», «спросил, |правда ли|, что …»."""
    asks = cue.has("ask") and not cue.has("say") and scene.lower(i) == "что"
    if scene.lower(i - 2) == "ли" and scene.lower(i - 3) in {"правда", "верно"} and scene.lower(i - 4) == ",":
        return i - 3
    asks = asks or scene.lower(i + 1) == "именно" and scene.words.pos[i + 2 : i + 3] == ["VERB"]
    if asks or begins_question(scene, i, cue):
        return i  # «уточнили, |что именно| сгорело»; «сказали, что |именно Зуев| поджёг порт»
    return i + 2 if scene.lower(i + 1) in {"якобы", ":", ","} else i + 1


def _is_oblique(scene: Scene, i: int) -> bool:
    """«чего», «чему» that the tagger has as «что»: a pronoun in an oblique case joins nothing."""
    words = scene.words
    joins = words.pos[i] in {"SCONJ", "PART", "CCONJ", "ADV"} or words.feat(i, "Case") in {"", "Nom", "Acc"}
    return words.lower[i] == "что" and not joins


def _joins(scene: Scene, i: int, cue: Cue) -> bool:
    """Whether the word joins a clause to its cue, and is no pronoun that has its own place in the clause."""
    pronoun = _relative_what(scene, i, cue) or _goes_on(scene, i, cue) or _what_to_do(scene, i, cue)
    pronoun = pronoun or _measures(scene, i, cue) or _is_what(scene, i, cue)
    return not pronoun and not (asks_what(scene, i, cue) and scene.lower(i - 2) in HINGES)


def in_marks(scene: Scene) -> Iterator[Draft]:
    """Порт выразил надежду, «что причал откроют».: the conjunction stands inside the marks, with what it opens.

    In «цех встал, «что увеличило сроки»» the same word is a pronoun, the subject of its clause.
    """
    words = scene.words
    for mark, close in scene.closed:
        i = mark + 1
        subject = words.is_subject(i) and words.pos[i] == "PRON"
        if words.lower[i] != "что" or subject or mark < 2 or words.form[mark - 1] != ",":
            continue
        cue, part = governor(scene, mark), trim(scene, i + 1, close)
        if cue is None or not cue.has("say", "think", "state", "deny") or not fits(scene, cue, mark):
            continue
        if part is None or not scene.has_predicate(*part) or own_voice(scene, cue):
            continue
        draft = Draft("that", "mixed", [part], cue=cue.span, verb=cue.head if cue.form != "noun" else None)
        source = clause_source(scene, cue, limits(scene, mark)[0], mark - 1)
        if source:
            draft.source, draft.source_head = source.span, source.head
        yield draft


def _measures(scene: Scene, i: int, cue: Cue) -> bool:
    """«предложили пособие, что на 50% больше прежнего»: «что» stands for the object, and a comparative says how much it is."""
    words, end = scene.words, limits(scene, i)[1]
    stop = next((k for k in range(i + 1, end) if words.form[k] == ","), end)
    more = any(words.feat(k, "Degree") == "Cmp" for k in range(i + 1, stop))
    bare = more and not scene.has_predicate(i + 1, stop) and not scene.has_subject(i + 1, stop)
    return bare and words.lower[i] == "что" and _is_complete(scene, cue, i)


def _relative_what(scene: Scene, i: int, cue: Cue) -> bool:
    """«Мест так мало, отмечает Орехов, что вызывает споры»: the report is inserted, and «что» is a subject."""
    words = scene.words
    subject = words.pos[i] == "PRON" and words.is_subject(i)
    return (
        subject
        and words.form[cue.span[0] - 1] == ","
        and scene.has_predicate(limits(scene, i)[0], cue.span[0])
    )


def _what_to_do(scene: Scene, i: int, cue: Cue) -> bool:
    """«ему указывали, что делать»: an infinitive makes «что» the thing to be done, which nobody tells.

    «заявил, что менять «старый порядок» поздно» goes on in marks.
    """
    words = scene.words
    alone = i + 2 < len(words) and words.feat(i + 1, "VerbForm") == "Inf" and words.pos[i + 2] == "PUNCT"
    ended = alone and words.form[i + 2] != "," and i + 2 not in scene.opens
    return words.lower[i] == "что" and ended and not cue.has("ask")


def _is_what(scene: Scene, i: int, cue: Cue) -> bool:
    """«вернулись к тому, что считают верным», «рассказал то, что видел», «это всё, что нужно»: «что» is a word of its clause.

    A bare «то» is what is told itself, where a verb of telling has no other place for it.
    """
    words = scene.words
    if words.lower[i - 3 : i - 1] in (["это", "все"], ["это", "всё"]):
        return True
    if words.lower[i] != "что" or scene.lower(i - 2) not in HINGES:
        return False
    seen = words.pos[i] == "PRON" and words.dep[i] == "obj" and not _has_another_object(scene, i)
    seen = seen or _is_called(scene, i)
    itself = scene.lower(i - 2) == "то" and words.pos[i - 3] != "ADP" and words.lemma[cue.head] in RETOLD
    return seen or itself


def _has_another_object(scene: Scene, i: int) -> bool:
    """«указал на то, что обсуждает с соседями |новый мост|»: the verb right behind «что» has its object, and «что» joins."""
    verb = scene.words.head[i]
    return verb == i + 1 and has_object_behind(scene, verb, clause_stop(scene, verb))


def _is_called(scene: Scene, i: int) -> bool:
    """«к тому, что они |считают| верным укладом»: what is called something in the instrumental is «что», where nothing else is."""
    words, verb = scene.words, scene.words.head[i]
    if verb <= i or words.lemma[verb] not in TAKING_FOR:
        return False
    stop = next((k for k in range(verb, len(words)) if words.pos[k] == "PUNCT"), len(words))
    below = [c for c in words.children[verb] if i < c < stop and words.pos[c] in SUBJECT_POS | {"ADJ"}]
    named = any(c > verb and words.feat(c, "Case") == "Ins" for c in below)
    return named and not any(words.feat(c, "Case") == "Acc" or words.dep[c] == "obj" for c in below)


def _goes_on(scene: Scene, i: int, cue: Cue) -> bool:
    """«отменил требование для судов, что позволило выйти в рейс»: «что» is the subject and stands for all before it."""
    words = scene.words
    if words.lower[i] != "что" or i + 1 == len(words) or not _is_complete(scene, cue, i):
        return False
    follows = not CONSEQUENCES.isdisjoint(words.lemma[i + 1 : i + 3])
    if words.lemma[i - 2] == words.lemma[cue.head] and not follows:
        return False
    end, verb = limits(scene, i)[1], i + 1 + (words.pos[i + 1] in {"ADV", "PART"})
    if verb >= end or not scene.is_finite(verb) or words.feat(verb, "Number") != "Sing":
        return False
    stop = next((k for k in range(verb, end) if words.form[k] == ","), end)
    subjects = (
        k for k in range(i + 1, stop) if words.feat(k, "Case") == "Nom" and words.pos[k] in SUBJECT_POS
    )
    impersonal = scene.lower(i - 2) not in HINGES and words.feat(verb, "Gender") in {"", "Neut"}
    return impersonal and not any(agrees(scene, k, verb) for k in subjects)


def _is_complete(scene: Scene, cue: Cue, i: int) -> bool:
    """«отменил |требование|, что …»: the verb has its object, and no word for what is told: «отрицает |слухи|, что …».

    The object of «уведомил порт, что …» is who is told, and that of «выразил надежду, что вернётся» is a part of the cue.
    """
    words = scene.words
    if words.lemma[cue.head] in TOLD:
        return False
    told = word_list("nouns")
    return cue.form == "noun" or any(
        words.dep[c] == "obj"
        and cue.span[1] <= c < i
        and words.pos[c] == "NOUN"
        and words.lemma[c] not in told
        for c in words.children[cue.head]
        if not words.ent[c]  # «рассказал «Матч ТВ», что уходит»
    )


def _stop_for_comma(scene: Scene, i: int) -> bool:
    """«Мэр заявил|.| что мост закрыт»: the neighbouring key; a small letter goes on with the sentence."""
    words = scene.words
    return words.form[i - 1] == "." and words.form[i] == "что" and words.sent[i - 1] == words.sent[i]


def _comma_forgotten(scene: Scene, i: int) -> bool:
    """«аналитики полагают что …», «…, отметив что …»: a conjunction right after its verb, the comma left out.

    Behind a verb that has no question under it «что» is never the pronoun: «утверждает что видел лодку».
    """
    cue = scene.cues.get(i - 1)
    if cue is None or scene.words.lower[i] != "что" or not cue.has("say", "think", "state"):
        return False
    joins = scene.words.pos[i] == "SCONJ" or scene.words.lemma[cue.head] in CLAIMING
    return joins and cue.form in {FINITE, GERUND}
