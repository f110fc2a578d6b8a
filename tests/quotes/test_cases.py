"""Every case of the quote files, found as it is marked.

As a command it prints the pass rate of every file, and with names the failures at length:

    PYTHONPATH=tests:pipeline python tests/quotes/test_cases.py [FILE[:LINE]…] [--all]
"""

import sys
from pathlib import Path

import pytest

from marked_cases import Case, found_quotes, read_cases, report

FOLDER = Path(__file__).parent
FILES = sorted(FOLDER.glob("*.txt"))
CASES = [case for path in FILES for case in read_cases(path)]
CONSTRUCTIONS = 131
RULINGS = 20


def _parameter(case: Case):
    marks = (
        [pytest.mark.xfail(reason=case.known_to_fail, strict=True)] if case.known_to_fail is not None else []
    )
    return pytest.param(case, id=case.name, marks=marks)


@pytest.mark.parametrize("case", [_parameter(case) for case in CASES])
def test_a_case_is_found_as_it_is_marked(case, nlp):
    problems = report(case, found_quotes(nlp(case.expected.text)))
    assert not problems, f"\n{problems}"


def test_every_construction_has_a_case():
    wanted = {f"E{n}" for n in range(1, CONSTRUCTIONS + 1)}
    assert not wanted - _tags()


def test_every_ruling_has_a_case():
    wanted = {f"R{n}" for n in range(1, RULINGS + 1)}
    assert not wanted - _tags()


def test_there_are_as_many_texts_without_a_quote_as_the_law_asks_for():
    """Half of the work is what must not be found."""
    empty = [case for case in CASES if not case.expected.quotes]
    assert len(CASES) >= 250
    assert len(empty) >= CONSTRUCTIONS


def _tags() -> set[str]:
    return {tag for case in CASES for tag in case.tags}


def main(arguments: list[str]) -> None:
    """Print pass rates by file; the failures of the files or cases named, or of all with --all."""
    import molva

    nlp = molva.load()
    for path in FILES:
        cases = [case for case in CASES if case.path == path]
        reports = {case: report(case, found_quotes(nlp(case.expected.text))) for case in cases}
        failed = [case for case in cases if reports[case]]
        surprises = [case.name for case in cases if case.known_to_fail is not None and not reports[case]]
        print(f"{path.stem:24} {len(cases) - len(failed):4} of {len(cases):4}", *surprises, sep="  ")  # noqa: T201
        for case in failed:
            if "--all" in arguments or path.stem in arguments or case.name in arguments:
                print(reports[case], end="\n\n")  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1:])
