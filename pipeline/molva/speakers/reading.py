"""From a document's records to links, and back."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from molva.contract import NAME_LABELS, Entity, Kind, Label, Mention, read_mentions, read_names
from molva.entities.people import is_given
from molva.lexicon.nouns import KIN, roles
from molva.speakers.chains import Chain, Chains, Link
from molva.speakers.names import likely_sex, sex
from molva.speakers.pronouns import subject_gender
from molva.speakers.speech import voices
from molva.words import Words, is_named

_KINDS: dict[Label, Kind] = {"PER": "person", "ORG": "org", "LOC": "place"}


def name_links(words: Words, doc: Doc) -> list[Link]:
    """The names that the entity stage has stored, as links."""
    number = word_numbers(words)
    names = [m for m in read_mentions(doc) if m.label in NAME_LABELS and not is_described(doc, m)]
    links = [link for m in names if (link := _link(words, number, m)) is not None]
    for link in links:
        _leave_title_out(words, link)
    return links


def _leave_title_out(words: Words, link: Link) -> None:
    """«|Токсиколог| Вера Зуева считает»: a calling with the capital of its sentence is no part of the full name behind it."""
    start, first = link.start, words.lower[link.start]
    opens = start == words.sentence(start)[0]
    titled = link.label == "PER" and opens and first in roles() and not is_given(first)
    if titled and link.end - start > 2 and link.normal.lower().startswith(f"{first} "):
        link.start = start + 1
        link.head = max(link.head, link.start)
        link.normal = link.normal.partition(" ")[2]


def is_described(doc: Doc, mention: Mention) -> bool:
    """What the entity stage has found and that names nobody: «ведомство», «полиция», «|Заречная| премия».

    What such words mean is found as for any description. They stay entities by their label.
    """
    if mention.label == "PER":
        alone = mention.end - mention.start == 1
        return alone and (_qualifies(doc, mention) or not is_named(doc, mention.start, mention.end))
    return mention.label == "ORG" and (
        not is_named(doc, mention.start, mention.end) or _is_branch_of_it(doc, mention)
    )


def _is_branch_of_it(doc: Doc, mention: Mention) -> bool:
    """«управление |ведомства по| Заречной области»: the region is named, and not the body."""
    return mention.end - mention.start > 2 and any(
        doc[i].lower_ in ("ведомства", "министерства") and doc[i + 1].lower_ == "по"
        for i in range(mention.start + 1, mention.end - 1)
    )


def _qualifies(doc: Doc, mention: Mention) -> bool:
    """«|Фиалковская| премия», «|Ореховскими| чтениями»: an adjective in -ский of a noun that is no person."""
    if not mention.normal.endswith(("ский", "ская", "ское", "ские")):
        return False
    word = doc[mention.head]
    noun = word.head
    modifies = word.pos_ == "ADJ" and word.dep_ == "amod"
    return modifies and noun.i > word.i and noun.is_lower and "Animacy=Inan" in str(noun.morph)


def read_chains(words: Words) -> Chains:
    """The chains that the speaker stage has stored in ``words.doc``, for later stages to ask."""
    number, voice = word_numbers(words), voices(words)
    chains = {e.id: Chain(e.kind, name=e.name, id=e.id) for e in read_names(words.doc)}
    links = []
    for mention in read_mentions(words.doc):
        described = is_described(words.doc, mention)
        if described and mention.entity_id is None:
            continue  # nothing that speakers know of
        link = _link(words, number, replace(mention, label="ROLE") if described else mention)
        if link is None:
            continue
        link.inside = voice[link.head]
        links.append(link)
        if mention.entity_id in chains:
            _rejoin(words, chains[mention.entity_id], link)
    for chain in chains.values():
        _settle_gender(chain)
    return Chains(links, list(chains.values()))


def _settle_gender(chain: Chain) -> None:
    """A name tells more surely than a verb that the tagger may have given a wrong subject.

    And of a full name a bare one tells nothing: «Крессида Дик» is a woman, though «Дик» alone is a man's name. But where
    the surname shows nothing, and all verbs tell otherwise, they do: «Адель Мубейр |заявил|».
    """
    if chain.kind == "person":
        names = [link.normal for link in chain.links if link.label == "PER"]
        full = [name for name in names if " " in name]
        by_name = [gender for name in full or names if (gender := sex(name))]
        by_verb = [link.gender for link in chain.links if link.gender and link.label != "PRON"]
        bare = full and not any(sex(name.rpartition(" ")[2]) for name in full)
        otherwise = bare and len(set(by_verb)) == 1 and set(by_verb).isdisjoint(by_name)
        shown = by_verb if otherwise or not by_name else by_name
        chain.gender = max(sorted(set(shown)), key=shown.count, default=likely_sex(names))


def word_numbers(words: Words) -> dict[int, int]:
    """The word at each token; white space has none."""
    return {token: word for word, token in enumerate(words.index)}


def mentions(words: Words, links: Sequence[Link]) -> list[Mention]:
    """Links as records of the contract."""
    index = words.index
    return [
        Mention(
            index[link.start], index[link.end - 1] + 1, index[link.head], link.label, link.normal,
            link.chain.id or None if link.chain else None,
        )
        for link in links
    ]  # fmt: skip


def with_described(doc: Doc, found: Sequence[Mention], stored: Sequence[Mention]) -> list[Mention]:
    """Mentions of the speaker stage, and the bodies without a name that the entity stage has stored.

    Where both have one mention, it is the speaker stage's, with the label of the body.
    """
    bodies = {m.head: m for m in stored if is_described(doc, m)}
    known = {m.head for m in found}
    labelled = [
        replace(m, start=body.start, end=body.end, label=body.label, normal=body.normal)
        if (body := bodies.get(m.head)) is not None and m.label == "ROLE"
        else m
        for m in found
    ]
    alone = [replace(body, entity_id=None) for head, body in bodies.items() if head not in known]
    return [*labelled, *alone]


def entities(chains: Sequence[Chain]) -> list[Entity]:
    """Chains as records of the contract; the mentions are stored apart."""
    return [Entity(chain.id, chain.kind, chain.name) for chain in chains]


def _link(words: Words, number: dict[int, int], mention: Mention) -> Link | None:
    """A mention by words; none where the words leave out all of it."""
    covered = [number[token] for token in range(mention.start, mention.end) if token in number]
    if not covered:
        return None
    start, end = covered[0], covered[-1] + 1
    head = number.get(mention.head, start)
    kind = _KINDS.get(mention.label, "person")
    feat = words.feats[head]
    gender = "" if mention.label in ("PER", "LOC") else feat.get("Gender", "")
    number_ = feat.get("Number", "Sing") if mention.label in ("ROLE", "PRON") else "Sing"
    return Link(start, end, head, mention.label, mention.normal, kind, gender, number_, feat.get("Case", ""))


def _sex(words: Words, link: Link) -> str:
    """Man or woman, by a noun for women or for kin, or by the verb: «адвокат» alone tells neither."""
    noun = roles().get(words.lemma[link.head]) if link.label == "ROLE" else None
    told = noun is not None and (noun.gender == "Fem" or KIN in noun.broader)
    known = noun.gender if noun is not None and told else ""
    known = (
        "Fem" if told and words.feat(link.head, "Gender") == "Fem" else known
    )  # «супруга» for the tagger is a «супруг»
    return known or subject_gender(words, link.head)


def _rejoin(words: Words, chain: Chain, link: Link) -> None:
    """A mention goes back to the chain that its record names."""
    if chain.kind == "person" and link.label in ("PER", "ROLE"):
        link.gender = _sex(words, link)
    link.kind = chain.kind if link.label != "LOC" else "place"
    chain.add(link)
    if link.label in NAME_LABELS:
        chain.named = True
    if chain.kind == "group" and link.label == "ROLE":
        chain.number = link.number
