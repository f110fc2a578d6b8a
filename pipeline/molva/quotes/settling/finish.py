"""What can be told of a draft only when it stands: whether it is mixed, its medium, and who speaks behind the medium."""

from molva.quotes.direct.pulled import of_oneself
from molva.quotes.draft import Draft, Stretch
from molva.quotes.ends.edges import limits
from molva.quotes.kinds import INFORMANTS
from molva.quotes.lexicon import word_list
from molva.quotes.media.hearers import unnamed
from molva.quotes.media.medium import PASSING, PRESS, is_kind, is_medium, is_named_body, name_at
from molva.quotes.media.passed_on import referred
from molva.quotes.media.via import medium_near
from molva.quotes.pieces.scare_quotes import marked_in
from molva.quotes.scene import Scene
from molva.quotes.sources.phrases import Source

OFFICES = frozenset({"пресс-служба", "пресс-центр"})  # they have no self either
# rules whose words stand in marks or in lines of their own: a medium beside them was told, and nobody is behind it
MARKED = frozenset(
    "paragraphs unclosed unopened split colon block dash turn interview floating fragment".split()
)


def finish(scene: Scene, draft: Draft) -> None:
    """What can be told of a draft only when it stands: its type, its medium, who speaks for himself."""
    if draft.type == "indirect" and marked_in(scene, draft.parts):
        draft.type = "mixed"
    if draft.cue is not None and draft.via is None:
        found = medium_near(scene, draft)
        if found and found != draft.source:
            draft.via = found
            _leave_out(scene, draft, found)
    _speaks_itself(scene, draft)
    _behind_the_medium(scene, draft)
    _has_no_self(scene, draft)


def _has_no_self(scene: Scene, draft: Draft) -> None:
    """«Я рад победе», — сообщает сайт клуба: who says «я» is no paper, which only passes on who was told of right before."""
    words, source, verb = scene.words, draft.source, draft.verb
    if draft.type != "direct" or source is None or verb is None or draft.source_head is None:
        return
    medium = is_medium(scene, *source) and words.feat(draft.source_head, "Animacy") != "Anim"
    prints = medium or words.lemma[draft.source_head] in word_list("channels", "medium_nouns") | OFFICES
    if not prints or words.lemma[verb] not in PASSING:
        return
    number = words.par[draft.start]
    above = words.paragraphs[max(number - 1, 0)][0]
    if not any(words.ent[i] == "PER" for i in range(above, draft.start)):
        return
    if any(of_oneself(scene, *part) for part in draft.parts):
        draft.via = draft.via or (source if medium else None)
        draft.source, draft.source_head = None, None


def _speaks_itself(scene: Scene, draft: Draft) -> None:
    """«Сообщается, что лодка готова, передаёт «Бакен»»: a medium that nobody stands behind speaks itself.

    «Утверждается», «отмечается» rather go on with a paper that has been named.
    """
    words = scene.words
    bare = draft.source is None and draft.verb is not None and words.lemma[draft.verb] == "сообщаться"
    if draft.via is not None and bare:
        name = next((i for i in range(*draft.via) if words.ent[i]), draft.via[0])
        draft.source, draft.source_head, draft.via = draft.via, name, None


def _leave_out(scene: Scene, draft: Draft, via: Stretch) -> None:
    """«В администрации района «Медузе» сообщили», «сказал Орехов «Медузе»»: the medium told ends no source."""
    if draft.source is None or draft.source_head is None or draft.cue is None:
        return
    if scene.words.lemma[draft.source_head] in INFORMANTS and via[0] == draft.source_head + 1:
        return  # «Источник агентства «Невод» сообщил»: it is told whose he is
    named = any(scene.words.ent[i] == "PER" for i in range(draft.source_head, via[0]))
    right_before = via[1] == draft.cue[0] - (scene.words.lower[via[1] : via[1] + 1] == ["также"])
    behind = right_before or named and draft.cue[1] <= draft.source[0]
    if draft.source_head < via[0] and via[1] == draft.source[1] and behind:
        draft.source = draft.source[0], via[0]


def _behind_the_medium(scene: Scene, draft: Draft) -> None:
    """«сообщает ТАСС со ссылкой на МЧС»: the medium passes on, the one behind it speaks."""
    if draft.cue is None or draft.rule in MARKED:
        return
    start, end = limits(scene, draft.cue[0])
    if draft.source is None:
        _medium_behind(scene, draft, referred(scene, draft.cue[0], end))
        return
    behind = referred(scene, min(draft.cue[0], draft.source[0]), end) or referred(scene, start, draft.cue[0])
    if behind is None or draft.covers(behind.head) or draft.in_source(behind.head):
        return
    if _cited_by_another(scene, draft, behind):
        return
    if _stands_in(scene, draft.source, behind) or _is_bare_medium(scene, draft):
        draft.source, draft.source_head = behind.span, behind.head
        return
    named = is_medium(scene, *draft.source) or any(is_named_body(scene, i) for i in range(*draft.source))
    if named or scene.words.lemma[draft.source[1] - 1] in PRESS:
        if named and draft.via is None:
            draft.via = draft.source
        draft.source, draft.source_head = behind.span, behind.head


def _cited_by_another(scene: Scene, draft: Draft, cited: Source) -> bool:
    """«|Мэрия| сообщила совету, что мост закрыт, |пишет| «Бакен» со ссылкой на письмо»: a second verb refers to somebody."""
    assert draft.cue is not None
    between = range(max(draft.cue[1], draft.end), cited.span[0])
    return any(scene.is_finite(i) and i in scene.cues for i in between)


def _stands_in(scene: Scene, source: Stretch, cited: Source) -> bool:
    """«со ссылкой на источник в |штабе| сообщалось»: the source is but a part of him who is cited."""
    return source[0] in range(*cited.span) and scene.words.pos[source[0] - 1] == "ADP"


def _is_bare_medium(scene: Scene, draft: Draft) -> bool:
    """«Завод закроют, сообщает |издание| со ссылкой на источник», «|корреспондент портала|»: a medium without a name."""
    assert draft.source is not None
    head = draft.source[0] if draft.source_head is None else draft.source_head
    newsman = scene.words.lemma[head] in word_list("reporters")
    if newsman and draft.source[1] == head + 2 and is_kind(scene, head + 1):
        return unnamed(scene, head + 1)
    alone = draft.source[1] == head + 1 and not scene.words.ent[head]
    return alone and is_kind(scene, head) and unnamed(scene, head)


def _medium_behind(scene: Scene, draft: Draft, behind: Source | None) -> None:
    """«Как писало со ссылкой на источники издание Politico»: the medium stands behind its sources."""
    if behind is None or draft.covers(behind.head) or is_kind(scene, behind.head):
        return
    span = name_at(scene, behind.head + 1, scene.sentence(behind.head)[1])
    if span and is_medium(scene, *span):
        draft.via, draft.source, draft.source_head = span, (behind.span[0], behind.head + 1), behind.head
