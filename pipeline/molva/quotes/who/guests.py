"""Who answers in an interview: the guest whom the introduction names."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from molva.quotes.direct.interview import opens_turn
from molva.quotes.direct.narrator import narrated
from molva.quotes.direct.run_on import asks, turns_in
from molva.quotes.draft import Draft, Stretch
from molva.quotes.lexicon import word_list
from molva.quotes.scene import DASHES, Scene
from molva.speakers.chains import Chain, Chains, Link

ASIDE = 2  # paragraphs of an answer behind its first


@dataclass(frozen=True)
class Guests:
    """The guests of a document, whose interviews are looked through once however many answers they have."""

    scene: Scene
    chains: Chains

    def interviewee(self, draft: Draft) -> Chain | None:
        """«Мы поговорили с министром Сомовым.⏎— Когда пуск?⏎— В мае.»: answers are the guest's."""
        scene, words = self.scene, self.scene.words
        turns = turns_in(scene, scene.paragraph(draft.start)) if draft.rule == "interview" else []
        if draft.parts[0] in turns:
            return _guest_of(scene, self.chains, turns, turns.index(draft.parts[0]))
        if words.form[draft.end - 1] == "?":
            return None
        last = words.par[draft.start]
        first = self._introductions[last]
        start, end = words.paragraphs[first]
        invited = any(words.lemma[i] in word_list("interviews") for i in range(start, end))
        if not invited or self._told[last] > self._told[first]:
            return None  # in a story the narrator tells who speaks
        return only_person(self.chains.within(start, end))

    @cached_property
    def _introductions(self) -> list[int]:
        """For each paragraph the one before its turns; turns stand near each other."""
        turns = [_is_turn(self.scene, number) for number in range(len(self.scene.words.paragraphs))]
        found = list[int]()
        for number in range(len(turns)):
            goes_on = number > 0 and any(turns[max(number - ASIDE, 0) : number + 1])
            found.append(found[-1] if goes_on else number)
        return found

    @cached_property
    def _told(self) -> list[int]:
        """Up to each paragraph how many lines the narrator has a word in."""
        lines = range(len(self.scene.words.paragraphs))
        return list(accumulate(_is_told(self.scene, number) for number in lines))


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


def _is_turn(scene: Scene, number: int) -> bool:
    """Whether a paragraph opens with a dash or a label."""
    first = scene.words.paragraphs[number][0]
    return scene.words.form[first] in DASHES or opens_turn(scene, number)


def _is_told(scene: Scene, number: int) -> bool:
    """Whether the narrator has a word in a line: «— Ничего, — отшутился он.»."""
    start, end = scene.words.paragraphs[number]
    return scene.words.form[start] in DASHES and bool(narrated(scene, start + 1, end))


def initialled(scene: Scene, chains: Chains, label: Stretch) -> Chain | None:
    """«Я. Ч.: …»: the only person of the text with these initials."""
    letters = sorted(form.lower() for form in scene.words.form[label[0] : label[1] : 2])
    return only_person(
        link
        for link in chains.links
        if all(len(word) > 1 and word[1] != "." for word in link.normal.split())
        and sorted(word[0].lower() for word in link.normal.split()) == letters
    )


def only_person(links: Iterable[Link]) -> Chain | None:
    """The person whom the names among ``links`` speak of, if it is but one."""
    people = {id(link.chain): link.chain for link in links if link.label == "PER"}
    return next(iter(people.values())) if len(people) == 1 else None
