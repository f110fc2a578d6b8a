"""Direct speech whose marks run over paragraphs, or whose closing or opening mark is missing."""

from collections.abc import Iterator
from itertools import pairwise

from molva.quotes.cues import FINITE
from molva.quotes.direct.author_words import read_author, stretch_after
from molva.quotes.direct.colons import author_before
from molva.quotes.direct.insertions import content_of, first_cut, spoken_parts
from molva.quotes.direct.plain_questions import MINE
from molva.quotes.direct.tails import author_after
from molva.quotes.draft import Draft, Stretch
from molva.quotes.ends.edges import trim, trim_all
from molva.quotes.pieces.titles import is_title
from molva.quotes.scene import ENDS, Scene
from molva.quotes.sources.authors import Author, author_of_cue
from molva.tokens.marks import CLOSING

LONGEST_NAME = 5  # words of a name in marks and the mark that opens it


def paragraphs(scene: Scene) -> Iterator[Draft]:
    """«Смета готова.⏎«Деньги есть», — сказал Орехов.: every paragraph opens again, the last one closes.

    Where the author has come between already («Смета готова, — сказал Орехов.⏎«Деньги есть», — добавила Лаптева.»),
    speech that has its own author behind it is another quote.
    """
    for chain in scene.chains:
        author = author_before(scene, chain[0][0], scene.paragraph(chain[0][0])[1])
        said: list[Stretch] = []
        for mark, _ in chain[:-1]:
            parts, told = _of_paragraph(scene, mark)
            said += parts
            author = told or author
        mark, close = chain[-1]
        last = (
            trim_all(scene, [(mark + 1, scene.paragraph(mark)[1])])
            if close is None
            else content_of(scene, mark, close)
        )
        after = author_after(scene, mark, close) if close is not None else None
        if after and author and _is_told_within(author, chain[0][0]):
            yield author.fill(Draft("paragraphs", "direct", said), scene)
            said, author = [], None
        author = after or author
        if said + last:
            draft = Draft("paragraphs", "direct", said + last)
            yield author.fill(draft, scene) if author else draft


def _of_paragraph(scene: Scene, mark: int) -> tuple[list[Stretch], Author | None]:
    """What is said in a paragraph that opens with ``mark`` and does not close, and the author who comes between."""
    end = scene.paragraph(mark)[1]
    cut = first_cut(scene, mark, end)
    author = read_author(scene, *cut, lexical=True) if cut else None
    named = cut if author is not None and author.source is not None else None
    parts = spoken_parts(mark + 1, end, [named] if named else [])
    return trim_all(scene, parts), author if named else None


def _is_told_within(author: Author, first: int) -> bool:
    """Whether the author's words stand between the paragraphs, and not before the first."""
    return author.cue is not None and author.cue[0] > first


def unclosed(scene: Scene) -> Iterator[Draft]:
    """«Мы готовы, — сказал Орехов.: the closing mark is forgotten."""
    chained = {mark for chain in scene.chains for mark, _ in chain}
    left_open = [
        pair.open for pair in scene.words.pairs if pair.close is None and pair.open not in scene.opens
    ]
    for mark, following in pairwise([*sorted(left_open), len(scene.words.form)]):
        end = min(scene.paragraph(mark)[1], following)  # speech ends where further speech is left open
        if mark in chained or mark + 1 == end:
            continue  # a scrap that ends with the mark
        cut = first_cut(scene, mark, end)
        if cut and scene.words.form[cut[1] : cut[1] + 1] == ["."]:
            end = cut[
                1
            ]  # «Мост закрыт, — сказал Орехов. |Мост стоит сто лет|»: without a dash nobody speaks on
        author = read_author(scene, *cut, lexical=True) if cut else author_before(scene, mark, end)
        parts = (
            trim_all(scene, spoken_parts(mark + 1, end, [cut]))
            if cut
            else trim_all(scene, [(mark + 1, scene.sentence(mark + 1)[1])])
        )
        if author and parts:
            yield author.fill(Draft("unclosed", "direct", parts), scene)


def unopened(scene: Scene) -> Iterator[Draft]:
    """Готовы», — сказал он.: the opening mark is forgotten."""
    words = scene.words
    for close in [i for i, form in enumerate(words.form[:-2]) if i and form in CLOSING]:
        if close in scene.closes or close in scene.opens or scene.pair_around(close):
            continue
        i = close + 1
        if (
            words.form[i] != ","
            and words.form[close - 1] not in {",", *ENDS}
            or words.par[i] != words.par[close]
        ):
            continue
        i += words.form[i] == ","
        i += scene.is_dash(i)
        author = _report(scene, i, close)
        part = trim(scene, _beginning(scene, close), close)
        if author and part:
            yield author.fill(Draft("unopened", "direct", [part]), scene)


def _beginning(scene: Scene, close: int) -> int:
    """Where speech without an opening mark begins: with its sentence, or with the paragraph.

    «Заря» сильна. Мы ждали этого», — сказал он.: the mark of a name that opens the paragraph stands for both; so may what
    speaks of oneself from there on, where nobody is told to speak.
    """
    words, first, start = scene.words, scene.sentence(close)[0], scene.paragraph(close)[0]
    if first <= start or any(k in scene.cues and scene.cues[k].form == FINITE for k in range(start, first)):
        return first
    opened = start in scene.opens and scene.opens[start] - start <= LONGEST_NAME
    if opened and words.form[start + 1][:1].isupper() and is_title(scene, start, scene.opens[start]):
        return start + 1
    own = any(words.lower[k] in MINE for k in range(start, scene.sentence(start)[1]))
    ended = any(words.form[k] in CLOSING and k not in scene.closes for k in range(start, first))
    return start if own and not ended else first


def _report(scene: Scene, start: int, close: int) -> Author | None:
    """The author's words right behind a closing mark, with a source."""
    if start >= len(scene.words) or scene.words.par[start] != scene.words.par[close]:
        return None
    begin, end = stretch_after(scene, start)
    cue = next((scene.cues[j] for j in range(begin, min(begin + 3, end)) if j in scene.cues), None)
    if cue is None or cue.form != FINITE:
        return None
    author = author_of_cue(scene, cue, begin, end)
    return author if author.source else None
