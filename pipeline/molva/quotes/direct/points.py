"""What somebody said, told in points below a heading: «Главные заявления Зуева:⏎▪️ Мост откроют в мае⏎▪️ Смета готова»."""

from collections.abc import Iterator

from molva.quotes.attributed.attribution_phrases import attribution_phrase
from molva.quotes.conjunctions import ABOUT, ABOUT_IN_TALK
from molva.quotes.direct.author_words import read_author
from molva.quotes.draft import Draft, Stretch
from molva.quotes.ends.clauses import has_predicative, told_without_verb
from molva.quotes.ends.edges import trim
from molva.quotes.reported.colon_clauses import CLAIMS, heralded
from molva.quotes.scene import DASHES, ENDS, Scene
from molva.quotes.sources.at_verb import subject
from molva.quotes.sources.authors import Author
from molva.quotes.sources.complements import complement
from molva.quotes.sources.phrases import Source, phrase
from molva.tokens.marks import MARKS

# «главные |заявления| Зуева», «тезисы |выступления| Зуева»: whose they are said the points
SAID = frozenset("заявление высказывание тезис цитата".split())
ADDRESSES = frozenset("выступление речь интервью обращение пресс-конференция брифинг доклад послание".split())
MAKING = frozenset({"сделать", "делать", "озвучить"})  # «|сделал| ряд заявлений»
# «Зуев |выступает| на форуме. Главное:»
SPEAKING = frozenset(
    "выступать выступить обратиться обращаться отвечать ответить беседовать поговорить".split()
)
# «Зуев на |форуме|. Главное:»
MEETINGS = ADDRESSES | frozenset(
    "форум съезд конференция встреча совещание заседание сессия саммит слушание эфир".split()
)
# «|Главное|:», «|Основные тезисы|:», alone in their sentence
IN_SHORT = frozenset("главное основное коротко кратко".split())
HEADING = 25  # words of a heading
MOST = 40  # lines below a heading
SHORT = 3  # words of «Главные тезисы:»
STRESS = frozenset({"*", "**", "_", "__"})
NUMBER = "1"
DIGITS = 2  # of the number of a point
BEHIND_NUMBER = ([")"], ["."])


def points(scene: Scene) -> Iterator[Draft]:
    """Главные заявления Зуева:⏎▪️ Мост откроют в мае⏎▪️ Смета готова.  Зуев выступил на форуме. Главное:⏎— Мост откроют."""
    paragraphs = scene.words.paragraphs
    for number, (start, stop) in enumerate(paragraphs[:-1]):
        end = _without_stress(scene, start, stop)
        heads = end - start > 1 and scene.words.form[end - 1] == ":" and not _point(scene, number)
        if not heads or not (_point(scene, number + 1) or _subheading(scene, number + 1)):
            continue
        author = _author(scene, number, start, end - 1)
        parts = list(_below(scene, number + 1)) if author is not None else []
        if author is not None and len(parts) > 1:
            yield from (author.fill(Draft("points", "indirect", [part]), scene) for part in parts)


def _without_stress(scene: Scene, start: int, end: int) -> int:
    """The end of a line before the stars that close its bold type."""
    while end > start and scene.words.form[end - 1] in STRESS:
        end -= 1
    return end


def _author(scene: Scene, number: int, start: int, colon: int) -> Author | None:
    """Whose words the points are; behind a verb, «Зуев заявил:», dashes are lines of a dialogue."""
    who = _whose(scene, number, start, colon)
    if who is not None:
        return Author(None, None, who, sourceless=True)
    below = scene.words.paragraphs[number + 1][0]
    spoken = scene.words.form[below] in DASHES and not scene.words.form[below + 1][:1].islower()
    if scene.words.form[colon - 1] == ":":
        return None
    first = scene.sentence(colon - 1)[0]
    said = read_author(scene, first, colon, lexical=True, nearest_last=True)
    if said is None or not _plain(scene, said, colon):
        said = _by_words(scene, first, colon) or heralded(scene, colon)
        spoken = spoken and CLAIMS.isdisjoint(scene.words.lemma[first:colon])
    return said if said is not None and said.source is not None and not spoken else None


def _plain(scene: Scene, said: Author, colon: int) -> bool:
    """«заявил:», «сообщил, что:», but neither «назвала условия:» nor «рассказали, что делать:»: the verb has nothing yet of what was said."""
    words = scene.words
    if said.verb is None or not scene.cues[said.verb].has("say") or scene.cues[said.verb].negated:
        return False
    end = colon - 2 if words.lower[colon - 2 : colon] == [",", "что"] else colon
    return "," not in words.form[said.verb : end] and not _has_theme(scene, said.verb, end)


def _has_theme(scene: Scene, verb: int, end: int) -> bool:
    """«назвала |условия|:», «рассказал |о планах|:»: the verb has what it is about."""
    words = scene.words
    has = any(words.dep[k] in {"obj", "ccomp"} and words.head[k] == verb for k in range(verb + 1, end))
    return has or bool(ABOUT & set(words.lower[verb:end]))


def _by_words(scene: Scene, first: int, colon: int) -> Author | None:
    """«По словам Зуева:»: the phrase fills the line."""
    found = attribution_phrase(scene, first)
    return (
        Author(found[0], None, found[1], sourceless=True) if found is not None and found[2] >= colon else None
    )


def _whose(scene: Scene, number: int, start: int, colon: int) -> Source | None:
    """Whose words the points are, by their heading or by the sentence before «Главное:»."""
    if colon - start > HEADING:
        return None
    first = scene.sentence(colon - 1)[0]
    if (owner := _owner(scene, first, colon) or _maker(scene, first, colon)) is not None:
        return owner
    if not _in_short(scene, first, colon):
        return None
    if first > start:
        return _speaker(scene, start, first)
    return _speaker(scene, *scene.words.paragraphs[number - 1]) if number else None


def _in_short(scene: Scene, first: int, colon: int) -> bool:
    """«Главное», «Основные тезисы»: that what follows is told in short."""
    words = [form for form in scene.words.lower[first:colon] if form[0].isalnum()]
    said = any(scene.words.lemma[k] in SAID for k in range(first, colon))
    return 0 < len(words) <= SHORT and (said or words[0] in IN_SHORT)


def _owner(scene: Scene, first: int, end: int) -> Source | None:
    """«заявления |Зуева|», «главное из выступления |мэра|»: a person, or a body, by name."""
    words = scene.words
    for noun in range(end - 1, first - 1, -1):
        if words.lemma[noun] in SAID | ADDRESSES:
            who = complement(scene, noun, end)
            if who is not None and any(words.ent[k] in {"PER", "ORG"} for k in range(*who.span)):
                return who
    return None


def _maker(scene: Scene, first: int, colon: int) -> Source | None:
    """«|Клим Зуев| сделал ряд заявлений о мосте:»: who has said what the heading announces, by name."""
    words = scene.words
    verb = next((k for k in range(first, colon) if scene.is_finite(k)), None)
    said = [k for k in range(first, colon) if words.lemma[k] in SAID and words.feat(k, "Number") == "Plur"]
    if verb is None or not said or words.lemma[verb] not in MAKING:
        return None
    who = subject(scene, verb, first, colon)
    return who if who is not None and any(words.ent[k] in {"PER", "ORG"} for k in range(*who.span)) else None


def _speaker(scene: Scene, start: int, end: int) -> Source | None:
    """«|Зуев| выступает на форуме», «Заявление |Зуева| о мосте»: who is told to speak, alone by name."""
    words = scene.words
    if (owner := _owner(scene, start, end)) is not None:
        return owner
    names = [k for k in range(start, end) if words.ent[k] == "PER" and words.ent[k - 1] != "PER"]
    speaks = any(words.lemma[k] in SPEAKING for k in range(start, end))
    meets = any(words.lemma[k] in MEETINGS for k in range(start, end)) and not scene.has_predicate(start, end)
    if len(names) != 1 or not (speaks or meets):
        return None
    name = names[0]
    return phrase(scene, name, start, end) if words.feat(name, "Case") in {"Nom", ""} else None


def _below(scene: Scene, number: int) -> Iterator[Stretch]:
    """The points below a heading, all with the sign of the first; headings of some of them are passed over."""
    words = scene.words
    first = next(k for k in (number, number + 1) if _point(scene, k))
    sign = _sign(scene, first)
    for at in range(number, min(number + MOST, len(words.paragraphs))):
        start, end = words.paragraphs[at]
        if _sign(scene, at) == sign and _point(scene, at):
            begin = start + 1 + (sign == NUMBER)
            part = trim(scene, begin, end - (words.form[end - 1] in ENDS))
            if part is not None and _claims(scene, *part):
                yield part
        elif not _subheading(scene, at):
            return


def _claims(scene: Scene, start: int, end: int) -> bool:
    """«мост откроют», «нет денег», «вода холодная»: something is said of something."""
    told = scene.has_predicate(start, end) or has_predicative(scene, start, end)
    return told or told_without_verb(scene, start, end)


def _sign(scene: Scene, number: int) -> str:
    """What a line opens with; the same for all numbers."""
    form = scene.words.form[scene.words.paragraphs[number][0]]
    return NUMBER if form.isdigit() else form


def _point(scene: Scene, number: int) -> bool:
    """A line that opens with a dash, a sign or a number, «1.», «1)», and goes on in words."""
    if number >= len(scene.words.paragraphs):
        return False
    start, end = scene.words.paragraphs[number]
    form = scene.words.form[start]
    sign = not form[0].isalnum() and form not in MARKS | STRESS and form[0] not in "([#@"
    numbered = (
        form.isdigit() and len(form) <= DIGITS and scene.words.form[start + 1 : start + 2] in BEHIND_NUMBER
    )
    return end - start > 2 and (form in DASHES or sign or numbered)


def _subheading(scene: Scene, number: int) -> bool:
    """«Об улове:» between the points: a topic and no sentence."""
    start, end = scene.words.paragraphs[number]
    forms = [form for form in scene.words.lower[start:end] if form[0].isalnum()]
    more = number + 1 < len(scene.words.paragraphs) and _point(scene, number + 1)
    return more and not ABOUT_IN_TALK.isdisjoint(forms[:1]) and not scene.has_predicate(start, end)
