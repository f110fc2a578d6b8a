"""Whether a name behind a noun tells who somebody is or whose: «адвокат |Олег Зуев|», «адвокат |Олега Зуева|».

«По словам пресс-секретаря главы района Ольги Зуевой» has every word in the genitive: the name may be
the secretary's or the head's. Cases decide where they differ; else what the text knows of the person,
and what kind of noun opens the source: of a deputy papers give the name, of an advocate whose he is.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from molva.entities.dictionary import SURE, person_readings
from molva.lexicon.nouns import KIN, in_any_case, roles
from molva.lexicon.surnames import OF_A_MAN, ends_as_womans
from molva.quotes.who.cast import Cast
from molva.speakers.chains import Link
from molva.speakers.lexicon import words as speaker_list
from molva.speakers.names import VOWELS, in_latin, sure_sex
from molva.speakers.owners import NAMED_THEMSELVES, is_oblique, relations
from molva.speakers.pronouns import verb_agreement
from molva.words import Words

OF_MANY = frozenset({"представитель", "секретарь", "сотрудник", "сотрудница", "работник", "член"})
ACTING = frozenset({"врио", "исполнять", "исполняющий"})
# many who are somebody's, as kin are
FOLLOWERS = frozenset(
    "сторонник поклонник фанат ученик воспитанник подчиненный подзащитный партнер убийца ребенок".split()
)
POSTS_SOUGHT = frozenset({"пост", "должность", "место", "кресло"})
FAMILIES = frozenset({"семья", "род", "клан"})
# bodies that bear the name of one person: «глава штаба Хейли», «директор театра Гурко»
OF_ONE = frozenset(
    "штаб фонд команда группа театр студия кабинет правительство администрация офис бюро ансамбль школа клиника"
    " музей имя институт галерея дело".split()
)

CITING = frozenset({"цитировать", "процитировать"})  # whom a medium cites stands in the accusative


@dataclass(frozen=True, slots=True)
class OwnedNames:
    """Tells a name that is another's from the speaker's own."""

    words: Words
    cast: Cast

    def is_owned(self, link: Link, head: int, verb: int | None) -> bool:
        """«адвокат семьи Иванова», «представителя генсека ООН Жана Дюрана»: the name of another noun.

        A lone surname after a noun in the genitive belongs to it, and so does a name behind a title
        of its own; «отец Ивана Агафонова» is not Иван.
        """
        words, before = self.words, link.start - 1
        if self._has_epithet(link, head) or self._is_a_mans(link, head, verb):
            return True
        if self.is_post_in_any_case(head, verb) or self._is_known_woman(link, head, verb):
            return False
        if words.feat(head, "Case") == "Nom" and not link.nominative(words):
            return words.feat(link.head, "Case") != "Nom" and not self.may_be_nominative(link, head, verb)
        if link.end - link.start == 1 and before > head and words.pos[before] == "NOUN":
            return words.feat(before, "Case") == "Gen" and not self._heads_body(link, head)
        title = self.title(link, head)
        if title == before and self._concepts(title) & speaker_list("fates"):
            return True  # «по словам защитника обвиняемого Тимура Чижа»
        if title is None or words.feat(head, "Case") == "Nom" or "ADP" in words.pos[title:before]:
            return False  # «полпред президента в округе Виктор Ишаев»: the name is the envoy's
        if self._is_of_many(title, link):
            return False
        same = words.feat(title, "Case") == words.feat(link.head, "Case")
        return same and not self._of_the_head(link, head, title)

    def is_post_in_any_case(self, head: int, verb: int | None) -> bool:
        """«по словам |замглавы| порта Петра Зуева», «цитирует ТАСС |замминистра| Петра Зуева»: no nominative, whatever the tagger says."""
        spoken_by_him = verb is not None and self.words.lemma[verb] not in CITING
        return not spoken_by_him and in_any_case(self.words.lower[head])

    def in_nominative(self, link: Link, head: int) -> bool:
        """«Адвокат обвиняемого |Илья Гурко| подтвердил»: noun and name in the nominative, as a known given name shows.

        Or a man's surname in a consonant, which would decline if it told whose: «мэр |Гуш| ответил».
        """
        given = person_readings(self.words.lower[link.start])
        shown = any(r.kind == "given" and r.case == "Nom" and r.cost < SURE for r in given)
        stands = shown or self.would_decline(link)
        return stands and self.words.feat(head, "Case") == "Nom" and link.nominative(self.words)

    def would_decline(self, link: Link) -> bool:
        """Whether a name is a man's that ends in a Russian consonant, and no «Черных»."""
        surname = self.words.lower[link.end - 1]
        if link.chain is None or link.chain.gender != "Masc" or not surname.isalpha() or in_latin(surname):
            return False
        return surname[-1] not in VOWELS and not surname.endswith(("ых", "их"))

    def _is_a_mans(self, link: Link, head: int, verb: int | None) -> bool:
        """«один из членов банды |Гурова| рассказал», «глава партии |Гурова| сообщил»: a man's genitive, as no woman has spoken."""
        if link.end - link.start > 1 or link.start == head + 1 or verb is None:
            return False
        his = verb_agreement(self.words, verb)[0] == "Masc"
        return his and bool(OF_A_MAN.search(self.words.lower[link.start]))

    def _is_known_woman(self, link: Link, head: int, verb: int | None) -> bool:
        """«сотрудница порта |Зуева| рассказала»: a woman's surname, of whom the text has told by it, and no man's genitive."""
        words = self.words
        if (
            link.end - link.start > 1
            or verb is None
            or link.chain is None
            or words.feat(head, "Case") != "Nom"
        ):
            return False
        hers = verb_agreement(words, verb)[0] == "Fem" and link.chain.gender == "Fem"
        known = any(sure_sex(other.normal) == "Fem" for other in link.chain.links if other.label == "PER")
        kin = KIN in self._concepts(head)
        return hers and known and not kin and ends_as_womans(words.lower[link.start])

    def _heads_body(self, link: Link, head: int) -> bool:
        """«директор завода |Шевченко|», «лидер партии |Саакадзе|»: a name that does not decline, behind a body that is nobody's own."""
        words, before = self.words, link.start - 1
        if words.feat(head, "Case") != "Nom" or words.lemma[head] in OF_MANY or not link.nominative(words):
            return False
        return self._is_body(before) and words.lemma[before] not in OF_ONE

    def title(self, link: Link, head: int) -> int | None:
        """The last noun for a person between the head and the name."""
        words = self.words
        between = range(link.start - 1, head, -1)
        nouns = (i for i in between if words.pos[i] == "NOUN" and not words.ent[i])
        return next((i for i in nouns if words.feat(i, "Animacy") == "Anim"), None)

    def _has_epithet(self, link: Link, head: int) -> bool:
        """«мать погибшего Гурко», «адвокат семьи обвиняемой Чиж»: a name with an adjective of its own is no apposition.

        «Очевидец |произошедшего| Вера Зуева»: no adjective of hers.
        """
        words, before = self.words, link.start - 1
        if self.in_nominative(link, head):
            return False
        adjective = words.pos[before] == "ADJ" or words.feat(before, "VerbForm") == "Part"
        return before > head and adjective and words.feat(before, "Case") == "Gen"

    def may_be_nominative(self, link: Link, head: int, verb: int | None) -> bool:
        """«пресс-секретарь премьера Назели Багдасарян сообщила», «врач экс-премьера Роберто Ниди».

        A given name that never declines may stand in the nominative; a verb for a woman wants one.
        """
        if is_oblique(self.words.lower[link.start]) or self._is_a_mans(link, head, verb):
            return False  # «глава штаба кандидата Олега Гурова»
        if link.end - link.start == 1 and _is_hers(self.words.lower[link.start]):
            return False
        if self._has_owner(head, link.start):
            return True
        given = [r for r in person_readings(self.words.lower[link.start]) if r.kind == "given"]
        if given and all(not reading.case for reading in given):
            return True
        shown = verb_agreement(self.words, verb)[0] if verb is not None else ""
        return shown == "Fem" and (not given or any(r.case == "Nom" and r.gender == "Fem" for r in given))

    def _has_owner(self, head: int, stop: int) -> bool:
        """«глава МИД …», «представитель завода …»: a body in the genitive, so that no person owns the noun."""
        words = self.words
        return any(
            words.feat(i, "Case") in {"Gen", ""} and (words.ent[i] in {"ORG", "LOC"} or self._is_body(i))
            for i in range(head + 1, stop)
        )

    def _is_body(self, i: int) -> bool:
        """«представитель |завода|»: a thing in the genitive that can have an office; a family has none."""
        words = self.words
        inanimate = words.pos[i] == "NOUN" and words.feat(i, "Animacy") == "Inan"
        return inanimate and words.feat(i, "Case") == "Gen" and words.lemma[i] not in FAMILIES

    def _of_the_head(self, link: Link, head: int, title: int) -> bool:
        """Whether the name behind an inner title is the head's: «заместителя министра Олега Гурова», «командира дивизии полковника Олега Гурова»."""
        sex = sure_sex(link.normal)
        if sex and sex == self.words.feat(head, "Gender") != self.words.feat(title, "Gender"):
            return True  # «дочери артиста Анны Гуровой», «брата певицы Олега Гурова»
        if self.words.lemma[head] in ACTING:
            return True  # «врио главы Олега Гурова»: whose post he fills has no name here
        if self._is_another_title(head, title):
            return True
        outer, inner = self._concepts(head), self._concepts(title)
        if self._is_sought(title) or "офицер" in inner and title > head + 1 and not outer & relations():
            return True
        known = set(self._told(link))
        if known & inner and not known & outer or self._of_an_office(head, title):
            return False
        if self._has_owner(head, title) or known & outer and not known & inner:
            return True  # «представителя Пентагона генерала Миллера»
        deputy = outer & NAMED_THEMSELVES or self.words.lemma[head] in NAMED_THEMSELVES
        return bool(deputy) and not known & inner

    def _is_another_title(self, head: int, title: int) -> bool:
        """«по словам министра|, главы ведомства| Олега Гурова»: a second title, behind a comma and in the case of the first."""
        words, left = self.words, title
        while left - 1 > head and words.pos[left - 1] == "ADJ":
            left -= 1
        return words.form[left - 1] == "," and words.feat(head, "Case") == words.feat(title, "Case")

    def _is_of_many(self, title: int, link: Link) -> bool:
        """«адвоката |рыбаков| Олега Зуева»: one name is no title's of many, but «родителей Олега Зуева» are his.

        «защитника |обвиняемых| Олега Зуева и Ивана Гурова»: of two names it is.
        """
        words, behind = self.words, link.end
        if words.feat(title, "Number") != "Plur" or link.number == "Plur" or link.end - link.start == 1:
            return False
        if words.lower[behind : behind + 1] == ["и"] and words.ent[behind + 1] == "PER":
            return False
        noun, lemma = roles().get(words.lemma[title]), words.lemma[title]
        theirs = noun is not None and noun.broader & (relations() | {KIN})
        return not theirs and lemma not in FOLLOWERS

    def _is_sought(self, title: int) -> bool:
        """«кандидата |на пост мэра| Олега Гурова»: a post that somebody seeks is nobody's title."""
        words, post = self.words, title - 1
        return words.lemma[post] in POSTS_SOUGHT and words.lower[post - 1] == "на"

    def _of_an_office(self, head: int, title: int) -> bool:
        """«секретаря пресс-службы |премьера|», «сотрудника аппарата |министра|»: one of many, in the office of one.

        «представителя минобороны |полковника| Олега Гурова»: a rank is no office, and so his own.
        """
        words, office = self.words, title - 1
        common = words.lemma[head] in OF_MANY and office > head and self._is_body(office)
        ranked = "офицер" in self._concepts(title) and words.lemma[office] not in OF_ONE
        return common and not words.ent[office] and not ranked

    def _concepts(self, noun: int) -> frozenset[str]:
        """What a noun says of its bearer."""
        said = self.cast.described(noun)
        return said.concepts if said is not None else frozenset()

    def _told(self, name: Link) -> Iterator[str]:
        """What the text calls the person elsewhere, and the offices that everybody knows."""
        chain = name.chain
        assert chain is not None
        yield from chain.offices
        for link in chain.links:
            if link.label == "ROLE" and self.words.sent[link.head] != self.words.sent[name.head]:
                yield from self._concepts(link.head)


def _is_hers(surname: str) -> bool:
    """«Соперница |Петровой| рассказала», «тренер |Сомской| сообщила»: a woman's surname in a form that is no nominative."""
    readings = [r for r in person_readings(surname) if r.kind == "surname"]
    oblique = bool(readings) and all(r.case not in {"", "Nom"} and r.gender == "Fem" for r in readings)
    return oblique or not readings and surname.endswith(("ской", "цкой"))
