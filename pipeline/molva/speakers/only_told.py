"""Who has told of something, and who has done nothing else."""

from collections.abc import Callable, Sequence

from molva.speakers.chains import Chain, Link
from molva.speakers.resolve import governor, is_subject
from molva.words import Words

REPORTING = frozenset(
    "сообщить сообщать рассказать рассказывать заявить заявлять уточнить уточнять написать писать отметить "
    "отмечать пояснить подчеркнуть добавить подтвердить сказать говорить считать".split()
)
# what tells that who speaks is tried: «виновен», «признаёт вину», «не был на допросе»
_TRIAL = ("вин", "невин", "суд", "допрос", "показани", "призна", "раская", "извин")


def has_told(words: Words, chain: Chain) -> bool:
    """Whether somebody is, in the writer's own words, the subject of a verb that tells."""
    own = (link for link in chain.links if link.label != "PRON" and link.inside == -1)
    return any(is_subject(words, link) and words.lemma[governor(words, link)] in REPORTING for link in own)


def has_only_told(words: Words, names: Sequence[Link], tells: Callable[[int], bool]) -> bool:
    """Whether each of somebody's mentions is the subject of a verb that tells, where nobody is tried."""
    return bool(names) and all(
        is_subject(words, name) and tells(governor(words, name)) and not _is_tried(words, name.head)
        for name in names
    )


def _is_tried(words: Words, i: int) -> bool:
    """Whether a sentence tells of a trial or of somebody's guilt, and so who speaks in it may be whom it befell."""
    start, end = words.sentence(i)
    return any(words.lemma[k].startswith(_TRIAL) for k in range(start, end))
