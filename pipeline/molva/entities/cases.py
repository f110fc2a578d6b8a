"""What the sentence around a person's name tells of its case, besides what the tagger thinks of the name."""

from molva.entities.dictionary import SURE, person_readings
from molva.entities.lexicon import word_list
from molva.entities.view import Found, head_of
from molva.lexicon.nouns import KIN as KINSHIP
from molva.lexicon.nouns import roles
from molva.lexicon.surnames import ends_as_womans
from molva.words import Words

_BESIDE = frozenset({"appos", "flat", "flat:name", "flat:foreign"})
_UPWARD = _BESIDE | {"conj", "nmod"}
# The prepositions that take the prepositional case; «по» does so only in «по приезде»
_WITH_LOCATIVE = frozenset({"о", "об", "обо", "в", "во", "на", "при"})
_STEPS = 5
_REPORT = 10  # words from a verb to her who tells
_CLOSING = frozenset('»"”')
# One form of a man's name, and the tagger takes either
_LIKE = {"Gen": ("Gen", "Acc"), "Acc": ("Gen", "Acc")}
# What somebody has said, known or thought, behind «по»
_WHOSE_WORDS = frozenset(
    "словам мнению данным оценке оценкам версии информации сведениям утверждению подсчетам признанию убеждению".split()
)
# «Дочь |Евгения Лунина|», «секретарь семьи |Луниных|»: whose she is, though the parser sees her own name
KIN = frozenset(
    "дочь сын жена муж мать отец брат сестра вдова вдовец супруг супруга внук внучка дед бабушка племянник "
    "племянница дядя тётя невеста жених потомок семья мама папа дедушка тёща свекровь зять невестка отчим мачеха".split()
)


def confirmed(words: Words, name: Found) -> tuple[str, ...]:
    """The case of all the words of a name, where its title or its verb says the same; else none.

    «Заявил лидер партии |Хосе Мелила|»: the title is a nominative too, so this is no genitive of «Хос Мелил».
    A genitive may as well be an accusative.
    """
    if _bears_subject(words, name):
        return ("Nom",)
    cases = {words.feat(i, "Case") for i in range(name.start, name.end)} - {""}
    if len(cases) > 1:
        return _of_several(words, name, cases)
    if not cases:
        return ()
    if _is_whose_words(words, name):
        return ("Gen",)
    (case,) = cases
    head = head_of(words, name)
    if words.dep[head] == "nsubj" and case == "Nom" and (name.end - name.start > 1 or _tells(words, head)):
        return (case,)
    alike = _titled(words, head, name) and words.feat(words.head[head], "Case") == case
    return _LIKE.get(case, (case,)) if alike else ()


def _of_several(words: Words, name: Found, cases: set[str]) -> tuple[str, ...]:
    """The same of a name whose words show several cases: its title tells, «главе совета |Валерию Фадину|», or whose words they are, «по словам |И. Палия|»."""
    head = head_of(words, name)
    if _titled(words, head, name):
        case = words.feat(words.head[head], "Case")
        if case in cases:
            return _LIKE.get(case, (case,))
        return _LIKE.get(case, ()) if "Nom" in cases else ()  # «министра |Франсуа Леклера|»: no word shows it
    if "Gen" in cases and _is_of_a_thing(words, head, name):
        return _LIKE["Gen"]
    shown = _case_of_post(words, head, name)
    return (shown,) if shown in cases else ()


def _tells(words: Words, subject: int) -> bool:
    """«|Верещака| объяснил, почему ушёл»: a verb that governs a clause, of a man's gender, has him for its subject and no Верещак for its object."""
    verb, children = words.head[subject], words.children[words.head[subject]]
    alone = not any(words.dep[i] in ("nsubj", "obj", "iobj") for i in children if i != subject)
    clause = any(words.dep[i] == "ccomp" for i in children)
    return words.feat(verb, "Gender") == "Masc" and words.feat(verb, "VerbForm") == "Fin" and alone and clause


def _is_of_a_thing(words: Words, head: int, name: Found) -> bool:
    """«|словам| Ивана Палия», «|письмо| И. Палия»: right behind a noun for a thing stands whose it is."""
    noun = name.start - 1
    thing = words.head[head] == noun and words.dep[head] == "nmod"
    return thing and words.pos[noun] == "NOUN" and words.feat(noun, "Animacy") == "Inan"


def _is_whose_words(words: Words, name: Found) -> bool:
    """«По словам |Мунтяну|»: nothing is to anybody there, so this is no dative of a «Мунтян»."""
    noun = name.start - 1
    return noun > 0 and words.lower[noun] in _WHOSE_WORDS and words.lower[noun - 1] == "по"


def _case_of_post(words: Words, head: int, name: Found) -> str:
    """The dative or instrumental of a post further above a name: «|главе| совета по культуре |Валерию Фадину|»; else empty."""
    above = words.head[head]
    for _ in range(_STEPS):
        if above >= name.start or words.pos[above] != "NOUN":
            break
        if _is_post(words, above) and words.feat(above, "Number") == "Sing":
            case = words.feat(above, "Case")
            return case if case in ("Dat", "Ins") else ""
        above = words.head[above]
    return ""


def _is_post(words: Words, noun: int) -> bool:
    """A noun for a person; the tagger takes a «глава» for a chapter."""
    return words.feat(noun, "Animacy") == "Anim" or words.lemma[noun] in word_list("posts")


def _titled(words: Words, head: int, name: Found) -> bool:
    """Whether the name is an apposition of a noun for a person before it, which is no kin of his."""
    above = words.head[head]
    beside = words.dep[head] in _BESIDE and above < name.start and words.lemma[above] not in KIN
    return beside and words.feat(above, "Animacy") == "Anim" and _as_many(words, above, head)


def _as_many(words: Words, title: int, head: int) -> bool:
    """«Подопечные |Валерия Громова|» are no Валерия Громова, but «судьи |Валерия Громова и Анна Зуева|» are two."""
    return words.feat(title, "Number") != "Plur" or any(words.dep[i] == "conj" for i in words.children[head])


def shown_gender(words: Words, name: Found) -> str:
    """The gender that a verb in the past shows of its subject: «|Тихонова| уточнила»; else empty.

    Also of who bears the subject's title: «мэр |Валерия Громова| уточнила».
    """
    subject = head_of(words, name)
    if _is_whose_kin(words, name):
        return ""
    if words.dep[subject] in _BESIDE | {"nmod"} and (title := _title(words, name)) is not None:
        subject = title
    if _closes_womans_report(words, name):
        return "Fem"
    verb = words.head[subject]
    told = words.dep[subject] in ("nsubj", "nsubj:pass") and words.feat(verb, "Number") == "Sing"
    return words.feat(verb, "Gender") if told and words.pos[verb] in ("VERB", "ADJ") else ""


def _closes_womans_report(words: Words, name: Found) -> bool:
    """«рассказала «Бакену» |Лукина|.», «заявила в эфире «Бакена» |Лукина|»: the verb has no subject but her, whose surname looks like a genitive."""
    if not ends_as_womans(words.form[name.end - 1]) or not _stands_behind_other_name(words, name):
        return False
    return words.pos[name.end : name.end + 1] == ["PUNCT"] and _womans_verb_before(words, name.start)


def _stands_behind_other_name(words: Words, name: Found) -> bool:
    """««Бакену|»| Лукина», «|РБК| Лукина»: right before it stands a name that is no person's, which has no owner."""
    before = name.start - 1
    return before > 0 and (
        words.ent[before] == "ORG" or not words.ent[before] and words.form[before] in _CLOSING
    )


def _womans_verb_before(words: Words, start: int) -> bool:
    """«|рассказала| «Бакену» Лукина»: the verb of the same clause before a name is in the feminine, and has no subject."""
    for i in range(start - 1, max(start - 1 - _REPORT, -1), -1):
        if words.form[i] == ",":
            return False
        if words.feat(i, "VerbForm") == "Fin":
            return words.feat(i, "Gender") == "Fem" and not any(words.subjects(i))
    return False


def _title(words: Words, name: Found) -> int | None:
    """The subject whose title the name bears: «мэр |Валерия Громова|», «глава фонда |Валерия Громова|».

    No noun that asks right before the name whose somebody is: «адвокат |Валерия Громова|».
    """
    title = words.head[head_of(words, name)]
    if title == name.start - 1 and words.lemma[title] in word_list("relations"):
        return None
    for _ in range(_STEPS):
        if title >= name.start or words.lemma[title] in KIN:
            return None
        if words.dep[title] == "nsubj":
            person = words.pos[title] == "NOUN" and words.feat(title, "Animacy") == "Anim"
            person = person or words.lemma[title] == "один" and _has_nominative(words, name)
            named = person and _as_many(words, title, head_of(words, name))
            return title if named and words.feat(title, "Case") == "Nom" else None
        title = words.head[title]
    return None


def _is_of_the_last(words: Words, name: Found) -> bool:
    """«Представители президента |Джо Мелтона| приехали»: the man right before the name, in another case, is the one who bears it."""
    before = name.start - 1
    if before < 0 or words.sent[before] != words.sent[name.start] or words.ent[before]:
        return False
    person = words.pos[before] == "NOUN" and words.feat(before, "Animacy") == "Anim"
    one = words.feat(before, "Number") == "Sing" and words.feat(before, "Case") == "Gen"
    return person and one


def _has_nominative(words: Words, name: Found) -> bool:
    """«|один| из авторов книги |Кэндзи Морико| рассказал»: the one's name, where the tagger sees a nominative in it."""
    return any(words.feat(i, "Case") == "Nom" for i in range(name.start, name.end))


def _bears_subject(words: Words, name: Found) -> bool:
    """Whether a name beside the subject may stand in the nominative, whatever the tagger makes of it.

    «Заявил глава МИД |Есимаса Таката|»: nobody knows the given name; «уточнила мэр |Валерия Громова|»:
    the verb shows that it is hers, and so of «глава фонда |Роберта Громова|»; but «сын |Олега Громова| заявил».
    """
    title = _title(words, name) if words.dep[head_of(words, name)] in _BESIDE | {"nmod"} else None
    if title is None:
        return False
    given = [r for r in person_readings(words.lower[name.start]) if r.kind == "given" and r.cost < SURE]
    nominatives = [r for r in given if r.case in ("", "Nom")]
    shown = shown_gender(words, name)
    if shown == "Fem" and title < name.start - 1 and words.lower[name.start].endswith(("а", "я")):
        return True
    return not _is_of_the_last(words, name) and (
        not given or any(shown in ("", r.gender) for r in nominatives)
    )


def barred(words: Words, name: Found) -> tuple[str, ...]:
    """The cases that a name cannot stand in: the nominative of whom somebody does something to, and the prepositional."""
    nominative = _is_done_to(words, name) or _hangs_on_oblique(words, name) or _is_whose_kin(words, name)
    return ("Nom",) * nominative + ("Loc",) * _lacks_preposition(words, name)


def _is_whose_kin(words: Words, name: Found) -> bool:
    """«Внучка |Копнина| рассказала»: a lone surname right behind kin tells whose she is, and is not her own."""
    kin, alone = name.start - 1, name.end - name.start == 1
    if kin < 0 or not alone or words.sent[kin] != words.sent[name.start]:
        return False
    noun = roles().get(words.lemma[kin])
    hers = noun is not None and KINSHIP in noun.broader and noun.gender == "Fem"
    nominative = words.feat(kin, "Case") == "Nom" and words.feat(kin, "Number") == "Sing"
    return hers and nominative and ends_as_womans(words.form[name.start]) and not _is_given(words, name.start)


def _is_given(words: Words, i: int) -> bool:
    """«внучка |Марина|»: a given name."""
    return any(r.kind == "given" and r.cost < SURE for r in person_readings(words.lower[i]))


def _hangs_on_oblique(words: Words, name: Found) -> bool:
    """«со ссылкой на тренера из порта |О. П. Зуева|»: behind initials nothing else shows that he is no woman in the nominative.

    Above him stands a man's noun in an oblique case, and no verb but over that noun.
    """
    if words.form[name.start + 1 : name.start + 2] != ["."]:
        return False
    node = head_of(words, name)
    for _ in range(_STEPS):
        if words.dep[node] not in _UPWARD or words.head[node] >= node:
            return False
        node = words.head[node]
        if _is_post(words, node) and words.feat(node, "Gender") == "Masc":
            return words.feat(node, "Case") in ("Gen", "Acc", "Dat", "Ins")
    return False


def _is_done_to(words: Words, name: Found) -> bool:
    """«|Орехова| задержали», «|Орехова| выдвинула партия»: one alone is no subject of what several do.

    Nor is an object beside a subject: the tagger takes the man's accusative for a woman's nominative.
    """
    head = head_of(words, name)
    verb = words.head[head]
    if words.feat(verb, "VerbForm") != "Fin" or any(words.dep[i] == "conj" for i in words.children[head]):
        return False
    many = words.feat(verb, "Number") == "Plur"
    if words.dep[head] in ("nsubj", "nsubj:pass"):
        return many and words.feat(head, "Number") == "Sing"
    if words.dep[head] != "obj":
        return False
    return many or any(words.dep[i] in ("nsubj", "nsubj:pass") for i in words.children[verb])


def _lacks_preposition(words: Words, name: Found) -> bool:
    """Whether no preposition stands that takes the prepositional case.

    «Судью |Даниэле Гарреццо| отстранили»: nothing like «о», so this is no «Даниэл».
    """
    node = head_of(words, name)
    if name.start and words.lower[name.start - 1] in _WITH_LOCATIVE:
        return False
    for _ in range(_STEPS):
        if any(words.lower[i] in _WITH_LOCATIVE for i in words.children[node]):
            return False
        if words.dep[node] not in _UPWARD:
            break
        node = words.head[node]
    return True
