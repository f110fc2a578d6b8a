"""Cues: the words that report. Every word of the text that may carry a quote is found here once.

A cue is a verb of the lexicon in a form that asserts («заявил», «добавив», «сказано»), or a
predicative («уверен»). Infinitives and futures report nothing: «может сказать», «скажет».
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from molva.quotes.callings import is_press_office
from molva.quotes.lexicon import classed, word_list
from molva.quotes.no_report import is_somebody, reports_nothing
from molva.speakers.pronouns import NOMINATIVE
from molva.words import Words

FRONTED = 6  # words more from «такое мнение» to its verb
REACH = 3  # words from a verb to an infinitive that it makes come about
FINITE, GERUND, PASSIVE, PARTICIPLE = "finite", "gerund", "passive", "participle"

# Two words that report together: «выразил надежду, что», «дал понять, что», «пришёл к выводу, что».
_PARTNERS: tuple[tuple[str, str], ...] = (
    (
        "выразить выражать высказать высказывать",
        (
            "надежда уверенность мнение обеспокоенность сожаление сомнение опасение убеждение убежденность "
            "готовность недоумение благодарность предположение озабоченность удивление недовольство "
            "удовлетворение возмущение мысль протест соболезнование пожелание идея точка версия "
            "утверждение догадка подозрение гипотеза претензия замечание"
        ),
    ),
    (
        "дать",
        (
            "понять знать интервью комментарий обещание показание показания пояснение разъяснение слово прогноз "
            "совет оценка рекомендация объяснение"
        ),
    ),
    ("давать", "понять знать обещание показание показания пояснение прогноз совет рекомендация объяснение"),
    ("поделиться делиться", "мнение предположение соображение"),
    ("разделять", "мнение точка"),
    ("озвучить озвучивать", "версия мнение позиция предположение прогноз"),
    ("разместить", "сообщение пост заявление комментарий запись"),
    ("оставить", "комментарий"),
    ("задаться задаваться", "вопрос"),
    ("прийти приходить", "вывод заключение мнение"),
    (
        "сделать",
        "вывод заявление предположение предупреждение прогноз признание заключение акцент упор замечание",
    ),
    ("бросить бросать", "упрек реплика фраза"),
    ("делать", "вывод заявление предположение прогноз акцент упор"),
    ("обратить обращать акцентировать заострить", "внимание"),
    ("придерживаться", "мнение позиция точка"),
    ("выдвинуть", "версия предположение гипотеза требование обвинение условие"),
    ("задать задавать", "вопрос"),
    ("поставить", "вопрос известность условие диагноз ультиматум"),
    ("предоставить предоставлять", "данные информация сведение сведения"),
    ("довести доводить", "сведение сведения"),
    ("привести приводить", "аргумент довод данные расчет цифра пример"),
    (
        "выступить выступать",
        "заявление предложение мнение обращение инициатива предупреждение утверждение предположение обвинение угроза",
    ),
    (
        "появиться",
        "информация сообщение сведение данные слух ремарка заявление запись предположение комментарий",
    ),
    ("присутствовать", "комментарий запись"),
    ("появляться", "информация сообщение сведение данные слух предположение"),
    ("поступить поступать", "информация сообщение сведение данные заявление жалоба"),
    ("просочиться", "информация слух сведение"),
    ("ходить", "слух"),
    ("склоняться склониться", "мнение версия вывод мысль"),
    ("повторить повторять", "утверждение заявление обвинение обещание тезис"),
    ("сойтись сходиться", "мнение то тот"),
    ("высказываться", "мнение предположение опасение версия"),
    ("распространить", "заявление сообщение информация слух"),
    ("распространять", "информация слух"),
    ("опубликовать публиковать выпустить", "заявление сообщение пост информация"),
    ("выдать", "информация"),
    ("запустить запускать пустить", "слух"),
)
PHRASES = {verb: frozenset(nouns.split()) for verbs, nouns in _PARTNERS for verb in verbs.split()}

# «поступили жалобы», «появилась информация»: what is told is itself the subject, nobody stands behind the verb
APPEARING = frozenset("появиться появляться поступить поступать присутствовать просочиться ходить".split())

# «обеспокоена тем, что …», «убеждён, что …»: short participles of what moves somebody.
MOVED = frozenset("убедить уверить обеспокоить встревожить озаботить удивить возмутить разочаровать".split())

# «рыбаки |ждут|, что порт откроют»: an opinion only where the clause tells it; «ждут, когда …», «ждут, что скажет мэр» wait
AWAITING = frozenset({"ждать"})

# «признана в Вестрии |экстремистской|»: what a law makes a paper add to a name
BRANDS = ("экстремист", "террорист", "нежелательн", "иноагент", "иностранный")
BRANDED = 5  # words from «признан» to such a word

# «успел заявить»: under these verbs in the past an infinitive has come about.
COME_ABOUT = frozenset(
    "успеть начать поспешить поторопиться стать продолжить приняться взяться рискнуть решиться осмелиться".split()
)

# «попытался возразить, что …»: what somebody tries to tell he tells, but «пытался выяснить» has found nothing
TRYING = frozenset("пытаться попытаться пробовать попробовать".split())

# «торопясь объявить, что …»: in a gerund these verbs tell of a haste in which it has been said
HASTENING = frozenset({"торопиться", "спешить", "поспешить"})

# «не преминул заметить», «не устаёт повторять»: what somebody has not failed to say
NOT_FAILING = frozenset(
    "преминуть замедлить забыть забывать устать уставать перестать переставать постесняться стесняться "
    "побояться упустить".split()
)

# «продолжает настаивать», «любит повторять»: under these verbs it comes about again and again, now as well
RECURRING = frozenset("продолжать продолжить любить привыкнуть".split())

# «мэру удалось выяснить», «позволило рыбакам заявить»: the same, of whom the dative names
GRANTED = frozenset({"удаться", "позволить"})

# Asserting verbs that need the negation to report at all: «не скрыл, что …».
ONLY_NEGATED = frozenset({"исключить", "исключать", "скрывать", "скрыть"})

# «не |стала скрывать|, что …», «не |может скрыть|»: under these verbs, negated, an infinitive of hiding tells
NOT_HIDING = frozenset("стать пытаться попытаться собираться думать мочь смочь".split())
HIDDEN = frozenset({"скрывать", "скрыть", "отрицать"})

# «исключил, что …»: with a clause the verb denies it; «исключил Зуева» is a deed
RULED_OUT = frozenset({"исключить", "исключать"})

# «не исключил, что …»: the negation belongs to the cue and nothing is negated.
WITH_NEGATION = ONLY_NEGATED | {"сомневаться", "отрицать", "возражать"}

# «|Заявлял| мэр, что …»: a verb that opens its sentence, which the tagger takes for a name
PAST = ("л", "ла", "ло", "ли")

# «…, передаёт NEWSru.com»: verbs that the tagger takes for nouns beside a foreign name.
UNMISTAKABLE = frozenset("передает передают пишет пишут сообщает сообщают цитирует цитируют".split())


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting word: ``head`` the word, ``span`` all words of the cue, ``classes`` its frames."""

    head: int
    span: tuple[int, int]
    classes: frozenset[str]
    form: str
    negated: bool = False

    def has(self, *classes: str) -> bool:
        """Whether the cue belongs to one of ``classes``."""
        return not self.classes.isdisjoint(classes)


def find_cues(words: Words) -> dict[int, Cue]:
    """All cues of a text by their head word."""
    return {cue.head: cue for cue in _cues(words)}


def _cues(words: Words) -> Iterator[Cue]:
    """The same in text order."""
    reporting = _reporting()
    for i in [i for i, lemma in enumerate(words.lemma) if lemma in reporting]:
        form = _form(words, i)
        if form is None:
            continue
        classes = _classes(words, i, form)
        negated = i > 0 and words.lower[i - 1] in {"не", "ни"} or _does_not_hide(words, i)
        partner = _phrase_partner(words, i)
        if partner is not None:
            yield Cue(i, _phrase_span(words, i, partner), classes | {"say"}, form, negated)
        elif words.lemma[i] in ONLY_NEGATED:
            if negated and form != PASSIVE:
                yield Cue(i, (i - 1, i + 1), frozenset({"think"}), form)
            elif words.lemma[i] in RULED_OUT and form in {FINITE, GERUND} and _that_follows(words, i):
                yield Cue(i, (i, i + 1), frozenset({"think", "deny"}), form)
        elif words.lemma[i] in AWAITING:
            if form == FINITE and _expects(words, i):
                yield Cue(i, (i, i + 1), frozenset({"think"}), form, negated)
        elif classes:
            keeps = negated and words.lemma[i] in WITH_NEGATION
            yield Cue(i, (i - 1 if keeps else i, i + 1), classes, form, negated and not keeps)


@cache
def _reporting() -> frozenset[str]:
    """The lemmas that may report, alone or with a partner."""
    return (
        frozenset({*classed("verbs"), *classed("predicatives"), *PHRASES}) | ONLY_NEGATED | MOVED | AWAITING
    )


def _classes(words: Words, i: int, form: str) -> frozenset[str]:
    """The frames that a word has in the lexicon, as its form allows."""
    if words.lemma[i] in MOVED and words.feat(i, "Variant") == "Short":
        return frozenset({"think"})
    if words.pos[i] == "ADJ":
        listed = classed("predicatives")
        return listed.get(words.lemma[i], listed.get(words.lower[i], frozenset()))
    if reports_nothing(words, i):
        return frozenset()
    classes = classed("verbs").get(words.lemma[i], frozenset())
    if form == PASSIVE and classes and words.feat(i, "Variant") == "Short":
        return frozenset() if _tells_nothing(words, i) else classes | {"state"}
    return classes


def _tells_nothing(words: Words, i: int) -> bool:
    """«звонок был |связан| с уточнением», «в соцсети (её фирма |признана| экстремистской)»: passives that report nothing."""
    return words.lemma[i] == "связать" or words.lemma[i] == "признать" and _branded(words, i)


def _branded(words: Words, i: int) -> bool:
    """«признана в Вестрии |экстремистской|», «признан |иноагентом|»: what a law makes a paper add to a name."""
    return any(lemma.startswith(BRANDS) for lemma in words.lemma[i + 1 : i + 1 + BRANDED])


def that_at(words: Words, at: int) -> bool:
    """«заявил|, что| …»: whether a comma and «что» stand at a word."""
    return words.lower[at : at + 2] == [",", "что"]


def _that_follows(words: Words, i: int) -> bool:
    """Whether «, что» stands right behind a verb."""
    return that_at(words, i + 1)


def _expects(words: Words, i: int) -> bool:
    """«ждут, |что порт| откроют»; in «ждут, |что скажет| мэр» the pronoun is what will be said, and «все ждали» is over."""
    if words.feat(i, "Tense") != "Pres":
        return False
    clause = _that_follows(words, i) and i + 3 < len(words) and words.pos[i + 2] == "SCONJ"
    return clause and words.pos[i + 3] not in {"VERB", "AUX"}


def _form(words: Words, i: int) -> str | None:
    """How a word reports: finite, gerund, passive («сказано»), participle; None when it cannot."""
    if words.pos[i] == "ADJ":
        short = words.feat(i, "Variant") == "Short"
        return FINITE if short and words.lemma[i] in classed("predicatives") else None
    if words.pos[i] not in {"VERB", "AUX"}:
        past = words.pos[i] == "PROPN" and not words.ent[i] and words.lower[i].endswith(PAST)
        shown = past or words.lower[i] in UNMISTAKABLE
        return FINITE if shown and words.lemma[i] in classed("verbs") else None
    kind = words.feat(i, "VerbForm")
    if kind == "Fin":
        return FINITE if _asserts(words, i) else None
    if kind == "Conv":
        return GERUND
    if kind == "Inf" and (_happened(words, i) or _does_not_hide(words, i)):
        return FINITE  # «успел заявить, что …»
    if kind == "Inf" and _hastily(words, i):
        return GERUND
    return _form_of_participle(words, i) if kind == "Part" else None


def _form_of_participle(words: Words, i: int) -> str | None:
    """«сказано», «убеждён», «была названа «ошибкой»» report as predicates do; «заявивший» inside a noun phrase."""
    if words.feat(i, "Variant") != "Short":
        if words.feat(i, "Voice") != "Pass":
            return PARTICIPLE
        return PASSIVE if _judged_by(words, i) else None
    if words.lemma[i] in MOVED:
        return FINITE
    impersonal = words.feat(i, "Gender") == "Neut" or words.feat(i, "Number") == "Plur"
    rated = "rate" in classed("verbs").get(words.lemma[i], ())
    return PASSIVE if (impersonal or rated) and not _yet_to_be(words, i) else None


def _judged_by(words: Words, i: int) -> bool:
    """«решение, |названное| мэром «ошибкой»»: a passive participle of judging, right behind it who judges so."""
    if "rate" not in classed("verbs").get(words.lemma[i], ()) or i + 1 >= len(words):
        return False
    agent = i + 1
    by = words.feat(agent, "Case") == "Ins" and words.pos[agent] in {"NOUN", "PROPN", "PRON"}
    office = is_press_office(words, agent) or words.lemma[agent] in word_list("bodies")
    return by and (is_somebody(words, agent) or office or bool(words.ent[agent]))


def _yet_to_be(words: Words, i: int) -> bool:
    """«итоги будут объявлены», «будет также сказано», «может |быть| назван»: such a passive reports nothing yet."""
    return any(words.lower[k] in {"будет", "будут", "быть"} for k in range(max(i - 2, 0), i))


def _happened(words: Words, i: int) -> bool:
    """An infinitive under a verb that tells that it came about: «успел заявить», «начал звонить и говорить», «любит повторять»."""
    head = words.head[i]
    while i - REACH <= head < i and words.dep[i] == "conj" and words.feat(head, "VerbForm") == "Inf":
        i, head = head, words.head[head]
    negated = head > 0 and words.lower[head - 1] == "не"
    if negated or words.lemma[head] in NOT_FAILING:
        failed = negated and words.lemma[head] in NOT_FAILING and i - REACH <= head < i
        return failed and words.feat(head, "VerbForm") == "Fin" and words.feat(head, "Tense") != "Fut"
    near = i - REACH <= head < i
    if near and words.lemma[head] in RECURRING and words.feat(head, "VerbForm") == "Fin":
        return words.feat(head, "Tense") == "Past" or person_of(words, head) == "3"
    near = near and words.feat(head, "Tense") == "Past"
    if near and words.lemma[head] in TRYING:
        who = {words.lemma[k] for k in words.subjects(head)}
        # «судья, |которая| пыталась убедить всех, что …, ушла»
        return "который" not in who and "say" in classed("verbs").get(words.lemma[i], ())
    return near and (words.lemma[head] in COME_ABOUT or granted_to(words, head) is not None)


def _does_not_hide(words: Words, i: int) -> bool:
    """«не стала |скрывать|, что …», «не пытается |отрицать|»: what somebody does not hide he tells."""
    if words.lemma[i] not in HIDDEN or words.feat(i, "VerbForm") != "Inf":
        return False
    head = words.head[i]
    return i - REACH <= head < i and words.lemma[head] in NOT_HIDING and words.lower[head - 1] == "не"


def _hastily(words: Words, i: int) -> bool:
    """«торопясь |объявить|, что …»: right behind its gerund."""
    head = words.head[i]
    return head == i - 1 and words.lemma[head] in HASTENING and words.feat(head, "VerbForm") == "Conv"


def granted_to(words: Words, verb: int) -> int | None:
    """Who has come to do something: «удалось выяснить |журналисту|», «позволило |им| сказать»."""
    if words.lemma[verb] not in GRANTED:
        return None
    datives = (c for c in words.children[verb] if words.feat(c, "Case") == "Dat" and words.pos[c] != "ADP")
    return next((c for c in datives if is_somebody(words, c) or words.ent[c]), None)


def _asserts(words: Words, i: int) -> bool:
    """Past or present, third person; «отметим», «напомним» are the author's own, «скажет» is not yet said."""
    if words.feat(i, "Mood") == "Imp" or words.feat(i, "Tense") == "Fut":
        return False
    if words.feat(i, "Aspect") == "Perf" and words.feat(i, "Tense") == "Pres":
        return False
    return person_of(words, i) != "2"


def person_of(words: Words, i: int) -> str:
    """The person of a verb; «смеётся он» shows the third by its form, whatever the tagger says."""
    shown = words.lower[i].endswith(("ет", "ит", "ют", "ут", "ат", "ят", "тся"))
    return "3" if shown else words.feat(i, "Person")


def of_talk(words: Words, i: int) -> bool:
    """The first or second person: the verb belongs to the speech and not to its author's words."""
    return person_of(words, i) in {"1", "2"}


def _phrase_span(words: Words, verb: int, partner: int) -> tuple[int, int]:
    """Both words where they stand together, or one is an infinitive: «дали рыбакам ясно понять»; of «мнение |он| высказал» the verb."""
    low, high = min(verb, partner), max(verb, partner) + 1
    together = high - low <= 3 or words.feat(partner, "VerbForm") == "Inf"
    together = together and not any(words.lower[k] in NOMINATIVE for k in range(low + 1, high - 1))
    return (low, high) if together else (verb, verb + 1)


def _phrase_partner(words: Words, i: int) -> int | None:
    """The word that reports together with a verb: «выразил |надежду|», within six words behind it or three before.

    Before it no comma parts them: «Взносы, по информации штаба, поступили из порта» is no report.
    """
    partners = PHRASES.get(words.lemma[i])
    if not partners:
        return None
    comma = next((j for j in range(i - 1, max(i - 4, -1), -1) if words.form[j] == ","), -1)
    around: list[int] = [*range(i + 1, min(i + 7, len(words))), *range(i - 1, max(i - 4, comma), -1)]
    for j in around:
        if words.sent[j] != words.sent[i]:
            continue
        if (
            words.lemma[j] in partners
            and not _of_another_noun(words, i, j)
            and not _given_in_marks(words, i, j)
        ):
            return j
    return _such_before(words, i, partners)


def _given_in_marks(words: Words, verb: int, noun: int) -> bool:
    """«дал «принципиальные |оценки|»»: another's words for what was given."""
    marked = any(form in {"«", '"', "“", "„"} for form in words.form[verb:noun])
    return marked and words.lemma[verb] in {"дать", "давать"}


def _of_another_noun(words: Words, verb: int, noun: int) -> bool:
    """«это сделано в целях |признания| заслуг»: in the genitive of a noun that stands between."""
    above = words.head[noun]
    return words.feat(noun, "Case") == "Gen" and verb < above < noun and words.pos[above] == "NOUN"


def _such_before(words: Words, i: int, partners: frozenset[str]) -> int | None:
    """«|Такое мнение| в интервью «Бакену» высказал мэр»: of what has just been told, it opens the sentence however far the verb."""
    for j in range(i - 4, max(i - 4 - FRONTED, 0), -1):
        if words.form[j] == "," or words.sent[j] != words.sent[i]:
            return None
        if words.lemma[j] in partners:
            return j if words.lemma[j - 1] == "такой" else None
    return None
