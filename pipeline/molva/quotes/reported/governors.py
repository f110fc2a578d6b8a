"""What governs a clause: the verb or the noun before «, что …», over all that may stand between."""

from molva.quotes.conjunctions import ABOUT
from molva.quotes.cues import FINITE, PARTICIPLE, Cue
from molva.quotes.ends.edges import limits
from molva.quotes.kinds import is_thing
from molva.quotes.lexicon import word_list
from molva.quotes.media.passed_on import medium_after
from molva.quotes.scene import ENDS, Scene
from molva.quotes.sources.complements import complement
from molva.quotes.speech_nouns import STANDPOINTS
from molva.speakers.pronouns import THEIRS

# «заявил об |опасениях|, что …»: what is felt by whoever tells of it; «делиться» takes it in the instrumental
FELT = frozenset("опасение подозрение предположение убеждение убежденность уверенность догадка".split())
SHARING = frozenset({"делиться", "поделиться"})
OWN = frozenset({"своих", "своем", "своей", "своими", "своим"})
CAUSE = 8  # words from «из-за» to the second cause
_NEAR = 4  # words from a verb to the noun that it reports in
HINGES = frozenset({"то", "том", "тем", "того", "тому"})
POINTED = frozenset({"та", "ту", "те", "той", "тех", "теми", "тот"})
ALL = frozenset({"ничего", "нечто", "многое", "единственное"})  # «не заметил |ничего|, что пугало бы»
NEVER = frozenset(
    {
        "потому",
        "так",
        "затем",
        "оттого",
        "перед",
        "несмотря",
        "благодаря",
        "вместо",
        "после",
        "до",
        "из-за",
        "ввиду",
    }
)
THEN = frozenset({"затем", "после"})
BEFORE_HINGES = ABOUT | {"на", "в", "с", "к", "по"}  # «о том, что», «на то, что»
SERVING = frozenset("стать становиться служить послужить являться явиться быть оказаться".split())
TOPICAL = ABOUT | {"к", "перед"}  # «говоря о мосте», «обращаясь к рыбакам»
TAKING = frozenset({"вид", "внимание", "впечатление"})  # «делая вид, что», «принимая во внимание, что»
SEEN = frozenset({"видно", "слышно", "заметно"})  # «на кадрах, которые опубликовал порт, |видно|, что …»
CONFIRMING = frozenset({"подтвердить", "подтверждать"})
# words of the prepositions by which an occasion is told: «на |фоне| слухов», «|после| жалоб», «по |поводу| сообщений»
OCCASIONS = frozenset("фоне после поводу контексте ответ из-за связи основании ввиду вслед".split())
# «|проверяют| слухи, что мост закроют»
CHECKING = frozenset(
    "проверить проверять перепроверить рассмотреть рассматривать изучить изучать исследовать отрабатывать "
    "расследовать".split()
)
# «сведения подтверждались, |поэтому| вероятность того, что …»: a clause begins that no verb before reaches into
INFERRING = frozenset({"поэтому", "следовательно", "значит", "зато"})
AMOUNTING = frozenset("заключаться состоять сводиться свестись".split())
CAUSES = frozenset({"из-за", "ввиду", "вследствие", "вместо", "помимо", "кроме", "после", "до", "ради"})


def governor(scene: Scene, conjunction: int) -> Cue | None:
    """The cue whose clause begins at ``conjunction``: the nearest one to the left that can reach it.

    Between a cue and «, что» stand its subject, addressee and circumstances, but no other
    predicate; «то, что» belongs to the cue only through «о том», «тем», «на то».
    """
    start = limits(scene, conjunction)[0]
    if _bound_otherwise(scene, conjunction - 2):
        return None
    if over := _over_gerund(scene, conjunction, start):
        return over
    for j in scene.backwards(conjunction - 2, start):
        cue = scene.cues.get(j)
        if cue is not None and cue.classes and not _skipped(scene, cue, conjunction):
            return _over_medium(scene, cue, conjunction, start) or cue
        noun = noun_cue(scene, j, conjunction)
        if noun is not None:
            return noun
        if _stands_between(scene, j, conjunction):
            over = _cue_over(scene, j, start) or _over_reference(scene, j, start)
            over = over or _standpoint(scene, j, conjunction, start)
            return over or _over_hearers(scene, j, conjunction, start)
        if _ends_search(scene, j):
            return None
    return None


def _ends_search(scene: Scene, j: int) -> bool:
    """A full stop, a colon or a semicolon, but not in «С. Лаптева», «в 12:30», «stvor.ru»; and «, поэтому»."""
    if scene.words.form[j] == "," and scene.lower(j + 1) in INFERRING:
        return True
    stops = scene.words.form[j] in ENDS | {":", ";"}
    return stops and not scene.in_initial(j) and not scene.in_clock(j) and not scene.in_web_name(j)


def _over_gerund(scene: Scene, conjunction: int, start: int) -> Cue | None:
    """«|заявил|, комментируя штраф, что …», «|добавил|, не вдаваясь в подробности, что …».

    The gerund has an object or a place of its own, and the verb before its comma has none yet: the clause is the verb's.
    Read from the conjunction backwards, and over «не», so it is no ``behind_gerund``.
    """
    words = scene.words
    comma = next((k for k in scene.backwards(conjunction - 2, start) if words.form[k] == ","), None)
    if comma is None:
        return None
    gerund = comma + 1 + (words.lower[comma + 1] == "не")
    if words.feat(gerund, "VerbForm") != "Conv" or not _is_filled(scene, gerund, conjunction - 1):
        return None
    cue = _told_before(scene, comma, start)
    parted = cue is not None and any(
        words.form[k] == ":" or words.lower[k] in ABOUT for k in range(cue.head + 1, comma)
    )
    return cue if cue is not None and cue.has("say", "think") and not parted else None


def _over_medium(scene: Scene, cue: Cue, conjunction: int, start: int) -> Cue | None:
    """«Мэр |заявил|, передаёт «Створ», что …»: a medium that passes the words on stands between commas."""
    words, comma = scene.words, cue.head - 1
    if (
        cue.form != FINITE
        or comma <= start
        or words.form[comma] != ","
        or ":" in words.form[comma:conjunction]
    ):
        return None
    if medium_after(scene, cue.head, conjunction - 1) is None:
        return None
    told = _told_before(scene, comma, start)
    return told if told is not None and told.has("say", "think") else None


def _told_before(scene: Scene, comma: int, start: int) -> Cue | None:
    """«|заявил| в порту, …»: the finite cue left of a comma, if neither a comma nor another verb parts them."""
    for k in scene.backwards(comma - 1, start):
        cue = scene.cues.get(k)
        if cue is not None:
            return cue if cue.form == FINITE else None
        if scene.words.form[k] == "," or scene.is_finite(k):
            return None
    return None


def _is_filled(scene: Scene, gerund: int, end: int) -> bool:
    """«комментируя |штраф|», «отвечая |на вопрос|», but not «сообщив порту», «делая вид», «исходя из того»."""
    words, last = scene.words, end - 1
    if words.lower[last] in HINGES or words.lemma[last] in TAKING | word_list("nouns") - word_list(
        "owned_nouns"
    ):
        return False
    cue = scene.cues.get(gerund)
    inside = [k for k in range(gerund + 1, end) if cue is None or k not in range(*cue.span)]
    if cue is None or not cue.has("say", "think"):
        return any(words.pos[k] in {"NOUN", "PROPN", "PRON"} for k in inside)
    topics = any(words.lower[k] in TOPICAL for k in inside)
    return topics or any(_is_object(scene, k) for k in inside)


def _is_object(scene: Scene, k: int) -> bool:
    """«приводя |данные|», «отвечая на |вопрос|», but nobody who is told and no time: «сообщив |рыбакам| в |среду|»."""
    words = scene.words
    thing = words.feat(k, "Case") == "Acc" and words.feat(k, "Animacy") == "Inan" and not words.ent[k]
    return thing and words.lower[k - 1] not in {"в", "во"}


def _bound_otherwise(scene: Scene, i: int) -> bool:
    """«потому, что», «при условии, что», «ту, что стояла в порту», «из-за того, что», «за то, что»: the word before the comma takes the clause."""
    lower = scene.words.lower
    if lower[i] in SEEN and i not in scene.cues or (lower[i - 1], lower[i]) == ("при", "том"):
        return True
    if lower[i - 2 : i + 1] == ["связи", "с", "тем"] or _compares(scene, i):
        return True
    if lower[i - 1 : i + 1] == ["в", "том"] and _is_what_it_is(scene, i - 2):
        return True
    if lower[i] == "того" and lower[i - 1] in CAUSES or (lower[i - 1], lower[i]) == ("за", "то"):
        return scene.lower(i + 2) == "что"
    if lower[i] == "того" and lower[i - 1] in {"и", "или"} and _is_second_cause(scene, i):
        return True
    then = lower[i] in THEN and i - 1 in scene.cues  # «добавив |затем|, что мост цел»
    return lower[i] in NEVER and lower[i] != "до" and not then or lower[i] in {"условии", *POINTED, *ALL}


def _is_what_it_is(scene: Scene, i: int) -> bool:
    """«Как сообщил мэр, |дело (не только) в том, что| мост стар»: a subject, and the clause is what it is."""
    words = scene.words
    while words.lower[i] in {"не", "только", "лишь", "именно", "вовсе"}:
        i -= 1
    opens = words.form[i - 1] == "," or words.pos[i - 1] in {"ADJ", "DET"} and words.form[i - 2] == ","
    return opens and words.pos[i] == "NOUN" and words.feat(i, "Case") == "Nom" and i not in scene.cues


def _is_second_cause(scene: Scene, hinge: int) -> bool:
    """«из-за слухов в школе и |того|, что сын болен»: the second of two causes."""
    lower = scene.words.lower
    near = (k for k in range(hinge - 2, max(hinge - CAUSE, 0), -1) if lower[k] in CAUSES)
    cause = next(near, None)
    return cause is not None and "," not in lower[cause:hinge] and not scene.has_predicate(cause, hinge)


def _compares(scene: Scene, noun: int) -> bool:
    """«предъявлено |такое же| обвинение, |что и| Зуеву»: the same as another's; «сообщил то же, что и порт»."""
    lower = scene.words.lower
    return (
        scene.lower(noun + 3) == "и"
        and scene.lower(noun + 2) == "что"
        and "же" in lower[max(noun - 3, 0) : noun]
    )


def _cue_over(scene: Scene, word: int, start: int) -> Cue | None:
    """«дал понять», «обратил внимание»: the cue whose words hold this one."""
    near = (scene.cues[k] for k in range(word - 1, max(start, word - 4) - 1, -1) if k in scene.cues)
    return next((cue for cue in near if word in range(*cue.span)), None)


def _over_reference(scene: Scene, word: int, start: int) -> Cue | None:
    """«сообщило со ссылкой на дипломата, который вёл переговоры, что …»: the reference and its clauses stand between."""
    words = scene.words
    reference = next((k for k in range(word - 1, start, -1) if words.lemma[k] == "ссылка"), start)
    relative = any(words.lemma[k] == "который" for k in range(reference, word))
    return scene.cues.get(reference - 2) if relative else None


def _over_hearers(scene: Scene, verb: int, conjunction: int, start: int) -> Cue | None:
    """«|рассказала| рыбакам, которые чинили сети, что …»: a clause about who was told stands between.

    Its verb has its object, and is none that reports itself; right before the comma it would take the clause.
    """
    words = scene.words
    comma = next((k for k in range(verb, start, -1) if words.form[k] == ","), None)
    if comma is None or verb >= conjunction - 2 or verb in scene.cues or words.lemma[comma + 1] != "который":
        return None
    if any(words.form[k] == "," or k in scene.cues for k in range(verb, conjunction - 1)):
        return None
    cue = _told_before(scene, comma, start)
    if cue is None or not cue.has("say"):
        return None
    return cue if any(words.feat(n, "Case") == "Dat" for n in range(cue.span[1], comma)) else None


def _stands_between(scene: Scene, j: int, conjunction: int) -> bool:
    """Whether a predicate that reports nothing, or an infinitive or a gerund right before the comma, parts cue and clause."""
    if scene.is_finite(j):
        return True
    verbal = scene.words.feat(j, "VerbForm") in {"Inf", "Conv"}
    return verbal and scene.words.head[conjunction] != j and _blocks(scene, j, conjunction)


def _blocks(scene: Scene, j: int, conjunction: int) -> bool:
    """An infinitive or gerund right before the comma governs the clause itself."""
    return all(scene.words.form[k] != "," for k in range(j, conjunction - 1))


def _skipped(scene: Scene, cue: Cue, conjunction: int) -> bool:
    """A participle far from the comma, or a gerund closed by a comma, does not govern."""
    if cue.form == PARTICIPLE:
        return not _blocks(scene, cue.head, conjunction)
    return False


def noun_cue(scene: Scene, noun: int, conjunction: int) -> Cue | None:
    """Заявление Орехова о том, что …;  его слова, что …;  мнение, что …."""
    words = scene.words
    if words.pos[noun] != "NOUN" or words.lemma[noun] not in word_list("nouns"):
        return None
    if not _reaches(scene, noun, conjunction) or _lacks(scene, noun) or _serves_as(scene, noun):
        return None
    if _is_checked(scene, noun):
        return None
    if words.lower[noun - 1] in {"столько", "настолько"} or words.lower[noun - 2 : noun] == ["так", "много"]:
        return None  # «|столько| сведений, что их не прочесть»: how much
    if words.lemma[noun] == "ответ" and words.lower[noun - 1] == "в":
        return None  # «заверил |в ответ|, что …»: the verb's
    if words.lemma[noun] in word_list("owned_nouns") and not is_owned(scene, noun, conjunction):
        return None
    return _cue_before(scene, noun, conjunction) or Cue(noun, (noun, noun + 1), frozenset({"say"}), "noun")


def _standpoint(scene: Scene, verb: int, conjunction: int, start: int) -> Cue | None:
    """«|Позиция| порта состоит в том, что …», «|вывод| врачей сводится к тому, что …»: the verb only joins the noun to its clause."""
    words = scene.words
    if words.lemma[verb] not in AMOUNTING or words.lower[verb + 2 : conjunction - 1] not in (
        ["том"],
        ["тому"],
    ):
        return None
    nouns = (k for k in scene.backwards(verb - 1, start) if words.lemma[k] in STANDPOINTS)
    noun = next((k for k in nouns if words.feat(k, "Case") == "Nom"), None)
    if noun is None or not is_owned(scene, noun, verb):
        return None
    return Cue(noun, (noun, noun + 1), frozenset({"say"}), "noun")


def questioned(scene: Scene, conjunction: int) -> int | None:
    """«отвечая на |вопрос|, что решил порт», «в ответ на |вопрос о том|, что …»: the noun whose question the clause is.

    «ответил на вопрос, что порт закрыт» answers: no gerund opens the sentence, and «о том» doesn't stand between.
    """
    words, hinge = scene.words, scene.words.lower[conjunction - 3 : conjunction - 1] == ["о", "том"]
    noun = conjunction - 4 if hinge else conjunction - 2
    if noun < 2 or words.lemma[noun] != "вопрос" or words.lower[noun - 1] != "на":
        return None
    first = words.feat(noun - 2, "VerbForm") == "Conv" and noun - 2 == limits(scene, noun)[0]
    return noun if hinge or first else None


def is_owned(scene: Scene, noun: int, end: int) -> bool:
    """«|его| довод», «показания |сторожа|»: who has it stands beside the noun."""
    if scene.lower(noun - 1) in THEIRS:
        return True
    owner = complement(scene, noun, end)
    thing = owner is None or scene.lower(owner.head) in HINGES or is_thing(scene.words, owner.head)
    return not thing  # «прогноз |погоды| о том, что …»


def _reaches(scene: Scene, noun: int, conjunction: int) -> bool:
    """«слова, что …», «слова мэра, что …», «заявление мэра порта о том, что …»: nothing parts noun and clause."""
    words = scene.words
    hinge = words.lower[conjunction - 2] in HINGES and words.lower[conjunction - 3] in BEFORE_HINGES
    between = range(noun, conjunction - 1)
    joined = all(words.form[k] != "," and not scene.is_finite(k) for k in between)
    return noun == conjunction - 2 or joined and conjunction - noun <= (16 if hinge else 9)


def _cue_before(scene: Scene, noun: int, conjunction: int) -> Cue | None:
    """«опровергли информацию о том, что …», «согласился с мнением, что …»: the verb before the noun reports."""
    low = limits(scene, noun)[0]
    before = [k for k in range(noun - 1, max(low, noun - 7) - 1, -1) if k in scene.cues]
    denials = (k for k in before if k >= noun - 5 and scene.cues[k].has("deny"))
    verbs = (k for k in before if _is_phrase(scene, k, noun) or _reports_through(scene, k, noun))
    found = None if is_owned(scene, noun, conjunction) else next(denials, None)  # «опроверг слова |мэра|»
    confirmed = noun - 1 in before and scene.words.lemma[noun - 1] in CONFIRMING
    if found is None and confirmed and not is_owned(scene, noun, noun + 2):
        found = noun - 1  # «подтвердил |слухи| о том, что …»: nobody else's words
    found = found if found is not None else next(verbs, None)
    return scene.cues[found] if found is not None else None


def _is_phrase(scene: Scene, verb: int, noun: int) -> bool:
    """«|сделал заявление| для слушателей о том, что …»; what was the occasion, others have said: «… на фоне |слухов| о том, что …»."""
    span = scene.cues[verb].span
    return span != (verb, verb + 1) and OCCASIONS.isdisjoint(scene.words.lower[span[1] : noun])


def _lacks(scene: Scene, noun: int) -> bool:
    """«не располагает информацией о том, что …», «нет данных о том, что …»: nobody has said it."""
    start = limits(scene, noun)[0]
    for k in range(noun - 1, max(start, noun - 5) - 1, -1):
        if scene.words.form[k] == "," or k in scene.cues:
            return False
        if scene.is_finite(k) or scene.lower(k) == "нет":
            return scene.lower(k) == "нет" or scene.lower(k - 1) == "не"
    return False


def _is_checked(scene: Scene, noun: int) -> bool:
    """«полиция |проверяет| сообщение о том, что …», «рассматривают версию, что …»: nobody says yet that it is so."""
    words, verb = scene.words, scene.words.head[noun]
    checks = words.lemma[verb] in CHECKING and words.dep[noun] in {"obj", "nsubj:pass", "nsubj"}
    return checks and not any(words.lower[k] in THEIRS for k in words.children[noun])


def _serves_as(scene: Scene, noun: int) -> bool:
    """«уход стал напоминанием о том, что …», «это предупреждение, что …»: a thing shows it, nobody says it."""
    words, verb = scene.words, scene.words.head[noun]
    if any(words.lower[c] == "это" and c < noun for c in words.children[noun]):
        return words.feat(noun, "Case") == "Nom"
    copula = words.lemma[verb] in SERVING or any(words.lemma[c] in SERVING for c in words.children[noun])
    return copula and words.feat(noun, "Case") == "Ins"


def _tells_of_own(scene: Scene, verb: int, noun: int) -> bool:
    """«заявил об |опасениях|, что …», «поделился |подозрением|, что …»: what he himself feels, unless another does."""
    words, cue = scene.words, scene.cues[verb]
    if words.lemma[noun] not in FELT or noun - verb > _NEAR or not cue.has("say") or cue.form != FINITE:
        return False
    about = words.lower[verb + 1] in ABOUT
    first = verb + 1 + about
    described = all(words.pos[k] in {"ADJ", "DET"} or words.lower[k] in OWN for k in range(first, noun))
    return described and (about or words.lemma[verb] in SHARING) and complement(scene, noun, noun + 2) is None


def _reports_through(scene: Scene, verb: int, noun: int) -> bool:
    """«согласился с мнением, что …», «отметил в своём обращении, что …»: the verb itself reports."""
    preposition = scene.words.lower[verb + 1]
    agrees = preposition in {"с", "к"} and noun == verb + 2 and complement(scene, noun, noun + 3) is None
    located = scene.words.feat(noun, "Case") == "Loc" or scene.lower(noun).endswith("ии")
    inside = preposition in {"в", "во"} and located and noun - verb <= _NEAR  # «в |комментарии| газете»
    if _tells_of_own(scene, verb, noun):
        return True
    if inside and scene.cues[verb].has("state"):
        return True  # «|сказано| в докладе порта, что …»: the paper speaks through the verb
    return (agrees or inside) and scene.cues[verb].form == FINITE and scene.cues[verb].has("say", "think")
