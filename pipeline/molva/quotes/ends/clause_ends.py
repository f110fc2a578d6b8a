"""Where a reported clause ends because the sentence around it goes on: «Отметив, что …, министр уехал»."""

from molva.quotes.conjunctions import BUT, COMPLEMENTISERS, OPPOSING, RELATIVES
from molva.quotes.cues import FINITE, GERUND, Cue
from molva.quotes.ends.describing_clauses import attribute_end, begins_free, opening_of
from molva.quotes.ends.edges import limits
from molva.quotes.ends.narration import clause_end
from molva.quotes.ends.waiting import is_of_time, waiting_at
from molva.quotes.lexicon import word_list
from molva.quotes.media.medium import CITATION
from molva.quotes.scene import Scene
from molva.quotes.sources.subjects import agrees
from molva.quotes.verbs import polarity_of
from molva.speakers.pronouns import NOMINATIVE, THEIRS

PROVED = frozenset(
    {"подтвердиться", "подтверждаться", "опровергнуть", "оказаться"}
)  # «…, но она не подтвердилась»
NEAR_MARK = 4  # words from a mark to the verb that opens what it holds
OF_THE_NOUN = frozenset({"ADJ", "DET", "ADV", "CCONJ", "PART"})  # «и поэтому все |слухи|»
SUBJECT_POS = frozenset({"NOUN", "PROPN", "PRON"})


def reported_end(scene: Scene, cue: Cue, begin: int, high: int) -> int:
    """The end of the clause that begins at ``begin`` under ``cue``, before ``high``; never inside its first marks."""
    end, close = _clause_end_under(scene, cue, begin, high), scene.opens.get(begin, begin)
    whole = begin < end <= close or _told_in_marks(scene, begin, close, end)
    return min(close + 1, high) if whole else end


def _told_in_marks(scene: Scene, begin: int, close: int, end: int) -> bool:
    """«сказано, что «есть и другие мнения» — на этом настоял мэр»: a clause whole in marks, a dash, and the author's own."""
    dash = close + 1
    if close == begin or dash >= end or not scene.is_dash(dash):
        return False
    return scene.has_predicate(begin + 1, close) and scene.has_predicate(dash, end)


def _clause_end_under(scene: Scene, cue: Cue, begin: int, high: int) -> int:
    """The same, wherever marks stand: by the form of the cue."""
    if cue.form == "noun":
        if cue.has("ask"):
            return _question_end(scene, begin, high)
        return noun_clause_end(scene, cue.head, begin, high)
    end = clause_end(scene, begin, cue.head, high)
    messages = (c for c in scene.words.children[cue.head] if scene.words.lemma[c] in word_list("messages"))
    end = min((_until_it(scene, noun, begin, end) for noun in messages), default=end)
    if cue.form == GERUND:
        end = min(end, _main_clause_after(scene, cue.head, begin, high))
    if (opening := opening_of(scene, cue)) is not None:
        end = attribute_end(scene, opening, begin, end)
    if cue.form == FINITE and (waits := _waits(scene, cue.head)):
        main = (k for k in range(begin, end) if _begins_main(scene, k, begin, end, placed=True))
        end = next((k for k in main if is_of_time(waits) or _is_full(scene, k + 1, end)), end)
    if cue.form == FINITE and _concedes(scene, cue.head):
        end = next((k for k in range(begin, end) if _answers_concession(scene, k, begin)), end)
    if polarity_of(scene, cue.head) == "hypothetical":
        # «Если бы он сказал, что ошибся, его бы простили»: the main clause follows
        end = next((k for k in range(begin, end) if scene.words.form[k] == ","), end)
    return end


def _concedes(scene: Scene, verb: int) -> bool:
    """«|хотя и отметил|, что …», «|хоть и| признал, что …»: what is conceded waits for what holds all the same."""
    return scene.lower(verb - 1) == "и" and scene.lower(verb - 2) in {"хотя", "хоть"}


def _answers_concession(scene: Scene, comma: int, begin: int) -> bool:
    """«…, |но| продажу не исключил», «…, |всё же| уехал»: a comma behind the claim, and what is set against it."""
    words = scene.words
    against = scene.lower(comma + 1) in BUT | {"все-таки"}
    against = against or words.lower[comma + 1 : comma + 3] == ["все", "же"]
    against = against or words.lower[comma + 1 : comma + 4] == ["тем", "не", "менее"]
    return words.form[comma] == "," and against and scene.has_predicate(begin, comma)


def _waits(scene: Scene, verb: int) -> str | None:
    """The conjunction of a clause that opens its sentence and holds the cue; the main clause is to come.

    «Когда мэра спросили, готов ли цех, тот ответил …», «Поскольку мэр сказал, что цех готов, печи зажгли».
    """
    words, start = scene.words, limits(scene, verb)[0]
    left = next((k for k in range(verb, start, -1) if words.form[k - 1] == ","), start)
    if scene.has_predicate(start, left):
        return None
    return next((word for k in range(left, verb) if (word := waiting_at(scene, k, start, verb))), None)


def _is_full(scene: Scene, first: int, end: int) -> bool:
    """Whether the clause that begins here has a subject and a verb that agree."""
    words = scene.words
    stop = next((k for k in range(first, end) if words.form[k] == ","), end)
    verbs = [k for k in range(first, stop) if scene.is_finite(k)]
    heads = [k for k in range(first, stop) if words.feat(k, "Case") == "Nom" and words.pos[k] in SUBJECT_POS]
    return any(agrees(scene, k, verb) for k in heads for verb in verbs)


def _main_clause_after(scene: Scene, gerund: int, begin: int, limit: int) -> int:
    """«X, сообщив, что цех встал, уехал»: the clause ends where the gerund's own verb comes.

    A verb that no comma parts from the clause is the clause's own, on which the parser has hung the gerund.
    """
    words = scene.words
    over = words.head[gerund] if words.feat(gerund, "VerbForm") == "Inf" else gerund  # «торопясь объявить»
    verb = words.head[over]
    own = all(words.form[k] != "," for k in range(begin, verb))
    if not (scene.is_finite(verb) and begin < verb < limit) or own:
        return _main_clause_by_words(scene, gerund, begin, limit)
    # what stands before the claim's last comma is the claim's own: «сообщив, что |цех| встал, уехал»
    comma = max(k for k in range(begin, verb) if words.form[k] == ",")
    subjects = [c for c in words.subjects(verb) if comma < c < verb]
    return max((k for k in range(begin + 1, min([verb, *subjects])) if words.form[k] == ","), default=limit)


def _main_clause_by_words(scene: Scene, gerund: int, begin: int, limit: int) -> int:
    """«Отметив, что цех встал, министр уехал»: a gerund that opens the sentence waits for a clause of its own.

    The first comma behind a predicate, where a subject and a verb follow without a conjunction, begins it.
    """
    words = scene.words
    if gerund > limits(scene, gerund)[0] + 1:
        return _verb_of_the_subject_before(scene, gerund, begin, limit)
    for k in range(begin + 1, limit):
        if (
            words.form[k] != ","
            or not scene.has_predicate(begin, k)
            or words.pos[k + 1 : k + 2] in (["SCONJ"], ["CCONJ"])
        ):
            continue
        stop = next((j for j in range(k + 1, limit) if words.form[j] == ","), limit)
        verb = next((j for j in range(k + 1, stop) if scene.is_finite(j)), None)
        heads = (
            j
            for j in range(k + 1, verb or k)
            if words.feat(j, "Case") == "Nom" and words.pos[j] in SUBJECT_POS
        )
        if verb is not None and any(agrees(scene, j, verb) for j in heads):
            return k
    return limit


def _verb_of_the_subject_before(scene: Scene, gerund: int, begin: int, limit: int) -> int:
    """«Министр, отметив, что цех встал, уехал»: between commas behind a subject that has no verb yet.

    The first comma of the claim behind which a verb stands that agrees with that subject.
    """
    words, low = scene.words, limits(scene, gerund)[0]
    opened = next((k for k in range(gerund - 1, max(low, gerund - 4), -1) if words.form[k] == ","), None)
    if opened is None:
        return limit
    first = next((k + 1 for k in range(opened - 1, low, -1) if words.form[k] in {",", ":"}), low)
    heads = [
        k for k in range(first, opened) if words.feat(k, "Case") == "Nom" and words.pos[k] in SUBJECT_POS
    ]
    if not heads or scene.has_predicate(first, opened):
        return limit
    for k in range(begin + 1, limit):
        if words.form[k] != "," or not scene.has_predicate(begin, k):
            continue
        verb = next((j for j in range(k + 1, limit) if words.pos[j] not in {"ADV", "PART"}), k)
        if words.pos[verb] == "VERB" and scene.is_finite(verb) and agrees(scene, heads[0], verb):
            return k
    return limit


def _question_end(scene: Scene, begin: int, limit: int) -> int:
    """«на вопрос, вернутся ли рабочие, Орехов ответил»: to the comma after its predicate."""
    cited = (
        k for k in range(begin, limit - 1) if scene.words.form[k] == "(" and scene.lower(k + 1) in CITATION
    )
    limit = next(cited, limit)  # «вопрос, закроют ли порт (|цитата по| «Бакену»)»
    deeper = COMPLEMENTISERS | {"который", "если", "когда"}
    commas = (
        k
        for k in range(begin + 1, limit)
        if scene.words.form[k] == "," and not {scene.lower(k + 1), *scene.words.lemma[k + 1 : k + 2]} & deeper
    )
    main = (k for k in commas if scene.has_predicate(k, limit))  # «… до Зуева, Лаптева или Гурова» is a list
    main = (k for k in main if not _still_asks(scene, begin, k, limit))
    return next((k for k in main if clause_like(scene, begin, k) or _asks_what(scene, begin, k)), limit)


def _still_asks(scene: Scene, begin: int, comma: int, limit: int) -> bool:
    """«могут ли рыбаки, которые ушли|,| вернуться, Зуев ответил»: behind a relative clause the question goes on to its next comma."""
    words = scene.words
    opened = next((k for k in range(comma - 1, begin, -1) if words.form[k] == ","), begin)
    relative = opened > begin and "который" in words.lemma[opened + 1 : opened + 3]
    behind = next((k for k in range(comma + 1, limit) if words.form[k] == ","), None)
    return relative and behind is not None and not scene.has_predicate(comma, behind)


def _asks_what(scene: Scene, begin: int, end: int) -> bool:
    """«одна ли это лодка»: a question without a verb, of a noun in the nominative."""
    words, asked = scene.words, range(begin, end)
    particle = any(words.lower[k] == "ли" for k in asked)
    return particle and any(words.pos[k] in SUBJECT_POS and words.feat(k, "Case") == "Nom" for k in asked)


def clause_like(scene: Scene, start: int, end: int) -> bool:
    """A predicate, or an infinitive with «можно», «надо»: как можно нивелировать угрозу."""
    return scene.has_predicate(start, end) or any(
        scene.words.feat(i, "VerbForm") == "Inf" for i in range(start, end)
    )


def noun_clause_end(scene: Scene, noun: int, begin: int, limit: int) -> int:
    """A clause under a noun ends where the noun's own verb comes: «Слова о том, что …, вызвали …»."""
    words = scene.words
    # «Вера в то, что цех пустят, — ошибка»: a comma and a dash give the sentence back to the noun
    limit = next((k for k in range(begin, limit - 1) if words.form[k] == "," and scene.is_dash(k + 1)), limit)
    limit = _until_called(scene, noun, begin, _until_it(scene, noun, begin, limit))
    if (forgotten := _without_a_comma(scene, noun, begin, limit)) is not None:
        return forgotten
    verb = words.head[noun]
    if scene.is_finite(verb) and begin < verb < limit:
        return max((k for k in range(begin + 1, verb) if words.form[k] == ","), default=limit)
    if _awaits_main(scene, noun):
        commas = (k for k in range(begin, limit) if words.form[k] == "," and scene.has_predicate(begin, k))
        mains = (k for k in commas if _begins_main(scene, k, begin, limit) or _is_so(scene, noun, k, limit))
        limit = next(mains, limit)
    return clause_end(scene, begin, noun, limit)


def _without_a_comma(scene: Scene, noun: int, begin: int, limit: int) -> int | None:
    """«Весть, что рыбаки ушли |«очень удивила» мэра|»: a mark and the noun's own verb, the comma before them forgotten."""
    words = scene.words
    mark = next((k for k in range(begin + 1, limit) if words.form[k] == "," or k in scene.opens), limit)
    near = range(mark, min(mark + NEAR_MARK, limit))
    verb = next((k for k in near if words.pos[k] == "VERB" and scene.is_finite(k)), None)
    if mark not in scene.opens or verb is None or words.feat(noun, "Case") != "Nom":
        return None
    heads = (k for k in range(begin, mark) if words.feat(k, "Case") == "Nom" and words.pos[k] in SUBJECT_POS)
    own = agrees(scene, noun, verb) and not any(agrees(scene, k, verb) for k in heads)
    return mark if own and scene.has_predicate(begin, mark) else None


def _awaits_main(scene: Scene, noun: int) -> bool:
    """«|Обещание| мэра, что цех сдадут, забыли», «|Помимо вести|, что …», «|Комментируя слова| о том, что …»: the sentence is to come."""
    words, low = scene.words, limits(scene, noun)[0]
    if noun - (scene.lower(noun - 1) in THEIRS) == low:
        return True
    before = range(low, noun)
    if all(words.pos[k] in OF_THE_NOUN or words.feat(k, "VerbForm") == "Part" for k in before):
        return True  # «|Поэтому подтверждённая| весть, что порт закрыт, пришла утром»
    fronted = words.pos[low] == "ADP" or words.feat(low, "VerbForm") == "Conv"
    return fronted and not any(words.form[k] in {",", ":"} or scene.is_finite(k) for k in range(low, noun))


def _until_it(scene: Scene, noun: int, begin: int, limit: int) -> int:
    """The end of a clause under a noun, where a clause about the noun itself follows."""
    return next((k for k in range(begin, limit - 2) if _tells_of_it(scene, noun, k)), limit)


def _until_called(scene: Scene, noun: int, begin: int, limit: int) -> int:
    """«назвал слухи о том, что порт закроют, |«чушью»|»: what the verb calls its object ends the object's clause."""
    words, verb = scene.words, scene.words.head[noun]
    if verb > noun or verb not in scene.cues or not scene.cues[verb].has("rate"):
        return limit
    commas = (k for k in range(begin, limit - 1) if words.form[k] == "," and scene.has_predicate(begin, k))
    return next((k for k in commas if _is_called(scene, k + 1, limit)), limit)


def _is_called(scene: Scene, first: int, limit: int) -> bool:
    """«ложью», «очень странными», «чушью» in marks: an instrumental without a preposition, and no verb before the next comma."""
    words = scene.words
    stop = next((k for k in range(first, limit) if words.form[k] == ","), limit)
    head = next((k for k in range(first, stop) if words.pos[k] in {"NOUN", "ADJ", "PROPN", "ADP"}), first)
    return words.feat(head, "Case") == "Ins" and not scene.has_predicate(first, stop)


def _tells_of_it(scene: Scene, noun: int, comma: int) -> bool:
    """«появилась информация, что порт закроют, но она была опровергнута»: a pronoun for the noun, and what befell it."""
    words, pronoun = scene.words, comma + 2
    tied = words.form[comma] == "," and scene.lower(comma + 1) in OPPOSING
    same = all(words.feat(pronoun, f) == words.feat(noun, f) for f in ("Gender", "Number"))
    stop = next((k for k in range(pronoun, len(words)) if words.pos[k] == "PUNCT"), len(words))
    befell = any(words.feat(k, "Voice") == "Pass" or words.lemma[k] in PROVED for k in range(pronoun, stop))
    return tied and same and befell and scene.lower(pronoun) in NOMINATIVE


def _begins_main(scene: Scene, comma: int, begin: int, limit: int, *, placed: bool = False) -> bool:
    """Whether a clause with a predicate and without a conjunction begins behind the comma of another one.

    With ``placed`` a preposition may open it, where subject and verb follow: «…, что порт закрыт, |на берегу ждут рыбаки|».
    """
    words = scene.words
    if words.form[comma] != "," or not _is_told(scene, begin, comma) or comma + 1 >= limit:
        return False
    first = comma + 1
    related = not {"который", "какой"}.isdisjoint(words.lemma[first : first + 2])
    if placed and words.pos[first] == "ADP" and not related and _is_full(scene, first, limit):
        return True
    free = begins_free(scene, first)
    first += first in scene.opens and scene.opens[first] < limit  # «Весть, что порт закрыт, |«не верна»|»
    stop = next((k for k in range(first, limit) if words.form[k] == ","), limit)
    return free and scene.has_predicate(first, stop)


def _is_told(scene: Scene, begin: int, comma: int) -> bool:
    """«порт|, который строили в мае,| закрыт»: whether a predicate stands in a stretch, and not in a relative clause alone."""
    words, first = scene.words, begin
    for k in range(begin, comma + 1):
        if words.form[k] == "," or k == comma:
            related = first > begin and not RELATIVES.isdisjoint(words.lemma[first : first + 2])
            if not related and scene.has_predicate(first, k):
                return True
            first = k + 1
    return False


def _is_so(scene: Scene, noun: int, comma: int, limit: int) -> bool:
    """«Утверждение, что чай вреден, |слишком громкое|», «…, |ошибочно|»: an adjective that agrees with the noun, and no noun of its own."""
    words, first = scene.words, comma + 1
    stop = next((k for k in range(first, limit) if words.form[k] == ","), limit)
    at = next((k for k in range(first, stop) if words.pos[k] not in {"ADV", "PART"}), stop)
    if words.feat(noun, "Case") != "Nom" or any(
        words.pos[k] in {"NOUN", "PROPN", "PRON"} for k in range(first, stop)
    ):
        return False
    if at == stop or words.pos[at] == "PUNCT":  # «ошибочно» may pass for an adverb
        return words.feat(noun, "Gender") == "Neut" and words.lower[at - 1].endswith("о") and at > first
    alike = all(words.feat(at, f) == words.feat(noun, f) for f in ("Gender", "Number"))
    return words.pos[at] == "ADJ" and words.feat(at, "Case") == "Nom" and alike
