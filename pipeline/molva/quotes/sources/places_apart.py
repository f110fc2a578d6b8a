"""Places that speak though none stands beside the verb: «там добавили», «на брифинге Минобороны», «в постпредстве в ответ на …»."""

from molva.quotes.lexicon import word_list
from molva.quotes.media.medium import is_medium
from molva.quotes.scene import Scene
from molva.quotes.sources.phrases import Source, phrase
from molva.quotes.sources.subjects import is_of_many, names_body, over_adjectives, over_adverbs

TO_WHOM = frozenset({"нам", "мне", "ему", "ей", "им"})  # «где |нам| ответили»
BEFORE_WHERE = 8  # words of «в управляющую компанию «Луч»» before «, где»
BRIEFINGS = frozenset({"брифинг", "пресс-конференция"})  # which a body holds


def there(scene: Scene, verb: int, start: int, end: int) -> Source | None:
    """«Там добавили, что …», «там же сообщается, что …»: the place named before; «|Здесь| заверили» has told it once."""
    words = scene.words
    told = words.feat(verb, "Number") == "Plur" or words.lower[verb].endswith("ся")
    first = over_adverbs(words, verb, start)  # «|Там| же ранее заявили»
    first = min(first - (words.lower[first] == "же"), verb - 2)
    once = words.feat(verb, "Tense") == "Past" and words.feat(verb, "Aspect") == "Perf"
    near = [
        i
        for i in range(max(start, first), min(end, verb + 3))
        if words.lower[i] == "там" or once and words.lower[i] == "здесь"
    ]
    return Source((near[0], near[0] + 1), near[0]) if near and told else None


def at_briefing(scene: Scene, verb: int, start: int, end: int) -> Source | None:
    """«Планов нет, заявили на брифинге |Минобороны|»: the body whose briefing it is, where a verb for many has no subject."""
    words = scene.words
    if not is_of_many(words, verb) or words.subjects(verb):
        return None
    for event in words.with_lemma(BRIEFINGS, start + 1, end - 1):
        body = over_adjectives(words, event + 1, end)
        speaks = names_body(words, body)
        owned = (
            words.feat(body, "Case") in {"Gen", ""} or words.ent[body] == "ORG" and words.head[body] == event
        )
        holds = speaks and owned and not is_medium(scene, body, body + 1)  # which only lends its hall
        if words.lower[event - 1] == "на" and body < end and holds:
            return phrase(scene, body, event + 1, end, stop=verb)
    return None


def far_place(scene: Scene, verb: int, start: int) -> Source | None:
    """«В постпредстве в ответ на вопрос, будет ли война, заявили …»: by the tree, over what stands between."""
    words = scene.words
    if not is_of_many(words, verb) or words.subjects(verb):
        return None
    for noun in words.children[verb]:
        marks = [c for c in words.children[noun] if words.dep[c] == "case" and words.lower[c] in {"в", "во"}]
        spoken = words.ent[noun] in {"ORG", "LOC"} or words.lemma[noun] in word_list("bodies")
        if start <= noun < verb and marks and spoken and words.feat(noun, "Case") in {"Loc", ""}:
            return phrase(scene, noun, marks[0] + 1, verb, stop=verb)
    return None


def whither(scene: Scene, verb: int, start: int) -> Source | None:
    """«Обратились |в УК «Луч»|, где нам пояснили, что …»: the body right before «где», where many speak."""
    words, where = scene.words, over_adverbs(scene.words, verb, start)
    if words.lower[where] in TO_WHOM:
        where = over_adverbs(words, where, start)
    where += words.lower[where + 1] == "где"  # an adverb, too
    comma = where - 1
    if words.lower[where] != "где" or words.form[comma] != "," or not is_of_many(words, verb):
        return None
    low = max(scene.sentence(where)[0], comma - BEFORE_WHERE)
    into = next((i for i in range(comma - 1, low - 1, -1) if words.lower[i] in {"в", "во"}), comma)
    body = next((i for i in range(into + 1, comma) if names_body(words, i)), None)
    return phrase(scene, body, into + 1, comma) if body is not None else None
