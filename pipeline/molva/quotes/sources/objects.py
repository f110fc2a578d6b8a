"""What a verb is done to, which is not its subject: «объяснил |решение|», «просит |Минздрав|, чтобы …»."""

from molva.lexicon.nouns import roles
from molva.quotes.lexicon import word_list
from molva.quotes.scene import Scene
from molva.quotes.verbs import TOLD
from molva.words import Words

# «просит |Минздрав|, чтобы …», «призвал |МИД| «вмешаться»»: verbs whose object is whom somebody speaks to
URGED = TOLD | frozenset(
    "просить попросить упросить умолять призвать призывать убедить убеждать спросить спрашивать обвинить обвинять "
    "поблагодарить благодарить поздравить поздравлять критиковать раскритиковать".split()
)


def is_object(words: Words, i: int) -> bool:
    """«объяснил |решение| министр», «успокоил |жителей| Зуев»: what the verb is about, and no title of a name in the nominative."""
    if words.feat(i, "Case") != "Acc" or words.ent[i] or words.dep[i] != "obj":
        return False
    titles = words.lemma[i] in word_list("bodies", "medium_nouns") or words.lemma[i] in roles()
    return words.feat(i, "Animacy") == "Anim" or not titles


def is_urged(scene: Scene, i: int, verb: int) -> bool:
    """«Олег Зуев, мэр порта, призвал |Минфин| «дать денег»», «сказала, что просит |Минздрав|, чтобы …».

    A name that shows no case right behind such a verb, which has its subject before it, or leaves it out behind «что».
    """
    words = scene.words
    if i != verb + 1 or words.dep[i] != "obj" or words.head[i] != verb or words.lemma[verb] not in URGED:
        return False
    before = (c for c in words.subjects(verb) if c < verb)
    somebody = any(words.ent[c] == "PER" or words.feat(c, "Animacy") == "Anim" for c in before)
    left_out = words.lower[verb - 1] == "что" and words.lower[i + 1 : i + 3] in ([",", "чтобы"], [",", "что"])
    return left_out or somebody
