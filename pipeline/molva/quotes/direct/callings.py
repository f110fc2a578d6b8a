"""Nouns for what somebody does for a living, which label a headline without a name: «Кардиолог: …», «Застройщики: …»."""

from molva.grammar.analyses import analyses_of, is_known
from molva.quotes.scene import Scene
from molva.speakers.lexicon import roles
from molva.words import Words

# what a language makes nouns of trades with: «застройщик», «водитель», «туроператор», «металлург»
ENDINGS = ("щик", "чик", "тель", "тор", "тер", "лер", "пер", "ист", "ург", "тик", "лог", "атр", "вед", "ник")
# «Мошенники: новая схема», «Герой: мост носит его имя»: of whom a headline tells, and who do not speak in it
TOLD_OF = frozenset(
    "герой ребенок подросток мошенник преступник вор убийца террорист жертва погибший беженец мигрант звезда чемпион "
    "победитель лауреат гость участник юбиляр именинник кандидат".split()
)
SCIENTIST = "олог"  # «нутрициолог», which no dictionary has yet
SHORTEST = 5  # letters of a calling that a longer word ends in: «автоюрист»


def calling(scene: Scene, start: int, at: int) -> int | None:
    """«|Кардиолог|: …», «Бывший |банкир|: …»: the noun that a label is, with nothing but adjectives before it."""
    words, last = scene.words, at - 1
    modified = all(words.pos[i] == "ADJ" and words.feat(i, "Case") == "Nom" for i in range(start, last))
    return last if modified and words.form[start][:1].isupper() and is_calling(words, last) else None


def is_calling(words: Words, i: int) -> bool:
    """Whether a noun in the nominative tells what people do: a known role, or one made as such nouns are."""
    if words.feat(i, "Case") != "Nom" or words.feat(i, "Animacy") != "Anim" or words.ent[i] == "PER":
        return False
    lemma = words.lemma[i]
    if lemma in roles() or is_known(lemma):
        return _calls(lemma)
    compound = any(_calls(lemma[k:]) for k in range(2, len(lemma) - SHORTEST + 1))
    return compound or lemma.endswith(SCIENTIST)


def _calls(noun: str) -> bool:
    """«мэр», «сварщик»: a known role, or a noun for living beings that ends as those for trades do."""
    role = roles().get(noun)
    if noun in TOLD_OF or role is not None and not role.broader.isdisjoint(TOLD_OF):
        return False
    made = noun.endswith(ENDINGS) and is_known(noun) and "anim" in analyses_of(noun)[0].grammemes
    return made or role is not None
