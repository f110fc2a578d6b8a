"""Whose the words of a piece in marks are, by the cue that governs it; of some they are nobody's."""

from dataclasses import replace

from molva.quotes.callings import is_press_office
from molva.quotes.cues import FINITE, PARTICIPLE, PASSIVE, Cue, of_talk
from molva.quotes.ends.edges import limits
from molva.quotes.kinds import is_thing
from molva.quotes.lexicon import word_list
from molva.quotes.pieces.governing import ALLOWING
from molva.quotes.pieces.held import is_long
from molva.quotes.pieces.scare_quotes import NEED_INSTRUMENTAL
from molva.quotes.reported.clause_drafts import clause_source
from molva.quotes.scene import Scene
from molva.quotes.sources.at_verb import subject
from molva.quotes.sources.authors import Author, author_of_cue
from molva.quotes.sources.phrases import Source, phrase
from molva.quotes.sources.places_of_many import place_of_many
from molva.quotes.sources.several import can_report
from molva.quotes.sources.sharing import shared_subject
from molva.quotes.sources.subjects import agrees, over_adjectives
from molva.quotes.verbs import TO_CAUSES

# «порт не критикует «гонку барж»»: the object is a name for what others do
JUDGING = frozenset("критиковать осудить осуждать одобрить похвалить оценить оценивать".split())
# «установка требует «уместного вида»», «рост говорит о «перегреве рынка»»: no thing says it
NEEDS = frozenset({"требовать", "напоминать", "говорить"})


def author_of_piece(scene: Scene, cue: Cue, start: int, *, told: bool) -> Author | None:
    """The source of a fragment's cue; a verb that only rates or asks needs one."""
    if cue.has("rate") and _called_by_anybody(scene, cue) or of_talk(scene.words, cue.head):
        return None
    if cue.negated and scene.words.lemma[cue.head] in JUDGING:
        return None
    author = _beside(scene, cue, start)
    source = _source_of(scene, cue, author.source, start)
    if source and start in range(*source.span):
        return None  # «говорится в письме клуба «зелёных» «Невод»»: a part of who says it
    if _of_nobody(scene, cue, source):
        return None
    if cue.form == PARTICIPLE or source and not _around_the_deed(scene, cue, source, start):
        return replace(author, source=source)
    shared = shared_subject(scene, cue.head)
    anybody = not cue.has("say") or _by_anybody(scene, cue)
    if shared is None and not told and anybody and not is_long(scene, start):
        return None
    return Author(author.cue, author.verb, shared, author.via)


def _source_of(scene: Scene, cue: Cue, source: Source | None, start: int) -> Source | None:
    """«назвали мост «дырявым» |в порту|»: who says a piece, or none where the subject is in it, «первая гласит «|Пришёл Гурко|»», or called so."""
    source = _behind_marks(scene, cue, start) or source
    source = _maker(scene, cue, source, start) or source
    if source is None or start < source.head < scene.opens[start] or _is_called_so(scene, cue, source):
        return None
    return _caller_there(scene, cue) if _is_what_happened(scene, cue, source) else source


def _beside(scene: Scene, cue: Cue, start: int) -> Author:
    """Who stands at the cue: the subject of a verb, or the noun of a participle; of a passive up to the marks: «был назван |мэром| «врагом»»."""
    low, high = limits(scene, cue.head)
    author = author_of_cue(scene, cue, low, start if cue.form == PASSIVE and start > cue.head else high)
    described = author.source is None and cue.form == PARTICIPLE
    return replace(author, source=_who_is_described(scene, cue)) if described else author


def _behind_marks(scene: Scene, cue: Cue, start: int) -> Source | None:
    """«решение, которое назвал «ошибкой» |эколог|», «назвала «ошибкой» |пресс-служба порта|»: the nominative between the marks and a stop.

    The verb stands right before the marks and has no subject before it.
    """
    words, end = scene.words, limits(scene, cue.head)[1]
    if cue.head != start - 1 or cue.form != FINITE or any(k < start for k in words.subjects(cue.head)):
        return None
    head = over_adjectives(words, scene.opens[start] + 1, end)
    if head >= end or words.head[head] == cue.head and words.dep[head] == "nsubj":
        return None
    office = is_press_office(words, head) and words.feat(head, "Case") == "Nom"
    if not (office or can_report(scene, head)) or not agrees(scene, head, cue.head):
        return None
    found = phrase(scene, head, scene.opens[start] + 1, end, stop=cue.head)
    return found if found.span[1] == end or words.pos[found.span[1]] == "PUNCT" else None


def _who_is_described(scene: Scene, cue: Cue) -> Source | None:
    """«принял |Орехова|, назвавшего порт «обузой»»: the person or body of the noun that a participle describes."""
    words, who = scene.words, clause_source(scene, cue, limits(scene, cue.head)[0], cue.head)
    speaks = who is not None and (
        words.ent[who.head] in {"PER", "ORG"} or words.feat(who.head, "Animacy") == "Anim"
    )
    return who if speaks else None


def _is_called_so(scene: Scene, cue: Cue, source: Source) -> bool:
    """«Хотя ФСЭГ называют «газовым картелем»»: one body and a plural, it is called so and calls nobody."""
    words, (begin, end) = scene.words, source.span
    body = end - begin == 1 and words.ent[begin] == "ORG" and words.form[begin].isupper()
    one = body and words.feat(begin, "Number") == "Sing"
    alone = words.lower[begin - 1] not in {"и", "в", "во", "из", ","}
    plural = words.feat(cue.head, "Number") == "Plur" and end <= cue.head
    return one and alone and plural and cue.form == FINITE and cue.has("rate")


def _is_what_happened(scene: Scene, cue: Cue, source: Source) -> bool:
    """«|Выборы| назвали «фарсом»», «взрыв |в Вестрии| назвали «терактом»»: what they call so, and where it was."""
    if not (_by_anybody(scene, cue) and cue.has("rate")) or source.span[1] > cue.head:
        return False
    event = scene.words.lemma[source.head] in word_list("happenings")
    return event or _where_it_happened(scene, source)


def _maker(scene: Scene, cue: Cue, source: Source | None, start: int) -> Source | None:
    """«|Зуев| представил фильм «Порт», который назвал «мечтой»»: a thing calls itself nothing, whoever has made it does.

    «доклад, который назвал мост «дырой»» has another object.
    """
    if source is None:
        return None
    words, head, which = scene.words, source.head, cue.head - 1
    named = head - 1 if head - 1 in scene.opens else head
    thing = is_thing(words, named - 1) if named < head else is_thing(words, head)
    if not cue.has("rate") or not thing or words.lemma[which] != "который" or words.form[which - 1] != ",":
        return None
    if any(words.feat(k, "Case") == "Acc" for k in range(cue.head + 1, start)):
        return None
    begin = scene.sentence(cue.head)[0]
    verb = next((k for k in range(named - 1, begin, -1) if scene.is_finite(k)), None)
    return subject(scene, verb, begin, which - 1) if verb is not None else None


def _caller_there(scene: Scene, cue: Cue) -> Source | None:
    """«|В порту| взрыв назвали «терактом»»: the place where they call it so."""
    found = place_of_many(scene, cue.head, *limits(scene, cue.head))
    return None if found is not None and _where_it_happened(scene, found) else found


def _where_it_happened(scene: Scene, source: Source) -> bool:
    """«|пожар| в порту назвали», «причиной |схода| вагонов в Вестрии назвали»: a place right behind what happens in one."""
    words, (begin, _) = scene.words, source.span
    if words.lower[begin - 1] not in {"в", "во", "на"} or words.feat(source.head, "Case") not in {"Loc", ""}:
        return False
    noun = begin - 2
    while noun > 0 and words.pos[noun] == "NOUN" and words.lemma[noun] not in word_list("happenings"):
        if words.feat(noun, "Case") != "Gen":
            return False
        noun -= 1
    return noun >= 0 and words.lemma[noun] in word_list("happenings")


def _of_nobody(scene: Scene, cue: Cue, source: Source | None) -> bool:
    """«были объявлены «предателями»», «установка требует «уместного вида»»: nobody's verdict, a thing's need."""
    lemma = scene.words.lemma[cue.head]
    if source is None:  # «их связывают с соседями «давние узы»»
        return cue.form == PASSIVE and lemma in NEED_INSTRUMENTAL or lemma in TO_CAUSES
    if cue.form == PASSIVE and lemma in NEED_INSTRUMENTAL:
        return scene.words.feat(source.head, "Case") == "Loc"  # «объявлен в Омске «посторонним»»
    return lemma in NEEDS | ALLOWING and is_thing(scene.words, source.head)


def _around_the_deed(scene: Scene, cue: Cue, source: Source, start: int) -> bool:
    """«её называли «совестью порта» за работу в Беломысе»: a place behind the marks tells where, not who."""
    behind = source.span[0] > start and scene.lower(source.span[0] - 1) in {"в", "во", "на"}
    return behind and _by_anybody(scene, cue)


def _by_anybody(scene: Scene, cue: Cue) -> bool:
    """«Певца добавили в список из-за «проступка»»: a plural without any subject tells what has been done."""
    return cue.form == FINITE and scene.words.feat(cue.head, "Number") == "Plur"


def _called_by_anybody(scene: Scene, cue: Cue) -> bool:
    """«форум, который часто называют «портовым клубом»»: no subject and many callers make a byname."""
    words, low = scene.words, limits(scene, cue.head)[0]
    left = next((i for i in range(cue.head - 1, low - 1, -1) if words.form[i] == ","), low)
    which = next((i for i in range(left, cue.head) if words.lemma[i] == "который"), None)
    subject = which is not None and words.feat(which, "Number") == "Plur"
    between = range((which or left) + 1, cue.head)  # «который |ряд газет| назвал «указом»»
    named = any(words.ent[i] or words.feat(i, "Case") == "Nom" or words.is_subject(i) for i in between)
    return which is not None and words.feat(cue.head, "Number") == "Plur" and not subject and not named
