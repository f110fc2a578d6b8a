"""Who asks not to be named: «Бывшая кассирша (она просила не называть имени) утверждает», «сторож на условиях анонимности»."""

from molva.quotes.draft import Draft
from molva.words import Words

REACH = 14  # words from the source to what tells that he gives no name
OBJECT = 4  # words of «назвавший своего имени»
NAMES = frozenset({"имя", "фамилия"})
WITHHELD = ("не", "без", "отказ", "измен")
WISHING = frozenset(
    {"пожелать", "попросить", "просить", "предпочесть"}
)  # «менеджер, пожелавший остаться неизвестным»
GIVING_A_NAME = frozenset({"назваться", "представиться"})
ANONYMITY = frozenset({"анонимность", "инкогнито"})


def asks_not_to_be_named(words: Words, draft: Draft) -> bool:
    """Whether the sentence says so behind the source, in the narrator's words; a bare noun may be somebody known."""
    assert draft.source is not None
    start, end = draft.source
    if _asks(words, end):
        return True
    if end - start == 1:
        return False
    stop = min(words.sentence(end - 1)[1], end + REACH)
    said = [i for i in range(end, stop) if not draft.covers(i)]
    if any(words.lemma[i] in ANONYMITY for i in said):
        return True
    named = any(words.lemma[i] in NAMES for i in said)
    return named and any(words.lower[i].startswith(WITHHELD) for i in said)


def _asks(words: Words, end: int) -> bool:
    """«менеджер, попросивший не называть его», «завуч, который просил не называть имени»: a participle behind the comma that ends the source, or a clause.

    Not «мэр, пожелав удачи», and not «мэр, не назвав сроков».
    """
    comma = next((i for i in (end, end - 1) if words.form[i : i + 1] == [","]), None)
    if comma is None or words.feat(comma + 1, "VerbForm") == "Conv":
        return False
    if words.lemma[comma + 1 : comma + 2] == ["который"]:
        return _which_asks(words, comma + 2)
    refuses = words.lower[comma + 1 : comma + 2] == ["не"]
    first = comma + 1 + refuses
    if refuses and words.lemma[first : first + 1] == ["назвать"]:
        return not (NAMES | {"себя"}).isdisjoint(words.lemma[first : first + OBJECT])
    names_himself = refuses and not GIVING_A_NAME.isdisjoint(words.lemma[first : first + 1])
    return names_himself or not WISHING.isdisjoint(words.lemma[first : first + 1])


def _which_asks(words: Words, verb: int) -> bool:
    """«которая |попросила не называть её имя|», «который |не назвал имени|»."""
    refuses = words.lower[verb : verb + 1] == ["не"]
    asks = refuses or words.lemma[verb : verb + 1] != [] and words.lemma[verb] in WISHING
    return asks and not NAMES.isdisjoint(words.lemma[verb : verb + OBJECT + 2])
