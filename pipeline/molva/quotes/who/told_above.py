"""Who acts or tells in the sentence or the paragraph above, where nobody is named at the quote."""

from molva.quotes.direct.author_words import read_author
from molva.quotes.draft import Draft
from molva.quotes.scene import DASHES, ENDS, Scene
from molva.quotes.who.interviews import only_person
from molva.quotes.who.tellers import teller_in
from molva.speakers.chains import Chain, Chains
from molva.speakers.pronouns import verb_agreement
from molva.speakers.resolve import is_subject


def actor_before(scene: Scene, chains: Chains, draft: Draft) -> Chain | None:
    """Nobody has spoken yet: the only person of the sentence before."""
    words = scene.words
    before = scene.sentence(max(draft.start - 2, 0))
    same = words.par[before[0]] == words.par[draft.start]
    return only_person(chains.within(*before)) if same else None


def actor_above(scene: Scene, chains: Chains, draft: Draft) -> Chain | None:
    """«Вера Зуева поправила скатерть.⏎— Рано, — произносит наконец.»: the narrator goes on with whom the sentence above tells of."""
    words, verb = scene.words, draft.verb
    number = words.par[draft.start] - 1
    if verb is None and draft.rule == "dash" and number >= 0:
        return teller_in(scene, chains, number) or _commenter(scene, chains, draft, number)
    if verb is None or number < 0 or words.feat(verb, "Person") in {"1", "2"}:
        return None
    start, end = words.paragraphs[number]
    if words.form[start] in DASHES or words.form[end - 1] not in ENDS:
        return None
    above = chains.within(*scene.sentence(end - 1))
    doers = [link for link in above if link.label in {"PER", "ROLE"} and is_subject(words, link)]
    chain = doers[0].chain if len({id(link.chain) for link in doers}) == 1 else None
    gender, plural = verb_agreement(words, verb)
    fits = chain is not None and (not gender or chain.gender in {"", gender}) and plural != "Plur"
    return chain if fits else None


def _commenter(scene: Scene, chains: Chains, draft: Draft, number: int) -> Chain | None:
    """«Ситуацию прокомментировали в мэрии.⏎— Лёд увезут.»: who comments in the last sentence above speech that asks nothing."""
    start, end = scene.words.paragraphs[number]
    asked = scene.words.form[scene.paragraph(draft.start)[1] - 1].startswith("?")
    if asked or scene.words.form[start] in DASHES:
        return None
    author = read_author(scene, scene.sentence(end - 1)[0], end, lexical=True, nearest_last=True)
    return chains.of(author.source.head) if author is not None and author.source is not None else None


def issuer_before(scene: Scene, chains: Chains, draft: Draft) -> Chain | None:
    """«Горсовет принял обращение. В нём сказано …»: whoever acted in the sentence before."""
    assert draft.source is not None
    start = scene.sentence(draft.source[0])[0]
    before = scene.sentence(max(start - 1, 0))
    bodies = [
        link.chain
        for link in chains.within(*before)
        if link.chain is not None and link.label in {"ORG", "PER", "ROLE"}
    ]
    return bodies[0] if bodies else None
