"""Quotation marks find their partners."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from molva.tokens.marks import pair_marks
from molva.tokens.razdel import token_edges


def read(text):
    """Words of a paragraph and whether white space stands before each."""
    edges = list(token_edges(text))
    ends = [0, *(stop for _, stop in edges)]
    return [text[a:b] for a, b in edges], [a > end for (a, _), end in zip(edges, ends, strict=False)]


def drawn(text):
    """The text inside each pair, with its depth; a wave stands where the closing mark is missing."""
    edges = list(token_edges(text))
    return [
        f"{p.depth}:"
        + (text[edges[p.open][1] : edges[p.close][0]] if p.closed else text[edges[p.open][1] :] + "~")
        for p in pair_marks(*read(text))
    ]


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("«Смета готова», — сказал Орехов.", ["0:Смета готова"]),
        ('"Смета готова", - сказал Орехов.', ["0:Смета готова"]),
        ("„Смета готова“, — сказал он.", ["0:Смета готова"]),
        ("“Смета готова”, — сказал он.", ["0:Смета готова"]),
        ("”Смета готова”, — сказал он.", ["0:Смета готова"]),
        ("„Смета готова”, — сказал он.", ["0:Смета готова"]),
        ("‹Смета готова›, — сказал он.", ["0:Смета готова"]),
        ('"В цехе "Арсенал" темно", - сообщил Мухин.', ['0:В цехе "Арсенал" темно', "1:Арсенал"]),
        ('Завод "Арсенал" и цех "Буран".', ["0:Арсенал", "0:Буран"]),
        ("«В цехе „Арсенал“ темно», — сообщил он.", ["0:В цехе „Арсенал“ темно", "1:Арсенал"]),
        ('«В цехе "Арсенал" темно», — сообщил он.', ['0:В цехе "Арсенал" темно', "1:Арсенал"]),
        ('""Смета готова"" – сказал орехов.', ['0:"Смета готова"', "1:Смета готова"]),
        ('``Готовы", сказал он.', ["0:Готовы"]),
        ("``Готовы'', сказал он.", ["0:Готовы"]),
        ("«Он сказал: «Мы готовы».", ["0:Он сказал: «Мы готовы", "1:Мы готовы"]),
        ("«Это «Ромашка», — уточнил он.", ["0:Это «Ромашка", "1:Ромашка"]),
        ('"Это "Ромашка", - уточнил он.', ['0:Это "Ромашка', "1:Ромашка"]),
        (
            "Он ждал «большего, чем «смета» порта. Мэр назвал цех «ошибкой».",
            ["0:большего, чем «смета» порта. Мэр назвал цех «ошибкой».~", "0:смета", "0:ошибкой"],
        ),
        (
            "Пишут, что «лодка экипажа «Бакен» — рыбака Орехова. Цена «лодки» не указана.",
            ["0:лодка экипажа «Бакен» — рыбака Орехова. Цена «лодки» не указана.~", "0:Бакен", "0:лодки"],
        ),
        ("«Смета готова. Деньги есть.", ["0:Смета готова. Деньги есть.~"]),
        (
            "«Смета готова, — сказал он. «Деньги есть», — и ушёл.",
            ["0:Смета готова, — сказал он. «Деньги есть», — и ушёл.~", "0:Деньги есть"],
        ),
        ('«Смета готова", — сказал он.', ["0:Смета готова"]),
        ('«Смета" готова», — сказал он.', ['0:Смета" готова']),
        ("«Смета готова«, — сказал он.", ["0:Смета готова"]),
        ("«Смета готова», — сказал Орехов.«Деньги есть».", ["0:Смета готова", "0:Деньги есть"]),
        ('"Смета готова", - сказал Орехов."Деньги есть".', ["0:Смета готова", "0:Деньги есть"]),
        ('Он увидел экран 12" и ушёл.', []),
        ("О'Нил и Д'Артаньян молчали.", []),
        ("Слово 'смета' он не понял.", ["0:смета"]),
        ("Смета готова», — сказал он.", []),
        ('Он сказал: "Да". "Нет", - ответил я.', ["0:Да", "0:Нет"]),
        ('("Вестник", 12 мая)', ["0:Вестник"]),
        ("Ничего.", []),
    ],
)
def test_pairs(text, pairs):
    """Each mark finds its partner, whatever the make."""
    assert drawn(text) == pairs


@given(st.lists(st.sampled_from([*"«»„“”\"'`.,—", "а", "б"]), max_size=40), st.data())
def test_pairs_nest_or_stand_apart(forms, data):
    """Closed pairs never cross, whatever the marks."""
    spaces = data.draw(st.lists(st.booleans(), min_size=len(forms), max_size=len(forms)))
    pairs = [p for p in pair_marks(forms, spaces) if p.closed]
    for p in pairs:
        assert p.open < p.close
        assert p.depth == sum(q.open < p.open and q.close >= p.close for q in pairs)
        assert not any(q.open < p.open < q.close < p.close for q in pairs)


class Counted(list):
    """Words that count how often one of them is looked at."""

    looks = 0

    def __getitem__(self, i):
        self.looks += 1
        return super().__getitem__(i)


def test_marks_that_nothing_closes_are_not_looked_for_again_and_again():
    """«а «а «а …: twice the marks take twice the looks."""

    def looks(marks):
        forms = Counted(["«", "а"] * marks)
        assert len(pair_marks(forms, [True, False] * marks)) == marks
        return forms.looks

    assert looks(1000) < 2.1 * looks(500)
