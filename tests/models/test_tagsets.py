"""Which tags of Universal Dependencies a tag of OpenCorpora may stand for."""

import importlib.util
import sys

import pytest

from molva.networks.weights import open_weights


@pytest.fixture(scope="module")
def tagset(root):
    """Over the labels of the stock network."""
    place = root / "models/molva/tagsets.py"
    spec = importlib.util.spec_from_file_location("tagsets", place)
    module = importlib.util.module_from_spec(spec)
    sys.modules["tagsets"] = module
    spec.loader.exec_module(module)
    labels = open_weights("natasha").labels("morph")
    return lambda upos, feats: {labels[n] for n in module.Tagset(labels).possible(upos, feats)}


def test_a_short_participle_is_a_verb_without_case(tagset):
    """«Назначен»: OpenCorpora has it as an adjective in the nominative."""
    possible = tagset("ADJ", "Case=Nom|Gender=Masc|Number=Sing|Variant=Short")
    short = "VERB|Aspect=Perf|Gender=Masc|Number=Sing|Tense=Past|Variant=Short|VerbForm=Part|Voice=Pass"
    assert short in possible
    assert not any("Case=" in label for label in possible)


def test_the_case_of_a_noun_is_kept_and_what_kind_of_noun_is_left_open(tagset):
    """«Совета»."""
    assert tagset("NOUN", "Animacy=Inan|Case=Gen|Gender=Masc|Number=Sing") == {
        "NOUN|Animacy=Inan|Case=Gen|Gender=Masc|Number=Sing",
        "PROPN|Animacy=Inan|Case=Gen|Gender=Masc|Number=Sing",
    }


def test_present_and_future_are_not_told_apart(tagset):
    """«Напишет», «пишет»."""
    feats = "Aspect=Imp|Mood=Ind|Number=Sing|Person=3|Tense=Notpast|VerbForm=Fin"
    assert {label.partition("Tense=")[2][:4] for label in tagset("VERB", feats)} == {"Pres", "Fut|"}


@pytest.mark.parametrize(
    ("upos", "feats", "label"),
    [
        ("PRON", "Case=Nom|Gender=Masc|Number=Sing", "PRON|Case=Nom"),  # кто
        ("PROPN", "Animacy=Inan|Case=Gen|Number=Ptan", "PROPN|Animacy=Inan|Case=Gen|Gender=Masc|Number=Plur"),  # США
        ("NOUN", "Animacy=Anim|Case=Nom|Gender=Fem|Number=Sing", "NOUN|Animacy=Anim|Case=Nom|Gender=Masc|Number=Sing"),  # глава
        ("ADJ", "Degree=Cmp", "ADV|Degree=Cmp"),  # раньше
        ("CONJ", "_", "SCONJ"),  # что
        ("X", "_", "PUNCT"),  # says nothing
    ],
)  # fmt: skip
def test_what_universal_dependencies_do_not_tell_is_not_asked(tagset, upos, feats, label):
    assert label in tagset(upos, feats)
