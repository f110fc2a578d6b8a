"""The only one near by of whom the text has told no role: «драматург» for a bare name, «россиянин» in a headline."""

from collections.abc import Callable

from molva.lexicon.lists import shared_list
from molva.lexicon.nouns import ANY_BODY, KIN, roles
from molva.speakers.ahead import NEWSMEN
from molva.speakers.chains import Chain
from molva.speakers.compatible import of_another_gender
from molva.speakers.descriptions import Description
from molva.speakers.known import PARAGRAPHS, Known
from molva.speakers.lexicon import words as word_list
from molva.speakers.names import read
from molva.speakers.not_meant import has_credit, stands_behind_coming, was_told
from molva.speakers.only_told import REPORTING, has_only_told
from molva.speakers.own_voice import is_talk

_DASHES = frozenset("—–-")
_PEOPLE = shared_list("men_and_women") | {"молодой человек"}
PARENTS = frozenset("мать мама отец папа бабушка дедушка родитель родительница".split())
_PUBLIC = frozenset(("политик", "чиновник"))  # anybody in office may be called so
_RELATIONS = frozenset((KIN, "соперник", "ровесник", "победитель"))
# what a day or a life makes somebody, whatever else he is
_OCCASIONS = frozenset("юбиляр именинник долгожитель старожил новосел переселенец дебютант".split())
# who hears a case or speaks in it has been introduced as such, if he has a name
_OF_A_TRIAL = frozenset(
    "прокурор гособвинитель обвинитель судья следователь адвокат защитник свидетель потерпевший".split()
)


def _is_named_here(known: Known, chain: Chain, description: Description) -> bool:
    """«Белов, адвокат и врач приехали»: whom this very sentence has named, it does not describe."""
    sent = known.words.sent
    return not known.is_met(chain) or sent[known.latest[id(chain)]] == sent[description.link.head]


def _is_left_behind(known: Known, chain: Chain, description: Description) -> bool:
    """«… обе забил Зуев.⏎— Что случилось?⏎— Тренер просил бегать»: somebody speaks of another by now.

    The author's words behind a second dash go on about the one of before.
    """
    words, link, at = known.words, description.link, known.latest[id(chain)]
    first = words.paragraphs[words.par[link.head]][0]
    own = words.form[first] in _DASHES and not any(
        words.form[i] in _DASHES for i in range(first + 1, link.head)
    )
    return words.par[at] != words.par[link.head] and own


def _is_the_writers(_: Known, chain: Chain, description: Description) -> bool:
    """««Диспетчер ответил», — вспоминает Зуев»: what somebody tells describes nobody whom but the writer has named."""
    return description.link.inside != -1 and all(other.inside == -1 for other in chain.links)


def _is_in_talk(known: Known, chain: Chain, description: Description) -> bool:
    """«— У |Ляхова| травма. |Доктор| говорит, что кость цела»: who talks goes on about Ляхов with «он», and tells of another."""
    noun = description.noun
    varied = noun.concept in _PEOPLE | word_list("natives") | _PUBLIC or KIN in noun.broader
    return chain.kind == "person" and not varied and is_talk(known.words, description.link.head)


def _comes_in(known: Known, chain: Chain, description: Description) -> bool:
    """«Зуев вышел на площадь. |Ждал таксист|», «К нему |подошёл врач|»: who comes or waits behind his verb is somebody new."""
    return chain.kind == "person" and stands_behind_coming(known.words, description)


def _only_reports(known: Known, chain: Chain, description: Description) -> bool:
    """«Дом сгорел, сообщил Зуев. |Пострадавший| ответил, что …»: who has but told of a case is not whom it befell."""
    if description.noun.concept not in word_list("fates"):
        return False
    words, at = known.words, known.latest[id(chain)]
    names = [link for link in chain.links if link.label == "PER" and link.head <= at and link.inside == -1]
    return has_only_told(words, names, lambda verb: words.lemma[verb] in REPORTING)


def _writes_for(known: Known, _: Chain, description: Description) -> bool:
    """«Зуева оправдали. Как передаёт |корреспондент «Створа»|, …»: who is told with his medium is nobody named otherwise."""
    words, end = known.words, description.link.end
    if description.noun.concept not in NEWSMEN:
        return False
    return words.form[end : end + 1] == ["«"] or words.ent[end : end + 1] == ["ORG"]


def _is_grown_up(_: Known, chain: Chain, description: Description) -> bool:
    """«У доски сидит Нина |Павловна| Зуева. Девочка ответила»: no child is called by a patronymic, nor is anybody's |мама|."""
    named = (link.normal for link in chain.links if link.label == "PER")
    grown = any(read(name).patronymic for name in named) or not PARENTS.isdisjoint(chain.roles)
    return description.noun.concept in shared_list("children") and grown


# what speaks against somebody near by, whatever is told of him
OBJECTIONS: tuple[Callable[[Known, Chain, Description], bool], ...] = (
    _is_named_here,
    _is_left_behind,
    was_told,
    has_credit,
    _is_the_writers,
    _is_in_talk,
    _comes_in,
    _only_reports,
    _writes_for,
    _is_grown_up,
)


def without_role(known: Known, description: Description) -> Chain | None:
    """The only person, or body, near by of whom no role is told: «драматург» for Ибрагимбеков."""
    link = description.link
    if link.kind not in ("person", "org") or not _may_be_anybodys(description):
        return None
    near = [
        chain
        for chain in known.near(link)
        if not any(speaks(known, chain, description) for speaks in OBJECTIONS)
    ]
    fitting = [chain for chain in near if _open_to(chain, description)]
    return fitting[0] if len(fitting) == 1 else None


def _may_be_anybodys(description: Description) -> bool:
    """A bare noun of the lists for one: «драматург», and of bodies but those that mean any, «компания»."""
    told_more = description.narrowed or description.places or description.anonymous
    if told_more or not description.listed or description.link.number == "Plur":
        return False
    return description.link.kind != "org" or description.noun.concept in ANY_BODY


def in_headline(known: Known, description: Description) -> Chain | None:
    """«Россиянин признал вину ¶ Москвич Кирилл Дудко признал вину»: a headline tells where its man comes from."""
    words, link = known.words, description.link
    told = word_list("natives") | _PEOPLE
    bare = link.end - link.start == 1 and link.number == "Sing" and description.noun.concept in told
    if words.par[link.head] or not bare:
        return None
    lead = (other for other in known.chains.links if 0 < words.par[other.head] <= PARAGRAPHS)
    people = list({id(o.chain): o.chain for o in lead if o.label == "PER" and o.chain is not None}.values())
    return people[0] if len(people) == 1 and _open_to(people[0], description) else None


def _open_to(chain: Chain, description: Description) -> bool:
    """Whether a text has told nothing of somebody that keeps him from being called so."""
    link, noun = description.link, description.noun
    if chain.kind != link.kind or chain.number == "Plur" or of_another_gender(chain, link):
        return False
    if noun.concept in _PEOPLE:
        # «женщина» is no «председатель»
        shown = chain.named or not link.gender or chain.gender == link.gender
        return shown and not chain.roles.keys() & _PUBLIC
    if noun.concept in word_list("natives"):
        return chain.named and not chain.roles.keys() & (word_list("natives") | _PUBLIC)
    if noun.concept in _PUBLIC:
        return chain.named
    if not _OF_A_TRIAL.isdisjoint(noun.broader):
        return False
    return chain.named and not _offices(chain) and KIN not in noun.broader


def _offices(chain: Chain) -> set[str]:
    """The concepts of a chain but those that tell how one stands to another, «соперник», «друг», or of his day: «юбиляр»."""
    return {concept for concept in chain.roles if not _is_relation(concept)} - _OCCASIONS


def _is_relation(concept: str) -> bool:
    """Whether a noun asks whose, or to whom: «друг», «соперник»."""
    noun = roles().get(concept)
    return noun is not None and bool(noun.broader & _RELATIONS)
