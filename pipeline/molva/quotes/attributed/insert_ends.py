"""Where an inserted attribution ends: behind its subject, with titles, dates and clauses that describe it."""

from molva.lexicon.nouns import roles
from molva.quotes.attributed.teller_clauses import (
    describes,
    describes_further,
    describing_end,
    opens_with_gerund,
)
from molva.quotes.conjunctions import CLAUSE_OPENERS
from molva.quotes.cues import FINITE, Cue, that_at
from molva.quotes.ends.between_commas import behind_day, behind_gerund, by_the_way
from molva.quotes.ends.clauses import has_predicative, told_without_verb
from molva.quotes.ends.edges import limits, skip_connectives
from molva.quotes.media.medium import PASSING
from molva.quotes.scene import DASHES, ENDS, Scene
from molva.quotes.sources.several import behind_others, can_report
from molva.quotes.sources.subjects import NOMINAL, SPANS_OF_TIME, agrees, is_of_many
from molva.speakers.dependents import MONTHS, is_dated

TITLE = 12  # words of a title behind a name
# some of those just told of, and those whom they cite
PICKING = (("в", "том", "числе"), ("в", "частности"), ("включая",), ("со", "ссылкой"))
LONGEST = 18  # words of an apposition behind a dash
CITED = frozenset({"отмечать", "уточнять"})  # «…, как |отмечает| «Бакен», …»


def insert_end(scene: Scene, cue: Cue, limit: int) -> int:
    """The end of an inserted attribution: the comma (or colon) after its subject."""
    words = scene.words
    i = cue.head + 1
    while i < limit:
        closing = scene.opens.get(i, scene.brackets.get(i))
        if closing is not None:
            i = closing + 1
            continue
        if words.form[i] in DASHES and limit - i <= LONGEST and not scene.has_predicate(i, limit):
            return limit  # «…, считает Лаптева — профессор университета»
        if words.form[i] in DASHES and _two_posts(scene, i, limit):
            i += 1
            continue
        if words.form[i] in {":", ";", *DASHES} and not scene.from_to(i) and not scene.in_clock(i):
            return i
        also = words.lower[i : i + 3] == [",", "а", "также"]
        if (
            words.lower[i] == "и"
            and _tells_more(scene, cue, i + 1, limit)
            or (also and _tells_more(scene, cue, i + 3, limit))
        ):
            return limit
        if words.form[i] != ",":
            i += 1
        elif (behind := _over_comma(scene, cue, i, limit)) is not None:
            i = behind
        else:
            return _end_at(scene, cue, i, limit)
    return limit


def behind_relay(scene: Scene, comma: int) -> int:
    """«По словам Орехова, |передаёт «Бакен»|, цех встал», «…, |как пишет «Бакен»|, …»: where a medium that passes the words on is over.

    The comma itself where none follows it, or where no claim follows the medium; in «|Жители|, по словам мэра,
    |пишут| жалобы, но …» the verb has its subject already.
    """
    words, cited = scene.words, scene.lower(comma + 1) == "как"
    first, limit = comma + 1 + cited, limits(scene, comma - 1)[1]
    cue = scene.cues.get(first)
    if comma >= limit or words.form[comma] != "," or cue is None:
        return comma
    if words.lemma[first] not in PASSING | (CITED if cited else frozenset()):
        return comma
    if any(subject < comma and agrees(scene, subject, first) for subject in words.subjects(first)):
        return comma
    end = insert_end(scene, cue, limit)
    return end if end < limit and words.form[end] == "," and scene.has_predicate(end, limit) else comma


def _over_comma(scene: Scene, cue: Cue, comma: int, limit: int) -> int | None:
    """Where the attribution goes on behind a comma, with a date or a title; None where it ends."""
    following = comma + 1
    if scene.words.lemma[comma - 1] == "вопрос":
        return limit  # «…, заявил мэр в ответ на вопрос|, закроют ли мост|»: what was asked is no part of what he claims
    more = scene.lower(following) == "а" and scene.lower(following + 1) == "также"
    if more and not scene.has_predicate(following, limit):
        return following + 2  # «…, сообщили «Бакен», |а также| «Створ»»
    if (among := _among_them(scene, following, limit)) is not None:
        return among
    if comma == cue.span[1] and following < limit and scene.words.feat(following, "VerbForm") == "Conv":
        return _after_gerund(scene, comma, limit)
    if following >= limit or describes(scene, following, limit):
        return None
    if comma == cue.span[1] and (behind := by_the_way(scene, comma, limit)):
        return behind  # «считает|, в свою очередь, |мэр»
    if following + 1 < limit and _date(scene, following, limit):
        return _after_date(scene, cue, comma, limit)
    case = "Loc" if scene.lower(cue.span[1]) in {"в", "во"} else "Nom"
    many = scene.words.feat(cue.head, "Number") == "Plur"
    if many and (behind := behind_others(scene, comma, limit, case)):
        return behind
    if _title_follows(scene, cue, comma, limit):
        return following if _tells(scene, comma, limit) else limit
    titled = _title_goes_on(scene, comma, limit)
    return following if titled or _referred_to(scene, cue, comma, limit) else None


def _among_them(scene: Scene, i: int, limit: int) -> int | None:
    """«…, заявила мэр в интервью нескольким газетам, |в том числе| «Бакену»», «…, |со ссылкой| на порт»: behind the words that pick somebody out."""
    words = scene.words
    picked = next(
        (i + len(begin) for begin in PICKING if tuple(words.lower[i : i + len(begin)]) == begin), None
    )
    if picked is None or picked >= limit:
        return None
    stop = next((k for k in range(picked, limit) if words.form[k] == ","), limit)
    oblique = words.pos[picked] == "ADP" or words.feat(picked, "Case") in {"Gen", "Dat", "Ins", "Loc"}
    named = picked in scene.opens or bool(words.ent[picked])
    return picked if (oblique or named) and not scene.has_predicate(picked, stop) else None


def _end_at(scene: Scene, cue: Cue, comma: int, limit: int) -> int:
    """The comma, or the one behind the clauses that describe who speaks, and what stands in them."""
    end = comma
    while end + 1 < limit and (
        describes(scene, end + 1, limit) if end == comma else describes_further(scene, comma, end, limit)
    ):
        if _reports_further(scene, end + 1, limit):
            return limit
        end = describing_end(scene, end + 1, limit)
    if end > comma and (named := _behind_name(scene, cue, end, limit)):
        return named
    return limit if _another_speaks(scene, cue, end, limit) else end


def _behind_name(scene: Scene, cue: Cue, comma: int, limit: int) -> int | None:
    """«…, заявил глава порта, который его строил|, Клим Зуев|.»: behind the clause about his post the name of whoever has told of it.

    A claim with a subject of its own stands before, or behind: «Как заявил глава порта, который его строил|, Клим Зуев|, мост закрыт».
    """
    words, first = scene.words, comma + 1
    if first >= limit or words.ent[first] != "PER" or words.feat(first, "Case") not in {"Nom", ""}:
        return None
    stop = next((k for k in range(first, limit) if words.ent[k] != "PER"), limit)
    if stop == limit or words.form[stop] in ENDS:
        return limit if _has_subject(scene, cue) else None
    his = words.feat(stop + 1, "VerbForm") == "Part" or words.lemma[stop + 1] == "который"
    told = words.form[stop] == "," and not his and scene.has_predicate(stop, limit)
    return stop if told and not _has_subject(scene, cue) else None


def _another_speaks(scene: Scene, cue: Cue, comma: int, limit: int) -> bool:
    """«…, рассказали повар, знакомый с делом|, и два рыбака|»: behind the clause that describes the first of many stands the next."""
    words, noun = scene.words, comma + 2
    if words.lower[comma + 1 : noun] != ["и"] or not is_of_many(words, cue.head):
        return False
    while noun < limit and words.pos[noun] in {"NUM", "ADJ", "DET"}:
        noun += 1
    if noun >= limit or scene.has_predicate(comma, limit):
        return False
    return words.ent[noun] == "PER" or can_report(scene, noun, "Gen" if words.few(noun) else "Nom")


def _two_posts(scene: Scene, dash: int, limit: int) -> bool:
    """«заявил статс-секретарь |—| замминистра рыбы Клим Зуев»: between two posts of one man, before his name."""
    words = scene.words
    posts = (dash - 1, dash + 1)
    living = all(words.pos[k] == "NOUN" and words.feat(k, "Animacy") == "Anim" for k in posts)
    return living and words.feat(dash + 1, "Case") == "Nom" and _title_goes_on(scene, dash, limit)


def _tells_more(scene: Scene, cue: Cue, first: int, limit: int) -> bool:
    """«…, отметил мэр и |добавил, что| паром цел»: the same subject's next verb, with what it tells."""
    words = scene.words
    verb = next((k for k in range(first, min(first + 3, limit)) if k in scene.cues), None)
    if verb is None or scene.cues[verb].form != FINITE or not that_at(words, verb + 1):
        return False
    return all(words.feat(verb, name) == words.feat(cue.head, name) for name in ("Number", "Gender"))


def _reports_further(scene: Scene, i: int, limit: int) -> bool:
    """«…, сообщили в порту, |добавив, что паром цел|»: a gerund with what it tells is no part of the claim."""
    close = next((k for k in range(i, limit) if scene.words.form[k] == ","), limit)
    gerund = opens_with_gerund(scene, i, limit)
    if gerund and scene.lower(close + 2) == "," and skip_connectives(scene, close + 1, close + 2) > close + 1:
        close += 2  # «признав|, однако,| что мост закрыт»
    return gerund and scene.lower(close + 1) in CLAUSE_OPENERS and close < limit


def _date(scene: Scene, i: int, limit: int) -> bool:
    """«в пятницу, 17 января, …»: a date behind its day; «…, 17 января передала дело в суд» goes on with the claim.

    «сообщает «Бакен», 1 мая, в день города, художники проведут шествие»: behind a name it is the claim's, and so is
    «сообщил мэр, 1 мая |после взрыва|, …», which is more than a date.
    """
    words = scene.words
    close = next((k for k in range(i, limit) if words.form[k] == ","), limit)
    bare = words.lemma[i - 2] in SPANS_OF_TIME or all(
        words.form[k].isdigit() or words.lemma[k] in SPANS_OF_TIME | MONTHS for k in range(i, close)
    )
    claimed = (i - 2 in scene.closes or not bare) and scene.has_predicate(close, limit)
    return is_dated(words, i) and not claimed and not scene.has_predicate(i, close)


def _after_date(scene: Scene, cue: Cue, comma: int, limit: int) -> int:
    """«сообщили в воскресенье, 8 июля, представители полиции»: the date is closed, the subject is to come."""
    words = scene.words
    told = any(
        words.ent[k]
        or words.feat(k, "Case") == "Nom"
        and words.pos[k] in NOMINAL
        and words.pos[k - 1] != "ADP"
        for k in range(cue.head + 1, comma)
    )
    behind = behind_day(scene, comma, limit)
    return comma + 1 if told or behind is None else behind


def _after_gerund(scene: Scene, comma: int, limit: int) -> int | None:
    """«сообщил|, отвечая на вопрос, |мэр»: the verb has no subject yet, which stands behind the gerund's clause."""
    behind = behind_gerund(scene, comma, limit)
    return None if behind is None or scene.has_predicate(behind, limit) else behind


def _referred_to(scene: Scene, cue: Cue, comma: int, limit: int) -> bool:
    """«сообщает «Бакен» со ссылкой на Льва Орехова, |главу порта|»: an apposition in the accusative, as «ссылка на» asks."""
    words, stop = scene.words, next((k for k in range(comma + 1, limit) if scene.words.form[k] == ","), limit)
    reference = any(words.lower[k] == "ссылкой" for k in range(cue.head + 1, comma))
    noun = next((k for k in range(comma + 1, stop) if words.pos[k] in NOMINAL), None)
    if not reference or noun is None or scene.has_predicate(comma, stop):
        return False
    accusative = words.feat(noun, "Case") == "Acc"
    return accusative or words.feat(noun, "Case") == "Gen" and words.feat(noun, "Animacy") == "Anim"


def _title_goes_on(scene: Scene, comma: int, limit: int) -> bool:
    """«депутат, глава комитета Орехов»: a nominative noun, then the name before the next comma."""
    words = scene.words
    if words.lower[comma + 1] == "и":
        return False  # «Как отмечал Зуев, |и| мэр Орехов, и порт согласны»
    for i in range(comma + 1, min(comma + 12, limit)):
        if words.form[i] in {",", *DASHES} or scene.is_finite(i):
            return False
        if words.ent[i] == "PER":
            title = range(comma + 1, i)
            titled = any(words.pos[k] == "NOUN" and words.feat(k, "Case") == "Nom" for k in title)
            stop = next((k for k in range(i, limit) if words.ent[k] != "PER"), limit)
            stop = scene.brackets.get(stop, stop - 1) + 1
            closed = stop == limit or words.form[stop] in {",", *ENDS, *DASHES}
            # «… Клим Зуев |на форуме|», but «… Клим Зуев |с мая ведёт порт|» is a claim
            closed = closed or words.pos[stop] == "ADP" and not scene.has_predicate(stop, limit)
            return titled and closed and words.feat(i, "Case") in {"Nom", ""}
    return False


def _title_follows(scene: Scene, cue: Cue, comma: int, limit: int) -> bool:
    """«Мария Фомушина, пресс-секретарь суда, …», «…, сообщил Клим Зуев, его сын.»: a name, then its title, to a comma or the end.

    Or two: «Мария Фомушина, доктор наук|, глава музея|». Where nothing follows, the claim must have its subject: «Первым
    приплыл, сообщил Клим Зуев, |рыбак из Орехова|».
    """
    words = scene.words
    if not _is_post(scene, comma + 1, limit) or not _closes_name_or_post(scene, comma):
        return False
    stop = next((i for i in range(comma + 1, min(comma + TITLE, limit)) if words.form[i] == ","), limit)
    if scene.has_predicate(comma, stop) or _is_told_of(scene, cue, comma + 1, stop):
        return False
    return _is_post(scene, stop + 1, limit) or _tells(scene, stop, limit) or _has_subject(scene, cue)


def _is_told_of(scene: Scene, cue: Cue, first: int, comma: int) -> bool:
    """«Как сказал Зуев, |рыбаки|, которые живут у реки, получат лодки»: no title of his but the subject of what he says.

    Nor is «|жительница| Осинок», who is a woman.
    """
    words = scene.words
    noun = next((k for k in range(first, comma) if words.pos[k] == "NOUN"), first)
    if words.feat(noun, "Number") == "Plur" and words.feat(cue.head, "Number") == "Sing":
        return True
    calling = roles().get(words.lemma[noun])
    if calling is not None and calling.gender == "Fem" and words.feat(cue.head, "Gender") == "Masc":
        return True
    return words.is_subject(noun) and words.head[noun] > comma and scene.is_finite(words.head[noun])


def _tells(scene: Scene, start: int, end: int) -> bool:
    """«Как сказал Клим Зуев, рыбак|, его лодка в порядке|»: a clause, with a verb or without."""
    told = scene.has_predicate(start, end) or has_predicative(scene, start, end)
    return told or scene.has_subject(start, end) or told_without_verb(scene, start, end)


def _is_post(scene: Scene, i: int, limit: int) -> bool:
    """A noun for a person in the nominative, with its adjectives before it; «один из …»."""
    words = scene.words
    while i < limit and words.pos[i] in {"ADJ", "DET"} and words.feat(i, "Case") in {"Nom", ""}:
        i += 1
    if i >= limit or words.feat(i, "Case") != "Nom":
        return False
    one_of = words.lower[i : i + 2] in (["один", "из"], ["одна", "из"])
    return one_of or words.pos[i] == "NOUN" and words.feat(i, "Animacy") == "Anim"


def _closes_name_or_post(scene: Scene, comma: int) -> bool:
    """Whether a name stands right before a comma, or one title of it: «Мария Фомушина, доктор наук|,|»."""
    words = scene.words
    if words.ent[comma - 1] == "PER":
        return True
    first = next((i for i in range(comma - 1, max(comma - TITLE, 0), -1) if words.form[i] == ","), 0)
    return words.ent[first - 1] == "PER" and _is_post(scene, first + 1, comma)


def _has_subject(scene: Scene, cue: Cue) -> bool:
    """Whether the words before an inserted verb are a claim with its own subject, the plural of nobody's deed, or «лодки нет»."""
    words, start = scene.words, limits(scene, cue.head)[0]
    named = any(
        words.pos[k] in NOMINAL
        and words.feat(k, "Case") == "Nom"
        or scene.is_finite(k)
        and words.feat(k, "Number") == "Plur"
        for k in range(start, cue.span[0])
    )
    told = named and (scene.has_predicate(start, cue.span[0]) or scene.has_subject(start, cue.span[0]))
    return told or has_predicative(scene, start, cue.span[0])
