"""Speech without marks in paragraphs of its own, behind «сказал:»."""

from collections.abc import Iterator
from itertools import pairwise

from molva.quotes.attributed.attribution_phrases import attribution_phrase
from molva.quotes.attributed.markers import attributed
from molva.quotes.direct.author_words import is_personal, read_author, teller
from molva.quotes.direct.labels import label_above
from molva.quotes.direct.plain_questions import MINE
from molva.quotes.draft import Draft, Stretch
from molva.quotes.ends.edges import is_sign
from molva.quotes.lexicon import word_list
from molva.quotes.scene import DASHES, ENDS, Scene
from molva.quotes.sources.at_verb import subject
from molva.quotes.sources.authors import Author
from molva.quotes.sources.complements import complement
from molva.quotes.sources.phrases import phrase
from molva.quotes.verbs import PUBLISHING
from molva.tokens.marks import OPENING

GAP = 2  # line breaks; behind a wider one the words themselves have been lost, and the report goes on
LINE = 8  # words of a heading or a point of a list
# «Из |выступления| мэра:», «|Ответ| мэрии:»
SPEECHES = frozenset({"выступление", "доклад", "речь", "интервью", "пост"})
STATEMENTS = frozenset("ответ комментарий пост заявление обращение сообщение цитата слово".split())
BULLETS = DASHES | {"•", "*", "1"}


def block(scene: Scene) -> Iterator[Draft]:
    """Он сказал:⏎Денег нет. Держитесь.: a block of its own after a colon, without marks."""
    for (_, end), below in pairwise(scene.words.paragraphs):
        following = _behind_caption(scene, below) if scene.words.form[end - 1] == ":" else below
        if (
            scene.words.form[end - 1] != ":"
            or scene.line_breaks(end) > GAP
            or not _may_be_speech(scene, *following)
        ):
            continue
        begin = scene.sentence(end - 1)[0]
        author = _author(scene, begin, end, following)
        if author is None:
            continue
        part = _whole_block(scene, following, scene.line_breaks(end))
        yield author.fill(Draft("block", "direct", [part]), scene)


def _behind_caption(scene: Scene, first: Stretch) -> Stretch:
    """«В указе говорится:⏎Глеб Зуев⏎Назначить …»: the name under a picture stands between the colon and the words."""
    words, (start, end) = scene.words, first
    name = all(words.ent[i] == "PER" or words.form[i] == "." for i in range(start, end))
    after = words.par[start] + 1
    whole = name and words.ent[end - 1] == "PER" and after < len(words.paragraphs)
    return words.paragraphs[after] if whole and scene.line_breaks(end) <= GAP else first


def _may_be_speech(scene: Scene, start: int, end: int) -> bool:
    """Whether a paragraph is no list, no speech in marks and no further «сказал:», but sentences or a clause."""
    words = scene.words
    if start in scene.opens or words.form[start] in BULLETS | OPENING or words.form[end - 1] == ":":
        return False
    if is_sign(words.form[start]) and end < len(words) and is_sign(words.form[end]):
        return False  # «Мэрия назвала условия:⏎▪️ Возраст не важен⏎▪️ …»
    ordered = (
        words.feat(start, "VerbForm") == "Inf" and end - start > LINE
    )  # «Назначить Зуева капитаном порта»
    return words.form[end - 1] in ENDS or ordered or scene.has_predicate(start, end)


def _author(scene: Scene, begin: int, end: int, following: Stretch) -> Author | None:
    """Who is named before the colon: by a label, by a cue, by «по словам», or as one who acts and then says «я»."""
    if (label := label_above(scene, following[0])) is not None:
        return Author(None, None, label)
    author = read_author(scene, begin, end - 1, lexical=True, nearest_last=True)
    if author is not None and author.source and "который" in scene.words.lemma[slice(*author.source.span)]:
        author = None  # «По его словам, это край, |часть жителей которого| считает себя народом:»
    author = author or _by_words(scene, begin, end) or _published(scene, begin, end)
    author = author or _out_of_a_paper(scene, begin, end - 1)
    if author is None and scene.has_predicate(*following):
        author = attributed(scene, begin, end - 1)
    if author is None and is_personal(scene, *following):
        author = teller(scene, begin, end - 1)
    return author


def _published(scene: Scene, begin: int, end: int) -> Author | None:
    """«Указ опубликован на сайте порта:⏎Уволить капитана.»: the paper is set below."""
    words = scene.words
    for i in range(begin, end - 1):
        if words.lemma[i] in PUBLISHING and words.feat(i, "VerbForm") == "Part" and words.feat(i, "Variant"):
            who = subject(scene, i, begin, end - 1)
            paper = who is not None and words.lemma[who.head] in word_list("documents")
            return Author((i, i + 1), i, who) if paper else None
    return None


def _out_of_a_paper(scene: Scene, begin: int, colon: int) -> Author | None:
    """«Из письма Гурова:⏎Ключи потеряны.», «Ответ мэрии:⏎Мост цел.»: a line that tells of nothing but what was said."""
    words, noun = scene.words, begin + 1
    if noun >= colon or scene.has_predicate(begin, colon):
        return None
    if words.lemma[begin] in STATEMENTS and words.feat(begin, "Case") == "Nom":
        whose = complement(scene, begin, colon)
        return Author(None, None, whose) if whose is not None and whose.span[1] == colon else None
    paper = words.lower[begin] == "из" and words.lemma[noun] in word_list("documents") | SPEECHES
    who = phrase(scene, noun, noun, colon) if paper else None
    return Author(None, None, who) if who is not None and who.span[1] == colon else None


def _by_words(scene: Scene, begin: int, end: int) -> Author | None:
    """«По её словам:⏎Это было нелегко.»: an attribution phrase before a block."""
    found = attribution_phrase(scene, begin)
    if found is None or found[2] < end - 1:
        return None
    cue, source, _ = found
    return Author(cue, None, source, sourceless=True)


def _whole_block(scene: Scene, first: Stretch, gap: int) -> Stretch:
    """A block of several paragraphs: they follow as closely as the first one and speak as «мы», «вы».

    Where empty lines part all paragraphs of the page, they say «я» and «мы», or ask first and answer then.
    """
    start, end = first
    for following in scene.words.paragraphs[scene.words.par[start] + 1 :]:
        own = is_personal(scene, *following) if gap <= 1 else _in_own_voice(scene, *following)
        if scene.line_breaks(following[0]) > gap or not own:
            break
        end, gap = following[1], scene.line_breaks(following[0])
    return start, end


def _in_own_voice(scene: Scene, start: int, end: int) -> bool:
    """«Сегодня |я| рад.», «Наша ли это победа? Нет. …»: sentences of who speaks of himself, or takes up what he was asked."""
    words, asked = scene.words, scene.sentence(start)[1]
    if words.form[end - 1] not in ENDS:
        return False
    own = any(words.lower[i] in MINE and scene.pair_around(i) is None for i in range(start, end))
    return own or asked < end and words.form[asked - 1].startswith("?")
