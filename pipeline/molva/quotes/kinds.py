"""What kind of source speaks, read from the source's own words."""

from functools import cache

from molva.contract import QuoteKind
from molva.lexicon.nouns import roles
from molva.quotes.draft import Draft
from molva.quotes.lexicon import word_list
from molva.quotes.speech_nouns import GROUNDS
from molva.speakers.chains import Chain
from molva.speakers.pronouns import BEHIND_A_PREPOSITION
from molva.words import Words

INFORMANTS = frozenset({"источник", "собеседник", "собеседница"})  # whose names a text keeps back
DRAFT = "проект"  # «в проекте указа»: elsewhere it is a plan or a work
_WRITING = frozenset({"писать", "написать", "публиковать", "опубликовать", "распространить"})
ONE_OF_MANY = frozenset({"источник", "собеседник", "очевидец", "следствие", "один"})
# the finders of the lexicon that are published: an «эксперт» and a «суд» find too, and are no documents
FINDINGS = frozenset(
    "исследование опрос анализ мониторинг расследование проверка экспертиза подсчет статистика рейтинг".split()
)
OUTCOMES = frozenset({"итог", "результат"})
TOGETHER = frozenset({"семья", "пара", "чета", "команда", "группа", "дуэт", "трио", "молодежь"})  # people


def is_document(words: Words, head: int) -> bool:
    """Whether the source is a document: «в сообщении говорится», «согласно отчёту», «в проекте указа говорится»."""
    grounds = words.lemma[head] in GROUNDS | OUTCOMES and (_out_of(words, head) or _of_somebody(words, head))
    paper = words.lemma[head] in word_list("documents") or words.lemma[head] == DRAFT
    paper = paper or words.lemma[head] == "брифинг" and words.lower[head - 1] == "в"  # on paper, and not held
    return (paper or grounds) and not words.ent[head]


def _of_somebody(words: Words, head: int) -> bool:
    """«|данные| портала свидетельствуют»: who has gathered them stands behind; «поступили данные» are nobody's."""
    behind = head + 1
    if behind < len(words) and words.lemma[behind] in word_list("finders", "documents"):
        behind += 1  # «результаты исследования» are the study's own, «|результаты| опроса Центра» those of the Центр
        body = behind < len(words) and (
            words.ent[behind] == "ORG" or words.lemma[behind] in word_list("bodies")
        )
        return body and words.feat(head, "Case") in {"Nom", "Acc"}
    if behind >= len(words):
        return False
    owned = words.feat(behind, "Case") == "Gen" or words.ent[behind] == "ORG"
    return owned and words.feat(head, "Case") == "Nom"


def _out_of(words: Words, head: int) -> bool:
    """«следует из |последних| данных»: what something follows from speaks as a paper does."""
    before = head - 1
    while before > 0 and words.pos[before] in {"ADJ", "DET"}:
        before -= 1
    return words.lower[before] == "из"


def is_carrier(words: Words, head: int) -> bool:
    """«на странице», «в телеграм-канале театра», «в Telegram театра»: a page or a channel that carries its owner's words."""
    if words.lemma[head] in word_list("networks"):
        return "в" in words.lower[max(head - 2, 0) : head]  # «в |«Твиттере»| театра»
    if words.lemma[head] not in word_list("channels"):
        return False
    return words.feat(head, "Case") == "Loc" or _is_of_a_body(words, head + 1)


def _is_of_a_body(words: Words, i: int) -> bool:
    """«телеграм-канал |областной прокуратуры|»: a body in the genitive, which is no medium, right behind its channel."""
    while i < len(words) and words.pos[i] == "ADJ":
        i += 1
    body = i < len(words) and words.lemma[i] in word_list("bodies") - word_list("medium_nouns")
    return body and words.feat(i, "Case") == "Gen" and words.form[i].islower()


def network_itself(words: Words, head: int, verb: int | None) -> bool:
    """«В |Telegram| заявили, что …»: the company, where it is told of nobody's page; in «в Telegram пишут» people write."""
    if verb is None or verb not in (head + 1, head + 2) or words.lower[max(head - 1, 0)] != "в":
        return False
    told = words.feat(verb, "Number") == "Plur" and words.feat(verb, "Tense") == "Past"
    near = verb == head + 1 or words.pos[head + 1] == "ADV" or words.lower[head + 1] == "также"
    return told and near and words.lemma[head] in word_list("networks") and words.lemma[verb] not in _WRITING


def is_network(chain: Chain) -> bool:
    """«Telegram», «ВКонтакте»: where people write, which seldom writes itself."""
    return chain.kind == "org" and chain.name.lower() in word_list("networks")


@cache
def speaking() -> frozenset[str]:
    """Nouns of things that speak all the same: documents, studies, bodies, media."""
    return (
        word_list("documents", "finders", "bodies", "medium_nouns")
        | {"сми", "власть", "большинство", "меньшинство"}
        | TOGETHER
    )


def is_thing(words: Words, i: int) -> bool:
    """A noun for a thing that cannot speak: «подготовка», «дорога», but not «отчёт», «завод» or «врио»."""
    inanimate = (
        words.pos[i] == "NOUN" and words.feat(i, "Animacy") == "Inan" and words.lemma[i] not in roles()
    )
    return inanimate and not words.ent[i] and words.lemma[i] not in speaking()


def is_role(words: Words, i: int) -> bool:
    """Whether a noun names a person by what he or she does: «мэр», «тренер»."""
    return words.lemma[i] in roles() and words.feat(i, "Number") == "Sing"


def is_group(words: Words, head: int) -> bool:
    """Whether the source is many people, or one of many: «эксперты», «источник»."""
    return words.feat(head, "Number") == "Plur" or words.lemma[head] in ONE_OF_MANY


def kind_of(words: Words, draft: Draft, speaker: Chain | None) -> QuoteKind:
    """The kind of a quote's source: a document by its own noun, else what the speaker is."""
    if speaker is None:
        return "none"
    head = draft.source_head
    if head is not None and (is_document(words, head) or is_finding(words, head)):
        return "document"
    if head is not None and draft.sourceless and words.lower[head] in BEHIND_A_PREPOSITION:
        return "document"  # «В нём сказано, что …»
    if head is not None and words.lemma[head] == "пресса":
        return "org"  # as «СМИ», though nobody owns it
    return "org" if speaker.kind == "place" else speaker.kind


def is_finding(words: Words, head: int) -> bool:
    """«исследование показало», «итоги опроса показали»: a published finding is a document too."""
    return words.lemma[head] in FINDINGS or is_outcome(words, head)


def is_outcome(words: Words, noun: int) -> bool:
    """«показали |итоги| опроса»: what has come out of a study."""
    study = words.lemma[noun + 1 : noun + 2]
    return words.lemma[noun] in OUTCOMES and not FINDINGS.isdisjoint(study)
