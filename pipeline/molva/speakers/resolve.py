"""Who is meant by a pronoun, or by a subject that is not there («Добавил, что …»).

Candidates are the mentions before the word, in its paragraph and the one before. Each gets a
score of a few plain parts, every part with its reason; when the two best lie close together
nobody is named. The quote stage asks the same questions with what it knows of the speech.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from molva.speakers.chains import Chain, Chains, Link
from molva.speakers.pronouns import SPEECH_NOUNS, Demand, acts, demand, is_pronoun, verb_agreement
from molva.words import Words

_CLAUSES = frozenset(("root", "ccomp", "xcomp", "advcl", "acl", "csubj", "parataxis", "conj"))
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
OFTEN = 0.06  # each mention of the same one, up to five


@dataclass(frozen=True, slots=True)
class Ranked:
    """A possible antecedent: the chain, its score, and the reasons in words."""

    chain: Chain | None
    score: float
    reason: str

    @property
    def entity_id(self) -> str:
        """The id of the entity; empty for a thing that is no entity."""
        return self.chain.id if self.chain else ""


def rank_antecedents(
    words: Words,
    chains: Chains,
    word: int,
    *,
    gender: str = "",
    number: str = "",
    person: bool | None = None,
    banned: Collection[str] = (),
) -> list[Ranked]:
    """Who may be meant at ``word``, a pronoun or a verb without a subject; the best first.

    ``gender``, ``number`` and ``person`` sharpen what the word itself asks for; entities whose
    ids are ``banned`` are left out.
    """
    asked = _asked(words, word, gender, number, person)
    best: dict[int, Ranked] = {}
    voice = _voice(chains, word)
    for link in _candidates(words, chains, word):
        chain = link.chain
        if chain is None or (chain.id and chain.id in banned) or not _agrees(words, link, chain, asked):
            continue
        score, reason = _score(words, word, link, chain, asked, voice)
        if id(chain) not in best or best[id(chain)].score < score:
            best[id(chain)] = Ranked(chain, score, reason)
    things = [] if asked.person else _things(words, chains, word, asked)
    return sorted([*best.values(), *things], key=lambda ranked: -ranked.score)


def _things(words: Words, chains: Chains, word: int, asked: Demand) -> list[Ranked]:
    """Nouns that are no mentions, «самолёт», «идея»: what a pronoun means as often as a person."""
    found, sent = [], words.sent[word]
    for i in range(word - 1, max(word - THINGS, -1), -1):
        if sent - words.sent[i] > 1 or words.par[i] != words.par[word]:
            break
        if words.pos[i] == "NOUN" and _thing_fits(words, i, asked) and chains.at(i) is None:
            subject = SUBJECT * words.dep[i].startswith("nsubj") + POSSESSOR * (words.dep[i] == "nmod")
            own = OWN_CLAUSE * (words.head[i] == _clause(words, word))
            found.append(
                Ranked(None, THING + subject + own + SENTENCE * (sent - words.sent[i]), words.lower[i])
            )
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


def dropped_subject(
    words: Words, chains: Chains, verb: int, *, banned: Collection[str] = ()
) -> Ranked | None:
    """The subject of a verb that has none: «Добавил, что …»."""
    return decide(rank_antecedents(words, chains, verb, banned=banned))


def _asked(words: Words, word: int, gender: str, number: str, person: bool | None) -> Demand:
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


def _agrees(words: Words, link: Link, chain: Chain, asked: Demand) -> bool:
    if asked.person and chain.kind == "place":
        return False
    if asked.number == "Plur":
        return chain.number == "Plur" or chain.kind == "group"
    if asked.number == "Sing" and chain.number == "Plur":
        return False
    gender = chain.gender or words.feat(link.head, "Gender")
    return not asked.gender or not gender or gender == asked.gender


def _score(words: Words, word: int, link: Link, chain: Chain, asked: Demand, voice: int) -> tuple[float, str]:
    parts = [part for part in _parts(words, word, link, chain, asked, voice) if part[0]]
    return sum(value for value, _ in parts), ", ".join(reason for _, reason in parts)


def _parts(
    words: Words, word: int, link: Link, chain: Chain, asked: Demand, voice: int
) -> Iterable[tuple[float, str]]:
    sentences = words.sent[word] - words.sent[link.head]
    paragraphs = words.par[word] - words.par[link.head]
    yield SENTENCE * min(sentences, 4), f"{sentences} sentences back"
    yield PARAGRAPH * paragraphs, f"{paragraphs} paragraphs back"
    yield SUBJECT * is_subject(words, link), "subject"
    yield POSSESSOR * _is_possessor(words, link), "possessor"
    yield NAMED * chain.named, "named"
    yield CONTINUED * (link.label == "PRON"), "pronoun before"
    yield OTHER_VOICE * (link.inside not in (-1, voice)), "in another's words"
    yield BODY * (chain.kind in ("org", "place") and asked.number != "Plur"), "body"
    yield OWN_CLAUSE * _in_own_clause(words, word, link, asked), "in its own clause"
    yield OFTEN * min(len(chain.links), 5), "often"


def is_subject(words: Words, link: Link) -> bool:
    """Whether a mention is the subject of its clause, or of «по словам»; a name hangs on its role."""
    top = _top(words, link)
    return words.dep[top].startswith("nsubj") or _by_words_of(words, top)


def _by_words_of(words: Words, top: int) -> bool:
    noun = words.head[top]
    return (
        words.dep[top] == "nmod"
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


def _is_possessor(words: Words, link: Link) -> bool:
    top = _top(words, link)
    return words.dep[top] == "nmod" and not _by_words_of(words, top)


def _in_own_clause(words: Words, word: int, link: Link, asked: Demand) -> bool:
    """A pronoun and its antecedent are never two parts of one verb: that takes «себя», «свой»."""
    if words.sent[word] != words.sent[link.head]:
        return False
    top = _top(words, link)
    if asked.possessive and not words.dep[top].startswith("nsubj"):
        return False
    return words.head[top] == _clause(words, word)


def _clause(words: Words, i: int) -> int:
    """The predicate of the clause that word ``i`` stands in."""
    i = words.head[i]
    for _ in range(8):
        if words.dep[i].split(":")[0] in _CLAUSES or words.head[i] == i:
            break
        i = words.head[i]
    return i
