"""Who «он», «она» and «они» cannot be: whom the words name, who has just been met, who is acted on."""

from bisect import bisect_left

from molva.lexicon.nouns import KIN
from molva.quotes.kinds import is_network
from molva.quotes.speech_nouns import ASKED
from molva.quotes.who.cast import Cast, Member
from molva.quotes.who.evidence import Situation
from molva.quotes.who.just_told_of import is_just_told_of
from molva.speakers.ahead import LOOKING_BACK
from molva.speakers.chains import Link
from molva.speakers.pronouns import THEIRS
from molva.speakers.resolve import belongs_to_subject, is_object, is_subject
from molva.words import Words

# by which one tells of oneself: «меня зовут Зуев», «это я, Зуев»
ONESELF = frozenset("я меня мне моя зовут имя".split())
ENCOUNTERS = frozenset("встреча переговоры беседа разговор саммит консультация общение".split())
MET_BACK = 25  # words looked back for the talk
NEAR = 2  # sentences back to a person who goes before a body
RECENT = 4  # sentences back to one who has spoken last, or who says something in marks
OWN_WORDS = frozenset({"слово", "мнение", "убеждение", "признание", "утверждение", "выражение"})
MAKING_PUBLIC = frozenset("опубликовать публиковать выложить показать разместить снять записать".split())
INQUIRING = frozenset({"спросить", "спрашивать", "поинтересоваться"})
RESPONDING = frozenset(
    "ответить отвечать сказать заявить отреагировать реагировать прокомментировать".split()
)
WORDS_OF = frozenset(
    "слово заявление довод аргумент показание показания упрек обвинение утверждение высказывание замечание возражение "
    "жалоба просьба обещание сообщение версия мнение".split()
)
UP = 3  # words from another's words up to the verb
RECORDS = frozenset("запись видео видеозапись ролик кадр фрагмент отрывок аудиозапись".split())


def may_be_pronoun(cast: Cast, now: Situation, member: Member, spoke: bool) -> bool:
    """Whether kind and number allow the member to be «он», «она», «они»; one newspaper is no «они», though it has «их данные»."""
    chain = member.chain
    marker = now.draft.rule == "marker"  # «по её данным»: but no newspaper is «она» as a subject
    if now.number == "Plur":
        body = chain.kind == "org" and (marker or not member.medium)
        return chain.number == "Plur" or chain.kind == "group" or body
    if chain.kind == "org":
        if _has_told_of_somebody(cast, now, member) or not spoke and is_network(chain):
            return False
        if is_man_meant(cast, now, member):
            return False
        if not spoke and cast.scene.words.lower[now.at] in {"он", "она"}:
            return not member.medium and _acted_last(cast, now, member)
    return chain.number != "Plur" and chain.kind != "place" and (marker or not member.medium)


def _acted_last(cast: Cast, now: Situation, member: Member) -> bool:
    """«|Порт| закрыл мост. Он сообщил»; «Письмо ушло в |Кремль|. Он сказал»: whom it went to is no «он»."""
    outside = (link for link in member.backwards(now.at) if not now.draft.covers(link.head))
    last = next(outside, None)
    return last is not None and is_subject(cast.scene.words, last)


def _has_told_of_somebody(cast: Cast, now: Situation, member: Member) -> bool:
    """«Директор уехал, сообщает «Омуль». По его словам, …»: the man of whom a body has just told, and not the body.

    Nor is a «завод» she: «МВД нашло взятку по жалобе |жительницы|. По её словам, …».
    """
    before, words = now.before, cast.scene.words
    if before is None or not now.floor.held_last_by(member.chain):
        return False
    if now.draft.rule == "marker" and not _by_words(cast, now):
        return False
    told = max(before.parts[-1][0], before.source_head or 0)  # «Директор уехал. Об этом сообщает «Омуль»»
    if words.sent[now.at] - words.sent[told] > 1:
        return False
    links = [link for part in before.parts for link in cast.chains.within(*part) if _is_one_man(now, link)]
    last = member.last_before(now.at)
    woman = now.gender == "Fem" and last is not None and words.feat(last.head, "Gender") != "Fem"
    return any(is_subject(words, link) or woman and link.gender == "Fem" for link in links)


def _is_one_man(now: Situation, link: Link) -> bool:
    """One person, who may be of the pronoun's gender: a noun tells none where no verb does."""
    chain = link.chain
    one = chain is not None and chain.kind == "person" and link.number != "Plur" and link.label != "PRON"
    return one and chain is not None and chain.gender in ("", now.gender)


def _by_words(cast: Cast, now: Situation) -> bool:
    """«По его |словам|», which no body has, but «по его данным»."""
    return now.draft.cue is not None and not OWN_WORDS.isdisjoint(
        cast.scene.words.lemma[slice(*now.draft.cue)]
    )


def is_man_meant(cast: Cast, now: Situation, member: Member) -> bool:
    """«Зуев выступил на заводе. Завод был создан в марте. «Цехи целы», — сказал он»: a body is no «он» beside a person.

    He has spoken last, or is the subject near by. «По его данным» may be a body's, «по его словам» is hardly so; but
    a body that has spoken since goes on: «Зуев назвал это ложью. Кремль заявил, что … По его словам, …».
    """
    words = cast.scene.words
    if now.draft.rule == "marker":
        if not _by_words(cast, now):
            return False
    elif words.lower[now.at] not in {"он", "она"}:
        return False
    goes_on = now.draft.type != "direct" and now.floor.held_last_by(member.chain)
    for link in cast.chains.backwards(now.at):
        gap = words.sent[now.at] - words.sent[link.head]
        if gap > RECENT or goes_on and link.chain is member.chain and not now.draft.covers(link.head):
            return False
        if _is_such_man(now, link) and _stands_out(cast, now, link, gap):
            return True
    return False


def _is_such_man(now: Situation, link: Link) -> bool:
    """One person, of the pronoun's gender, whom the text has named or described outside the quote."""
    chain = link.chain
    if chain is None or chain.kind != "person" or chain.number == "Plur" or chain in now.others:
        return False
    return chain.gender == now.gender and link.label != "PRON" and not now.draft.covers(link.head)


def _stands_out(cast: Cast, now: Situation, link: Link, gap: int) -> bool:
    """Whether a person has spoken last, or is a subject with a name near by: a little farther where marks show his words."""
    chain, par = link.chain, cast.scene.words.par
    assert chain is not None
    if now.draft.type != "direct" and par[link.head] != par[now.at]:
        return False
    if now.floor.held_last_by(chain):
        return True
    reach = RECENT if now.draft.type == "direct" else NEAR
    told = chain.named and gap <= reach and not now.floor.heard(link.head)
    return told and is_subject(cast.scene.words, link)


def is_no_pronoun(cast: Cast, now: Situation, member: Member) -> bool:
    """Whether «он» is not who has not spoken yet: the words name him, he has been met, or has shown a record."""
    ways = (is_named_by_another, _is_met, _shows, is_just_told_of)
    return any(is_so(cast, now, member) for is_so in ways)


def is_told_of_before(cast: Cast, now: Situation, member: Member) -> bool:
    """«Мост закрыт, сообщил Лев Гуров.⏎|Ранее источник| сообщил о сбое.⏎«…», — сказал он»: a look back is no place for who goes on."""
    words, last, speaker = cast.scene.words, member.last_before(now.at), now.floor.previous
    if last is None or member.chain.named or speaker is None or not now.floor.held_last_by(member.chain):
        return False
    back = words.lower[words.sentence(last.head)[0]] in LOOKING_BACK
    goes_on = speaker.named and speaker.kind == "person" and speaker.gender == now.gender
    return back and goes_on and words.par[last.head] != words.par[now.at]


def is_named_by_another(cast: Cast, now: Situation, member: Member) -> bool:
    """«Ранее он заявил о смерти Зуева. «|Зуев| жив», — написал он»: one does not speak of oneself by one's name.

    Where somebody has spoken before, or the words right before tell of another man; but «Меня зовут Зуев»,
    «Я, Зуев, клянусь» tell of oneself.
    """
    if now.draft.type != "direct" or not member.chain.named:
        return False
    named = names_inside(cast, now, member)
    if not named or tells_of_himself(cast, named):
        return False
    return bool(now.floor.turns) or _is_another_told(cast, now, member, now.draft.start)


def names_inside(cast: Cast, now: Situation, member: Member) -> list[int]:
    """The names of somebody in a quote."""
    inside = (
        at
        for start, end in now.draft.parts
        for at in member.heads[bisect_left(member.heads, start) : bisect_left(member.heads, end)]
    )
    return [at for at in inside if cast.scene.words.ent[at] == "PER"]


def tells_of_himself(cast: Cast, named: list[int]) -> bool:
    """«Меня зовут |Зуев|», «я, |Зуев|, клянусь»: names by which one tells of oneself; not so «я рад за |Зуева|»."""
    lower = cast.scene.words.lower
    return any(
        form in ONESELF and (form != "я" or not any(other.isalpha() for other in lower[i + 1 : at]))
        for at in named
        for i, form in enumerate(lower[max(at - 3, 0) : at], max(at - 3, 0))
    )


def _is_met(cast: Cast, now: Situation, member: Member) -> bool:
    """«После встречи |с Зуевым| он заявил»: whom one has met with is not oneself."""
    words, last = cast.scene.words, member.last_before(now.at)
    if last is None or words.sent[last.head] != words.sent[now.at]:
        return False
    if not any(words.feat(i, "Case") == "Ins" for i in range(last.start, last.end)):
        return False
    start = max(words.sentence(now.at)[0], last.start - MET_BACK)
    talks = not ENCOUNTERS.isdisjoint(words.lemma[start : last.start])
    return talks and not {"с", "со"}.isdisjoint(words.lower[start : last.start])


def _shows(cast: Cast, now: Situation, member: Member) -> bool:
    """«Запись с его ответом опубликовал журналист Павел Зуев. «…», — сказал он»: who shows a record is not who speaks in it."""
    words, last = cast.scene.words, member.last_before(now.at)
    if last is None or "журналист" not in member.roles or not now.floor.turns:
        return False
    if not _is_another_told(cast, now, member, now.at):
        return False
    start, end = words.sentence(last.head)
    shows = any(words.lemma[i] in MAKING_PUBLIC for i in range(start, end))
    return shows and any(words.lemma[i] in RECORDS for i in range(start, end))


def _is_another_told(cast: Cast, now: Situation, member: Member, at: int) -> bool:
    """«Дом Зуева подожгли, пишет «Бакен». Зуев показал видео. По его словам, …»: there is nobody else whose words it may show."""
    words = cast.scene.words
    for link in cast.chains.backwards(at):
        if words.sent[at] - words.sent[link.head] > RECENT:
            break
        if link.chain is not member.chain and _is_such_man(now, link):
            return True
    return False


def is_acted_on(cast: Cast, now: Situation, member: Member) -> bool:
    """«Прокурор просил наказать |Зуева|: …», «Журналист спросил |генерала|»: whom a verb's subject does something to is not that subject.

    Nor does he ask a question who answers it; nor is he «он» by whom he is called there: «он написал |мэру|: …».
    """
    words, verb = cast.scene.words, cast.scene.words.head[now.at]
    if _answers(words, now, member):
        return True
    pronoun = now.form == "pronoun" and now.draft.verb is not None
    if not (now.draft.verb == verb or pronoun) or member.chain.kind != "person":
        return False
    low, high = words.sentence(verb)
    heads = member.heads[bisect_left(member.heads, low) : bisect_left(member.heads, high)]
    told = (
        at
        for at in heads
        if at != now.at and not now.draft.covers(at) and _is_told_of(words, at, pronoun=pronoun)
    )
    return any(is_object(words, at, verb) for at in told)


def is_spoken_of_meanwhile(cast: Cast, now: Situation, member: Member) -> bool:
    """«Рассказывая о |Паше|, она улыбнулась: «…»»: of whom a gerund's subject tells is not that subject."""
    words, last = cast.scene.words, member.last_before(now.at)
    if last is None or now.draft.covers(last.head) or words.sent[last.head] != words.sent[now.at]:
        return False
    if "свой" in words.lemma[last.start : last.head + 1]:
        return False  # «Похвалив |своего| соперника, он сказал»
    gerund = next(
        (i for i in range(last.head, words.sentence(now.at)[0] - 1, -1) if words.feat(i, "VerbForm")), -1
    )
    own = (
        gerund >= 0 and words.feat(gerund, "VerbForm") == "Conv" and words.head[gerund] == words.head[now.at]
    )
    return own and words.is_subject(now.at) and not words.is_subject(last.head)


def _is_told_of(words: Words, at: int, *, pronoun: bool) -> bool:
    """A person's name, or a noun in an oblique case; beside «он» a pronoun in the dative or accusative as well."""
    noun = words.pos[at] in {"NOUN", "PROPN"} and words.feat(at, "Case") != "Nom"
    return words.ent[at] == "PER" or noun or pronoun and words.feat(at, "Case") in {"Dat", "Acc"}


def _answers(words: Words, now: Situation, member: Member) -> bool:
    """«ответил |Зуев| на вопрос журналиста, вернётся ли он»: the subject of the verb that replies to somebody's question."""
    if now.form == "pronoun" and now.draft.verb is not None and words.lemma[now.draft.verb] in RESPONDING:
        # «Когда |брат| спросил, болен ли он, он ответил: …»
        before = range(words.sentence(now.at)[0], now.at)
        if any(_acts_by(words, member, k) for k in before if words.lemma[k] in INQUIRING):
            return True
    asked = words.head[now.at]
    verb = words.head[asked]
    if words.lemma[asked] not in ASKED or words.lemma[verb] not in RESPONDING or words.dep[now.at] != "nmod":
        return False
    return _acts_by(words, member, verb)


def _acts_by(words: Words, member: Member, verb: int) -> bool:
    """«мэр Глеб |Зуев| и комиссар |спорят|»: whether somebody belongs to the subject of a verb."""
    return any(
        verb in (words.head[at], words.head[words.head[at]]) and belongs_to_subject(words, at)
        for at in _beside(words, member, verb)
    )


def _beside(words: Words, member: Member, verb: int) -> list[int]:
    """Where the sentence of a verb tells of somebody."""
    low, high = words.sentence(verb)
    return member.heads[bisect_left(member.heads, low) : bisect_left(member.heads, high)]


def does_it_to_him(cast: Cast, now: Situation, member: Member) -> bool:
    """«|Военком| угрожает призывнику, который заявил, что …»: whose words are told is an object there, and no subject."""
    words, verb = cast.scene.words, cast.scene.words.head[now.at]
    if words.dep[now.at] not in {"obj", "iobj"} or words.pos[verb] != "VERB" or member.chain.kind != "person":
        return False
    return any(words.head[at] == verb and words.is_subject(at) for at in _beside(words, member, verb))


def speaks_to_him(cast: Cast, now: Situation, member: Member) -> bool:
    """«Зуеву позвонили. |Мошенник| обещал |ему|, что …»: to whom the subject does something it is another."""
    words, verb, gender = cast.scene.words, now.draft.verb, member.chain.gender
    if verb is None or not words.is_subject(now.at) or not gender or member.chain.kind != "person":
        return False
    if now.said is not None and KIN in now.said.noun.broader:
        return False  # «Отец Зуева заявил, что сын рассказал ему, что …»
    form = "ему его" if gender == "Masc" else "ей ее"
    him = (i for i in words.children[verb] if words.lower[i] in form.split() and words.pos[i] == "PRON")
    return any(_means(cast, i, member) for i in him)


def _means(cast: Cast, pronoun: int, member: Member) -> bool:
    """Whether the member is the only one of his gender told of by name in this sentence and the one before."""
    words = cast.scene.words
    near: set[int] = set()
    for link in cast.chains.backwards(pronoun):
        if words.sent[pronoun] - words.sent[link.head] > 1:
            break
        chain = link.chain
        if (
            chain is not None
            and chain.kind == "person"
            and chain.gender == member.chain.gender
            and link.label == "PER"
        ):
            near.add(id(chain))
    return near == {id(member.chain)}


def is_whose_words_he_takes(cast: Cast, now: Situation, member: Member) -> bool:
    """«|Министр| опроверг слова депутата о том, что …»: who does something to another's words has not said them."""
    words, noun = cast.scene.words, cast.scene.words.head[now.at]
    if (
        words.dep[now.at] != "nmod"
        or words.lemma[noun] not in WORDS_OF
        or words.lower[max(noun - 1, 0)] == "по"
    ):
        return False
    verb = words.head[noun]
    for _ in range(UP):
        if words.pos[verb] == "VERB":
            break
        verb = words.head[verb]
    return _acts_by(words, member, verb)


def is_reacted_to(cast: Cast, now: Situation, member: Member) -> bool:
    """«Зуев отреагировал на слова |Стоуна|. «…», — написал функционер»: whose words another man has reacted to, who now speaks."""
    words, last = cast.scene.words, member.last_before(min(now.at, now.draft.start))
    if last is None or now.floor.taken_by(member.chain):
        return False
    noun = words.head[last.head]
    verb = words.head[noun]
    if (
        words.lemma[noun] not in WORDS_OF
        or words.lemma[verb] not in RESPONDING
        or words.sent[now.at] - words.sent[verb] > 1
    ):
        return False
    below = (link for at in words.subjects(verb) for link in [cast.chains.at(at)] if link is not None)
    actors = [link.chain for link in below if link.chain is not None and link.chain is not member.chain]
    return any(chain.kind == "person" and now.gender in ("", chain.gender) for chain in actors)


def rates_those_words(cast: Cast, now: Situation, member: Member) -> bool:
    """«Зуев сказал, что …. Генерал назвал эти слова «бредом»»: who has just spoken is not the general, if the text has not called him so."""
    words, verb = cast.scene.words, now.draft.verb
    known = now.form != "role" or now.wanted in member.roles
    if verb is None or known or not now.floor.held_last_by(member.chain):
        return False
    things = (
        c for c in words.children[verb] if words.lemma[c] in WORDS_OF and words.feat(c, "Case") == "Acc"
    )
    return any(words.lemma[c - 1] in {"этот", "такой"} or words.lower[c - 1] in THEIRS for c in things)
