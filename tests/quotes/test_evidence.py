"""What speaks for a candidate, and how the candidates are ranked."""

import json

import pytest

from molva.errors import ModelError
from molva.quotes.reader import read
from molva.quotes.who import weights
from molva.quotes.who.candidates import UNSURE, Candidate, choose
from molva.quotes.who.weights import Weights, shares, trained


@pytest.fixture(scope="module")
def until_quotes(nlp):
    """The pipeline up to the speakers."""

    def run(text):
        with nlp.select_pipes(disable=["molva_quotes"]):
            return read(nlp(text))

    return run


def decision(reading, number=0):
    return reading.attribution.decisions.made[number]


def names(ranked):
    return [candidate.chain.name if candidate.chain else "" for candidate in ranked]


def test_a_name_at_the_quote_asks_for_no_choice(until_quotes):
    reading = until_quotes("«Смета готова», — сказал Пётр Орехов.")
    assert reading.attribution.decisions.made == []
    assert reading.speakers[0].name == "Пётр Орехов"


def test_who_has_the_floor_is_the_likeliest_pronoun(until_quotes):
    reading = until_quotes(
        "Пётр Орехов и Семён Лаптев вышли к прессе. Орехов сообщил, что смета готова. "
        "«Деньги есть», — сказал он."
    )
    chosen = decision(reading)
    assert chosen.form == "pronoun"
    assert names(chosen.ranked)[0] == "Пётр Орехов"
    assert chosen.ranked[0].facts["last"] == 1.0
    assert "last" not in chosen.ranked[1].facts


def test_the_gender_of_the_verb_leaves_out_who_does_not_agree(until_quotes):
    reading = until_quotes("Пётр Орехов представил Анну Лаптеву. «Смета готова», — сказала она.")
    assert "Пётр Орехов" not in names(decision(reading).ranked)


def test_chances_add_up_to_one(until_quotes):
    reading = until_quotes("Министр Пётр Орехов приехал в порт. «Работы много», — сказал министр.")
    ranked = decision(reading).ranked
    assert sum(candidate.chance for candidate in ranked) == pytest.approx(1.0)
    assert [c.chance for c in ranked] == sorted((c.chance for c in ranked), reverse=True)


def test_an_anonymous_source_is_never_somebody_with_a_name(until_quotes):
    reading = until_quotes("Пётр Орехов приехал в порт. Источник агентства сообщил, что смета готова.")
    assert all(c.chain is None or not c.chain.named for c in decision(reading).ranked)


def test_whose_lawyer_he_is_is_not_the_lawyer(until_quotes):
    reading = until_quotes("Клима Дёмина арестовали. Его адвокат заявил, что обыск прошёл с нарушениями.")
    assert "Клим Дёмин" not in names(decision(reading).ranked)


def tied(*own):
    chances = (0.5, 0.5 - UNSURE / 2)
    return [Candidate(None, o, {}, 0.0, c) for o, c in zip(own, chances, strict=True)]


def test_a_tie_names_nobody():
    assert choose(tied(False, False)) is None


def test_in_a_tie_the_source_s_own_words_are_always_true():
    chosen = choose(tied(False, True))
    assert chosen is not None
    assert chosen.own


def test_no_candidates_no_choice():
    assert choose([]) is None


def test_shares_keep_the_order_and_do_not_overflow():
    found = shares([1000.0, 999.0, -1000.0])
    assert sum(found) == pytest.approx(1.0)
    assert found[0] > found[1] > found[2] >= 0


def test_a_form_adds_to_what_all_forms_share():
    both = Weights({"last": 1.0}, {"pronoun": {"last": 0.5}})
    assert both.score("pronoun", {"last": 2.0}) == 3.0
    assert both.score("role", {"last": 2.0}) == 2.0
    assert both.score("role", {"never heard of": 1.0}) == 0.0


def test_the_strongest_fact_is_told_first():
    told = Weights({"last": 0.5, "far": -2.0}, {}).parts("role", {"last": 1.0, "far": 1.0})
    assert [name for name, _ in told] == ["far", "last"]


def test_the_weights_that_come_with_molva_trust_who_spoke_last():
    assert trained().score("pronoun", {"last": 1.0, "spoken": 0.7}) > 0


@pytest.mark.parametrize("content", ["{", "[]", json.dumps({"shared": {}})])
def test_damaged_weights_say_what_to_do(content, tmp_path, monkeypatch):
    path = tmp_path / "weights.json"
    path.write_text(content, encoding="utf-8")
    monkeypatch.setattr(weights.models, "file", lambda *_: path)
    monkeypatch.setattr(weights, "_in_use", [])
    with pytest.raises(ModelError, match="install molva again"):
        trained()


def test_of_many_the_nearest_may_be_meant_and_whoever_has_spoken(until_quotes):
    """Speakers stay candidates, however many others have been named since."""
    others = " ".join(f"Приехал {name}." for name in OTHERS)
    reading = until_quotes(f"«Смета готова», — сказал Пётр Орехов.\n{others}\nОн добавил, что ждёт.")
    found = names(decision(reading).ranked)
    assert "Пётр Орехов" in found
    assert "Глеб Мухин" in found
    assert "Иван Белов" not in found  # eighteen have been named after him


OTHERS = tuple(
    f"{given} {surname}"
    for surname in ("Белов", "Гуров", "Мухин")
    for given in ("Иван", "Олег", "Семён", "Виктор", "Максим", "Глеб")
)


def test_a_body_named_like_a_man_has_the_mention_at_its_quote(until_quotes):
    """«редакция «Льва Орехова»» takes the mention over from the man; «сам» looks at every body of the text."""
    text = (
        "Редакция «Льва Орехова» назвала «уничтожением издания» решение суда.\n\n"
        "Редакция «Льва Орехова» назвала «убийством издания» решение отозвать лицензию у газеты по требованию Морнадзора. "
        "В заявлении, опубликованном на сайте «Льва Орехова», говорится, что издание не нарушало законов. "
        "В самом ведомстве утверждали, что редакция не прислала устав."
    )
    reading = until_quotes(text)
    body = reading.speakers[0]
    assert body.kind == "org"
    assert [link.normal for link in body.links] == ["Лев Орехов"]
    assert reading.speakers[-1].name == "Морнадзор"


def test_the_mention_at_a_quote_is_its_speakers_and_nobody_elses(nlp):
    """«Норвежский чиновник» of a report is not Лунд, who is called the head of a ministry below."""
    doc = nlp(
        "Министерство направило на переправу катера. Об этом пишет «Бакен» со ссылкой на норвежского чиновника. "
        "По словам собеседника газеты, катера были быстрыми. Паром стоит, уточнил источник. "
        "«Мы ответим», — сказал глава Минтранса Норвегии Эрик Лунд."
    )
    official, lund = doc._.quotes[0].speaker, doc._.quotes[-1].speaker
    assert [m.normal for m in official.mentions] == ["норвежский чиновник"]
    assert [m.normal for m in lund.mentions] == ["глава Минтранса Норвегии", "Эрик Лунд"]
