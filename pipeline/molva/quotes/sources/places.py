"""Bodies and documents that speak through a place: «в Кремле заявили», «на сайте завода сообщили»."""

from molva.entities.two_bodies import has_no_medium, is_site
from molva.quotes.lexicon import word_list
from molva.quotes.media.medium import in_dative, is_kind, is_listed, is_medium, name_at, shows_no_case
from molva.quotes.scene import Scene
from molva.quotes.sources.appositions import over_a_place
from molva.quotes.sources.nouns_behind import behind_participle
from molva.quotes.sources.phrase_edges import same_entity
from molva.quotes.sources.phrases import Source, phrase
from molva.quotes.sources.place_parted import is_parted
from molva.quotes.sources.place_speaks import speaks
from molva.quotes.sources.places_apart import at_briefing, there
from molva.quotes.sources.subjects import names_body

SPEAKING_PLACES = frozenset({"в", "во", "на", "из", "от"})
SAID_TO_PRESS = frozenset({"комментарий", "интервью", "ответ"})
REACH = 8  # words from «в» to its noun
ON_AIR = 4  # words from «эфире» to the name: «в эфире |радиостанции «Маяк»|»


def place(scene: Scene, verb: int, start: int, end: int) -> Source | None:
    """«в Кремле заявили», «сообщили в пресс-службе завода», «следует из отчёта»: a body or document speaks."""
    heads = _speaking(scene, verb, start, end)
    if not heads:
        return there(scene, verb, start, end) or at_briefing(scene, verb, start, end)
    heads = [head for head in heads if not _answers_a_medium(scene, head, end)] or heads
    heads = [head for head in heads if not _only_carries(scene, head, verb)] or heads
    head = _over_where_it_is(scene, _over_a_channel(scene, heads), heads)
    return _without_hearer(scene, over_a_place(scene, phrase(scene, head, start, end, stop=verb), end), verb)


def _speaking(scene: Scene, verb: int, start: int, end: int) -> list[int]:
    """The nouns behind prepositions that speak through the verb, the nearest to it first."""
    words = scene.words
    found: list[tuple[int, int]] = []
    within = start  # up to the noun of a participle: «в опубликованном |на сайте завода| отчёте»
    for i in range(start, end):
        if words.lower[i] not in SPEAKING_PLACES or i < within:
            continue
        if scene.bracket_around(i) != scene.bracket_around(verb):
            continue  # «В компании «Невод» (запрещена |в Вестрии|) сообщили»
        head = _governed(scene, i, end)
        if head in scene.opens:
            head += 1
        within = head if words.feat(i + 1, "VerbForm") == "Part" else i
        if not i < head < min(end, max(within + 1, i + REACH)):
            continue
        if verb in scene.cues and head in range(*scene.cues[verb].span):
            continue  # «сошлись во мнении, что …»
        if speaks(scene, head, i, verb) and not is_parted(scene, head, i, verb):
            found.append((abs(i - verb), _one_of(scene, i, head)))
    return [head for _, head in sorted(found)]


def _governed(scene: Scene, preposition: int, end: int) -> int:
    """The noun of a preposition, over the participle that may stand before it: «из утёкшего в Сеть документа»."""
    words = scene.words
    head = words.head[preposition] if words.dep[preposition] == "case" else preposition + 1
    if words.feat(preposition + 1, "VerbForm") == "Part":
        head = preposition + 1  # «в размещённом в Сети заявлении»: of the first «в», not of the second
    return behind_participle(scene, head, end)


def _one_of(scene: Scene, preposition: int, head: int) -> int:
    """«в |одной| из больниц заявили»: of several bodies one speaks."""
    words, one = scene.words, preposition - 1
    placed = one > 0 and words.lemma[one] == "один" and words.lower[one - 1] in {"в", "во", "на"}
    return one if placed and words.lower[preposition] == "из" else head


def _without_hearer(scene: Scene, who: Source, verb: int) -> Source:
    """«В мэрии города |«Портовому листку»| пояснили»: whom a place tells something stands right before the verb, or its adverb."""
    words, (start, end) = scene.words, who.span
    many = words.feat(verb, "Number") == "Plur" and words.feat(who.head, "Case") != "Dat"
    if end != verb - (words.pos[verb - 1] == "ADV") or not many:
        return who
    hearer = _hearer_at(scene, who.head + 1, end)
    return who if hearer is None else Source((start, hearer), who.head)


def _hearer_at(scene: Scene, start: int, end: int) -> int | None:
    """Where a name in marks and the dative begins that ends at a word, or a medium's whose form shows no case.

    «В пресс-службе ГУ МЧС по Увару |РБК| позже сообщили»; «в пресс-службе |РБК|», «в редакции газеты |РБК|» is the medium's own.
    """
    words = scene.words
    newsmen = (i for i in range(start, end) if words.lemma[i] in word_list("reporters"))
    if (newsman := next(newsmen, None)) is not None and words.feat(newsman, "Case") == "Dat":
        return newsman  # «В управе |журналистам «СТК»| пояснили»
    mark = next((i for i in range(start, end) if scene.opens.get(i) == end - 1), None)
    if mark is not None:
        return mark if in_dative(scene, mark, end) else None
    first = end - 1
    while first > start and same_entity(scene, first - 1, first):
        first -= 1
    owned = first > start or has_no_medium(words, first - 1)
    listed = is_listed(scene, first, end) and shows_no_case(scene, first, end)
    named = owned and not is_kind(scene, first - 1) and (listed or is_site(words, first, end))
    return first if named else None


def _answers_a_medium(scene: Scene, head: int, end: int) -> bool:
    """«|В мэрии| в комментарии РИА Новости заявили»: what a medium was told speaks only where no body does."""
    medium = name_at(scene, head + 1, end) if scene.words.lemma[head] in SAID_TO_PRESS else None
    return medium is not None and is_medium(scene, *medium)


def _only_carries(scene: Scene, head: int, verb: int) -> bool:
    """«|В мэрии| заявили в эфире «Маяка»», «в своём канале», «в Telegram»: behind the verb stands where it was said, before it who says it."""
    words = scene.words
    own = any(words.lemma[c] == "свой" for c in words.children[head])
    on_air = any(words.lemma[k] == "эфир" for k in range(max(verb + 1, head - ON_AIR), head))
    return head > verb and (own or on_air or words.lemma[head] in word_list("networks"))


def _over_a_channel(scene: Scene, heads: list[int]) -> int:
    """«сообщили в своём канале |в мэрии|», «в Telegram |в МЧС|»: where a body has written does not speak beside it."""
    words, first, channels = scene.words, heads[0], word_list("channels", "networks")
    if words.lemma[first] not in channels:
        return first
    behind = (h for h in heads[1:] if h > first and words.lower[h - 1] in {"в", "во"})
    behind = (h for h in behind if words.lemma[h] not in channels)
    return next((h for h in behind if names_body(words, h)), first)


def _over_where_it_is(scene: Scene, head: int, heads: list[int]) -> int:
    """«|В Центре помощи (ЦП)| в Вестрии уточнили», «|В посольстве| в Вестрии»: where a body is does not speak for it."""
    words = scene.words
    before = max((h for h in heads if h < head and names_body(words, h)), default=None)
    if words.ent[head] != "LOC" or before is None:
        return head
    apart = any(words.form[i] in {",", ";"} or scene.is_finite(i) for i in range(before, head))
    return head if apart else before
