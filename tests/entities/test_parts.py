"""The parts of a person's name."""

import pytest

from molva.entities.parts import NameParts, name_parts

PARTS = {
    "Сергей Лавров": NameParts("Сергей", "", "Лавров", (), "Masc"),
    "С. В. Лавров": NameParts("", "", "Лавров", ("С", "В"), "Masc"),
    "С.Лавров": NameParts("", "", "Лавров", ("С",), "Masc"),
    "Толстой Л. Н.": NameParts("", "", "Толстой", ("Л", "Н"), "Masc"),
    "Наталья Петровна Абдурахманова": NameParts("Наталья", "Петровна", "Абдурахманова", (), "Fem"),
    "Абдурахманова Наталья Петровна": NameParts("Наталья", "Петровна", "Абдурахманова", (), "Fem"),
    "Алла Борисовна": NameParts("Алла", "Борисовна", "", (), "Fem"),
    "Иванов Пётр": NameParts("Пётр", "", "Иванов", (), "Masc"),
    "Урсула фон дер Ляйен": NameParts("Урсула", "", "фон дер Ляйен", (), "Fem"),
    "Александр Вучич": NameParts("Александр", "", "Вучич", (), "Masc"),
    "Ким Чен Ын": NameParts("Чен Ын", "", "Ким", (), "Masc"),
    "Си Цзиньпин": NameParts("Цзиньпин", "", "Си", (), "Masc"),
    "Ксения Собчак": NameParts("Ксения", "", "Собчак", (), "Fem"),
    "Хиллари Клинтон": NameParts("Хиллари", "", "Клинтон", (), "Fem"),
    "Сергей": NameParts("Сергей", "", "", (), "Masc"),
    "Захарова": NameParts("", "", "Захарова", (), "Fem"),
    "Шевченко": NameParts("", "", "Шевченко", (), ""),
    "Михаил Салтыков-Щедрин": NameParts("Михаил", "", "Салтыков-Щедрин", (), "Masc"),
    "": NameParts(),
}


@pytest.mark.parametrize("name", PARTS)
def test_a_name_comes_apart(name):
    assert name_parts(name) == PARTS[name]
