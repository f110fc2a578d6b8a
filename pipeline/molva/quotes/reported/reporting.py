"""Whether a cue reports the clause that follows, or demands, implies, supposes, finds what it says."""

from collections.abc import Iterator

from molva.lexicon.nouns import roles
from molva.quotes.conjunctions import ABOUT
from molva.quotes.cues import FINITE, PARTICIPLE, PASSIVE, Cue
from molva.quotes.ends.clauses import clause_around
from molva.quotes.ends.edges import limits
from molva.quotes.kinds import INFORMANTS, is_outcome, is_thing, speaking
from molva.quotes.lexicon import word_list
from molva.quotes.media.medium import is_medium
from molva.quotes.reported.governors import FELT, HINGES
from molva.quotes.reported.perceiving import is_motive_or_surprise, perceives
from molva.quotes.scene import Scene
from molva.quotes.sources.at_verb import relative_subject
from molva.quotes.sources.authors import author_of_cue
from molva.quotes.sources.phrases import Source
from molva.quotes.sources.sharing import shared_subject
from molva.quotes.sources.subjects import agrees
from molva.quotes.verbs import ACCOUNTING, ANSWERING, REACTING, TO_CAUSES
from molva.words import Words

STATES = frozenset({"страна", "государство", "держава"})
IMPLYING = frozenset(
    "предполагать означать внушать убеждать говорить указывать подтверждать намекать".split()
)
# «свидетель показал, что ворота были открыты»: whoever is heard in court finds nothing, he testifies
WITNESSES = frozenset(
    "свидетель свидетельница потерпевший потерпевшая подсудимый подсудимая обвиняемый обвиняемая "
    "подозреваемый подозреваемая истец истица ответчик ответчица".split()
)
TESTIFYING = frozenset({"показать", "показывать"})
HEARING = frozenset({"допрос", "допросить", "допрашивать", "вина"})
# «|ряд| исследований показал»: of how many it was
MANY = frozenset(
    "ряд серия часть большинство множество пара десяток сотня тысяча группа команда коллектив".split()
)
TEAMS = frozenset({"команда", "группа", "коллектив", "лаборатория"})
COLLEAGUES = frozenset({"коллега", "соавтор"})
# «|не сообщают|, что …»: what the verb of plain telling is denied of has not been told
INFORMING = frozenset(
    "говорить сказать сообщать сообщить рассказывать рассказать уточнять уточнить указывать указать писать "
    "написать упоминать упомянуть информировать проинформировать уведомить уведомлять известить оповестить "
    "предупредить предупреждать уточняться".split()
)
# «следователи |выяснили|, что сторож лгал»: they have got to know it, and have not said so
OFFICERS = frozenset({"следователь", "следствие"})
COUNTING = frozenset({"подсчитать", "подсчитывать"})
COMMENTING = frozenset({"прокомментировать", "комментировать"})
FACTS = frozenset({"факт", "обстоятельство"})
COMPARED = frozenset("больше меньше выше ниже чаще реже лучше хуже дороже дешевле".split())
# «ответил на |вопрос| о сроках, что …»: occasions that have a topic of their own
OCCASIONS = frozenset(
    "вопрос запрос просьба пресс-конференция совещание заседание брифинг слушание передача".split()
)
PAYING = frozenset("предлагать предложить обещать пообещать просить попросить требовать потребовать".split())
STAGES = frozenset("начать начинать закончить заканчивать завершить завершать".split())
PROOFS = frozenset({"гарантия", "доказательство", "подтверждение"})


def fits(scene: Scene, cue: Cue, i: int) -> bool:
    """«чтобы» needs a verb that asks; a finding needs a study or a body that found it."""
    lemma = scene.words.lemma[cue.head]
    if stray_subject(scene, cue) or _has_topic(scene, cue, i) or _supposed(scene, cue):
        return False
    if _untold(scene, cue, i) or is_motive_or_surprise(scene, cue) or perceives(scene, cue, i):
        return False
    if _lets_or_demands(scene, cue, i) or _set_phrase(scene, cue, i) or _is_told_of(scene, cue, i):
        return False
    if scene.lower(i) == "чтобы":
        return _asks_for(scene, cue, i)
    if cue.form == PASSIVE and cue.classes <= {"demand", "state"}:
        return False  # «рыбаки призваны, и всё то, что …», «меры призваны убрать вред, …, что …»
    if lemma in {"подозревать", "ожидать", "ждать"} and scene.words.feat(cue.head, "Number") == "Plur":
        return _somebody_does(scene, cue, i)
    if cue.has("find") and not cue.has("say", "think"):
        return _testifies(scene, cue) or is_finding(scene, cue)
    if lemma in IMPLYING and _thing_subject(scene, cue):
        return lemma == "говорить" and scene.lower(i - 2) not in HINGES  # «знаки говорят о том, что …»
    speaks = cue.has("say", "think", "gesture", "demand") or not cue.has("rate")
    return speaks or _accuses_or_explains(scene, cue, i)


def _untold(scene: Scene, cue: Cue, i: int) -> bool:
    """«Полиция |не уточняет|, что горел именно склад», «|никто| не отрицает, что …»: nobody has told it."""
    words = scene.words
    negated = words.lower[cue.head - 1] == "не"
    nobody = negated and any(words.lemma[c] == "никто" for c in words.subjects(cue.head))
    return nobody or negated and words.lower[i] == "что" and words.lemma[cue.head] in INFORMING


def _is_told_of(scene: Scene, cue: Cue, i: int) -> bool:
    """«Причалы в описи не упоминаются, что странно»: a thing is the subject, and there is no clause to tell."""
    words = scene.words
    if words.lower[i] != "что" or not cue.has("state") or scene.lower(i - 2) in HINGES:
        return False
    subjects = (c for c in words.subjects(cue.head) if c < i)
    things = (c for c in subjects if words.pos[c] == "NOUN" and is_thing(words, c))
    return any(words.lemma[c] not in word_list("nouns") for c in things)


def _set_phrase(scene: Scene, cue: Cue, i: int) -> bool:
    """«не говоря о том, что …», «начал упираться, мол, …», «объяснялось надеждой на то, что …»: nothing is told."""
    lemma = scene.words.lemma[cue.head]
    if cue.negated and scene.lower(cue.head) == "говоря" or lemma in STAGES:
        return True
    if lemma in ANSWERING | REACTING | COMMENTING and scene.lower(i - 2) in HINGES:
        return True  # «ответили тем, что закрыли порт», «отреагировал на то, что …», «прокомментировал новость о том, что …»
    if _is_compared(scene, i) or _is_a_fact(scene, lemma, i - 2):
        return True
    if cue.has("gesture") and scene.lower(i - 2) in HINGES and scene.lower(i - 3) == "не":
        return True  # «удивился не тому, что мост закрыли, а тому, что …»
    return lemma == "объясняться" and scene.lower(i - 2) in HINGES - {"тем"}


def _is_a_fact(scene: Scene, verb: str, noun: int) -> bool:
    """«прокомментировал |тот факт|, что …», «объяснил то |обстоятельство|, что …»: known already, and he speaks of it; not so «тем фактом, что»."""
    words = scene.words
    about = verb in ANSWERING | REACTING | COMMENTING | ACCOUNTING
    return about and words.lemma[noun] in FACTS and words.feat(noun, "Case") in {"Nom", "Acc"}


def _is_compared(scene: Scene, i: int) -> bool:
    """«ответили 12 рыбаков, |что вдвое больше| прошлогоднего»: a number compared, with no predicate."""
    words, end = scene.words, limits(scene, i)[1]
    stop = next((k for k in range(i + 1, end) if words.form[k] == ","), end)
    counted = words.lower[i + 1 : i + 2] in (["на"], ["в"]) and words.form[i + 2][:1].isdigit()
    by_how_much = counted or scene.lower(i + 1) in {"вдвое", "втрое", "вчетверо", "почти", "чуть"}
    more = any(words.lower[k] in COMPARED for k in range(i + 1, min(i + 5, stop)))
    return words.lower[i] == "что" and by_how_much and more and not scene.has_predicate(i + 1, stop)


def _accuses_or_explains(scene: Scene, cue: Cue, i: int) -> bool:
    """«обвинил его |в том|, что …»; «многие связывают это |с тем|, что …», but «этот день связывают …» is done by nobody."""
    hinge = scene.words.lower[i - 3 : i - 1]
    if hinge == ["с", "тем"] and scene.words.lemma[cue.head] in TO_CAUSES:
        return cue.form == FINITE and not _thing_subject(scene, cue) and _somebody_does(scene, cue, i)
    return hinge == ["в", "том"]


def _asks_for(scene: Scene, cue: Cue, i: int) -> bool:
    """«потребовал, чтобы порт открыли», but no purpose: «приехал, чтобы …», «передал деньги подруге, чтобы …»."""
    asks = cue.has("demand", "say") and cue.form not in {PARTICIPLE, "noun"}
    if scene.words.lower[i - 3 : i - 1] == ["за", "то"] and scene.words.lemma[cue.head] in PAYING:
        return False  # «|предлагал| деньги за то, чтобы он солгал»: what is paid for
    return asks and not _hands_over(scene, cue, i) and not _purpose(scene, i)


def _somebody_does(scene: Scene, cue: Cue, i: int) -> bool:
    """«рыбаки ожидают, что …», «в порту ожидают, что …»: somebody's; «его подозревают в том, что …» is nobody's."""
    start, end = limits(scene, i)
    who = author_of_cue(scene, cue, *clause_around(scene, cue.head, start, min(end, i - 1))).source
    who = who or shared_subject(scene, cue.head)
    within = who is not None and scene.words.feat(who.head, "Case") == "Loc"
    return who is not None and (within or agrees(scene, who.head, cue.head))


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
    if cue.has("demand") or _has_what_it_asks(scene, cue, conjunction):
        return _has_what_it_asks(scene, cue, conjunction)
    return scene.lower(cue.head + 1)[:1] in {"$", "€"} or any(
        words.pos[k] in {"NOUN", "NUM"}
        and words.feat(k, "Case") == "Acc"
        and words.feat(k, "Animacy") != "Anim"
        for k in range(cue.head + 1, conjunction - 1)
        if k not in range(*cue.span)  # «выразил пожелание, чтобы …»
    )


def _has_what_it_asks(scene: Scene, cue: Cue, conjunction: int) -> bool:
    """«потребовал |отставки| мэра, чтобы …», «призвал |к переговорам|, чтобы …»: asked for already, and this is what for.

    Who is asked leaves the clause its place, and so does a word for the asking: «обратился к мэру с просьбой, чтобы …».
    """
    words = scene.words
    if scene.lower(conjunction - 2) in HINGES or words.lemma[conjunction - 2] in word_list("nouns") | {
        "просьба"
    }:
        return False
    below = (c for c in words.children[cue.head] if cue.head < c < conjunction and c not in range(*cue.span))
    return any(is_thing(words, c) and _is_asked_for(scene, c) for c in below)


def _is_asked_for(scene: Scene, noun: int) -> bool:
    """«|встречу|», «к |переговорам|», «на |участии|»: an object, or the place that a verb of asking gives with its preposition."""
    words = scene.words
    prepositions = {words.lower[c] for c in words.children[noun] if words.dep[c] == "case"}
    return bool(prepositions & (ABOUT | {"к", "на"})) or words.dep[noun] == "obj" and not prepositions


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


def is_finding(scene: Scene, cue: Cue) -> bool:
    """«исследование показало», «аналитики подсчитали»: found to be published, by whom the text gives."""
    return any(
        finds(scene, who) and not _got_to_know(scene, cue, who) or counts(scene, cue, who)
        for who in _finders(scene, cue)
    )


def _finders(scene: Scene, cue: Cue) -> Iterator[Source]:
    """Whoever finds: the source in the verb's clause, and its subject over a clause between: «опрос, проведённый в мае, показал»."""
    words = scene.words
    near = author_of_cue(scene, cue, *clause_around(scene, cue.head, *scene.sentence(cue.head))).source
    if near is not None:
        yield near
    for subject in words.subjects(cue.head):
        yield Source((subject, subject + 1), subject)


def finds(scene: Scene, who: Source) -> bool:
    """A study, a body that studies, or a medium: «исследование показало», «один из документов», «ряд опросов показал»."""
    words, head = scene.words, who.head
    if words.lemma[head] == "один" and scene.lower(head + 1) == "из":
        head = next((k for k in range(head + 2, who.span[1]) if words.pos[k] == "NOUN"), head)
    if _is_a_team(scene, who):
        return True
    if is_outcome(words, head):
        return True
    if words.lemma[head] in MANY:
        head = next((k for k in range(head + 1, who.span[1]) if words.feat(k, "Case") == "Gen"), head)
    known = word_list("documents", "finders")
    if _is_called(words.lemma[head], "ученый"):
        return True  # «биологи выяснили», as «учёные»
    heard = words.lemma[head] in WITNESSES or words.lower[head] in WITNESSES
    return heard or words.lemma[head] in known or is_medium(scene, *who.span) or _reporter(scene, who)


def _is_a_team(scene: Scene, who: Source) -> bool:
    """«|команда Джона Бурна| выяснила», «Джон Бурн |и его коллеги| обнаружили»: those who study together, by one of them."""
    words, (start, end) = scene.words, who.span
    named = any(words.ent[k] == "PER" and words.feat(k, "Case") == "Gen" for k in range(who.head + 1, end))
    if words.lemma[who.head] in TEAMS:
        return named
    near = range(start, min(end + 3, len(words)))
    return words.ent[who.head] == "PER" and any(words.lemma[k] in COLLEAGUES for k in near)


def _is_called(lemma: str, broader: str) -> bool:
    """Whether a noun for a person has a broader one: «биолог» is a «ученый»."""
    noun = roles().get(lemma)
    return noun is not None and broader in noun.broader


def counts(scene: Scene, cue: Cue, who: Source) -> bool:
    """«Минрыбхоз подсчитал, что …», «…, подсчитали в ведомстве»: a body counts to publish it, a neighbour for herself.

    So does who counts by calling: «…, подсчитал |экономист| Глеб Зуев».
    """
    words, head = scene.words, who.head
    body = words.ent[head] == "ORG" or words.lemma[head] in speaking()
    return words.lemma[cue.head] in COUNTING and (body or _is_called(words.lemma[head], "аналитик"))


def _got_to_know(scene: Scene, cue: Cue, who: Source) -> bool:
    """«|следователи выяснили|, что …»: officers get to know what «следствие установило, что …» states."""
    return scene.words.lemma[cue.head] == "выяснить" and scene.words.lemma[who.head] in OFFICERS


def _testifies(scene: Scene, cue: Cue) -> bool:
    """«Допрошенный рабочий вину признал и показал, что …»: by what stands before the verb somebody is heard."""
    words = scene.words
    before = words.lemma[limits(scene, cue.head)[0] : cue.head]
    return words.lemma[cue.head] in TESTIFYING and not (WITNESSES | HEARING).isdisjoint(before)


def _reporter(scene: Scene, who: Source) -> bool:
    """«спецкор «Вестника»», «журналисты», «корреспондент»: who finds things out to publish them."""
    return scene.words.lemma[who.head] in word_list("reporters")


def _thing_subject(scene: Scene, cue: Cue) -> bool:
    """«Подготовка предполагает, что …»: said of a thing the verb means «implies»; so «документ предполагает», but no study."""
    words = scene.words
    papers = word_list("documents") - word_list("finders")
    provides = words.lemma[cue.head] == "предполагать"
    subjects = words.subjects(cue.head)
    return any(
        implies(scene, Source((c, c + 1), c)) or provides and words.lemma[c] in papers for c in subjects
    )


def _of_many(words: Words, head: int) -> int:
    """«|часть| опытных |рыбаков| говорит», «ряд |опрошенных|»: of whom or of what many are."""
    many = [k for k in range(head + 1, min(head + 4, len(words))) if words.feat(k, "Case") == "Gen"]
    return next((k for k in many if words.pos[k] == "NOUN"), many[0] if many else head)


def implies(scene: Scene, source: Source) -> bool:
    """«Подготовка |предполагает|»: a thing that cannot speak, and no «источник», implies what follows."""
    words, head = scene.words, source.head
    if words.lemma[head] in MANY and scene.lower(head + 1):
        head = _of_many(words, head)
    return (
        is_thing(words, head)
        and words.feat(head, "Case") != "Loc"  # «на |заводе| говорят»: many speak there
        and words.lemma[head] not in INFORMANTS | STATES
        and not _is_a_party(words, head)
    )


def _is_a_party(words: Words, head: int) -> bool:
    """«|Вестрийская сторона| говорила, что …», «стороны указали, что …»: those who bargain or dispute; a coin's side shows."""
    if words.lemma[head] != "сторона":
        return False
    states = (words.lemma[c].endswith(("ский", "цкий")) for c in words.children[head] if c < head)
    return words.feat(head, "Number") == "Plur" or any(states)


def stray_subject(scene: Scene, cue: Cue) -> bool:
    """«Всё указывает на то, что», «это говорит о том, что», «закон гласит, что»: nobody speaks.

    Behind a comma stands no subject of the cue: «сказал, что спорить не станет, ведь |решение|, считает он, …».
    """
    words = scene.words
    comma = next((k for k in range(cue.head, len(words)) if words.form[k] == ","), len(words))
    subjects = [c for c in words.subjects(cue.head) if c < comma]
    return any(
        words.lower[c] in {"все", "это", "то", "что", "чем", "ничто", "последнее"}
        and words.feat(c, "Number") != "Plur"
        or words.lower[c] == "кто"
        and not _stands_for_people(scene, c)
        or words.lower[c] == "который"
        and not _stands_for_a_speaker(scene, cue)
        or words.lemma[c] in word_list("norms") - word_list("medium_nouns")
        for c in subjects
    )


def _stands_for_people(scene: Scene, who: int) -> bool:
    """«те, |кто| считает, что …»; in «кто сказал, что …?» nobody has."""
    return scene.lower(who - 1) == "," and scene.words.lemma[who - 2] in {"тот", "весь", "все", "каждый"}


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
    if words.lemma[conjunction - 2] in FELT:
        return False  # «заявил об |опасениях|, что …»
    comma = next((k for k in range(cue.head + 1, conjunction - 1) if words.form[k] == ","), conjunction - 1)
    return any(
        words.lower[k] in ABOUT and words.lower[k + 1] not in HINGES and not _of_an_occasion(scene, cue, k)
        for k in range(cue.head + 1, comma)
    )


def _of_an_occasion(scene: Scene, cue: Cue, preposition: int) -> bool:
    """«ответил на вопрос о сроках, что …», «заявил на встрече с рабочими о смете, что …»: what the question was about."""
    words = scene.words
    conjunction = next((k + 1 for k in range(preposition, len(words)) if words.form[k] == ","), preposition)
    if words.feat(conjunction + 1, "Gender") == "Neut" and scene.is_finite(conjunction + 1):
        return False  # «ответил на вопрос о сроках, что удивило всех»
    nouns = [k for k in range(cue.span[1], preposition) if words.pos[k] == "NOUN"]
    return any(words.lower[k - 1] in {"на", "в"} and words.lemma[k] in OCCASIONS for k in nouns)
