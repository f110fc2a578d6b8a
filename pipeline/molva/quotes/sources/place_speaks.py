"""Which noun behind «в», «на», «из» speaks: by what it is, or because the verb leaves no other sense to it."""

from collections.abc import Callable

from molva.lexicon.nouns import halves_of
from molva.quotes.conjunctions import ABOUT_IN_TALK, COORDINATORS
from molva.quotes.kinds import DRAFT
from molva.quotes.lexicon import word_list
from molva.quotes.media.medium import PRESS, in_dative
from molva.quotes.scene import ENDS, Scene
from molva.quotes.sources.places_apart import BRIEFINGS
from molva.quotes.sources.subjects import is_of_many, names_body, over_adjectives
from molva.speakers.pronouns import BEHIND_A_PREPOSITION
from molva.words import Words

# bodies, and what they write on, that one is «на» rather than «в»
STAGES = frozenset(
    "сайт портал страница завод предприятие комбинат фабрика птицефабрика шахта рудник верфь станция электростанция "
    "вокзал почта таможня биржа кафедра факультет телеканал радиостанция аэс гэс тэц грэс".split()
)
BLAMING = frozenset("обвинить обвинять упрекнуть упрекать заподозрить подозревать уличить".split())
# «на форуме |в Омске|»: where it is held does not speak
EVENTS = BRIEFINGS | frozenset(
    "встреча саммит форум съезд конгресс конференция совещание заседание собрание митинг "
    "церемония презентация переговоры слушание выставка фестиваль концерт матч мероприятие".split()
)
ADJECTIVES = 3  # words over which the owner of a page, or the page itself, is looked for
LONGEST_NAME = 5  # words of a name in marks and the mark that opens it
NEAR = 8  # words from «и» back to the preposition of the first of two places


def _voices(scene: Scene, head: int, preposition: int, _verb: int) -> bool:
    """«в |Минобороны|», «из |отчёта|», «на |сайте| завода»: a body, a place of power or a document."""
    words, where = scene.words, scene.words.lower[preposition]
    if where == "из" and words.lemma[head] in word_list("finders"):
        # «следует из результатов опроса», but «из данных на сайте мэрии»
        return scene.lower(head + 1) not in {"на", "в"}
    if words.lemma[head] in word_list("not_bodies"):
        return _owned_document(scene, head) or _is_chain(scene, head)
    if words.lower[head] in BEHIND_A_PREPOSITION and where in {"в", "из"}:
        return True
    if not word_list("documents", "bodies").isdisjoint((words.lemma[head], halves_of(words.lemma[head])[0])):
        return True  # «в |компании-операторе|»
    if where in {"в", "во"}:
        return _speaks_by_itself(words, head)
    return where == "на" and _is_stage(words, head)


def _speaks_by_itself(words: Words, head: int) -> bool:
    """«в |МИД|», «в |Кремле|», «в |пресс-службе|»: a name, an abbreviation, or who speaks for a body."""
    form = words.form[head]
    short = form.isupper() and (len(form) > 1 or form.isascii())  # «в |X| заявили»
    named = words.ent[head] in {"ORG", "LOC"} or words.pos[head] == "PROPN"
    return named or short or words.lemma[head] in PRESS


def _is_stage(words: Words, head: int) -> bool:
    """«на |сайте| завода», «на |предприятии|», «на горячей |линии|»: what «на» asks for."""
    return halves_of(words.lemma[head])[0] in STAGES or words.lemma[head - 1 : head + 1] == [
        "горячий",
        "линия",
    ]


def _owned_document(scene: Scene, head: int) -> bool:
    """«сказано в ответе мэрии», «в статье «Вестника»», «в статье.», «в статье отмечается»: no «в ответ», no «в статье 5».

    Nor «в комментарии |«Вестнику»| опровергли»: whoever hears an answer does not own it.
    """
    words, behind = scene.words, head + 1
    heard = behind in scene.opens and in_dative(scene, behind, scene.opens[behind] + 1)
    carrier = words.lemma[head] in word_list("documents", "channels")
    if heard or not carrier or words.feat(head, "Case") != "Loc" or behind >= len(words):
        return False
    owned = words.feat(behind, "Case") == "Gen" or words.ent[behind] == "ORG" or behind in scene.opens
    owned = owned or words.lower[behind : behind + 2] == ["со", "ссылкой"]
    return owned or words.form[behind] in {",", *ENDS} or words.pos[behind] in {"VERB", "AUX"}


def _is_chain(scene: Scene, head: int) -> bool:
    """«в |сети| магазинов сообщили», «в |сети| «Свет»»: whose shops they are; «в сети» alone is the Internet."""
    words, behind = scene.words, head + 1
    if words.lemma[head] != "сеть" or behind >= len(words):
        return False
    shops = words.feat(behind, "Case") == "Gen" and words.feat(behind, "Number") == "Plur"
    named = behind in scene.opens and words.lemma[behind + 1] not in word_list("networks")
    return shops or named and words.lower[behind + 1] not in word_list("networks")


def _page_with_owner(scene: Scene, head: int, preposition: int, verb: int) -> bool:
    """«сообщается в |Telegram мэрии|», «в |«Твиттере» компании|»: a network's page, whose owner stands behind in the genitive.

    Only of a verb without a subject, or for many: «сообщила в Telegram мэрии Зуева» has one.
    """
    words = scene.words
    last = scene.opens.get(head - 1, head)  # the mark that closes the network's name
    owner = over_adjectives(words, last + 1, min(last + 1 + ADJECTIVES, len(words)))
    network = words.lemma[head] in word_list("networks") and words.lower[preposition] in {"в", "во"}
    if not network or owner >= len(words):
        return False
    many = (
        words.feat(verb, "Number") == "Plur" or words.feat(verb, "Gender") == "Neut"
    )  # «сообщили», «сообщено»
    joined = words.lower[verb - 1] in COORDINATORS  # «Рыбаки приехали и сообщили в Telegram мэрии»
    told = (words.lower[verb].endswith("ся") or many and not joined) and not words.subjects(verb)
    owned = names_body(words, owner) or words.ent[owner] == "PER" or words.feat(owner, "Animacy") == "Anim"
    owned = owned or owner + 1 in scene.opens and words.form[owner + 2][:1].isupper()  # «завода «Вектор»»
    return told and words.feat(owner, "Case") == "Gen" and owned


def _named_in_marks(scene: Scene, _head: int, preposition: int, verb: int) -> bool:
    """«сообщили в |«Синий мост»|»: whoever a name in marks belongs to, where a verb for many has no subject."""
    words, mark = scene.words, preposition + 1
    if words.lower[preposition] not in {"в", "во"} or mark not in scene.opens:
        return False
    short = scene.opens[mark] - mark <= LONGEST_NAME and words.form[mark + 1][:1].isupper()
    return short and is_of_many(words, verb) and not words.subjects(verb)


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
        and is_of_many(words, verb)
        and words.lemma[head] not in word_list("not_bodies")
    )


def _where_they_are_told(scene: Scene, preposition: int, verb: int) -> bool:
    """«Водителей на мосту |и в зоне| досмотра попросили»: a second place of those whom somebody has told something."""
    words, joint = scene.words, preposition - 1
    if joint < 1 or words.lower[joint] != "и":
        return False
    first = next((k for k in range(joint - 1, max(joint - NEAR, 0), -1) if words.pos[k] == "ADP"), 0)
    told = first - 1
    return told >= 0 and first > 0 and words.head[told] == verb and words.dep[told] in {"obj", "iobj"}


def _on_it_they_speak(scene: Scene, head: int, preposition: int, verb: int) -> bool:
    """«заявили на Западе», «на Кипре считают»: a place that takes «на», and a plural verb of its own."""
    words = scene.words
    named = words.ent[head] == "LOC" and words.feat(head, "Case") == "Loc"
    return words.lower[preposition] == "на" and named and is_of_many(words, verb) and words.head[head] == verb


def _called_by_its_topic(scene: Scene, head: int, _preposition: int, verb: int) -> bool:
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
        law = law and not _is_an_article(scene, head, verb)
        return thing and told and not law and not _on_a_page(scene, head)
    laws = word_list("norms", "not_bodies") - {"проект"}
    written = lemma == "говориться" and words.feat(head, "Case") == "Loc" and words.lemma[head] not in laws
    return thing and written and words.lower[preposition] in {"в", "во", "на"}


def _draft_of_a_paper(scene: Scene, head: int, _preposition: int, _verb: int) -> bool:
    """«отмечается в |проекте постановления|», «указано в |проекте| приказа»: what is to become a paper is one; no «в проекте моста»."""
    words, behind = scene.words, head + 1
    paper = words.lemma[behind : behind + 1] and words.lemma[behind] in word_list("papers", "norms")
    return words.lemma[head] == DRAFT and bool(paper) and words.feat(behind, "Case") == "Gen"


def _is_an_article(scene: Scene, head: int, verb: int) -> bool:
    """«из |статьи| следует, что …», «из |статьи «Вестника»|»: a newspaper's; «из статьи 5 закона» is the law's."""
    words, behind = scene.words, head + 1
    return words.lemma[head] == "статья" and (
        behind == verb or behind in scene.opens or bool(words.ent[behind])
    )


def _on_a_page(scene: Scene, head: int) -> bool:
    """«следует из данных |на сайте| мэрии», whose page speaks; «из данных |на табло|», «|в картотеке| судов» has none."""
    words, page = scene.words, head + 2
    if scene.lower(head + 1) not in {"на", "в"} or page >= len(words):
        return False
    page = over_adjectives(words, page, min(page + ADJECTIVES, len(words)))
    carries = word_list("channels", "networks", "documents", "bodies")
    return words.lemma[page] in carries or bool(words.ent[page])


# in any of these ways
WAYS: tuple[Callable[[Scene, int, int, int], bool], ...] = (
    _voices,
    _page_with_owner,
    _named_in_marks,
    _where_people_speak,
    _on_it_they_speak,
    _called_by_its_topic,
    _where_it_stands,
    _draft_of_a_paper,
)


def speaks(scene: Scene, head: int, preposition: int, verb: int) -> bool:
    """Whether the noun behind a preposition speaks, by what it is or by the verb.

    Nobody speaks where one only goes: «отнёс паспорт в полицию и сказал», «съездили в Омск и рассказали», «в мэрию позвонили и сказали»; nor does
    what somebody is blamed for: «в порту обвинили |в поджоге| бродяг», nor where a meeting is held: «на форуме |в Омске|».
    """
    words = scene.words
    if words.lemma[verb] in BLAMING and preposition > verb and words.lower[preposition] in {"в", "во"}:
        return False
    paper = words.lower[verb].endswith("ся") and words.lemma[head] in word_list("documents")  # «в коммюнике»
    whither = (
        words.lower[preposition] in {"в", "во", "на"} and words.feat(head, "Case") == "Acc" and not paper
    )
    if words.ent[head] == "LOC" and words.lemma[preposition - 1] in EVENTS:
        return False
    there = words.lower[preposition] in {"в", "во"} and words.lower[head].endswith(("у", "ю"))
    there = there and words.feat(head, "Gender") == "Fem"
    if whither and (words.feat(verb, "Number") == "Sing" or words.ent[head] == "LOC" or there):
        return False
    return any(rule(scene, head, preposition, verb) for rule in WAYS)
