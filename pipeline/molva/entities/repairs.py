"""Repairs of the names that the network found: one rule for each thing it gets wrong, in order."""

from collections.abc import Callable
from dataclasses import dataclass

from molva.entities.adjuncts import no_sphere
from molva.entities.bodies import (
    body_and_sphere,
    body_of_place,
    institution,
    kind_of_body,
    named_after,
    stray_noun,
    wiki_marks,
)
from molva.entities.branches import body_in_place, region_of_service
from molva.entities.closing_person import closing_person
from molva.entities.cuts import (
    closing_mark,
    cut_and,
    cut_brackets,
    cut_lines,
    cut_lists,
    cut_sentences,
    cut_verbs,
    rubric_of_feed,
    trim_marks,
    trim_titles,
)
from molva.entities.digits import listed_with_digits, numbered_channel, with_digits
from molva.entities.firms import firm_by_its_halves
from molva.entities.labels import (
    common_word,
    dateline,
    drop_junk,
    honorific,
    kind_of_place,
    named_thing,
    nickname,
    same_surname,
    surname_behind_title,
)
from molva.entities.person_and_body import bearer_in_body, body_behind_person, surname_behind_body
from molva.entities.person_and_place import (
    before_initials,
    place_before_name,
    place_before_surname,
    see_of_bishop,
)
from molva.entities.sentence_heads import known_body
from molva.entities.shouted import shouted_person
from molva.entities.two_bodies import behind_letters, legal_form, medium_told, written_on
from molva.entities.two_people import owner_before_name, two_people
from molva.entities.view import Found, View
from molva.entities.whole_names import given_before_surname, shouted_label, whole_name


@dataclass(frozen=True, slots=True)
class Repair:
    """A rule: its name, and what it makes of the names of a document."""

    name: str
    apply: Callable[[View], list[Found]]


REPAIRS = (
    Repair("cut lines", cut_lines),
    Repair("rubric of feed", rubric_of_feed),
    Repair("cut brackets", cut_brackets),
    Repair("cut sentences", cut_sentences),
    Repair("cut and", cut_and),
    Repair("cut lists", cut_lists),
    Repair("cut verbs", cut_verbs),
    Repair("trim marks", trim_marks),
    Repair("trim titles", trim_titles),
    Repair("surname behind title", surname_behind_title),
    Repair("shouted person", shouted_person),
    Repair("common word", common_word),
    Repair("drop junk", drop_junk),
    Repair("honorific", honorific),
    Repair("dateline", dateline),
    Repair("nickname", nickname),
    Repair("closing mark", closing_mark),
    Repair("institution", institution),
    Repair("wiki marks", wiki_marks),
    Repair("kind of place", kind_of_place),
    Repair("named thing", named_thing),
    Repair("two people", two_people),
    Repair("whole name", whole_name),
    Repair("given before surname", given_before_surname),
    Repair("shouted label", shouted_label),
    Repair("see of bishop", see_of_bishop),
    Repair("bearer in body", bearer_in_body),
    Repair("closing person", closing_person),
    Repair("surname behind body", surname_behind_body),
    Repair("body behind person", body_behind_person),
    Repair("owner before name", owner_before_name),
    Repair("before initials", before_initials),
    Repair("place before name", place_before_name),
    Repair("place before surname", place_before_surname),
    Repair("known body", known_body),
    Repair("firm by its halves", firm_by_its_halves),
    Repair("same surname", same_surname),
    Repair("body of place", body_of_place),
    Repair("kind of body", kind_of_body),
    Repair("medium told", medium_told),
    Repair("written on", written_on),
    Repair("behind letters", behind_letters),
    Repair("stray noun", stray_noun),
    Repair("body in place", body_in_place),
    Repair("region of service", region_of_service),
    Repair("body and sphere", body_and_sphere),
    Repair("no sphere", no_sphere),
    Repair("named after", named_after),
    Repair("legal form", legal_form),
    Repair("with digits", with_digits),
    Repair("listed with digits", listed_with_digits),
    Repair("numbered channel", numbered_channel),
)


def repair(view: View) -> View:
    """All repairs, one after the other."""
    for rule in REPAIRS:
        view = view.with_names(rule.apply(view))
    return view
