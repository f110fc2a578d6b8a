"""Every reason why a post is another's keeps the one named first in its sentence from being meant."""

from dataclasses import replace

import pytest

from molva.quotes.who import another_post


@pytest.mark.parametrize("table", ["OF_ANYBODY", "OF_UNNAMED", "OF_NAMED"])
def test_each_bar_is_found_in_its_sentence(nlp, monkeypatch, table):
    for bar in getattr(another_post, table):
        found = []

        def see(*asked, bar=bar, found=found):
            barred = bar.bars(*asked)
            found.append(barred)
            return barred

        monkeypatch.setattr(another_post, table, (replace(bar, bars=see),))
        nlp(f"{bar.sentence}, что мост закроют.")
        assert any(found), bar.name
