"""«Один из них»: told by the several of whom he is one.

«Полиция задержала двух курьеров. Один из них пояснил …» is one of the couriers; what a reader who sees nothing
but the quote can do with «один из них» is nothing.
"""

from dataclasses import dataclass

from molva.lexicon.analyses import analyses_of
from molva.quotes.draft import Draft
from molva.quotes.kinds import INFORMANTS
from molva.quotes.who.register import Register
from molva.speakers.chains import Chain, Chains, Link
from molva.speakers.phrases import is_itself
from molva.speakers.resolve import rank_antecedents
from molva.words import Words

_OF_THEM = ["из", "них"]
_ONE = {"Fem": "одна", "Masc": "один"}


@dataclass(frozen=True, slots=True)
class OneOf:
    """Finds or makes the entity of one of several."""

    words: Words
    chains: Chains
    register: Register

    def them(self, draft: Draft) -> Chain | None:
        """«|Один из них| пояснил»: «один из курьеров», where a noun tells who they are."""
        words, head = self.words, draft.source_head
        if head is None or words.lemma[head] != "один" or words.lower[head + 1 : head + 3] != _OF_THEM:
            return None
        several = self._several(head + 2)
        whose = self._genitive(several) if several is not None else ""
        if not whose:
            return None
        name = f"{_ONE[words.feat(head, 'Gender') or 'Masc']} из {whose}"
        return self.register.entity(Chain("group", name=name), (head, head + 3), head, "ROLE")

    def _several(self, pronoun: int) -> Link | None:
        """The last noun before the pronoun for those whom it means."""
        for ranked in rank_antecedents(self.words, self.chains, pronoun, number="Plur"):
            chain = ranked.chain
            if chain is None or chain.named or chain.kind != "group":
                continue
            told = [link for link in chain.links if link.label == "ROLE" and link.end <= pronoun]
            many = [link for link in told if self.words.number(link.head) == "Plur"]
            if many:
                return max(many, key=lambda link: link.end - link.start)
        return None

    def _genitive(self, several: Link) -> str:
        """«двух бывших сотрудников», «бывшие сотрудники завода» → «бывших сотрудников завода»; empty where a word resists."""
        words, head = self.words, several.head  # its adjectives stand before it, and the number is left out
        begin = head
        while self._is_adjective(begin - 1):
            begin -= 1
        begin += is_itself(words, begin)
        declined = [_of_many(words.lower[i]) for i in range(begin, head + 1)]
        if not all(declined):
            return ""
        rest = words.text[words.end[head] : words.end[several.end - 1]]
        return " ".join(declined) + rest

    def _is_adjective(self, i: int) -> bool:
        """«|бывшие| сотрудники», «|уволенных| сотрудников», but not «|пришли| свидетели»."""
        words = self.words
        declined = words.pos[i] == "ADJ" or words.feat(i, "VerbForm") == "Part"
        return declined and words.feat(i, "Number") == "Plur"


def one_before(words: Words, chains: Chains, pronoun: int, gender: str) -> Chain | None:
    """«|Один из гостей| задал вопрос. |Он| сказал, что …»: «он» opens a sentence behind the one whose only man that is."""
    start = words.sentence(pronoun)[0]
    if pronoun != start or start == 0 or words.par[start - 1] != words.par[start]:
        return None
    before = [link for link in chains.within(*words.sentence(start - 1)) if link.label in ("PER", "ROLE")]
    doers = [link for link in before if words.is_subject(link.head)]
    if len(doers) != 1 or words.lemma[doers[0].head] != "один":
        return None
    one = doers[0]
    return one.chain if words.feat(one.head, "Gender") == gender and one.chain is not None else None


def _of_many(form: str) -> str:
    """The genitive plural of a noun, an adjective or a participle in any form; empty for what has none."""
    for one in analyses_of(form):
        many = one.inflect("plur", "gent") if one.pos in ("NOUN", "ADJF", "PRTF") else None
        if many and (one.pos != "NOUN" or "anim" in one.grammemes or one.lemma in INFORMANTS):
            return many
    return ""


def is_of_one(words: Words, draft: Draft) -> bool:
    """«отец |одной из| школьниц»: whose he is nobody can tell, so he is nobody whom the text has named."""
    head = draft.source_head
    if head is None or draft.source is None or head + 2 >= draft.source[1]:
        return False
    owned = words.lemma[head + 1] == "один" and words.feat(head + 1, "Case") == "Gen"
    return owned and words.lower[head + 2] == "из"
