"""The draft of a reported clause: where it ends, who says it, and where nobody is quoted after all. The conjunction stays outside."""

from collections.abc import Iterator

from molva.quotes.cues import PARTICIPLE, PASSIVE, Cue, person_of
from molva.quotes.draft import Draft
from molva.quotes.ends.clause_ends import reported_end
from molva.quotes.ends.edges import before_address, limits, trim
from molva.quotes.laws import is_law, stands_in_law
from molva.quotes.lexicon import word_list
from molva.quotes.reported.reporting import IMPLYING, implies
from molva.quotes.scene import Scene
from molva.quotes.sources.authors import author_of_cue
from molva.quotes.sources.complements import complement
from molva.quotes.sources.participles import described
from molva.quotes.sources.phrases import Source, phrase
from molva.quotes.sources.places import place
from molva.quotes.sources.sharing import clause_subject, shared_subject
from molva.quotes.verbs import PROVING, polarity_of
from molva.speakers.pronouns import THEIRS

# «данные, подтверждающие, что лёд тонок»: papers that prove it, and nobody who says it

# «в отчёте |содержится| вывод, что …»
HOLDING = frozenset({"содержаться", "прозвучать", "приводиться"})

# «|опасение|, что цех закроют»: what somebody feels, and no words
STANCES = frozenset({"опасение", "уверенность", "убежденность", "мнение", "предположение"})

# «|пришёл к выводу|», «|придерживаюсь мнения|»: what one thinks, said or not
COME_TO = frozenset({"прийти", "приходить", "придерживаться"})

# «Я говорю: …», «я его спрашиваю: …»: the verbs of a dialogue that is told again
RETELLING = frozenset({"говорить", "спрашивать", "отвечать"})


def clause_draft(scene: Scene, rule: str, cue: Cue, opening: int, begin: int) -> Iterator[Draft]:
    """The draft of a clause that the conjunction at ``opening`` begins; content starts at ``begin``."""
    low, high = limits(scene, opening)
    part = trim(scene, begin, before_address(scene, begin, reported_end(scene, cue, begin, high)))
    if part is None or own_voice(scene, cue):
        return
    if (cue.has("state") or cue.form == PASSIVE) and stands_in_law(scene, cue.head, low):
        return
    by_itself = _comes_by_itself(scene, cue)
    source = _who_holds_it(scene, cue, low, opening - 1, by_itself=by_itself)
    if cue.form == "noun" and _held_by_nobody(scene, cue, source):
        return
    if source and (_only_shows(scene, cue, source) or is_law(scene, source)):
        return
    draft = Draft(rule, "indirect", [part], cue=cue.span, verb=cue.head if cue.form != "noun" else None)
    if source:
        draft.source, draft.source_head = source.span, source.head
    stated = cue.has("state") and not cue.has("say") or cue.form in {PASSIVE, "noun"}
    draft.sourceless = stated or by_itself
    if cue.form != "noun":
        draft.polarity = polarity_of(scene, cue.head)
    yield draft


def _who_holds_it(scene: Scene, cue: Cue, low: int, end: int, *, by_itself: bool) -> Source | None:
    """«|Мэр| сообщил, что …», «|в порту| есть мнение, что …», «|в прессе| появилась информация, что …»."""
    source = clause_source(scene, cue, low, end)
    if source is None and cue.form == "noun":
        source = _held_in(scene, cue.head, low)
    if source is None and by_itself:
        source = place(scene, cue.head, low, end)
    return source


def _held_by_nobody(scene: Scene, cue: Cue, source: Source | None) -> bool:
    """«есть |предположение|, что …»; «назвал причиной «|опасение|, что цех закроют»», which is told in his own words already."""
    lemma = scene.words.lemma[cue.head]
    if cue.head - 1 in scene.opens and lemma in STANCES:
        return True
    return source is None and lemma in word_list("held")


def _held_in(scene: Scene, noun: int, low: int) -> Source | None:
    """«|В докладе мэрии| содержится вывод, что …», «|Доклад| содержит вывод, что …»: the paper that holds it."""
    words = scene.words
    verb = words.head[noun]
    if words.dep[noun] == "conj":  # «содержит упрёки мэру и |обвинения| в том, что …»
        verb = next((k for k in range(noun - 1, low, -1) if scene.is_finite(k)), verb)
    if not low <= verb < noun:
        return None
    if words.lemma[verb] == "содержать":
        papers = (s for s in words.subjects(verb) if words.lemma[s] in word_list("documents"))
        paper = next((s for s in papers if low <= s < verb), None)
        return phrase(scene, paper, low, verb, stop=verb) if paper is not None else None
    return place(scene, verb, low, noun) if words.lemma[verb] in HOLDING else None


def _only_shows(scene: Scene, cue: Cue, source: Source) -> bool:
    """«данные, подтверждающие, что …», «знаки, предупреждающие, что …»: things that prove or imply say nothing."""
    words, participle = scene.words, cue.form == PARTICIPLE
    thing = words.feat(source.head, "Animacy") == "Inan" and words.ent[source.head] != "ORG"
    if participle and words.lemma[cue.head] in PROVING and thing:
        return True
    return (participle or words.lemma[cue.head] in IMPLYING) and implies(scene, source)


def _comes_by_itself(scene: Scene, cue: Cue) -> bool:
    """«Появилась информация о том, что …»: the message is the verb's own subject, and nobody's."""
    words = scene.words
    verbs = (cue.head, words.head[cue.head]) if words.dep[cue.head] == "xcomp" else (cue.head,)
    subjects = [c for verb in verbs for c in words.subjects(verb)]  # «стали появляться |сообщения|»
    return any(words.lemma[c] in word_list("messages") for c in subjects)


def own_voice(scene: Scene, cue: Cue) -> bool:
    """«Думаю, что …» inside somebody's speech, «отметим, что …» of the author: nobody is quoted."""
    words = scene.words
    person = person_of(words, cue.head)
    if person == "1" and words.feat(cue.head, "Tense") != "Past":
        return not _retells(scene, cue)
    if person == "2":
        return True
    subjects = [words.lower[subject] for subject in words.subjects(cue.head)]
    unsaid = words.pos[cue.head] == "ADJ" and not subjects
    if unsaid and (scene.pair_around(cue.head) or _in_a_diary(scene, cue.head)):
        return True
    would = any(words.lower[child] == "бы" for child in words.children[cue.head])
    if would and {"я", "мы"} & set(subjects):
        return True  # «я бы |сказал|, что …» says it now
    if not subjects and (shared := shared_subject(scene, cue.head)) is not None:
        subjects = [words.lower[shared.head]]  # «|я| смотрела и думала, что …»
    stance = cue.has("think", "gesture") and not cue.has("say") or words.lemma[cue.head] in COME_TO
    return stance and (bool({"я", "мы"} & set(subjects)) or not subjects and _is_own_thought(scene, cue.head))


def _in_a_diary(scene: Scene, i: int) -> bool:
    """«Посетил порт. |Уверен|, что он откроется»: whoever opens the text by what he did, without naming himself, thinks so."""
    words, first = scene.words, scene.sentence(i)[0]
    past = words.feat(0, "Tense") == "Past" and words.feat(0, "Number") == "Sing" and scene.is_finite(0)
    return first == i > 0 and past and not words.subjects(0)


def _is_own_thought(scene: Scene, verb: int) -> bool:
    """«Разрыв был долгий. |Думала|, что это навсегда»: in marked speech, or behind a dash, a past without a subject is the speaker's own.

    Unless somebody of that gender is told of right before: «Приходил сторож. |Думал|, что никого нет».
    """
    words, pair = scene.words, scene.pair_around(verb)
    opened = pair[0] if pair is not None else _dash_of_turn(scene, verb)
    alone = words.feat(verb, "Tense") == "Past" and words.feat(verb, "Number") == "Sing"
    if opened is None or not alone or shared_subject(scene, verb) is not None:
        return False
    start = scene.sentence(verb)[0]
    before = range(max(scene.sentence(max(start - 1, 0))[0], opened + 1), verb)
    gender = words.feat(verb, "Gender")
    return not any(
        words.is_subject(i)
        and words.feat(i, "Gender") == gender
        and (words.pos[i] == "PRON" or words.ent[i] == "PER" or words.feat(i, "Animacy") == "Anim")
        for i in before
    )


def _dash_of_turn(scene: Scene, i: int) -> int | None:
    """«— Бил низом. |Думал|, что мимо, — сказал Зуев.»: the dash that opens the line of a word, where no other stands between."""
    start = scene.paragraph(i)[0]
    opens = scene.is_dash(start) and not any(scene.is_dash(k) for k in range(start + 1, i))
    return start if opens else None


def _retells(scene: Scene, cue: Cue) -> bool:
    """«Мне говорят: уезжай. |Я говорю|: не могу», «я ему |говорю|, что …»: the present of a story tells what was said then.

    Without a hearer and a colon it is said now: «говорю прямо: …», «говорю, что …».
    """
    words = scene.words
    if words.lemma[cue.head] not in RETELLING or scene.pair_around(cue.head) is None:
        return False
    hearers = (
        c for c in words.children[cue.head] if words.feat(c, "Case") == "Dat" and words.pos[c] != "ADP"
    )
    told = any(words.feat(c, "Person") == "3" or words.feat(c, "Animacy") == "Anim" for c in hearers)
    return told or words.form[cue.head + 1] == ":"


def clause_source(scene: Scene, cue: Cue, start: int, end: int) -> Source | None:
    """Who stands at the cue of a clause: the owner of a noun, the noun of a participle, the subject of a verb."""
    words = scene.words
    if cue.form == "noun":
        found = complement(scene, cue.head, end)
        if found is None and cue.head > start and words.lower[cue.head - 1] in THEIRS:
            return Source((cue.head - 1, cue.head), cue.head - 1)
        if found is None and words.lower[cue.head] == "словами" and words.pos[cue.head - 1] != "ADP":
            return clause_subject(scene, cue.head)  # «Зуев начал речь |словами|, что …»
        return found
    if cue.form == PARTICIPLE:
        head = described(scene, cue.head, start)
        return (
            phrase(scene, head, start, cue.head - 1)
            if words.pos[head] in {"NOUN", "PROPN"} and head < cue.head
            else None
        )
    author = author_of_cue(scene, cue, start, end)
    return author.source if author.sourceless else author.source or shared_subject(scene, cue.head)
