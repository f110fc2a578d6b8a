"""Of a page, the article is read: title first, a paragraph a line, no furniture."""

import sys

import pytest

from molva.errors import MissingExtra, SourceError
from molva.text.document import Document
from molva.text.html import decode_page, extract, with_title
from molva.text.sources import read_source

PARAGRAPHS = [
    "Мост через реку Сухую откроют в сентябре, сообщила в среду директор треста Зоя Маслова.",
    "«Осталось уложить асфальт и поставить ограждения, мы успеваем», — сказала Маслова журналистам.",
    "Строительство началось два года назад. По её словам, работы обошлись дешевле, чем планировалось.",
]
PAGE = """<!DOCTYPE html><html><head><meta charset="{charset}"><title>Мост через Сухую откроют осенью</title></head>
<body><nav><a href="/">Главная</a><a href="/sport">Спорт</a></nav>
<article><h1>Мост через Сухую откроют осенью</h1><p>{body}</p></article>
<footer>Все права защищены</footer></body></html>"""


def page(charset: str = "utf-8") -> str:
    return PAGE.format(charset=charset, body="</p><p>".join(PARAGRAPHS))


@pytest.fixture(autouse=True)
def _extra():
    pytest.importorskip("trafilatura")


def test_title_and_paragraphs_come_out_as_lines_and_the_furniture_stays_behind():
    text, facts = extract(page(), "a.html")
    assert text.split("\n") == ["Мост через Сухую откроют осенью", *PARAGRAPHS]
    assert facts["title"] == "Мост через Сухую откроют осенью"


@pytest.mark.parametrize("charset", ["utf-8", "windows-1251", "koi8-r"])
def test_the_encoding_that_a_page_declares_is_used(charset):
    text, encoding = decode_page(page(charset).replace("—", "-").encode(charset, "ignore"), "a.html")
    assert "Зоя Маслова" in text
    assert encoding == {"windows-1251": "cp1251"}.get(charset, charset)


def test_a_page_that_lies_about_its_encoding_is_read_by_its_bytes():
    data = page("utf-8").replace("—", "-").encode("cp1251", "ignore")
    text, encoding = decode_page(data, "a.html")
    assert (encoding, "Зоя Маслова" in text) == ("cp1251", True)


def test_the_encoding_given_overrides_the_declaration():
    assert decode_page(page("koi8-r").encode(), "a.html", "utf-8")[1] == "utf-8"


def test_a_page_without_an_article_is_refused_with_advice():
    with pytest.raises(SourceError, match=r"a\.html: no article found in the page; give its text as \.txt"):
        extract("<html><body></body></html>", "a.html")


def test_a_library_that_is_there_and_cannot_be_imported_is_told_with_the_reason(tmp_path, monkeypatch):
    (tmp_path / "trafilatura.py").write_text(
        "raise ImportError('clean is a separate project.\\nInstall it.')"
    )
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "trafilatura")
    with pytest.raises(MissingExtra) as told:
        extract(page(), "a.html")
    assert str(told.value) == (
        "a.html: reading HTML needs trafilatura, which is there but cannot be imported "
        "(clean is a separate project. Install it): pip install 'molva[html]'"
    )


@pytest.mark.parametrize(
    "fragment",
    [
        "<p>Мост закрыт до весны. Орехов сказал, что паром ходит.</p>",
        "Мост закрыт до весны. <b>Орехов</b> сказал, что паром ходит.",
    ],
)
def test_a_few_words_cut_out_of_a_page_are_read(fragment):
    assert extract(fragment, "a.html")[0] == "Мост закрыт до весны. Орехов сказал, что паром ходит."


@pytest.mark.parametrize(
    ("head", "foot", "date"),
    [
        ("", "<footer>© 2019 Портовик</footer>", None),
        ("", "<p>Мост строили с 2018 года.</p>", None),
        ("", "<div>4 мая 2021</div>", "2021-05-04"),
        (
            '<meta property="article:published_time" content="2021-01-01T10:00">',
            "<p>© 2019</p>",
            "2021-01-01",
        ),
    ],
)
def test_a_year_alone_is_no_date(head, foot, date):
    text = page().replace("</head>", f"{head}</head>").replace("</body>", f"{foot}</body>")
    assert extract(text, "a.html")[1].get("date") == date


def test_the_title_is_not_repeated():
    assert with_title("Мост откроют\nТекст", "«Мост» — откроют!") == "Мост откроют\nТекст"
    assert with_title("Текст", None) == "Текст"


def test_real_pages_with_all_their_furniture_give_their_articles(shared):
    paths = sorted((shared / "corpus" / "html").glob("*.html"))
    assert len(paths) == 9
    for path in paths:
        [document] = read_source(path, path.name).items
        assert isinstance(document, Document), document
        assert len(document.text) > 500
        assert "<" not in document.text[:200]
