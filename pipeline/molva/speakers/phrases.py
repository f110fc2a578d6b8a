"""Noun phrases as a newspaper builds them, read from left to right.

A description ends where its genitives and its prepositional complements end: before the name it
introduces («глава дипмиссии | Анатолий Антонов»), before a comma, a relative clause or a verb.
The tree helps where Russian leaves it open (prepositions, coordination); cases decide the rest,
because they are tagged more surely than heads.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from molva.entities.adjuncts import opens_place
from molva.entities.bodies import CITING, has_no_medium
from molva.entities.lexicon import word_list
from molva.speakers.lexicon import bodies, roles
from molva.speakers.not_theirs import is_lacked, is_of_the_verb_behind, is_taken_away
from molva.speakers.occasions import on_occasion
from molva.words import Words

_MODIFIERS = frozenset(("ADJ", "DET"))
_NOMINALS = frozenset(("NOUN", "PROPN", "ADJ", "DET", "X"))
_OPEN = frozenset('«„“"')
_CLOSE = frozenset('»“”"')
_TITLE = 7  # words that a quoted name inside a description may hold
_CITED = 3  # words from the verb to whom it cites
_SHORT = frozenset("г обл р-н".split())
_LEGAL_FORM = 4  # letters of «ООО», «ПАО», «ХК»
_LIST = 5  # words from a comma to the «и» that closes the list
_COMPLEMENTS = frozenset("по при в во на с со за от из для".split())
MONTHS = frozenset(
    "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь год".split()
)
_ASPIRING = frozenset("кандидат кандидатка претендент претендентка номинант соискатель".split())
_ADDRESSING = frozenset("уважаемый многоуважаемый глубокоуважаемый дорогой любезный".split())
_COMMANDING = frozenset("командующий главнокомандующий заведующий управляющий".split())
_OF_BODIES = frozenset("по при для".split())  # a body's «в …» tells where something happens
_HEADS = frozenset(("глава",))  # nouns that are never without a genitive of their own
_APPOINTING = frozenset("назначение избрание переизбрание выдвижение признание провозглашение".split())


@dataclass(frozen=True, slots=True)
class NameAt:
    """A name that begins at a word: where it ends, what it is, and whether it looks nominative."""

    end: int
    label: str
    nominative: bool


Names = Mapping[int, NameAt]


@dataclass(frozen=True, slots=True)
class _Phrase:
    """What the growth of a phrase looks at.

    ``titled``: an own name follows its head («агентство Прайм»); ``agent``: the head does what a noun
    before it names («подписание |министром| договора»).
    """

    words: Words
    head: int
    names: Names
    titled: bool
    body: bool
    agent: bool


def noun_phrase(
    words: Words, head: int, names: Names, *, titled: bool = False, body: bool = False
) -> tuple[int, int]:
    """The half-open stretch of words of the phrase headed by noun ``head``.

    A name right after the head is left out where it is the own name of a ``titled`` noun, and
    where it is a person's, unless the noun governs it («адвокат Алёхиной»).
    """
    return left_edge(words, head), right_edge(words, head, names, titled=titled, body=body)


def left_edge(words: Words, head: int) -> int:
    """Where the phrase of noun ``head`` begins: with its adjectives, determiners and participles; not «уважаемый |мэр|»."""
    start = head
    while start and words.sent[start - 1] == words.sent[head]:
        over = _joins_modifiers(words, start - 1, head)
        if not over and not _modifies(words, start - 1, head) or words.lemma[start - 1] in _ADDRESSING:
            break
        start -= 1 + over
    so_called = words.lower[start].startswith("называем") and words.lower[start - 1 : start] == ["так"]
    return start - so_called


def right_edge(words: Words, head: int, names: Names, *, titled: bool = False, body: bool = False) -> int:
    """Where the phrase of noun ``head`` ends (half-open)."""
    phrase = _Phrase(words, head, names, titled, body, _is_agent(words, head))
    end = grown = head + 1
    while grown < len(words) and words.sent[grown] == words.sent[head]:
        step = _step(phrase, grown)
        if step <= grown:
            break
        grown = step
        if not _open_modifier(words, grown - 1):
            end = grown
    return end


def _is_agent(words: Words, head: int) -> bool:
    """«подписание |министром| договора»: behind a noun of action the instrumental acts, and the genitive is acted upon.

    The genitive is the noun's own where that noun makes somebody something: «назначение |ректором вуза|».
    """
    noun = words.head[head]
    if words.feat(head, "Case") != "Ins" or noun != left_edge(words, head) - 1:
        return False
    if words.feat(noun, "VerbForm") == "Part" and words.head[noun] > head:
        return True  # «из занятых |рыбаками| домов порта»
    if words.pos[noun] != "NOUN":
        return False
    acted = words.feat(noun, "Animacy") == "Inan" and words.feat(noun, "Case") != "Ins"
    return acted and words.lemma[noun] not in _APPOINTING and words.lemma[head] not in _HEADS


def _modifies(words: Words, i: int, head: int) -> bool:
    """Whether a word before the head belongs to it: an adjective or a participle in its case."""
    if words.ent[i] in ("PER", "ORG") or words.feat(i, "Variant") == "Short" or is_itself(words, i):
        return False  # «сам мэр» is the mayor
    if words.pos[i] in _MODIFIERS or (words.pos[i] == "VERB" and words.feat(i, "VerbForm") == "Part"):
        alike = not words.feat(i, "Case") or _in_its_case(words, i, head)
        if words.feat(i, "VerbForm") == "Part" and _is_done_by(words, i, head):
            return False
        return words.dep[i] != "nsubj" and alike and not is_what_happened(words, i, head)
    return False


def _joins_modifiers(words: Words, i: int, head: int) -> bool:
    """«британские |и| канадские газеты»: what joins two adjectives of one noun in the plural."""
    if words.lower[i] != "и" or not 0 < i < head - 1 or words.feat(head, "Number") != "Plur":
        return False
    return all(words.pos[k] == "ADJ" and _modifies(words, k, head) for k in (i - 1, i + 1))


def _is_done_by(words: Words, i: int, agent: int) -> bool:
    """«мерами, |принятыми| комиссией», «решением, |вынесенным| судом»: who has done it, and no such commission."""
    behind_noun = i > 0 and words.form[i - 1] == "," and words.head[i] < i
    numbers = {words.feat(i, "Number"), words.feat(agent, "Number")} - {""}
    return words.feat(agent, "Case") == "Ins" and (behind_noun or len(numbers) > 1)


def is_what_happened(words: Words, i: int, noun: int) -> bool:
    """«|Произошедшее| полиция назвала поджогом»: a neuter before a noun that is none is a noun itself."""
    neuter = words.feat(i, "Gender") == "Neut" and words.feat(i, "Number") == "Sing"
    gender, number = words.feat(noun, "Gender"), words.feat(noun, "Number")
    return neuter and (number == "Plur" or gender in ("Masc", "Fem"))


def _in_its_case(words: Words, i: int, head: int) -> bool:
    """«на |официальных| лиц», «на |осведомлённого| чиновника»: of the living accusative and genitive look alike."""
    cases = {words.feat(i, "Case"), words.feat(head, "Case")}
    return len(cases) == 1 or words.feat(head, "Animacy") == "Anim" and cases == {"Gen", "Acc"}


def _step(phrase: _Phrase, i: int) -> int:
    """How far the phrase grows over word ``i``; ``i`` itself when it ends there."""
    words = phrase.words
    if _cites(phrase, i):
        return i
    if i in phrase.names:
        return _over_name(phrase, i, phrase.names[i])
    if words.form[i] in _OPEN:
        own = phrase.titled and i == phrase.head + 1 and i + 1 in phrase.names
        return i if own else _over_title(words, i)
    if _is_legal_form(words, i):
        return _over_title(words, i + 1)
    if words.pos[i] == "ADP":
        return _over_preposition(phrase, i)
    if words.form[i] == "." and words.lower[i - 1] in _SHORT:
        return i + 1  # «полиция по г. Омску»
    if words.lower[i] in ("и", ","):
        return i + 1 if _coordinated(phrase, i) else i
    if words.pos[i] == "ADV":
        return i + 1 if _qualifies_modifier(phrase, i) else i
    return i + 1 if _belongs(phrase, i) else i


def _is_legal_form(words: Words, i: int) -> bool:
    """«тренер |БК| «Причал»», «директор |ООО| «Невод»»: capitals that show no case, and a name in marks behind them."""
    form = words.form[i]
    short = form.isupper() and form.isalpha() and 1 < len(form) <= _LEGAL_FORM
    return (
        short and not words.feat(i, "Case") and words.form[i + 1 : i + 2] != [] and words.form[i + 1] in _OPEN
    )


def _over_name(phrase: _Phrase, i: int, name: NameAt) -> int:
    """The word behind a name that belongs to the phrase; the name itself where it does not."""
    words = phrase.words
    if name.label == "PER":
        return name.end if _governs(phrase, i, name) else i
    if name.label == "ORG" and phrase.titled and i == phrase.head + 1 and name.nominative:
        return i
    if words.form[i] in word_list("media") and (i > phrase.head + 1 or has_no_medium(words, phrase.head)):
        return i  # «в пресс-службе мэрии |РБК сообщили»: the medium has been told
    medium = words.form[i].partition("-")[0] in word_list("media")  # «Интерфакс-Украина»
    if medium and not CITING.isdisjoint(words.lemma[max(i - 3, 0) : i]):
        return i  # «цитирует министра |ТАСС»: and here it cites
    if name.label == "ORG" and _is_legal_form(words, i):
        return name.end
    cases = {words.feat(k, "Case") for k in range(i, name.end)} - {""}
    return name.end if not cases or "Gen" in cases or name.nominative or _governed(words, i) else i


def _cites(phrase: _Phrase, i: int) -> bool:
    """«цитирует министра |«Створ»|», «передаёт слова мэра |пресс-служба порта|»: who cites him stands in the nominative.

    A post has its body there («цитирует главу |«Створа»|»), and so has the noun of a body («главу компании |«Створ»|»).
    """
    words, head = phrase.words, phrase.head
    marked = words.form[i] in _OPEN
    name = phrase.names.get(i + 1 if marked else i)
    if name is None or name.label != "ORG" or not name.nominative or phrase.body:
        return False
    if CITING.isdisjoint(words.lemma[max(head - _CITED, 0) : head]) or words.lemma[i - 1] in bodies():
        return False
    noun = (
        words.feat(i, "Case") == "Nom" and words.form[i].islower()
    )  # «пресс-служба», but «МИД» shows no case
    return words.lemma[head] not in _HEADS if marked else noun


def _governs(phrase: _Phrase, i: int, name: NameAt) -> bool:
    """«адвокат Алёхиной», not «адвокат Алёхина»; «помощник Хиллари Клинтон по делам Европы»."""
    words, head = phrase.words, phrase.head
    case = words.feat(head, "Case")
    if (case == "Gen" or case == "Acc" and words.feat(head, "Animacy") == "Anim") and not phrase.body:
        return False  # «мэра Залесья Ивана Гурова»; but «театра Лунина»: no body is a person
    if phrase.body and _bears_post(phrase, name):
        return False
    if any(words.feat(k, "Case") == "Gen" for k in range(i, name.end)) and not name.nominative:
        return True
    return (
        name.end < len(words)
        and words.pos[name.end] == "ADP"
        and _over_preposition(phrase, name.end) > name.end
    )


def _bears_post(phrase: _Phrase, name: NameAt) -> bool:
    """«директора завода |Ивана Гурова|»: behind a post in its case the full name is rather his who holds it than the body's.

    «директора театра |Ивана Гурова| Олега Лунина»: of two names the first is the body's.
    """
    words, post = phrase.words, phrase.words.head[phrase.head]
    noun = roles().get(words.lemma[post]) if post < phrase.head else None
    one = noun is not None and words.feat(post, "Case") == "Gen" and words.feat(post, "Number") == "Sing"
    full = words.pos[name.end - 2] == words.pos[name.end - 1] == "PROPN"
    return one and full and name.end not in phrase.names


def _over_title(words: Words, i: int) -> int:
    """Over a name in marks, which has a capital, or a genitive: «уход мэра |«бегством с корабля»|» names none.

    «Жена |«лесного барона»|» is his.
    """
    opens = i + 1
    if opens < len(words) and words.form[opens].islower() and words.feat(opens, "Case") != "Gen":
        return i
    for k in range(i + 1, min(i + _TITLE, len(words))):
        if words.form[k] in _CLOSE:
            return k + 1 if words.sent[k] == words.sent[i] and not _hears(words, i, k) else i
    return i


def _hears(words: Words, opens: int, closes: int) -> bool:
    """«В мэрии города |«Портовому листку»| пояснили»: a name in the dative, behind no dative, before a verb for many."""
    verb, dative = closes + 1, words.feat(opens + 1, "Case") == "Dat" != words.feat(opens - 1, "Case")
    told = verb < len(words) and words.feat(verb, "VerbForm") == "Fin"
    return dative and told and words.feat(verb, "Number") == "Plur"


def _over_preposition(phrase: _Phrase, i: int) -> int:
    """The word behind a preposition that opens a complement of the phrase; the preposition where it opens none."""
    words, noun = phrase.words, phrase.words.head[i]
    inner = phrase.titled or phrase.body
    if words.lower[i] == "от" and words.lower[i + 1 : i + 2] in (["имени"], ["лица"]):
        return i  # «житель города |от имени соседей»: how he speaks, not who he is
    if on_occasion(words, i) or _is_whither(phrase, i) or words.lower[i : i + 2] == ["о", "том"]:
        return i
    if phrase.body and _is_of_a_post(phrase, i):
        return i
    fits = (
        words.lower[i] in (_OF_BODIES if inner else _COMPLEMENTS)
        and noun > i
        and phrase.head <= words.head[noun] < i
    )
    return i + 1 if fits and words.dep[noun] in ("nmod", "obl") else i


def _is_of_a_post(phrase: _Phrase, i: int) -> bool:
    """«советник мэрии |по связям с прессой|»: a body of a state has no sphere, though it may have a place («полиция по г. Омску»)."""
    words = phrase.words
    body = words.lower[i] == "по" and words.lemma[phrase.head] in word_list("unnamed")
    return body and not opens_place(words, i + 1)


def _is_whither(phrase: _Phrase, i: int) -> bool:
    """«упал с водителем |на землю|»: whither somebody comes tells nobody apart, but «кандидат |на пост мэра|» does."""
    words = phrase.words
    goes = words.lower[i] == "на" and words.feat(words.head[i], "Case") == "Acc" and not phrase.body
    return goes and words.lemma[phrase.head] not in _ASPIRING and words.feat(phrase.head, "Case") != "Nom"


def _coordinated(phrase: _Phrase, i: int) -> bool:
    """«по вопросам семьи, женщин и детей», not «адвокат и врач», nor «глава МИД, …»."""
    words, after = phrase.words, i + 1
    if _qualifies_too(words, i):
        return True
    while after < len(words) and words.pos[after] in _MODIFIERS:
        after += 1
    if after >= len(words) or i - 1 <= phrase.head or words.pos[after] not in ("NOUN", "PROPN"):
        return False
    if words.form[i] == "," and "и" not in words.lower[after + 1 : after + _LIST]:
        return False
    case = words.feat(i - 1, "Case")
    same = case and case in _cases_of(words, after) and case != words.feat(phrase.head, "Case")
    return bool(same) and words.dep[after] == "conj" and phrase.head < words.head[after] < after


def _cases_of(words: Words, i: int) -> set[str]:
    """«по политике, |печати| и связям»: the genitive of a woman's noun in -и is its dative and its locative too."""
    case = words.feat(i, "Case")
    alike = case == "Gen" and words.feat(i, "Gender") == "Fem" and words.lower[i].endswith("и")
    return {"Gen", "Dat", "Loc"} if alike and words.feat(i, "Number") == "Sing" else {case}


def _qualifies_too(words: Words, i: int) -> bool:
    """«служба радиационной|, химической |и биологической защиты»: adjectives of one noun to come."""
    if i + 1 >= len(words) or words.pos[i - 1] != "ADJ" or words.pos[i + 1] != "ADJ":
        return False
    case, noun = words.feat(i + 1, "Case"), i + 2
    while noun < len(words) and (words.pos[noun] == "ADJ" or words.lower[noun] in ("и", ",")):
        noun += 1
    if noun >= len(words) or words.pos[noun] not in ("NOUN", "PROPN") or words.sent[noun] != words.sent[i]:
        return False
    return case != "" and case == words.feat(i - 1, "Case") == words.feat(noun, "Case")


def is_dated(words: Words, i: int) -> bool:
    """«|5| мая», «|2024| год»: the number of a day or of a year."""
    return words.form[i].isdigit() and i + 1 < len(words) and words.lemma[i + 1] in MONTHS


def _belongs(phrase: _Phrase, i: int) -> bool:
    """Whether word ``i`` is part of a genitive complement, or of one that a preposition governs.

    «сообщают СМИ |1 сентября»: a number right behind the noun is a date, though «ученики 10 класса» are theirs.
    """
    words = phrase.words
    if is_dated(words, i) or words.form[i] in word_list("media") and has_no_medium(words, phrase.head):
        return False
    if words.pos[i] not in _NOMINALS and not (words.feat(i, "VerbForm") == "Part" and words.head[i] > i):
        return False
    if (words.pos[i] == "DET" and words.dep[i] != "det") or words.feat(i, "Variant") == "Short":
        return False
    case = words.feat(i, "Case")
    if _governed(words, i):
        return bool(case)
    if phrase.agent and i == phrase.head + 1 or _is_rank(phrase, i):
        return False
    if (
        is_of_the_verb_behind(words, i)
        or is_lacked(words, phrase.head, i)
        or is_taken_away(words, phrase.head, i)
    ):
        return False
    return (case == "Gen" or _goes_on(words, i) or _is_commanded(phrase, i)) and not _of_a_verb(phrase, i)


def _qualifies_modifier(phrase: _Phrase, i: int) -> bool:
    """«министр по делам |временно| закрытых портов», «дело |особо| опасных лиц»: an adverb of the next word."""
    words, after = phrase.words, i + 1
    modifier = after < len(words) and words.head[i] == after and words.sent[after] == words.sent[i]
    if modifier and words.lower[after] == "раз":
        return False  # «судья ещё |раз| прочла»
    return modifier and (words.pos[after] == "ADJ" or words.head[after] > after) and _belongs(phrase, after)


def _is_rank(phrase: _Phrase, i: int) -> bool:
    """«по словам командующего флотом |контр-адмирала Ивана Зуева|»: a rank in the case of a post, right before a name."""
    words, name = phrase.words, phrase.names.get(i + 1)
    noun = roles().get(words.lemma[i]) if name is not None and name.label == "PER" else None
    if noun is None or "офицер" not in noun.broader or i == phrase.head + 1 and not phrase.body:
        return False
    post = words.head[phrase.head] if phrase.body else phrase.head
    return words.feat(post, "Animacy") == "Anim" and words.feat(post, "Case") == words.feat(i, "Case")


def _is_commanded(phrase: _Phrase, i: int) -> bool:
    """«командующий |северным флотом|», not «назвал командующего |трусом|»."""
    words = phrase.words
    if words.lemma[phrase.head] not in _COMMANDING or words.feat(i, "Case") != "Ins":
        return False
    noun = words.head[i] if words.pos[i] in _MODIFIERS else i
    return noun >= i and words.feat(noun, "Animacy") == "Inan" and words.feat(noun, "Case") == "Ins"


def _goes_on(words: Words, i: int) -> bool:
    """A further member of a list in the case of the first: «по политике, технологиям и связи»."""
    before = i - 1
    while before and words.pos[before] in _MODIFIERS:
        before -= 1
    return words.lower[before] in ("и", ",") and words.feat(before - 1, "Case") == words.feat(i, "Case") != ""


def _of_a_verb(phrase: _Phrase, i: int) -> bool:
    """«пожелал чемпионке | новых успехов»: the genitive depends on a verb before the description.

    Or has an adjective there: «любимые у рыбаков | сорта чая».
    """
    words, noun = phrase.words, i
    while noun + 1 < len(words) and words.pos[noun] in _MODIFIERS:
        noun += 1
    head = words.head[noun]
    if any(words.dep[c] == "amod" and c < phrase.head for c in words.children[noun]):
        return True
    return (
        head < phrase.head
        and words.pos[head] == "VERB"
        and words.feat(phrase.head, "Case") in ("Dat", "Acc", "Ins")
    )


def _governed(words: Words, i: int) -> bool:
    """Whether a word stands in a phrase whose preposition the description has taken in."""
    k = i - 1
    while k >= 0 and (words.pos[k] in _MODIFIERS or words.form[k] == "." or words.lower[k] in _SHORT):
        k -= 1
    return k >= 0 and words.pos[k] == "ADP"


def _open_modifier(words: Words, i: int) -> bool:
    """A word that cannot end a phrase: a preposition, «и», an adjective whose noun is to come."""
    if words.pos[i] in ("ADP", "CCONJ", "ADV") or words.lower[i] in ("и", ","):
        return True
    if words.pos[i] == "VERB" or words.dep[i] == "acl":
        return True  # «машинист |ехавшего| поезда»
    return words.pos[i] in ("ADJ", "DET") and words.head[i] > i


def is_itself(words: Words, i: int) -> bool:
    """«сам мэр», «в |самой| компании»; but «самый» tells of an adjective: «самой старой компании»."""
    lemma = words.lemma[i]
    return lemma == "сам" or lemma == "самый" and words.pos[i + 1 : i + 2] in (["NOUN"], ["PROPN"])
