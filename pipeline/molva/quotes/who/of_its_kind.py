"""Whether somebody is of the kind that a noun for people tells: «дипломат», «эксперты», «источник», «корреспондент»."""

from molva.quotes.who.another_post import holds_another
from molva.quotes.who.cast import Cast, Member
from molva.quotes.who.evidence import CALLINGS, PEOPLE, Situation
from molva.quotes.who.posts import is_held_by_another, only_reports, serves
from molva.speakers.ahead import NEWSMEN, is_of_a_medium, is_of_another_time
from molva.speakers.compatible import called_alike, compatible, in_office_elsewhere, is_elsewhere
from molva.speakers.descriptions import Description

# who hears a case or speaks in it by office; with a name he has been told so
OF_COURTS = frozenset({"прокурор", "гособвинитель", "судья", "следователь"})


def _labelled_otherwise(now: Situation, member: Member, said: Description) -> bool:
    """«Тренер: «…». |Вратарь|: «…»»: two labels are two people, unless one noun may stand for the other."""
    label = now.draft.cue is None and now.draft.rule in {"colon", "turn"}
    alike = said.wanted in member.roles or bool(said.noun.broader & member.called)
    return label and not member.chain.named and bool(member.called) and not alike


def _comes_up_later(cast: Cast, now: Situation, member: Member, said: Description) -> bool:
    """«представитель |Пентагона|» before «пресс-секретарь президента Вестрии Лев Гуров»; a headline may tell a body otherwise.

    Nor is «корреспондент |«Бакена»|» a «корреспондент Лев Гуров» of whom nothing tells that he is the same medium's.
    """
    told = member.roles.get(now.wanted)
    ahead = member.starts[0] >= now.at and cast.scene.words.par[now.at] > 0
    if member.starts[0] >= now.at and not told and is_of_a_medium(cast.scene.words, said):
        return True
    if ahead and (_is_another_meant(cast, now, said) or is_of_another_time(cast.scene.words, member.chain)):
        return True
    return ahead and bool(told) and bool(said.owners) and not compatible(said, told or set())


def _is_another_meant(cast: Cast, now: Situation, said: Description) -> bool:
    """«Гидробиолог Лев Гуров объяснил это. По словам |специалиста|, …»: a calling that fits anybody means him who has just acted."""
    if said.noun.concept not in CALLINGS or not said.bare:
        return False
    words = cast.scene.words
    for link in cast.chains.backwards(now.at):
        if words.sent[now.at] - words.sent[link.head] > 1 or words.par[link.head] != words.par[now.at]:
            return False
        chain, here = link.chain, link.label == "PER" and not now.draft.covers(link.head)
        if here and chain is not None and chain.kind == "person" and now.gender in ("", chain.gender):
            return True
    return False


def is_of_its_kind(cast: Cast, now: Situation, member: Member) -> bool:
    """Persons for «дипломат», groups for «эксперты»; «источник» is never somebody with a name."""
    chain, said = member.chain, now.said
    if said is None:
        return chain.kind in ("person", "group")
    if said.anonymous:
        return _is_such_a_source(member, said)
    if said.noun.concept in NEWSMEN and said.noun.concept not in member.roles:
        return _may_be_newsman(now, member, said)
    if said.link.kind == "group" or said.link.number == "Plur":
        return _are_such_people(now, member, said)
    return _is_such_a_person(cast, now, member, said)


def _is_such_a_source(member: Member, said: Description) -> bool:
    """«|Источник| в порту» and «источник» again: nobody named, as many as before, and at the same place."""
    chain, told = member.chain, member.roles.get(said.wanted, set())
    return (
        not chain.named
        and chain.kind in ("group", "person")
        and (chain.number == "Plur") == (said.link.number == "Plur")
        and (not said.owners or bool(told) and compatible(said, told))
        and not is_elsewhere(said, told)
    )


def _may_be_newsman(now: Situation, member: Member, said: Description) -> bool:
    """«Корреспондент «Бакена»» is nobody whom the text has named otherwise; a bare one may be the «журналист» who has spoken."""
    writes = said.bare and "журналист" in member.roles and now.floor.taken_by(member.chain) > 0
    return writes or not member.chain.named


def _are_such_people(now: Situation, member: Member, said: Description) -> bool:
    """«Эксперты»: several; those whom the text has called so without a name, only if it has not called them otherwise."""
    chain = member.chain
    known = not chain.named and now.wanted in member.roles
    other = known and not called_alike(said, member.called)
    return (chain.kind == "group" or chain.number == "Plur") and not other


def _is_such_a_person(cast: Cast, now: Situation, member: Member, said: Description) -> bool:
    """«Дипломат»: one person, brought up before, in no other post."""
    chain = member.chain
    if chain.kind != "person" or chain.number == "Plur":
        return False
    if (
        _is_yet_to_come(now, member, said)
        or _comes_up_later(cast, now, member, said)
        or _labelled_otherwise(now, member, said)
        or _is_no_such_officer(member, said)
        or in_office_elsewhere(chain, said)
    ):
        return False
    return not only_reports(cast, now, member, said) and not any(
        is_so(cast, now, member) for is_so in _IN_ANOTHER_POST
    )


def _is_yet_to_come(now: Situation, member: Member, said: Description) -> bool:
    """«Сказала |женщина|. Вера Зуева молчала»: a noun for anybody means nobody whom the text is yet to bring up."""
    return said.noun.concept in PEOPLE and member.starts[0] >= now.at


def _is_no_such_officer(member: Member, said: Description) -> bool:
    """«Клим Зуев признал вину. |Прокурор| заявил»: who has a name and is no «прокурор» would have been told so."""
    courts = member.chain.named and said.noun.broader & OF_COURTS
    return bool(courts) and said.noun.broader.isdisjoint(member.roles)


# whose post the noun is not
_IN_ANOTHER_POST = (serves, holds_another, is_held_by_another)
