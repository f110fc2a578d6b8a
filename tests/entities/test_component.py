"""The entity stage in the pipeline: spans, mentions, normal forms in context."""

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc, DocBin

from molva.contract import read_mentions
from molva.entities.normal import nominative_phrase
from molva.words import read_words

LINES = st.lists(
    st.sampled_from(
        [
            "Сергей Лавров",
            "в Кремле.",
            "Министерство обороны России",
            "«Ромашка» и ООО «Стебель»",
            "🔴",
            "",
            "Иван Хрящев, Анна",
            "12:40",
            "— Да, — сказал он.",
            "США",
        ]
    ),
    max_size=8,
)

# What the text says, and the normal forms of its names in order.
CONTEXTS = {
    "Лавров прилетел. У Лаврова встреча с Песковым.": ["Лавров", "Лавров", "Песков"],
    "Мария Захарова ответила. Слова Захаровой услышали.": ["Мария Захарова", "Захарова"],
    "В ведомстве Александра Лукашенко молчат.": ["Александр Лукашенко"],
    "Об этом Сергею Лаврову рассказал Джо Байден.": ["Сергей Лавров", "Джо Байден"],
    "Он живёт в Нью-Йорке и в Нидерландах.": ["Нью-Йорк", "Нидерланды"],
    "Бола Мобуру открыл школы. По словам Мобуру, детей много.": ["Бола Мобуру", "Мобуру"],
    "По словам Мунтяну, мост закрыт.": ["Мунтяну"],
    "Таджика Рустама Зуева ждут.": ["Рустам Зуев"],
    "Лейла Рахими вышла. Рахими ответила.": ["Лейла Рахими", "Рахими"],
    "Об этом пишет газета Кларин.": ["Кларин"],
    "Пожары в провинции Альберта потушены.": ["Альберта"],
    "Колонна вышла из сектора Газа.": ["Газа"],
    "Олег Зуев молчит. Зуева этапировали в Омск.": ["Олег Зуев", "Зуев", "Омск"],
    "Олег Зуев молчит. В мае Зуева наградила коллегия.": ["Олег Зуев", "Зуев"],
    "Олег Зуев молчит. Зуева уехала в Омск.": ["Олег Зуев", "Зуева", "Омск"],
    "Олег Зуев и Анна Зуева молчат.": ["Олег Зуев", "Анна Зуева"],
    "Власти США молчат. Полиция Чехии ждёт.": ["власти США", "полиция Чехии"],
    "Городская прокуратура ждёт. Генеральная прокуратура молчит.": [
        "городская прокуратура",
        "Генеральная прокуратура",
    ],
    "🔥🔥Минобороны РФ заявило, что всё готово": ["Минобороны РФ"],
}


def names(doc):
    return [m.normal for m in read_mentions(doc) if m.label in ("PER", "ORG", "LOC")]


@pytest.fixture(scope="module")
def entities(nlp):
    """The pipeline up to the entity stage."""
    with nlp.select_pipes(disable=["molva_speakers", "molva_quotes"]):
        yield nlp


@pytest.mark.parametrize("text", CONTEXTS)
def test_names_are_brought_to_the_nominative_in_their_text(entities, text):
    assert names(entities(text)) == CONTEXTS[text]


@settings(max_examples=40)
@given(st.data())
def test_no_name_crosses_a_line_break(data):
    text = data.draw(st.sampled_from(["\n", "\r\n", "\n\n", "\u2028"])).join(data.draw(LINES))
    nlp = test_no_name_crosses_a_line_break.nlp
    doc = nlp(text)
    assert doc.text == text
    assert not [ent.text for ent in doc.ents if any(mark in ent.text for mark in "\n\r\u2028")]


@pytest.fixture(autouse=True, scope="module")
def _pipeline_for_properties(entities):
    test_no_name_crosses_a_line_break.nlp = entities


def test_entities_and_mentions_tell_the_same(entities):
    doc = entities("Сергей Лавров посетил Париж. В МИД России подтвердили.")
    assert [(e.start, e.end, e.label_) for e in doc.ents] == [
        (m.start, m.end, m.label) for m in read_mentions(doc)
    ]
    assert all(m.start <= m.head < m.end and m.entity_id is None for m in read_mentions(doc))


def test_many_documents_at_once_give_what_each_gives_alone(entities):
    texts = ["", "  \n ", "Лавров в Париже.", "🔴", "МИД России ответил Байдену.", "Лаврова ждут в США."]
    together = [[(e.text, e.label_) for e in doc.ents] for doc in entities.pipe(texts)]
    assert together == [[(e.text, e.label_) for e in entities(text).ents] for text in texts]


def test_mentions_survive_the_doc_bin(entities):
    doc = entities("Наталья Петровна Абдурахманова живёт в Твери.")
    again = next(DocBin(docs=[doc]).get_docs(entities.vocab))
    assert read_mentions(again) == read_mentions(doc)
    assert names(again) == ["Наталья Петровна Абдурахманова", "Тверь"]


def test_the_component_is_found_by_spacy_alone():
    nlp = spacy.blank("ru")
    nlp.add_pipe("molva_entities")
    assert "doc.ents" in nlp.get_pipe_meta("molva_entities").assigns


@pytest.mark.parametrize(
    ("text", "head", "span", "nominative"),
    [
        (
            "Он был представителем полиции.",
            "представителем",
            "представителем полиции",
            "представитель полиции",
        ),
        (
            "По словам главы российской дипмиссии.",
            "главы",
            "главы российской дипмиссии",
            "глава российской дипмиссии",
        ),
        (
            "По данным пресс-службы ведомства.",
            "пресс-службы",
            "пресс-службы ведомства",
            "пресс-служба ведомства",
        ),
        (
            "По словам следователей и экспертов.",
            "следователей",
            "следователей и экспертов",
            "следователи и эксперты",
        ),
        ("Представители завода ждут.", "Представители", "Представители завода", "представители завода"),
        ("Директора сказали об этом.", "Директора", "Директора", "директора"),
        ("По словам учителей школы.", "учителей", "учителей школы", "учителя школы"),
        ("Закрыли школы и магазины.", "школы", "школы", "школы"),
        (
            "Приехали оперативные и аварийные службы.",
            "службы",
            "оперативные и аварийные службы",
            "оперативные и аварийные службы",
        ),
        (
            "Он боится физических и юридических лиц.",
            "лиц",
            "юридических лиц",
            "юридические лица",
        ),
    ],
)
def test_a_description_is_brought_to_the_nominative(entities, text, head, span, nominative):
    words = read_words(entities(text))
    start = words.form.index(span.split()[0])
    end = start + len(span.split())
    assert nominative_phrase(words, words.form.index(head), start, end) == nominative


def test_a_document_of_white_space_has_no_names(entities):
    doc = entities(Doc(entities.vocab, words=["\n", " "], spaces=[False, False]).text)
    assert doc.ents == ()
