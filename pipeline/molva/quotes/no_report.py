"""Verbs that report elsewhere and report nothing here: «отвечает |за порт|», «призвали |в армию|», «|истцом| выступил порт»."""

from collections.abc import Callable

from molva.quotes.lexicon import word_list
from molva.words import Words

# «отвечает |требованиям|»: what something measures up to
STANDARDS = frozenset(
    "требование критерий стандарт норма условие правило интерес цель задача потребность запрос ожидание дух вызов".split()
)
MEASURES = 4  # words from the verb to such a noun
CAPACITY = 6  # words from the verb to «в качестве»
SERVICE = frozenset("служба армия флот фронт сборы сбор войско ополчение".split())


def reports_nothing(words: Words, i: int) -> bool:
    """Whether a verb of the lexicon does something else than report, by what stands with it."""
    return any(does(words, i) for does in DEEDS.get(words.lemma[i], ()))


def is_somebody(words: Words, i: int) -> bool:
    """A pronoun or a noun for a person."""
    return i < len(words) and (words.pos[i] == "PRON" or words.feat(i, "Animacy") == "Anim")


def _turns_on(words: Words, i: int) -> bool:
    """«жестоко обращался |с ней|», but «обращался с просьбой»."""
    return "с" in words.lower[i + 1 : i + 2] and is_somebody(words, i + 2)


def _answers_for(words: Words, i: int) -> bool:
    """«отвечает |за «подъём моста»|»."""
    return words.lower[i + 1 : i + 2] == ["за"]


def _meets(words: Words, i: int) -> bool:
    """«отвечает |двум требованиям|», «не отвечал |нашим интересам|»: what something measures up to stands right behind."""
    near = range(i + 1, min(i + 1 + MEASURES, len(words)))
    noun = next((k for k in near if words.pos[k] in {"NOUN", "PUNCT"}), None)
    return noun is not None and words.lemma[noun] in STANDARDS and words.feat(noun, "Case") == "Dat"


def _is_accused(words: Words, i: int) -> bool:
    """«обвиняется |в краже|», but «обвиняется в том, что …»."""
    return words.lower[i + 1 : i + 5] != ["в", "том", ",", "что"]


def _infinitive_near(words: Words, i: int) -> bool:
    """«следует |помнить|: …»: what ought to be done; «продолжает |расширять| сеть: …»: an infinitive right behind, or one word farther."""
    return "Inf" in [words.feat(k, "VerbForm") for k in range(i + 1, min(i + 3, len(words)))]


def _to_serve(words: Words, i: int) -> bool:
    """«призвали |в армию|», «|на военную службу| призвали»: who is called up is urged to nothing."""
    served = (c for c in words.children[i] if words.lemma[c] in SERVICE and words.feat(c, "Case") == "Acc")
    return any(words.lower[k] in {"в", "на"} for c in served for k in range(c - 2, c) if k >= 0)


def _is_cast(words: Words, i: int) -> bool:
    """«|истцом| выступил «Союз портов»», «выступают |ответчиками| по делу»: the part that somebody takes, and nothing said."""
    parts = (
        c for c in words.children[i] if words.feat(c, "Case") == "Ins" and words.feat(c, "Animacy") == "Anim"
    )
    return any(
        words.pos[c] == "NOUN" and all(words.dep[k] != "case" for k in words.children[c]) for c in parts
    )


def _in_capacity(words: Words, i: int) -> bool:
    """«школьники выступали под белым флагом |в качестве «новой команды»|»: as what somebody appears, and nothing said."""
    behind = words.lower[i + 1 : i + 1 + CAPACITY]
    part = behind[: behind.index(",")] if "," in behind else behind
    return any(part[k : k + 2] == ["в", "качестве"] for k in range(len(part)))


def _by_the_way(words: Words, i: int) -> bool:
    """«|Вообще| говоря, смысл в том, что …», «говоря |коротко|, …»: an adverb beside the gerund; in «|тихо| говоря, что …» it tells."""
    near = [k for k in (i - 1, i + 1) if 0 <= k < len(words)]
    adverbs = [k for k in near if words.pos[k] == "ADV" or words.feat(k, "Degree") == "Cmp"]
    if words.feat(i, "VerbForm") != "Conv" or not adverbs:
        return False
    behind = max(i, *adverbs) + 1
    return words.lower[behind : behind + 2] != [",", "что"]


def _is_moved(words: Words, i: int) -> bool:
    """«выводы мотивированы |желанием «насолить»|»: what moves somebody, and nobody tells it."""
    return words.feat(i, "Variant") == "Short"


def _occurs(words: Words, i: int) -> bool:
    """«в крае отмечаются |«раздор и уныние»|»: what there is of it somewhere; but «в докладе отмечаются |недостатки|»."""
    if words.feat(i, "Number") != "Plur":
        return False
    marked = words.form[i + 1 : i + 2] in (["«"], ['"'])
    if not marked and not any(words.feat(s, "Case") == "Nom" for s in words.subjects(i)):
        return False
    voices = word_list("documents", "bodies", "channels") - {"общество"}
    return all(words.lemma[c] not in voices and words.ent[c] != "ORG" for c in words.children[i])


# by the lemma of the verb
DEEDS: dict[str, tuple[Callable[[Words, int], bool], ...]] = {
    "обращаться": (_turns_on,),
    "отвечать": (_answers_for, _meets),
    "ответить": (_answers_for,),
    "обвиняться": (_is_accused,),
    "говорить": (_by_the_way,),
    "следовать": (_infinitive_near,),
    "продолжать": (_infinitive_near,),
    "продолжить": (_infinitive_near,),
    "призвать": (_to_serve,),
    "призывать": (_to_serve,),
    "мотивировать": (_is_moved,),
    "отмечаться": (_occurs,),
    "выступать": (_is_cast, _in_capacity),
    "выступить": (_is_cast, _in_capacity),
}
