"""Whose press office has spoken: after «пресс-служба Росмоста» «в ведомстве» means the Росмост."""

from dataclasses import dataclass

from molva.entities.normal import nominative_phrase, normal_text
from molva.lexicon.folding import fold
from molva.lexicon.nouns import bodies
from molva.quotes.lexicon import word_list
from molva.quotes.who.register import Register
from molva.speakers.bodies import body as body_of
from molva.speakers.chains import Chain, Chains, Link
from molva.speakers.naming import genitive_of
from molva.tokens.marks import OPENING
from molva.words import Words

A_NOUN_ALONE = 2  # words of «пресс-служба министерства»


@dataclass(frozen=True, slots=True)
class PressOffices:
    """Reads the body off the name of its press office."""

    words: Words
    chains: Chains
    register: Register

    def named(self, office: Chain) -> Chain | None:
        """The body with a name of its own in the text whose press office has spoken.

        A name in marks may stand as it is: «пресс-служба |«Створ Go»|».
        """
        noun, _, whose = office.name.partition(" ")
        if noun.lower() not in word_list("offices_of") or not whose:
            return None
        named = (chain for chain in self.chains.chains if chain.kind == "org" and chain.named)
        bare = whose[1:-1] if whose[0] in OPENING else whose
        return next(
            (body for body in named if whose == genitive_of(self.words, body) or bare == body.name), None
        )

    def served(self, office: Chain) -> Chain | None:
        """Whose press office has spoken: after «пресс-служба Росмоста» «в ведомстве» means the Росмост."""
        noun, _, whose = office.name.partition(" ")
        if noun.lower() not in word_list("offices_of") or not whose:
            return None
        known = self.named(office)
        if known is not None or whose[0].islower():
            return known or self._branch_served(office)
        name = normal_text(whose, "ORG", case="Gen")
        return self.register.known(name) or self.chains.new(Chain("org", name=name, named=True))

    def served_of(self, office: Chain, noun: str) -> Chain | None:
        """The body whose press office has spoken, if by its name it is of a kind: «пресс-служба |МЧС края|» of a «министерство»."""
        whose = office.name.partition(" ")[2]
        name = normal_text(whose, "ORG", case="Gen").split() if whose else []
        while name and name[0].islower():  # «|регионального| МЧС»
            del name[0]
        return (
            self.served(office)
            if name and noun in body_of(name, [fold(form) for form in name]).kinds
            else None
        )

    def _branch_served(self, office: Chain) -> Chain | None:
        """«пресс-служба |управления МЧС по Ленской области|», «… |налоговой полиции|»: what the text has named in no other place."""
        for link in office.links:
            if (bracketed := self._in_bracket(link.end)) is not None:
                return bracketed
            head = self._body_in(link)
            if head is not None and self._is_named(head, link):
                first = next(i for i in range(link.start + 1, link.end) if self.words.form[i].isalpha())
                name = nominative_phrase(self.words, head, first, link.end)
                return self.register.known(name) or self.chains.new(Chain("org", name=name))
        return None

    def _body_in(self, link: Link) -> int | None:
        """«пресс-служба |управления| МЧС», «пресс-служба |МЧС| края»: the first noun for a body, or its short name."""
        words, inner = self.words, range(link.start + 1, link.end)
        nouns = (i for i in inner if words.pos[i] == "NOUN" and words.lemma[i] in bodies())
        short = (i for i in inner if body_of(words.form[i : i + 1], words.lemma[i : i + 1]).kinds)
        return next(nouns, None) or next(short, None)

    def _is_named(self, head: int, link: Link) -> bool:
        """A bare «министерство» is no name, nor is «городское ведомство»."""
        words = self.words
        if words.feat(head, "Case") != "Gen" and not words.form[head].isupper():
            return False
        named = any(words.form[i][:1].isupper() for i in range(head, link.end))
        told = words.lemma[head] not in word_list("any_body") and link.end - link.start > A_NOUN_ALONE
        return named or told

    def _in_bracket(self, at: int) -> Chain | None:
        """«пресс-служба налоговой полиции |(НП)|»: the short name of the body that its press office speaks for."""
        link = self.chains.at(at + 1) if self.words.form[at : at + 1] == ["("] else None
        return link.chain if link is not None and link.label == "ORG" else None
