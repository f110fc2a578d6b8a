"""Forms that are two cases at once, read by what stands above them."""

import pytest

from molva.grammar.governed import governed

SINGULAR = "Animacy=Anim|Case={}|Gender=Masc|Number=Sing"
SAID = ("VERB", "Mood=Ind|Number=Plur|Tense=Past|VerbForm=Fin|Voice=Act")
CAME = ("VERB", "Gender=Masc|Mood=Ind|Number=Sing|Tense=Past|VerbForm=Fin|Voice=Act")
SEVERAL = "Animacy=Anim|Case=Nom|Gender=Masc|Number=Plur"


@pytest.mark.parametrize(
    ("noun", "case", "verb", "told", "relation", "subject"),
    [
        ("Профессора", "Gen", "заявили", SAID, "nsubj", True),
        ("Инспектора", "Acc", "рассказали", SAID, "obj", True),
        ("Инспектора", "Acc", "наказали", SAID, "obj", False),  # somebody has punished him
        ("Врача", "Gen", "заявили", SAID, "nsubj", False),  # several are «врачи»
        ("Профессора", "Gen", "не", CAME, "nsubj", False),  # «профессора не было»
    ],
)
def test_several_are_the_subject_of_a_verb_in_the_plural(noun, case, verb, told, relation, subject):
    tags, relations = governed(
        [noun, verb], [("NOUN", SINGULAR.format(case)), told], [2, 0], [relation, "root"]
    )
    assert (tags[0] == ("NOUN", SEVERAL), relations[0] == "nsubj") == (
        subject,
        subject or relation == "nsubj",
    )


def test_another_subject_leaves_the_object_alone():
    """«Врачи инспектора, сказали, лечат»: who has said is told."""
    doctors = ("NOUN", SEVERAL)
    tags, relations = governed(
        ["врачи", "инспектора", "рассказали"],
        [doctors, ("NOUN", SINGULAR.format("Acc")), SAID],
        [3, 3, 0],
        ["nsubj", "obj", "root"],
    )
    assert (tags[1][1], relations[1]) == (SINGULAR.format("Acc"), "obj")


@pytest.mark.parametrize(
    ("forms", "genitive"),
    [
        (["мнению", "её", "коллеги"], True),
        (["мнению", "они", "коллеги"], False),  # something else stands between
        (["мнению", "её", "Коллеги"], False),  # a title may stay in the nominative
        (["мнению", "её", "врачи"], False),  # no genitive
    ],
)
def test_what_hangs_on_a_noun_is_whose(forms, genitive):
    between = "PRON" if forms[1] == "они" else "DET"
    tags = [("NOUN", "Animacy=Inan|Case=Dat|Gender=Neut|Number=Sing"), (between, ""), ("NOUN", SEVERAL)]
    told, _ = governed(forms, tags, [0, 3, 1], ["root", "det", "nmod"])
    assert (told[2][1] == SINGULAR.format("Gen")) == genitive


WOMAN = "Animacy=Anim|Case=Nom|Gender=Fem|Number=Sing"
SPOKE = "Aspect=Perf|Gender=Fem|Mood=Ind|Number=Sing|Tense=Past|VerbForm=Fin|Voice=Act"


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Лунина", WOMAN),
        ("Зуевой", SINGULAR.format("Gen")),  # no form of a nominative
    ],
)
def test_a_name_that_is_the_subject_shows_whose_it_is(name, wanted):
    tags = [("VERB", SPOKE), ("PROPN", SINGULAR.format("Gen"))]
    told, _ = governed(["парировала", name], tags, [0, 1], ["root", "nsubj"])
    assert told[1] == ("PROPN", wanted)
