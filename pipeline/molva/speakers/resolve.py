"""Who is meant by a pronoun, or by a subject that is not there («Добавил, что …»).

Candidates are the mentions before the word, in its paragraph and the one before. Each gets a
score of a few plain parts; when the two best lie close together
nobody is named. The quote stage asks the same questions with what it knows of the speech.
"""

from collections.abc import Sequence
from typing import NamedTuple

from molva.lexicon.nouns import bodies
from molva.speakers.chains import Chain, Chains, Link
from molva.speakers.pronouns import NOMINATIVE, SPEECH_NOUNS, Demand, acts, demand, is_pronoun, verb_agreement
from molva.words import Words

_CLAUSES = frozenset(("root", "ccomp", "xcomp", "advcl", "acl", "csubj", "parataxis", "conj"))
BELOW = frozenset(("nmod", "appos", "flat", "flat:name"))  # how a name hangs on what is its owner's
CHAIN = 3  # steps from a member of a list up to its first
REACH = 40  # mentions looked back
PARAGRAPHS = 2
MARGIN = 0.3  # two candidates nearer than this tie
LOWEST = -2.0

SUBJECT = 0.8  # the subject stays the subject
SENTENCE = -1.1  # each sentence further back
PARAGRAPH = -0.4  # each paragraph border
POSSESSOR = -0.2  # «адвокат Петрова»: Петров is only there for the adwokat
NAMED = 0.3
CONTINUED = 0.5  # the one whom a pronoun meant just now
THING = -0.8  # a noun that is no mention
THINGS = 50  # words looked back for one
OTHER_VOICE = -1.2  # spoken of only inside somebody's quoted words
BODY = -0.6  # a body where a person is asked for
OWN_CLAUSE = -3.0  # «Орехов рассказал о его планах»: his own would be «своих»
REFERENCE = "ссылка"
CITED = 8  # words from a reference to the verb of who cites
OFTEN = 0.06  # each mention of the same one, up to five
CALLED = 9.0  # a name beside the pronoun leaves no doubt


class Ranked(NamedTuple):
    """A possible antecedent, a thing where it has no chain, and its score."""

    chain: Chain | None
    score: float


def rank_antecedents(
    words: Words,
    chains: Chains,
    word: int,
    *,
    gender: str = "",
    number: str = "",
    person: bool | None = None,
) -> list[Ranked]:
    """Who may be meant at ``word``, a pronoun or a verb without a subject; the best first.

    ``gender``, ``number`` and ``person`` sharpen what the word itself asks for.
    """
    if (called := named_beside(words, chains, word)) is not None:
        return [Ranked(called, CALLED)]
    asked = _asked(words, word, gender, number, person)
    best: dict[int, Ranked] = {}
    voice, clause = _voice(chains, word), _clause(words, word)
    owner = asked.possessive and words.lemma[words.head[word]] not in SPEECH_NOUNS
    for link in _candidates(words, chains, word):
        chain = link.chain
        if chain is None or not _agrees(words, link, chain, asked):
            continue
        if owner and _only_quoted(link, chain, voice):
            continue
        score = _score(words, word, link, chain, asked, voice, clause)
        if id(chain) not in best or best[id(chain)].score < score:
            best[id(chain)] = Ranked(chain, score)
    things = [] if asked.person else _things(words, chains, word, asked, clause)
    return sorted([*best.values(), *things], key=lambda ranked: -ranked.score)


def named_beside(words: Words, chains: Chains, word: int) -> Chain | None:
    """«он (Орехов) ушёл», «спросили его, Орехова, о планах»: whom the name in brackets or between commas behind a pronoun tells."""
    mark, name = words.form[word + 1 : word + 2], chains.at(word + 2)
    if mark not in (["("], [","]) or not is_pronoun(words, word) or name is None or name.label != "PER":
        return None
    closed = words.form[name.end : name.end + 1]
    alike = mark == ["("] or name.nominative(words) == (words.lower[word] in NOMINATIVE)
    asked = demand(words, word)
    fits = name.start == word + 2 and alike and closed and closed[0] in {",", ")", "."}
    return name.chain if fits and name.chain is not None and _agrees(words, name, name.chain, asked) else None


def _things(words: Words, chains: Chains, word: int, asked: Demand, clause: int) -> list[Ranked]:
    """Nouns that are no mentions, «самолёт», «идея»: what a pronoun means as often as a person."""
    found, sent = [], words.sent[word]
    for i in range(word - 1, max(word - THINGS, -1), -1):
        if sent - words.sent[i] > 1 or words.par[i] != words.par[word]:
            break
        if words.pos[i] == "NOUN" and _thing_fits(words, i, asked) and chains.at(i) is None:
            subject = SUBJECT * words.is_subject(i) + POSSESSOR * (words.dep[i] == "nmod")
            own = OWN_CLAUSE * (words.head[i] == clause)
            found.append(Ranked(None, THING + subject + own + SENTENCE * (sent - words.sent[i])))
    return found


def _thing_fits(words: Words, i: int, asked: Demand) -> bool:
    number, gender = words.feat(i, "Number"), words.feat(i, "Gender")
    return number == asked.number and (number == "Plur" or gender == asked.gender)


def decide(ranked: Sequence[Ranked]) -> Ranked | None:
    """The first, unless it is weak or the second comes too close."""
    first = ranked[0] if ranked else None
    if first is None or first.chain is None or first.score < LOWEST:
        return None
    return None if len(ranked) > 1 and first.score - ranked[1].score < MARGIN else first


def _asked(words: Words, word: int, gender: str, number: str, person: bool | None) -> Demand:
    """What a pronoun, or the verb of a subject left out, asks of whom it means."""
    if is_pronoun(words, word):
        own = demand(words, word)
    else:
        shown = verb_agreement(words, word)
        own = Demand(*shown, acts(words, word), subject=True)
    acting = own.person if person is None else person
    return Demand(gender or own.gender, number or own.number, acting, own.possessive, own.subject)


def _candidates(words: Words, chains: Chains, word: int) -> list[Link]:
    return [
        link
        for link in chains.before(word, REACH)
        if words.par[word] - words.par[link.head] <= PARAGRAPHS and link.end <= word
    ]


def _voice(chains: Chains, word: int) -> int:
    link = chains.at(word)
    return link.inside if link else -1


def _only_quoted(link: Link, chain: Chain, voice: int) -> bool:
    """««Мама писала», — рассказал её сын»: the author's «её» means nobody whom but the quoted words bring up."""
    return voice == -1 and link.inside != -1 and not chain.named and all(o.inside != -1 for o in chain.links)


def _agrees(words: Words, link: Link, chain: Chain, asked: Demand) -> bool:
    """Whether somebody may be meant by kind, number and gender."""
    if asked.person and chain.kind == "place":
        return False
    if asked.number == "Plur":
        return chain.number == "Plur" or chain.kind == "group" or is_body_of_many(link)
    if asked.number == "Sing" and chain.number == "Plur":
        return False
    gender = chain.gender or words.feat(link.head, "Gender")
    return not asked.gender or not gender or gender == asked.gender or _is_called_so(chain, asked.gender)


def _is_called_so(chain: Chain, gender: str) -> bool:
    """«|Компания «Створ»| закрыта, рассказали в |её| пресс-службе»: a body agrees by the noun that the text has called it by too."""
    return chain.kind == "org" and any(
        noun.gender == gender for concept in chain.own if (noun := bodies().get(concept)) is not None
    )


def is_body_of_many(link: Link) -> bool:
    """«СМИ», «власти»: a body without a name that is «они»."""
    return link.label == "ROLE" and link.kind == "org" and link.number == "Plur"


def _score(
    words: Words, word: int, link: Link, chain: Chain, asked: Demand, voice: int, clause: int
) -> float:
    """How likely a mention is the antecedent: the nearer and the more prominent, the likelier."""
    sentences = words.sent[word] - words.sent[link.head]
    top = _top(words, link)
    subject, owner = words.is_subject(top), words.dep[top] == "nmod"
    by_words_of = _by_words_of(words, top)
    # a pronoun and its antecedent are never two parts of one verb: that takes «себя», «свой»
    own_clause = not sentences and (subject or not asked.possessive) and words.head[top] == clause
    return (
        SENTENCE * min(sentences, 4)
        + PARAGRAPH * (words.par[word] - words.par[link.head])
        + SUBJECT * (subject or by_words_of)
        + POSSESSOR * (owner and not by_words_of)
        + NAMED * chain.named
        + CONTINUED * (link.label == "PRON")
        + OTHER_VOICE * (link.inside not in (-1, voice))
        + BODY * (chain.kind in ("org", "place") and asked.number != "Plur")
        + OWN_CLAUSE * own_clause
        + OFTEN * min(len(chain.links), 5)
    )


def is_subject(words: Words, link: Link) -> bool:
    """Whether a mention is the subject of its clause, or of «по словам»; a name hangs on its role."""
    top = _top(words, link)
    return words.is_subject(top) or _by_words_of(words, top)


def belongs_to_subject(words: Words, at: int) -> bool:
    """A subject, what is joined to one, or a name beside its title: «мэр Глеб |Зуев| и |комиссар| спорят»."""
    for _ in range(CHAIN):
        if words.is_subject(at):
            return True
        if words.dep[at] not in {"conj", "appos", "flat:name"}:
            return False
        at = words.head[at]
    return False


def is_object(words: Words, noun: int, verb: int) -> bool:
    """Whether a name is an object of a verb, or of the infinitive that hangs on it; or whose one is: «назвал решение |Зуева|»."""
    owned = noun
    while words.ent[noun] == "PER" and words.dep[owned] in BELOW and verb < words.head[owned] < owned:
        owned = words.head[owned]
    above = words.head[owned]
    if words.dep[owned] not in {"obj", "iobj"} or owned < verb:
        return False
    return above == verb or words.head[above] == verb and words.feat(above, "VerbForm") == "Inf"


def governor(words: Words, link: Link) -> int:
    """The word on which a mention hangs, over its role: «сообщил» of «сообщил мэр Зуев»."""
    return words.head[_top(words, link)]


def _by_words_of(words: Words, top: int) -> bool:
    """«по словам |мэра|», «по |его| мнению»: who tells this as much as a subject does."""
    noun = words.head[top]
    return (
        words.dep[top] in ("nmod", "det")
        and words.lemma[noun] in SPEECH_NOUNS
        and "по" in words.lower[max(noun - 2, 0) : noun]
    )


def _top(words: Words, link: Link) -> int:
    """The word by which a mention hangs in its clause; a name after its role hangs on the role."""
    top = link.head
    for _ in range(3):
        if words.dep[top] not in ("appos", "flat", "flat:name", "flat:foreign") or words.head[top] == top:
            break
        top = words.head[top]
    return top


def _clause(words: Words, i: int) -> int:
    """The predicate of the clause that word ``i`` stands in.

    «Мэр откроет мост, пишет «Створ» со |ссылкой| на его письмо»: a reference belongs to the verb right before it.
    """
    i = words.head[i]
    for _ in range(8):
        if words.lemma[i] == REFERENCE:
            before = range(i - 1, max(i - CITED, words.sentence(i)[0]) - 1, -1)
            return next((k for k in before if words.feat(k, "VerbForm") == "Fin"), i)
        if words.dep[i].split(":")[0] in _CLAUSES or words.head[i] == i:
            break
        i = words.head[i]
    return i
