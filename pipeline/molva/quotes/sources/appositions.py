"""From a title on to the name of its bearer: «глава района, где стоит завод, |Клим Зуев|»; an apposition, however far."""

from molva.quotes.lexicon import word_list
from molva.quotes.scene import DASHES, ENDS, Scene
from molva.quotes.sources.bearers_behind import bearers_end
from molva.quotes.sources.phrase_edges import same_entity
from molva.quotes.sources.phrases import Source, phrase
from molva.quotes.sources.subjects import ACTING, may_share_case, over_adjectives, over_adverbs
from molva.speakers.attach import RELATIVE

TITLE = 14  # words of a post behind a name
ACTS = ["и", ".", "о", "."]  # «по словам |и. о.| мэра»
PLACE = 9  # words of the place where somebody holds a post
TITLES = 40  # words over which further titles lead on to a name


def across_dash(scene: Scene, source: Source) -> Source:
    """«один из адвокатов семьи — Клим Зуев», «орган мятежников — Совет спасения»: a dash before the name."""
    words, (begin, end), label = scene.words, source.span, "PER"
    if words.feat(source.head, "Animacy") != "Anim":
        label = "ORG" if words.lemma[source.head] in word_list("bodies") else "PER"
    first, stop = end + 1, end + 1
    while stop < len(words) and words.ent[stop] == label and words.sent[stop] == words.sent[source.head]:
        stop += 1
    if stop == first and (titled := _titled_behind_dash(scene, source)):
        return Source((begin, titled), source.head)
    named = any(words.ent[i] == label for i in range(begin, end))
    case = words.feat(source.head, "Case")
    alike = {case, "Nom"} if case == "Acc" and label == "ORG" else {case}  # of things they look alike
    fits = stop > first and words.feat(first, "Case") in alike | {""}
    if named or words.ent[source.head] or not fits or words.form[end] not in DASHES:
        return source
    return Source((begin, stop), source.head)


def one_of_many(scene: Scene, source: Source, stop: int) -> Source:
    """«Один из задержанных, |студент Клим Зуев|, рассказал», «одна из них — |Нина Зуева| —»: who the one is.

    The name stands between two commas or dashes, in the case of «один», with nothing but a title before it.
    """
    words, (begin, end) = scene.words, source.span
    if words.lemma[source.head] != "один" or words.lower[source.head + 1 : source.head + 2] != ["из"]:
        return source
    if end >= stop or words.form[end] not in {",", *DASHES} or any(words.ent[begin:end]):
        return source
    name = end + 1
    while name < stop and words.pos[name] in {"NOUN", "ADJ"} and words.ent[name] != "PER":
        name += 1
    closing = name
    while closing < stop and words.ent[closing] == "PER":
        closing += 1
    alike = words.feat(name, "Case") in {words.feat(source.head, "Case"), ""} if name < stop else False
    closed = name < closing < stop and words.form[closing] in {",", *DASHES, *ENDS}
    return Source((begin, closing), source.head) if alike and closed else source


def _titled_behind_dash(scene: Scene, source: Source) -> int:
    """«по словам автора проекта — |депутата Клима Зуева|, …»: where a name ends that has its title behind the dash.

    Zero where there is none. In the nominative a dash may say what somebody is, so that a second one must close it.
    """
    words, (_, dash) = scene.words, source.span
    title, case, stop = dash + 1, words.feat(source.head, "Case"), scene.sentence(source.head)[1]
    if title >= stop or words.form[dash] not in DASHES or not _is_bare_title(scene, source):
        return 0
    if words.pos[title] not in {"NOUN", "ADJ"} or words.feat(title, "Case") != case:
        return 0
    begin, end = phrase(scene, title, title, stop).span
    names = [i for i in range(begin, end) if words.ent[i] == "PER"]
    if begin != title or not names or words.feat(names[-1], "Case") not in {case, ""}:
        return 0
    closed = words.form[names[-1] + 1 : names[-1] + 2]
    return names[-1] + 1 if case != "Nom" or closed and closed[0] in DASHES else 0


def with_name(scene: Scene, source: Source, verb: int) -> Source:
    """«Экономист, экс-глава банков «А» и «Б» Клим Зуев назвал», «адвокат — Клим Зуев»: on to the name.

    A person in the nominative right before the verb is the title's bearer, whatever stands between.
    """
    source = one_of_many(scene, across_dash(scene, source), scene.sentence(source.head)[1])
    source = _acting(scene, source)
    words, (begin, end) = scene.words, source.span
    if not _is_bare_title(scene, source):
        return source
    if (bearer := _bearer_behind_comma(scene, source, verb)) is not None:
        return bearer
    if name := _behind_marks(scene, source) or _behind_list(scene, source, scene.sentence(source.head)[1]):
        return Source((begin, name), source.head)
    if words.form[end : end + 1] == ["("] and (name := _behind_bracket(scene, end)):
        return Source((begin, name), source.head)
    if (placed := over_a_place(scene, source, scene.sentence(source.head)[1])) != source:
        return placed
    apart = _behind_clause(scene, source, verb) if source.head < verb else _behind_titles(scene, source)
    if apart is not None:
        return Source((begin, apart), source.head)
    stop = over_adverbs(words, verb) + 1
    return Source((begin, stop), source.head) if _ends_in_name(scene, end, stop) else source


def _acting(scene: Scene, source: Source) -> Source:
    """«рассказала |и. о. главврача больницы Инна Зуева|»: whose post somebody fills, and his name."""
    words, (begin, end) = scene.words, source.span
    post, stop = source.head + len(ACTS), scene.sentence(source.head)[1]
    if words.lower[source.head : post] != ACTS or post >= stop:
        return source
    end = max(phrase(scene, post, post, stop).span[1], end)
    while end < stop and words.ent[end] == "PER":
        end += 1
    return Source((begin, end), source.head)


def _bearer_behind_comma(scene: Scene, source: Source, verb: int) -> Source | None:
    """«Известный историк и ведущий, |Лукьян Зуев| издал»: the name behind the comma that parts it from the titles before it."""
    words, (begin, end) = scene.words, source.span
    comma = next((i for i in range(end, verb) if words.form[i] == ","), verb)
    name = stop = comma + 1
    while stop < verb and words.ent[stop] == "PER" and same_entity(scene, name, stop):
        stop += 1
    if stop == name or begin != scene.sentence(begin)[0] or words.feat(name, "Case") not in {"Nom", ""}:
        return None
    parted = scene.has_predicate(end, comma) or "," in words.form[stop:verb] or words.lower[stop] == "и"
    titles = all(words.form[i] not in DASHES and words.lemma[i] != "который" for i in range(end, comma))
    one = words.feat(verb, "Number") == "Sing" and titles and not parted
    return Source((name, stop), name) if one else None


def titled(scene: Scene, source: Source, start: int) -> Source:
    """«|Уполномоченный по правам детей| Вера Зуева сообщила», «|кандидат от союза АБВ| Клим Зуев объявил»: back to the post.

    Whatever the tree makes of two nominatives, a post that reaches up to the name, or to a rank before it («|Командующий
    сил на севере| генерал Вера Зуева»), is its bearer's.
    """
    words, (begin, end) = scene.words, source.span
    bearer = words.ent[source.head] == "PER" and words.ent[begin] == "PER" or _is_ranked(scene, source)
    if not bearer or begin <= start:
        return source
    title = begin - 1
    while start <= words.head[title] < title:
        title = words.head[title]
    who = words.feat(title, "Animacy") == "Anim" or words.lemma[title] in ACTING
    post = words.pos[title] == "NOUN" and who and not words.ent[title]
    alike = all(words.feat(title, f) == words.feat(source.head, f) for f in ("Case", "Number"))
    if not post or not alike or words.feat(title, "Case") != "Nom":
        return source
    before = phrase(scene, title, start, end)
    return Source((before.span[0], end), title) if begin <= before.span[1] <= end else source


def _is_ranked(scene: Scene, source: Source) -> bool:
    """«|генерал| Вера Зуева», «|известный лыжник| Вера Зуева»: one noun for a person, and the name right behind it."""
    words, (begin, end) = scene.words, source.span
    rank = over_adjectives(words, begin, end - 1)
    noun = rank == source.head and words.feat(rank, "Animacy") == "Anim" and words.pos[rank] == "NOUN"
    return noun and end - rank > 1 and all(words.ent[i] == "PER" for i in range(rank + 1, end))


def _ends_in_name(scene: Scene, end: int, stop: int) -> bool:
    """Whether a person's name in the nominative stands right before ``stop``, and no clause between ``end`` and it."""
    words, last = scene.words, stop - 1
    if not end < last < len(words) or words.ent[last] != "PER":
        return False
    first = last
    while first > end and words.ent[first - 1] == "PER" and same_entity(scene, first - 1, first):
        first -= 1
    between = range(end, first)
    parted = any(
        scene.is_finite(i) or words.pos[i] == "SCONJ" or words.lemma[i] == "который" for i in between
    )
    return not parted and words.form[first - 1] != "," and words.feat(last, "Case") in {"Nom", ""}


def _is_bare_title(scene: Scene, source: Source) -> bool:
    """A noun for a person without the name; «и. о. министра» as well."""
    words, (begin, end) = scene.words, source.span
    acts = words.lower[source.head : source.head + len(ACTS)] == ACTS
    common = acts or words.feat(source.head, "Animacy") == "Anim" and not words.ent[source.head]
    return common and not any(words.ent[i] == "PER" for i in range(begin, end))


def _behind_marks(scene: Scene, source: Source) -> int:
    """«сказал директор банка «Кедр» |Зуев|»: where the name in the nominative ends that stands right behind a body's in marks, or 0."""
    words, (_, end) = scene.words, source.span
    stop = end
    while stop < len(words) and words.ent[stop] == "PER" and words.sent[stop] == words.sent[source.head]:
        stop += 1
    one = words.feat(source.head, "Case") == "Nom" and words.feat(source.head, "Number") == "Sing"
    named = end - 1 in scene.closes and stop > end and words.feat(end, "Case") == "Nom"
    return stop if one and named else 0


def _behind_list(scene: Scene, source: Source, end: int) -> int:
    """«министр культуры|, спорта и туризма Лев Гуров| в эфире»: where the name behind the rest of what a post is for ends, or 0.

    «По словам главы района, детей и рыбака Льва Гурова спасли» tells of whom the claim is.
    """
    words, comma, case = scene.words, source.span[1], scene.words.feat(source.head, "Case")
    name = next((i for i in range(comma, min(comma + TITLES, end)) if words.ent[i] == "PER"), comma)
    rest = range(comma + 1, name)
    if "и" not in words.lower[comma + 1 : name] or words.form[comma] != "," or name - comma < 4:
        return 0
    told = (i for i in range(comma - 1, name) if words.form[i] not in {",", "и"} and not words.ent[i])
    if any(words.feat(i, "Case") not in {"Gen", "Dat", "Loc"} or words.pos[i] == "VERB" for i in told):
        return 0
    stop = next((i for i in range(name, end) if words.ent[i] != "PER"), end)
    things = all(words.feat(i, "Animacy") != "Anim" for i in rest) and words.form[stop : stop + 1] == [","]
    fits = words.feat(name, "Case") in {case, ""} and not scene.is_finite(min(stop, end - 1))
    return stop if fits and (case == "Nom" or things) else 0


def _behind_bracket(scene: Scene, opening: int) -> int:
    """«профессор университета Малтепе (он в Вестрии) Хасан Зуев»: where the name behind a bracket ends, or 0."""
    close = scene.brackets.get(opening)
    return _full_name(scene, close + 1) if close is not None else 0


def _behind_clause(scene: Scene, source: Source, verb: int) -> int | None:
    """«Глава района, где стоит завод, Клим Зуев сообщил», «Глава завода, входящего в «Невод», …»: where the name behind a clause ends.

    Or behind what the body is: «Глава завода «Кедр», |производителя лодок|, Клим Зуев сообщил».
    """
    words, end = scene.words, source.span[1]
    opening = range(end + 1, min(end + 3, verb))
    participle = end + 1 < verb and words.feat(end + 1, "VerbForm") == "Part"
    describes = participle and not words.feat(end + 1, "Variant")
    if words.form[end] != "," or not (describes or any(words.lemma[i] in RELATIVE for i in opening)):
        close = _of_the_body(scene, end, verb)
        name = _full_name(scene, close + 1) if close and words.feat(verb, "Number") == "Sing" else 0
        return name if 0 < name <= verb else None
    commas = (i for i in range(end + 2, verb - 1) if words.form[i] == ",")
    return next((stop for i in commas if (stop := _full_name(scene, i + 1)) and stop <= verb), None)


def _of_the_body(scene: Scene, comma: int, end: int) -> int:
    """«глава завода «Кедр»|, крупного производителя лодок,| Клим Зуев»: the comma that closes a genitive behind a body, or 0."""
    words, first = scene.words, comma + 1
    close = next((i for i in range(first, min(first + TITLE, end)) if words.form[i] == ","), 0)
    named = comma - 1 in scene.closes or words.ent[comma - 1] in {"ORG", "LOC"}
    if not close or not named or scene.has_predicate(comma, close) or "PER" in words.ent[first:close]:
        return 0
    noun = next((i for i in range(first, close) if words.pos[i] == "NOUN"), first)
    of_it = all(words.feat(i, "Case") == "Gen" for i in range(first, noun + 1))
    return close if of_it and words.pos[noun] == "NOUN" else 0


def _behind_titles(scene: Scene, source: Source) -> int | None:
    """«сказал заместитель судьи, чемпион мира (1996), призёр игр Клим Зуев»: where the name behind them ends.

    A second subject in the nominative without a verb of its own is an apposition of the first.
    """
    words, end, stop = scene.words, source.span[1], scene.sentence(source.head)[1]
    if end >= stop or words.form[end] not in {",", "("} or words.feat(source.head, "Number") != "Sing":
        return None
    for i in range(end + 1, min(end + TITLES, stop)):
        if scene.is_finite(i) or words.pos[i] in {"SCONJ", "VERB"} or words.lemma[i] in RELATIVE:
            return None
        if words.form[i] in ENDS | {":", ";"} or words.form[i] in DASHES:
            return None
        if name := _full_name(scene, i):
            return name if name >= stop or words.pos[name] == "PUNCT" else None
    return None


def _full_name(scene: Scene, first: int) -> int:
    """Where a name of two words or more in the nominative that begins at a word ends, or 0."""
    words, stop = scene.words, first
    while (
        stop < len(words)
        and words.ent[stop] == "PER"
        and (stop == first or same_entity(scene, stop - 1, stop))
    ):
        stop += 1
    return stop if stop - first > 1 and words.feat(first, "Case") in {"Nom", ""} else 0


def over_a_place(scene: Scene, source: Source, end: int) -> Source:
    """«заявление главы миссии в Вестрии полковника Олега Гурова»: over «в …» to the rank and the name."""
    words, (begin, at) = scene.words, source.span
    case = words.feat(source.head, "Case")
    if words.lower[at : at + 1] != ["в"] or any(words.ent[i] == "PER" for i in range(begin, at)):
        return source
    rank = at + 1
    while (
        rank < min(at + PLACE, end)
        and words.feat(rank, "Case") in {"Loc", "Gen"}
        and words.ent[rank] != "PER"
    ):
        rank += 1
    if words.form[rank : rank + 1] == ["("]:
        rank = scene.brackets.get(rank, rank) + 1  # «директор от края в Речном фонде (РФ) Клим Зуев»
    name = rank + (rank < end and not words.ent[rank])
    titled = rank < end and words.feat(rank, "Case") == case and words.feat(rank, "Animacy") == "Anim"
    if rank == at + 1 or name >= end or not titled or words.ent[name] != "PER":
        return source
    stop = next((i for i in range(name, end) if words.ent[i] != "PER"), end)
    return Source((begin, stop), source.head)


def with_post_behind(scene: Scene, source: Source, end: int) -> Source:
    """«по словам Клима Зуева, |директора порта|, паром цел»: a post between two commas behind a name in its case.

    «По словам Зуева, рыбака и лесника спасли», «…, рыбака, охотника и лесника спасли» have no second comma, or a list.
    """
    words, (begin, comma) = scene.words, source.span
    if comma < end and (behind := _one_of_several(scene, source, end)):
        return Source((begin, behind), source.head)
    if comma >= end or words.form[comma] != "," or words.ent[comma - 1] != "PER":
        return source
    post = _post_from(scene, comma + 1, end)
    if post is None or not _bears(scene, words.head[post], post, range(begin, comma)):
        return source
    close = next((i for i in range(post, min(post + TITLE, end)) if words.form[i] == ","), end)
    if close + 1 >= end or _is_listed(scene, post, close) or scene.has_predicate(comma, close):
        return source
    return Source((begin, close), source.head) if scene.has_predicate(close, end) else source


def _post_from(scene: Scene, i: int, end: int) -> int | None:
    """«, бывшего |директора| порта»: the noun for somebody that adjectives lead to, and no name."""
    words = scene.words
    while i < end and words.pos[i] in {"ADJ", "DET"} and not words.ent[i]:
        i += 1
    if i >= end or words.pos[i] != "NOUN" or words.feat(i, "Animacy") != "Anim" or words.ent[i]:
        return None
    return i


def _bears(scene: Scene, bearer: int, post: int, name: range) -> bool:
    """«|Клима Зуева|, директора порта»: whether a post is that of a name before it, in its case, which is no nominative."""
    words = scene.words
    alike = may_share_case(words, post, bearer) and words.feat(post, "Number") == "Sing"
    return bearer in name and alike and words.feat(post, "Case") not in {"", "Nom"}


def _is_listed(scene: Scene, post: int, close: int) -> bool:
    """«По словам Зуева, |рыбака, охотника и лесника| спасли»: the post is but the first of several."""
    words = scene.words
    more = any(
        c > close and words.dep[c] == "conj" for i in (post, words.head[post]) for c in words.children[i]
    )
    return more or words.pos[close + 1] == "CCONJ"


def _one_of_several(scene: Scene, source: Source, end: int) -> int:
    """«по словам Клима Зуева, |одного из авторов карты|, паром цел»: where it ends, or 0.

    «По словам Зуева, одного из рыбаков спасли» has no second comma.
    """
    words, (begin, comma) = scene.words, source.span
    one = comma + 1
    if words.form[comma] != "," or words.lower[one : one + 2] not in (["одного", "из"], ["одной", "из"]):
        return 0
    named = any(words.ent[begin:comma]) and words.feat(source.head, "Case") != "Nom"
    close = next((i for i in range(one, min(one + TITLE, end)) if words.form[i] == ","), end)
    if not named or close + 1 >= end or scene.has_predicate(comma, close):
        return 0
    return close if scene.has_predicate(close, end) else 0


def to_the_name(scene: Scene, source: Source, end: int) -> Source:
    """«председателя комитета по политике, технологиям и связи Петра Орехова»: on over a comma to the name."""
    source = one_of_many(scene, over_a_place(scene, across_dash(scene, source), end), end)
    source = with_post_behind(scene, source, end)
    if behind := bearers_end(scene, source, end):
        return Source((source.span[0], behind), source.head)
    begin, at = source.span
    if _is_bare_title(scene, source) and (name := _behind_list(scene, source, end)):
        return Source((begin, name), source.head)
    if at >= end or not _goes_on_to_name(scene, source):
        return source
    first = _name_behind(scene, _of_the_body(scene, at, end) or at, end)
    if first is None or scene.words.feat(first, "Case") != scene.words.feat(source.head, "Case"):
        return source
    stop = first + 1
    while stop < end and scene.words.ent[stop] == "PER" and same_entity(scene, stop - 1, stop):
        stop += 1
    return Source((begin, stop), source.head)


def _goes_on_to_name(scene: Scene, source: Source) -> bool:
    """«председателя комитета по политике|, технологиям| …»; «По мнению посла|, маршрут| поездки Ли Сон Ына …» is the claim."""
    words, (begin, at) = scene.words, source.span
    if words.form[at] != "," or any(words.ent[i] == "PER" for i in range(begin, at)):
        return False
    return words.feat(source.head, "Animacy") == "Anim" and words.feat(at + 1, "Case") != "Nom"


def _name_behind(scene: Scene, at: int, end: int) -> int | None:
    """«…, технологиям и связи |Петра| Орехова»: the first person's name behind a comma, in no other clause."""
    words = scene.words
    for i in range(at + 1, min(at + 12, end)):
        if words.form[i] == "," or scene.is_finite(i) or words.pos[i] == "SCONJ":
            return None
        if words.ent[i] == "PER":
            return i
    return None
