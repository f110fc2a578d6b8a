"""Who speaks at a reporting verb: its subject, by the tree or by case."""

from molva.lexicon.surnames import MANS, ends_as_womans
from molva.quotes.ends.other_shares import POLLED, is_share
from molva.quotes.kinds import is_thing
from molva.quotes.media.medium import is_listed
from molva.quotes.scene import DASHES, Scene
from molva.quotes.sources.appositions import across_dash, titled, with_name
from molva.quotes.sources.behind_object import behind_object
from molva.quotes.sources.nominatives import nearest_nominative
from molva.quotes.sources.phrase_edges import same_entity
from molva.quotes.sources.phrases import Source, phrase
from molva.quotes.sources.several import can_report, first_of_many
from molva.quotes.sources.subjects import (
    CONSONANTS,
    VOICES,
    agrees,
    alike,
    can_speak,
    done_in_a_place,
    is_of_many,
    names_body,
    nominative,
    of_a_medium,
    over_adjectives,
    over_adverbs,
    rated,
    told_before,
)

PLANNED = frozenset("план проект замысел сценарий закон законопроект подход принцип договор".split())
OPENING_AN_OCCASION = frozenset("на в после перед по накануне".split())  # «|На| запрос», «|В| ответ на»
ROUGHLY = frozenset("около более менее больше меньше почти примерно порядка свыше до".split())
SAME_IN_ALL_CASES = frozenset("оуиэыю")  # last letters of names that never decline: «Гурко», «Росси»


def subject(scene: Scene, verb: int, start: int, end: int, widest: int | None = None) -> Source | None:
    """The subject of a reporting verb inside ``start``..``end``."""
    found = _subject(scene, verb, start, end, widest)
    return None if found is None else _from_first_name(scene, found, verb)


def _from_first_name(scene: Scene, found: Source, verb: int) -> Source:
    """«сообщают |«Осторожно, порт»,| «Створ» и «Бакен»»: the first of those in a list, which has a name that is no noun.

    Or «сообщили |источник| ТАСС и газета «Створ»», whom the tree takes for the verb's object.
    """
    words, (begin, end) = scene.words, found.span
    many = words.feat(verb, "Number") == "Plur" and "и" in words.lower[begin:end]
    behind = begin - 2 > verb and words.form[begin - 1] == "," and scene.closes.get(begin - 2) == verb + 1
    if many and behind:
        return Source((verb + 1, end), found.head)
    first = over_adjectives(words, verb + 1, begin) if many and verb + 1 < begin else begin
    between = range(first, begin)
    noun = first < begin and words.pos[first] == "NOUN" and words.feat(first, "Case") == "Nom"
    if noun and can_report(scene, first) and not any(scene.is_finite(k) for k in between):
        return Source((verb + 1, end), first)
    return found


def _subject(scene: Scene, verb: int, start: int, end: int, widest: int | None) -> Source | None:
    """By the tree, else by case."""
    if (relative := relative_subject(scene, verb, start)) is not None:
        return relative
    low = start if widest is None else widest
    if (named := _name_after(scene, verb, end)) is not None:
        return phrase(scene, named, verb + 1, end, stop=verb)
    if (before := _name_before(scene, verb, start)) is not None:
        return phrase(scene, before, start, end, stop=verb)
    if (body := _body_before(scene, verb, start)) is not None:
        return phrase(scene, body, body, end, stop=verb)
    if (share := _share_behind(scene, verb, end)) is not None:
        return phrase(scene, share, verb + 1, end, stop=verb)
    if (first := first_of_many(scene, verb, end)) is not None:
        return phrase(scene, first, verb + 1, end, stop=verb)
    if (speaker := _speaker_below(scene, verb, low, end)) is not None:
        described = _described_by(scene, speaker, verb, end)
        whole = with_name(scene, phrase(scene, described, low, end, stop=verb), verb)
        return _behind_label(scene, whole, verb, end) or titled(scene, whole, low)
    found = nearest_nominative(scene, verb, start, end)
    if found is None and low < start:
        found = nearest_nominative(scene, verb, low, verb)
    return found or behind_object(scene, verb, end)


def _speaker_below(scene: Scene, verb: int, low: int, end: int) -> int | None:
    """«|Мэр| хотел сказать»: the subject that the tree gives a verb, or its infinitive."""
    words = scene.words
    nodes = [verb] + [c for c in words.children[verb] if words.dep[c] in {"xcomp", "aux", "cop"}]
    children = (child for node in nodes for child in words.children[node] if low <= child < end)
    return next((child for child in children if _speaks(scene, child, verb)), None)


def _behind_label(scene: Scene, who: Source, verb: int, end: int) -> Source | None:
    """«Виктор Зуев: |Минздрав| считает, что …»: a label, which the tree has for the subject of a verb that has one of its own."""
    words, (begin, colon) = scene.words, who.span
    labels = colon < verb and words.form[colon] == ":" and begin == scene.paragraph(verb)[0]
    return nearest_nominative(scene, verb, colon + 1, end) if labels else None


def _speaks(scene: Scene, child: int, verb: int) -> bool:
    """Whether a subject of the tree may speak and agrees: «|мэр| сказал», no «|час| сказал», no «|рыбаки| сказал»."""
    if not scene.words.is_subject(child) or not can_speak(scene, child, verb):
        return False
    if (
        told_before(scene, child, verb)
        or of_a_medium(scene, child)
        or _said_aside(scene, child, verb)
        or _quoted(scene, child, verb)
        or _confirmed(scene, child, verb)
        or rated(scene, child, verb)
        or done_in_a_place(scene, child, verb)
    ):
        return False
    shown = nominative(scene, child) or alike(scene, child, verb)
    return shown and (
        agrees(scene, child, verb) or _beside(scene, child, verb) or _slipped(scene, child, verb)
    )


def _described_by(scene: Scene, child: int, verb: int, end: int) -> int:
    """«сказала удивлённая письмом |Зуева|», «сказал ушедший с поста |мэр|»: the person behind a participle that the tree has for the subject."""
    words = scene.words
    if child < verb or words.feat(child, "VerbForm") != "Part" or words.feat(child, "Variant") == "Short":
        return child
    stop = next((k for k in range(child, end) if words.pos[k] == "PUNCT"), end)
    named = next((k for k in range(child, stop) if words.ent[k] == "PER"), child)
    living = (k for k in range(child, stop) if words.pos[k] == "NOUN" and words.feat(k, "Animacy") == "Anim")
    same = (k for k in living if words.feat(k, "Case") == "Nom" and agrees(scene, k, verb))
    return named if named != child else next(same, child)


def _quoted(scene: Scene, child: int, verb: int) -> bool:
    """««|Он| касается порта», — сказал Зуев»: what has a predicate in its marks is speech, and names nobody outside of them."""
    pair = scene.pair_around(child)
    return pair is not None and verb not in range(*pair) and scene.has_predicate(*pair)


def _confirmed(scene: Scene, child: int, verb: int) -> bool:
    """«|Взятие порта| подтвердило министерство: «…»»: a thing before a verb whose subject is the body right behind it."""
    words, body = scene.words, verb + 1
    if child > verb or not is_thing(words, child) or words.lemma[child] in VOICES or body >= len(words):
        return False
    body = over_adjectives(words, body, len(words))
    if not names_body(words, body):
        return False
    return agrees(scene, body, verb) and (nominative(scene, body) or words.may_be_nominative(body))


def _said_aside(scene: Scene, child: int, verb: int) -> bool:
    """«Семь воспитанников — |мальчики с завода| — рассказали»: between dashes right before the verb nobody is its subject."""
    words = scene.words
    last = over_adverbs(words, verb)
    if child >= last or words.form[last] not in DASHES:
        return False
    low = scene.sentence(verb)[0]
    return any(words.form[i] in DASHES and i > low for i in range(child - 1, low, -1))


def _name_after(scene: Scene, verb: int, end: int) -> int | None:
    """«…, подтвердил Гурко: …»: a person in the nominative right after the verb is its subject."""
    words, after = scene.words, verb + 1
    if after >= end or words.ent[after] != "PER":
        return None
    if words.feat(after, "Case") != "Nom":
        return after if _hers(scene, after, verb) else None
    left = (c for c in words.subjects(verb) if c < verb)
    return (
        after
        if all(words.feat(c, "Animacy") == "Inan" for c in left) and agrees(scene, after, verb)
        else None
    )


def _hers(scene: Scene, name: int, verb: int) -> bool:
    """«как рассказывает |Шадрина|, …»: the parser's subject, which the tagger takes for the genitive of a man's surname."""
    words = scene.words
    subject_of_it = words.head[name] == verb and words.dep[name] == "nsubj"
    one = words.feat(verb, "Number") == "Sing" and words.feat(verb, "Gender") in {"Fem", ""}
    return subject_of_it and one and words.is_active(verb) and ends_as_womans(words.lower[name])


def _name_before(scene: Scene, verb: int, start: int) -> int | None:
    """«В книге |Зуева| назвала причиной отсутствие поддержки»: a person right before the verb or its adverb, and no thing behind it.

    Whom the parser takes for the subject is it, whatever case the tagger sees in a rare name: «|Трасс| называет».
    """
    words, last = scene.words, over_adverbs(scene.words, verb, start)
    if last < start or words.ent[last] != "PER":
        return None
    one = words.feat(last, "Number") == "Sing" and words.feat(verb, "Number") == "Plur"
    if one and not agrees(scene, last, verb):
        return None  # «|Владимира| стали называть «капитаном»»
    if words.head[last] == verb and words.dep[last] == "nsubj":
        return last
    if any(looks(scene, last, verb) for looks in (_without_case, _womans, _mans)):
        return last
    if words.feat(last, "Case") != "Nom" or not agrees(scene, last, verb):
        return None
    ways = (_behind_the_medium, _hung_on_a_thing, _behind_another, _before_things)
    return last if any(hangs(scene, last, verb) for hangs in ways) else None


def _before_things(scene: Scene, _: int, verb: int) -> bool:
    """«|Зуев| назвал причиной |отсутствие| поддержки»: what the parser takes for the subject behind the verb is a thing."""
    words = scene.words
    right = [c for c in words.subjects(verb) if c > verb]
    return bool(right) and all(words.feat(c, "Animacy") == "Inan" and not words.ent[c] for c in right)


def _body_before(scene: Scene, verb: int, start: int) -> int | None:
    """«На запрос редакции |ФСИН| сообщила», «В ответ на критику |США| заявили»: a name in capitals that the tree hangs on a noun before it.

    The noun belongs to an occasion that opens the sentence, and the verb has no subject. «В охране |США| заявили» has a place.
    """
    words, last = scene.words, over_adverbs(scene.words, verb, start)
    cue, form = scene.cues.get(verb), words.form[last]
    short = form.isupper() and len(form) > 1 or form.startswith("Мин") and words.ent[last] == "ORG"
    hung = words.dep[last] in {"nmod", "appos", "flat:name"} and start < words.head[last] < last
    if cue is None or not cue.has("say") or last <= start or not short or not hung or words.subjects(verb):
        return None
    opens = scene.lower(start) in OPENING_AN_OCCASION and words.head[start] < last
    opens = opens and not (scene.lower(start) == "в" and words.feat(words.head[start], "Case") == "Loc")
    many = is_of_many(words, verb)
    fits = form in {"США", "СМИ", "ОАЭ"} if many else words.ent[last] == "ORG"
    return last if opens and fits and not is_listed(scene, last, last + 1) else None


def _share_behind(scene: Scene, verb: int, end: int) -> int | None:
    """«…, считают |45 %| россиян», «…, считает около |половины| опрошенных»: how many of them, which the tree has for the verb's object."""
    words, first = scene.words, verb + 1
    while first < end and (words.lower[first] in ROUGHLY or words.pos[first] == "NUM"):
        first += 1
    share = first < end and is_share(scene, first)
    many = share and words.feat(first + 1, "Case") == "Gen" and words.feat(first + 1, "Number") == "Plur"
    people = many and (words.feat(first + 1, "Animacy") == "Anim" or words.lemma[first + 1] in POLLED)
    # «, |поддержали| 60 % избирателей» is no report
    thinks = verb in scene.cues and scene.cues[verb].has("think")
    told = people and thinks and words.form[verb - 1] == ","
    return first if told and words.feat(verb, "Gender") in {"Neut", ""} else None


def _hung_on_a_thing(scene: Scene, last: int, verb: int) -> bool:
    """«Его отсутствие |Юсов| вчера объяснял …»: a man's surname in the nominative is no genitive of the noun before it."""
    words, thing = scene.words, last - 1
    hung = words.head[last] == thing and words.dep[last] in {"nmod", "appos", "flat:name"}
    if not hung or words.pos[thing] != "NOUN" or words.feat(thing, "Animacy") == "Anim":
        return False
    his = words.feat(last, "Gender") == "Masc" and words.feat(verb, "Gender") in {"Masc", ""}
    his = his and words.feat(verb, "Number") == "Sing" and words.lower[last][-1:] in CONSONANTS
    return his and all(c == thing for c in words.subjects(verb))


def _without_case(scene: Scene, last: int, verb: int) -> bool:
    """«Планы ремонта |Гурко| назвал «болтовнёй»»: a name that shows no case behind a thing's, and only things for subjects.

    «Слова мэра |Гурко| назвали …» and «Слова Анны |Гурко| …» are theirs, and «Офис |Гурко| назвал …» speaks itself.
    """
    words, before = scene.words, last - 1
    kept = words.lemma[last] == words.lower[last] and words.lower[last][-1:] in SAME_IN_ALL_CASES
    if not kept or before < 0 or words.pos[before] != "NOUN" or words.feat(before, "Animacy") == "Anim":
        return False
    one = words.feat(verb, "Number") == "Sing" and words.feat(verb, "Gender") != "Neut"
    things = all(words.feat(c, "Animacy") == "Inan" and not words.ent[c] for c in words.subjects(verb))
    top = before
    while words.head[top] < top and words.dep[top] in {"nmod", "flat:name", "appos"}:
        top = words.head[top]
    return one and things and not agrees(scene, top, verb) and scene.is_finite(verb) and words.is_active(verb)


def _womans(scene: Scene, last: int, verb: int) -> bool:
    """«На встрече с послами |Орехова| назвала …»: a woman's surname looks like the genitive of a man's, and the verb is hers."""
    words = scene.words
    hers = words.feat(verb, "Gender") == "Fem" and ends_as_womans(words.lower[last])
    alone = last == 0 or words.ent[last - 1] != "PER"
    return (
        hers
        and alone
        and words.is_active(verb)
        and not any(agrees(scene, c, verb) for c in words.subjects(verb))
        and not _is_anothers(scene, last, verb)
    )


def _mans(scene: Scene, last: int, verb: int) -> bool:
    """«Это решение |Котов| считает «ошибкой»»: a man's surname in the nominative, whatever the tagger makes of a rare one."""
    words, thing = scene.words, last - 1
    alone = thing >= 0 and words.pos[thing] == "NOUN" and words.feat(thing, "Animacy") == "Inan"
    his = words.feat(verb, "Number") == "Sing" and words.feat(verb, "Gender") in {"Masc", ""}
    if not alone or not his or not words.is_active(verb) or MANS.search(words.lower[last]) is None:
        return False
    return words.feat(thing, "Case") in {"Acc", "Nom"} and not words.subjects(verb)


def _is_anothers(scene: Scene, last: int, verb: int) -> bool:
    """«Ветрова не поехала, а письмо |Орехова| сочла ошибкой»: a thing's owner, before a woman's second verb."""
    words, thing, above = scene.words, last - 1, scene.words.head[verb]
    owned = thing >= 0 and words.head[last] == thing and words.dep[last] == "nmod"
    if not owned or words.feat(thing, "Case") != "Acc" or words.dep[verb] != "conj" or above >= thing:
        return False
    return words.feat(above, "Gender") == "Fem" and any(agrees(scene, c, verb) for c in words.subjects(above))


def _behind_another(scene: Scene, last: int, verb: int) -> bool:
    """«Об убийстве Дарьи Зуевой |Орехов| заявил»: the tree makes him a part of the name before, and the verb has no subject."""
    words = scene.words
    own = last > 0 and words.ent[last - 1] == "PER" and not same_entity(scene, last - 1, last)
    return own and words.dep[last] in {"flat:name", "appos", "nmod"} and not words.subjects(verb)


def _behind_the_medium(scene: Scene, last: int, _verb: int) -> bool:
    """«В интервью с Би-би-си |Зуева| сказала»: the parser makes the name of a person a part of the medium's."""
    words, first = scene.words, last
    while first and words.ent[first - 1] == "PER" and same_entity(scene, first - 1, first):
        first -= 1
    above = words.head[first]
    return (
        above == first - 1
        and words.dep[first] in {"flat:name", "appos", "nmod"}
        and words.ent[above] == "ORG"
    )


def _beside(scene: Scene, noun: int, verb: int) -> bool:
    """«Активисты-правозащитники отмечают»: of a rare word right before its verb the tagger may miss the number."""
    words = scene.words
    return noun == verb - 1 and words.pos[noun] == "PROPN" and words.feat(noun, "Case") == "Nom"


def _slipped(scene: Scene, noun: int, verb: int) -> bool:
    """«…, сообщили |глава| порта Зуев.»: a writer's plural over one person, right behind the verb that closes a report."""
    words = scene.words
    many = words.feat(verb, "Number") == "Plur" and words.feat(noun, "Number") == "Sing"
    person = words.feat(noun, "Animacy") == "Anim" and words.feat(noun, "Case") == "Nom"
    return many and person and noun == verb + 1 and words.form[verb - 1] == ","


def relative_subject(scene: Scene, verb: int, start: int) -> Source | None:
    """«исследование, которое показало, что …»: the noun that the relative pronoun stands for."""
    words, near = scene.words, range(verb - 1, max(start, verb - 6) - 1, -1)
    which = next((i for i in near if words.lemma[i] == "который"), None)
    if not which or words.feat(which, "Case") not in {"Nom", ""}:
        return None
    if words.form[which - 1] != "," or _over_and_done(scene, which, verb):
        return None
    low = scene.sentence(which)[0]
    before = (
        i for i in range(which - 2, low - 1, -1) if scene.bracket_around(i) == scene.bracket_around(which)
    )
    noun = next((i for i in before if _is_antecedent(scene, i, which, low)), None)
    return None if noun is None else across_dash(scene, phrase(scene, noun, low, which - 1))


def relative_place(scene: Scene, verb: int, start: int) -> Source | None:
    """«Дом снесла |компания «Невод»|, в которой заявили, что …»: the body that the relative pronoun stands for, where many speak."""
    words, which = scene.words, over_adverbs(scene.words, verb, start)
    placed = words.lemma[which] == "который" and words.lower[which - 1] in {"в", "во"} and which > 2
    if not placed or words.form[which - 2] != "," or not is_of_many(words, verb):
        return None
    low = scene.sentence(which)[0]
    noun = next((i for i in range(which - 3, low - 1, -1) if _is_antecedent(scene, i, which, low)), None)
    if noun is None or not names_body(words, noun) or words.feat(noun, "Case") != "Nom":
        return None
    return phrase(scene, noun, low, which - 2)


def _is_antecedent(scene: Scene, noun: int, which: int, low: int) -> bool:
    """«исследование |порта|, которое»: the noun agrees with the pronoun, and so does no noun that it hangs on."""
    words, head = scene.words, scene.words.head[noun]
    if words.lemma[noun] == "один" and scene.lower(noun + 1) == "из":
        return words.feat(which, "Number") == "Sing"  # «слова |одного из рыбаков|, который …»
    if words.pos[noun] not in {"NOUN", "PROPN"}:
        return False
    shown = [f for f in ("Gender", "Number") if words.feat(which, f)]
    if any(words.feat(noun, f) != words.feat(which, f) for f in shown):
        return False
    # «хочет своим преемником |Бергера|, который …»: whose «свой» it is, nobody else's it can be
    own = words.ent[noun] == "PER" and any(words.lemma[c] == "свой" for c in words.children[head])
    hangs = words.dep[noun] == "nmod" and words.feat(noun, "Case") == "Gen" and not own
    head_agrees = words.feat(which, "Gender") == words.feat(head, "Gender") and words.pos[head] == "NOUN"
    if words.feat(noun, "Animacy") == "Anim" and is_thing(words, head) and words.lemma[head] not in PLANNED:
        head_agrees = False  # «раздался звонок |директора|, который сообщил, что …»
    return not (hangs and head_agrees and head >= low)


def _over_and_done(scene: Scene, which: int, verb: int) -> bool:
    """«Среди вещей, которые мешают спать, Зуев назвал шум»: the relative clause has its verb and its comma."""
    done = next((i for i in range(which + 1, verb) if scene.is_finite(i)), verb)
    return any(scene.words.form[i] == "," for i in range(done, verb))
