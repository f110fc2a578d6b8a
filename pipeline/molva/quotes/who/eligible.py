"""Who cannot be meant at a quote, whatever else speaks for it: of another gender, in another post, told apart."""

from bisect import bisect_left
from collections.abc import Iterator

from molva.lexicon.nouns import KIN, bodies
from molva.quotes.draft import Stretch
from molva.quotes.lexicon import word_list
from molva.quotes.media.medium import PRESS
from molva.quotes.scene import DASHES
from molva.quotes.who.cast import Cast, Member
from molva.quotes.who.disagreeing import disagrees
from molva.quotes.who.evidence import CALLINGS, PEOPLE, Situation
from molva.quotes.who.has_died import has_died
from molva.quotes.who.in_notes import only_noted
from molva.quotes.who.just_told_of import is_body_beside, is_just_told_of, is_told_of_at_once
from molva.quotes.who.kinds_apart import is_of_another_kind, is_of_another_sphere
from molva.quotes.who.may_issue import may_have_issued
from molva.quotes.who.named_after import only_lends_name
from molva.quotes.who.no_pronoun import (
    does_it_to_him,
    is_acted_on,
    is_named_by_another,
    is_no_pronoun,
    is_reacted_to,
    is_spoken_of_meanwhile,
    is_told_of_before,
    is_whose_words_he_takes,
    may_be_pronoun,
    names_inside,
    rates_those_words,
    speaks_to_him,
    tells_of_himself,
)
from molva.quotes.who.of_its_kind import is_of_its_kind
from molva.quotes.who.posts import speaks_for_another
from molva.quotes.who.talk import has_just_asked
from molva.speakers.chains import Chain, Link
from molva.speakers.compatible import (
    is_of_another,
)
from molva.speakers.descriptions import Description
from molva.speakers.lexicon import words as speaker_list
from molva.speakers.not_meant import only_credited
from molva.speakers.own_voice import is_talk
from molva.speakers.resolve import is_subject
from molva.speakers.standing import stands_otherwise
from molva.speakers.whose import NOBODYS

# who stands beside somebody, and is told by him
BESIDE = frozenset(
    "сосед друг приятель коллега знакомый напарник однокурсник одноклассник сослуживец сменщик".split()
)
PERCEIVING = frozenset("видеть увидеть слышать услышать заметить почувствовать ощутить".split())


def may_speak(cast: Cast, now: Situation, member: Member, spoke: bool) -> bool:
    """Whether nothing in the text forbids the member to be the speaker; ``spoke``: whether it has spoken."""
    if any(is_so(cast, now, member) for is_so in _NOT_AT_ALL):
        return False
    not_he = _NOT_IN_THAT_FORM.get(now.form, ())
    not_he = not_he if spoke else (*_NOT_UNLESS_HE_SPOKE.get(now.form, ()), *not_he)
    if any(is_so(cast, now, member) for is_so in not_he):
        return False
    if id(member.chain) in cast.told and not _may_be_medium(cast, now, spoke):
        return False
    return _may_be(cast, now, member, spoke)


def _is_only_credited(cast: Cast, _: Situation, member: Member) -> bool:
    """«Фото: |Олег Зуев|»: who has only made the picture."""
    return only_credited(cast.scene.words, member.chain)


def _only_lends_name(cast: Cast, _: Situation, member: Member) -> bool:
    """«школа имени |Зуева|»: whose name something bears."""
    return only_lends_name(cast, member)


def _is_told_of_by_name(cast: Cast, now: Situation, member: Member) -> bool:
    """«|Зуев|, по словам адвоката, болен», ««|Зуев| молодец», — сказал врач»: whom a quote has by his name has another tell of him, unless the text knows him by the noun."""
    draft, words = now.draft, cast.scene.words
    if now.form != "role" or now.said is None or draft.rule == "about-this":
        return False
    if not member.chain.named or words.lemma[now.at - 1] == "сам":
        return False
    named = names_inside(cast, now, member)
    if not named or draft.type == "direct" and tells_of_himself(cast, named):
        return False
    return not _is_known_elsewhere(cast, now, member)


def _is_known_elsewhere(cast: Cast, now: Situation, member: Member) -> bool:
    """Whether the text knows somebody by a noun, or by a more special one, where it is not this very one, nor in these words."""
    if (said := now.said) is None:
        return False
    titles = (
        link
        for link in member.chain.links
        if link.label == "ROLE" and link.head != said.link.head and not now.draft.covers(link.head)
    )
    told = (cast.described(link.head) for link in titles)
    known = any(one is not None and said.noun.broader & one.concepts for one in told)
    return known or not said.noun.broader.isdisjoint(member.chain.offices)


def _passed_on(cast: Cast, now: Situation, member: Member) -> bool:
    """«пишет «Вестник» со ссылкой на полицию»: the medium that cites somebody is not who speaks.

    And «по их данным» right after «сообщает «Вестник» со ссылкой на источники» means the sources.
    """
    chain = member.chain
    before = now.before.via if now.before is not None and now.form == "pronoun" else None
    many = before if now.number == "Plur" and chain.number != "Plur" else None
    spans = (span for span in (now.draft.via, many) if span is not None)
    return any(
        link.chain is chain and not now.draft.in_source(link.head)
        for span in spans
        for link in (*cast.chains.within(*span), *_sent_by(chain, span))
    )


def _sent_by(chain: Chain, medium: Stretch) -> Iterator[Link]:
    """«Как передаёт |корреспондент «Моста»|, прокурор заявил»: whom a medium has sent passes words on as it does."""
    return (
        link
        for link in chain.links
        if link.label == "ROLE" and link.start <= medium[0] - 1 and link.head < medium[0] <= link.end
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
    «увидел» in marks he has seen in words of his own. Nor has it who does nothing in the text: «студент |порта|».
    """
    draft = now.draft
    if draft.rule != "claim" or now.form != "unsaid" or now.floor.held_last_by(member.chain):
        return False
    if cast.scene.words.lemma[max(draft.start - 2, 0)] in PERCEIVING:
        return False
    words = cast.scene.words
    if not now.floor.taken_by(member.chain) and not any(is_subject(words, o) for o in member.chain.links):
        return True
    start, end = words.sentence(draft.start)
    return bisect_left(member.starts, start) < bisect_left(member.starts, end)


def _only_in_its_words(cast: Cast, now: Situation, member: Member) -> bool:
    """«Мой подзащитный невиновен», — сказал он: nobody whom only these words have told of says them.

    Nor does «он» mean one who is named only there, unless he names himself.
    """
    told = [head for head in member.heads if head < now.at]
    known = member.chain.named and (now.form != "pronoun" or tells_of_himself(cast, told))
    return (
        now.draft.type == "direct"
        and not known
        and member.starts[0] < now.at
        and not any(not now.draft.covers(head) for head in told)
    )


def _may_be(cast: Cast, now: Situation, member: Member, spoke: bool) -> bool:
    """Whether kind, gender and number allow the member at all; ``spoke``: whether it has spoken."""
    chain, said = member.chain, now.said
    if said is not None and _is_told_apart(cast, now, member, said):
        return False
    if now.gender and chain.gender and chain.gender != now.gender and chain.kind == "person":
        return False
    if now.form in ("role", "pronoun") and is_acted_on(cast, now, member):
        return False
    if now.form == "role" and any(is_so(cast, now, member) for is_so in _NOT_IN_THAT_ROLE):
        return False
    if now.form == "pronoun":
        return may_be_pronoun(cast, now, member, spoke)
    if now.form == "role":
        return is_of_its_kind(cast, now, member)
    if now.form == "body":
        return _may_be_body(cast, now, member)
    if now.form == "document":
        return may_have_issued(cast, now, member, spoke)
    return chain.number != "Plur" if now.number == "Sing" else True


def _may_be_body(cast: Cast, now: Situation, member: Member) -> bool:
    """A body, or a place, of the noun's kind and number; «пишут СМИ» are all of them, and no newspaper just named."""
    chain, said = member.chain, now.said
    if said is not None and (said.noun.concept in PRESS or is_of_another_kind(member, said)):
        return False
    many = said is not None and said.link.number == "Plur"
    if said is not None and (
        not many and _are_many(member) or is_of_another_sphere(cast.scene.words, member, said)
    ):
        return False
    return chain.kind in ("org", "place") and not (many and chain.number != "Plur")


def _are_many(member: Member) -> bool:
    """«|Школы города| закрыты. Школа ждёт», «|Вестрийские военные| ушли»: many, told in the plural; «власти» and «круги» may be one."""
    chain = member.chain
    several = not chain.named and all(link.number == "Plur" for link in chain.links if link.label != "PRON")
    called = (bodies().get(noun) for noun in member.called)
    return several and all(noun is None or noun.gender for noun in called)


def _is_known_as_another(_: Cast, now: Situation, member: Member) -> bool:
    """«|Следователь| приехал. Мужчина ждал его. |Следователь| заявил, что …»: the same noun returns to whom it has told before.

    Rather than to another without a name, whom the text has never called so.
    """
    own, said = now.own, now.said
    if own is None or said is None or not said.bare_one or member.chain.named or member.chain is own:
        return False
    before = own.links[0].start < min(now.at, now.draft.start) and not now.draft.covers(own.links[0].head)
    return before and not said.noun.broader & member.roles.keys()


def _has_himself_before(cast: Cast, now: Situation, member: Member) -> bool:
    """«О болезни Зуева заявил |Кравцов|. Сам политик назвал себя «здоровым»»: «сам» is another than who has spoken right before."""
    words, source = cast.scene.words, now.draft.source
    if source is None or words.lemma[source[0]] != "сам" or not now.floor.held_last_by(member.chain):
        return False
    at = now.floor.turns[-1][0]
    return 0 <= words.sent[now.at] - words.sent[at] <= 1 and not now.floor.heard(at)


def _is_in_talk(cast: Cast, now: Situation, member: Member) -> bool:
    """«— У |Ляхова| травма. |Доктор| говорит, что кость цела»: who talks goes on about Ляхов with «он», and tells of another."""
    said, own = now.said, now.own
    if said is None or said.noun.concept in PEOPLE | CALLINGS or said.noun.concept in speaker_list("natives"):
        return False
    if not member.chain.named or not said.noun.broader.isdisjoint(member.roles):
        return False
    met = own is not None and own.links[0].head < said.link.head
    return not met and is_talk(cast.scene.words, now.at)


def _is_reacted_to(cast: Cast, now: Situation, member: Member) -> bool:
    """«Зуев отреагировал на слова |Стоуна|. «…», — написал функционер»: Зуев, unless the text knows the other by the noun."""
    return not _is_known_elsewhere(cast, now, member) and is_reacted_to(cast, now, member)


# by what somebody does there, and to whom
_NOT_IN_THAT_ROLE = (
    does_it_to_him,
    speaks_to_him,
    is_whose_words_he_takes,
    _is_reacted_to,
    rates_those_words,
    speaks_for_another,
    _has_himself_before,
    _is_in_talk,
    _is_known_as_another,
)


def _is_told_apart(cast: Cast, now: Situation, member: Member, said: Description) -> bool:
    """«Премьер Польши» after «премьер Венгрии»; «адвокат Лаптева» after «адвокат Гурова», which Гуров is neither."""
    if stands_otherwise(cast.scene.words, member.chain, member.roles.get(now.wanted, set()), said):
        return True
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
    named = member.chain.named and KIN not in member.roles
    return named and said.noun.concept in BESIDE


def _writes_it(cast: Cast, _: Situation, member: Member) -> bool:
    """«ПЕНЗА, 7 сен — РИА Новости, |Олег Зуев|. Дома залило, сообщил представитель мэрии»: who signs a dateline only tells of it."""
    words, link = cast.scene.words, member.chain.links[0]
    behind_comma = link.label == "PER" and words.form[link.start - 1 : link.start] == [","]
    closed = link.end < len(words) and words.form[link.end] in {")", ".", *DASHES}
    if not behind_comma or not closed:
        return False
    agency = cast.chains.at(link.start - 2)
    start, end = words.sentence(link.head)
    told = any(cast.scene.is_finite(i) for i in range(start, min(link.end + 1, end)))
    return agency is not None and agency.label == "ORG" and not told and len(member.heads) == 1


# whom no noun and no pronoun means
_NOT_AT_ALL = (
    _passed_on,
    _only_in_its_words,
    _is_told_of,
    _is_only_credited,
    _only_lends_name,
    _is_told_of_by_name,
    only_noted,
)
# by how the text tells the speaker: whom it does not mean so unless he has spoken, and whom not even then
_NOT_UNLESS_HE_SPOKE = {
    "pronoun": (is_no_pronoun, disagrees, has_died),
    "unsaid": (is_just_told_of, is_body_beside),
    "role": (is_named_by_another,),
}
_NOT_IN_THAT_FORM = {
    "pronoun": (is_told_of_before, is_told_of_at_once, is_spoken_of_meanwhile, _writes_it, has_just_asked),
    "role": (_writes_it, has_just_asked),
}
