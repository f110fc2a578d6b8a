"""Sources inside a subordinate clause: «план, который, |по его словам|, …», «мэр, |по словам которого| …»."""

from molva.quotes.draft import Draft, Stretch
from molva.quotes.scene import Scene
from molva.quotes.sources.phrases import Source, phrase
from molva.quotes.who.papers import RECEIVING
from molva.speakers.chains import Chain, Chains, Link
from molva.speakers.pronouns import demand, verb_agreement
from molva.speakers.resolve import is_subject
from molva.words import Words

REACH = 5  # words from a comma to «который»
LONGEST = 80  # words of a sentence that are looked back over
# «спросил у Зуева», «поинтересовалась у Зуева», «узнал у Зуева»
FINDING_OUT = frozenset(
    "спросить спрашивать переспросить расспросить поинтересоваться интересоваться узнать узнавать".split()
)
SUBORDINATE = frozenset({"который", "что", "чтобы", "где", "куда", "когда"})


def antecedent(scene: Scene, which: int) -> Source | None:
    """The noun of «который» as a source: of «комитет, по данным которого мост цел» it is «комитет»."""
    words, start = scene.words, scene.sentence(which)[0]
    commas = (i for i in range(which - 1, max(which - REACH, start), -1) if words.form[i] == ",")
    comma = next(commas, None)
    if comma is None:
        return None
    for i in range(comma - 1, start - 1, -1):
        if scene.is_finite(i) or words.form[i] == ",":
            break
        number, gender = words.feat(i, "Number"), words.feat(i, "Gender")
        alike = number == words.feat(which, "Number") and words.feat(which, "Gender") in ("", gender)
        if words.pos[i] in {"NOUN", "PROPN"} and alike:
            return phrase(scene, i, start, comma)
    return None


def one_asked(scene: Scene, chains: Chains, draft: Draft) -> Chain | None:
    """«Прораб спросил у Гурова, что, |по его мнению|, ждёт порт»: who is asked for an opinion holds it, not who asks."""
    words, head = scene.words, draft.source_head
    assert head is not None
    start = max(words.sentence(head)[0], head - LONGEST)
    asks = next((i for i in range(head - 1, start - 1, -1) if words.lemma[i] in FINDING_OUT), None)
    if draft.rule != "marker" or asks is None:
        return None
    comma = next((i for i in range(asks + 1, head) if words.form[i] in {",", ":"}), asks)
    if any(scene.is_finite(i) for i in range(asks + 1, comma)):
        return None  # «спросил дорогу у Гурова и заявил, что, по его мнению, …»
    asked = demand(words, head)
    for link in chains.within(asks + 1, comma):
        behind = words.lower[link.start - 1] == "у" or words.feat(link.head, "Case") == "Acc"
        behind = behind or link.start == asks + 1 and words.feat(link.head, "Case") == "Gen"
        if behind and _may_be(link, asked.gender, asked.number):
            return link.chain
    return None


def subject_above(scene: Scene, chains: Chains, draft: Draft) -> Chain | None:
    """Whom «его» means in a clause below the subject's own: «Директор предложил план, который, по его словам, …».

    Where the clause describes somebody («нанял токаря, который, по его словам, …») it may be either.
    """
    words, head = scene.words, draft.source_head
    assert head is not None
    start = max(words.sentence(head)[0], head - LONGEST)
    opened = [i for i in range(start, head) if words.form[i] == "," and _opens(scene, i + 1, head)]
    if draft.rule != "marker" or not opened:
        return None
    asked, comma = demand(words, head), opened[-1]
    described = chains.at(comma - 1)
    if described is not None and _may_be(described, asked.gender, asked.number):
        return None
    links = [link for link in chains.within(start, comma) if is_subject(words, link) and _acts(scene, link)]
    chain = links[-1].chain if links else None
    fits = chain is not None and _may_be(links[-1], asked.gender, asked.number)
    return chain if fits and not draft.covers(links[-1].head) else None


def sender(scene: Scene, chains: Chains, draft: Draft, gender: str, number: str) -> Chain | None:
    """«Актёр послал мэру письмо, |в котором попросил|: «…»»: a verb without a subject, of him who has sent what it stands in."""
    words, verb = scene.words, draft.verb
    if verb is None:
        return None
    start = max(words.sentence(verb)[0], verb - LONGEST)
    near = range(max(verb - 3, start + 2), verb)
    which = next((i for i in near if words.lemma[i] == "который" and words.lower[i - 1] in {"в", "во"}), None)
    if which is None or words.form[which - 2] != ",":
        return None
    above = chains.within(start, which - 2)
    links = [link for link in above if is_subject(words, link) and scene.is_finite(words.head[link.head])]
    last = links[-1] if links and links[-1].inside < 0 else None
    if last is not None and words.lemma[words.head[last.head]] in RECEIVING:
        return None  # «Актёр получил письмо, в котором …»
    return last.chain if last is not None and _may_be(last, gender, number) else None


def subject_before_colon(scene: Scene, chains: Chains, draft: Draft) -> Chain | None:
    """«Прораб с Гуровым не согласен: |по его словам|, …»: what follows a colon is that subject's, whoever spoke before."""
    words, head = scene.words, draft.source_head
    assert head is not None
    start = max(words.sentence(head)[0], head - LONGEST)
    colon = next((i for i in range(head - 1, max(start, head - REACH), -1) if words.form[i] == ":"), None)
    if draft.rule != "marker" or colon is None:
        return None
    asked = demand(words, head)
    return _only_subject(words, chains, (start, colon), asked.gender, asked.number)


def subject_goes_on(scene: Scene, chains: Chains, draft: Draft) -> Chain | None:
    """«Актриса обратилась к врачам: |пожаловалась|, что …»: a verb right behind a colon, with the subject before it."""
    words, verb = scene.words, draft.verb
    assert verb is not None
    start, colon = words.sentence(verb)[0], verb - 1 - (words.pos[verb - 1] == "ADV")
    if colon <= start or words.form[colon] != ":":
        return None
    return _only_subject(words, chains, (start, colon), *verb_agreement(words, verb))


def _only_subject(words: Words, chains: Chains, stretch: Stretch, gender: str, number: str) -> Chain | None:
    """The one of whom the subjects of a stretch tell, if it may be of a gender and number."""
    links = [link for link in chains.within(*stretch) if link.label in ("PER", "ROLE", "ORG")]
    subjects = [link for link in links if link.inside < 0 and is_subject(words, link)]
    one = subjects[0] if len({id(link.chain) for link in subjects}) == 1 else None
    return one.chain if one is not None and _may_be(one, gender, number) else None


def _opens(scene: Scene, i: int, stop: int) -> bool:
    """Whether a subordinate clause opens at word ``i``: «который», «в котором», «что»."""
    return any(scene.words.lemma[k] in SUBORDINATE for k in range(i, min(i + 2, stop)))


def _acts(scene: Scene, link: Link) -> bool:
    """A noun or a name whose verb is finite and stands outside of quoted words."""
    words = scene.words
    return link.label in ("PER", "ROLE", "ORG") and link.inside < 0 and scene.is_finite(words.head[link.head])


def _may_be(link: Link, gender: str, number: str) -> bool:
    """Whether a mention agrees with a possessive: somebody of its gender, or of none told."""
    chain = link.chain
    if chain is None or chain.kind == "place" or (number == "Plur") != (chain.number == "Plur"):
        return False
    return not gender or chain.gender in ("", gender)
