"""CoNLL-U that other people wrote is read as far as molva has a place for it."""

from molva.conll import read_conllu
from molva.contract import read_entities, read_mentions, read_quotes

TREEBANK = """\
# global.Entity = eid-etype-head-minspan
# newpar
# sent_id = 1
# text = Анна пришла.
1\tАнна\tАнна\tPROPN\t_\t_\t2\tnsubj\t2:nsubj\tEntity=(x7-person-1-1)
2\tпришла\tприйти\tVERB\tVBD\t_\t0\troot\t0:root\tSpaceAfter=No|Entity=(x9-event-1-1)
2.1\tдомой\t_\tADV\t_\t_\t_\t_\t2:advmod\t_
3\t.\t.\tPUNCT\t_\t_\t2\tpunct\t2:punct\t_

# newpar
# sent_id = 2
# text = Она устала.
1\tОна\tона\tPRON\t_\t_\t2\tnsubj\t_\tEntity=(x7-person-1-1)
2\tустала\tустать\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No|Quote=(q1-indirect-x7)
3\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\tSpaceAfter=No

"""


def test_a_treebank_becomes_a_doc():
    doc = read_conllu(TREEBANK)
    assert doc.text == "Анна пришла.\nОна устала."
    assert [sent.text for sent in doc.sents] == ["Анна пришла.\n", "Она устала."]
    assert doc[1].tag_ == "VBD"
    assert doc[0].head.text == "пришла"


def test_entities_without_comments_are_named_after_their_first_mention():
    doc = read_conllu(TREEBANK)
    assert [(e.id, e.kind, e.name) for e in read_entities(doc)] == [("x7", "person", "Анна")]
    assert [(m.label, m.entity_id) for m in read_mentions(doc)] == [("ROLE", "x7"), ("PRON", "x7")]


def test_quotes_without_comments_are_read_from_their_brackets():
    (quote,) = read_quotes(read_conllu(TREEBANK))
    assert (quote.id, quote.type, quote.text, quote.speaker.name) == ("q1", "indirect", "устала", "Анна")


def test_windows_line_ends_and_a_byte_order_mark_do_no_harm(tmp_path):
    path = tmp_path / "windows.conllu"
    path.write_bytes(b"\xef\xbb\xbf" + TREEBANK.replace("\n", "\r\n").encode())
    assert read_conllu(path).text == "Анна пришла.\nОна устала."
