"""Letters of readers and answers to them: who writes stands in a line of his own, below the words or above.

Newspapers print them under «Нам пишут» and «Вопрос — ответ», sites under «Комментарии»; an empty line parts one from the next.
"""

from collections.abc import Iterator

from molva.quotes.direct.author_words import is_personal
from molva.quotes.direct.comments import is_name
from molva.quotes.draft import Draft, Stretch
from molva.quotes.kinds import is_role
from molva.quotes.scene import DASHES, ENDS, Scene

HEADING = 8  # words of a line that tells what a page holds
SIGNATURE = 9  # words of «Пенсионерка Анна Зуева, село Ялуга»
ANNOUNCED = 16  # words of «Отвечает: Вера Зуева, кардиолог, к. м. н.»
FEWEST = 2  # comments
POST = frozenset({"почта", "письмо", "читатель", "читательница", "редакция"})
FAMILIES = frozenset({"семья", "житель", "коллектив", "читатель", "читательница"})
OF_LETTERS = frozenset({"спрашивать", "отвечать", "писать", "рассказывать", "комментировать", "советовать"})
COMMENTS = "комментари"


def letter(scene: Scene) -> Iterator[Draft]:
    """Почему не ходит паром? Ждём с мая.⏎А. Зуева, с. Ялуга: on a page of letters the name stands below the words."""
    if not any(_is_heading(scene, *line) for line in scene.words.paragraphs):
        return
    for block in _blocks(scene):
        signed = block[-1]
        told = [line for line in block[:-1] if _is_speech(scene, *line)]
        if told and told == block[-1 - len(told) : -1] and _signs(scene, *signed) and _speaks(scene, told):
            who = _up_to_comma(scene, *signed)
            yield Draft(
                "letter", "direct", [(told[0][0], told[-1][1])], source=who, source_head=_head(scene, who)
            )


def asked(scene: Scene) -> Iterator[Draft]:
    """Отвечает: Вера Зуева, кардиолог⏎Пить можно.: the line above tells by a verb who asks, and who answers."""
    words = scene.words
    announced = {n: who for n, line in enumerate(words.paragraphs[:-1]) if (who := _announced(scene, *line))}
    for number, who in announced.items():
        start, below = words.paragraphs[number][0], words.paragraphs[number + 1]
        if not _is_speech(scene, *below):
            continue
        last = number + 1
        while (
            last + 1 < len(words.paragraphs)
            and last + 1 not in announced
            and scene.line_breaks(words.paragraphs[last + 1][0]) == 1
        ):
            last += 1
        one = scene.line_breaks(below[0]) > 1 or not _is_speech(scene, *words.paragraphs[last])
        stop = below[1] if one else words.paragraphs[last][1]
        yield Draft(
            "letter", "direct", [(below[0], stop)], cue=(start, start + 1), verb=start, source=who,
            source_head=_head(scene, who),
        )  # fmt: skip


def commented(scene: Scene) -> Iterator[Draft]:
    """Комментариев 2⏎⏎Вера Зуева⏎Давно пора.: below a line that counts or heralds comments, blocks that open with a name."""
    words = scene.words
    heralds = (n for n, line in enumerate(words.paragraphs) if _heralds_comments(scene, *line))
    first = next(heralds, None)
    if first is None:
        return
    below = [block for block in _blocks(scene) if block[0][0] >= words.paragraphs[first][1]]
    found = [block for block in below if len(block) > 1 and _opens_comment(scene, block)]
    if len(found) < FEWEST:
        return
    for (start, end), *told in found:
        stop = next((i for i in range(start + 1, end) if words.form[i] in {"[", "("}), end)
        yield Draft("turn", "direct", [(told[0][0], told[-1][1])], source=(start, stop), source_head=start)


def _blocks(scene: Scene) -> Iterator[list[Stretch]]:
    """Lines with no empty line between them."""
    block: list[Stretch] = []
    for line in scene.words.paragraphs:
        if block and scene.line_breaks(line[0]) > 1:
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _is_heading(scene: Scene, start: int, end: int) -> bool:
    """«Пишут читатели», «Почта «Зари»», «НАМ ПИШУТ», «От редакции»: a short line that tells of letters."""
    words = scene.words
    writes = "нам" in words.lower[start:end] and "пишут" in words.lower[start:end]
    post = not POST.isdisjoint(words.lemma[start:end])
    return end - start <= HEADING and (post or writes) and words.form[end - 1] not in ENDS | {":"}


def _is_speech(scene: Scene, start: int, end: int) -> bool:
    """A line of whole sentences that opens with neither marks nor a dash."""
    words = scene.words
    whole = words.form[end - 1] in ENDS and end - start > 2
    return whole and start not in scene.opens and words.form[start] not in DASHES


def _signs(scene: Scene, start: int, end: int) -> bool:
    """«Р. Г. Зуева, с. Ялуга», «Семья Зуевых», «Пенсионерка Анна Зуева»: a name, or who writes, and nothing said."""
    words = scene.words
    short = (
        1 < end - start <= SIGNATURE and words.form[end - 1] not in ENDS and ":" not in words.form[start:end]
    )
    known = words.ent[start] == "PER" or words.lemma[start] in FAMILIES
    titled = is_role(words, start) and "PER" in words.ent[start:end]
    return short and (known or titled) and not scene.has_predicate(start, end)


def _speaks(scene: Scene, told: list[Stretch]) -> bool:
    """Whoever writes a letter says «я», asks or cries out."""
    open_ended = any(form[0] in "?!" for start, end in told for form in scene.words.form[start:end])
    return open_ended or any(is_personal(scene, start, end) for start, end in told)


def _up_to_comma(scene: Scene, start: int, end: int) -> Stretch:
    """The name of a signature without the place behind it."""
    return start, next((i for i in range(start + 1, end) if scene.words.form[i] == ","), end)


def _head(scene: Scene, who: Stretch) -> int:
    """The first noun of who writes, or the word of a name."""
    nouns = (
        i for i in range(*who) if scene.words.pos[i] in {"NOUN", "PROPN"} and len(scene.words.form[i]) > 2
    )
    return next(nouns, who[0])


def _announced(scene: Scene, start: int, end: int) -> Stretch | None:
    """«Спрашивает: Вера», «Отвечает врач Зуева»: a verb that opens its line, and who does it in the nominative."""
    words = scene.words
    if (
        end - start > ANNOUNCED
        or words.lemma[start] not in OF_LETTERS
        or words.feat(start, "Tense") != "Pres"
    ):
        return None
    first = start + 1 + (words.form[start + 1 : start + 2] == [":"])
    named = next((i for i in range(first, end) if words.ent[i] == "PER"), None)
    if named is None or scene.has_predicate(first, end) or words.feat(first, "Case") not in {"Nom", ""}:
        return None
    closed = words.form[end - 1] == ":"
    age = next(
        (
            i
            for i in range(named, end)
            if words.form[i] == "," and "".join(words.form[i + 1 : i + 2])[:1].isdigit()
        ),
        None,
    )
    return first, age if age is not None else end - closed


def _heralds_comments(scene: Scene, start: int, end: int) -> bool:
    """«Комментарии (3)», «Лайков 214  Комментариев 3»: a short line that counts comments."""
    stems = (lower.startswith(COMMENTS) for lower in scene.words.lower[start:end])
    return end - start <= HEADING and any(stems) and not scene.has_predicate(start, end)


def _opens_comment(scene: Scene, block: list[Stretch]) -> bool:
    """A line with a name or a nickname, and below it what somebody says."""
    (start, end), *told = block
    stop = next((i for i in range(start + 1, end) if scene.words.form[i] in {"[", "("}), end)
    initial = end - start > 1 and len(scene.words.form[start:end][-1]) < 3 and scene.words.ent[start] == "PER"
    named = is_name(scene, start, stop) or initial and end - start < 4
    return (
        named
        and not any(scene.words.form[i][0].isdigit() for i in range(start, stop))
        and all(scene.words.form[stop - 1] in ENDS for _, stop in told)
    )
