"""Who tells something in the paragraph above lines of speech that nobody is named at."""

from molva.quotes.conjunctions import COMPLEMENTISERS
from molva.quotes.direct.labels import label_of
from molva.quotes.direct.topics import before_topic
from molva.quotes.lexicon import word_list
from molva.quotes.reported.questions import QUESTIONS
from molva.quotes.scene import DASHES, Scene
from molva.speakers.chains import Chain, Chains

TELLERS_CUES = ("say", "think", "rate", "gesture", "demand")


def teller_in(scene: Scene, chains: Chains, number: int, *, asked: bool = False) -> Chain | None:
    """«Об этом мне рассказала Вера Зуева.», «Вера Зуева — о порте», «Вера Зуева: «Я устала»»: the person of a paragraph who tells.

    Its last verb is a telling, or only what he tells of stands behind it: «объяснил, почему ушёл». Where he is ``asked``
    in the next line, he may have told all of it, «Глеб Зуев считает, что травма не опасна.», and go without a name:
    «Вратарь «Маяка» рассказал о дебюте.».
    """
    start, end = scene.words.paragraphs[number]
    if scene.words.form[start] in DASHES:
        return None
    found = _by_label(scene, chains, start, end, asked=asked) or _by_verb(
        scene, chains, start, end, asked=asked
    )
    told = found is not None and (found.named or asked and found.number == "Sing")
    return found if told and found is not None and found.kind == "person" else None


def _by_label(scene: Scene, chains: Chains, start: int, end: int, *, asked: bool) -> Chain | None:
    """«Мэр Вера Зуева — о порте», «Вера Зуева: «Я устала»»: a heading that names her and what she says, or what of.

    Whoever is ``asked`` below may have no name there: «Рулевой «Маяка» — о ничьей».
    """
    forms = scene.words.form[start:end]
    colon = start + forms.index(":") if ":" in forms else None
    who = label_of(scene, start, colon) if colon is not None else before_topic(scene, start, end)
    people = [link for link in chains.within(*who.span) if link.label == "PER"] if who is not None else []
    if not people and who is not None and asked:
        return chains.of(who.head)
    return people[0].chain if len(people) == 1 else None


def _by_verb(scene: Scene, chains: Chains, start: int, end: int, *, asked: bool) -> Chain | None:
    """«О матче рассказал Глеб Зуев.», «Глеб Зуев подвёл итоги матча.», «Глеб Зуев объяснил, почему ушёл.»."""
    words = scene.words
    verbs = (
        i
        for i in range(end - 1, start, -1)
        if scene.is_finite(i) and not _under(scene, i, start, asked=asked)
    )
    last = next(verbs, None)
    if last is None or not asked and not COMPLEMENTISERS.isdisjoint(words.lower[last:end]):
        return None
    cue = scene.cues.get(last)
    tells = cue is not None and cue.has(*TELLERS_CUES) or words.lemma[last] in word_list("reacting")
    subjects = [chains.of(i) for i in words.subjects(last)] if tells else []
    return subjects[0] if len(subjects) == 1 else None


def _under(scene: Scene, verb: int, start: int, *, asked: bool) -> bool:
    """«объяснил, почему |ушёл|»: a verb in a clause that a question word opens; or «что», where that may be."""
    words = scene.words
    comma = next((i for i in range(verb, start, -1) if words.form[i] == ","), start)
    opening = words.lower[comma + 1 : comma + 3]
    reported = asked and opening[:1] == ["что"]
    return comma > start and (reported or not QUESTIONS.isdisjoint(opening) and "что" not in opening)
