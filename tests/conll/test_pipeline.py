"""What the whole pipeline makes of real texts is valid, and comes back as it was."""

import gzip
import json
from itertools import islice
from pathlib import Path

import pytest
from spacy.language import Language

from conll.test_round_trip import grammar, named, spoken
from conll.test_validator import complaints
from molva.conll import read_conllu_docs, write_conllu_docs
from molva.contract import read_mentions

TEXTS = (
    "\ufeffГЛАВА МИД: «Мы готовы»\r\n\r\n«Мы готовы, — сказал Сергей Лавров ТАСС. — Условия известны».\r\n",
    "По словам министра, за\u0301мок в\u00a0Нью-Йорке закроют.\n— Кто так решил?\n— Не я, — ответила она.",
    "⚡️⚡️⚡️Песков: ничего не знаю про это 🤷\u200d♂️ (_подробности_ на www.example.com/a_b?x=1|2)",
    '&laquo;Вестник&raquo; пишет, что Анна Ковалё\u00adва &mdash; "ушла"...',
    "\n",
)


def check(nlp: Language, texts: list[str], path: Path) -> None:
    """Write the texts to one file; the validator accepts it, and reading gives the same documents."""
    several = list(nlp.pipe(texts))
    path.write_text(
        "".join(write_conllu_docs((f"{n}", doc) for n, doc in enumerate(several))), "utf-8", newline="\n"
    )
    assert complaints(path, "--level", "2", "--coref") == ""
    for text, doc, back in zip(texts, several, read_conllu_docs(path), strict=True):
        assert back.text == text
        assert grammar(back) == grammar(doc)
        assert named(back) == named(doc)
        assert read_mentions(back) == read_mentions(doc)
        assert [str(quote) for quote in spoken(back)] == [str(quote) for quote in spoken(doc)]


def test_our_own_texts(nlp, tmp_path):
    check(nlp, list(TEXTS), tmp_path / "own.conllu")


@pytest.mark.slow
def test_the_sample_corpus(nlp, root, tmp_path):
    paths = sorted((root / "data" / "sample").rglob("*.txt"))
    texts = [path.read_text(encoding="utf-8") for path in paths if path.parent.name != "old"]
    assert texts
    check(nlp, texts, tmp_path / "sample.conllu")


@pytest.mark.slow
@pytest.mark.parametrize(("name", "number"), [("rbc-2022-2024", 60), ("telegram", 120)])
def test_articles_and_posts(nlp, shared, tmp_path, name, number):
    path = shared / "corpus" / f"{name}.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        texts = [json.loads(line)["text"] for line in islice(stream, number)]
    check(nlp, texts, tmp_path / "real.conllu")
