"""The phrase that attributes: «по словам X», «по его данным», «со слов X», «на взгляд X», «согласно …»."""

from molva.quotes.attributed.according import OF_NOBODY, according, in_accord
from molva.quotes.attributed.attribution_ends import Phrase, phrase_end
from molva.quotes.conjunctions import RELATIVES
from molva.quotes.ends.edges import limits, skip_connectives
from molva.quotes.kinds import OUTCOMES, is_thing
from molva.quotes.lexicon import word_list
from molva.quotes.scene import DASHES, ENDS, Scene
from molva.quotes.sources.complements import complement
from molva.quotes.sources.participles import given_by
from molva.quotes.sources.phrases import Source, phrase
from molva.quotes.sources.sharing import clause_subject, shared_subject
from molva.quotes.speech_nouns import FIGURES
from molva.speakers.pronouns import THEIRS

FIRST = frozenset({"по", "со", "с", "согласно", "на", "в"})  # words that an attribution phrase begins with
QUALIFYING = frozenset({"версия", "оценка", "выражение", "заявление", "определение", "ожидание", "вывод"})
# «по |отчёту| банка, …», «по |исследованию| медиков, …»: whose they are speaks; «по исследованию рынка» nobody's
PAPERS = frozenset({"отчет", "исследование"})
# «По |результатам| опроса, …», «По |итогам| исследования …»: what was found by asking or counting, as by no deed
FOUND_BY = frozenset(
    "опрос соцопрос исследование экспертиза вскрытие анализ мониторинг перепись подсчет рейтинг экзитпол "
    "экзит-пол".split()
)
# «По |информации|, …», «По |сообщениям|, …», «по |слухам|»: nouns that need no owner before a comma
BARE = frozenset({"информация", "сообщение", "сведение", "сведения", "оценка", "прогноз"})
# «По |прогнозам|, …», «По |опросам|, …»: in the plural they need none either; «не по расчёту, а по любви»
BARE_PLURALS = frozenset({"прогноз", "подсчет", "расчет", "опрос"})
HELD = 6  # words of who has the data
TIED = 6  # words of what ties a sentence to the one before
OWN = frozenset({"собственный", "свой"})
NOT_OF_OTHERS = frozenset("мой наш свой твой ваш тот".split())


def attribution_phrase(scene: Scene, i: int) -> Phrase | None:
    """The cue, the source and the end of an attribution phrase that begins at word ``i``."""
    if scene.lower(i) not in FIRST:
        return None
    if (held := _held_by(scene, i)) is not None:
        return held
    if (
        scene.lower(i) in {"по", "со"}
        or scene.lower(i) == "с"
        and "точки" not in scene.words.lower[i + 1 : i + 3]
    ):
        return _by_words(scene, i)
    if scene.lower(i) == "согласно":
        return _one_of(scene, i) or according(scene, i)
    if scene.lower(i) == "в":
        return in_accord(scene, i)
    return _in_view(scene, i)


def _held_by(scene: Scene, i: int) -> Phrase | None:
    """«По имеющимся у |полиции| данным, …», «согласно имеющейся у |него| информации, …»: whose data they are."""
    words, first = scene.words, i + 3
    if scene.lower(i + 1)[:5] != "имеющ" or scene.lower(i + 2) not in {"у", "в"}:
        return None
    near = range(first + 1, min(first + HELD, limits(scene, i)[1]))
    noun = next((k for k in near if words.lemma[k] in word_list("markers")), None)
    if noun is None:
        return None
    if words.pos[first] == "PRON":
        return (i, noun + 1), Source((first, first + 1), first), noun + 1
    head = next((k for k in range(first, noun) if words.pos[k] in {"NOUN", "PROPN"}), first)
    return (i, noun + 1), Source((first, noun), head), noun + 1


def _in_view(scene: Scene, i: int) -> Phrase | None:
    """«на взгляд X», «с точки зрения X»; «с точки зрения бюджета» nobody sees it.

    «на |его| взгляд», «с |её| точки зрения»: the pronoun has the view.
    """
    if scene.lower(i + 1) in THEIRS:
        view = scene.lower(i) == "на" and scene.lower(i + 2) == "взгляд" and i + 3
        view = (
            view or (scene.lower(i), *scene.words.lower[i + 2 : i + 4]) == ("с", "точки", "зрения") and i + 4
        )
        apart = _stands_free(scene, i) or view and scene.lower(view) == ","  # «обратил на её взгляд внимание»
        return ((i, view), Source((i + 1, i + 2), i + 1), view) if view and apart else None
    if (scene.lower(i), scene.lower(i + 1)) not in {("на", "взгляд"), ("с", "точки")}:
        return None
    noun = i + 1 if scene.lower(i + 1) == "взгляд" else i + 2
    who = complement(scene, noun, limits(scene, i)[1]) if noun < len(scene.words) else None
    if who is None or is_thing(scene.words, who.head):
        return None
    return (i, noun + 1), who, who.span[1]


def _by_words(scene: Scene, i: int) -> Phrase | None:
    """«по словам X», «по его словам», «по данным X», «по некоторым данным», «со слов X»."""
    words, limit = scene.words, limits(scene, i)[1]
    if (outcome := _by_outcome(scene, i, limit)) is not None:
        return outcome
    if in_own_words(scene, i):
        return (i, i + 3), _who_acts(scene, i + 3, limit), i + 3
    noun = _noun_of_saying(scene, i, limit)
    if noun is None:
        return _one_of(scene, i)
    owner = next((j for j in range(i + 1, noun) if words.lower[j] in THEIRS), None)
    if owner is not None:
        return (i, noun + 1), Source((owner, owner + 1), owner), noun + 1
    free, who = _stands_free(scene, i), complement(scene, noun, limit) or _behind_comma(scene, noun, limit)
    if who is None:
        if words.lemma[noun] in PAPERS:
            return None
        return _of_nobody(scene, i, noun, limit) if free else _latest(scene, i, noun)
    if free and _is_of_the_claim(scene, noun, who) and _nobodys(scene, i, noun):
        return (i, noun + 1), None, noun + 1
    if words.lemma[noun] in PAPERS and (not free or is_thing(words, who.head)):
        return None
    end = phrase_end(scene, who.span[1], limit)
    if not free and not _is_attribution(scene, noun, end, limit):
        return None
    return (i, noun + 1), who, end


def _is_of_the_claim(scene: Scene, noun: int, who: Source) -> bool:
    """«По некоторым данным |автомобиль| сгорел», «По имеющейся информации |46| рыбаков уплыли»: no comma, no source."""
    words = scene.words
    return words.form[noun + 1].isdigit() or words.feat(who.head, "Case") in {"Nom", "Dat"}


def _is_attribution(scene: Scene, noun: int, end: int, limit: int) -> bool:
    """«задержан |по словам соседа|, …»: inside a sentence, between commas, only words and data attribute.

    «чемпион по версии IBO», «задержан по заявлению соседа», «комиссия по определению сроков» tell nothing of that.
    """
    closed = end == limit or end < limit and scene.words.form[end] in {",", *DASHES}
    return closed and scene.words.lemma[noun] not in QUALIFYING


def in_own_words(scene: Scene, i: int) -> bool:
    """«по собственному признанию», «по своим словам» between commas: whoever acts in the clause has said it."""
    words, noun, low = scene.words, i + 2, limits(scene, i)[0]
    if i + 3 >= len(words) or words.lemma[i + 1] not in OWN or words.pos[noun] != "NOUN":
        return False
    apart = (i == low or words.form[i - 1] == ",") and words.form[noun + 1] == ","
    return apart and words.lower[i] == "по" and words.lemma[noun] in word_list("markers")


def _who_acts(scene: Scene, start: int, limit: int) -> Source | None:
    """«|Зуев|, по собственному признанию, боится воды»: the subject of the verb behind, or of the one before that it is shared with."""
    verb = next((k for k in range(start, limit) if scene.is_finite(k)), None)
    if verb is None:
        return clause_subject(scene, start)
    low, who = limits(scene, verb)[0], next(iter(scene.words.subjects(verb)), None)
    if who is None:
        return shared_subject(scene, verb) or clause_subject(scene, start)
    return phrase(scene, who, low, limit)


def _behind_comma(scene: Scene, noun: int, limit: int) -> Source | None:
    """«По словам|,| мэра Зуева, …»: a comma too many before who has said it, somebody in the genitive between two commas."""
    words = scene.words
    if words.form[noun + 1 : noun + 2] != [","] or words.lemma[noun] not in {"слово", "мнение"}:
        return None
    who = complement(scene, noun + 1, limit)
    if who is None or who.span[0] != noun + 2 or words.form[who.span[1] : who.span[1] + 1] != [","]:
        return None
    if any(words.ent[k] == "PER" and words.feat(k, "Case") == "Gen" for k in range(*who.span)):
        return who  # «По словам, врио мэра Яна Зуева, …»: «врио» has no cases
    genitive = (words.feat(who.head, "Animacy"), words.feat(who.head, "Case")) == ("Anim", "Gen")
    return who if genitive else None


def _one_of(scene: Scene, i: int) -> Phrase | None:
    """«по одной из версий, …», «согласно одному из прогнозов банка, …»: nobody's, unless somebody owns them all."""
    words, limit = scene.words, limits(scene, i)[1]
    if (
        scene.lower(i + 1) not in {"одной", "одному"}
        or scene.lower(i + 2) != "из"
        or not _stands_free(scene, i)
    ):
        return None
    noun = next((k for k in range(i + 3, min(i + 6, limit)) if words.pos[k] == "NOUN"), None)
    if noun is None or words.lemma[noun] not in word_list("markers"):
        return None
    who = complement(scene, noun, limit)
    end = phrase_end(scene, who.span[1] if who else noun + 1, limit)
    closed = end < limit and words.form[end] in {",", *DASHES}
    return ((i, noun + 1), who, end) if closed else None


def _by_outcome(scene: Scene, i: int, limit: int) -> Phrase | None:
    """«По итогам опроса «Бакена», …»: the poll or the study speaks.

    Without a comma, and whose it is, it tells when: «По итогам исследования лодку списали».
    """
    words, noun = scene.words, i + 1
    if noun >= limit or words.lemma[noun] not in OUTCOMES or not _stands_free(scene, i):
        return None
    near = range(noun + 1, min(noun + 5, limit))
    head = next((k for k in near if words.pos[k] == "NOUN"), noun)
    if words.lemma[head] not in FOUND_BY or any(words.form[k] == "," for k in range(noun, head)):
        return None
    who = phrase(scene, head, noun + 1, limit)
    end = phrase_end(scene, who.span[1], limit)
    named = any(words.ent[k] for k in range(*who.span))
    return ((i, noun + 1), who, end) if named or end < limit and words.form[end] == "," else None


def _noun_of_saying(scene: Scene, i: int, limit: int) -> int | None:
    """The noun of «по … словам», «со … слов», unless it is one's own or «версия 2.1»."""
    words = scene.words
    noun = next((j for j in range(i + 1, min(i + 5, limit)) if words.pos[j] == "NOUN"), None)
    if noun is None or any(words.form[j] == "," or words.lemma[j] in NOT_OF_OTHERS for j in range(i, noun)):
        return None
    if words.lemma[noun - 1] == "этот" and words.lemma[noun] not in FIGURES:
        return None  # «по этим словам», but «по этой информации»
    if words.lemma[noun] == "версия" and _is_number(scene.lower(noun + 1)):
        return None  # «по версии 2.1 программы», but «по версии 24-летней лыжницы»
    if scene.lower(i) != "по":
        return noun if words.lower[noun] == "слов" else None
    oblique = words.feat(noun, "Case") in {"Dat", "", "Ins", "Loc"}
    return noun if words.lemma[noun] in word_list("markers") and oblique else None


def _is_number(form: str) -> bool:
    """«2.1», but not «24-летней»."""
    return form[:1].isdigit() and not any(letter.isalpha() for letter in form)


def _of_nobody(scene: Scene, i: int, noun: int, limit: int) -> Phrase | None:
    """«по некоторым данным», «по слухам», «по информации, …»: nobody owns the words or data."""
    stop = phrase_end(scene, _dated(scene, noun + 1, limit), limit)
    closed = (
        stop >= limit
        or scene.words.form[stop] in {",", *DASHES, ":"}
        or noun > i + 1
        and all(
            scene.words.lemma[k] in OF_NOBODY | {"официальный"} for k in range(i + 1, noun)
        )  # «По последним данным мост закрыт»
    )
    vague = stop > noun + 1 or _vague(scene, i, noun)
    return ((i, noun + 1), given_by(scene, noun, stop), stop) if closed and vague else None


def _latest(scene: Scene, i: int, noun: int) -> Phrase | None:
    """«Жертвами шторма по последним данным стали семеро»: in the middle of its clause, without commas."""
    words = scene.words
    plain = noun == i + 2 and words.lemma[noun] == "данные" and words.lemma[i + 1] in OF_NOBODY
    return ((i, noun + 1), None, noun + 1) if plain and words.form[i - 1].isalnum() else None


def _dated(scene: Scene, at: int, limit: int) -> int:
    """«по данным на утро понедельника, …»: on over the date to its comma."""
    if scene.lower(at) != "на":
        return at
    comma = next((k for k in range(at, min(at + 9, limit)) if scene.words.form[k] == ","), None)
    return comma if comma is not None and not scene.has_predicate(at, comma) else at


def _stands_free(scene: Scene, i: int) -> bool:
    """Whether an attribution phrase begins where one can: at an edge, after a comma or a conjunction."""
    words = scene.words
    low = limits(scene, i)[0]
    if i == low or i - low < TIED and skip_connectives(scene, low, i) == i:
        return True  # «|При этом| по оценке мэра, …»
    if words.lower[i - 1] == "судя":
        return _stands_free(scene, i - 1)
    return (
        words.form[i - 1] in {",", ":", ";", *DASHES, *ENDS}
        or words.pos[i - 1] in {"CCONJ", "SCONJ", "ADV", "PART"}
        or words.lower[i - 1] in {"и", "но", "а", "что"}
        or words.lemma[i - 1] in RELATIVES
        and words.form[i - 2] == ","  # «Зуев, который по версии следствия угнал ялик»
    )


def _nobodys(scene: Scene, i: int, noun: int) -> bool:
    """«По |некоторым данным| автомобиль сгорел», «По |прогнозам| паром опоздает»: the nominative behind begins the claim."""
    bare = noun == i + 1 and scene.words.lemma[noun] in BARE_PLURALS and scene.pair_around(i) is None
    return bare and scene.words.feat(noun, "Number") == "Plur" or _vague(scene, i, noun)


def _vague(scene: Scene, i: int, noun: int) -> bool:
    """«по некоторым данным», «по неофициальной информации», «по официальной версии»."""
    if noun == i + 1:
        many = scene.words.feat(noun, "Number") == "Plur" and scene.words.lemma[noun] in BARE_PLURALS
        many = many and scene.pair_around(i) is None  # in a speech they are the speaker's own
        bare = (many or scene.words.lemma[noun] in BARE) and scene.lower(noun + 1) == ","
        return bare or scene.words.lemma[noun] == "слух"  # «по слухам», «По информации, …»
    return (
        noun - i >= 2
        and scene.words.lemma[noun] not in word_list("needing_owner")
        and all(scene.words.pos[j] in {"ADJ", "DET", "ADV", "VERB", "PRON"} for j in range(i + 1, noun))
    )
