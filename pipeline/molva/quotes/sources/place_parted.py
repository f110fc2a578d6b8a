"""What stands between a place and its verb: «в порту шумно|,| рассказали рыбаки», «в письме|, подписанном Зуевым,| указано»."""

from molva.quotes.ends.between_commas import behind_day, behind_gerund, by_the_way
from molva.quotes.scene import DASHES, Scene

WHICH = 3  # words from the comma to «который»: «, |копию которого|», «, |с которым|»
ASIDE = 3  # words from comma to comma of what is said by the way


def is_parted(scene: Scene, head: int, preposition: int, verb: int) -> bool:
    """«В порту шумно, рассказали рыбаки»: a comma, a colon or a dash stands between place and verb."""
    between = range(min(head, verb) + 1, max(preposition, verb))
    marks = [k for k in between if scene.words.form[k] in DASHES | {",", ":"} and not scene.in_clock(k)]
    if _set_off(scene, marks, verb, preposition) or _list_of_owners(scene, head, preposition, verb):
        return False
    return not _clause_between(scene, head, verb) and any(not preposition <= k <= head for k in marks)


def _list_of_owners(scene: Scene, head: int, preposition: int, verb: int) -> bool:
    """«Из заявлений |порта, мэрии и банка| следует, что …»: the commas part those whose papers they are."""
    words, behind = scene.words, range(head + 1, verb)
    if words.lower[preposition] != "из" or "и" not in words.lower[head + 1 : verb]:
        return False
    return all(
        words.form[k] == "," or words.lower[k] == "и" or words.ent[k] or words.feat(k, "Case") == "Gen"
        for k in behind
    )


def _set_off(scene: Scene, marks: list[int], verb: int, preposition: int) -> bool:
    """«сообщили во вторник|, 5 мая,| в мэрии», «сообщили|, отвечая на запрос,| в мэрии»: two commas of their own."""
    if len(marks) != 2 or not verb < marks[0] < marks[1] < preposition:
        return False
    comma, behind, end = marks[0], marks[1] + 1, preposition + 1
    if behind_day(scene, comma, end) == behind:
        return True
    at_verb = comma == verb + 1  # «сообщили|, в частности,| в мэрии»
    gerund = behind == preposition and behind_gerund(scene, comma, end) == behind
    return at_verb and (gerund or by_the_way(scene, comma, end) == behind)


def _clause_between(scene: Scene, head: int, verb: int) -> bool:
    """«В письме, подписанном Звягиным 1 мая, в среду, указано»: a clause about the noun between commas parts it from no verb.

    «В отчёте, который вышел 8 марта, говорилось», «В приказе, копию которого видел «Бакен», указано»; or words by the way: «в телеграмме, в частности,
    говорится», «в порту, в свою очередь, заявили».
    """
    words = scene.words
    commas = [k for k in range(head + 1, verb) if words.form[k] == ","]
    if len(commas) < 2:
        return False
    which = words.lemma[commas[0] + 1] == "который"
    if commas[-1] != verb - 1:  # «в порту, который закрыли, |с этим| не согласны»
        return which and len(commas) == 2 and not scene.has_predicate(commas[-1], verb)
    aside = commas[-1] - commas[0] <= ASIDE and not scene.has_predicate(commas[0], commas[-1])
    aside = aside or by_the_way(scene, commas[0], verb + 1) == verb
    opens = words.lemma[commas[0] + 1 : commas[0] + 1 + WHICH]
    return aside or words.feat(commas[0] + 1, "VerbForm") == "Part" or "который" in opens
