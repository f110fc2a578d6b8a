"""Reported clauses: V, что …;  V: …;  N о том, что …. The content is the clause; the conjunction stays outside."""

from collections.abc import Iterator

from molva.quotes.authors import Author, author_of_cue
from molva.quotes.clause_ends import CONJUNCTIONS, NAMING, reported_end
from molva.quotes.clauses import clause_around
from molva.quotes.complements import complement
from molva.quotes.cues import FINITE, PARTICIPLE, PASSIVE, Cue, person_of
from molva.quotes.draft import Draft
from molva.quotes.edges import limits, trim
from molva.quotes.governors import HINGES, governor
from molva.quotes.kinds import is_thing, speaking
from molva.quotes.laws import is_law, stands_in_law
from molva.quotes.lexicon import word_list
from molva.quotes.media import is_medium
from molva.quotes.narration import clause_end
from molva.quotes.phrases import Source, phrase
from molva.quotes.places import place
from molva.quotes.scene import Scene
from molva.quotes.sharing import shared_subject
from molva.quotes.sources import relative_subject
from molva.quotes.subjects import INFORMANTS, agrees
from molva.quotes.titles import is_title
from molva.quotes.verbs import polarity_of
from molva.speakers.pronouns import THEIRS

IMPLYING = frozenset({"предполагать", "означать", "внушать", "убеждать", "говорить", "указывать"})
# «добились чёткого ответа, что привело к миру»: what follows from all before, said of no word
CONSEQUENCES = frozenset(
    "привести позволить вызвать повлечь помочь помешать означать свидетельствовать".split()
)
PROOFS = frozenset({"гарантия", "доказательство", "подтверждение"})
# «данные, подтверждающие, что лёд тонок»: papers that prove it, and nobody who says it
SHOWING = frozenset({"подтверждать", "доказывать", "показывать"})
NO_VERBS = frozenset({"нет", "нужно", "можно", "надо", "нельзя", "необходимо"})


def reported(scene: Scene) -> Iterator[Draft]:
    """Орехов сообщил, что смета утверждена.  Лаптева попросила, чтобы доклад перенесли."""
    words = scene.words
    for i in [i for i, form in enumerate(words.lower) if form in CONJUNCTIONS and i > 1]:
        if words.form[i - 1] != "," and not _comma_forgotten(scene, i):
            continue
        if (
            words.lower[i] == "что"
            and words.pos[i] not in {"SCONJ", "PART", "CCONJ", "ADV"}
            and words.feat(i, "Case") not in {"", "Nom", "Acc"}
        ):
            continue
        cue = governor(scene, i) if words.form[i - 1] == "," else scene.cues[i - 1]
        if cue is None and words.lower[i] == "что":
            yield from _fronted(scene, i)
        if (
            cue is not None
            and cue.has("say", "think", "state", "deny", "find", "ask", "demand", "gesture", "rate")
            and _fits(scene, cue, i)
            and not _relative_what(scene, i, cue)
            and not _goes_on(scene, i, cue)
            and not _what_to_do(scene, i, cue)
            and not (_asks_what(scene, i) and scene.lower(i - 2) in HINGES)
        ):
            begin = i + 2 if scene.lower(i + 1) in {"якобы", ":"} else i + 1
            yield from clause_draft(scene, "that", cue, i, i if _asks_what(scene, i) else begin)


def in_marks(scene: Scene) -> Iterator[Draft]:
    """Порт выразил надежду, «что причал откроют».: the conjunction stands inside the marks, with what it opens.

    In «цех встал, «что увеличило сроки»» the same word is a pronoun, the subject of its clause.
    """
    words = scene.words
    for mark, close in scene.closed:
        i = mark + 1
        subject = words.dep[i].startswith("nsubj") and words.pos[i] == "PRON"
        if words.lower[i] != "что" or subject or mark < 2 or words.form[mark - 1] != ",":
            continue
        cue, part = governor(scene, mark), trim(scene, i + 1, close)
        if cue is None or not cue.has("say", "think", "state", "deny") or not _fits(scene, cue, mark):
            continue
        if part is None or not scene.has_predicate(*part) or own_voice(scene, cue):
            continue
        draft = Draft("that", "mixed", [part], cue=cue.span, verb=cue.head if cue.form != "noun" else None)
        source = _source(scene, cue, limits(scene, mark)[0], mark - 1)
        if source:
            draft.source, draft.source_head = source.span, source.head
        yield draft


def _asks_what(scene: Scene, i: int) -> bool:
    """«рассказал, что известно о пожаре», «что происходит в порту»: a question word, which is part of what is told."""
    asks = scene.words.lemma[i + 1 : i + 2]
    return scene.words.lower[i] == "что" and bool(
        {"известный", "происходить", "произойти"}.intersection(asks)
    )


def _relative_what(scene: Scene, i: int, cue: Cue) -> bool:
    """«Мест так мало, отмечает Орехов, что вызывает споры»: the report is inserted, and «что» is a subject."""
    words = scene.words
    subject = words.pos[i] == "PRON" and words.dep[i].startswith("nsubj")
    return (
        subject
        and words.form[cue.span[0] - 1] == ","
        and scene.has_predicate(limits(scene, i)[0], cue.span[0])
    )


def _what_to_do(scene: Scene, i: int, cue: Cue) -> bool:
    """«ему указывали, что делать»: an infinitive makes «что» the thing to be done, which nobody tells."""
    words = scene.words
    alone = i + 2 < len(words) and words.feat(i + 1, "VerbForm") == "Inf" and words.pos[i + 2] == "PUNCT"
    return words.lower[i] == "что" and alone and words.form[i + 2] != "," and not cue.has("ask")


def _goes_on(scene: Scene, i: int, cue: Cue) -> bool:
    """«отменил требование для судов, что позволило выйти в рейс»: «что» is the subject and stands for all before it."""
    words = scene.words
    told = word_list("nouns") | word_list("messages")  # «отрицает слухи, что уходит»
    whole = cue.form == "noun" or any(
        words.dep[c] == "obj" and cue.head < c < i and words.pos[c] == "NOUN" and words.lemma[c] not in told
        for c in words.children[cue.head]
        if not words.ent[c]  # «рассказал «Матч ТВ», что уходит»
    )
    if not whole or words.lower[i] != "что":
        return False
    end = limits(scene, i)[1]
    follows = (
        words.lemma[i + 1] in CONSEQUENCES
        or words.lemma[i + 2 : i + 3]
        and words.lemma[i + 2] in CONSEQUENCES
    )
    if words.lemma[i - 2] == words.lemma[cue.head] and not follows:
        return False
    verb = i + 1 + (scene.words.pos[i + 1] in {"ADV", "PART"})
    if verb >= end or not scene.is_finite(verb) or words.feat(verb, "Number") != "Sing":
        return False
    stop = next((k for k in range(verb, end) if words.form[k] == ","), end)
    subjects = (k for k in range(i + 1, stop) if words.feat(k, "Case") == "Nom" and words.pos[k] in NAMING)
    impersonal = scene.lower(i - 2) not in HINGES and words.feat(verb, "Gender") in {"", "Neut"}
    return impersonal and not any(agrees(scene, k, verb) for k in subjects)


def _fronted(scene: Scene, conjunction: int) -> Iterator[Draft]:
    """О том, что смета утверждена, в мае сообщил Орехов.: the clause stands before its verb."""
    if (scene.lower(conjunction - 3), scene.lower(conjunction - 2)) != ("о", "том"):
        return
    high = limits(scene, conjunction)[1]
    for comma in range(conjunction + 2, high - 1):
        if scene.words.form[comma] != "," or not scene.has_predicate(conjunction, comma):
            continue
        cue = next((scene.cues[k] for k in range(comma + 1, min(comma + 6, high)) if k in scene.cues), None)
        if cue is None or not cue.has("say", "state") or cue.form not in {FINITE, PASSIVE}:
            continue
        if cue.negated and not cue.has("say"):
            return  # «О том, что мост закроют, не сообщалось»: nobody has told it
        if any(scene.is_finite(k) for k in range(comma + 1, cue.head)):
            continue
        part = trim(scene, conjunction + 1, comma)
        author = author_of_cue(scene, cue, comma + 1, high)
        if part and (author.source or author.sourceless) and not _tells_by_itself(scene, author):
            yield author.fill(Draft("that", "indirect", [part]), scene)
        return
    yield from _fronted_without_comma(scene, conjunction, high)


def _tells_by_itself(scene: Scene, author: Author) -> bool:
    """«О том, что это были не греки, говорит оружие»: a thing shows it, nobody says it."""
    if author.source is None or author.sourceless or scene.words.lemma[author.source.head] in INFORMANTS:
        return False
    return is_thing(scene.words, author.source.head)


def _fronted_without_comma(scene: Scene, conjunction: int, high: int) -> Iterator[Draft]:
    """О том, что мост закроют сообщил мэр.: the comma behind the clause is forgotten."""
    words = scene.words
    cue = next((scene.cues[k] for k in range(conjunction + 2, high) if k in scene.cues), None)
    if cue is None or not cue.has("say") or words.form[cue.head - 1] == ",":
        return
    if (
        cue.form == PASSIVE
        and words.lemma[cue.head - 1] == "быть"
        and scene.has_predicate(conjunction, cue.head - 1)
    ):
        part = trim(scene, conjunction + 1, cue.head - 1)  # «О том, что мост закроют было объявлено в мае»
        if part:
            yield author_of_cue(scene, cue, cue.head - 1, high).fill(Draft("that", "indirect", [part]), scene)
        return
    if cue.form != FINITE:
        return
    author = author_of_cue(scene, cue, cue.head, high)
    part = trim(scene, conjunction + 1, cue.head)
    told = author.source is not None and author.source.span[0] == cue.head + 1
    if part and told and scene.has_predicate(*part) and not _tells_by_itself(scene, author):
        yield author.fill(Draft("that", "indirect", [part]), scene)


def _comma_forgotten(scene: Scene, i: int) -> bool:
    """«аналитики полагают что …»: a conjunction right after its verb, the comma left out."""
    cue = scene.cues.get(i - 1)
    return (
        scene.words.lower[i] == "что"
        and scene.words.pos[i] == "SCONJ"
        and cue is not None
        and cue.form == FINITE
        and cue.has("say", "think")
    )


def _fits(scene: Scene, cue: Cue, i: int) -> bool:
    """«чтобы» needs a verb that asks; a finding needs a study or a body that found it."""
    if stray_subject(scene, cue) or _has_topic(scene, cue, i) or _supposed(scene, cue):
        return False
    if _lets_or_demands(scene, cue, i):
        return False
    if (
        cue.negated
        and scene.lower(cue.head) == "говоря"
        or scene.words.lemma[cue.head] in {"начать", "начинать"}
    ):
        return False  # «не говоря о том, что …», «начал упираться, мол, что такое?»
    if scene.words.lemma[cue.head] == "объясняться" and scene.lower(i - 2) in HINGES - {"тем"}:
        return False  # «союз объяснялся надеждой на то, что …»
    if scene.lower(i) == "чтобы":
        return _asks_for(scene, cue, i)
    many = scene.words.feat(cue.head, "Number") == "Plur"
    if many and scene.words.lemma[cue.head] in {"подозревать", "ожидать"}:
        return _somebody_does(scene, cue, i)
    if cue.has("find") and not cue.has("say", "think"):
        return any(finds(scene, who) for who in _finders(scene, cue))
    if scene.words.lemma[cue.head] in IMPLYING and _thing_subject(scene, cue):
        return False
    if cue.has("demand", "gesture", "rate") and not cue.has("say", "think"):
        accuses = cue.has("rate") and scene.lower(i - 2) == "том" and scene.lower(i - 3) == "в"
        return cue.has("gesture", "demand") or accuses
    return True


def _asks_for(scene: Scene, cue: Cue, i: int) -> bool:
    """«потребовал, чтобы порт открыли», but no purpose: «приехал, чтобы …», «передал деньги подруге, чтобы …»."""
    asks = cue.has("demand", "say") and cue.form not in {PARTICIPLE, "noun"}
    return asks and not _hands_over(scene, cue, i) and not _purpose(scene, i)


def _somebody_does(scene: Scene, cue: Cue, i: int) -> bool:
    """«рыбаки ожидают, что …»: somebody's expectation; «его подозревают в том, что …» is nobody's."""
    start, end = limits(scene, i)
    who = author_of_cue(scene, cue, *clause_around(scene, cue.head, start, min(end, i - 1))).source
    who = who or shared_subject(scene, cue.head)
    return who is not None and agrees(scene, who.head, cue.head)


def _lets_or_demands(scene: Scene, cue: Cue, i: int) -> bool:
    """«мэр допустил то, что порт зарос», «потребовал гарантий, что порт откроют»: what was let happen, what is demanded."""
    words, before = scene.words, i - 2
    if words.lemma[cue.head] in {"допустить", "допускать"}:
        return words.lower[before] == "то"
    if cue.classes == {"think"} and before in scene.closes:
        return True  # «ожидает «твёрдого сигнала», что порт откроют»
    return cue.classes == {"demand"} and words.lemma[before] in PROOFS


def _hands_over(scene: Scene, cue: Cue, conjunction: int) -> bool:
    """«передал деньги подруге, чтобы …», «передал $5 млн»: with an object of its own the verb asks for nothing."""
    words = scene.words
    if cue.has("demand"):
        return False
    return scene.lower(cue.head + 1)[:1] in {"$", "€"} or any(
        words.pos[k] in {"NOUN", "NUM"}
        and words.feat(k, "Case") == "Acc"
        and words.feat(k, "Animacy") != "Anim"
        for k in range(cue.head + 1, conjunction - 1)
        if k not in range(*cue.span)  # «выразил пожелание, чтобы …»
    )


def _purpose(scene: Scene, i: int) -> bool:
    """«чтобы завладеть кольцом»: with an infinitive it tells a purpose, not what was asked."""
    words, end = scene.words, limits(scene, i)[1]
    for j in range(i + 1, end):
        if scene.is_finite(j):
            return False
        if words.feat(j, "VerbForm") == "Inf":
            return True
    return True


def _supposed(scene: Scene, cue: Cue) -> bool:
    """«Если они считают, что это нужно, …»: a condition reports nothing; «если бы сказал» supposes a report."""
    words = scene.words
    start, _ = limits(scene, cue.head)
    left = next((k for k in range(cue.head, start, -1) if words.form[k - 1] == ","), start)
    return words.feat(cue.head, "Tense") == "Pres" and any(
        words.lower[k] == "если" for k in range(left, cue.head)
    )


def _finders(scene: Scene, cue: Cue) -> Iterator[Source]:
    """Whoever finds: the source in the verb's clause, and its subject over a clause between: «опрос, проведённый в мае, показал»."""
    words = scene.words
    near = author_of_cue(scene, cue, *clause_around(scene, cue.head, *scene.sentence(cue.head))).source
    if near is not None:
        yield near
    for child in words.children[cue.head]:
        if words.dep[child].startswith("nsubj"):
            yield Source((child, child + 1), child)


def finds(scene: Scene, who: Source) -> bool:
    """A study, a body that studies, or a medium: «исследование показало», «один из документов показал»."""
    words, head = scene.words, who.head
    if words.lemma[head] == "один" and scene.lower(head + 1) == "из":
        head = next((k for k in range(head + 2, who.span[1]) if words.pos[k] == "NOUN"), head)
    known = word_list("documents") | word_list("finders")
    return words.lemma[head] in known or is_medium(scene, *who.span) or _reporter(scene, who)


def _reporter(scene: Scene, who: Source) -> bool:
    """«спецкор «Вестника»», «журналисты», «корреспондент»: who finds things out to publish them."""
    return scene.words.lemma[who.head] in word_list("reporters")


def _thing_subject(scene: Scene, cue: Cue) -> bool:
    """«Подготовка предполагает, что …»: said of a thing the verb means «implies»."""
    words = scene.words
    subjects = (c for c in words.children[cue.head] if words.dep[c].startswith("nsubj"))
    return any(_implies(scene, Source((c, c + 1), c)) for c in subjects)


def _implies(scene: Scene, source: Source) -> bool:
    return is_thing(scene.words, source.head) and scene.words.lemma[source.head] not in INFORMANTS


def stray_subject(scene: Scene, cue: Cue) -> bool:
    """«Всё указывает на то, что», «это говорит о том, что», «закон гласит, что»: nobody speaks."""
    words = scene.words
    subjects = [c for c in words.children[cue.head] if words.dep[c].startswith("nsubj")]
    return any(
        words.lower[c] in {"все", "это", "то", "что", "чем", "ничто", "последнее"}
        and words.feat(c, "Number") != "Plur"
        or words.lower[c] == "который"
        and not _stands_for_a_speaker(scene, cue)
        or words.lemma[c] in word_list("norms") - word_list("medium_nouns")
        for c in subjects
    )


def _stands_for_a_speaker(scene: Scene, cue: Cue) -> bool:
    """«источник Reuters, который уточнил, что …»: the noun before «который» can speak."""
    words = scene.words
    who = relative_subject(scene, cue.head, scene.sentence(cue.head)[0])
    if who is None:
        return False
    animate = words.feat(who.head, "Animacy") == "Anim" or words.ent[who.head] in {"PER", "ORG"}
    return animate or words.lemma[who.head] in speaking() | INFORMANTS


def _has_topic(scene: Scene, cue: Cue, conjunction: int) -> bool:
    """«объявил о переименовании страны, что значит …»: the verb has its object and «что» is a pronoun."""
    words = scene.words
    if cue.form == "noun" or scene.lower(conjunction - 2) in HINGES | {"данных", "сведений"}:
        return False
    comma = next((k for k in range(cue.head + 1, conjunction - 1) if words.form[k] == ","), conjunction - 1)
    return any(
        words.lower[k] in {"о", "об"} and words.lower[k + 1] not in HINGES for k in range(cue.head + 1, comma)
    )


def clause_draft(scene: Scene, rule: str, cue: Cue, opening: int, begin: int) -> Iterator[Draft]:
    """The draft of a clause that the conjunction at ``opening`` begins; content starts at ``begin``."""
    if own_voice(scene, cue):
        return
    low, high = limits(scene, opening)
    end = reported_end(scene, cue, begin, high)
    part = trim(scene, begin, end)
    if part is None or part[1] - part[0] < 1:
        return
    draft = Draft(rule, "indirect", [part], cue=cue.span, verb=cue.head if cue.form != "noun" else None)
    if (cue.has("state") or cue.form == PASSIVE) and stands_in_law(scene, cue.head, low):
        return
    source = _source(scene, cue, low, opening - 1)
    by_itself = _comes_by_itself(scene, cue)
    if source is None and by_itself:
        source = place(scene, cue.head, low, opening - 1)  # «В прессе появилась информация, что …»
    if source is None and cue.form == "noun" and scene.words.lemma[cue.head] in word_list("held"):
        return  # «есть предположение, что …»: nobody holds it
    if source and (_only_shows(scene, cue, source) or is_law(scene, source)):
        return
    if source:
        draft.source, draft.source_head = source.span, source.head
    stated = cue.has("state") and not cue.has("say") or cue.form in {PASSIVE, "noun"}
    draft.sourceless = stated or by_itself
    if cue.form != "noun":
        draft.polarity = polarity_of(scene, cue.head)
    yield draft


def _only_shows(scene: Scene, cue: Cue, source: Source) -> bool:
    """«данные, подтверждающие, что …», «знаки, предупреждающие, что …»: things that prove or imply say nothing."""
    words, participle = scene.words, cue.form == PARTICIPLE
    thing = words.feat(source.head, "Animacy") == "Inan" and words.ent[source.head] != "ORG"
    if participle and words.lemma[cue.head] in SHOWING and thing:
        return True
    return (participle or words.lemma[cue.head] in IMPLYING) and _implies(scene, source)


def _comes_by_itself(scene: Scene, cue: Cue) -> bool:
    """«Появилась информация о том, что …»: the message is the verb's own subject, and nobody's."""
    words = scene.words
    subjects = (c for c in words.children[cue.head] if words.dep[c].startswith("nsubj"))
    return any(words.lemma[c] in word_list("messages") for c in subjects)


def own_voice(scene: Scene, cue: Cue) -> bool:
    """«Думаю, что …» inside somebody's speech, «отметим, что …» of the author: nobody is quoted."""
    words = scene.words
    person = person_of(words, cue.head)
    if person == "1" and words.feat(cue.head, "Tense") != "Past":
        return True
    if person == "2":
        return True
    subjects = [words.lower[c] for c in words.children[cue.head] if words.dep[c].startswith("nsubj")]
    if words.pos[cue.head] == "ADJ" and not subjects and scene.pair_around(cue.head):
        return True
    return bool({"я", "мы"} & set(subjects)) and cue.has("think") and not cue.has("say")


def _source(scene: Scene, cue: Cue, start: int, end: int) -> Source | None:
    words = scene.words
    if cue.form == "noun":
        found = complement(scene, cue.head, end)
        if found is None and cue.head > start and words.lower[cue.head - 1] in THEIRS:
            return Source((cue.head - 1, cue.head), cue.head - 1)
        return found
    if cue.form == PARTICIPLE:
        head = words.head[cue.head]
        return (
            phrase(scene, head, start, cue.head - 1)
            if words.pos[head] in {"NOUN", "PROPN"} and head < cue.head
            else None
        )
    return author_of_cue(scene, cue, start, end).source or shared_subject(scene, cue.head)


def _must(scene: Scene, start: int, end: int) -> bool:
    """«Правозащитники убеждены: обвинять её нельзя»: a predicate that is no verb."""
    return any(scene.words.lower[i] in NO_VERBS for i in range(start, end))


def _in_title(scene: Scene, i: int) -> bool:
    """«Спектакль «Он сказал: уходи» собрал зал»: nobody speaks inside the name of a thing."""
    pair = scene.pair_around(i)
    return pair is not None and pair[0] > 0 and scene.words.lemma[pair[0] - 1] in word_list("titled")


def colon(scene: Scene) -> Iterator[Draft]:
    """Лаптева предположила: ветер усилится.  Сказано так: ехать нельзя."""
    words = scene.words
    for i in [i for i, form in enumerate(words.form[:-2]) if form == ":" and i]:
        if (
            words.par[i + 1] != words.par[i]
            or i + 1 in scene.opens
            and not is_title(scene, i + 1, scene.opens[i + 1])
            or scene.is_dash(i + 1)
            or i + 1 in scene.of_this
            or words.form[i + 1] == "/"
            or words.start[i + 1] == words.end[i]
        ):
            continue
        begin, end = limits(scene, i)
        if i + 1 >= end:
            end = limits(scene, i + 1)[1]
        cue = next(
            (
                scene.cues[j]
                for j in range(i - 1, max(begin, i - 8) - 1, -1)
                if j in scene.cues and scene.cues[j].has("say", "think", "ask", "state")
            ),
            None,
        )
        if (
            cue is None
            or cue.form == PARTICIPLE
            or not (
                scene.has_predicate(i + 1, end) or _must(scene, i + 1, end) or scene.has_subject(i + 1, end)
            )
            or _in_title(scene, i)
            or any(words.dep[c] == "xcomp" for c in words.children[cue.head])
            or cue.has("think")
            and any(words.dep[c] == "obj" for c in words.children[cue.head])
            or own_voice(scene, cue)
        ):
            continue
        if any(words.form[k] == "," for k in range(cue.head, i)) and not scene.is_finite(cue.head):
            continue
        part = trim(scene, i + 1, clause_end(scene, i + 1, cue.head, end))
        if part:
            left = clause_around(scene, cue.head, begin, i)
            draft = Draft("colon-clause", "indirect", [part])
            yield author_of_cue(scene, cue, *left).fill(draft, scene)
