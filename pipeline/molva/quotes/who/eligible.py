"""Who cannot be meant at a quote, whatever else speaks for it: of another gender, in another post, told apart."""

from bisect import bisect_left
from collections.abc import Set as AbstractSet

from molva.quotes.lexicon import word_list
from molva.quotes.media.medium import PRESS
from molva.quotes.who.cast import Cast, Member
from molva.quotes.who.evidence import CALLINGS, PEOPLE, Situation
from molva.speakers.chains import Chain
from molva.speakers.descriptions import Description
from molva.speakers.descriptors import (
    called_alike,
    compatible,
    in_office_elsewhere,
    is_of_another,
    is_tried,
    of_another_office,
)
from molva.speakers.lexicon import Noun
from molva.speakers.lexicon import words as speaker_list
from molva.speakers.owners import relations
from molva.speakers.places import stem
from molva.speakers.pronouns import possessives
from molva.speakers.resolve import governor, is_subject
from molva.speakers.whose import NOBODYS
from molva.words import Words

# who stands beside somebody, and is told by him
BESIDE = frozenset(
    "сосед друг приятель коллега знакомый напарник однокурсник одноклассник сослуживец сменщик".split()
)
# a medium's own, who stay unnamed; a «журналист» may be anybody
NEWSMEN = frozenset({"корреспондент", "спецкор"})
# posts of which a place has one, so that a lower one is none of them
HIGHEST = frozenset("президент король королева канцлер губернатор мэр".split())
# posts that no common calling, «чиновник», turns into one another
OF_STATE = HIGHEST | {"министр", "премьер", "премьер-министр"}
OFFICES = frozenset({"комитет", "комиссия"})
BRANCHES = frozenset({"управление", "служба"})
# nouns of media that other bodies have, or are called by
NO_PAPERS = frozenset({"агентство", "ресурс", "группа"}) | word_list("channels")
# parts of a government or of a firm, which somebody below its head leads
PARTS = BRANCHES | OFFICES | {"департамент", "министерство", "ведомство"}
LEADING = frozenset(
    "глава директор представитель руководитель советник секретарь начальник председатель".split()
)
# by which one tells of oneself: «меня зовут Зуев», «это я, Зуев»
ONESELF = frozenset("я меня мне моя зовут имя".split())
TALKS = frozenset("встреча переговоры беседа разговор саммит консультация общение".split())
# what a minister may be called the head of: «глава военного ведомства», «глава дипломатии»
OF_MINISTRIES = frozenset(
    {"ведомство", "министерство", *map(stem, ("ведомство", "министерство", "дипломатия"))}
)
OWNERS = frozenset({"основатель", "владелец", "совладелец", "собственник"})
# who hears a case or speaks in it by office; with a name he has been told so
OF_COURTS = frozenset({"прокурор", "гособвинитель", "судья", "следователь"})
MAN_OR_WOMAN = frozenset({"мужчина", "женщина"})
MET_BACK = 12  # words looked back for the talk
SHOWING = frozenset("опубликовать публиковать выложить показать разместить снять записать".split())
RECORDS = frozenset("запись видео видеозапись ролик кадр фрагмент отрывок аудиозапись".split())
PERCEIVING = frozenset("видеть увидеть слышать услышать заметить почувствовать ощутить".split())


def may_speak(cast: Cast, now: Situation, member: Member, spoke: bool) -> bool:
    """Whether nothing in the text forbids the member to be the speaker; ``spoke``: whether it has spoken."""
    chain = member.chain
    if _passed_on(cast, now, chain) or _only_in_its_words(now, member) or _is_told_of(cast, now, member):
        return False
    if now.form == "pronoun" and not spoke and _is_no_pronoun(cast, now, member):
        return False
    if id(chain) in cast.told and not _may_be_medium(cast, now, spoke):
        return False
    return _may_be(cast, now, member, spoke)


def _passed_on(cast: Cast, now: Situation, chain: Chain) -> bool:
    """«пишет «Вестник» со ссылкой на полицию»: the medium that cites somebody is not who speaks.

    And «по их данным» right after «сообщает «Вестник» со ссылкой на источники» means the sources.
    """
    before = now.before.via if now.before is not None and now.form == "pronoun" else None
    many = before if now.number == "Plur" and chain.number != "Plur" else None
    spans = (span for span in (now.draft.via, many) if span is not None)
    return any(
        link.chain is chain and not now.draft.in_source(link.head)
        for span in spans
        for link in cast.chains.within(*span)
    )


def _may_be_medium(cast: Cast, now: Situation, spoke: bool) -> bool:
    """«сообщили РБК в мэрии. …, добавили в компании»: who was told is «издание» and prints, but is no «компания»."""
    if now.said is not None:
        return bool(now.said.noun.broader & word_list("medium_nouns"))
    if now.form == "document":
        return cast.scene.words.lemma[now.at] in word_list("press")
    return spoke


def _is_told_of(cast: Cast, now: Situation, member: Member) -> bool:
    """«Инспекторы «сразу выходят на место»»: a sentence with but a piece in marks goes on what somebody has told.

    Those of whom it tells have not said it, unless the one who spoke last speaks of himself. But what somebody
    «увидел» in marks he has seen in words of his own.
    """
    draft = now.draft
    if draft.rule != "claim" or now.form != "unsaid" or now.floor.held_last_by(member.chain):
        return False
    if cast.scene.words.lemma[max(draft.start - 2, 0)] in PERCEIVING:
        return False
    start, end = cast.scene.words.sentence(draft.start)
    return bisect_left(member.starts, start) < bisect_left(member.starts, end)


def _only_in_its_words(now: Situation, member: Member) -> bool:
    """«Мой подзащитный невиновен», — сказал он: nobody whom only these words have told of says them."""
    told = (head for head in member.heads if head < now.at)
    direct = now.draft.type == "direct" and not member.chain.named
    return direct and member.starts[0] < now.at and not any(not now.draft.covers(head) for head in told)


def _is_no_pronoun(cast: Cast, now: Situation, member: Member) -> bool:
    """Whether «он» is not who has not spoken yet: the words name him, he has been met, or has shown a record."""
    ways = (_is_named_by_another, _is_met, _shows)
    return any(is_so(cast, now, member) for is_so in ways)


def _is_named_by_another(cast: Cast, now: Situation, member: Member) -> bool:
    """«Ранее он заявил о смерти Зуева. «|Зуев| жив», — написал он»: one does not speak of oneself by one's name.

    Where somebody has spoken before; but «Меня зовут Зуев», «Я, Зуев, клянусь» tell of oneself.
    """
    if now.draft.type != "direct" or not member.chain.named or not now.floor.turns:
        return False
    words = cast.scene.words
    inside = (
        at
        for start, end in now.draft.parts
        for at in member.heads[bisect_left(member.heads, start) : bisect_left(member.heads, end)]
    )
    named = [at for at in inside if words.ent[at] == "PER"]
    oneself = (form in ONESELF for at in named for form in words.lower[max(at - 3, 0) : at])
    return bool(named) and not any(oneself)


def _is_met(cast: Cast, now: Situation, member: Member) -> bool:
    """«После встречи |с Зуевым| он заявил»: whom one has met with is not oneself."""
    words, last = cast.scene.words, member.last_before(now.at)
    if last is None or words.sent[last.head] != words.sent[now.at]:
        return False
    if not any(words.feat(i, "Case") == "Ins" for i in range(last.start, last.end)):
        return False
    start = max(words.sentence(now.at)[0], last.start - MET_BACK)
    talks = not TALKS.isdisjoint(words.lemma[start : last.start])
    return talks and not {"с", "со"}.isdisjoint(words.lower[start : last.start])


def _shows(cast: Cast, now: Situation, member: Member) -> bool:
    """«Запись с его ответом опубликовал журналист Павел Зуев. «…», — сказал он»: who shows a record is not who speaks in it."""
    words, last = cast.scene.words, member.last_before(now.at)
    if last is None or "журналист" not in member.roles or not now.floor.turns:
        return False
    start, end = words.sentence(last.head)
    shows = any(words.lemma[i] in SHOWING for i in range(start, end))
    return shows and any(words.lemma[i] in RECORDS for i in range(start, end))


def is_issued(cast: Cast, now: Situation) -> bool:
    """«в сообщении»: a document of a body, or of a person who is speaking."""
    return now.form == "document" and cast.scene.words.lemma[now.at] in word_list("issued")


def _may_be(cast: Cast, now: Situation, member: Member, spoke: bool) -> bool:
    """Whether kind, gender and number allow the member at all; ``spoke``: whether it has spoken."""
    chain, said = member.chain, now.said
    if said is not None and _is_told_apart(cast, now, member, said):
        return False
    if now.gender and chain.gender and chain.gender != now.gender and chain.kind == "person":
        return False
    if now.form in ("role", "pronoun") and _is_acted_on(cast, now, member):
        return False
    if now.form == "pronoun":
        return _may_be_pronoun(cast, now, member, spoke)
    if now.form == "role":
        return _one_of_its_kind(cast, now, member)
    if now.form == "body":
        if said is not None and (said.noun.concept in PRESS or is_of_another_kind(member, said)):
            return False  # «пишут СМИ»: all of them, and no newspaper just named
        return chain.kind in ("org", "place") and not (
            said and said.link.number == "Plur" and chain.number != "Plur"
        )
    if now.form == "document":
        return _may_have_issued(cast, now, member, spoke)
    return chain.number != "Plur" if now.number == "Sing" else True


def _may_be_pronoun(cast: Cast, now: Situation, member: Member, spoke: bool) -> bool:
    """Whether kind and number allow the member to be «он», «она», «они»."""
    chain = member.chain
    if now.number == "Plur":
        return chain.number == "Plur" or chain.kind in ("group", "org")
    if chain.kind == "org" and cast.scene.words.lower[now.at] in {"он", "она"} and not spoke:
        outside = (link for link in member.backwards(now.at) if not now.draft.covers(link.head))
        last = next(outside, None)  # «Письмо ушло в Кремль. Он сказал»: whom it went to is no «он»
        return not member.medium and last is not None and is_subject(cast.scene.words, last)
    told = now.draft.rule == "marker"  # «по её данным»: but no newspaper is «она» as a subject
    return chain.number != "Plur" and chain.kind != "place" and (told or not member.medium)


def _is_acted_on(cast: Cast, now: Situation, member: Member) -> bool:
    """«Прокурор просил наказать |Зуева|: …»: whom a verb's subject does something to by his name is not that subject."""
    words, verb = cast.scene.words, now.draft.verb
    if verb is None or member.chain.kind != "person" or words.head[now.at] != verb:
        return False
    low, high = words.sentence(verb)
    heads = member.heads[bisect_left(member.heads, low) : bisect_left(member.heads, high)]
    named = (at for at in heads if words.ent[at] == "PER" and not now.draft.covers(at))
    return any(_is_object(words, at, verb) for at in named)


def _is_object(words: Words, noun: int, verb: int) -> bool:
    """Whether a name is an object of a verb, or of the infinitive that hangs on it."""
    above = words.head[noun]
    if words.dep[noun] not in {"obj", "iobj"} or noun < verb:
        return False
    return above == verb or words.head[above] == verb and words.feat(above, "VerbForm") == "Inf"


def _may_have_issued(cast: Cast, now: Situation, member: Member, spoke: bool) -> bool:
    """Who may stand behind a document; not he of whom it tells: «в петиции говорится, что Дудко искал людей».

    A decree in full bears its signature, and a declaration («согласно декларации, Дудко богат») tells of who declares.
    """
    chain = member.chain
    lemma = cast.scene.words.lemma[now.at]
    if lemma in {"приговор", "вердикт"}:
        return "суд" in member.roles
    if lemma in word_list("press") - {"публикация"}:
        return chain.kind == "org"  # «в материале»: a paper's, where no author is told
    named = (link for part in now.draft.parts for link in cast.chains.within(*part) if link.label == "PER")
    if now.draft.rule == "that" and any(link.chain is chain for link in named):
        return False
    return chain.kind == "org" if is_issued(cast, now) and not spoke else chain.kind != "place"


def is_of_another_kind(member: Member, said: Description) -> bool:
    """«В прокуратуре уточнили» after «министерство»: no body is of two such kinds, whatever else both may be called.

    Nor is a body that governs or teaches a firm: «в компании добавили» after «мэрия Кобо».
    """
    if said.wanted in member.roles:
        return False
    if member.medium and _is_no_medium(said):
        return True
    told = member.roles.keys()
    if word_list("offices_of") & told:
        return False  # «пресс-служба Росмоста» speaks for a body of any kind
    return (
        _are_apart(said.noun, told)
        or _is_of_another_office(said.noun, told)
        or not member.medium
        and _is_paper(said.noun, told)
        or member.marked
        and said.noun.concept in word_list("authorities")
    )


def _are_apart(noun: Noun, told: AbstractSet[str]) -> bool:
    """«Школа» and «банк», «министерство» and «компания»: two kinds of which nothing is both."""
    kinds = word_list("single_bodies")
    here, there = noun.broader & kinds, kinds & told
    if here and there and not here & there:
        return True
    firms, others = word_list("firms"), word_list("authorities") | word_list("no_firms")
    governs = (others | OFFICES | BRANCHES) & told
    return noun.concept in firms and bool(governs) or bool(noun.broader & others) and bool(firms & told)


def _is_of_another_office(noun: Noun, told: AbstractSet[str]) -> bool:
    """«Прокуратура» after «комитет» or «управление», «комиссия» after «министерство»; the police has «управления»."""
    kinds, offices = word_list("single_bodies"), OFFICES | BRANCHES
    if noun.concept in OFFICES:
        return bool((kinds | offices) & told)
    if not noun.broader & kinds or noun.broader & offices & told:
        return False
    return bool(offices & told) and not (noun.concept == "полиция" and "управление" in told)


def _is_paper(noun: Noun, told: AbstractSet[str]) -> bool:
    """«Газета уточнила» after «министерство»: what is no medium does not turn into a newspaper."""
    kinds = word_list("single_bodies") | word_list("authorities") | OFFICES | BRANCHES
    return noun.concept in word_list("medium_nouns") - NO_PAPERS and bool(kinds & told)


def _is_no_medium(said: Description) -> bool:
    """«По оценке организации» after «передаёт ТАСС»: a medium may be a «компания», but no «банк» and no «ведомство»."""
    media = word_list("firms") - word_list("single_bodies") | word_list("medium_nouns")
    sole = said.noun.concept in word_list("single_bodies")
    return said.noun.concept not in media and (sole or not said.noun.broader & media)


def _is_told_apart(cast: Cast, now: Situation, member: Member, said: Description) -> bool:
    """«Премьер Польши» after «премьер Венгрии»; «адвокат Лаптева» after «адвокат Гурова», which Гуров is neither."""
    if now.wanted in member.roles:
        return is_of_another(said, member.roles, member.whose.get(now.wanted, NOBODYS))
    if now.form == "role" and (now.retold and _only_outside(now, member) or _is_beside(member, said)):
        return True
    alike = (cast.member(chain).whose.get(now.wanted, NOBODYS) for chain in cast.known_as(now.wanted))
    return bool(said.whose.people) and any(id(member.chain) in told.people for told in alike)


def _only_outside(now: Situation, member: Member) -> bool:
    """««Диспетчер мне сказал: ждите», — говорит Зуев»: his «диспетчер» is nobody whom but the writer has named."""
    named = member.chain.named and now.said is not None and not now.said.noun.broader & member.roles.keys()
    return named and not any(now.floor.heard(head) or now.draft.covers(head) for head in member.heads)


def _is_beside(member: Member, said: Description) -> bool:
    """«— Не было такого, — смеётся соседка» after «говорит Раиса Зуева»: a bare «соседка» is that of whom the text has named."""
    named = member.chain.named and "близкий" not in member.roles
    return named and said.noun.concept in BESIDE


def _labelled_otherwise(now: Situation, member: Member, said: Description) -> bool:
    """«Тренер: «…». |Вратарь|: «…»»: two labels are two people, unless one noun may stand for the other."""
    label = now.draft.cue is None and now.draft.rule in {"colon", "turn"}
    alike = said.wanted in member.roles or bool(said.noun.broader & member.called)
    return label and not member.chain.named and bool(member.called) and not alike


def _one_of_its_kind(cast: Cast, now: Situation, member: Member) -> bool:
    """Persons for «дипломат», groups for «эксперты»; «источник» is never somebody with a name."""
    chain, said = member.chain, now.said
    if said is None:
        return chain.kind in ("person", "group")
    if said.anonymous:
        told = member.roles.get(said.wanted, set())
        return (
            not chain.named
            and chain.kind in ("group", "person")
            and (chain.number == "Plur") == (said.link.number == "Plur")
            and (not said.owners or bool(told) and compatible(said, told))
        )
    if said.noun.concept in NEWSMEN and said.noun.concept not in member.roles:
        bare = said.link.end - said.link.start == 1
        writes = bare and "журналист" in member.roles and now.floor.taken_by(chain) > 0
        return (
            writes or not chain.named
        )  # «корреспондент «Бакена»» is nobody whom the text has named otherwise
    if said.link.kind == "group" or said.link.number == "Plur":
        known = not chain.named and now.wanted in member.roles
        other = known and not called_alike(said, member.called)
        return (chain.kind == "group" or chain.number == "Plur") and not other
    if said.noun.concept in PEOPLE and member.starts[0] >= now.at:
        return False  # «сказала женщина»: nobody whom the text is yet to bring up
    if chain.kind != "person" or chain.number == "Plur" or _labelled_otherwise(now, member, said):
        return False
    if member.chain.named and said.noun.broader & OF_COURTS and said.noun.broader.isdisjoint(member.roles):
        return False
    if (
        in_office_elsewhere(chain, said)
        or _serves(cast, now, member)
        or _only_reports(cast, now, member, said)
    ):
        return False
    return not _holds_another(cast, now, member) and not _is_held_by_another(cast, now, member)


def _serves(cast: Cast, now: Situation, member: Member) -> bool:
    """«Пресс-секретарь |президента| Глеб Зуев сообщил …. Президент добавил»: whom one's title has for its owner one is not."""
    words, said = cast.scene.words, now.said
    if said is None or said.link.end - said.link.start > 1 or said.noun.concept in member.called:
        return False
    return any(
        words.lemma[i] == said.noun.concept
        and words.feat(i, "Case") == "Gen"
        and words.feat(i, "Number") == "Sing"
        for link in member.chain.links
        if link.label == "ROLE"
        for i in range(link.head + 1, link.end)
    )


def _holds_another(cast: Cast, now: Situation, member: Member) -> bool:
    """«По словам начальника порта Кобо» after «губернатор Зуев»: a post told with its body's name is nobody's else.

    What only describes («уроженец Кобо», «ветеран Росмоста») may be anybody's, and «глава Минпорта» may be the
    minister; but the head of a body in a body («глава пресс-службы порта Кобо») is not who heads another.
    """
    said = now.said
    if said is None or not member.called:
        return False
    if not member.chain.named:  # «представитель Аэрофлота» after that of the port
        if _belongs_to_another(cast, now, member):
            return True
        known = member.roles.get(now.wanted, set())
        return bool(known and said.owners) and not compatible(said, known)
    told = set[str]().union(*member.roles.values())
    if (
        of_another_office(said, told)
        or _belongs_to_another(cast, now, member)
        or _in_another_post(cast, now, member)
        or _in_another_ministry(member, said)
        or _is_a_hand(member, said)
        or _is_in_office(member, said)
        or _owns(member, said)
        or _leads_a_part(member, said)
        or _of_another_country(member, said)
    ):
        return True
    if said.noun.concept in member.called or not said.noun.broader & word_list("posts"):
        return False
    told_with = 1 + (" " in said.noun.concept)  # «глава МИДа» is told by the post itself
    complement = cast.scene.words.ent[said.link.head + told_with : said.link.end]
    depth = len(complement)
    named = any(complement) and depth >= (2 if now.wanted in member.roles else 1)
    return named and not (said.narrowed or said.places) & told


def _is_held_by_another(cast: Cast, now: Situation, member: Member) -> bool:
    """«Мэр Гуров рассказал о сносе. «…», — говорит прораб Зуев. |Мэр| отметил»: a bare post is his whom the text has told in it."""
    said = now.said
    if said is None or said.noun.concept not in HIGHEST or said.link.end - said.link.start > 1:
        return False
    if not member.chain.named or said.noun.concept in member.roles:
        return False
    return any(chain.named and chain.links[0].start < now.at for chain in cast.known_as(said.noun.concept))


def _belongs_to_another(cast: Cast, now: Situation, member: Member) -> bool:
    """«Её брат» after «художник Ян Ли»: who is told by whose he is has not been told by a calling.

    Nor is «отец» anybody else where the text has told of a father: «В лодке сидели отец и сын. Отец ответил».
    """
    said, source = now.said, now.draft.source
    if said is None or source is None or now.wanted in member.roles:
        return False
    theirs = any(possessives(cast.scene.words, source[0], said.link.head))
    met = now.own is not None and now.own.links[0].start < said.link.start
    return (theirs or met or bool(said.narrowed)) and bool(said.noun.broader & relations())


def _in_another_post(cast: Cast, now: Situation, member: Member) -> bool:
    """«Министр Орехов выступил. Прокурор заявил»: nobody has two such posts, unless the text knows him by the noun.

    Nor has anybody two parts in one trial: «Подсудимый Орехов молчал. Свидетель ответил»; and what both a
    «президент» and a «премьер» are, «политик» and «глава», makes neither the other.
    """
    said, posts, parts = now.said, word_list("single_posts"), word_list("court_parts")
    if said is None or said.noun.concept in member.roles:
        return False
    broader = said.noun.broader
    concept = "министр" if "министр" in broader else said.noun.concept
    called = member.called | cast.taken_for(member.chain) if concept in parts else member.called
    if concept in parts and called & parts and not broader & called:
        return True
    shared = broader & member.roles.keys()
    return (
        concept in posts
        and not posts.isdisjoint(name.partition(" ")[0] for name in called)
        and not (shared - CALLINGS if concept in OF_STATE else shared)
    )


def _is_a_hand(member: Member, said: Description) -> bool:
    """«Самолёт сел, сообщил губернатор Зуев. |Пилот| заявил»: who holds an office sits at no wheel and robs no bank."""
    hand = said.noun.concept in word_list("hands") and said.noun.broader.isdisjoint(member.roles)
    posts = word_list("single_posts") | LEADING
    return hand and not posts.isdisjoint(name.partition(" ")[0] for name in member.called)


def _is_in_office(member: Member, said: Description) -> bool:
    """«Дом захвачен, сообщил депутат Зуев. |Мужчина| говорил, что …»: who speaks in office is no more «мужчина»."""
    bare = said.link.end - said.link.start == 1 and said.noun.concept in MAN_OR_WOMAN
    return bare and bool(word_list("single_posts") & {name.partition(" ")[0] for name in member.called})


def _owns(member: Member, said: Description) -> bool:
    """«Основатель «Крыла» ответил» after «президент Зуев»: who holds a post of a state is told by it, not by a firm."""
    owns = bool(said.noun.broader & OWNERS) and said.noun.broader.isdisjoint(member.roles)
    return owns and bool(said.narrowed) and not (OF_STATE | {"депутат", "сенатор"}).isdisjoint(member.called)


def _in_another_ministry(member: Member, said: Description) -> bool:
    """«Министр иностранных дел» after «министр обороны Зуев», and after «глава делегации Зуев»: no man's second post.

    Where he has been called a minister of no ministry it may be his, and a «глава» of nothing may be of any.
    """
    if said.noun.concept.partition(" ")[0] != "министр" or said.former or not said.narrowed:
        return False
    if (told := member.roles.get("министр")) is not None:
        called = any(name.startswith("министр") for name in member.called)
        return called and not compatible(said, told)
    leads = member.roles.get("глава", set()) if "глава" in member.called else set[str]()
    return bool(leads) and leads.isdisjoint(said.narrowed | OF_MINISTRIES)


def _only_reports(cast: Cast, now: Situation, member: Member, said: Description) -> bool:
    """«Дом сгорел, сообщил Зуев. |Задержанный| признался, что …»: who has but told of a case is not whom it befell.

    Unless it is tried, and he speaks in it: «Зуев заявил в суде, что не виновен. Обвиняемый отметил …».
    """
    if said.noun.concept not in speaker_list("fates") or said.link.end - said.link.start > 1:
        return False
    words, chain = cast.scene.words, member.chain
    if not chain.named or speaker_list("fates") & member.called:
        return False
    met = [link for link in chain.links if link.label == "PER" and link.start < now.at]
    outside = [link for link in met if not now.floor.heard(link.head)]
    return bool(outside) and all(
        is_subject(words, link)
        and governor(words, link) in cast.scene.cues
        and not is_tried(words, link.head)
        for link in outside
    )


def _leads_a_part(member: Member, said: Description) -> bool:
    """«Так велел мэр Зуев. |Глава столичного департамента| отметил»: who leads all of it leads no part."""
    leads = said.noun.concept in LEADING and bool(PARTS & said.narrowed)
    told = set[str]().union(*member.roles.values()) if leads and HIGHEST & member.called else said.narrowed
    return leads and not said.narrowed & told


def _of_another_country(member: Member, said: Description) -> bool:
    """«Постоянный представитель Вестрии» after «речинский дипломат Орехов»: whoever stands for a state stands for no other."""
    standing = word_list("for_states")
    here = said.whose.countries
    if not here or not said.noun.broader & standing:
        return False
    told = (whose.countries for concept, whose in member.whose.items() if concept in standing)
    return any(there and not here & there for there in told)
