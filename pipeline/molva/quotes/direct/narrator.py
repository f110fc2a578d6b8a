"""The narrator in a line of dialogue: what he tells behind a dash, with a verb of speech or without one.

In a story whoever speaks is often only seen: «— Пора. — Олег встал и надел шапку.» So the cuts between words and author's words
are looked for by what stands behind a dash rather than by the verb.
"""

from dataclasses import replace

from molva.quotes.cues import FINITE, GERUND, PASSIVE, of_talk
from molva.quotes.direct.author_words import read_author
from molva.quotes.direct.insertions import SPEAKING, insertions, verb_first
from molva.quotes.draft import Stretch
from molva.quotes.lexicon import word_list
from molva.quotes.scene import DASHES, ENDS, Scene
from molva.quotes.sources.at_verb import subject
from molva.quotes.sources.authors import Author, author_of_cue
from molva.quotes.sources.phrases import Source, phrase
from molva.quotes.sources.subjects import FEMININE, agrees, nominative
from molva.tokens.marks import CLOSING

REACH = 40  # words of an insertion
NEAR = 12  # words between the dash and the verb
FARTHEST = 3  # words from such a verb to its subject
GESTURE = 6  # words from the verb of a gesture to what moves
LIMBS = frozenset(
    "рука плечо голова глаз взгляд палец кулак бровь лоб губа нос ладонь затылок подбородок нога язык лицо".split()
)
THEY = frozenset({"он", "она", "они", "оба", "обе", "кто-то", "тот", "та"})


def narrated(scene: Scene, start: int, end: int) -> list[Stretch]:
    """The narrator's stretches in the words ``start``..``end`` of a line that a dash has opened."""
    known = insertions(scene, start, end)
    found, i = list[Stretch](), start + 1
    while i < end - 1:
        if i in scene.opens and scene.opens[i] < end:
            i = scene.opens[i] + 1
            continue
        cut = next((cut for cut in known if cut[0] == i + 1), None) or _cut(scene, i, end)
        if cut is not None:
            found.append(cut)
            i = cut[1]
        i += 1
    return found


def _cut(scene: Scene, dash: int, end: int) -> Stretch | None:
    """The narrator's words behind a dash: up to the dash that closes them, or to the end of the line."""
    words, before = scene.words, scene.words.form[dash - 1]
    if before in CLOSING and dash - 1 not in scene.closes:
        before = words.form[dash - 2]  # a mark that nothing has opened: «— Куда поехали?" — воскликнул он»
    if words.form[dash] not in DASHES or before not in {",", *ENDS}:
        return None
    stop = _closing_dash(scene, dash, end)
    if stop is not None and _narrates(scene, dash + 1, stop, behind=before, closed=True):
        return dash + 1, stop
    return (dash + 1, end) if _narrates(scene, dash + 1, end, behind=before, closed=False) else None


def _closing_dash(scene: Scene, dash: int, end: int) -> int | None:
    """The dash that gives the word back: behind a comma, a colon, or a stop with a capital."""
    words = scene.words
    for j in range(dash + 2, min(dash + REACH, end - 1)):
        if words.form[j] in DASHES and words.form[j - 1] in {",", ":", *ENDS}:
            return j
    return None


def _narrates(scene: Scene, start: int, stop: int, *, behind: str, closed: bool) -> bool:
    """Whether the words behind a dash are the narrator's."""
    words = scene.words
    stop = _sentence_end(scene, start, stop)
    if words.form[start][:1].islower():
        return _narrates_on(scene, start, stop, behind)
    if words.lower[start] == "и":
        return behind not in {",", "?"} and _leaves(scene, start, stop)
    if behind == "," and not closed:
        return False
    who = seen(scene, start, stop)
    return who is not None and who.source is not None and who.source.span[0] == start


def _narrates_on(scene: Scene, start: int, stop: int, behind: str) -> bool:
    """«— Ничего, — |отшутился он|»: words in a small letter that report, or tell what somebody does."""
    words = scene.words
    if _reports(scene, start, stop, near=4 if behind == "," else NEAR):
        return True
    if _in_a_paper(scene, start, stop) or behind[0] == "?" and _i_ask(scene, start, stop):
        return True
    if words.pos[start] == "VERB" and _voice(scene, start, stop) is not None:
        return True
    if verb_first(scene, start, stop) and words.feat(start, "Tense") != "Past":
        return True
    if gesture(scene, start, stop) is not None:
        return True
    acts = seen(scene, start, stop)
    if behind == ",":
        return acts is not None and _verb_first(scene, acts, start)
    return acts is not None or _leaves(scene, start, stop)


def _verb_first(scene: Scene, acts: Author, start: int) -> bool:
    """«…, — репетировал Олег», «…, — отчитал подрядчика мэр»: only the narrator begins with the verb; nothing but whom it concerns stands before who does it."""
    if acts.verb != start or acts.source is None or acts.source.span[0] > start + FARTHEST:
        return False
    between = range(start + 1, acts.source.span[0])
    return all(scene.words.feat(i, "Case") in {"Acc", "Dat", "Gen"} for i in between)


def _sentence_end(scene: Scene, start: int, stop: int) -> int:
    """The end of the narrator's first sentence: what follows it may tell of anything."""
    forms = scene.words.form
    return next((i for i in range(start + 1, stop) if forms[i] in ENDS), stop)


def _reports(scene: Scene, start: int, stop: int, *, near: int) -> bool:
    """A reporting verb not far from the dash: «— обиделся он», «— растягивая слова, сказал Олег»."""
    cue = next((scene.cues[i] for i in range(start, min(start + near, stop)) if i in scene.cues), None)
    if cue is None or cue.form not in {FINITE, GERUND} or not cue.has(*SPEAKING):
        return False
    own = scene.words.feat(cue.head, "Person") in {"1", "2"} and not _by_me(scene, start, stop)
    return not own and not of_talk(scene.words, cue.head)


def _in_a_paper(scene: Scene, start: int, stop: int) -> bool:
    """«— Мост закрыт, — говорится в сообщении порта.»: a paper that says so stands with the verb."""
    cue = next((scene.cues[i] for i in range(start, min(start + 2, stop)) if i in scene.cues), None)
    said = cue is not None and cue.has("state") and cue.form in {FINITE, PASSIVE}
    return said and cue is not None and author_of_cue(scene, cue, start, stop).source is not None


def _i_ask(scene: Scene, start: int, stop: int) -> bool:
    """«— Тяжело? — спрашиваю Марину.»: who tells the story asks; «— спрашиваю тебя» is spoken."""
    cue = scene.cues.get(start)
    asks = cue is not None and cue.has("ask") and scene.words.feat(start, "Person") == "1"
    return asks and not any(scene.words.feat(i, "Person") == "2" for i in range(start, stop))


def _by_me(scene: Scene, start: int, stop: int) -> bool:
    """«— спрашиваю я его»: who tells the story speaks too."""
    return any(scene.lower(i) in {"я", "мы"} for i in range(start, stop))


def teller_of(scene: Scene, start: int, end: int, *, last: bool) -> Author | None:
    """Who speaks by the narrator's words behind a dash: by a verb that reports, by a voice, or as one who is seen to act."""
    author = read_author(scene, start, end, lexical=True, nearest_last=last)
    if author is None:
        author = (
            seen(scene, start, end)
            or gesture(scene, start, end)
            or read_author(scene, start, end, lexical=False, nearest_last=last)
        )
    if author is None or author.verb is None:
        return author
    if (heard := _voice(scene, start, end)) is not None:
        return replace(author, source=heard)
    named = _only_name(scene, author.verb, start, end) if author.source is None else None
    return replace(author, source=named) if named else author


def seen(scene: Scene, start: int, stop: int) -> Author | None:
    """«Олег встал и надел шапку», «женщина тихо подошла к двери», «вздрогнул он»: somebody acts, and nobody says so of himself.

    Behind a small letter a verb before its subject is a cue: «— обиделся Олег».
    """
    words = scene.words
    if any(_of_those_here(scene, i) for i in range(start, stop)):
        return None
    for i in range(start, min(start + NEAR, stop)):
        if words.pos[i] == "VERB" and scene.is_finite(i) and words.feat(i, "Tense") == "Past":
            who = subject(scene, i, start, stop) or _only_name(scene, i, start, stop)
            if who is None or not _is_somebody(scene, who):
                return None
            reports = who.span[0] > i and words.form[start][:1].islower()
            return Author((i, i + 1) if reports else None, i, who)
    return None


def gesture(scene: Scene, start: int, stop: int) -> Author | None:
    """«— По сто листов, — |пожимает плечами директор|», «|разводит она руками|»: somebody is seen to move while he speaks."""
    words = scene.words
    if words.pos[start] != "VERB" or not scene.is_finite(start) or words.feat(start, "Person") in {"1", "2"}:
        return None
    near = range(start + 1, min(start + GESTURE, stop))
    if not any(words.lemma[i] in LIMBS for i in near):
        return None
    who = subject(scene, start, start, stop)
    return Author((start, start + 1), start, who) if who is not None and _is_somebody(scene, who) else None


def _of_those_here(scene: Scene, i: int) -> bool:
    """«я», «ты», or a verb that tells of them: whoever speaks says so."""
    words = scene.words
    verb = words.pos[i] in {"VERB", "AUX"} and words.feat(i, "Person") in {"1", "2"}
    return verb or words.lower[i] in {"я", "мы", "ты", "вы"}


def _only_name(scene: Scene, verb: int, start: int, stop: int) -> Source | None:
    """«сказала удивлённая всем этим Лаптева»: the only person named, in a form that may be the nominative."""
    words = scene.words
    named = [i for i in range(start, stop) if words.ent[i] == "PER"]
    first = next(iter(named), None)
    if first is None or named != list(range(first, first + len(named))) or words.pos[first - 1] == "ADP":
        return None
    feminine = words.lower[first].endswith(FEMININE) and words.feat(verb, "Gender") == "Fem"
    shown = feminine or nominative(scene, first) or words.lower[first] == words.lemma[first]
    return Source((first, named[-1] + 1), first) if shown and agrees(scene, first, verb) else None


def _voice(scene: Scene, start: int, stop: int) -> Source | None:
    """«послышался тихий голос Олега», «донёсся чей-то бас»: a voice speaks for whom it belongs to."""
    words = scene.words
    voice = next((i for i in range(start, stop) if words.lemma[i] in word_list("voices")), None)
    if voice is None or words.lower[voice] != words.lemma[voice] or words.feat(voice, "Number") == "Plur":
        return None
    first = voice
    while first > start and (words.pos[first - 1] in {"ADJ", "DET"} or words.form[first - 1] == ","):
        first -= 1
    return Source((first, phrase(scene, voice, start, stop).span[1]), voice)


def _is_somebody(scene: Scene, who: Source) -> bool:
    """A person by name, by a noun, or «он»."""
    words, head = scene.words, who.head
    shown = words.ent[head] == "PER" or words.feat(head, "Animacy") == "Anim" and words.pos[head] == "NOUN"
    return shown or words.lower[head] in THEY


def _leaves(scene: Scene, start: int, stop: int) -> bool:
    """«— и вышла», «— И убежал.»: a verb of the past comes at once, and its subject is whoever has spoken."""
    words = scene.words
    verb = start + (words.lower[start] == "и")
    past = verb < stop and words.pos[verb] == "VERB" and words.feat(verb, "Tense") == "Past"
    return past and words.feat(verb, "VerbForm") == "Fin" and verb > start
