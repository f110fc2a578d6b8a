"""Words of the dictionary, looked up directly, are what pymorphy3 says they are."""

import pymorphy3
import pytest

from molva.lexicon.analyses import analyses_of

MORPH = pymorphy3.MorphAnalyzer(lang="ru")
WORDS = (
    "смета сметы развел развёл все всё ещё еще шёл шел ежик ёжик стали стекла три него антонова женеве орехову "
    "мид тасс в с а я и кто-то по-русски пресс-секретарь 25 25-го iv nasa , … 😀 аблвыф зампостпреда оон бубнового "
    "рублей"
).split()


@pytest.mark.parametrize("word", WORDS)
def test_the_same_readings_in_the_same_order(word):
    wanted = [
        (parse.normal_form, str(parse.tag.POS or ""), set(parse.tag.grammemes), parse.score, parse.is_known)
        for parse in MORPH.parse(word)
    ]
    found = [(one.lemma, one.pos, set(one.grammemes), one.score, one.known) for one in analyses_of(word)]
    assert found == wanted


def test_other_forms_of_a_reading():
    reading = next(one for one in analyses_of("сметы") if "gent" in one.grammemes)
    assert reading.inflect("ablt", "sing") == "сметой"
    assert set(reading.forms("nomn")) == {"смета", "сметы"}
