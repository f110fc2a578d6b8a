"""Lines that break a sentence, and lines that only go on with a small letter."""

import pytest

from molva.text.broken import broken


def joined(text):
    """The text with a bar for every break that stands inside a sentence."""
    pieces, end = [], 0
    for start, stop in broken(text):
        pieces += [text[end:start], "|"]
        end = stop
    return "".join([*pieces, text[end:]])


@pytest.mark.parametrize(
    "drawn",
    [
        "Мэр сказал, что паром|выйдет в мае.",
        "Мэр сказал, что паром,|который стоит в порту,|выйдет в мае.\nРыбаки ждут.",
        "«Паром выйдет,|если сойдёт лёд»,—|сказал мэр.",
        "— Паром выйдет,|если сойдёт лёд, — сказал мэр.",
        "Паром стоит. Мэр сказал, что он|выйдет в мае.\n\nРыбаки ждут",
        "Глеб Зуев,|мэр Ялуги:\nПаром выйдет в мае.",
        # a heading goes on with no full stop
        "Мэр о пароме\nи о порте",
        # a name and what he is
        "Глеб Зуев\nмэр Ялуги\nПаром выйдет в мае.",
        # a list
        "Что взять с собой:\nхлеб\nсоль.",
        # a post without capitals
        "паром не ходит\nвторой день ждём.",
        # verses
        "Над рекой туман и иней,\nнад деревней тишина,\nи по льду, по дали синей,\nсловно лодка, шла луна.",
        # an empty line
        "Мэр сказал, что паром\n\nвыйдет в мае.",
    ],
)
def test_breaks_inside_sentences(drawn):
    assert joined(drawn.replace("|", "\n")) == drawn
