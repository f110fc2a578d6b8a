"""What kind of source speaks, read from the source's own words."""

from molva.quotes.lexicon import word_list
from molva.words import Words


def is_document(words: Words, head: int) -> bool:
    """Whether the source is a document: «в сообщении говорится», «согласно отчёту»."""
    return words.lemma[head] in word_list("documents") and not words.ent[head]


def is_group(words: Words, head: int) -> bool:
    """Whether the source is many people, or one of many: «эксперты», «источник»."""
    return words.feat(head, "Number") == "Plur" or words.lemma[head] in {
        "источник",
        "собеседник",
        "очевидец",
        "следствие",
        "один",
    }
