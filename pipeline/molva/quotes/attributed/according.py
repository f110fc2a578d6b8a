"""«Согласно отчёту порта», «в соответствии с прогнозом»: an attribution to a paper, or to who has the data."""

from molva.quotes.attributed.attribution_ends import Phrase, phrase_end
from molva.quotes.ends.edges import limits
from molva.quotes.lexicon import word_list
from molva.quotes.media.medium import is_foreign
from molva.quotes.scene import Scene
from molva.quotes.sources.complements import complement
from molva.quotes.sources.nouns_behind import behind_participle
from molva.quotes.sources.participles import given_by
from molva.quotes.sources.phrases import Source, phrase
from molva.quotes.speech_nouns import OF_SOMEBODY
from molva.speakers.pronouns import THEIRS

# «согласно решению суда, порт закроют»: an act of somebody's will tells what he has decided, as no law does
DECREES = frozenset({"указ", "решение", "постановление", "распоряжение", "приговор", "инициатива"})
WORDING = frozenset({"редакция", "версия", "текст", "буква", "вариант", "формулировка"})
PAPER = 30  # words back from «согласно ему» to the paper
DATIVE = frozenset({"ему", "ей", "им", "нему", "ней", "ним"})
# «согласно |плану|», «согласно |материалам дела|»: no documents by name, and one can act on them all the same
GROUNDS_TOLD = frozenset(
    "результат пояснение статистика источник программа план дело легенда "
    "отчетность переписка биография автобиография презентация табло онлайн-табло".split()
)

# «выходят согласно |плану|»: what one can act on, and seldom what tells something
PLANS = DECREES | frozenset(
    "план программа рекомендация замысел указание график расписание инструкция".split()
)
# «согласно опубликованной Зуевым записи»: what has been made known says something, whatever it is
ISSUED = frozenset(
    "опубликовать обнародовать озвучить представить предоставить получить поступить разместить распространить "
    "утечь привести подать".split()
)
# «согласно её |словам|», «согласно их |расчётам|»: whose they are speaks
OF_SPEECH = OF_SOMEBODY | {"слово", "рассказ", "утверждение", "заявление", "показание", "прогноз"}
# «согласно предварительным данным»: nobody is told, while «согласно правительственным данным» tells whose they are
OF_NOBODY = frozenset(
    "предварительный последний имеющийся некоторый неофициальный неподтвержденный первоначальный свежий "
    "уточненный обновленный разный различный".split()
)


def in_accord(scene: Scene, i: int) -> Phrase | None:
    """«в соответствии с прогнозом банка, …»: of findings and figures alone, for plans and laws are followed."""
    with_what = scene.words.lower[i + 1 : i + 3] == ["соответствии", "с"]
    found = according(scene, i + 2, "Ins") if with_what else None
    if found is None or _tells_how(scene, i):
        return None
    (_, stop), source, end = found
    noun = stop - 1 if stop > i + 3 else source.head if source else i
    known = word_list("markers", "finders") | {"доклад"}
    return ((i, stop), source, end) if scene.words.lemma[noun] in known else None


def according(scene: Scene, i: int, case: str = "Dat") -> Phrase | None:
    """«согласно отчёту Минфина, …»: the noun in its ``case`` is the source; a law or a norm is none."""
    words = scene.words
    limit = limits(scene, i)[1]
    if scene.lower(i + 1) and words.lemma[i + 1] == "свой":
        return None  # «Согласно |своей| программе, партия строит порт»: what it goes by itself
    if scene.lower(i + 1) and words.lemma[i + 1] == "который":
        return _according_to_which(scene, i)
    if scene.lower(i + 1) in DATIVE and words.form[i + 2 : i + 3] == [","] and not _is_norm(scene, i):
        return (i, i + 1), Source((i + 1, i + 2), i + 1), i + 2  # «Согласно ей, порт закроют»
    if scene.lower(i + 1) in THEIRS and words.lemma[i + 2 : i + 3] and words.lemma[i + 2] in OF_SPEECH:
        return (i, i + 3), Source((i + 1, i + 2), i + 1), phrase_end(scene, i + 3, limit)
    if words.lower[i + 1 : i + 3] == ["одной", "из"]:
        return None  # «согласно одной из статей»: nobody's words
    first = behind_participle(scene, i + 1, limit)
    head = _noun_in_case(scene, first, limit, case)
    if head is None or not _tells(scene, i, first, head):
        return None
    if words.lower[i + 1] in {"с", "со"} or words.lemma[head] in PLANS and _tells_how(scene, i):
        return None  # «правление не согласно с оценкой»
    by = any(words.feat(j, "Case") == "Ins" for j in range(i + 1, first))
    first = i + 1 if by else first  # «согласно опубликованному Минфином отчёту»: whose it is
    who = phrase(scene, head, first, limit)
    stop = max(who.span[1], head + 1)
    data = words.lemma[head] in OF_SOMEBODY
    if data and (found := _by_whose_data(scene, i, head, stop, limit)) is not None:
        return found
    return (i, i + 1), Source((first, stop), who.head), phrase_end(scene, stop, limit)


def _is_norm(scene: Scene, i: int) -> bool:
    """«Губернатор подписал закон. Согласно |ему|, …»: what the pronoun stands for, the last paper or norm before it."""
    known = word_list("norms", "documents", "finders")
    papers = (k for k in range(i - 1, max(i - PAPER, 0) - 1, -1) if scene.words.lemma[k] in known)
    paper = next(papers, None)
    return paper is not None and scene.words.lemma[paper] in word_list("norms")


def _tells_how(scene: Scene, i: int) -> bool:
    """«лодки выходят |согласно плану|»: right behind its verb, without a comma, it tells how something is done."""
    words, low = scene.words, limits(scene, i)[0]
    begin = next((k for k in range(i - 1, low, -1) if words.form[k] == ","), low)
    inside = i > low and words.form[i - 1].isalnum() and words.pos[i - 1] not in {"CCONJ", "SCONJ"}
    return inside and (scene.has_predicate(begin, i) or words.feat(i - 1, "VerbForm") == "Inf")


def _tells(scene: Scene, i: int, first: int, head: int) -> bool:
    """«согласно |отчёту|», «согласно его |замыслу|», «согласно опубликованной |записи|»; but no «согласно |правилам|»."""
    words = scene.words
    norms = word_list("norms") - DECREES
    norm = words.lemma[head] in norms or words.lemma[head] in WORDING and _of_a_norm(scene, head, norms)
    if norm or any(words.form[j] == "," for j in range(first, head)):
        return False
    owned = any(words.lower[j] in THEIRS for j in range(i + 1, head))
    issued = first > i + 1 and words.lemma[i + 1] in ISSUED
    return owned or issued or _says(scene, head)


def _of_a_norm(scene: Scene, head: int, norms: frozenset[str]) -> bool:
    """«согласно новой редакции |закона|», «согласно тексту |устава порта|»: a wording of what is followed and says nothing."""
    behind = scene.words.lemma[head + 1 : head + 3]
    return any(lemma in norms for lemma in behind)


def _by_whose_data(scene: Scene, i: int, noun: int, stop: int, limit: int) -> Phrase | None:
    """«согласно данным порта», «согласно данным, приведённым портом»; nobody's are «предварительные данные»."""
    owner = complement(scene, noun, limit)
    if owner is not None:
        return (i, noun + 1), owner, phrase_end(scene, owner.span[1], limit)
    end = phrase_end(scene, stop, limit)
    giver = given_by(scene, noun, end)
    plain = stop == noun + 1 > i + 2
    nobodys = plain and all(scene.words.lemma[j] in OF_NOBODY for j in range(i + 1, noun))
    return ((i, noun + 1), giver, end) if giver is not None or nobodys else None


def _noun_in_case(scene: Scene, first: int, limit: int, case: str) -> int | None:
    """«согласно оглашённому в понедельник |решению|»; but nothing of «в соответствии с этим суд счёл»."""
    words = scene.words
    nouns = [j for j in range(first, min(first + 5, limit)) if words.pos[j] in {"NOUN", "PROPN", "X"}]
    alike = (j for j in nouns if words.feat(j, "Case") in {case, ""})
    return next(alike, nouns[0] if nouns and words.feat(nouns[0], "Case") not in {"Nom", "Acc"} else None)


def _says(scene: Scene, head: int) -> bool:
    """Whether one can act on what the noun says: a report, a finding, a body, a person; no ticket."""
    words = scene.words
    known = word_list("documents", "finders", "markers", "bodies")
    known |= word_list("medium_nouns") | {"сми"}
    named = is_foreign(scene, head) or any(
        words.ent[i] for i in range(head, min(head + 4, len(words))) if words.sent[i] == words.sent[head]
    )
    return named or words.lemma[head] in known | DECREES | GROUNDS_TOLD


def _according_to_which(scene: Scene, i: int) -> Phrase | None:
    """«подсчёт голосов, согласно которому …»: the source is the noun before the comma; a decree only rules."""
    words = scene.words
    low = limits(scene, i)[0]
    which, claims = i + 1, word_list("markers", "finders") | {"доклад"}
    noun = next(
        (
            j
            for j in range(i - 2, low - 1, -1)
            if words.lemma[j] in claims
            and words.feat(j, "Number") == words.feat(which, "Number")
            and _same_gender(scene, which, j)
            and not scene.has_predicate(j, i)
        ),
        None,
    )
    if noun is None:
        return None
    who = phrase(scene, noun, low, i - 1)
    return (i, i + 1), who, i + 2


def _same_gender(scene: Scene, which: int, noun: int) -> bool:
    """Whether «которому» may stand for a noun: the masculine and the neuter have one form."""
    one, other = scene.words.feat(which, "Gender"), scene.words.feat(noun, "Gender")
    return one in {"", other} or {one, other} == {"Masc", "Neut"}
