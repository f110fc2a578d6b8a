"""A bare noun after the choice: rather the medium named last, the body before whose name it stands, or the expert who has spoken."""

from dataclasses import dataclass
from itertools import islice

from molva.quotes.lexicon import word_list
from molva.quotes.media.medium import is_kind, known_before
from molva.quotes.scene import Scene
from molva.quotes.who.cast import Cast
from molva.quotes.who.floor import NEAR, Floor
from molva.quotes.who.kinds_apart import NO_PAPERS, is_of_another_kind
from molva.speakers.bodies import MINISTRY
from molva.speakers.chains import Chain, Chains, Link
from molva.speakers.descriptions import Description
from molva.speakers.names import in_latin
from molva.speakers.not_meant import FIRMS
from molva.speakers.resolve import is_subject

FIRM = "компания"
EXPERT = "эксперт"
MENTIONS = 60  # looked back over for a medium that has reported


@dataclass(frozen=True, slots=True)
class Likelier:
    """Corrects a choice by where the noun itself has stood, and by who has spoken."""

    scene: Scene
    chains: Chains
    cast: Cast
    floor: Floor

    def than(self, found: Chain | None, said: Description | None, verb: int | None) -> Chain | None:
        """Who is meant rather than who was chosen, by the first reason that holds; else who was chosen."""
        return (
            self._medium_before(found, said)
            or self._called_so(found, said)
            or self._firm_called_otherwise(found, said)
            or self._commenting(found, said, verb)
            or self._printing(found, said)
            or found
        )

    def _medium_before(self, found: Chain | None, said: Description | None) -> Chain | None:
        """«сказал он телеканалу «Залив». Как сообщает |телеканал|, …»: a bare medium is the one named last.

        It has spoken, or has been called by this very noun: «наследник «Залива» богат. По данным газеты, …» tells of another.
        Where nobody else is likely it is one that has passed words on, or was told them.
        """
        words = self.scene.words
        if said is None or not is_kind(self.scene, said.link.head):
            return None
        if not said.bare_one:
            return None
        span = known_before(self.scene, said.link.head)
        links = self.chains.within(*span) if span is not None else []
        medium = next((link for link in links if link.label == "ORG" and link.chain is not None), None)
        if medium is None or medium.chain is None:
            return None
        if found is not None and (found.named or found.kind != "org"):
            return medium.chain if self._is_about(medium, said.link, found) else None
        called = words.lemma[said.link.head] in words.lemma[max(medium.start - 2, 0) : medium.start]
        heard = self.floor.taken_by(medium.chain) > 0 or found is None and id(medium.chain) in self.cast.told
        return medium.chain if called or heard else None

    def _printing(self, found: Chain | None, said: Description | None) -> Chain | None:
        """«…, передаёт Hafen Haber. …, с ВМФ Лахти. …, пишет |издание|»: who has reported before, and no body that prints nothing.

        Nor a medium that was only told something: «РБК сообщили в мэрии. Ранее Hafen назвала порт закрытым. По данным издания, …».
        """
        if (
            said is None
            or not said.bare_one
            or said.noun.concept not in word_list("medium_nouns") - NO_PAPERS
        ):
            return None
        doubt = self._doubt(found, said)
        if doubt == "none":
            return None
        words = self.scene.words
        for link in islice(self.chains.backwards(said.link.start), MENTIONS):
            if link.label != "ORG" or link.chain is None or link.chain is found:
                continue
            gap = words.sent[said.link.head] - words.sent[link.head]
            here = doubt == "great" or gap <= NEAR and self._reports_at(link)
            if here and self._prints(link, said):
                return link.chain
        return None

    def _called_so(self, found: Chain | None, said: Description | None) -> Chain | None:
        """«Компания «Невод» … банк «Створ» … обещали в |компании|»: rather the one before whose name this very noun stands.

        So where the other one has a noun of its own, and no third is called so; and «|Полиция края| ищет водителя. МВД начало
        проверку. …, рассказали в |полиции|» is the one that has the noun in its name, not the МВД that is known for it.
        """
        if found is None or not found.named or said is None or not _is_one_body(said):
            return None
        noun, kinds = said.noun.concept, self.cast.kinds_beside(found)
        if not said.bare or noun in kinds or noun in found.name.lower():
            return None
        if not kinds and (noun in word_list("any_body") or noun == MINISTRY or not self._is_ministry(found)):
            return None
        has = self._stands_before if kinds else self._opens_with
        called = [c for c in self.cast.known_as(noun) if c.named and c is not found and has(c, noun)]
        met = [chain for chain in called if chain.links[0].start < said.link.start]
        return met[0] if len(met) == 1 and not self.floor.held_last_by(found) else None

    def _firm_called_otherwise(self, found: Chain | None, said: Description | None) -> Chain | None:
        """««Створ» ушёл с рынка. До этого |сеть| закрыла кафе. …, сказали в |компании|»: the only firm with a name, by another noun.

        So where the choice for the broadest noun fell on another noun for a firm, which has been told of by nothing else.
        """
        if said is None or found is None or said.link.kind != "org" or said.noun.concept not in FIRMS:
            return None
        if found.named or found.kind != "org" or not found.links or not self._is_other_firm(found, said):
            return None
        first = found.links[0].start
        met = [chain for chain in self.chains.chains if chain.named and chain.kind == "org" and chain.links]
        firms = [chain for chain in met if chain.links[0].start < first and self._may_be_called(chain, said)]
        return firms[0] if len(firms) == 1 and said.bare_one else None

    def _is_other_firm(self, found: Chain, said: Description) -> bool:
        """«|сеть| закрыла кафе. …, сказали в компании»: whether all that has told of somebody before are other nouns for a firm."""
        nouns = [self.cast.described(link.head) for link in found.links if link.start < said.link.start]
        firms = (one is not None and one.noun is not said.noun and self._is_a_firm(one) for one in nouns)
        return bool(nouns) and all(firms)

    def _commenting(self, found: Chain | None, said: Description | None, verb: int | None) -> Chain | None:
        """«Зуев уйдёт. «Он проиграл», — сказал профессор Лосев. |Политолог| добавил»: rather who has just spoken than who never has.

        So where the text has not told the other one by such a noun.
        """
        if found is None or said is None or not self.floor.turns or not said.bare_one:
            return None
        if EXPERT not in said.noun.broader | {said.noun.concept} or self.floor.taken_by(found):
            return None
        at, last = self.floor.turns[-1]
        words, head = self.scene.words, said.link.head
        if words.lemma[head - 1] == "сам" or self._is_known_expert(found, head):
            return None
        near = words.par[head] - words.par[at] <= 1 and words.sent[head] - words.sent[at] <= NEAR
        people = all(chain.kind == "person" and chain.named for chain in (found, last))
        gender = words.feat(verb, "Gender") if verb is not None else ""
        return last if people and near and last.gender in ("", gender or last.gender) else None

    def _is_known_expert(self, found: Chain, head: int) -> bool:
        """«|Политолог| Зуев»: whether the text has told somebody by such a noun elsewhere."""
        titles = (self.cast.described(link.head) for link in found.links if link.head != head)
        return any(one is not None and EXPERT in one.concepts for one in titles)

    def _is_a_firm(self, said: Description) -> bool:
        """«сеть», «биржа», «кредитная организация»: a noun for a firm, and nothing with it that tells which."""
        size = said.link.end - said.link.start
        return size == said.noun.name.count(" ") + 1 and FIRM in said.noun.broader

    def _may_be_called(self, chain: Chain, said: Description) -> bool:
        """Whether a body may be a firm: no medium, and of no kind that is none."""
        member = self.cast.member(chain)
        known = not member.roles or FIRM in member.roles
        return known and not member.medium and not is_of_another_kind(member, said)

    def _is_ministry(self, chain: Chain) -> bool:
        """«МВД», which is known for the police as well."""
        return MINISTRY in self.cast.member(chain).roles

    def _stands_before(self, chain: Chain, noun: str) -> bool:
        """«|банк| «Створ»»."""
        return noun in self.cast.kinds_beside(chain)

    def _opens_with(self, chain: Chain, noun: str) -> bool:
        """«|полиция| края»: a name whose noun it is, with nothing but its owner or its place behind."""
        words = self.scene.words
        return any(link.label == "ORG" and words.lemma[link.start] == noun for link in chain.links)

    def _doubt(self, found: Chain | None, said: Description) -> str:
        """How much speaks against a choice: great where it is no medium, some where it has only been told, or none."""
        if found is None or not found.named or found.kind != "org" or found.number == "Plur":
            return "great"
        member = self.cast.member(found)
        media = word_list("medium_nouns")
        if not member.medium and member.roles.keys().isdisjoint(media):
            prints = member.roles.keys() <= word_list("firms") and self._reports(found, said)
            return "none" if prints else "great"
        spoke = self.floor.taken_by(found) > 0 or self._tells(found, said)
        return "some" if id(found) in self.cast.told and not spoke else "none"

    def _prints(self, link: Link, said: Description) -> bool:
        """Whether a medium has reported, or a body with a foreign name or one in marks; a medium that was only told does so here."""
        chain = link.chain
        if chain is None or not chain.named or chain.kind != "org":
            return False
        member = self.cast.member(chain)
        if id(chain) in self.cast.told and not self.floor.taken_by(chain):
            return self._reports_at(link)
        if member.medium:
            return self._reports(chain, said)
        named = member.marked or in_latin(chain.name)
        return named and self._tells(chain, said) and not is_of_another_kind(member, said)

    def _reports(self, chain: Chain, said: Description) -> bool:
        """Whether a body has spoken, passed words on, been told some, or tells, before a noun."""
        heard = self.floor.taken_by(chain) > 0 or id(chain) in self.cast.told
        return heard or self._tells(chain, said)

    def _tells(self, chain: Chain, said: Description) -> bool:
        """Whether a body is the subject of a verb that tells before a noun; nobody is whom a medium has cited."""
        before = self.cast.member(chain).backwards(said.link.start)
        return any(self._reports_at(link) for link in islice(before, MENTIONS))

    def _reports_at(self, link: Link) -> bool:
        """«|Sabah| назвала порт закрытым»."""
        return is_subject(self.scene.words, link) and self.scene.words.head[link.head] in self.scene.cues

    def _is_about(self, medium: Link, noun: Link, found: Chain) -> bool:
        """«С ней не согласен «Створ». |Издание| пишет»: the subject of the sentence before, in which no other stands."""
        words = self.scene.words
        before = words.sent[noun.head] - 1
        near = words.sent[medium.head] >= before and words.par[medium.head] == words.par[noun.head]
        others = (at for at in self.cast.member(found).heads if at < noun.head and words.sent[at] >= before)
        return near and is_subject(words, medium) and not any(others)


def _is_one_body(said: Description) -> bool:
    """«|компания|», «|полиция|»: a noun for one body."""
    return said.link.kind == "org" and said.link.number != "Plur"
