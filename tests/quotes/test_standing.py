"""What is remembered of drafts and turns, so that a long document is not gone through again and again."""

from molva.quotes.draft import Draft, Stretch
from molva.quotes.settling.settle import parents
from molva.quotes.settling.standing import Standing
from molva.quotes.who.floor import Floor
from molva.speakers.chains import Chain


def draft(*parts: Stretch, cue: Stretch | None = None) -> Draft:
    return Draft("tail", "direct", list(parts), cue=cue)


def standing(*drafts: Draft) -> Standing:
    kept = Standing()
    for one in drafts:
        kept.add(one)
    return kept


def test_drafts_are_found_by_their_place_or_a_cue_in_the_order_of_belief() -> None:
    late, early, far = draft((15, 18), cue=(50, 51)), draft((8, 12)), draft((70, 75), cue=(60, 61))
    kept = standing(late, early, far)
    assert kept.beside(draft((13, 14))) == [late, early]
    assert kept.beside(draft((98, 99), cue=(60, 61))) == [far]
    assert kept.beside(draft((98, 99), cue=(60, 62))) == []
    assert kept.with_cue((50, 51)) == [late]
    assert kept.cued_in([(40, 55)]) == [late]


def test_drafts_that_stand_far_off_in_an_endless_sentence_are_not_looked_at() -> None:
    kept = standing(*(draft((i, i + 20)) for i in range(0, 3000, 3)))
    assert len(kept.beside(draft((1500, 1520)))) < 40


def test_a_stretch_is_shared_over_the_gap_between_parts() -> None:
    interrupted = draft((2, 4), (36, 38))
    assert standing(interrupted).around((20, 22)) == [interrupted]
    assert standing(interrupted).around((38, 39)) == []


def test_the_last_before_a_word_is_the_first_believed_of_those_that_end_together() -> None:
    first, second = draft((10, 20)), draft((15, 20))
    kept = standing(first, draft((2, 5)), second)
    assert kept.last_before(20) is first
    assert kept.last_before(19).end == 5
    assert kept.last_before(4) is None


def test_a_prolonged_draft_is_found_where_it_now_ends() -> None:
    first, second = draft((2, 5)), draft((3, 5))
    kept = standing(first, second)
    kept.prolong(second, [(31, 35)])
    assert kept.last_before(40) is second
    assert kept.last_before(6) is first
    assert kept.around((33, 34)) == [second]


def test_the_parent_is_the_smallest_that_holds_the_whole_quote() -> None:
    outer, inner, least = draft((0, 50)), draft((5, 30)), draft((10, 12))
    apart, straddling = draft((60, 70)), draft((28, 33))
    assert parents([outer, inner, least, straddling, apart]) == [None, 0, 1, 0, None]


def test_quotes_of_one_size_hold_each_other_not() -> None:
    assert parents([draft((0, 5)), draft((0, 5))]) == [None, None]


def test_turns_are_counted_by_person_and_not_by_likeness() -> None:
    floor, one, namesake = Floor(), Chain("person", name="Орехов"), Chain("person", name="Орехов")
    for at, chain in enumerate((one, namesake, one, one)):
        floor.take(at, chain)
    assert floor.taken_by(one) == 3
    assert floor.taken_by(namesake) == 1
    assert floor.previous is namesake
    assert floor.held_last_by(one)
    assert floor.latest(9) == [one, namesake]
    assert floor.latest(1) == [one]
