"""Bodies and documents that speak through a place: «в Кремле заявили», «на сайте завода сообщили»."""

from molva.quotes.conjunctions import ABOUT_IN_TALK
from molva.quotes.ends.between_commas import behind_day, behind_gerund, by_the_way
from molva.quotes.lexicon import word_list
from molva.quotes.media.medium import PRESS, in_dative, is_medium, name_at
from molva.quotes.scene import DASHES, ENDS, Scene
from molva.quotes.sources.appositions import over_a_place
from molva.quotes.sources.participles import behind_participle
from molva.quotes.sources.phrases import Source, phrase
from molva.quotes.sources.subjects import names_body, over_adjectives, over_adverbs
from molva.speakers.pronouns import BEHIND_A_PREPOSITION

SPEAKING_PLACES = frozenset({"в", "во", "на", "из", "от"})
ANSWERS = frozenset({"комментарий", "интервью", "ответ"})
REACH = 8  # words from «в» to its noun
WHICH = 3  # words from the comma to «который»: «, |копию которого|», «, |с которым|»
ON_AIR = 4  # words from «эфире» to the name: «в эфире |радиостанции «Маяк»|»
LONGEST_NAME = 5  # words of a name in marks and the mark that opens it
BRIEFINGS = frozenset({"брифинг", "пресс-конференция"})  # which a body holds
BLAMING = frozenset("обвинить обвинять упрекнуть упрекать заподозрить подозревать уличить".split())
ASIDE = 3  # words from comma to comma of what is said by the way


def place(scene: Scene, verb: int, start: int, end: int) -> Source | None:
    """«в Кремле заявили», «сообщили в пресс-службе завода», «следует из отчёта»: a body or document speaks."""
    words = scene.words
    candidates: list[tuple[int, int]] = []
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
        if _speaks(scene, head, i, verb) and not _parted(scene, head, i, verb):
            candidates.append((abs(i - verb), head))
    if not candidates:
        return _there(scene, verb, start, end) or _at_briefing(scene, verb, start, end)
    candidates = [c for c in candidates if not _answers_a_medium(scene, c[1], end)] or candidates
    candidates = [c for c in candidates if not _only_carries(scene, c[1], verb)] or candidates
    heads = [head for _, head in sorted(candidates)]
    head = _over_where_it_is(scene, _over_a_channel(scene, heads), heads)
    found = over_a_place(scene, phrase(scene, head, start, end, stop=verb), end)
    return _without_hearer(scene, found, verb)


def _behind_own_channel(scene: Scene, who: Source, verb: int) -> Source:
    """«сообщил в своём телеграм-канале |«Невод»|»: whose own channel it is stands behind it, and is no part of it."""
    words, name = scene.words, who.head + 1
    own = words.lemma[who.head] in word_list("channels") and words.lemma[who.head - 1] == "свой"
    inner = name + (name in scene.opens)
    if not own or who.head < verb or not inner < who.span[1] or not words.ent[inner]:
        return who
    return Source((name, who.span[1]), inner)


def _without_hearer(scene: Scene, who: Source, verb: int) -> Source:
    """«В мэрии города |«Портовому листку»| пояснили»: a name in marks in the dative right before the verb hears."""
    words, (start, end) = scene.words, who.span
    mark = next((i for i in range(who.head + 1, end) if scene.opens.get(i) == verb - 1), None)
    many = words.feat(verb, "Number") == "Plur" and words.feat(who.head, "Case") != "Dat"
    if mark is None or end != verb or not many or not in_dative(scene, mark, verb):
        return who
    return Source((start, mark), who.head)


def _answers_a_medium(scene: Scene, head: int, end: int) -> bool:
    """«|В мэрии| в комментарии РИА Новости заявили»: what a medium was told speaks only where no body does."""
    medium = name_at(scene, head + 1, end) if scene.words.lemma[head] in ANSWERS else None
    return medium is not None and is_medium(scene, *medium)


def _only_carries(scene: Scene, head: int, verb: int) -> bool:
    """«|В мэрии| заявили в эфире «Маяка»», «в своём канале»: behind the verb stands where it was said, and who says it before."""
    words = scene.words
    own = any(words.lemma[c] == "свой" for c in words.children[head])
    on_air = any(words.lemma[k] == "эфир" for k in range(max(verb + 1, head - ON_AIR), head))
    return head > verb and (own or on_air)


def _speaks(scene: Scene, head: int, preposition: int, verb: int) -> bool:
    """Whether the noun behind a preposition speaks, by what it is or by the verb.

    Nobody speaks where one only goes: «отнёс паспорт в полицию и сказал», «съездили в Омск и рассказали»; nor does
    what somebody is blamed for: «в порту обвинили |в поджоге| бродяг».
    """
    words = scene.words
    if words.lemma[verb] in BLAMING and preposition > verb and words.lower[preposition] in {"в", "во"}:
        return False
    paper = words.lower[verb].endswith("ся") and words.lemma[head] in word_list("documents")  # «в коммюнике»
    whither = (
        words.lower[preposition] in {"в", "во", "на"} and words.feat(head, "Case") == "Acc" and not paper
    )
    if whither and (words.feat(verb, "Number") == "Sing" or words.ent[head] == "LOC"):
        return False
    return (
        _voices(scene, head, words.lower[preposition])
        or _page_with_owner(scene, head, preposition, verb)
        or _named_in_marks(scene, preposition, verb)
        or _where_people_speak(scene, head, preposition, verb)
        or _on_it_they_speak(scene, head, preposition, verb)
        or _called_by_its_topic(scene, head, verb)
        or _where_it_stands(scene, head, preposition, verb)
    )


def _page_with_owner(scene: Scene, head: int, preposition: int, verb: int) -> bool:
    """«сообщается в |Telegram мэрии|», «в |«Твиттере» компании|»: a network's page, whose owner stands behind in the genitive.

    Only of a verb without a subject: «сообщила в Telegram мэрии Зуева» has one.
    """
    words = scene.words
    last = scene.opens.get(head - 1, head)  # the mark that closes the network's name
    owner = over_adjectives(words, last + 1, min(last + 1 + WHICH, len(words)))
    network = words.lemma[head] in word_list("networks") and words.lower[preposition] in {"в", "во"}
    if not network or owner >= len(words):
        return False
    told = words.lower[verb].endswith("ся") and not words.subjects(verb)
    owned = names_body(words, owner) or words.ent[owner] == "PER" or words.feat(owner, "Animacy") == "Anim"
    return told and words.feat(owner, "Case") == "Gen" and owned


def _named_in_marks(scene: Scene, preposition: int, verb: int) -> bool:
    """«сообщили в |«Синий мост»|»: whoever a name in marks belongs to, where a verb for many has no subject."""
    words, mark = scene.words, preposition + 1
    if words.lower[preposition] not in {"в", "во"} or mark not in scene.opens:
        return False
    short = scene.opens[mark] - mark <= LONGEST_NAME and words.form[mark + 1][:1].isupper()
    many = words.feat(verb, "Number") == "Plur" and words.feat(verb, "VerbForm") == "Fin"
    return short and many and not words.subjects(verb)


def _parted(scene: Scene, head: int, preposition: int, verb: int) -> bool:
    """«В порту шумно, рассказали рыбаки»: a comma, a colon or a dash stands between place and verb."""
    between = range(min(head, verb) + 1, max(preposition, verb))
    marks = [k for k in between if scene.words.form[k] in DASHES | {",", ":"} and not scene.in_clock(k)]
    if _set_off(scene, marks, verb, preposition):
        return False
    return not _participle_between(scene, head, verb) and any(not preposition <= k <= head for k in marks)


def _set_off(scene: Scene, marks: list[int], verb: int, preposition: int) -> bool:
    """«сообщили во вторник|, 5 мая,| в мэрии», «сообщили|, отвечая на запрос,| в мэрии»: two commas of their own."""
    if len(marks) != 2 or not verb < marks[0] < marks[1] < preposition:
        return False
    comma, behind, end = marks[0], marks[1] + 1, preposition + 1
    if behind_day(scene, comma, end) == behind:
        return True
    at_verb = comma == verb + 1  # «сообщили|, в частности,| в мэрии»
    gerund = behind == preposition and behind_gerund(scene, comma, end) == behind
    return at_verb and (gerund or by_the_way(scene, comma, end) == behind)


def _at_briefing(scene: Scene, verb: int, start: int, end: int) -> Source | None:
    """«Планов нет, заявили на брифинге |Минобороны|»: the body whose briefing it is, where a verb for many has no subject."""
    words = scene.words
    many = words.feat(verb, "Number") == "Plur" and words.feat(verb, "VerbForm") == "Fin"
    if not many or words.subjects(verb):
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


def _there(scene: Scene, verb: int, start: int, end: int) -> Source | None:
    """«Там добавили, что …», «там же сообщается, что …»: the place named before."""
    words = scene.words
    told = words.feat(verb, "Number") == "Plur" or words.lower[verb].endswith("ся")
    first = over_adverbs(words, verb, start)
    first = min(first - (words.lower[first] == "же"), verb - 2)
    near = [i for i in range(max(start, first), min(end, verb + 3)) if words.lower[i] == "там"]
    return Source((near[0], near[0] + 1), near[0]) if near and told else None


def place_of_many(scene: Scene, verb: int, start: int, end: int) -> Source | None:
    """The place of a verb without a subject: «в Кремле заявили», but not «пообещал чтения в Москве».

    A verb for one man or woman has one for its subject, who speaks through nothing but a channel:
    «в своём телеграм-канале «Бакен» сообщила».
    """
    found, words = _place_of_its_own(scene, verb, start, end), scene.words
    one = words.feat(verb, "Number") == "Sing" and words.feat(verb, "Gender") in {"Masc", "Fem"}
    if found is not None and words.ent[found.head] == "LOC" and _is_of_one(scene, verb):
        return None  # «Он вспоминает взрыв в Кобо и зовёт на бой: …»
    if found is None or not (one and words.is_active(verb)) or words.feat(verb, "Voice") == "Pass":
        return found
    return (
        _behind_own_channel(scene, found, verb) if words.lemma[found.head] in word_list("channels") else None
    )


def _place_of_its_own(scene: Scene, verb: int, start: int, end: int) -> Source | None:
    """«|В порту| указали на «ошибки» в смете и отметили «старание»»: what stands between the verb before and «и» is not this verb's."""
    words = scene.words
    before = None
    if words.lower[verb - 1] in {"и", "но"}:
        near = range(verb - 2, max(start - 2, -1), -1)
        before = next((k for k in near if scene.is_finite(k) and words.sent[k] == words.sent[verb]), None)
    if before is None:
        return place(scene, verb, start, end)
    found = place(scene, verb, start, end)
    if found is not None and words.lower[found.span[0] - 1] in {"из", "от"}:
        return found  # «позвонили |из порта| и сообщили»
    found = place(scene, verb, verb - 1, end)
    if found is not None or any(words.pos[k] == "SCONJ" for k in range(start, before)):
        return found
    return place(scene, verb, start, before) if start < before else None


def _is_of_one(scene: Scene, verb: int) -> bool:
    """«зовёт», «говорит»: a verb in the present that one man or woman has for a subject."""
    words = scene.words
    present = words.feat(verb, "VerbForm") == "Fin" and words.feat(verb, "Tense") == "Pres"
    return present and words.feat(verb, "Number") == "Sing" and not words.lower[verb].endswith("ся")


def instead_of_told(scene: Scene, who: Source, verb: int, start: int, end: int) -> Source | None:
    """«сообщили РБК |в пресс-службе|», «|в клубе| заявили «Порт Спорт»»: the body speaks, one medium was told.

    A verb for many has no single name for its subject, a listed medium's or one in marks right behind it, or one in
    Latin letters: «|в мэрии| заявили NRT»; but «в Instagram сообщили Little Boats» of themselves.
    """
    words, (begin, stop) = scene.words, who.span
    if words.feat(verb, "Number") != "Plur" or words.feat(verb, "VerbForm") != "Fin":
        return None
    if "и" in words.lower[begin:stop]:
        return None  # «в городе ТАСС и «Невод» сообщают»
    marked = begin == verb + 1 and scene.opens.get(begin) == stop - 1
    if marked or is_medium(scene, begin, stop):
        return place_of_many(scene, verb, start, end)
    foreign = begin == verb + 1 and all(words.form[i].isascii() for i in range(begin, stop))
    where = place_of_many(scene, verb, start, end) if foreign and words.form[begin][:1].isalpha() else None
    pages = word_list("networks", "channels")
    return where if where is not None and words.lemma[where.head] not in pages else None


def _over_where_it_is(scene: Scene, head: int, heads: list[int]) -> int:
    """«|В Центре помощи (ЦП)| в Вестрии уточнили»: where a body is does not speak for it."""
    words = scene.words
    before = max((h for h in heads if h < head and words.ent[h] == "ORG"), default=None)
    if words.ent[head] != "LOC" or before is None:
        return head
    apart = any(words.form[i] in {",", ";"} or scene.is_finite(i) for i in range(before, head))
    return head if apart else before


def _over_a_channel(scene: Scene, heads: list[int]) -> int:
    """«сообщили в своём канале |в мэрии|», «в Telegram |в МЧС|»: where a body has written does not speak beside it."""
    words, first, channels = scene.words, heads[0], word_list("channels", "networks")
    if words.lemma[first] not in channels:
        return first
    behind = (h for h in heads[1:] if h > first and words.lower[h - 1] in {"в", "во"})
    behind = (h for h in behind if words.lemma[h] not in channels)
    return next((h for h in behind if names_body(words, h)), first)


def _governed(scene: Scene, preposition: int, end: int) -> int:
    """The noun of a preposition, over the participle that may stand before it: «из утёкшего в Сеть документа»."""
    words = scene.words
    head = words.head[preposition] if words.dep[preposition] == "case" else preposition + 1
    if words.feat(preposition + 1, "VerbForm") == "Part":
        head = preposition + 1  # «в размещённом в Сети заявлении»: of the first «в», not of the second
    return behind_participle(scene, head, end)


def far_place(scene: Scene, verb: int, start: int) -> Source | None:
    """«В постпредстве в ответ на вопрос, будет ли война, заявили …»: by the tree, over what stands between."""
    words = scene.words
    plural = words.feat(verb, "Number") == "Plur" and words.feat(verb, "VerbForm") == "Fin"
    if not plural or words.subjects(verb):
        return None
    for noun in words.children[verb]:
        marks = [c for c in words.children[noun] if words.dep[c] == "case" and words.lower[c] in {"в", "во"}]
        spoken = words.ent[noun] in {"ORG", "LOC"} or words.lemma[noun] in word_list("bodies")
        if start <= noun < verb and marks and spoken and words.feat(noun, "Case") in {"Loc", ""}:
            return phrase(scene, noun, marks[0] + 1, verb, stop=verb)
    return None


def _participle_between(scene: Scene, head: int, verb: int) -> bool:
    """«В письме, подписанном Звягиным 1 мая, в среду, указано»: a clause about the noun between commas parts it from its verb.

    «В отчёте, который вышел 8 марта, говорилось», «В приказе, копию которого видел «Бакен», указано»; or a word or two by the way: «в телеграмме, в частности, говорится».
    """
    words = scene.words
    commas = [k for k in range(head + 1, verb) if words.form[k] == ","]
    if len(commas) < 2:
        return False
    which = words.lemma[commas[0] + 1] == "который"
    if commas[-1] != verb - 1:  # «в порту, который закрыли, |с этим| не согласны»
        return which and len(commas) == 2 and not scene.has_predicate(commas[-1], verb)
    aside = commas[-1] - commas[0] <= ASIDE and not scene.has_predicate(commas[0], commas[-1])
    opens = words.lemma[commas[0] + 1 : commas[0] + 1 + WHICH]
    return aside or words.feat(commas[0] + 1, "VerbForm") == "Part" or "который" in opens


def _where_people_speak(scene: Scene, head: int, preposition: int, verb: int) -> bool:
    """«В лаборатории сочли, что …», «в семье футболиста уверяли»: a plural verb without a subject.

    «Его нашли лежащим в пижаме и считают, что …»: where somebody lies nobody speaks.
    """
    words, above = scene.words, scene.words.head[head]
    if above != verb and words.feat(above, "VerbForm") in {"Part", "Conv"} and above < preposition:
        return False
    if _where_they_are_told(scene, preposition, verb):
        return False
    return (
        words.lower[preposition] in {"в", "во"}
        and words.pos[head] == "NOUN"
        and words.feat(head, "Case") == "Loc"
        and words.feat(head, "Animacy") != "Anim"
        and words.feat(verb, "Number") == "Plur"
        and words.feat(verb, "VerbForm") == "Fin"
        and words.lemma[head] not in word_list("not_bodies")
    )


def _where_they_are_told(scene: Scene, preposition: int, verb: int) -> bool:
    """«Водителей на мосту |и в зоне| досмотра попросили»: a second place of those whom somebody has told something."""
    words, joint = scene.words, preposition - 1
    if joint < 1 or words.lower[joint] != "и":
        return False
    first = next((k for k in range(joint - 1, max(joint - REACH, 0), -1) if words.pos[k] == "ADP"), 0)
    told = first - 1
    return told >= 0 and first > 0 and words.head[told] == verb and words.dep[told] in {"obj", "iobj"}


def _on_it_they_speak(scene: Scene, head: int, preposition: int, verb: int) -> bool:
    """«заявили на Западе», «на Кипре считают»: a place that takes «на», and a plural verb of its own."""
    words = scene.words
    plural = words.feat(verb, "Number") == "Plur" and words.feat(verb, "VerbForm") == "Fin"
    named = words.ent[head] == "LOC" and words.feat(head, "Case") == "Loc"
    return words.lower[preposition] == "на" and named and plural and words.head[head] == verb


def _called_by_its_topic(scene: Scene, head: int, verb: int) -> bool:
    """«Паром стоит, сообщается в канале |о погоде|», «… |с новостями|», «Об этом сообщили в чате |о дорогах|»: which channel it is.

    The claim has its own place, before the comma or behind «что», so «о …» is no topic: «Сообщили в канале |о погоде|»
    has nothing else told.
    """
    words = scene.words
    told = words.form[verb - 1] == "," or words.lower[max(verb - 2, 0) : verb] == ["об", "этом"]
    told = told and head > verb or words.lower[verb + 1 : verb + 3] == [",", "что"]
    channel = words.lemma[head] in word_list("channels") and words.feat(head, "Case") == "Loc"
    with_news = scene.lower(head + 1) == "с" and told and words.lower[verb].endswith("ся")
    return told and channel and (with_news or scene.lower(head + 1) in ABOUT_IN_TALK)


def _where_it_stands(scene: Scene, head: int, preposition: int, verb: int) -> bool:
    """«…, следует из карточки дела», «говорится в доктрине»: these verbs leave no other sense to the place."""
    words, lemma = scene.words, scene.words.lemma[verb]
    thing = words.pos[head] == "NOUN" and words.feat(head, "Animacy") == "Inan"
    if lemma == "следовать":
        told = words.lower[preposition] == "из" and words.feat(head, "Case") == "Gen"
        law = words.lemma[head] in word_list("norms") - {"проект", "график", "расписание"}
        return thing and told and not law and not _on_a_page(scene, head)
    laws = word_list("norms", "not_bodies")
    written = lemma == "говориться" and words.feat(head, "Case") == "Loc" and words.lemma[head] not in laws
    return thing and written and words.lower[preposition] in {"в", "во", "на"}


def _voices(scene: Scene, head: int, preposition: str) -> bool:
    """Whether the noun after «в» / «из» can be one that speaks: a body, a place of power, a document."""
    words = scene.words
    if preposition == "из" and words.lemma[head] in word_list("finders"):
        # «следует из результатов опроса», but «из данных на сайте мэрии»
        return scene.lower(head + 1) not in {"на", "в"}
    if words.lemma[head] in word_list("not_bodies"):
        return _owned_document(scene, head) or _is_chain(scene, head)
    if words.lower[head] in BEHIND_A_PREPOSITION and preposition in {"в", "из"}:
        return True
    if preposition in {"из", "от", "на"}:
        return (
            words.lemma[head] in word_list("documents")
            or words.lemma[head] in word_list("bodies")
            or (
                preposition == "на"
                and words.lemma[head] in {"сайт", "портал", "завод", "предприятие", "страница"}
            )
            or (preposition == "на" and words.lemma[head - 1 : head + 1] == ["горячий", "линия"])
        )
    return (
        words.ent[head] in {"ORG", "LOC"}
        or words.lemma[head] in word_list("bodies") | PRESS
        or words.lemma[head] in word_list("documents")
        or words.form[head].isupper()
        and len(words.form[head]) > 1
        or words.pos[head] == "PROPN"
    )


def _on_a_page(scene: Scene, head: int) -> bool:
    """«следует из данных |на сайте| мэрии», whose page speaks; «из данных |на табло|», «|в картотеке| судов» has none."""
    words, page = scene.words, head + 2
    if scene.lower(head + 1) not in {"на", "в"} or page >= len(words):
        return False
    page = over_adjectives(words, page, min(page + WHICH, len(words)))
    carries = word_list("channels", "networks", "documents", "bodies")
    return words.lemma[page] in carries or bool(words.ent[page])


def _is_chain(scene: Scene, head: int) -> bool:
    """«в |сети| магазинов сообщили», «в |сети| «Свет»»: whose shops they are; «в сети» alone is the Internet."""
    words, behind = scene.words, head + 1
    if words.lemma[head] != "сеть" or behind >= len(words):
        return False
    shops = words.feat(behind, "Case") == "Gen" and words.feat(behind, "Number") == "Plur"
    named = behind in scene.opens and words.lemma[behind + 1] not in word_list("networks")
    return shops or named and words.lower[behind + 1] not in word_list("networks")


def _owned_document(scene: Scene, head: int) -> bool:
    """«сказано в ответе мэрии», «в статье «Вестника»», «в статье.», «в статье отмечается»: no «в ответ», no «в статье 5».

    Nor «в комментарии |«Вестнику»| опровергли»: whoever hears an answer does not own it.
    """
    words, behind = scene.words, head + 1
    heard = behind in scene.opens and in_dative(scene, behind, scene.opens[behind] + 1)
    owned = (
        behind < len(words)
        and not heard
        and (
            words.feat(behind, "Case") == "Gen"
            or words.ent[behind] == "ORG"
            or behind in scene.opens
            or words.form[behind] in {",", *ENDS}
            or words.pos[behind] in {"VERB", "AUX"}
        )
    )
    carrier = words.lemma[head] in word_list("documents", "channels")
    return owned and words.feat(head, "Case") == "Loc" and carrier
