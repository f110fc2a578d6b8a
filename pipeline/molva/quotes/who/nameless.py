"""People without a name, met again by a noun that any of them might have: «женщина», «задержанный», «исследователи»."""

from dataclasses import dataclass

from molva.quotes.draft import Draft
from molva.quotes.kinds import INFORMANTS
from molva.quotes.who.cast import Cast
from molva.quotes.who.evidence import PEOPLE
from molva.quotes.who.floor import Floor
from molva.speakers.chains import Chain
from molva.speakers.descriptions import Description
from molva.speakers.lexicon import words as speaker_list
from molva.speakers.not_meant import comes_in
from molva.words import Words

FATES_BACK = 3  # paragraphs looked back for what has befallen somebody
_ALIKE = 5  # first letters that a verb shares with its participle
SCHOLARS = frozenset({"исследователь", "ученый"})


@dataclass(frozen=True, slots=True)
class Nameless:
    """Leads such a noun back to the only one whom it may mean."""

    words: Words
    cast: Cast
    floor: Floor

    def man_or_woman(self, chain: Chain, said: Description) -> Chain | None:
        """«Его отец рассказал, что … «Мы не знали», — добавил мужчина»: who has no name and has just spoken."""
        unnamed = chain.kind in ("person", "group") and chain.number != "Plur" and not chain.named
        unnamed = unnamed and not self._is_kept_back(chain, said)
        gender = chain.gender or self._gender_told(chain)
        alike = said.link.gender and gender == said.link.gender
        return chain if unnamed and alike and said.noun.concept in PEOPLE and said.bare_one else None

    def who_spoke(self, found: Chain | None) -> Chain | None:
        """«…», — говорит мать Егора. |Женщина| плачет. Говорит, что …»: a «женщина» who opens a sentence is whoever has just spoken.

        Of two without a name; «В коридоре |стояла женщина|. Она сказала» brings up another.
        """
        last = self.floor.turns[-1][1] if self.floor.turns else None
        if found is None or found.named or last is None or last is found or last.named:
            return found
        nouns = [link for link in found.links if link.label == "ROLE"]
        told = [self.cast.described(link.head) for link in nouns]
        bare = nouns and all(one is not None and one.bare_one and one.noun.concept in PEOPLE for one in told)
        known = all(link.head < self.words.head[link.head] for link in nouns)
        alike = last.kind == "person" and found.gender in ("", last.gender or found.gender)
        return last if bare and known and alike and last.links[0].start < nouns[0].start else found

    def just_met(self, draft: Draft, said: Description) -> Chain | None:
        """«Мы спросили кассира. |Женщина| ответила, что …»: the only one without a name in the sentence before, no name beside."""
        words, head = self.words, said.link.head
        start = words.sentence(head)[0]
        if said.noun.concept not in PEOPLE or not said.bare_one or start == 0:
            return None
        if self._is_told_further(said.link.end) or words.par[start - 1] != words.par[head]:
            return None
        fitting = [c for c in self._people_in(start - 1, draft) if c.gender in ("", said.link.gender)]
        if len(fitting) != 1 or fitting[0].named or fitting[0].number == "Plur":
            return None
        return fitting[0] if not self.cast.member(fitting[0]).called & PEOPLE else None

    def _people_in(self, at: int, draft: Draft) -> list[Chain]:
        """«Мы спросили |кассира|.»: those of whom the narrator tells in the sentence of a word, in no name of a body."""
        links = self.cast.chains.within(*self.words.sentence(at))
        told = [o for o in links if o.label in {"PER", "ROLE"} and o.inside < 0]
        told = [o for o in told if not draft.covers(o.head) and not self.floor.heard(o.head)]
        told = [o for o in told if self.words.feat(o.head, "Gender") != "Neut"]
        people = {id(o.chain): o.chain for o in told if o.chain is not None and o.chain.kind == "person"}
        return list(people.values())

    def called_so(self, met: Chain, said: Description) -> bool:
        """«Мать мальчика пожаловалась. … «Никто не вышел», — говорит мать»: one whom the text knows by this very noun.

        A headline's «эксперт» has a name in the text.
        """
        par, here = self.words.par, self.words.par[said.link.head]
        turns = (at for at, chain in self.floor.turns if chain is met and (par[at] > 0 or here == 0))
        spoken = not met.named and met.kind == "person" and any(True for _ in turns)
        others = (chain for chain in self.cast.known_as(said.wanted) if chain is not met)
        return spoken and said.noun.concept in self.cast.member(met).called and not any(others)

    def came_in(self, met: Chain, said: Description) -> bool:
        """«Зуев умолк. У входа |стоит старик|. «Уехали все», — говорит старик»: whom this very noun has brought in before."""
        first = self.cast.described(met.links[0].head)
        bare = said.bare_one and first is not None and first.noun.concept == said.noun.concept
        return bare and not met.named and first is not None and comes_in(self.words, first)

    def found_it(self, said: Description) -> Chain | None:
        """«Нейробиологи из Приречья выяснили, что …. |Исследователи| полагают»: the only scholars whom the text has told apart.

        They may have come up as «специалисты порта», if no others have.
        """
        if said.noun.concept not in SCHOLARS or not said.bare or said.link.number != "Plur":
            return None
        for called in ("ученый", "специалист"):
            known = [chain for chain in self.cast.known_as(called) if self._is_told_apart(chain, said)]
            if known:
                return known[0] if len(known) == 1 else None
        return None

    def befallen(self, said: Description) -> Chain | None:
        """«Полиция задержала жителя Кобо. … Задержанный сообщил, что …»: the only one to whom this has happened."""
        words, head = self.words, said.link.head
        if said.noun.concept not in speaker_list("fates") or not said.bare_one:
            return None
        found: dict[int, Chain] = {}
        for link in self.cast.chains.backwards(head):
            top = words.head[link.head] if words.dep[link.head] == "conj" else link.head
            verb = words.head[top]
            if words.par[head] - words.par[link.head] > FATES_BACK:
                break
            if link.chain is not None and _happens(words.lemma[verb], said.noun.concept) and verb != top:
                found[id(link.chain)] = link.chain
        fitting = [chain for chain in found.values() if chain.kind == "person" and chain.number != "Plur"]
        gender = said.link.gender
        alike = [chain for chain in fitting if not gender or chain.gender in ("", gender)]
        return alike[0] if len(alike) == 1 else None

    def _is_kept_back(self, chain: Chain, said: Description) -> bool:
        """«…, сообщил источник. По данным «Бакена», |мужчина| кричал»: whose name is kept back has no clause of a man."""
        informant = bool(INFORMANTS & self.cast.member(chain).roles.keys())
        return informant and self.words.head[said.link.head] > said.link.head

    def _gender_told(self, chain: Chain) -> str:
        """«|Очевидец| аварии»: the gender of the noun by which one of many is told; a thing or a crowd has none."""
        link = next(iter(chain.links), None)
        if link is None or self.words.feat(link.head, "Animacy") != "Anim":
            return ""
        return self.words.feat(link.head, "Gender")

    def _is_told_further(self, end: int) -> bool:
        """«женщина|, назвавшаяся его матерью|», «мужчина|, который ждал у входа|»: somebody new is brought up so."""
        words = self.words
        if words.form[end : end + 1] != [","] or end + 1 >= len(words):
            return False
        return words.feat(end + 1, "VerbForm") == "Part" or words.lemma[end + 1] == "который"

    def _is_told_apart(self, chain: Chain, said: Description) -> bool:
        """Several without a name whom words of their own tell, before the noun that goes on about them."""
        several = not chain.named and (chain.kind == "group" or chain.number == "Plur")
        return several and " " in chain.name and chain.links[0].start < said.link.start


def _happens(verb: str, fate: str) -> bool:
    """«задержать» makes a «задержанный», «погибнуть» a «погибший»."""
    return verb[:_ALIKE] == fate[:_ALIKE] and verb.endswith(("ть", "ться"))
