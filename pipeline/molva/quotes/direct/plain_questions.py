"""Interviews without dashes and labels: a question in a paragraph of its own (in bold, on the page), the answer below."""

from collections.abc import Iterator
from itertools import pairwise

from molva.quotes.draft import Draft, Stretch
from molva.quotes.lexicon import word_list
from molva.quotes.scene import DASHES, ENDS, Scene

FEWEST = 2  # questions
LONGEST_QUESTION = 60  # words
LONGEST_ANSWER = 8  # paragraphs
INTRODUCTION = 6  # paragraphs before the first question
A_SENTENCE = 8  # words of a paragraph that may go on with the last answer; a signature has fewer
THEIRS = frozenset("вы вас вам вами ваш ваша ваше ваши вашего вашей вашем вашу вашим ваших вашими".split())
ONESELF = frozenset("я меня мне мной мы нас нам нами".split())
MINE = ONESELF | frozenset("мой моя мое мои наш наша наше наши моего нашего нашей".split())


def plain_question(scene: Scene) -> Iterator[Draft]:
    """Вы довольны рейсом?⏎Доволен. Мы пришли первыми.: answers of an interview; the questions are the paper's."""
    for first, last in answers_in(scene):
        paragraphs = scene.words.paragraphs
        yield Draft("interview", "direct", [(paragraphs[first][0], paragraphs[last][1])])


def answers_in(scene: Scene) -> list[Stretch]:
    """The first and last paragraph of each answer; none where the text is no such interview.

    A question speaks to somebody, and half of the answers speak of oneself at least.
    """
    asked = [number for number in range(len(scene.words.paragraphs)) if _asks(scene, number)]
    if len(asked) < FEWEST or asked[0] > INTRODUCTION or not asked[0]:
        return []
    gaps = [(number + 1, following - 1) for number, following in pairwise(asked)]
    gaps.append((asked[-1] + 1, _last_of(scene, asked[-1] + 1)))
    answers = [(first, last) for first, last in gaps if first <= last]
    told = all(last - first < LONGEST_ANSWER for first, last in answers)
    addressed = any(_speaks(scene, (number, number), THEIRS, "2") for number in asked)
    own = sum(_speaks(scene, answer, MINE, "1") for answer in answers)
    personal = addressed and 2 * own >= len(answers) >= FEWEST
    return answers if told and personal else []


def _asks(scene: Scene, number: int) -> bool:
    """A paragraph that is a question and nothing else: no dash, no label, no marks around it."""
    words, (start, end) = scene.words, scene.words.paragraphs[number]
    opened = words.form[start] in DASHES or start in scene.opens or ":" in words.form[start : start + 4]
    return words.form[end - 1].startswith("?") and not opened and end - start <= LONGEST_QUESTION


def _last_of(scene: Scene, first: int) -> int:
    """The last paragraph of the answer that closes the interview: whole sentences, up to a signature or the paper's own words."""
    words, last = scene.words, first - 1
    for start, end in words.paragraphs[first : first + LONGEST_ANSWER]:
        told = words.form[end - 1] in ENDS and (last < first or end - start >= A_SENTENCE)
        own = any(words.lemma[i] in word_list("interviews") for i in range(start, end))
        if not told or own:
            break
        last += 1
    return last


def _speaks(scene: Scene, stretch: Stretch, forms: frozenset[str], person: str) -> bool:
    """Whether paragraphs hold one of these words, or a verb of that person."""
    words, (first, last) = scene.words, stretch
    within = range(words.paragraphs[first][0], words.paragraphs[last][1])
    return any(words.lower[i] in forms or words.feat(i, "Person") == person for i in within)
