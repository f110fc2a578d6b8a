"""``Doc`` ⇄ CoNLL-U, with entities and quotes in MISC and in comments."""

from molva.conll.reading import read_conllu, read_conllu_docs
from molva.conll.writing import write_conllu, write_conllu_docs

__all__ = ["read_conllu", "read_conllu_docs", "write_conllu", "write_conllu_docs"]
