"""«Там» as a source: the place of which the text has just told that something was done in it."""

from molva.quotes.ends.clauses import clause_around
from molva.quotes.ends.edges import limits
from molva.quotes.lexicon import word_list
from molva.quotes.scene import Scene
from molva.quotes.sources.at_verb import subject
from molva.quotes.sources.phrases import Source, phrase
from molva.quotes.sources.places_of_many import place_of_many
from molva.speakers.chains import Chains, Link
from molva.speakers.resolve import is_subject
from molva.words import Words

THERE = frozenset({"там", "здесь"})
TURNING = frozenset(
    "обратиться обращаться позвонить звонить дозвониться написать писать направить отправить послать"
    " жалоба обращение запрос письмо звонок пожаловаться адресовать переадресовать передать передавать".split()
)
REACH = 80  # words looked back


def place_before(scene: Scene, there: int) -> Source | None:
    """«В Минтрансе рассказали о ремонте. Там добавили, что …»: where many have acted in this sentence or the last.

    Whether they have said anything does not count: «В мэрии ругали мост. Там считают, что …».
    """
    words = scene.words
    start, _ = scene.sentence(there)
    goes_on = start > 0 and words.par[start - 1] == words.par[start]
    first = scene.sentence(start - 1)[0] if goes_on else start
    for i in range(there - 1, max(first, there - REACH) - 1, -1):
        if _done_by_many(scene, i) and scene.pair_around(i) == scene.pair_around(there):
            left, right = clause_around(scene, i, *limits(scene, i))
            if words.lemma[left] == "который" and words.form[left - 1] == ",":
                left = scene.sentence(i)[0]  # «в компании, |которая рыла яму|, недовольны»
            place = place_of_many(scene, i, left, right)
            itself = place is not None and place.head == there  # «уточнили |там|»
            if place is not None and not itself and subject(scene, i, left, right, widest=left) is None:
                return place if words.lower[place.head] not in THERE else None
    return _asked(scene, first, there)


def _asked(scene: Scene, start: int, there: int) -> Source | None:
    """«Читатели обратились |в управу|. Там пояснили, что …»: a body that somebody has written or rung up.

    So «обратились за разъяснением |в управу|», which the tree hangs on what they want.
    """
    words = scene.words
    for i in range(there - 1, start, -1):
        body = words.lemma[i] in word_list("bodies") or words.ent[i] == "ORG"
        # «в |УК| «Луч»» has no cases
        shown = (
            words.feat(i, "Case") == "Acc" or words.form[i].isupper() and words.lower[i - 1] in {"в", "во"}
        )
        into = words.head[i] if body and shown else None
        marks = (c for c in words.children[i] if words.lower[c] in {"в", "во"})
        mark = next(marks, None)
        turned = into is not None and not TURNING.isdisjoint(words.lemma[k] for k in (into, words.head[into]))
        if turned and mark is not None:
            return phrase(scene, i, mark + 1, words.sentence(i)[1])
    return None


def body_before(chains: Chains, scene: Scene, there: int) -> Link | None:
    """«Минтранс закрыл мост. Там пояснили, что …», «Тетрадь передадут в музей. Там заявили»: the only body of the sentence before.

    It acts there, or something goes to it; else no other body is told of: «Мост принадлежит мэрии. Там заявили».
    Sooner one that acts in the clause before: «|Кремль| видел угрозу, рост цен там назвали «опасным»».
    """
    words, start = scene.words, scene.sentence(there)[0]
    clause = [
        link
        for link in _bodies(chains, start, there)
        if is_subject(words, link) and _in_clause_before(scene, link, there)
    ]
    if len(clause) == 1:
        return clause[0]
    if start == 0 or words.par[start - 1] != words.par[start]:
        return None
    links = _bodies(chains, *scene.sentence(start - 1))
    found = [link for link in links if is_subject(words, link)]
    found = found or [link for link in links if _goes_something_to(words, link)] or links
    return found[0] if len({id(link.chain) for link in found}) == 1 else None


def _bodies(chains: Chains, start: int, end: int) -> list[Link]:
    """«|Минтранс| закрыл мост»: the bodies that a stretch tells of."""
    return [link for link in chains.within(start, end) if link.kind == "org" and link.chain]


def _goes_something_to(words: Words, link: Link) -> bool:
    """«Тетрадь передадут |в музей|»."""
    before = words.lower[max(link.start - 1, 0)]
    return before in {"в", "на"} and words.feat(link.head, "Case") == "Acc"


def _done_by_many(scene: Scene, i: int) -> bool:
    """Whether a word is a finite verb in the plural, or «согласны», «недовольны»."""
    words = scene.words
    return words.pos[i] in {"VERB", "ADJ"} and scene.is_finite(i) and words.feat(i, "Number") == "Plur"


def _in_clause_before(scene: Scene, body: Link, there: int) -> bool:
    """Whether a comma parts a body and its verb from a word in the same marks."""
    words, verb = scene.words, scene.words.head[body.head]
    commas = (k for k in range(body.end, there) if words.form[k] in {",", ";"})
    apart = any(body.head < verb < k or verb < body.head for k in commas)
    return apart and scene.pair_around(body.head) == scene.pair_around(there)
