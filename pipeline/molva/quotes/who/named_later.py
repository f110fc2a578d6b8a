"""Whom a text first describes and then calls by the given name alone, as talks and letters to a paper do.

«Пришло письмо от читательницы. Она пишет, что двор не метут. ¶ «Мы купили лопату», — сообщает Валентина»: no reader
of the text takes Валентина for somebody new, for nobody else has been brought up and nothing tells who she is.
"""

from collections.abc import Sequence

from molva.entities.people import ends_as_patronymic, is_given
from molva.quotes.draft import Draft
from molva.speakers.chains import Chain
from molva.words import Words

NEAR = 2  # paragraphs from the words of the one described to those of the one named


def named_later(
    words: Words, drafts: Sequence[Draft], speakers: Sequence[Chain | None]
) -> list[Chain | None]:
    """The speakers, with the name where one that was only described gets it at the next words."""
    found = list(speakers)
    for number, (draft, speaker) in enumerate(zip(drafts, speakers, strict=True)):
        if speaker is None or not _comes_in_by_given_name(words, draft, speaker):
            continue
        described = _before(words, number, drafts, found)
        if described is not None and described.gender == speaker.gender != "":
            found = [speaker if other is described else other for other in found]
    return found


def _comes_in_by_given_name(words: Words, draft: Draft, speaker: Chain) -> bool:
    """Whether a source is the first mention of a person, and nothing but «Валентина» or «Нина Адамовна»."""
    first = speaker.links[0] if speaker.links else None
    if first is None or first.label != "PER" or draft.source != (first.start, first.end):
        return False
    given, *rest = words.form[first.start : first.end]
    alone = not rest or len(rest) == 1 and ends_as_patronymic(rest[0])
    whole = all(len(link.normal.split()) <= 1 + len(rest) for link in speaker.links)
    return draft.type == "direct" and alone and whole and is_given(given)


def _before(
    words: Words, number: int, drafts: Sequence[Draft], speakers: Sequence[Chain | None]
) -> Chain | None:
    """The last person who has spoken before a quote, if near and without a name."""
    for earlier in range(number - 1, -1, -1):
        speaker = speakers[earlier]
        if words.par[drafts[number].start] - words.par[drafts[earlier].start] > NEAR:
            return None
        if speaker is not None and speaker.kind == "person":
            return None if speaker.named or speaker.number == "Plur" else speaker
    return None
