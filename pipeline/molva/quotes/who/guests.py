"""Who answers in an interview, up to where; and what the paper asks, which is nobody's quote."""

from bisect import bisect_left
from dataclasses import dataclass, field

from molva.quotes.direct.interview import opens_turn
from molva.quotes.direct.run_on import asks, turns_in
from molva.quotes.draft import Draft, Stretch
from molva.quotes.scene import ENDS, Scene
from molva.quotes.who.interviews import Interview, Interviews, only_person
from molva.speakers.chains import Chain, Chains

GOING_ON = 8  # words of a paragraph that may go on with an answer; a heading has fewer


@dataclass(slots=True)
class Guests:
    """The guests of a document."""

    scene: Scene
    chains: Chains
    interviews: Interviews = field(init=False)
    _turns: dict[int, list[Stretch]] = field(default_factory=dict)  # of paragraphs whose line breaks are lost

    def __post_init__(self) -> None:
        self.interviews = Interviews(self.scene, self.chains)

    def interviewee(self, draft: Draft) -> Chain | None:
        """«Мы поговорили с министром Сомовым.⏎— Когда пуск?⏎— В мае.»: answers are the guest's."""
        turns, number = self._run_on(draft)
        if number is not None:
            return _guest_of(self.scene, self.chains, turns, number)
        talk = self._interview_at(draft)
        if talk is None:
            return self.interviews.plainly_asked if self._answers_plainly(draft) else None
        return talk.guest if self._paragraph(draft) in talk.answers else None

    def addressed(self, word: int) -> Chain | None:
        """«— Год назад |вы| говорили, что уйдёте. Что изменилось?»: the guest, in a question that the paper asks."""
        number = self.scene.words.par[word]
        talk = self.interviews.at(number)
        return talk.guest if talk is not None and number in talk.questions else None

    def is_asked(self, draft: Draft) -> bool:
        """«— Когда пуск?»: what a paper asks its guest, with no label that says so, is its own and nobody's quote."""
        if draft.rule == "dash":
            talk = self._interview_at(draft)
            return talk is not None and self._paragraph(draft) in talk.questions
        if self._answers_plainly(draft):
            return self.interviews.plainly_asked is None  # of a column or a leaflet, where nobody is asked
        turns, number = self._run_on(draft)
        if number is None or not asks(self.scene, draft.parts[0]):
            return False
        return number + 1 < len(turns) and _guest_of(self.scene, self.chains, turns, number + 1) is not None

    def complete(self, draft: Draft) -> None:
        """«— В мае.⏎Мы долго к этому шли.⏎— А потом?»: an answer goes on in the paragraphs up to the next question."""
        talk = self._interview_at(draft) if draft.rule == "dash" and len(draft.parts) == 1 else None
        if talk is None or self._paragraph(draft) not in talk.answers:
            return
        last = self._paragraph(draft)
        while last + 1 in talk.between and self._goes_on(talk.guest, last + 1):
            last += 1
        if last > self._paragraph(draft):
            draft.parts = [(draft.start, self.scene.words.paragraphs[last][1])]

    def _goes_on(self, guest: Chain | None, number: int) -> bool:
        """Whether a paragraph without a dash is the guest's: a heading is shorter, and the paper would name him."""
        start, end = self.scene.words.paragraphs[number]
        named = any(link.chain is guest and link.label == "PER" for link in self.chains.within(start, end))
        return end - start >= GOING_ON and self.scene.words.form[end - 1] in ENDS and not named

    def _answers_plainly(self, draft: Draft) -> bool:
        """Whether a draft stands below a question in a paragraph of its own."""
        labelled = opens_turn(self.scene, self._paragraph(draft))
        return draft.rule == "interview" and not labelled and self._run_on(draft)[1] is None

    def _run_on(self, draft: Draft) -> tuple[list[Stretch], int | None]:
        """The turns of the paragraph of a draft, if its line breaks are lost, and which of them the draft is."""
        if draft.rule != "interview":
            return [], None
        paragraph = self._paragraph(draft)
        if paragraph not in self._turns:
            self._turns[paragraph] = turns_in(self.scene, self.scene.words.paragraphs[paragraph])
        turns = self._turns[paragraph]
        number = bisect_left(turns, draft.parts[0])
        return turns, number if turns[number : number + 1] == draft.parts[:1] else None

    def _paragraph(self, draft: Draft) -> int:
        return self.scene.words.par[draft.start]

    def _interview_at(self, draft: Draft) -> Interview | None:
        return self.interviews.at(self._paragraph(draft))


def _guest_of(scene: Scene, chains: Chains, turns: list[Stretch], number: int) -> Chain | None:
    """«О стройке говорит Сомов. — Когда пуск? — В мае. …»: the answer to a question is his whom the introduction names.

    Of three questions in a row the second is asked back; of several people the one in the nominative is meant.
    """
    if not number or not asks(scene, turns[number - 1]):
        return None
    asked_again = number > 1 and asks(scene, turns[number]) and asks(scene, turns[number - 2])
    first = scene.paragraph(turns[0][0])[0]
    start = first if turns[0][0] - 1 > first else scene.paragraph(max(first - 1, 0))[0]
    named = chains.within(start, turns[0][0] - 1)
    guest = only_person(named) or only_person(link for link in named if link.case == "Nom")
    return None if asked_again else guest


def initialled(scene: Scene, chains: Chains, label: Stretch) -> Chain | None:
    """«Я. Ч.: …», «ЯЧ: …»: the only person of the text with these initials."""
    letters = sorted("".join(scene.words.lower[slice(*label)]).replace(".", ""))
    return only_person(
        link
        for link in chains.links
        if all(len(word) > 1 and word[1] != "." for word in link.normal.split())
        and sorted(word[0].lower() for word in link.normal.split()) == letters
    )
