"""Who is told by what he is close to or knows of: «источник|, близкий к мэрии|», «чиновник|, знакомый с делом|»."""

from molva.speakers.chains import Chain
from molva.speakers.descriptions import Description
from molva.words import Words

# stems, since a participle has its verb for a lemma
_STANDING = ("близк", "знаком", "осведомлен", "осведоми", "приближен", "приблизи", "посвящен", "посвяти")


def stands_otherwise(words: Words, chain: Chain, told: set[str], description: Description) -> bool:
    """«сообщил источник|, близкий к мэрии|. Источник |в полиции| добавил»: what each is told apart by makes two of them.

    ``told`` is what has narrowed the noun for the chain.
    """
    if chain.named:
        return False
    here = standing(words, description.link.end)
    titles = (link for link in chain.links if link.label == "ROLE" and link.head != description.link.head)
    there = {standing(words, link.end) for link in titles} - {""}
    if here:
        return here not in there and bool(there or told)
    narrowed = description.narrowed
    return bool(there and narrowed) and not description.owners and not narrowed & told


def standing(words: Words, end: int) -> str:
    """What somebody is close to or knows of, by the words behind his noun; empty where they tell nothing of it."""
    opens = words.form[end : end + 1] == [","] and words.pos[end + 2 : end + 3] == ["ADP"]
    stands = opens and words.lemma[end + 1].startswith(_STANDING)
    return words.lemma[end + 3] if stands and end + 3 < len(words) else ""
