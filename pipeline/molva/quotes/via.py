"""The medium that passed words on: «передаёт ТАСС», «(цитата по …)», «сказал он РБК», «со ссылкой на»."""

from molva.entities.normal import normal_text
from molva.quotes.draft import Draft, Stretch
from molva.quotes.lexicon import word_list
from molva.quotes.scene import Scene
from molva.quotes.sources import Source, complement, phrase
from molva.speakers.chains import Chains

VENUES = frozenset(
    {
        "интервью",
        "беседа",
        "разговор",
        "комментарий",
        "эфир",
        "статья",
        "колонка",
        "пресс-конференция",
        "ответ",
        "общение",
    }
)


def is_medium(scene: Scene, start: int, end: int) -> bool:
    """Whether a noun phrase names a medium: «ТАСС», «газета «Вестник»», «телеканал Al Jazeera»."""
    words = scene.words
    text = " ".join(
        words.lower[i] for i in range(start, end) if words.form[i] not in {"«", "»", '"', "“", "”", "„"}
    )
    lemmas = " ".join(
        words.lemma[i] for i in range(start, end) if words.form[i] not in {"«", "»", '"', "“", "”", "„"}
    )
    if text in word_list("media") or lemmas in word_list("media"):
        return True
    if words.lemma[start] in word_list("medium_nouns") and end - start > 1:
        return any(
            words.pos[i] in {"PROPN", "X"} or words.ent[i] or i in scene.opens for i in range(start + 1, end)
        )
    if any(words.lemma[i] in word_list("medium_nouns") for i in range(start, min(end, start + 3))) and any(
        words.ent[i] == "ORG" for i in range(start, end)
    ):
        return True
    return any(
        text.endswith(" " + name) or lemmas.endswith(" " + name)
        for name in word_list("media")
        if " " in name or len(name) > 3
    )


def medium_near(scene: Scene, draft: Draft) -> Stretch | None:
    """The medium given at a quote, if any."""
    if draft.cue is None:
        return None
    start, end = _neighbourhood(scene, draft)
    return (
        _cited_by(scene, start, end)
        or _trailing(scene, draft, start, end)
        or _spoken_to(scene, draft, start, end)
        or _reference(scene, draft, start, end)
    )


def _neighbourhood(scene: Scene, draft: Draft) -> Stretch:
    """The author's sentence: around the cue, not inside the content."""
    cue = draft.cue or draft.parts[0]
    start, end = scene.sentence(cue[0])
    paragraph_end = scene.paragraph(cue[0])[1]
    while end < paragraph_end and scene.words.form[end] == "(":
        end = next((i + 1 for i in range(end, paragraph_end) if scene.words.form[i] == ")"), paragraph_end)
    return start, end


def _free(scene: Scene, draft: Draft, start: int, end: int) -> list[int]:
    return [i for i in range(start, end) if not draft.covers(i)]


def _cited_by(scene: Scene, start: int, end: int) -> Stretch | None:
    """«(цитата по ТАСС)», «(цитата по «Интерфаксу»)»."""
    words = scene.words
    for i in range(start, end - 2):
        if words.lower[i] in {"цитата", "цитаты", "цит", "цитируется"} and "по" in words.lower[i + 1 : i + 3]:
            begin = words.lower.index("по", i + 1) + 1
            stop = next(
                (j for j in range(begin, min(end + 1, len(words))) if words.form[j] in {")", ",", ".", ";"}),
                end,
            )
            return (begin, stop) if stop > begin else None
    return None


def _trailing(scene: Scene, draft: Draft, start: int, end: int) -> Stretch | None:
    """«…, заявил Песков, передаёт ТАСС», «…, пишет Reuters»: a second report by a medium."""
    words = scene.words
    for i in _free(scene, draft, start, end):
        cue = scene.cues.get(i)
        if (
            cue is None
            or i == draft.verb
            or draft.cue
            and draft.cue[0] <= i < draft.cue[1]
            or not cue.has("say", "relay")
        ):
            continue
        if words.feat(i, "VerbForm") != "Fin" or not any(
            words.form[k] in {",", "("} for k in range(max(start, i - 3), i)
        ):
            continue
        found = _medium_after(scene, i + 1, end)
        if found:
            return found
    return None


def _medium_after(scene: Scene, start: int, end: int) -> Stretch | None:
    words = scene.words
    for i in range(start, min(start + 5, end)):
        if words.form[i] in {",", "."}:
            return None
        if words.pos[i] in {"NOUN", "PROPN", "X"} or words.ent[i] or i in scene.opens:
            span = _name_span(scene, i, end)
            return span if is_medium(scene, *span) else None
    return None


def _name_span(scene: Scene, i: int, end: int) -> Stretch:
    """The noun phrase from ``i``: a kind of medium with its name, or the name."""
    words = scene.words
    stop = i
    while stop < end:
        if stop in scene.opens:
            stop = scene.opens[stop] + 1
        elif (
            words.form[stop] in {",", ".", ")", "(", ";", ":", "—"}
            or words.pos[stop] in {"VERB", "ADP", "ADV", "CCONJ", "SCONJ"}
            and not words.ent[stop]
        ):
            break
        else:
            stop += 1
    return i, max(stop, i + 1)


def _spoken_to(scene: Scene, draft: Draft, start: int, end: int) -> Stretch | None:
    """«сказал он РБК», «рассказал «Интерфаксу»», «в интервью CNN», «в эфире «Дождя»»."""
    words = scene.words
    source = draft.source or (-1, -1)
    for i in _free(scene, draft, start, end):
        if source[0] <= i < source[1]:
            continue
        if words.lemma[i] in VENUES and i > 0 and (words.pos[i - 1] == "ADP" or words.pos[i - 2] == "ADP"):
            begin = i + 1
            while begin < end and words.lower[begin] in {
                "с",
                "для",
                "корреспондентом",
                "журналистом",
                "корреспондентами",
                "журналистами",
                "со",
            }:
                begin += 1
            while begin < end and words.pos[begin] == "ADJ" and words.form[begin][:1].islower():
                begin += 1
            if begin < end:
                span = _name_span(scene, begin, end)
                span = _shrink(scene, span)
                if is_medium(scene, *span) or _named_venue(scene, span, words.lemma[i]):
                    return span
    if (
        draft.verb is None
        or scene.cues.get(draft.verb) is None
        or not scene.cues[draft.verb].has("say", "think", "ask")
    ):
        return None
    for i in range(max(start, draft.verb - 4), min(end, draft.verb + 8)):
        if draft.covers(i) or source[0] <= i < source[1] or i == draft.verb:
            continue
        if i > draft.verb and words.form[i] == ",":
            break
        begin = i
        span = _name_span(scene, begin, end)
        if (words.ent[i] == "ORG" or i in scene.opens or words.form[i].isupper()) and not _case_marked(
            scene, i
        ):
            span = _shrink(scene, span, source)
            if is_medium(scene, *span):
                return span
        if words.lemma[i] in {
            "корреспондент",
            "журналист",
            "агентство",
            "газета",
            "издание",
            "телеканал",
        } and words.feat(i, "Case") in {"Dat", "Ins"}:
            span = _shrink(scene, _name_span(scene, i + 1, end), source)
            if span[1] > span[0] and is_medium(scene, *span):
                return span
    return None


def _case_marked(scene: Scene, i: int) -> bool:
    return (
        i > 0
        and scene.words.pos[i - 1] in {"ADP", "NOUN"}
        and scene.words.lemma[i - 1]
        not in {"корреспондент", "журналист", "агентство", "газета", "издание", "телеканал"}
    )


def _shrink(scene: Scene, span: Stretch, source: Stretch = (-1, -1)) -> Stretch:
    """A medium's name only: one entity or one pair of marks with its kind before it."""
    words = scene.words
    start, end = span
    if start >= end or start >= len(words):
        return start, start
    i = start
    while i < end and not words.ent[i] and i not in scene.opens and words.pos[i] in {"NOUN", "ADJ"}:
        i += 1
    if i < end and i in scene.opens:
        return start, scene.opens[i] + 1
    label = words.ent[i] if i < end else ""
    if not label:
        return start, min(end, start + 1)
    while i < end and words.ent[i] == label and not source[0] <= i < source[1]:
        i += 1
    return start, i


def _named_venue(scene: Scene, span: Stretch, venue: str) -> bool:
    """An interview is given to a medium: a named body there is one."""
    return (
        venue in {"интервью", "эфир", "комментарий", "беседа", "разговор"}
        and span[1] > span[0]
        and scene.words.ent[span[1] - 1] == "ORG"
        and scene.words.pos[span[0]] in {"PROPN", "X", "NOUN", "PUNCT"}
    )


def _reference(scene: Scene, draft: Draft, start: int, end: int) -> Stretch | None:
    return None


def referred(scene: Scene, start: int, end: int) -> Source | None:
    """«со ссылкой на Лаптеву», «ссылаясь на источники»: who is behind the medium."""
    words = scene.words
    for i in range(start, end - 2):
        if words.lower[i] in {"ссылкой", "ссылаясь", "сославшись"} and words.lower[i + 1] == "на":
            head = next(
                (j for j in range(i + 2, min(i + 9, end)) if words.pos[j] in {"NOUN", "PROPN", "PRON", "X"}),
                None,
            )
            if head is None:
                return None
            if words.lemma[head] in {"слово", "данные", "заявление", "сообщение", "информация"}:
                owner = complement(scene, head, end)
                if owner is not None:
                    return owner
            found = phrase(scene, head, i + 2, end)
            return Source((i + 2, max(found.span[1], head + 1)), found.head)
    return None


def medium_name(scene: Scene, chains: Chains, via: Stretch) -> str:
    """The canonical name of a medium: without its kind, case and marks («Интерфакс»)."""
    words = scene.words
    links = [link for link in chains.within(via[0], via[1]) if link.label == "ORG"]
    if links:
        chain = links[-1].chain
        if chain is not None and chain.name:
            return chain.name
        return links[-1].normal
    kept = [i for i in range(*via) if words.form[i] not in {"«", "»", '"', "„", "“", "”"}]
    if len(kept) > 1 and words.lemma[kept[0]] in word_list("medium_nouns"):
        kept = kept[1:]
    text = " ".join(words.form[i] for i in kept)
    return normal_text(text, "ORG")
