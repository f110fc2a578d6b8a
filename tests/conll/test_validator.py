"""The official validator accepts what molva writes."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from conll.drawn import VOCAB, docs
from molva.conll import read_conllu_docs, write_conllu, write_conllu_docs
from molva.tokens.tokenizer import RazdelTokenizer

VALIDATOR = Path(sys.executable).with_name("udvalidate")


def complaints(path: Path, *options: str) -> str:
    """What the validator has to say against a file; empty when it passes."""
    command = [VALIDATOR, "--lang", "ru", "--max-err", "20", *options, path]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def test_hand_made_annotation_is_valid_at_level_3_with_coreference(golden, tmp_path):
    path = tmp_path / "written.conllu"
    path.write_text(write_conllu(golden, "завод"), encoding="utf-8", newline="\n")
    assert complaints(path, "--level", "3", "--coref") == ""


def test_the_same_document_several_times_in_one_file_is_valid(golden, tmp_path):
    path = tmp_path / "several.conllu"
    path.write_text("".join(write_conllu_docs([("а/б", golden)] * 3)), encoding="utf-8", newline="\n")
    assert complaints(path, "--level", "3", "--coref") == ""


def test_the_validator_is_not_asleep(golden_path, tmp_path):
    """A broken file is refused, so that the other tests of this module can fail."""
    path = tmp_path / "broken.conllu"
    path.write_text(
        golden_path.read_text(encoding="utf-8").replace("Entity=e1)e1)", "Entity=e1)"), encoding="utf-8"
    )
    assert "cross-sentence-mention" in complaints(path, "--level", "3", "--coref")


HARDLY_A_WORD = (
    "", " ", "\n\n", "\u00a0", "…", "?!", "_", "\x00", "\u200b", "a\tb", "\ue000", "Да\r\nнет\r\n", "\ufeffДа", "😀😀",
    "и\u0306", "&nbsp;", "\ufffd", "# newdoc", "1\t2",
)  # fmt: skip


def test_texts_with_hardly_a_word_are_valid_and_come_back(tmp_path):
    docs_ = [_flat(text) for text in HARDLY_A_WORD]
    path = tmp_path / "texts.conllu"
    path.write_text(
        "".join(write_conllu_docs(("текст", doc) for doc in docs_)), encoding="utf-8", newline="\n"
    )
    assert complaints(path, "--level", "2", "--coref") == ""
    assert tuple(doc.text for doc in read_conllu_docs(path)) == HARDLY_A_WORD


def _flat(text: str) -> Doc:
    """A text as one sentence, all of whose words hang on the first."""
    doc = RazdelTokenizer(VOCAB)(text)
    words = [token for token in doc if not token.is_space]
    for token in doc:
        token.pos_, token.dep_ = "X", "dep"
        token.head = words[0] if words else token
    for token in words[:1]:
        token.dep_ = "root"
    return doc


@pytest.mark.slow
@settings(max_examples=4, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
@given(st.lists(docs(), min_size=15, max_size=25))
def test_strange_texts_with_crossing_mentions_and_quotes_are_valid(tmp_path_factory, several):
    """Level 2 with coreference; tags and relations are drawn at random, so level 3 would not do."""
    for doc in several:
        for token in doc:
            if token.pos_ in {"", "SPACE"} and not token.is_space:
                token.pos_ = "X"
    path = tmp_path_factory.mktemp("drawn") / "drawn.conllu"
    path.write_text(
        "".join(write_conllu_docs((f"д {n}", d) for n, d in enumerate(several))), "utf-8", newline="\n"
    )
    assert complaints(path, "--level", "2", "--coref") == ""
