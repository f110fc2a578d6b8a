"""Noun phrases as a newspaper builds them, read from left to right.

A description ends where its genitives and its prepositional complements end: before the name it
introduces («глава дипмиссии | Анатолий Антонов»), before a comma, a relative clause or a verb.
The tree helps where Russian leaves it open (prepositions, coordination); cases decide the rest,
because they are tagged more surely than heads.
"""

from molva.entities.adjuncts import opens_place
from molva.entities.lexicon import word_list
from molva.entities.two_bodies import CITING, has_no_medium, is_site
from molva.lexicon.nouns import bodies, roles
from molva.speakers.dependents import (
    MODIFIERS,
    SHORT,
    NameAt,
    Names,
    Phrase,
    belongs,
    coordinated,
    governed,
    open_modifier,
    qualifies_modifier,
)
from molva.speakers.occasions import on_occasion
from molva.tokens.marks import CLOSING, OPENING
from molva.words import Words

_TITLE = 7  # words that a quoted name inside a description may hold
_CITED = 3  # words from the verb to whom it cites
_LEGAL_FORM = 4  # letters of «ООО», «ПАО», «ХК»
_COMPLEMENTS = frozenset("по при в во на с со за от из для".split())
_ASPIRING = frozenset("кандидат кандидатка претендент претендентка номинант соискатель".split())
_ADDRESSING = frozenset("уважаемый многоуважаемый глубокоуважаемый дорогой любезный".split())
_OF_BODIES = frozenset("по при для".split())  # a body's «в …» tells where something happens
_HEADS = frozenset(("глава",))  # nouns that are never without a genitive of their own
_APPOINTING = frozenset("назначение избрание переизбрание выдвижение признание провозглашение".split())


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
    phrase = Phrase(words, head, names, titled, body, _is_agent(words, head))
    end = grown = head + 1
    while grown < len(words) and words.sent[grown] == words.sent[head]:
        step = _step(phrase, grown)
        if step <= grown:
            break
        grown = step
        if not open_modifier(words, grown - 1):
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
    if words.pos[i] in MODIFIERS or (words.pos[i] == "VERB" and words.feat(i, "VerbForm") == "Part"):
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
    """«на |официальных| лиц», «на |осведомлённого| чиновника»: of the living accusative and genitive look alike.

    In the plural the locative of adjectives does, too: the tagger has taken it for one behind «на».
    """
    cases = {words.feat(i, "Case"), words.feat(head, "Case")}
    living = words.feat(head, "Animacy") == "Anim"
    many = {words.feat(i, "Number"), words.feat(head, "Number")} == {"Plur"}
    return len(cases) == 1 or living and cases <= ({"Gen", "Acc", "Loc"} if many else {"Gen", "Acc"})


def _step(phrase: Phrase, i: int) -> int:
    """How far the phrase grows over word ``i``; ``i`` itself when it ends there."""
    words = phrase.words
    if _cites(phrase, i) or phrase.body and words.lower[i] == "слова":
        return i  # «приводятся на сайте |слова| мэра»
    if i in phrase.names:
        return _over_name(phrase, i, phrase.names[i])
    if words.form[i] in OPENING:
        own = phrase.titled and i == phrase.head + 1 and i + 1 in phrase.names
        return i if own else _over_title(words, i)
    if _is_legal_form(words, i):
        return _over_title(words, i + 1)
    if words.pos[i] == "ADP":
        return _over_preposition(phrase, i)
    if words.form[i] == "." and words.lower[i - 1] in SHORT:
        return i + 1  # «полиция по г. Омску»
    if _lists_titles(words, i):
        return i + 1
    if words.lower[i] in ("и", ","):
        return i + 1 if coordinated(phrase, i) else i
    if words.pos[i] == "ADV":
        return i + 1 if qualifies_modifier(phrase, i) else i
    return i + 1 if belongs(phrase, i) else i


def _lists_titles(words: Words, i: int) -> bool:
    """«работники заводов «Сокол» |и| «Чайка»»: between two names in marks behind their kind in the plural."""
    if words.lower[i] not in ("и", ",") or words.form[i - 1] not in CLOSING:
        return False
    near = range(i - 2, max(i - _TITLE, 0), -1)
    opening = next((k for k in near if words.form[k] in OPENING), 0)
    several = opening > 0 and words.pos[opening - 1] == "NOUN" and words.feat(opening - 1, "Number") == "Plur"
    return several and words.form[i + 1 : i + 2] != [] and words.form[i + 1] in OPENING


def _is_legal_form(words: Words, i: int) -> bool:
    """«тренер |БК| «Причал»», «директор |ООО| «Невод»»: capitals that show no case, and a name in marks behind them."""
    form = words.form[i]
    short = form.isupper() and form.isalpha() and 1 < len(form) <= _LEGAL_FORM
    return (
        short
        and not words.feat(i, "Case")
        and words.form[i + 1 : i + 2] != []
        and words.form[i + 1] in OPENING
    )


def _over_name(phrase: Phrase, i: int, name: NameAt) -> int:
    """The word behind a name that belongs to the phrase; the name itself where it does not."""
    words = phrase.words
    if name.label == "PER":
        return name.end if _governs(phrase, i, name) else i
    if name.label == "ORG" and phrase.titled and i == phrase.head + 1 and name.nominative:
        return i
    medium = words.form[i] in word_list("media") or is_site(words, i, name.end)
    if medium and (i > phrase.head + 1 or has_no_medium(words, phrase.head)):
        return i  # «в пресс-службе мэрии |РБК сообщили»: the medium has been told
    medium = words.form[i].partition("-")[0] in word_list("media")  # «Интерфакс-Украина»
    if medium and not CITING.isdisjoint(words.lemma[max(i - 3, 0) : i]):
        return i  # «цитирует министра |ТАСС»: and here it cites
    if name.label == "ORG" and _is_legal_form(words, i):
        return name.end
    cases = {words.feat(k, "Case") for k in range(i, name.end)} - {""}
    return name.end if not cases or "Gen" in cases or name.nominative or governed(words, i) else i


def _cites(phrase: Phrase, i: int) -> bool:
    """«цитирует министра |«Створ»|», «передаёт слова мэра |пресс-служба порта|»: who cites him stands in the nominative.

    A post has its body there («цитирует главу |«Створа»|»), and so has the noun of a body («главу компании |«Створ»|»).
    """
    words, head = phrase.words, phrase.head
    marked = words.form[i] in OPENING
    name = phrase.names.get(i + 1 if marked else i)
    if name is None or name.label != "ORG" or not name.nominative or phrase.body:
        return False
    if CITING.isdisjoint(words.lemma[max(head - _CITED, 0) : head]) or words.lemma[i - 1] in bodies():
        return False
    noun = (
        words.feat(i, "Case") == "Nom" and words.form[i].islower()
    )  # «пресс-служба», but «МИД» shows no case
    return words.lemma[head] not in _HEADS if marked else noun


def _governs(phrase: Phrase, i: int, name: NameAt) -> bool:
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


def _bears_post(phrase: Phrase, name: NameAt) -> bool:
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

    «Жена |«лесного барона»|» is his. «В указе президента |«О праздниках»|» is the paper's.
    """
    opens = i + 1
    if words.lower[opens : opens + 1] in (["о"], ["об"], ["обо"]):
        return i
    if opens < len(words) and words.form[opens].islower() and words.feat(opens, "Case") != "Gen":
        return i
    for k in range(i + 1, min(i + _TITLE, len(words))):
        if words.form[k] in CLOSING:
            return k + 1 if words.sent[k] == words.sent[i] and not _hears(words, i, k) else i
    return i


def _hears(words: Words, opens: int, closes: int) -> bool:
    """«В мэрии города |«Портовому листку»| пояснили»: a name in the dative, behind no dative, before a verb for many."""
    verb, dative = closes + 1, words.feat(opens + 1, "Case") == "Dat" != words.feat(opens - 1, "Case")
    told = verb < len(words) and words.feat(verb, "VerbForm") == "Fin"
    return dative and told and words.feat(verb, "Number") == "Plur"


def _over_preposition(phrase: Phrase, i: int) -> int:
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
    fits = fits or phrase.titled and _is_its_field(phrase, i)
    return i + 1 if fits and words.dep[noun] in ("nmod", "obl") else i


def _is_its_field(phrase: Phrase, i: int) -> bool:
    """«опрос, проведённый сервисом |по поиску| работы «Створ»»: what an own name closes tells of the body, whatever the tree hangs it on."""
    words, noun, verb = phrase.words, phrase.words.head[i], phrase.words.head[phrase.head]
    beside = i == phrase.head + 1 and words.lower[i] in _OF_BODIES and words.head[noun] == verb < i
    behind = noun + 2  # the word behind what is dealt with: «поиску работы |«Створ»|»
    if not beside or behind >= len(words) or words.feat(noun + 1, "Case") != "Gen":
        return False
    return behind + (words.form[behind] in OPENING) in phrase.names


def _is_of_a_post(phrase: Phrase, i: int) -> bool:
    """«советник мэрии |по связям с прессой|»: a body of a state has no sphere, though it may have a place («полиция по г. Омску»)."""
    words = phrase.words
    body = words.lower[i] == "по" and words.lemma[phrase.head] in word_list("unnamed")
    return body and not opens_place(words, i + 1)


def _is_whither(phrase: Phrase, i: int) -> bool:
    """«упал с водителем |на землю|»: whither somebody comes tells nobody apart, but «кандидат |на пост мэра|» does."""
    words = phrase.words
    goes = words.lower[i] == "на" and words.feat(words.head[i], "Case") == "Acc" and not phrase.body
    return goes and words.lemma[phrase.head] not in _ASPIRING and words.feat(phrase.head, "Case") != "Nom"


def is_itself(words: Words, i: int) -> bool:
    """«сам мэр», «в |самой| компании»; but «самый» tells of an adjective: «самой старой компании»."""
    lemma = words.lemma[i]
    return lemma == "сам" or lemma == "самый" and words.pos[i + 1 : i + 2] in (["NOUN"], ["PROPN"])
