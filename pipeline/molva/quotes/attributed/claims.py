"""What stands before the comma of «…, сообщает X»: a claim, or a topic, a question, another attribution."""

from itertools import takewhile

from molva.quotes.attributed.attribution_phrases import attribution_phrase
from molva.quotes.conjunctions import ABOUT, CLAUSE_OPENERS, COORDINATORS, RELATIVES
from molva.quotes.cues import FINITE, Cue
from molva.quotes.ends.clauses import has_predicative, told_without_verb
from molva.quotes.ends.edges import limits
from molva.quotes.ends.trailing import relayed
from molva.quotes.lexicon import classed, word_list
from molva.quotes.pieces.titles import is_title
from molva.quotes.scene import DASHES, Scene
from molva.quotes.sources.subjects import agrees
from molva.quotes.verbs import ANSWERING
from molva.speakers.pronouns import THEIRS

# «|Таким образом| он прокомментировал …»: points to the words before or behind
SO = (["таким", "образом"], ["этими", "словами"])
ANSWERING_SO = ANSWERING | frozenset(
    "прокомментировать отреагировать объяснить описать оценить пояснить".split()
)
# «снимки |опубликовал| порт»: the verb has a thing for its object
BRINGING_OUT = frozenset("опубликовать публиковать разместить выложить привести приводить передать".split())
# «|Когда| сын спросил, я ответила»: what opens a clause of time or condition
WHEN = frozenset({"когда", "если", "пока", "едва"})
SO_IT_SEEMS = frozenset("выходит получается значит кажется оказывается похоже".split())
PLAINLY = frozenset("сообщить сообщать передать передавать писать".split())


def claim(scene: Scene, start: int, comma: int) -> bool:
    """Something that can be said stands before the attribution: a predicate or «X — Y»."""
    return (
        scene.has_predicate(start, comma)
        or any(scene.is_dash(i) for i in range(start, comma))
        or has_predicative(scene, start, comma)
        or told_without_verb(scene, start, comma)
        or scene.has_subject(start, comma)
    )


def topic(scene: Scene, start: int, comma: int) -> bool:
    """«Ранее об уходе мэра со ссылкой на источник, знакомый с делом, сообщил «Вестник»»: a topic and no claim.

    «|Бригады| прибыли к дому после звонка о пожаре»: behind what may be a subject it is a noun's.
    """
    words = scene.words
    about = next((i for i in range(start, comma) if words.lower[i] in ABOUT), None)
    return about is not None and not any(
        words.pos[k] == "NOUN" and words.may_be_nominative(k) and words.pos[k - 1] != "ADP"
        for k in range(start, about)
    )


def claims_nothing(scene: Scene, cue: Cue, start: int, comma: int) -> bool:
    """What stands before the comma is a question, another attribution, a report passed on, or a topic."""
    return (
        _answers(scene, cue, start, comma)
        or _attributed_already(scene, start, comma)
        or _passed_on(scene, start, comma)
        or _described_topic(scene, start, comma)
        or _thing_shown(scene, cue, start, comma)
        or _answered_so(scene, start, comma)
        or in_own_name(scene, start, comma)
        or _only_when(scene, cue, start, comma)
        or _tells_what_follows(scene, cue, start, comma)
        or _acts_itself(scene, cue, start, comma)
        or _described_subject(scene, cue, start, comma)
    )


def in_own_name(scene: Scene, start: int, comma: int) -> bool:
    """«|Думаю|, им что-то обещают начальники», «|Так что, выходит|, они говорят»: the writer's own word, and no claim."""
    words, last = scene.words, comma - 1
    alone = all(words.pos[k] in {"ADV", "PART", "CCONJ", "SCONJ", "PUNCT"} for k in range(start, last))
    own = words.lemma[last] in classed("verbs") and words.feat(last, "Person") == "1"
    return alone and (own or words.lower[last] in SO_IT_SEEMS)


def _only_when(scene: Scene, cue: Cue, start: int, comma: int) -> bool:
    """«|Когда сын спросил, болен ли он|, я ответила»: a clause of time without the one that it belongs to.

    «Пока моста нет, |сказал мэр|»: before a verb that its subject follows «пока» is an adverb.
    """
    words = scene.words
    for_now = words.lower[start] == "пока" and all(k > cue.head for k in words.subjects(cue.head))
    if words.lower[start] not in WHEN or for_now:
        return False
    rest = words.lower[comma : scene.sentence(comma)[1]]
    if any(rest[k : k + 2] == [",", "то"] for k in range(len(rest))):
        return False  # «Когда сын ответит, сказала мать, |то| мы поедем»
    opened = (k + 1 for k in range(start, comma) if words.form[k] == ",")
    closed = [*(k for k in range(start + 1, comma) if words.form[k] == ","), comma]
    under = CLAUSE_OPENERS | COORDINATORS
    return not any(
        scene.has_predicate(first, stop)
        and words.lower[first] not in under
        and not any(
            words.lower[k] == "ли" or words.lemma[k] in RELATIVES for k in range(first, min(first + 3, stop))
        )
        for first, stop in zip(opened, closed[1:], strict=True)
    )


def _tells_what_follows(scene: Scene, cue: Cue, start: int, comma: int) -> bool:
    """«|Мэр отметил|, с такой просьбой выступил порт»: a report with its subject, and its clause begins behind the comma."""
    teller = scene.cues.get(comma - 1)
    if teller is None or teller.form != FINITE or not teller.has("say") or cue.span[0] == comma + 1:
        return False
    return any(start <= subject < teller.head for subject in scene.words.subjects(teller.head))


def _acts_itself(scene: Scene, cue: Cue, start: int, comma: int) -> bool:
    """«|Учитель, подойдя к доске|, написал «Мир»»: the verb's own subject, and what it did before."""
    words = scene.words
    own = any(start <= k < comma and words.feat(k, "Animacy") == "Anim" for k in words.subjects(cue.head))
    done = any(words.feat(k, "VerbForm") == "Conv" and words.head[k] == cue.head for k in range(start, comma))
    return own and done and not scene.has_predicate(start, comma)


def _described_subject(scene: Scene, cue: Cue, start: int, comma: int) -> bool:
    """«|Певица Вера Зуева, которая пела в порту|, прокомментировала разрыв с Янисом Мелия»: the verb's own subject, and a clause about it."""
    words = scene.words
    commas = [k for k in range(start, comma) if words.form[k] == ","]
    opened = [start, *(k + 1 for k in commas)]
    if not commas or any(_tells(scene, a, b) for a, b in zip(opened, [*commas, comma], strict=True)):
        return False
    if any(scene.is_dash(k) for k in range(start + 1, commas[0])):
        return False  # «|Погибший — рыбак|, который жил в порту, сообщил мэр»
    described = any(words.lemma[k] in RELATIVES for k in range(commas[0] + 1, min(commas[0] + 4, comma)))
    return described and any(
        words.feat(k, "Case") == "Nom" and words.feat(k, "Animacy") == "Anim" and agrees(scene, k, cue.head)
        for k in range(start, commas[0])
    )


def _answers(scene: Scene, cue: Cue, start: int, comma: int) -> bool:
    """«Сам Зуев |на вопрос о том|, продан ли катер, ответил «Бакену»: «…»»: before the comma stands what was asked."""
    lower = scene.words.lower
    asked = (lower[k] == "на" and lower[k + 1] in {"вопрос", "вопросы"} for k in range(start, comma))
    return scene.words.lemma[cue.head] in ANSWERING and any(asked)


def _attributed_already(scene: Scene, start: int, comma: int) -> bool:
    """«По данным порта, его заподозрили в краже», «Оба парома, по данным порта, передала Нарвинка»: no claim stands before."""
    found = attribution_phrase(scene, start)
    if found is not None and found[2] == comma:
        return True
    opening = next((k for k in range(comma - 1, start, -1) if scene.words.form[k] == ","), None)
    if opening is None or scene.has_predicate(start, opening):
        return False
    found = attribution_phrase(scene, opening + 1)
    return found is not None and found[2] == comma


def _passed_on(scene: Scene, start: int, comma: int) -> bool:
    """«…, сообщил мэр, его слова приводятся в канале»: the claim is the mayor's, whose words the channel carries."""
    if scene.lower(comma + 1) not in THEIRS or not relayed(scene, comma + 1, limits(scene, comma)[1]):
        return False
    return any(k in scene.cues and scene.cues[k].has("say") for k in range(start, comma))


def _described_topic(scene: Scene, start: int, comma: int) -> bool:
    """«Ранее |о выделении пяти лодок, в том числе «Зари», которые чинят в порту|, объявил мэр»: a topic and a clause about it, and no claim."""
    words = scene.words
    first = next((k for k in range(start, min(start + 4, comma)) if words.lower[k] in ABOUT), None)
    close = next((k for k in range(start, comma) if words.form[k] == ","), None)
    if first is None or close is None or close < first or words.lower[first + 1] == "том":
        return False
    if any(
        words.form[k] in {":", ";"} or scene.is_dash(k) and words.form[k - 1] != ","
        for k in range(first + 1, comma)
    ):
        return False  # «Слухи о мосте — |это вздор, глупость|, сообщил мэр»
    commas = [k for k in range(close, comma) if words.form[k] == ","]
    opened = [start, *(k + 1 for k in commas)]
    return not any(_tells(scene, a, b) for a, b in zip(opened, [*commas, comma], strict=True))


def _answered_so(scene: Scene, start: int, comma: int) -> bool:
    """«|Так он ответил| на вопрос о пароме, передаёт корреспондент «Бакена»»: the narrator tells what the words around it were for."""
    so = scene.lower(start) == "так" or scene.words.lower[start : start + 2] in SO
    verb = next((k for k in range(start, comma) if scene.is_finite(k)), None)
    return so and verb is not None and scene.words.lemma[verb] in ANSWERING_SO


def _thing_shown(scene: Scene, cue: Cue, start: int, comma: int) -> bool:
    """«|Снимки порта|, где чинят лодки, опубликовал «Бакен»», «|Ещё один пример| привёл мэр»: the object, with clauses about it."""
    if scene.words.lemma[cue.head] not in BRINGING_OUT:
        return False
    commas = [k for k in range(start, comma) if scene.words.form[k] == ","]
    opened = [start, *(k + 1 for k in commas)]
    return not any(
        scene.lower(a) not in CLAUSE_OPENERS and _tells(scene, a, b)
        for a, b in zip(opened, [*commas, comma], strict=True)
    )


def _tells(scene: Scene, start: int, end: int) -> bool:
    """Whether a clause between commas has a predicate and describes no noun before it: «, рядом с |которым| стоит порт»."""
    if any(scene.words.lemma[k] in RELATIVES for k in range(start, min(start + 3, end))):
        return False
    return scene.has_predicate(start, end) or has_predicative(scene, start, end)


def asked_before(scene: Scene, start: int, comma: int) -> bool:
    """«Подробно о том, что произошло, рассказал сосед»: a topic between its commas, and nothing else, stands before the verb."""
    lower = scene.words.lower
    opens = (
        k for k in range(start + 3, comma) if lower[k - 3 : k] == ["о", "том", ","] and lower[k] == "что"
    )
    first = next(opens, None)
    if first is None or scene.has_predicate(start, first):
        return False
    topic = range(
        start, first - 3
    )  # «|Миф| о том, что соль вредна, придумали рыбаки, считает врач» has a noun
    return not any(scene.words.pos[k] in {"NOUN", "PROPN"} for k in topic)


def comma_before(scene: Scene, verb: int, start: int) -> int | None:
    """The comma that opens the attribution: only circumstances may stand between it and the verb."""
    words = scene.words
    for i in range(verb - 1, max(start, verb - 8) - 1, -1):
        if words.lemma[i] in RELATIVES:
            return None
        if (
            words.form[i] == ","
            or i in scene.closes
            and i == verb - 1
            and not is_title(scene, scene.closes[i], i)
            or words.form[i] in DASHES
            and words.form[i - 1] == ","
        ):
            so = scene.lower(i + 1) == "так" and i + 2 in scene.cues  # «…, — так говорится в тексте»
            opens = scene.lower(i + 1) in CLAUSE_OPENERS | COORDINATORS and not so
            return None if opens or words.lemma[i + 1] in RELATIVES or _relative(scene, i + 1) else i
        if scene.is_finite(i) or words.pos[i] in {"SCONJ", "CCONJ"} or words.form[i] in {"(", ")", ":", ";"}:
            return None
        if words.pos[i] in {"NOUN", "PROPN"} and words.feat(i, "Case") == "Nom" and i != verb - 1:
            return None
    return None


def comma_left_out(scene: Scene, cue: Cue, start: int, end: int) -> int | None:
    """«Мост закрыли из-за ветра |сообщает «Бакен»|.»: the word before a report's verb, where the writer forgot the comma.

    A body or a medium tells, right behind the verb, which has no subject before it; and what it tells is the whole
    clause that the verb hangs on.
    """
    words, verb, who = scene.words, cue.head, cue.span[1]
    passes_on = words.lemma[verb] in PLAINLY and cue.form == FINITE and who < end
    if not passes_on or not _tells_by_name(scene, who) or any(k < verb for k in words.subjects(verb)):
        return None
    claimed = start <= words.head[verb] < verb and scene.is_finite(words.head[verb])
    closes = words.pos[verb - 1] in {"NOUN", "PROPN", "NUM", "X"} or verb - 1 in scene.closes
    if not claimed or not closes or words.lower[start] in ABOUT:
        return None
    clause = takewhile(lambda k: words.form[k] not in {",", ":", ";", *DASHES}, range(verb - 1, start, -1))
    opened = any(words.pos[k] == "SCONJ" or words.lemma[k] in RELATIVES for k in clause)
    return None if opened else verb - 1


def _tells_by_name(scene: Scene, i: int) -> bool:
    """««Бакен»», «МЧС», «пресс-служба порта»: a body begins at a word, and not in a case that has it told."""
    words = scene.words
    body = words.ent[i + (i in scene.opens)] == "ORG" or words.lemma[i] in word_list("bodies")
    return body and (i in scene.opens or words.feat(i, "Case") not in {"Gen", "Dat"})


def _relative(scene: Scene, i: int) -> bool:
    """«…, на чём настаивал порт»: a relative clause; «…, о чём сообщил порт» attributes all before it."""
    return scene.lower(i) in {"на", "с", "к", "по"} and scene.lower(i + 1) in {"чем", "чему", "что"}
