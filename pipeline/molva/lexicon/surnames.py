"""Russian surnames by their endings: which of them a word looks like, whoever bears it and whatever else it is.

One form may be two: «Орехова» is a woman in the nominative, or a man in the genitive.
"""

import re

MANS = re.compile(r"(?:[оеё]в|[иы]н|[сц]кий)$")
"""«Орехов», «Лунин», «Озёрский»."""
OF_A_MAN = re.compile(r"(?:[оеё]ва|[иы]на|[сц]кого)$")
"""«Орехова», «Лунина», «Озёрского»."""
TO_A_MAN = re.compile(r"(?:[оеё]ву|[иы]ну|[сц]кому)$")
"""«Орехову», «Лунину», «Озёрскому»."""
OF_A_WOMAN = re.compile(r"(?:[оеё]вой|[иы]ной|[сц]кой)$")
"""«Ореховой», «Луниной», «Озёрской»: in every case but two."""
_WOMANS = re.compile(r"(?:[оеё]ва|[иы]на|[сц]кая)$")


def ends_as_womans(word: str) -> bool:
    """«Лунина», «Орехова», «Озёрская»: the nominative of a woman's surname; «Лунина» is a man's genitive as well."""
    return _WOMANS.search(word.lower()) is not None
