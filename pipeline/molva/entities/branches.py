"""Branches of a body: the region that they work in is a part of their name."""

from molva.entities.bodies import joined
from molva.entities.view import Found, View
from molva.lexicon.lists import shared_list
from molva.words import Words

MISSIONS = frozenset(
    "посольство консульство генконсульство представительство постпредство торгпредство миссия".split()
)
SENT_TO = frozenset(("в", "на", "при"))
"""Behind these stands to whom a mission is sent."""
_SERVICES = ("МВД", "МЧС", "ФСБ", "ГИБДД", "ГАИ", "ФСИН", "ФССП", "УФАС", "УФНС", "СК", "СУСК", "УВД", "ГУВД")
_OF_A_REGION = frozenset("региональный областной краевой республиканский городской районный окружной".split())


def region_of_service(view: View) -> list[Found]:
    """«УМВД |региона|», «|городская| ГИБДД», «УМВД |по региону|»: a service in capitals, and a region that the text has named.

    A region with a name or an adjective of its own («УМВД нашего региона») is left as the network has it, and where the
    text names the region («МЧС Быстринска») the «МЧС города» is that one.
    """
    told = {form for name in view.found if name.label == "ORG" for form in view.form(name)[:-1]}
    return [
        _with_region(view, name)
        if name.label == "ORG" and view.words.form[name.end - 1] not in told
        else name
        for name in view.found
    ]


def _with_region(view: View, name: Found) -> Found:
    words, first, end = view.words, name.start, name.end
    if not words.form[end - 1].endswith(_SERVICES) or not words.form[end - 1].isupper():
        return name
    at = end + (words.lower[end : end + 1] == ["по"])
    if at < len(words) and words.sent[at] == words.sent[first] and words.lemma[at] in shared_list("regions"):
        asked = words.feat(at, "Case") == ("Dat" if at > end else "Gen")
        return (
            Found(first, at + 1, "ORG")
            if asked and words.form[at].islower() and not _goes_on(words, at + 1)
            else name
        )
    before = first - 1
    alone = end - first == 1 and before >= 0 and words.sent[before] == words.sent[first]
    return Found(before, end, "ORG") if alone and words.lemma[before] in _OF_A_REGION else name


def _goes_on(words: Words, i: int) -> bool:
    """«УМВД края |Быстрина|», «УМВД края |и| области»: more of the region is to come."""
    return i < len(words) and (words.form[i][:1].isupper() or words.form[i] in ("и", "«"))


def body_in_place(view: View) -> list[Found]:
    """«МВД |по Башкирии», «СК |по Башкирии |и Татарстану», «посольство Чили |в Норвегии»: a branch of a body and where it works."""
    return joined(
        view,
        lambda body, name: name.label == "LOC" and (_branch(view, body, name) or _mission(view, body, name)),
    )


def _mission(view: View, body: Found, place: Found) -> bool:
    """«посольство Чили |в Норвегии», «представительство ООН |в Кении»: to whom a mission is sent; nor does «и» end a branch."""
    words = view.words
    between, alike = words.lower[body.end : place.start], words.sent[body.start] == words.sent[place.start]
    if between == ["и"]:
        also = "по" in words.lower[body.start : body.end] and words.form[body.start].isupper()
        return alike and also and _is_dative(words, place.start)
    sent = words.lemma[body.start] in MISSIONS and body.end - body.start > 1
    return alike and sent and len(between) == 1 and between[0] in SENT_TO


def _branch(view: View, left: Found, right: Found) -> bool:
    """Whether nothing but «по» stands between a body and a place of one sentence."""
    words = view.words
    if words.par[left.start] != words.par[right.end - 1] or words.sent[left.start] != words.sent[right.start]:
        return False
    return [form.lower() for form in words.form[left.end : right.start]] in (
        ["по"],
        ["по", "г", "."],
        ["по", "г."],
    )


def _is_dative(words: Words, i: int) -> bool:
    """«по Крыму и |Севастополю|»; of «Карелии» the tagger guesses which of its cases it is."""
    return words.feat(i, "Case") == "Dat" or words.lower[i].endswith("ии")
