"""Who the text gives as the source at a cue: the subject of a verb, the complement of a preposition."""

from molva.entities.dictionary import noun_readings
from molva.quotes.lexicon import word_list
from molva.quotes.phrases import TIMES, Source, phrase, same_entity
from molva.quotes.scene import DASHES, ENDS, Scene
from molva.quotes.subjects import NOMINAL, agrees, alike, can_speak, is_subject, nominative, of_a_medium
from molva.speakers.attach import RELATIVE

OUT_OF = (["с"], ["со"], ["из"], ["от"])  # «по информации с сайта завода», «по данным из СМИ»
PLACE = 9  # words of the place where somebody holds a post
PARTICIPLE = 16  # words from a participle to its noun
TITLES = 40  # words over which further titles lead on to a name


def subject(scene: Scene, verb: int, start: int, end: int, widest: int | None = None) -> Source | None:
    """The subject of a reporting verb inside ``start``..``end``: by the tree, else by case."""
    words = scene.words
    relative = relative_subject(scene, verb, start)
    if relative is not None:
        return relative
    low = start if widest is None else widest
    named = _name_after(scene, verb, end)
    if named is not None:
        return phrase(scene, named, verb + 1, end, stop=verb)
    before = _name_before(scene, verb, start)
    if before is not None:
        return phrase(scene, before, start, end, stop=verb)
    nodes = [verb] + [c for c in words.children[verb] if words.dep[c] in {"xcomp", "aux", "cop"}]
    children = (child for node in nodes for child in words.children[node] if low <= child < end)
    speaker = next((child for child in children if _speaks(scene, child, verb)), None)
    if speaker is not None:
        return _with_name(scene, phrase(scene, speaker, low, end, stop=verb), verb)
    return _nearest_nominative(scene, verb, start, end) or (
        _nearest_nominative(scene, verb, low, verb) if low < start else None
    )


def _speaks(scene: Scene, child: int, verb: int) -> bool:
    """Whether a subject of the tree may speak and agrees: «|мэр| сказал», no «|час| сказал», no «|рыбаки| сказал»."""
    if not scene.words.dep[child].startswith("nsubj") or not can_speak(scene, child, verb):
        return False
    if of_a_medium(scene, child) or _said_aside(scene, child, verb):
        return False
    shown = nominative(scene, child) or alike(scene, child, verb)
    return shown and (agrees(scene, child, verb) or _beside(scene, child, verb))


def _said_aside(scene: Scene, child: int, verb: int) -> bool:
    """«Семь воспитанников — |мальчики с завода| — рассказали»: between dashes right before the verb nobody is its subject."""
    words = scene.words
    if child >= verb or words.form[verb - 1] not in DASHES or child == verb - 1:
        return False
    low = scene.sentence(verb)[0]
    return any(words.form[i] in DASHES and i > low for i in range(child - 1, low, -1))


def _name_after(scene: Scene, verb: int, end: int) -> int | None:
    """«…, подтвердил Гурко: …»: a person in the nominative right after the verb is its subject."""
    words, after = scene.words, verb + 1
    if after >= end or words.ent[after] != "PER" or words.feat(after, "Case") != "Nom":
        return None
    left = (c for c in words.children[verb] if words.dep[c].startswith("nsubj") and c < verb)
    return (
        after
        if all(words.feat(c, "Animacy") == "Inan" for c in left) and agrees(scene, after, verb)
        else None
    )


def _name_before(scene: Scene, verb: int, start: int) -> int | None:
    """«В книге |Зуева| назвала причиной отсутствие поддержки»: a person right before the verb, and no thing behind it.

    Whom the parser takes for the subject is it, whatever case the tagger sees in a rare name: «|Трасс| называет».
    """
    words, last = scene.words, verb - 1
    if last < start or words.ent[last] != "PER":
        return None
    if words.head[last] == verb and words.dep[last] == "nsubj":
        return last
    if words.feat(last, "Case") != "Nom" or not agrees(scene, last, verb):
        return None
    right = [c for c in words.children[verb] if words.dep[c].startswith("nsubj") and c > verb]
    things = all(words.feat(c, "Animacy") == "Inan" and not words.ent[c] for c in right)
    return last if right and things else None


def _beside(scene: Scene, noun: int, verb: int) -> bool:
    """«Активисты-правозащитники отмечают»: of a rare word right before its verb the tagger may miss the number."""
    words = scene.words
    return noun == verb - 1 and words.pos[noun] == "PROPN" and words.feat(noun, "Case") == "Nom"


def relative_subject(scene: Scene, verb: int, start: int) -> Source | None:
    """«исследование, которое показало, что …»: the noun that the relative pronoun stands for."""
    words = scene.words
    which = next(
        (i for i in range(verb - 1, max(start, verb - 6) - 1, -1) if words.lemma[i] == "который"), None
    )
    if (
        which is None
        or words.feat(which, "Case") not in {"Nom", ""}
        or which == 0
        or words.form[which - 1] != ","
        or _over_and_done(scene, which, verb)
    ):
        return None
    low = scene.sentence(which)[0]
    for i in range(which - 2, low - 1, -1):
        fits = words.pos[i] in {"NOUN", "PROPN"} and all(
            words.feat(i, f) == words.feat(which, f) or not words.feat(which, f) for f in ("Gender", "Number")
        )
        if fits and not (
            words.dep[i] == "nmod"
            and words.feat(i, "Case") == "Gen"
            and words.feat(which, "Gender") == words.feat(words.head[i], "Gender")
            and words.pos[words.head[i]] == "NOUN"
            and words.head[i] >= low
        ):
            return across_dash(scene, phrase(scene, i, low, which - 1))
    return None


def _over_and_done(scene: Scene, which: int, verb: int) -> bool:
    """«Среди вещей, которые мешают спать, Зуев назвал шум»: the relative clause has its verb and its comma."""
    done = next((i for i in range(which + 1, verb) if scene.is_finite(i)), verb)
    return any(scene.words.form[i] == "," for i in range(done, verb))


def _nearest_nominative(scene: Scene, verb: int, start: int, end: int) -> Source | None:
    """The nominative noun phrase closest to the verb, right side first: «сообщил журналистам глава …»."""
    right = _scan(scene, range(verb + 1, end), verb)
    if right is not None:
        return _with_name(scene, phrase(scene, right, start, end, stop=verb), verb)
    left = _scan(scene, range(verb - 1, start - 1, -1), verb)
    return _with_name(scene, phrase(scene, left, start, end, stop=verb), verb) if left is not None else None


def across_dash(scene: Scene, source: Source) -> Source:
    """«один из адвокатов семьи — Клим Зуев», «орган мятежников — Совет спасения»: a dash before the name."""
    words, (begin, end), label = scene.words, source.span, "PER"
    if words.feat(source.head, "Animacy") != "Anim":
        label = "ORG" if words.lemma[source.head] in word_list("bodies") else "PER"
    first, stop = end + 1, end + 1
    while stop < len(words) and words.ent[stop] == label and words.sent[stop] == words.sent[source.head]:
        stop += 1
    if stop == first and (titled := _titled_behind_dash(scene, source)):
        return Source((begin, titled), source.head)
    named = any(words.ent[i] == label for i in range(begin, end))
    case = words.feat(source.head, "Case")
    alike = {case, "Nom"} if case == "Acc" and label == "ORG" else {case}  # of things they look alike
    fits = stop > first and words.feat(first, "Case") in alike | {""}
    if named or words.ent[source.head] or not fits or words.form[end] not in DASHES:
        return source
    return Source((begin, stop), source.head)


def _titled_behind_dash(scene: Scene, source: Source) -> int:
    """«по словам автора проекта — |депутата Клима Зуева|, …»: where a name ends that has its title behind the dash.

    Zero where there is none. In the nominative a dash may say what somebody is, so that a second one must close it.
    """
    words, (_, dash) = scene.words, source.span
    title, case, stop = dash + 1, words.feat(source.head, "Case"), scene.sentence(source.head)[1]
    if title >= stop or words.form[dash] not in DASHES or not _is_bare_title(scene, source):
        return 0
    if words.pos[title] not in {"NOUN", "ADJ"} or words.feat(title, "Case") != case:
        return 0
    begin, end = phrase(scene, title, title, stop).span
    names = [i for i in range(begin, end) if words.ent[i] == "PER"]
    if begin != title or not names or words.feat(names[-1], "Case") not in {case, ""}:
        return 0
    closed = words.form[names[-1] + 1 : names[-1] + 2]
    return names[-1] + 1 if case != "Nom" or closed and closed[0] in DASHES else 0


def _with_name(scene: Scene, source: Source, verb: int) -> Source:
    """«Экономист, экс-глава банков «А» и «Б» Клим Зуев назвал», «адвокат — Клим Зуев»: on to the name.

    A person in the nominative right before the verb is the title's bearer, whatever stands between.
    """
    source = across_dash(scene, source)
    words, (begin, end), last = scene.words, source.span, verb - 1
    if not _is_bare_title(scene, source):
        return source
    if words.form[end : end + 1] == ["("] and (name := _behind_bracket(scene, end)):
        return Source((begin, name), source.head)
    if (placed := over_a_place(scene, source, scene.sentence(source.head)[1])) != source:
        return placed
    apart = _behind_clause(scene, source, verb) if source.head < verb else _behind_titles(scene, source)
    if apart is not None:
        return Source((begin, apart), source.head)
    if not end < last < len(words) or words.ent[last] != "PER":
        return source
    first = last
    while first > end and words.ent[first - 1] == "PER" and same_entity(scene, first - 1, first):
        first -= 1
    between = range(end, first)
    parted = any(
        scene.is_finite(i) or words.pos[i] == "SCONJ" or words.lemma[i] == "который" for i in between
    )
    joined = words.form[first - 1] != "," and words.feat(last, "Case") in {"Nom", ""}
    return source if parted or not joined else Source((begin, verb), source.head)


def _is_bare_title(scene: Scene, source: Source) -> bool:
    """A noun for a person without the name."""
    words, (begin, end) = scene.words, source.span
    common = words.feat(source.head, "Animacy") == "Anim" and not words.ent[source.head]
    return common and not any(words.ent[i] == "PER" for i in range(begin, end))


def _behind_bracket(scene: Scene, opening: int) -> int:
    """«профессор университета Малтепе (он в Вестрии) Хасан Зуев»: where the name behind a bracket ends, or 0."""
    close = scene.brackets.get(opening)
    return _full_name(scene, close + 1) if close is not None else 0


def _behind_clause(scene: Scene, source: Source, verb: int) -> int | None:
    """«Глава района, где стоит завод, Клим Зуев сообщил»: where the name behind a relative clause ends."""
    words, end = scene.words, source.span[1]
    opening = range(end + 1, min(end + 3, verb))
    if words.form[end] != "," or not any(words.lemma[i] in RELATIVE for i in opening):
        return None
    commas = (i for i in range(end + 2, verb - 1) if words.form[i] == ",")
    return next((stop for i in commas if (stop := _full_name(scene, i + 1)) and stop <= verb), None)


def _behind_titles(scene: Scene, source: Source) -> int | None:
    """«сказал заместитель судьи, чемпион мира (1996), призёр игр Клим Зуев»: where the name behind them ends.

    A second subject in the nominative without a verb of its own is an apposition of the first.
    """
    words, end, stop = scene.words, source.span[1], scene.sentence(source.head)[1]
    if end >= stop or words.form[end] not in {",", "("} or words.feat(source.head, "Number") != "Sing":
        return None
    for i in range(end + 1, min(end + TITLES, stop)):
        if scene.is_finite(i) or words.pos[i] in {"SCONJ", "VERB"} or words.lemma[i] in RELATIVE:
            return None
        if words.form[i] in ENDS | {":", ";"} or words.form[i] in DASHES:
            return None
        if name := _full_name(scene, i):
            return name if name >= stop or words.pos[name] == "PUNCT" else None
    return None


def _full_name(scene: Scene, first: int) -> int:
    """Where a name of two words or more in the nominative that begins at a word ends, or 0."""
    words, stop = scene.words, first
    while (
        stop < len(words)
        and words.ent[stop] == "PER"
        and (stop == first or same_entity(scene, stop - 1, stop))
    ):
        stop += 1
    return stop if stop - first > 1 and words.feat(first, "Case") in {"Nom", ""} else 0


def _scan(scene: Scene, order: range, verb: int) -> int | None:
    """The first word in ``order`` that can be the verb's subject; walls of other clauses stop the search."""
    skip_to: int | None = None
    for i in order:
        if skip_to is not None and i > skip_to:
            continue
        skip_to = _over(scene, i, order) if order.step < 0 else None
        if skip_to is not None:
            continue
        if scene.words.form[i] == "," and order.step > 0 and scene.words.feat(i + 1, "VerbForm") == "Conv":
            # «отмахнулся, глядя на улицу, староста»: on behind the gerund's clause
            skip_forward = next((k for k in range(i + 1, order.stop) if scene.words.form[k] == ","), None)
            if skip_forward is not None:
                return _scan(scene, range(skip_forward + 1, order.stop), verb)
        if scene.words.form[i] == "," and order.step > 0 and (behind := _behind_date(scene, i, order.stop)):
            return _scan(scene, range(behind, order.stop), verb)
        if i in scene.opens and order.step > 0:
            named = scene.words.ent[i + 1] == "ORG" and nominative(scene, i + 1)
            return i + 1 if named or _in_marks(scene, i, verb) else None
        if _stops_search(scene, i):
            return None
        if is_subject(scene, i, verb):
            return i
    return None


def _behind_date(scene: Scene, comma: int, end: int) -> int | None:
    """«подтвердила в понедельник, 4 декабря, его партия»: the word behind a date between commas."""
    words = scene.words
    dated = comma + 2 < end and words.form[comma + 1].isdigit() and words.feat(comma + 2, "Case") == "Gen"
    close = next((k for k in range(comma + 1, min(comma + 7, end)) if words.form[k] == ","), None)
    return close + 1 if dated and close is not None else None


def _in_marks(scene: Scene, mark: int, verb: int) -> bool:
    """«сообщает «Маяк-Инфо»»: a name in marks right behind the verb, whatever the names stage made of it."""
    close = scene.opens[mark]
    short = mark == verb + 1 and close - mark <= 4 and not scene.words.form[mark + 1][:1].islower()
    # not «рассказал „Бакену“ мэр»
    last = close + 1 >= len(scene.words) or scene.words.pos[close + 1] == "PUNCT"
    return short and last and verb in scene.cues and not scene.has_predicate(mark + 1, close)


def _over(scene: Scene, i: int, order: range) -> int | None:
    """Backwards over «(CBF)», «— мальчики из школы —», «, комментируя решение,»: the word before them."""
    words = scene.words
    if words.form[i] == ")":
        opening = (k - 1 for k in range(i - 1, max(order.stop, i - 9), -1) if words.form[k] == "(")
        return next(opening, None)
    if words.form[i] in DASHES and i < order.start + 2:
        return next(
            (k - 1 for k in range(i - 1, max(order.stop, i - 16), -1) if words.form[k] in DASHES), None
        )
    if i in scene.closes and words.pos[scene.closes[i] - 1] == "NOUN" and scene.closes[i] > order.stop + 1:
        unnamed = not any(words.ent[k] for k in range(scene.closes[i], i))
        return scene.closes[i] - 1 if unnamed else None  # «Зуев в программе «Час с мэром» заявил»
    return _before_insert(scene, i, order.stop + 1) if words.form[i] == "," else None


def _stops_search(scene: Scene, i: int) -> bool:
    form = scene.words.form[i]
    return form in {",", ";", ":", "(", ")"} or form in DASHES or scene.is_finite(i)


def _before_insert(scene: Scene, comma: int, start: int) -> int | None:
    """Over «…, комментируя решение, » and «…, бежавший из страны, » back to the comma that opens it."""
    words = scene.words
    for i in range(comma - 1, max(start, comma - 25) - 1, -1):
        if words.form[i] != ",":
            continue
        opening = range(i + 1, min(i + 4, comma))
        if any(
            words.feat(k, "VerbForm") in {"Conv", "Part"}
            and not words.feat(k, "Variant")
            or words.lemma[k] == "который"
            for k in opening
        ):
            return i - 1
        return None
    return None


def complement(
    scene: Scene, noun: int, end: int, cases: frozenset[str] = frozenset({"Gen"})
) -> Source | None:
    """The source in the genitive after a noun: «по словам министра Орехова», «заявление МИД»."""
    words = scene.words
    first = noun + 1 + (scene.lower(noun + 1) == "же")  # «по информации же мэрии»
    first += words.form[first : first + 1] in OUT_OF and words.feat(first + 1, "Case") in {"Gen", ""}
    if (
        first >= end
        or words.pos[first] in {"PUNCT", "VERB", "AUX", "SCONJ", "CCONJ", "ADP"}
        and first not in scene.opens
    ):
        return None
    ordinal = words.lower[first] in {"последнего", "последней", "последних", "первого", "первой"}
    if ordinal and words.pos[first + 1 : first + 2] not in (["NOUN"], ["ADJ"]):
        return Source((first, first + 1), first)
    head = next(
        (
            c
            for c in words.children[noun]
            if c > noun
            and words.dep[c]
            in {"nmod", "flat", "appos", "obl", "nsubj", "flat:name", "flat:foreign", "iobj", "obj"}
            and words.pos[c] in NOMINAL
        ),
        None,
    )
    if head is None or head >= end or any(words.form[k] == "," for k in range(noun, head)):
        head = _first_nominal(scene, first, end)
    if head is None:
        return None
    found = phrase(scene, head, first, end)
    if found.span[0] < first:
        return None
    found = _without_subject(scene, Source((first, max(found.span[1], head + 1)), found.head))
    return _to_the_name(scene, _without_noun_behind_name(scene, found), end)


def _without_subject(scene: Scene, source: Source) -> Source:
    """«по данным следствия Глеб Зуев …»: a name in the nominative behind a genitive begins the claim."""
    words, (begin, end) = scene.words, source.span
    if words.feat(source.head, "Case") != "Gen" or words.feat(source.head, "Animacy") == "Anim":
        return source
    names = (i for i in range(source.head + 1, end) if words.ent[i] == "PER" and words.ent[i - 1] != "PER")
    name = next((i for i in names if words.feat(i, "Case") == "Nom"), end)
    return Source((begin, name), source.head)


def _without_noun_behind_name(scene: Scene, source: Source) -> Source:
    """«по словам директора Глеба Зуева порт …»: a noun in the nominative behind the name begins the claim."""
    words, (begin, end) = scene.words, source.span
    behind = (i for i in range(begin + 1, end) if words.ent[i - 1] == "PER" and not words.ent[i])
    subject_of_claim = next(
        (i for i in behind if words.pos[i] == "NOUN" and words.feat(i, "Case") in {"Nom", "Acc"}), end
    )
    return Source((begin, subject_of_claim), source.head)


def _to_the_name(scene: Scene, source: Source, end: int) -> Source:
    """«председателя комитета по политике, технологиям и связи Петра Орехова»: on over a comma to the name."""
    source = over_a_place(scene, across_dash(scene, source), end)
    words = scene.words
    begin, at = source.span
    if (
        at >= end
        or words.form[at] != ","
        or any(words.ent[i] == "PER" for i in range(begin, at))
        or words.feat(source.head, "Animacy") != "Anim"
        or words.feat(at + 1, "Case") == "Nom"
    ):
        return source  # «По мнению посла, маршрут поездки Ли Сон Ына …»
    for i in range(at + 1, min(at + 12, end)):
        if words.form[i] == "," or scene.is_finite(i) or words.pos[i] == "SCONJ":
            return source
        if words.ent[i] == "PER":
            if words.feat(i, "Case") != words.feat(source.head, "Case"):
                return source
            stop = i + 1
            while stop < end and words.ent[stop] == "PER" and same_entity(scene, stop - 1, stop):
                stop += 1
            return Source((begin, stop), source.head)
    return source


def given_by(scene: Scene, noun: int, end: int) -> Source | None:
    """«по данным, |полученным от Зуева|», «по сводке, |озвученной Зуевым|», «по данным, |которые приводит порт|».

    The clause that follows data or information up to word ``end`` tells who has given it: the agent of the
    participle, whom it was received from, the subject of the relative clause.
    """
    words, first = scene.words, noun + 2
    if first >= end or words.form[noun + 1] != ",":
        return None
    if words.lemma[first] == "который":
        verb = next((i for i in range(first + 1, end) if scene.is_finite(i)), None)
        return subject(scene, verb, first + 1, end) if verb is not None else None
    if words.feat(first, "VerbForm") != "Part":
        return None
    sender = next((i + 1 for i in range(first + 1, end - 1) if words.lower[i] == "от"), None)
    if sender is not None:
        head = _first_nominal(scene, sender, end)
        return phrase(scene, head, sender, end) if head is not None else None
    if words.lemma[first] in {"получить", "поступить"}:
        return None  # «по данным, полученным посольством»
    agent = next((i for i in range(first + 1, end) if _is_agent(scene, i)), None)
    return phrase(scene, agent, first + 1, end) if agent is not None else None


def _is_agent(scene: Scene, i: int) -> bool:
    """«приведённым |Зуевым|», «предоставленной |портом|», but not «объявленным |вечером|», «перед |портом|»."""
    words = scene.words
    free = not any(words.dep[c] == "case" for c in words.children[i])
    by = words.feat(i, "Case") == "Ins" and words.lemma[i] not in TIMES
    return by and free and words.pos[i] in NOMINAL - {"DET", "NUM"}


def behind_participle(scene: Scene, first: int, end: int) -> int:
    """«согласно |поступившему от Зуева| письму», «в |опубликованном на сайте мэрии в среду, 3 мая,| указе»: the noun.

    A participle's own complements stand between it and its noun: what follows a preposition, and what cannot
    agree with it. The word itself where it is no participle or no noun follows that agrees.
    """
    words = scene.words
    if first >= end or words.feat(first, "VerbForm") != "Part" or words.feat(first, "Variant"):
        return first
    for i in range(first + 1, min(first + PARTICIPLE, end)):
        if scene.is_finite(i) or words.pos[i] == "SCONJ":
            return first
        before = next((k for k in range(i - 1, first, -1) if words.pos[k] not in {"ADJ", "DET"}), first)
        if words.pos[i] == "NOUN" and words.pos[before] != "ADP" and _may_agree(scene, first, i):
            return i
    return first


def _may_agree(scene: Scene, participle: int, noun: int) -> bool:
    """Whether a noun may stand in the participle's case, by the dictionary: the tagger errs so far from it.

    Of «опубликованном» the ending does not tell masculine and neuter apart.
    """
    words = scene.words
    case, number, gender = (words.feat(participle, f) for f in ("Case", "Number", "Gender"))
    genders = ("Masc", "Neut") if gender in {"Masc", "Neut"} else (gender,)
    readings = noun_readings(words.lower[noun])
    return any(r.agrees(one, number, case) for r in readings for one in genders)


def over_a_place(scene: Scene, source: Source, end: int) -> Source:
    """«заявление главы миссии в Вестрии полковника Олега Гурова»: over «в …» to the rank and the name."""
    words, (begin, at) = scene.words, source.span
    case = words.feat(source.head, "Case")
    if words.lower[at : at + 1] != ["в"] or any(words.ent[i] == "PER" for i in range(begin, at)):
        return source
    rank = at + 1
    while (
        rank < min(at + PLACE, end)
        and words.feat(rank, "Case") in {"Loc", "Gen"}
        and words.ent[rank] != "PER"
    ):
        rank += 1
    if words.form[rank : rank + 1] == ["("]:
        rank = scene.brackets.get(rank, rank) + 1  # «директор от края в Речном фонде (РФ) Клим Зуев»
    name = rank + (rank < end and not words.ent[rank])
    titled = rank < end and words.feat(rank, "Case") == case and words.feat(rank, "Animacy") == "Anim"
    if rank == at + 1 or name >= end or not titled or words.ent[name] != "PER":
        return source
    stop = next((i for i in range(name, end) if words.ent[i] != "PER"), end)
    return Source((begin, stop), source.head)


def _first_nominal(scene: Scene, start: int, end: int) -> int | None:
    words = scene.words
    for i in range(start, min(end, start + 8)):
        if words.pos[i] in {"PUNCT", "VERB", "AUX", "SCONJ"} and i not in scene.opens:
            return None
        if words.pos[i] in NOMINAL - {"NUM", "DET", "SYM"}:
            return i
    return None
