"""A verb coordinated with the cue: «сказал, что мост закроют, и уехал» goes on with the cue's own subject."""

from molva.quotes.conjunctions import BUT, COORDINATORS, LATER
from molva.quotes.scene import DASHES, Scene
from molva.quotes.sources.subjects import NOMINAL, agrees

# «|подчеркнул|, что …»: verbs of somebody who has said something already
SPEAKING_ON = frozenset("добавить подчеркнуть отметить уточнить пояснить заверить указать заметить".split())

# phrases that stand before a verb as adverbs do
ADVERBIAL = (
    ("при", "этом"), ("кроме", "того"), ("тем", "не", "менее"), ("в", "итоге"), ("в", "результате"),
    ("в", "конце", "концов"), ("в", "конечном", "счете"),
)  # fmt: skip


def same_subject_goes_on(scene: Scene, i: int, verb: int, limit: int) -> bool:
    """«… , и возложил ответственность на США», «…, но отметил, что …»: the cue's own subject acts on."""
    words, verb = scene.words, _acting(scene, verb, i)
    j = i
    if _of_nobody(scene, verb):
        return False
    if scene.lower(j) not in COORDINATORS or scene.lower(j) == "а" and _contrast(scene, i, verb):
        return False
    if (scene.lower(j), scene.lower(j + 1)) == ("но", "и"):
        return False  # «не только строит, но и чинит»
    j = _past_adverbs(scene, _past_time(scene, j + 1, limit), limit)
    if j >= limit or not scene.is_finite(j) or words.pos[j] == "ADJ":
        return False
    if not same_form(scene, j, verb) or _is_done_to(scene, j):
        return _holds_now(scene, i, j, verb)
    if (words.form[i - 1] != "," or _behind_description(scene, i, j, verb)) and _inner_verb(
        scene, i, j, verb
    ):
        return False
    beside = words.head[j] == verb and words.dep[j] != "ccomp"  # «объяснила, что не спит и не ест»
    if beside or _rejoins_cue(scene, i, j, verb):
        return True
    return (
        j in scene.cues
        and scene.cues[j].has("say", "think", "demand", "rate", "deny")
        and not has_own_subject(scene, j)
    )


def _of_nobody(scene: Scene, verb: int) -> bool:
    """«Уточняется, что мост не закроют, |но могут сузить|»: nobody is told of who could go on."""
    words = scene.words
    impersonal = words.pos[verb] == "VERB" and words.lower[verb].endswith("ется") and verb in scene.cues
    return impersonal and not words.subjects(verb)


def _acting(scene: Scene, cue: int, i: int) -> int:
    """«Мэр |ушёл|, сказав, что устал, и продал лодку»: the verb before a gerund shows who acts on, behind a comma.

    And that of a paper: «Дума |приняла| акт, в котором сказано, что шторм прошёл, и призвала …».
    """
    words, head = scene.words, scene.words.head[cue]
    if words.dep[cue] == "acl:relcl" and words.pos[head] == "NOUN" and words.feat(head, "Animacy") != "Anim":
        above = words.head[head]
        return above if above < head and scene.is_finite(above) else cue
    gerund = words.feat(cue, "VerbForm") == "Conv" and words.pos[i - 1] == "PUNCT"
    return head if gerund and head < cue and scene.is_finite(head) else cue


def _holds_now(scene: Scene, i: int, j: int, verb: int) -> bool:
    """«сказал, что рыбаки вернутся, и |верит|, что …»: one among many tells what he thinks still."""
    words, cue = scene.words, scene.cues.get(j)
    if cue is None or not cue.has("think") or words.lower[j + 1 : j + 3] != [",", "что"]:
        return False
    told = [k for k in range(verb + 1, i) if scene.is_finite(k)]
    if words.form[i - 1] != "," or not told or has_own_subject(scene, j):
        return False
    number = words.feat(j, "Number")
    return words.feat(verb, "Number") == number and all(words.feat(k, "Number") != number for k in told)


def next_deed(scene: Scene, i: int, verb: int, limit: int) -> bool:
    """«заявил, что мост опасен, |призвал| закрыть его»: behind a bare comma the cue's subject speaks on, in the past.

    The clause itself tells of another time. «обещал, что мост починят, |пропил| деньги»: of what is to come nothing
    is past yet; but «рассказал, что сторож болеет, |лежал| в больнице» goes on.
    """
    words, j = scene.words, _past_adverbs(scene, i, limit)
    before = next((k for k in range(i - 1, verb, -1) if scene.is_finite(k)), None)
    if before is None or j >= limit or words.pos[j] != "VERB" or not scene.is_finite(j):
        return False
    if words.feat(j, "Tense") != "Past" or not same_form(scene, j, verb) or has_own_subject(scene, j):
        return False
    ahead = words.feat(before, "Tense") == "Fut"
    told = j in scene.cues and scene.cues[j].has("say", "demand", "rate", "deny")
    return ahead or told and words.feat(before, "Tense") != "Past"


def _is_done_to(scene: Scene, j: int) -> bool:
    """«сообщил, что улица закрыта и |введён| карантин»: a short participle, whose subject does nothing, nor speaks."""
    return scene.words.feat(j, "VerbForm") == "Part" and j not in scene.cues


def _past_adverbs(scene: Scene, j: int, limit: int) -> int:
    """The first word behind adverbs and particles: «, но при этом также |отметил|», «, но в итоге |уехал|»."""
    words = scene.words
    while j < limit:
        tied = next((len(tie) for tie in ADVERBIAL if tuple(words.lower[j : j + len(tie)]) == tie), 0)
        if not tied and words.pos[j] not in {"ADV", "PART"}:
            break
        j += tied or 1
    return j


def _past_time(scene: Scene, j: int, limit: int) -> int:
    """The verb behind «после собрания», «после одной из гонок»: what the speaker did when that was over."""
    if scene.lower(j) != "после":
        return j
    verb = next((k for k in range(j, min(j + 7, limit)) if scene.is_finite(k)), j)
    words = scene.words
    named = any(
        words.feat(k, "Case") == "Nom" and words.pos[k] in NOMINAL or words.form[k] == ","
        for k in range(j, verb)
    )
    return j if named else verb


def _inner_verb(scene: Scene, i: int, j: int, verb: int) -> bool:
    """«объяснила, что не ушла со сцены и не сменила песен»: without a comma the clause's own verb goes on.

    So does a verb of speech of the same aspect: «рассказал, что позвонил брату и попросил помощи»; and one of thinking that
    governs no clause: «что проиграл и не надеялся на чудо».
    """
    before = next((k for k in range(i - 1, verb, -1) if scene.is_finite(k)), None)
    if before is None or scene.words.pos[before] == "ADJ":
        return _is_glad(scene, i, j, verb)
    if not same_form(scene, before, j) or _speaks_on(scene, j):
        return False
    # «сказал, что план выполнен и добавил, что …»: what was done tells nothing
    if j in scene.cues and not _thinks_nothing(scene, j):
        active = scene.words.feat(before, "VerbForm") == "Fin"
        return active and _aspect(scene, before) == _aspect(scene, j)
    return not has_own_subject(scene, before)


def _is_glad(scene: Scene, i: int, j: int, verb: int) -> bool:
    """«сказал, что |рад| победе и не думал о золоте»: a short adjective that agrees with the verb behind, of nobody else."""
    words = scene.words
    glad = next((k for k in range(i - 1, verb, -1) if words.feat(k, "Variant") == "Short"), None)
    if glad is None or words.pos[glad] != "ADJ" or has_own_subject(scene, glad) or _aspect(scene, j) != "Imp":
        return False
    if j in scene.cues and not _thinks_nothing(scene, j):
        return False
    return all(words.feat(glad, f) == words.feat(j, f) for f in ("Number", "Gender"))


def _thinks_nothing(scene: Scene, j: int) -> bool:
    """«не |надеялся| на чудо», «|думал| о золоте»: a verb of thinking without a clause of its own."""
    words, cue = scene.words, scene.cues[j]
    comma = next((k for k in range(j, len(words)) if words.pos[k] == "PUNCT"), len(words))
    return (
        cue.has("think")
        and not cue.has("say")
        and words.lower[comma + 1 : comma + 2] not in (["что"], ["как"])
    )


def _behind_description(scene: Scene, i: int, j: int, verb: int) -> bool:
    """«что не был готов к этапу, |проходящему в Минске|, и не рассчитывал на чудо»: the comma only closes what describes a noun.

    The verbs around it are of one aspect: «…, и уехал» tells what the speaker did then.
    """
    words = scene.words
    comma = next((k for k in range(i - 2, verb, -1) if words.form[k] == ","), verb)
    before = next((k for k in range(comma, verb, -1) if scene.is_finite(k)), None)
    full = words.feat(comma + 1, "VerbForm") == "Part" and words.feat(comma + 1, "Variant") != "Short"
    return full and before is not None and _aspect(scene, before) == _aspect(scene, j)


def _aspect(scene: Scene, verb: int) -> str:
    """The aspect of a predicate; «был», and a short adjective, tell what lasts."""
    return scene.words.feat(verb, "Aspect") or "Imp"


def _speaks_on(scene: Scene, j: int) -> bool:
    """«напомнил, что внёс проект и |подчеркнул|, что …»: a verb of who speaks on, with a clause of its own."""
    return scene.words.lemma[j] in SPEAKING_ON and scene.words.lower[j + 1 : j + 3] == [",", "что"]


def _contrast(scene: Scene, i: int, verb: int) -> bool:
    """«не имел в виду город, а призывал действовать»: «не …, а …» is one thought, «а затем» none."""
    return scene.lower(i + 1) not in LATER and any(scene.lower(k) == "не" for k in range(verb + 1, i))


def _rejoins_cue(scene: Scene, start: int, j: int, verb: int) -> bool:
    """«заявил, что отношения истончились, и возложил …»: the verb agrees with the cue, not the clause."""
    words = scene.words
    verbs = (k for k in range(start - 1, verb, -1) if scene.is_finite(k) and words.pos[k] in {"VERB", "AUX"})
    before = next(verbs, None)
    if before is None:
        return _comes_back_from_nominal(scene, start, j, verb)
    if has_own_subject(scene, j):
        return False
    if words.feat(j, "Tense") != "Past":
        # «надеется, что поедет к морю, и учит язык»: back to the present of the cue
        now = _is_now(scene, j) and _is_now(scene, verb)
        alike = now or words.feat(j, "Tense") == words.feat(verb, "Tense")
        return alike and words.feat(before, "Tense") == "Fut"
    if words.feat(before, "Tense") != "Past":
        if _of_another(scene, before, j):
            return True
        # «сообщили, что вопрос решает Зотов, и переключили на него»: the comma closes the clause
        later = scene.lower(start) == "а" and scene.lower(start + 1) in LATER
        return words.form[start - 1] in DASHES | {","} and (scene.lower(start) in BUT | {"и"} or later)
    return not same_form(scene, before, j)


def _comes_back_from_nominal(scene: Scene, start: int, j: int, verb: int) -> bool:
    """«предположил, что дело в трубе, и |пообещал| вернуться»: behind a clause without a verb, and what it tells of does not agree.

    The parser may take the noun of the clause for the subject of the verb behind the comma.
    """
    words = scene.words
    if reports_on(scene, start, j, verb):
        return True
    if words.form[start - 1] != "," or words.feat(j, "Tense") != "Past":
        return False
    told = [k for k in range(verb + 2, start) if words.feat(k, "Case") == "Nom" and words.pos[k] in NOMINAL]
    return bool(told) and not any(agrees(scene, k, j) for k in (*told, *words.subjects(j)))


def reports_on(scene: Scene, start: int, j: int, verb: int) -> bool:
    """«считает, что мяч у Вестрии, и |указывает|, что …»: nothing in the clause can report, so the cue's subject does."""
    words, cue = scene.words, scene.cues.get(j)
    if cue is None or not cue.has("say", "think") or words.lower[j + 1 : j + 3] != [",", "что"]:
        return False
    told = [k for k in range(verb + 2, start) if words.feat(k, "Case") == "Nom" and words.pos[k] in NOMINAL]
    return bool(told) and all(words.feat(k, "Animacy") == "Inan" and not words.ent[k] for k in told)


def _of_another(scene: Scene, before: int, j: int) -> bool:
    """«заявили, что цех является частным и |не смогли| назвать владельца»: what the clause tells of cannot do it."""
    subjects = scene.words.subjects(before)
    return bool(subjects) and not any(agrees(scene, c, j) for c in subjects)


def has_own_subject(scene: Scene, verb: int) -> bool:
    """Whether the tree gives the verb a subject."""
    return bool(scene.words.subjects(verb))


def same_form(scene: Scene, one: int, other: int) -> bool:
    """Whether two verbs have the same number, gender and tense, so that one subject may stand with both.

    «Мэр |уверен|, что мост достроят, и |ссылается| на план»: a short adjective tells of now, and a verb of now has no gender.
    """
    words = scene.words
    features = ("Number",) if _is_now(scene, one) and _is_now(scene, other) else ("Number", "Gender", "Tense")
    return all(words.feat(one, f) == words.feat(other, f) for f in features)


def _is_now(scene: Scene, verb: int) -> bool:
    """«ссылается», «уверен»: the present, or a short adjective beside which no «был» stands."""
    words = scene.words
    short = words.pos[verb] == "ADJ" and words.feat(verb, "Variant") == "Short"
    past = short and any(words.dep[c] == "cop" for c in words.children[verb])
    return words.feat(verb, "Tense") == "Pres" or short and not past
