"""The notation of the cases: what the marks mean, and what a wrong mark says."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marked import MarkedError, parse, unmarked
from marked_cases import Found, differences, read_cases, render, report


def parts(marked):
    parsed = parse(marked)
    return [[parsed.text[a:b] for a, b in quote.parts] for quote in parsed.quotes]


def only(marked):
    (quote,) = parse(marked).quotes
    return quote


def test_the_plain_text_has_no_marks_in_it():
    assert unmarked("«{Смета готова|Сомов}», — ^сказал^ _Сомов_.") == "«Смета готова», — сказал Сомов."


def test_a_quote_has_its_words_and_its_speaker():
    quote = only("«{Смета готова|Игнат Сомов}», — ^сказал^ _он_.")
    assert quote.parts == ((1, 13),)
    assert quote.speakers == ("Игнат Сомов",)


def test_parts_with_one_label_are_one_quote():
    assert parts("«{1:Мы приедем|Сомов}, — ^сказал^ он, — {1:если дождь кончится}».") == [
        ["Мы приедем", "если дождь кончится"],
    ]


@pytest.mark.parametrize(
    ("marked", "type_"),
    [
        ("«{Да|Сомов}»", "direct"),
        ('"{Да|Сомов}"', "direct"),
        ("Сомов сказал, что {мост открыт|Сомов}", "indirect"),
        ("Сомов сказал, что {мост «открыт»|Сомов}", "mixed"),
        ("{1:Мост|Сомов}, сказал он, «{1:открыт}»", "mixed"),
        ("— {Да|Сомов direct}", "direct"),
    ],
)
def test_typography_shows_the_type(marked, type_):
    assert only(marked).types == {type_}


def test_keywords_after_the_name_are_no_part_of_it():
    quote = only("{мост закрыт|Игнат Сомов indirect/mixed denied person via РИА Новости}")
    assert quote.speakers == ("Игнат Сомов",)
    assert quote.types == {"indirect", "mixed"}
    assert quote.polarities == {"denied"}
    assert quote.kind == "person"
    assert quote.via == ("РИА Новости",)


@pytest.mark.parametrize(
    ("name", "speakers"),
    [
        ("-", (None,)),
        ("*", None),
        ("Сомов / министр", ("Сомов", "министр")),
        ("газета «Да»", ("газета «Да»",)),
    ],
)
def test_the_speaker_may_be_nobody_anybody_or_one_of_several(name, speakers):
    assert only(f"{{мост закрыт|{name}}}").speakers == speakers


def test_a_cue_belongs_to_the_nearest_quote_and_a_source_to_that_cue():
    first, second = parse("«{А|Сомов}», — ^сказал^ _Сомов_. «{Б|Рощин}», — ^ответил^ _Рощин_.").quotes
    text = "«А», — сказал Сомов. «Б», — ответил Рощин."
    assert text[slice(*first.cue)] == "сказал"
    assert text[slice(*first.source)] == "Сомов"
    assert text[slice(*second.cue)] == "ответил"
    assert text[slice(*second.source)] == "Рощин"


def test_one_cue_may_belong_to_two_labelled_quotes():
    one, two = parse("_1,2:Сомов_ ^1,2:отметил^, что {1:мост цел|Сомов}: «{2:Стоит|Сомов}»").quotes
    assert one.cue == two.cue
    assert one.source == two.source


def test_two_cues_for_one_quote_must_be_labelled():
    with pytest.raises(MarkedError, match="two cues"):
        parse("«{Да|Сомов}», — ^сказал^ и ^добавил^ Сомов")


def test_a_source_may_stand_inside_its_cue():
    quote = only("^По _его_ словам^, {мост цел|Сомов}")
    assert quote.cue == (0, 13)
    assert quote.source == (3, 6)


def test_a_quote_inside_a_quote_has_a_parent():
    outer, inner = parse("«{1:Он ^2:сказал^: „{2:Идите|Сомов}“|Рощин}», — ^1:вспомнил^ Рощин").quotes
    assert (outer.parent, inner.parent) == (None, 0)


def test_a_mention_has_an_entity_or_none():
    one, two = parse("[Дипломат|Анатолий Антонов] молчал, [он] ушёл").mentions
    assert (one.start, one.end, one.entity) == (0, 8, "Анатолий Антонов")
    assert two.entity is None


def test_escapes_are_plain_characters():
    assert unmarked(r"\{а\} \| \_ \u00a0б\r\nв¶г") == "{а} | _ \u00a0б\r\nв\nг"


@pytest.mark.parametrize(
    ("marked", "says"),
    [
        ("«{Да|Сомов", "never closed"),
        ("«Да|Сомов}»", "closes nothing"),
        ("«{Да}»", "names no speaker"),
        ("^сказал Сомов", "never closed"),
        ("^сказал^ Сомов", "no quote to belong to"),
        ("^2:сказал^ {1:да|Сомов}", "no quote has the label 2"),
        ("{1:да|Сомов}, {1:да|Рощин}", "names its speaker twice"),
    ],
)
def test_wrong_marks_say_what_is_wrong(marked, says):
    with pytest.raises(MarkedError, match=says):
        parse(marked)


def test_an_error_in_a_file_names_the_file_and_the_line(tmp_path):
    path = tmp_path / "wrong.txt"
    path.write_text("# good\n{да|Сомов}\n\n# bad\nпервая строка\n«{Да|Сомов\n", encoding="utf-8")
    with pytest.raises(MarkedError) as error:
        read_cases(path)
    assert str(error.value).startswith(f"{path}:6: ")


def test_a_file_holds_cases_with_comments_and_known_failures(tmp_path):
    path = tmp_path / "few.txt"
    path.write_text(
        "# only a title\n\n# E7 R4: why\nXFAIL: later\n{да|Сомов}\nвторая\n\nбез речи\n", encoding="utf-8"
    )
    first, second = read_cases(path)
    assert first.tags == {"E7", "R4"}
    assert first.known_to_fail == "later"
    assert first.expected.text == "да\nвторая"
    assert (first.name, second.known_to_fail) == ("few:5", None)


def found(text, content, **fields):
    start = text.index(content)
    return Found(parts=((start, start + len(content)),), **fields)


def case(tmp_path, marked) -> tuple:
    path = Path(tmp_path, "one.txt")
    path.write_text(marked, encoding="utf-8")
    (only_case,) = read_cases(path)
    return only_case, only_case.expected.text


def test_the_right_quote_differs_in_nothing(tmp_path):
    one, text = case(tmp_path, "«{Мост цел|Семён Грачёв}», — ^сказал^ _Грачёв_.")
    cue, source = text.index("сказал"), text.rindex("Грачёв")
    right = found(
        text,
        "«Мост цел»",
        type="direct",
        speaker="Семен Грачев",
        cue=(cue, cue + 6),
        source=(source, source + 6),
    )
    assert report(one, [right]) == ""


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"type": "mixed"}, "type mixed, not direct"),
        ({"speaker": "Рощин"}, "speaker Рощин, not Сомов"),
        ({"polarity": "denied"}, "polarity denied, not asserted"),
        ({"via": "ТАСС"}, "via ТАСС, not None"),
        ({"cue": None}, "cue none, not «сказал»"),
        ({"parent": 0}, "parent 0, not None"),
    ],
)
def test_every_wrong_field_is_told(change, says):
    expected = parse("«{Мост цел|Сомов}», — ^сказал^ Сомов.")
    fields = {"type": "direct", "speaker": "Сомов", "cue": (14, 20)} | change
    assert any(says in line for line in differences(expected, [found(expected.text, "Мост цел", **fields)]))


def test_a_missed_and_an_invented_quote_are_both_told():
    expected = parse("«{Мост цел|Сомов}», — ^сказал^ Сомов. Газета «Причал» вышла.")
    invented = found(expected.text, "Причал", type="direct", speaker=None, construction="tail")
    told = "\n".join(differences(expected, [invented]))
    assert "missed: {Мост цел}" in told
    assert "nobody marked this: {Причал} [tail]" in told


def test_an_optional_quote_may_be_missed_but_not_misread():
    expected = parse("Сомов ^не сказал^, {?когда вернётся|Сомов negated}.")
    assert differences(expected, []) == []
    wrong = found(expected.text, "когда вернётся", type="indirect", speaker="Сомов", cue=(6, 15))
    assert any("polarity asserted, not negated" in line for line in differences(expected, [wrong]))


def test_loose_words_may_be_in_or_out():
    expected = parse("{мост открыт|Сомов} ~Общество, 13:21~")
    for content in ("мост открыт", "мост открыт Общество, 13:21"):
        assert differences(expected, [found(expected.text, content, type="indirect", speaker="Сомов")]) == []


def test_what_was_found_is_shown_in_the_same_notation():
    text = "«Мост цел», — сказал он."
    shown = render(
        text, [found(text, "Мост цел", type="direct", speaker="Сомов", cue=(14, 20), source=(21, 23))]
    )
    assert shown == "«{Мост цел|Сомов direct}», — ^сказал^ _он_."


PLAIN = st.text(st.characters(exclude_characters="{}[]|^_~\\¶", exclude_categories=["Cs"]))


@given(PLAIN, PLAIN, PLAIN)
def test_marks_never_move_the_text(before, content, after):
    parsed = parse(f"{before}{{1:{content}|Сомов}}{after}")
    assert parsed.text == before + content + after
    assert parsed.quotes[0].parts == ((len(before), len(before) + len(content)),)
