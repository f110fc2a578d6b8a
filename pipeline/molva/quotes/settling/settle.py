"""From drafts to quotes: which of two readings is believed, and what stands inside what."""

from dataclasses import dataclass

from molva.quotes.direct.whole_sentences import fills_paragraph
from molva.quotes.draft import Draft, Stretch
from molva.quotes.lexicon import word_list
from molva.quotes.media.medium import is_medium, passes_on
from molva.quotes.media.via import medium_near
from molva.quotes.pieces.fragments import told_by_another
from molva.quotes.scene import Scene
from molva.quotes.settling.before_speech import cut_before_speech
from molva.quotes.settling.by_media import by_medium, passing, reported_again, taken_from_media, told_inside
from molva.quotes.settling.finish import finish
from molva.quotes.settling.standing import Standing
from molva.quotes.settling.twice import TWICE, attributed_twice

FLOATING = 4  # words of a marked sentence without a cue
BY_MEDIUM = "a medium passes on what another has said"
ALONGSIDE = frozenset(
    {
        ("that", "colon"),
        ("that", "colon-clause"),
        ("fragment", "colon"),
        ("fragment", "block"),
        ("that", "block"),
        ("that", "dash"),
        ("marker", "dash"),
        ("as", "colon"),
        ("marker", "colon"),
        ("marker", "block"),
        ("that", "fragment"),
        ("points", "points"),
        ("colon", "inserted"),
        ("block", "inserted"),
    }
)


@dataclass(frozen=True, slots=True)
class Lost:
    """A draft that did not stand, and why."""

    draft: Draft
    why: str


def settle(scene: Scene, drafts: list[Draft]) -> tuple[list[Draft], list[Lost]]:
    """The drafts that stand, in text order, with type and medium filled in; and those that do not."""
    kept = Standing()
    lost: list[Lost] = []
    for draft in drafts:
        cut_before_speech(scene, draft, kept)
        lost += [Lost(other, BY_MEDIUM) for other in taken_from_media(scene, draft, kept)]
        why = _admit(scene, draft, kept) if _sound(draft) else "its words would hold their own cue or source"
        if why:
            lost.append(Lost(draft, why))
    for draft in kept.drafts:
        finish(scene, draft)
    return sorted(kept.drafts, key=lambda d: (d.start, -d.end)), lost


def _sound(draft: Draft) -> bool:
    """A content never holds its own cue, nor its source, but where it tells of him: «|Зуев|, по собственному признанию, боится воды»."""
    in_own_words = draft.rule == "marker" and not draft.sourceless
    return (
        bool(draft.parts)
        and not (draft.cue and draft.covers(draft.cue[0]))
        and not (
            draft.source and draft.covers(draft.source[0]) and draft.rule != "about-this" and not in_own_words
        )
    )


def _admit(scene: Scene, draft: Draft, kept: Standing) -> str:
    """Take a draft in, or say why not."""
    if draft.rule == "about-this":
        return _refer(scene, draft, kept)
    if _is_slogan(scene, draft):
        return "a slogan is nobody's words"
    if why := _told_already(scene, draft, kept):
        return why
    if draft.rule == "colon" and (begun := _begun(draft, kept)):
        kept.prolong(begun, draft.parts)
        return ""
    rivals = [other for other in kept.beside(draft) if _rivals(draft, other)]
    if not rivals and draft.rule == "floating":
        return _float(scene, draft, kept)
    if not rivals and not (by_medium(scene, draft) and (rivals := told_inside(scene, draft, kept))):
        kept.add(draft)
        return ""
    if not by_medium(scene, draft):
        return f"the rule «{rivals[0].rule}» is believed before it"
    for other in rivals:
        if other.via is None and other.source != draft.source and other.cue is not None:
            other.via = passing(scene, draft)
    return BY_MEDIUM


def _is_slogan(scene: Scene, draft: Draft) -> bool:
    """«Все равны!» — гласят плакаты: what stands on a poster, if it does not tell of something («баннер обещал, что …»)."""
    poster = draft.source_head is not None and scene.words.lemma[draft.source_head] in word_list("posters")
    return poster and draft.rule != "that"


def _told_already(scene: Scene, draft: Draft, kept: Standing) -> str:
    """Why a draft says nothing beyond those that stand, or an empty string."""
    around = kept.around(draft.parts[0])
    if draft.rule == "claim" and around:
        return "a piece of what is reported already"
    if told_by_another(scene, draft, around):
        return "a piece of what another reports"
    if attributed_twice(scene, draft, kept.cued_in(draft.parts)):
        return TWICE
    return BY_MEDIUM if reported_again(scene, draft, kept) else ""


def _begun(draft: Draft, kept: Standing) -> Draft | None:
    """«Целей две», сказал Зуев: «Лодка и дом»: one verb stands between the halves of one speech."""
    halves = kept.with_cue(draft.cue) if draft.cue else []
    return next((other for other in halves if other.rule == "tail" and other.end < draft.start), None)


def _float(scene: Scene, draft: Draft, kept: Standing) -> str:
    """«А», — сказал X. «Б».: right after the author's sentence the same quote goes on."""
    last = kept.last_before(draft.start)
    if (below := _goes_on_below(scene, draft, last, kept)) is not None:
        kept.drop(below)
        below.parts[:0] = draft.parts
        kept.add(below)
        return ""
    if last is None or not _continues(scene, draft, last):
        return "nobody has been quoted right before it"
    near = last.rule in {"tail", "split"} and scene.words.par[last.end - 1] == scene.words.par[draft.start]
    filled = fills_paragraph(scene, draft.start - 1, draft.end)
    told = scene.has_predicate(draft.start, draft.end)
    if near and last.cue and last.cue[0] >= last.end and draft.start - last.cue[1] <= 25:
        kept.prolong(last, draft.parts)
    elif last.type == "direct" and filled or draft.size() >= FLOATING and (told or not filled):
        kept.add(draft)
    else:
        return "too short to go on a speech"
    return ""


def _goes_on_below(scene: Scene, draft: Draft, last: Draft | None, kept: Standing) -> Draft | None:
    """«Смета готова».⏎«Деньги есть», — сказал Орехов.: who speaks below, if right above nobody has spoken in marks."""
    par, end = scene.words.par, scene.paragraph(draft.start)[1]
    if end >= len(par) - 1 or not fills_paragraph(scene, draft.start - 1, draft.end):
        return None
    if last is not None and last.type == "direct" and par[draft.start] - par[last.end - 1] <= 1:
        return None
    told = (other for other in kept.around((end, end + 2)) if other.start == end + 1)
    return next((other for other in told if other.rule in {"tail", "split"}), None)


def _rivals(draft: Draft, other: Draft) -> bool:
    """Whether two drafts cannot both stand."""
    if (
        draft.cue
        and draft.cue == other.cue
        and not {(other.rule, draft.rule), (draft.rule, other.rule)} & ALONGSIDE
    ):
        return True
    return bool(_overlap(draft, other)) and not _nested(draft, other) and not _nested(other, draft)


def _overlap(one: Draft, other: Draft) -> int:
    """How many words two drafts share."""
    return sum(max(0, min(b, d) - max(a, c)) for a, b in one.parts for c, d in other.parts)


def _nested(inner: Draft, outer: Draft) -> bool:
    """A quote inside a quote has its own cue there; it lies wholly inside one part."""
    inside = any(a <= inner.start and inner.end <= b for a, b in outer.parts)
    if not inside or inner.size() >= outer.size():
        return False
    if inner.cue is not None:
        return outer.covers(inner.cue[0])
    # «— Дочь позвонила: «Уезжай!» А куда я уеду? — вздыхает он.»
    return inner.rule == "colon" and inner.source is not None and outer.covers(inner.source[0])


def _refer(scene: Scene, draft: Draft, kept: Standing) -> str:
    """«Об этом сообщил X»: the sentence before, or what it already holds lacks."""
    for piece in [other for other in kept.around(draft.parts[0]) if other.rule == "claim" and not other.cue]:
        kept.drop(piece)  # «Лодка «по сути годится на дрова». Об этом сообщил мэр»: the whole sentence is his
    inside = kept.around(draft.parts[0])
    told = None if draft.source and is_medium(scene, *draft.source) else medium_near(scene, draft)
    if draft.cue and any(other.rule != "block" for other in kept.with_cue(draft.cue)):
        return "its cue belongs to another quote"
    if not inside or draft.type == "direct" and all(_told_within(other, draft) for other in inside):
        kept.add(draft)
        return ""
    for other in inside:
        _complete(scene, draft, other, inside, told)
    return "the sentence before holds a quote already, which it completes"


def _complete(scene: Scene, draft: Draft, other: Draft, inside: list[Draft], told: Stretch | None) -> None:
    """«Об этом сообщил |мэр|», «Об этом пишет |«Бакен»|», «Об этом он заявил |«Бакену»|»: gives a quote its source or its medium."""
    if other.source is None and other.sourceless:
        if any(_nested(other, outer) and outer.source for outer in inside):
            return  # «Окурок, по предварительным данным, тлел ночью, сообщил сторож»
        other.source, other.source_head = draft.source, draft.source_head
    elif other.source != draft.source and passes_on(scene, draft.source, draft.verb):
        if not _has_medium(scene, other):
            other.via = draft.source
    elif other.via is None and _same_speaker(scene, draft, other):
        other.via = told


def _told_within(inner: Draft, speech: Draft) -> bool:
    """«Врач сказал, что лёд тонкий. Мы ждём». Так ответил мэр.: but «Лёд тонкий, — сказал врач. — Мы ждём» is the doctor's."""
    return _nested(inner, speech) and (inner.type != "direct" or inner.start > speech.start)


def _has_medium(scene: Scene, draft: Draft) -> bool:
    """«…, сообщил ТАСС мэр. Об этом пишет «Бакен»», «…, пишет «Створ»»: a medium given at the quote, or that speaks itself."""
    if draft.via is not None or draft.source is not None and passes_on(scene, draft.source, draft.verb):
        return True
    return draft.cue is not None and medium_near(scene, draft) is not None


def _same_speaker(scene: Scene, draft: Draft, other: Draft) -> bool:
    """Whether «об этом» is told by who has said it: «он», nobody else, or the same noun or name.

    «Токарь признался, что он поджёг склад. Об этом «Бакену» сообщил источник»: the turner has not told the paper.
    """
    words = scene.words
    if draft.source is None or other.source is None or draft.source_head is None:
        return True
    told = {words.lemma[i] for i in range(*draft.source) if words.pos[i] in {"NOUN", "PROPN", "X"}}
    said = {words.lemma[i] for i in range(*other.source)}
    return words.pos[draft.source_head] == "PRON" or not told.isdisjoint(said)


def _continues(scene: Scene, draft: Draft, last: Draft) -> bool:
    """A marked sentence without a cue goes on where somebody has just been quoted.

    Speech that fills a paragraph of its own may stand further from the last one.
    """
    begin, end = scene.paragraph(draft.start)
    whole = draft.start - begin <= 2 and end - draft.end <= 3
    reach, distance = (4, 400) if whole else (1, 60)
    par = scene.words.par
    return par[draft.start] - par[last.end - 1] <= reach and draft.start - last.end < distance


def parents(drafts: list[Draft]) -> list[int | None]:
    """For each draft the number of the smallest one whose content holds it."""
    out: list[int | None] = [None] * len(drafts)
    parts = sorted((a, b, number) for number, draft in enumerate(drafts) for a, b in draft.parts)
    around: list[tuple[int, int]] = []  # (end, number) of the parts that have begun and not ended
    begun = 0
    for number in sorted(range(len(drafts)), key=lambda n: drafts[n].start):
        inner = drafts[number]
        while begun < len(parts) and parts[begun][0] <= inner.start:
            around.append(parts[begun][1:])
            begun += 1
        around = [part for part in around if part[0] > inner.start]
        holding = [
            (drafts[outer].size(), outer)
            for end, outer in around
            if outer != number and inner.end <= end and drafts[outer].size() > inner.size()
        ]
        out[number] = min(holding)[1] if holding else None
    return out
