"""What the head of a source is where nothing else tells: a person, a body, or a group, of which shares are told too."""

from molva.contract import Kind
from molva.quotes.ends.other_shares import PARTS
from molva.words import Words

SHARES = PARTS | frozenset("часть более больше менее меньше".split())
FRACTIONS = frozenset("третий четвертый пятый шестой седьмой восьмой девятый десятый".split())


def kind_of_head(words: Words, head: int) -> Kind:
    """«коллеги Гурова», «5% жителей» and «треть опрошенных» are a group, «коллега Гурова» is a person."""
    if _is_share(words, head):
        return "group"
    if words.feat(head, "Animacy") != "Anim":
        return "org"
    return "group" if words.feat(head, "Number") == "Plur" else "person"


def _is_share(words: Words, head: int) -> bool:
    """«5%», «двое», «часть зрителей»; but «74.ru», «дежурная часть полиции»."""
    behind = head + 1 if head + 1 < len(words) else head
    if words.form[head] == "%" or words.form[behind] == "%":
        return True
    if words.pos[head] == "NUM" and words.form[head].isalpha():
        return True
    of_many = words.feat(behind, "Case") == "Gen" and words.feat(behind, "Number") == "Plur"
    fraction = (
        words.lemma[head - 1] in FRACTIONS
    )  # «пятая часть», and nothing else is a share by «часть» alone
    return words.lemma[head] in SHARES and (of_many or fraction or words.lemma[head] != "часть")
