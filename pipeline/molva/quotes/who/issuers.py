"""Who has issued a paper, as the words around its noun tell: «|мэр| подписал указ», «отчёт, опубликованный |мэрией|».

It is the owner of the noun, or the subject or the agent of a verb by which papers come into the world.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from molva.contract import NAME_LABELS
from molva.quotes.lexicon import word_list
from molva.speakers.chains import Chains, Link
from molva.words import Words

FROM = 8  # words of whom a letter has come from
CLAUSE = 12  # words of a participle's clause
APPROVING = ("утвер", "одобр")
COMING = frozenset("обратиться обращаться выступить выступать".split())
RESULTS = frozenset({"результат", "итог"})
# whose genitive tells whom or what they are about
STUDIES = frozenset("опрос соцопрос исследование анализ обзор мониторинг проверка аудит".split())
GROUPS = frozenset({"группа", "сообщество"})  # pages of networks
ACTORS = frozenset({"PER", "ORG", "ROLE", "LOC", "PRON"})
OWNING = frozenset({"nmod", "appos", "flat", "flat:name", "flat:foreign", "det"})


@dataclass(frozen=True, slots=True)
class Issuers:
    """Finds who has issued a paper from its noun."""

    words: Words
    chains: Chains

    def behind(self, noun: int) -> Link | None:
        """Who owns the noun, whose verb it is the object of, or who is the agent of its passive or participle."""
        if self.words.lemma[noun] in STUDIES and (author := self._acting_on(noun)) is not None:
            return author  # «|мэрия| провела опрос жителей»
        told = self._sent_by(noun) or self._owning(noun) or self._acting_on(noun)
        return told or self._coming_with(noun) or self._prepared(noun)

    def published(self, start: int, head: int) -> Link | None:
        """The author in the instrumental between a participle and its noun: «в опубликованном им отчёте»."""
        if not any(is_published(self.words, i) for i in range(start, head)):
            return None
        return next((link for link in self.actors(start, head) if self._by(link)), None)

    def published_beside(self, head: int, end: int) -> Link | None:
        """The author in a participle's clause: «в сообщении, опубликованном на сайте завода»."""
        words = self.words
        stop = self._clause_end(end + 1)
        if end >= len(words) or words.form[end] != ",":
            return None
        nouns = {head, end - 1}  # «результаты |опроса|, проведённого |ВЦИОМ|»
        if not any(is_published(words, end + 1, noun) for noun in nouns):
            return None
        found = list(self.actors(end + 2, stop))
        by = (link for link in found if self._by(link) and link.label != "PRON")
        owned = (
            link for link in found if words.feat(link.head, "Case") in {"Gen", ""} and self._on_a_site(link)
        )
        return next(by, None) or next(owned, None)

    def _by(self, link: Link) -> bool:
        """«опубликованный мэрией», «проведённый ВЦИОМ», where no case is shown; but not «проведённый |с мэрией|»."""
        words, head = self.words, link.head
        beside = any(words.dep[c] == "case" for c in words.children[head])
        return not beside and (words.feat(head, "Case") == "Ins" or words.dep[head] == "obl:agent")

    def _on_a_site(self, link: Link) -> bool:
        """«на сайте ведомства», «в её канале», «в группе театра»: the owner of the page that carries the paper."""
        return self.words.lemma[self.words.head[link.head]] in word_list("channels") | GROUPS

    def _clause_end(self, start: int) -> int:
        """The mark that closes a participle's clause, within ``CLAUSE`` words."""
        words = self.words
        stop = min(start + CLAUSE, len(words))
        marks = (i for i in range(start, stop) if words.form[i] in {",", ".", ";", "—", ":"})
        return next(marks, stop)

    def _coming_with(self, noun: int) -> Link | None:
        """«|Врачи| обратились к мэру с письмом», «|школа| выступила с заявлением»."""
        words, verb = self.words, self.words.head[noun]
        if words.feat(noun, "Case") != "Ins" or words.lemma[verb] not in COMING:
            return None
        return self.subject(verb)

    def _sent_by(self, noun: int) -> Link | None:
        """«Прокуроры получили письмо |от жителей|. В письме говорится»: from whom it has come, right behind its noun."""
        words, first = self.words, noun + 2
        if words.lower[noun + 1 : first] != ["от"] or first >= len(words):
            return None
        link = next((link for link in self.chains.within(first, first + FROM) if link.start == first), None)
        return (
            link if link is not None and self.acts(link) and words.feat(link.head, "Case") == "Gen" else None
        )

    def _prepared(self, noun: int) -> Link | None:
        """«Документ, подготовленный |министерством|, размещён на портале»: the agent behind the paper itself."""
        beside = self.published_beside(noun, noun + 1)
        return beside if beside is not None and self._by(beside) else None

    def _owning(self, noun: int) -> Link | None:
        """«письмо |мэра|»; not the mayor's is «письмо мэру», nor is a mention its owner that holds the paper.

        «портал |проектов| правовых актов»: the site does not own the drafts by the words of its own name.
        """
        words = self.words
        owners = (c for c in words.children[noun] if c > noun and words.dep[c] in OWNING)
        below = (self.chains.at(c) for c in owners if not self._is_topic(c) and not self._is_where(c))
        apart = (link for link in below if link is not None and not link.start <= noun < link.end)
        actors = (link for link in apart if self.acts(link))
        return next((link for link in actors if words.feat(link.head, "Case") != "Dat"), None)

    def _is_topic(self, i: int) -> bool:
        """«указ |об учреждении| ордена», «сообщение |для РБК|»: what a paper is about, or for whom, has not issued it."""
        words = self.words
        return any(
            words.dep[c] == "case" and words.lower[c] in {"о", "об", "обо", "для"} for c in words.children[i]
        )

    def _is_where(self, i: int) -> bool:
        """«публикация |в соцсети «ВКонтакте»|»: the network that shows what people have written there."""
        words = self.words
        inside = any(words.dep[c] == "case" and words.lower[c] in {"в", "во"} for c in words.children[i])
        network = {words.lemma[i].lower(), *(words.lower[c] for c in words.children[i])} & word_list(
            "networks"
        )
        return inside and bool(network)

    def _acting_on(self, noun: int) -> Link | None:
        """«|мэр| подписал указ», «указ подписан |мэром|», «указ, который подписал |мэр|»."""
        words = self.words
        which = self._relative(noun)
        noun, verb = (noun, words.head[noun]) if which is None else (which, words.head[which])
        if not is_published(words, verb):
            return None
        passive = words.is_subject(noun)
        for child in words.children[verb]:
            link = self.chains.at(child)
            if link is None or not self.acts(link) or child == noun:
                continue
            if passive and self._by(link) or self._publishes(link, verb, passive=passive):
                return None if self._only_approves(link, verb) else link
        return None

    def _only_approves(self, link: Link, verb: int) -> bool:
        """«президент утвердил стратегию»: a man who approves a paper has not written it; a body has."""
        person = link.chain is not None and link.chain.kind == "person"
        return person and self.words.lemma[verb].startswith(APPROVING)

    def _publishes(self, link: Link, verb: int, *, passive: bool) -> bool:
        """«опрос, который провела мэрия»; and no poll conducts the CNN, whatever «опрос, который проводил CNN» looks like."""
        words = self.words
        name = (
            link.label in NAME_LABELS and link.start > verb and words.feat(link.head, "Case") in {"Nom", ""}
        )
        body = link.label == "ROLE" and link.kind == "org" and link.start > verb
        body = body and words.feat(link.head, "Case") in {"Nom", "Acc"}  # «который провёл |центр|»
        return not passive and words.is_subject(link.head) or (name or body) and words.is_active(verb)

    def _relative(self, noun: int) -> int | None:
        """The «которое» of «заявление, которое распространила мэрия»."""
        words = self.words
        near = range(noun + 1, min(noun + 4, len(words)))
        return next((i for i in near if words.lemma[i] == "который" and words.form[i - 1] == ","), None)

    def subject(self, verb: int) -> Link | None:
        """«|Зуев| обратился к врачам»: who does what the verb tells."""
        below = (self.chains.at(subject) for subject in self.words.subjects(verb))
        return next((link for link in below if link is not None and self.acts(link)), None)

    def acts(self, link: Link) -> bool:
        """Somebody who can issue a paper: no place."""
        return link.chain is not None and link.label in ACTORS and link.chain.kind != "place"

    def actors(self, start: int, end: int) -> Iterator[Link]:
        """The mentions between two words that are somebody."""
        links = self.chains.within(start, end)
        return (link for link in links if link.chain is not None and link.label in ACTORS)


def is_published(words: Words, i: int, noun: int | None = None) -> bool:
    """A verb by which a paper comes into the world; a participle of it in the case of ``noun``."""
    if i >= len(words) or not words.lemma[i].startswith(tuple(word_list("issuing"))):
        return False
    return noun is None or words.feat(i, "Case") in {words.feat(noun, "Case"), ""}
