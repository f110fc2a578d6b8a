"""Interviews in turns: who is asked in them, by the headline, the introduction or a label, and which turns are the paper's own."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from molva.quotes.direct.interview import opens_turn
from molva.quotes.direct.labels import label_above
from molva.quotes.direct.narrator import narrated
from molva.quotes.direct.plain_questions import INTRODUCTION, THEIRS, answers_in
from molva.quotes.direct.topics import before_topic
from molva.quotes.draft import Stretch
from molva.quotes.lexicon import word_list
from molva.quotes.scene import DASHES, Scene
from molva.quotes.who.tellers import teller_in
from molva.speakers.chains import Chain, Chains, Link
from molva.words import Words

ASIDE = 5  # paragraphs from one turn to the next: an answer may have several, and headings stand between
UNANNOUNCED = 4  # turns of an interview that no word of its introduction tells
LONGEST_FIELD = 4  # words of «Автор:», «Беседовал и снимал:»
PRESS_TALKS = frozenset({"интервью", "беседа", "комментарий", "пресс-конференция", "флеш-интервью"})
QUESTIONS = 2  # of its turns that end with a question mark


@dataclass(frozen=True, slots=True)
class Interview:
    """Turns that open with a dash or a label: the guest, if he has a name, the paragraphs of his answers, of the questions, and between them."""

    guest: Chain | None
    answers: frozenset[int]
    questions: frozenset[int]
    between: frozenset[int]


@dataclass(frozen=True)
class Interviews:
    """The interviews of a document, looked through once however many answers they have."""

    scene: Scene
    chains: Chains

    def at(self, paragraph: int) -> Interview | None:
        """The interview that a paragraph is a turn of."""
        return self._by_paragraph.get(paragraph)

    @cached_property
    def plainly_asked(self) -> Chain | None:
        """The guest of an interview whose questions stand in paragraphs of their own."""
        answers = answers_in(self.scene)
        first = answers[0][0] - 1 if answers else 0
        told = self._invited(first)
        if told is not None or len(answers) <= QUESTIONS:
            return told
        return self._shown(first, {begin - 1 for begin, _ in answers})

    @cached_property
    def _by_paragraph(self) -> dict[int, Interview]:
        """The interviews of the document by the paragraphs of their turns."""
        found = dict[int, Interview]()
        for talk in self._talks():
            interview = self._interview(talk)
            if interview is not None:
                found |= dict.fromkeys(talk, interview)
        return found

    def _talks(self) -> Iterator[list[int]]:
        """Paragraphs that are turns near each other; a line «Глеб Зуев, тренер «Маяка»:» above them begins anew."""
        talk: list[int] = []
        for number, (start, end) in enumerate(self.scene.words.paragraphs):
            if talk and (number - talk[-1] > ASIDE or self.scene.words.form[end - 1] == ":"):
                yield talk
                talk = []
            if self.scene.words.form[start] in DASHES or opens_turn(self.scene, number):
                if talk and (self._leaves(talk[-1], number) or self._lists(talk, number)):
                    yield talk
                    talk = []
                talk.append(number)
        if talk:
            yield talk

    def _lists(self, talk: list[int], number: int) -> bool:
        """«— Жду дебюта.⏎- Цена игрока – миллион.»: a hyphen behind turns that open with a dash begins a list."""
        marks = [self.scene.words.form[self.scene.words.paragraphs[k][0]] for k in (*talk[-2:], number)]
        return len(marks) > 2 and marks[-1] == "-" and marks[0] == marks[1] in {"—", "–"}

    def _leaves(self, turn: int, number: int) -> bool:
        """Whether the paper goes on in its own words behind an interview: «— Жаль, — отметил гость.» is no turn of it.

        The narrator has a paragraph before such a line, or the turns above are labelled ones.
        """
        apart = number - turn > 1 or opens_turn(self.scene, turn) != opens_turn(self.scene, number)
        return apart and _is_told(self.scene, number) and not _is_told(self.scene, turn)

    def _interview(self, talk: list[int]) -> Interview | None:
        """The interview that a talk is: nobody tells who speaks, and its guest is known."""
        if any(_is_told(self.scene, number) for number in talk):
            return self._told(talk)
        if all(number and self._asked_plainly(number - 1) for number in talk):
            return self._plain(talk)
        asked = [_is_question(self.scene, number) for number in talk]
        asked[-1] = asked[-1] or _thanks(self.scene, talk[-1])
        announced = self._announced(talk[0])
        guest = announced or self._invited(talk[0])
        by_turns = _alternate(asked, answer_first=announced is not None and not asked[0])
        if guest is not None and not by_turns and not asked[0]:
            by_turns = _alternate(asked, answer_first=True)
        answers = [talk[k] for k in by_turns]
        questions = set(talk) - set(answers) if by_turns else set[int]()
        if not by_turns:
            answers = [number for number, is_asked in zip(talk, asked, strict=True) if not is_asked]
        elif guest is None:
            guest = self._unannounced(talk, asked, questions)
        if guest is None and not (asked[0] and by_turns and self._formal(talk[0], questions)):
            return None
        between = frozenset(range(talk[0], talk[-1])) - set(talk)
        return Interview(guest, frozenset(answers), frozenset(questions), between)

    def _unannounced(self, talk: list[int], asked: list[bool], questions: set[int]) -> Chain | None:
        """«Актриса Вера Зуева: «Я устала»⏎— Вам трудно?⏎— Да.⏎…»: whom the page shows above a talk of some length, or has tell right above it."""
        shown = None
        if len(talk) >= UNANNOUNCED and sum(asked) >= QUESTIONS:
            shown = self._shown(talk[0], questions)
        return self._telling(talk[0], questions) if shown is None and asked[0] else shown

    def _told(self, talk: list[int]) -> Interview | None:
        """«— Устали, — вздохнул Зуев.⏎— Что с судьями?⏎— Молодцы.»: the narrator tells of the guest, whom the page introduces, and only where he answers.

        What he has said before them, «— Я убеждён, — говорит Олег Зуев.⏎Олег за рулём с мая.⏎…», is no turn of the talk.
        In a story he tells of others too, and in court somebody else asks: «Прокурор спрашивает, знал ли он.». Where he has
        but the last word, «— Не жалею, — сказал Зуев в эфире.», the guest may go by his surname and be asked as «ты».
        """
        told = {number for number in talk if _is_told(self.scene, number)}
        guest = self._told_of(told)
        asked = [_is_question(self.scene, number) and number not in told for number in talk]
        while asked and talk[0] in told and not _alternate(asked, answer_first=not asked[0]):
            talk, asked = talk[1:], asked[1:]
        if guest is None or not asked:
            return None
        told &= set(talk)
        last_word = told == {talk[-1]}
        led = last_word and self._is_led_in(talk[0], guest)
        asked[0] = asked[0] or led and self._asks_inside(talk[0])  # wherever its question mark stands
        closed = last_word and asked[0] and (led or sum(asked) >= QUESTIONS)
        answers = [talk[k] for k in _alternate(asked, answer_first=not asked[0])]
        questions = set(talk) - set(answers)
        if not answers or told & questions or not closed and self._familiar(questions):
            return None
        if not closed and " " not in guest.name or not self._is_above(talk[0], guest, asked=asked[0]):
            return None
        return Interview(guest, frozenset(answers), frozenset(questions), frozenset())

    def _told_of(self, told: set[int]) -> Chain | None:
        """«— Устали, — вздохнул |Зуев|.»: the only person of whom the narrator tells in the turns."""
        cuts = (cut for number in told for cut in _narrated(self.scene, number))
        return only_person(link for cut in cuts for link in self.chains.within(*cut))

    def _is_above(self, first: int, guest: Chain, *, asked: bool) -> bool:
        """«О матче рассказал |Олег Зуев|.⏎— Устали?», «— |Олег Ильич|, устали?»: whether the page has told of the guest before, and nobody else asks."""
        start, end = self.scene.words.paragraphs[first]
        above = any(link.chain is guest for link in self.chains.within(0, end if asked else start))
        return above and first <= INTRODUCTION and not self._is_asking(first - 1)

    def _is_led_in(self, first: int, guest: Chain | None) -> bool:
        """«|Вера Зуева высказалась| о матче.⏎— Каково было? Ты ведь знала её.»: whether the page tells before the talk that the guest speaks."""
        lead = range(min(first, INTRODUCTION))
        return any(teller_in(self.scene, self.chains, number, asked=True) is guest for number in lead)

    def _asks_inside(self, number: int) -> bool:
        """«Каково было? Ты ведь знала её.»: a question in a paragraph, and not only at its end."""
        words = self.scene.words
        return any(form.startswith("?") for form in words.form[slice(*words.paragraphs[number])])

    def _is_asking(self, number: int) -> bool:
        """Whether somebody asks in a paragraph."""
        cues = (self.scene.cues.get(i) for i in range(*self.scene.words.paragraphs[number]))
        return any(cue is not None and cue.has("ask") for cue in cues)

    def _formal(self, first: int, questions: set[int]) -> bool:
        """«Рулевой «Маяка» — о ничьей.⏎— Вы рады?⏎— Нет.⏎— Почему?⏎— Устали.»: a talk is told of, nobody is named, and one is asked as «вы»."""
        asked = sum(_is_question(self.scene, number) for number in questions) >= QUESTIONS
        above = self.scene.words.paragraphs[max(first - INTRODUCTION, 0) : first]
        told = any(
            before_topic(self.scene, start, end) is not None
            or self.scene.words.with_lemma(PRESS_TALKS, start, end)
            for start, end in above
        )
        return asked and told and self._polite(questions) and not self._familiar(questions)

    def _polite(self, questions: set[int]) -> bool:
        """Whether some question says «вы»."""
        words = self.scene.words
        spoken = (i for number in questions for i in range(*words.paragraphs[number]))
        return any(words.lower[i] in THEIRS or _is_second(words, i, "Plur") for i in spoken)

    def _familiar(self, questions: set[int]) -> bool:
        """Whether friends talk, who say «ты»."""
        words = self.scene.words
        return any(
            _is_second(words, i, "Sing") for number in questions for i in range(*words.paragraphs[number])
        )

    def _asked_plainly(self, number: int) -> bool:
        """«Когда пуск?» in a paragraph without a dash, above the line that answers it."""
        opened = self.scene.words.form[self.scene.words.paragraphs[number][0]] in DASHES
        return _is_question(self.scene, number) and not opened and not opens_turn(self.scene, number)

    def _plain(self, talk: list[int]) -> Interview | None:
        """«Министр Глеб Сомов рассказал о планах.⏎Когда пуск?⏎— В мае.»: only the answers open with a dash."""
        first = talk[0] - 1
        guest = self._invited(first) or self._telling(first, set())
        return Interview(guest, frozenset(talk), frozenset(), frozenset()) if guest is not None else None

    def _announced(self, first: int) -> Chain | None:
        """«Глеб Зуев, тренер «Маяка»:⏎— Мы рады.»: whose label stands above the turns."""
        label = label_above(self.scene, self.scene.words.paragraphs[first][0])
        return only_person(self.chains.within(*label.span)) if label is not None else None

    def _invited(self, first: int) -> Chain | None:
        """«Мы поговорили с министром Сомовым.»: the only person of a sentence that tells of an interview, or of its paragraph."""
        words = self.scene.words
        for start, end in reversed(words.paragraphs[max(first - INTRODUCTION, 0) : first]):
            told = words.with_lemma(word_list("interviews"), start, end)
            sentences = [words.sentence(i) for i in told]
            for stretch in [*sentences, (start, end)] if told else []:
                named = self.chains.within(*stretch)
                guest = only_person(named) or only_person(link for link in named if link.case == "Nom")
                if guest is not None:
                    return guest
        return None

    def _telling(self, first: int, questions: set[int]) -> Chain | None:
        """«О матче рассказал тренер Олег Зуев.⏎— Почему проиграли?⏎— Мы устали.»: who tells in the paragraph right above, by his full name.

        A paper may say «ты» to an athlete: «Вратарь Мауро рассказал о дебюте.⏎— Волнуешься?⏎— Нет.⏎— А вчера?⏎— Да.»; some have one name.
        """
        asked = sum(_is_question(self.scene, number) for number in questions) >= QUESTIONS
        if not first or not asked and self._familiar(questions):
            return None
        guest = teller_in(self.scene, self.chains, first - 1, asked=True)
        full = guest is not None and guest.named and " " in guest.name
        return guest if asked or full else None

    def _shown(self, first: int, questions: set[int]) -> Chain | None:
        """Whom the page shows above an interview that no word tells; friends who say «ты» give none."""
        if not 0 < first <= INTRODUCTION or self._familiar(questions):
            return None
        return self._headlined() or self._introduced(first, formal=self._polite(questions))

    def _headlined(self) -> Chain | None:
        """«Актриса Вера Дольская: «Я играла чужих жён»»: the only person of the headline above, with given name and surname."""
        start, end = self.scene.words.paragraphs[0]
        guest = only_person(self.chains.within(start, end))
        named = guest is not None and " " in (guest.name or "")
        return guest if named and not _is_credit(self.scene, start, end) else None

    def _introduced(self, first: int, *, formal: bool) -> Chain | None:
        """«Директор театра Вера Зуева рассказала о сцене.⏎— Где будете играть?»: the one whom the introduction names.

        The nearest paragraph above that has a single person in the nominative, with given name and surname; no line of credits.
        He is told to speak, or is asked as «вы»: others that talk below his name may be anybody.
        """
        words = self.scene.words
        for start, end in reversed(words.paragraphs[:first]):
            named = [link for link in self.chains.within(start, end) if link.case in {"Nom", ""}]
            guest = only_person(named)
            if guest is None or _is_credit(self.scene, start, end):
                continue
            speaks = any(words.head[link.head] in self.scene.cues for link in named if link.chain is guest)
            return guest if (speaks or formal) and " " in (guest.name or "") else None
        return None


def _is_second(words: Words, i: int, number: str) -> bool:
    """A verb or a pronoun of the second person."""
    return words.feat(i, "Person") == "2" and words.feat(i, "Number") == number


def _is_credit(scene: Scene, start: int, end: int) -> bool:
    """«Автор: Инга Дёмина», «Фото: Клим Орехов»: a field of the page that tells who made it."""
    words = scene.words
    colon = next((i for i in range(start + 1, min(start + LONGEST_FIELD, end)) if words.form[i] == ":"), end)
    return colon + 1 < end and all(words.ent[i] == "PER" for i in range(colon + 1, end))


def _is_question(scene: Scene, number: int) -> bool:
    """Whether a paragraph ends with a question mark."""
    return scene.words.form[scene.words.paragraphs[number][1] - 1].startswith("?")


def _thanks(scene: Scene, number: int) -> bool:
    """«— Спасибо за беседу.»: the paper closes the interview."""
    start, end = scene.words.paragraphs[number]
    return end - start > 1 and scene.words.lower[start + 1] == "спасибо"


def _alternate(asked: Sequence[bool], *, answer_first: bool) -> list[int]:
    """The numbers of the answers where questions and answers take turns; empty where they do not.

    «— Говорят, вы уходите.» asks without a question mark: its place shows it, if an answer or thanks come last.
    """
    first = int(answer_first)
    regular = any(asked) and all(k % 2 == first for k, is_asked in enumerate(asked) if is_asked)
    closed = asked[-1] or (len(asked) - 1) % 2 != first
    return [k for k in range(len(asked)) if k % 2 != first] if regular and closed else []


def _is_told(scene: Scene, number: int) -> bool:
    """Whether the narrator has a word in a line: «— Ничего, — отшутился он.»."""
    return bool(_narrated(scene, number))


def _narrated(scene: Scene, number: int) -> list[Stretch]:
    """The narrator's words in a line that opens with a dash."""
    start, end = scene.words.paragraphs[number]
    return narrated(scene, start + 1, end) if scene.words.form[start] in DASHES else []


def only_person(links: Iterable[Link]) -> Chain | None:
    """The person whom the names among ``links`` speak of, if it is but one."""
    people = {id(link.chain): link.chain for link in links if link.label == "PER"}
    return next(iter(people.values())) if len(people) == 1 else None
