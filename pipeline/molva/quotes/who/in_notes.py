"""Whom only a note in brackets names: «Facebook |(принадлежит Meta)|», «район |(какой, не уточняется. — «Бакен»)|»."""

from molva.contract import NAME_LABELS
from molva.quotes.lexicon import word_list
from molva.quotes.scene import DASHES
from molva.quotes.who.cast import Cast, Member
from molva.quotes.who.evidence import Situation
from molva.speakers.chains import Link


def only_noted(cast: Cast, now: Situation, member: Member) -> bool:
    """«Музей пишет в Facebook (принадлежит |«Мете»|). В сообщении …»: whether every name so far stands in a note, or the first to come."""
    names = [link for link in member.chain.links if link.label in NAME_LABELS]
    told = [link for link in names if link.head < now.at] or names[:1]
    return bool(told) and all(_signs(cast, link) or _owns_network(cast, link) for link in told)


def _signs(cast: Cast, link: Link) -> bool:
    """«По данным телеканала, договор подпишут (какой, не уточняется. — |РБК|)»: whose note stands in a bracket."""
    form, end = cast.scene.words.form, link.end
    end += form[end : end + 1] == ["»"]
    dash = link.start - 1 - (form[link.start - 1] == "«")
    return form[dash] in DASHES and form[end : end + 1] == [")"]


def _owns_network(cast: Cast, link: Link) -> bool:
    """«на странице театра в Facebook (принадлежит |Meta|, чья деятельность …)»: whose the network is, told in passing."""
    words, bracket = cast.scene.words, cast.scene.bracket_around(link.head)
    if bracket is None:
        return False
    before = bracket[0] - 1 - (words.form[bracket[0] - 1] == "»")
    return before >= 0 and words.lemma[before].lower() in word_list("networks")
