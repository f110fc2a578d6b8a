"""Text printed in lines of one width, and all that only looks so."""

import textwrap

import pytest

from molva.text.wrapped import unwrap

TALE = (
    "Котельную в посёлке Лукино запустят в декабре, сообщил журналистам глава района Аркадий Полушкин. Трубы уже "
    "привезли, и рабочие варят последние стыки. По словам заместителя министра Инны Рогожкиной, денег хватит на всю "
    "зиму и ещё на часть весны. Жители посёлка ждали тепла с сентября и топили дома печами, которые остались от дедов."
)
SECOND = (
    "Старый паром встал на прикол ещё весной, когда на реке сошёл лёд. С тех пор до магазина ходят по мосту, который "
    "собрали сами жители из досок и бочек, а зимой переправа будет по льду, если мороз окажется крепким."
)


@pytest.mark.parametrize("width", [55, 70, 78, 95])
@pytest.mark.parametrize("parted", ["\n\n", "\n    ", "\r\n\r\n"])
def test_line_breaks_inside_paragraphs_are_spaces(width, parted):
    indent = parted.lstrip("\r\n")
    wrapped = [textwrap.fill(text, width, initial_indent=indent) for text in (TALE, SECOND)]
    text = parted.rstrip(" ").join(wrapped)
    plain = unwrap(text)
    assert len(plain) == len(text)
    assert [" ".join(line.split()) for line in plain.splitlines() if line] == [TALE, SECOND]


def test_a_heading_and_a_list_in_wrapped_text_keep_their_lines():
    text = f"Тепло близко\n{textwrap.fill(TALE, 70)}\n\n— Пора.\n— Рано.\n\n{textwrap.fill(SECOND, 70)}"
    lines = [line for line in unwrap(text).splitlines() if line]
    assert [line[:12] for line in lines] == ["Тепло близко", TALE[:12], "— Пора.", "— Рано.", SECOND[:12]]


@pytest.mark.parametrize(
    "text",
    [
        TALE,
        TALE.replace(". ", ".\n"),
        # a list
        (
            "Что нужно привезти в посёлок до начала декабря, пока ходит паром:\nдрова и уголь для всех печей\n"
            "трубы большие, чтобы хватило на всю улицу Речную\nмуку, крупу и соль\nлекарства для больницы и для школы\n"
            "бочки\nновый мотор для парома и запас солярки на всю зиму"
        ),
        # a poem
        (
            "Над рекой туман и иней, над деревней тишина,\nи по льду, по дали синей, словно лодка, шла луна,\n"
            "и никто её не видел, и никто не окликал,\nтолько сторож в старой кепке у причала задремал,\n"
            "и ему приснилось лето, и плоты, и перекат,\nи костры на том причале, что давно уже горят."
        ),
        # a dialogue
        (
            "— Ты видел, как паром уходил от берега вчера вечером?\n— видел, он шёл медленно и совсем без огней в тумане\n"
            "— а кто стоял у руля, ты разглядел или нет, скажи\n— не разглядел, туман был такой, что и реки не видно\n"
            "— вот и я не разглядел, хотя стоял у самой воды"
        ),
        # a headline with its lead below
        (
            "Котельную в посёлке Лукино запустят в декабре, сообщил глава района\n"
            "Аркадий Полушкин рассказал, что трубы привезли.\nЖители ждут тепла с сентября."
        ),
        # names in columns
        (
            "Орехов Иван Петрович           слесарь            Лукино\nЗуева Вера Ивановна            "
            "повар              Речное\nПолушкин Аркадий               глава района       Лукино\n"
            "Рогожкина Инна                 заместитель        Бакен"
        ),
        # a post
        (
            "Паром снова не ходит 😡\nвторой день стоит у берега, и никто ничего не говорит\n"
            "звонили в порт — молчат\nзвонили в мэрию — обещали перезвонить до вечера\nждём"
        ),
    ],
)
def test_other_texts_come_back_themselves(text):
    assert unwrap(text) is text
