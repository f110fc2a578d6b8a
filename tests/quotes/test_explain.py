"""Why a quote is what it is."""

import molva

TEXT = (
    "Министр Пётр Орехов посмотрел фильм «Солёный ветер» и приехал в порт. "
    "«Работы много», — сказал министр. Чиновники обсудили «горячую осень»."
)


def explanation(nlp):
    return molva.explain(TEXT, nlp)


def test_of_two_rules_of_one_name_the_first_gives_the_example(nlp):
    (found,) = molva.explain("Мост закрыт. Об этом сообщила мэрия.", nlp).quotes
    assert found.rule == "about-this"
    assert found.example == "Мост закрыт. Об этом сообщила мэрия."


def test_each_quote_names_its_rule_with_an_example(nlp):
    (found,) = explanation(nlp).quotes
    assert found.rule == "tail"
    assert "заявил министр" in found.example
    assert found.quote.speaker.name == "Пётр Орехов"


def test_a_role_tells_its_candidates_and_what_speaks_for_them(nlp):
    (found,) = explanation(nlp).quotes
    assert found.form == "role"
    assert found.choices[0].name == "Пётр Орехов"
    assert found.choices[0].chance > 0.5
    assert dict(found.choices[0].facts)


def test_a_name_at_the_quote_has_no_candidates(nlp):
    (found,) = molva.explain("«Смета готова», — сказал Пётр Орехов.", nlp).quotes
    assert (found.form, found.choices) == ("", ())


def test_rejected_marks_stand_where_the_text_has_them_with_the_reason(nlp):
    title, term = explanation(nlp).rejected
    assert TEXT[title.start : title.end] == title.text == "«Солёный ветер»"
    assert "фильм" in title.why
    assert "no reporting word" in term.why


def test_a_rule_that_lost_is_told(nlp):
    rejected = molva.explain("«Работы хватит до самой осени».", nlp).rejected
    assert [mark.why for mark in rejected] == [
        "found by «floating», but nobody has been quoted right before it"
    ]


def test_the_lines_are_for_people(nlp):
    told = "\n".join(explanation(nlp).lines())
    assert "speaker     Пётр Орехов (chosen, for the source is a role)" in told
    assert "not taken for speech" in told


def test_a_text_without_quotes_has_nothing_to_tell(nlp):
    assert list(molva.explain("Мост закрыли.", nlp).lines()) == []
