"""Speech below or above a line that tells who speaks and what he is, with neither colon nor marks.

Sites of broadcasters print it as it was shown, the name under the face; releases put the name below the words.
"""

from collections.abc import Iterator

from molva.quotes.direct.author_words import is_personal
from molva.quotes.direct.narrator import narrated
from molva.quotes.draft import Draft, Stretch
from molva.quotes.kinds import is_role
from molva.quotes.lexicon import word_list
from molva.quotes.scene import DASHES, ENDS, Scene

LONGEST = 16  # words of a caption
LONGEST_NAME = 3


def captioned(scene: Scene) -> Iterator[Draft]:
    """Лидия Зуева, жительница порта⏎Нас не слышат.: where one of those who are captioned says «мы», all of them speak."""
    paragraphs = scene.words.paragraphs
    captions = {number for number in range(len(paragraphs) - 1) if _is_caption(scene, number)}
    told = [
        number for number in sorted(captions) if _is_speech(scene, number + 1) and number + 1 not in captions
    ]
    personal = [number for number in told if _is_own_voice(scene, number + 1)]
    for number in told if len(told) > 1 and personal else personal:
        label, speech = paragraphs[number : number + 2]
        yield Draft("turn", "direct", [speech], source=label, source_head=label[0])


def marked_below(scene: Scene) -> Iterator[Draft]:
    """Лидия Зуева, врач⏎— Нас не слышат.  Лидия Зуева⏎«Нас не слышат».: below the line, words behind a dash or in marks.

    A name without a post is such a line where another one has words in marks below it, too.
    """
    paragraphs = scene.words.paragraphs
    told = [(n, part) for n in range(len(paragraphs) - 1) if (part := _in_marks(scene, n + 1))]
    bare = [n for n, part in told if part[0] - 1 in scene.opens and _are_name(scene, *paragraphs[n])]
    for number, part in told:
        if _is_caption(scene, number) or len(bare) > 1 and number in bare:
            yield Draft(
                "turn", "direct", [part], source=paragraphs[number], source_head=paragraphs[number][0]
            )


def named_below(scene: Scene) -> Iterator[Draft]:
    """Мы понимаем, как непросто ждать.⏎Роман Зуев⏎директор «Невода»: the name and the post in lines of their own."""
    paragraphs = scene.words.paragraphs
    for number in range(1, len(paragraphs) - 1):
        told, name = paragraphs[number - 1 : number + 1]
        named = _are_name(scene, *name) and _is_post(scene, number + 1)
        if named and _is_speech(scene, number - 1) and _is_own_voice(scene, number - 1):
            yield Draft("signature", "direct", [told], source=name, source_head=name[0])


def _is_caption(scene: Scene, number: int) -> bool:
    """«Лидия Зуева, жительница порта (из письма)»: a name, a comma, what the person is in the nominative, and nothing said."""
    words, (start, end) = scene.words, scene.words.paragraphs[number]
    if words.form[end - 1] == ")":
        end = next((i for i in range(end - 1, start, -1) if words.form[i] == "("), end)
    comma = next((i for i in range(start, end) if words.form[i] == ","), end)
    if not (_are_name(scene, start, comma) and _ends_openly(scene, start, end)):
        return False
    posts = [i for i in range(comma + 1, end) if is_role(words, i) and words.feat(i, "Case") in {"Nom", ""}]
    others = any(words.ent[i] == "PER" for i in range(comma, end))
    return bool(posts) and not others and words.lemma[posts[0]] not in word_list("reporters")


def _are_name(scene: Scene, start: int, end: int) -> bool:
    """Two or three words of one name in the nominative."""
    words = scene.words
    named = all(words.ent[i] == "PER" for i in range(start, end))
    return 2 <= end - start <= LONGEST_NAME and named and words.feat(start, "Case") in {"Nom", ""}


def _is_post(scene: Scene, number: int) -> bool:
    """«коммерческий директор «Невода»»: what somebody is, in the nominative; but no «корреспондент»."""
    words, (start, end) = scene.words, scene.words.paragraphs[number]
    post = next((i for i in range(start, end) if words.pos[i] == "NOUN"), end)
    known = post < end and is_role(words, post) and words.feat(post, "Case") in {"Nom", ""}
    return known and _ends_openly(scene, start, end) and words.lemma[post] not in word_list("reporters")


def _ends_openly(scene: Scene, start: int, end: int) -> bool:
    """A short line without a predicate, a stop or a colon at its end."""
    closed = scene.words.form[end - 1] in ENDS | {":", ","}
    return end - start <= LONGEST and not closed and not scene.has_predicate(start, end)


def _is_speech(scene: Scene, number: int) -> bool:
    """A paragraph of whole sentences that opens with neither marks nor a dash."""
    words, (start, end) = scene.words, scene.words.paragraphs[number]
    opened = start in scene.opens or words.form[start] in DASHES
    return words.form[end - 1] in ENDS and not opened and scene.has_predicate(start, end)


def _in_marks(scene: Scene, number: int) -> Stretch | None:
    """«— Нас не слышат.», ««Нас не слышат». Врач ушла.»: what a dash or marks open a paragraph with, and nobody tells there."""
    words, (start, end) = scene.words, scene.words.paragraphs[number]
    close = scene.opens.get(start)
    if scene.is_dash(start):
        told = words.form[end - 1] in ENDS and not narrated(scene, start + 1, end)
        return (start + 1, end) if told else None
    told = close is not None and (close + 1 >= end or words.form[close + 1] in ENDS)
    return (start + 1, close) if close is not None and told and scene.has_predicate(start, close) else None


def _is_own_voice(scene: Scene, number: int) -> bool:
    """Whether somebody speaks as «я», «мы» or to «вы», and not only inside marks."""
    outside = (i for i in range(*scene.words.paragraphs[number]) if not scene.pair_around(i))
    return any(is_personal(scene, i, i + 1) for i in outside)
