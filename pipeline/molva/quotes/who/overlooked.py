"""Speakers with a name that the network has overlooked: behind a title, a kind of body or a paper, or in marks.

«менеджер Ирвина Джон Стэйнтон», «агентство Fitch», «в сообщении Белого дома», ««7 канал»»: the entity is made of the
source's own words, or found again where an earlier quote made it.
"""

from dataclasses import dataclass

from molva.entities.lexicon import word_list as entity_words
from molva.entities.normal import normal_text
from molva.entities.parts import name_parts
from molva.entities.people import is_given
from molva.lexicon.nouns import titled
from molva.quotes.draft import Draft, Stretch
from molva.quotes.lexicon import word_list
from molva.quotes.media.medium import is_address
from molva.quotes.who.cast import Cast
from molva.quotes.who.register import Register
from molva.speakers.chains import Chain, Chains
from molva.speakers.own_name import deals_in
from molva.speakers.owners import is_owner
from molva.speakers.pronouns import verb_agreement
from molva.tokens.marks import MARKS, OPENING
from molva.words import Words

PARTICLES = frozenset("аль бен ван да де ди дер дю ибн ла ле фон эль".split())
NICKNAMED = frozenset({"пользователь", "юзер", "хакер"})
MOST = 3  # words of a name
_LONGEST = 6  # words of the longest


@dataclass(frozen=True, slots=True)
class Overlooked:
    """Finds or makes the entities of such speakers."""

    words: Words
    chains: Chains
    cast: Cast
    register: Register

    def person(self, draft: Draft) -> Chain | None:
        """A title with a name behind it that no mention covers: a person of that name."""
        words, end, head = self.words, source_of(draft)[1], head_of(draft)
        if words.feat(head, "Animacy") != "Anim" or words.feat(head, "Number") == "Plur":
            return None
        first = self._name_start(head + 1, end)
        if first is None or self._of_another(first, end, head) or self._belied(first, draft):
            return None
        said, known = self.cast.described(head), self.chains.at(first)
        if said is not None and known is not None and is_owner(words, said.noun, head, known):
            return None
        text = words.text[words.start[first] : words.end[end - 1]]
        name = normal_text(text, "PER", case=words.feat(head, "Case"))
        return self.register.entity(Chain("person", name=name, named=True), (first, end), end - 1, "PER")

    def _name_start(self, low: int, end: int) -> int | None:
        """Where a run of two or three capitalised words that closes the source begins."""
        words, first = self.words, end
        while first > low and self._part_of_name(first - 1) and not self._begins(first):
            first -= 1
        while first < end and words.lower[first] in PARTICLES:
            first += 1
        if end - first > MOST and is_given(words.form[end - 2]):
            first = end - 2  # «представитель МИД Франции Кристоф Лемуан»
        if end - first > MOST and name_parts(" ".join(words.form[end - MOST : end])).patronymic:
            first = end - MOST  # «старожил улицы Ткацкой Анна Ильинична Орехова»
        if words.lemma[low - 1] in NICKNAMED and words.form[end - 1].isascii() and end - 1 >= low:
            return end - 1  # «пользователь ЖЖ zyalt»
        if words.pos[first - 1] in {"ADP", "CCONJ"}:
            return None
        if end - first == 1 and words.pos[first] == "PROPN" and words.pos[first - 1] != "ADJ":
            # «глава ОП Ермак»: one word has to stand in the title's own case
            alike = words.feat(first, "Case") == words.feat(low - 1, "Case") == "Nom"
            return (
                first if alike and len(words.form[first]) > MOST and not words.form[first].isupper() else None
            )
        return first if 2 <= end - first <= MOST else None

    def _begins(self, i: int) -> bool:
        """«губернатор штата Юта |Сигрун Гросс»: where a person's name begins that the network has seen."""
        return any(link.label == "PER" and link.start == i for link in self.chains.within(i, _LONGEST + i))

    def _of_another(self, first: int, end: int, head: int) -> bool:
        """«сын Степана Гурко»: a name in another case than the noun is its owner's."""
        words = self.words
        cases = {words.feat(i, "Case") for i in range(first, end)} - {""}
        return bool(cases) and words.feat(head, "Case") == "Nom" and "Nom" not in cases

    def _belied(self, first: int, draft: Draft) -> bool:
        """«Знакомая Панова рассказала», where the text knows a man of that name: she is no Панова."""
        known = self.chains.of(first) if source_of(draft)[1] - first == 1 else None
        shown = verb_agreement(self.words, draft.verb)[0] if draft.verb is not None else ""
        return known is not None and {shown, known.gender} == {"Masc", "Fem"}

    def _part_of_name(self, i: int) -> bool:
        """A capitalised word or a particle, «аль-Саид», «фон»; no word of a body or a place."""
        form = self.words.form[i]
        if self.words.ent[i] in {"ORG", "LOC"} and not is_given(form):
            return False
        own = form.partition("-")[2] if form.partition("-")[0] in PARTICLES else form  # аль-Саид
        return own[:1].isupper() and form.replace("-", "").isalpha() or self.words.lower[i] in PARTICLES

    def body(self, draft: Draft) -> Chain | None:
        """«рейтинговое агентство Fitch», «сервис проката лодок «Бакен»»: the body's own name behind its kind, and what it deals in."""
        words, (_, end), head = self.words, source_of(draft), head_of(draft)
        said = self.cast.described(head)
        if said is None or said.link.kind != "org" or not titled(said.noun) or said.link.number == "Plur":
            return None
        own_name = self._closing_name(head, end)
        first = next((i for i in range(own_name, end) if words.form[i] not in MARKS), end)
        last = max((i + 1 for i in range(first, end) if words.form[i] not in MARKS), default=first)
        if first >= last or words.form[head + 1] == ",":
            return None
        known = self.chains.at(first)
        if known is not None and known.label == "ORG" and (known.start, known.end) == (first, last):
            return known.chain  # «на сайте «Аэролуча»»
        own = words.form[own_name] in MARKS or self._foreign(said.noun.concept, first, last)
        if not _opens_name(words.form[first]) or not (own or words.form[first].isascii()):
            return None  # «пресс-служба Федерации»: its owner's name
        name = words.text[words.start[first] : words.end[last - 1]]
        return self.register.entity(Chain("org", name=name, named=True), (first, last), first, "ORG")

    def _closing_name(self, head: int, end: int) -> int:
        """«сервис проката лодок |«Бакен»|», «… |Baken|»: the name that closes a source, behind what the body deals in, or the word behind its head."""
        words, first = self.words, end - 1
        if words.form[first] in MARKS:
            first = next((i for i in range(first - 1, head, -1) if words.form[i] in OPENING), head + 1)
        else:
            while first > head + 1 and words.form[first].isascii() and words.form[first - 1].isascii():
                first -= 1
            first = first if words.form[first].isascii() else head + 1
        return first if deals_in(words, head, first) else head + 1

    def _foreign(self, kind: str, first: int, last: int) -> bool:
        """«агентство |Франс Пресс|»: two capitals behind the kind of a medium, in no mention and in no case."""
        forms = self.words.form[first:last]
        proper = len(forms) > 1 and all(form.isalpha() and form.istitle() for form in forms)
        known = any(self.chains.at(i) is not None for i in range(first, last))
        return proper and not known and kind in word_list("medium_nouns")

    def issuer(self, draft: Draft) -> Chain | None:
        """«в сообщении Белого дома»: a name in the genitive right behind a document that no mention covers."""
        words, end, first = self.words, source_of(draft)[1], head_of(draft) + 1
        if first >= end or not words.form[first][:1].isupper() or self.chains.at(first) is not None:
            return None
        run = (i for i in range(first, end) if words.feat(i, "Case") != "Gen" or words.pos[i] == "ADP")
        last = next(run, end)
        if last == first or words.form[last - 1] in entity_words("legal_forms"):
            return None  # «в сообщении ООО «Створ»» has a mention
        text = words.text[words.start[first] : words.end[last - 1]]
        name = normal_text(text, "ORG", case="Gen")
        return self.register.entity(Chain("org", name=name, named=True), (first, last), first, "ORG")

    def in_marks(self, source: Stretch) -> Chain | None:
        """«Маяки Быстрой», «7 канал» alone in marks: a body's own name that the network has overlooked; «местный |«7 канал»|» too."""
        words, (start, end) = self.words, source
        start = next((i for i in range(start, end) if words.pos[i] != "ADJ"), start)
        if words.form[start] not in OPENING or end - start < 3 or words.form[end - 1] not in MARKS:
            return None
        inner = range(start + 1, end - 1)
        first = words.form[start + 1][:1]
        if any(words.form[i] in MARKS for i in inner) or not (first.isupper() or first.isdigit()):
            return None
        text = words.text[words.start[start + 1] : words.end[end - 2]]
        name = normal_text(text, "ORG", case=words.feat(start + 1, "Case"))
        return self.register.entity(
            Chain("org", name=name, named=True), (start + 1, end - 1), start + 1, "ORG"
        )


def _opens_name(form: str) -> bool:
    """«Бакен», «112», «stvor.ru»."""
    return form[:1].isupper() or form.isdigit() or is_address(form)


def source_of(draft: Draft) -> Stretch:
    """The source's words, which are known to be there."""
    assert draft.source is not None
    return draft.source


def head_of(draft: Draft) -> int:
    """The source's head, which is known to be there."""
    assert draft.source_head is not None
    return draft.source_head
