"""Whose calling is akin to the noun at a quote: «Писатель |Зуев| ждал. Мост построил инженер Гуров. Прозаик сказал»."""

from dataclasses import replace

from molva.lexicon.nouns import KIN
from molva.quotes.lexicon import word_list
from molva.quotes.who.candidates import Candidate
from molva.quotes.who.cast import Cast
from molva.quotes.who.evidence import CALLINGS, PEOPLE, Situation
from molva.speakers.chains import Chain
from molva.speakers.descriptions import Description
from molva.speakers.lexicon import words as speaker_list
from molva.speakers.narrowing import LANDS

# what tells none from another where it has no name: «глава |компании|», «тренер |команды|»
_OWNING = word_list("any_body") | LANDS | {"клуб", "команда", "сборная"}
# fields of many callings, of which one man has but one: a «хирург» is no «терапевт», a «теннисист» no «боксёр»
_FIELDS = CALLINGS | frozenset(
    "аналитик автор артист спортсмен игрок ученый исследователь преподаватель медик врач юрист педагог рабочий работник "
    "сотрудник член участник представитель военный военнослужащий офицер полицейский дипломат священнослужитель директор "
    "топ-менеджер сторонник житель активист общественник".split()
)
# what whoever does a sport may be besides
_WINNERS = frozenset({"чемпион", "призер", "олимпиец", "рекордсмен", "финалист", "победитель"})
_NATIVE = 4  # first letters that «француз» shares with «французский»
_SHORT = 5  # letters of a native who shares three: «поляк», «польский»


def akin_first(cast: Cast, now: Situation, ranked: list[Candidate]) -> list[Candidate]:
    """«Прозаик сказал»: the candidates, the only writer among them before an engineer, of whom another calling is told."""
    said = now.said
    if said is None or now.form != "role" or not ranked or not _tells_callings(said):
        return ranked
    best = ranked[0]
    if (
        not _is_named(best)
        or _fits(cast, said, best)
        or "last" in best.facts
        and "other role" not in best.facts
    ):
        return ranked
    akin = [one for one in ranked[1:] if _is_named(one) and _is_near(one) and _is_akin(cast, said, one)]
    return _with_first(ranked, akin[0]) if len(akin) == 1 else ranked


def _with_first(ranked: list[Candidate], chosen: Candidate) -> list[Candidate]:
    """Зуев 0.6, Гуров 0.3 with Гуров chosen: Гуров 0.6, Зуев 0.3; the two change their chances."""
    best = ranked[0]
    first = replace(chosen, score=best.score, chance=best.chance)
    second = replace(best, score=chosen.score, chance=chosen.chance)
    others = [one for one in ranked[1:] if one is not chosen]
    return [first, *sorted([second, *others], key=lambda one: -one.chance)]


def _tells_callings(said: Description) -> bool:
    """«Прозаик», «глава компании»: one person, and neither «женщина» nor «сосед»."""
    alone = said.link.kind == "person" and said.link.number != "Plur" and not said.anonymous
    return alone and said.noun.concept not in PEOPLE and KIN not in said.noun.broader


def _is_named(candidate: Candidate) -> bool:
    """«Клим Зуев», «Зуев», no «рыбак»: a person with a name, who has been mentioned before."""
    chain = candidate.chain
    named = chain is not None and chain.named and chain.kind == "person"
    return named and not candidate.own and "later" not in candidate.facts


def _is_near(candidate: Candidate) -> bool:
    """«Зуев сказал» above, «Зуев ждал» just before: who has spoken, or has been mentioned a few sentences ago."""
    return "spoken" in candidate.facts or "far" not in candidate.facts


def _fits(cast: Cast, said: Description, candidate: Candidate) -> bool:
    """«Прозаик Зуев», «писатель Зуев»: whether the text knows him by «прозаик», or by a noun akin to it."""
    known = {"role", "called so"} & candidate.facts.keys()
    return bool(known) or _is_akin(cast, said, candidate)


def _is_akin(cast: Cast, said: Description, candidate: Candidate) -> bool:
    """«Писатель» may be the «прозаик», «глава «Створа»» the «глава компании», the «французский певец» a «француз»."""
    if "role narrowed else" in candidate.facts:
        return _is_of_any(cast, said)
    assert candidate.chain is not None
    if said.bare and said.noun.concept in speaker_list("natives"):
        return _comes_from(cast, candidate.chain, said.noun.concept)
    wide = _FIELDS - ({"спортсмен"} if said.noun.concept in _WINNERS else set())
    return not (said.noun.broader - wide).isdisjoint(cast.member(candidate.chain).roles)


def _is_of_any(cast: Cast, said: Description) -> bool:
    """«Глава |компании|»: behind the noun stands but one that tells none from another."""
    words, head = cast.scene.words, said.link.head
    return said.link.start == head and said.link.end == head + 2 and words.lemma[head + 1] in _OWNING


def _comes_from(cast: Cast, chain: Chain, native: str) -> bool:
    """«|французский| певец Анри Дюк», for whom «француз» may stand."""
    words, begins = cast.scene.words, native[: 3 if len(native) <= _SHORT else _NATIVE]
    titles = (link for link in chain.links if link.label == "ROLE")
    adjectives = (words.lemma[i] for link in titles for i in range(link.start, link.head))
    return any(lemma.startswith(begins) and lemma.endswith("ский") for lemma in adjectives)
