"""The genitive of names, for «адвокат Дмитрия Орехова»."""

import pytest

from molva.entities.genitive import genitive_name


@pytest.mark.parametrize(
    ("name", "gender", "genitive"),
    [
        ("Дмитрий Орехов", "Masc", "Дмитрия Орехова"),
        ("Анна Лаптева", "Fem", "Анны Лаптевой"),
        ("Марат Салимгараев", "Masc", "Марата Салимгараева"),
        ("Глинис Уайт", "", "Глинис Уайт"),
        ("John Reed", "Masc", "John Reed"),
        ("Роман Зуев-младший", "Masc", "Романа Зуева-младшего"),
        ("Пётр Смилянец", "Masc", "Петра Смилянец"),
    ],
)
def test_a_person(name, gender, genitive):
    assert genitive_name(name, person=True, gender=gender) == genitive


@pytest.mark.parametrize(
    ("name", "genitive"),
    [
        ("Верховный суд", "Верховного суда"),
        ("Адвокатская палата Заречного края", "Адвокатской палаты Заречного края"),
        ("МИД России", "МИД России"),
        ("Northern Airlines", "Northern Airlines"),
        ("Росмост", "Росмоста"),
        ("Строймех", "Строймеха"),
        ("Тальский институт", "Тальского института"),  # and not like a surname «Тальский»
        ("Ведомости", "Ведомостей"),
        ("Портовые вести", "Портовых вестей"),
        ("РИА Новости", "РИА Новости"),
    ],
)
def test_a_body(name, genitive):
    assert genitive_name(name, person=False) == genitive
