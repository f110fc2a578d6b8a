"""What a cue's own words say: who is its source, and which medium passes it on."""

from dataclasses import dataclass

from molva.quotes.conjunctions import JOINING
from molva.quotes.cues import GERUND, PASSIVE, Cue, granted_to
from molva.quotes.draft import Draft, Stretch
from molva.quotes.ends.between_commas import behind_day
from molva.quotes.ends.clauses import clause_around
from molva.quotes.lexicon import word_list
from molva.quotes.scene import Scene
from molva.quotes.sources.at_last import at_last, named_behind
from molva.quotes.sources.at_verb import relative_place, subject
from molva.quotes.sources.behind_hearer import behind_hearer, heard_first
from molva.quotes.sources.cited_first import cited_first
from molva.quotes.sources.phrase_words import preposition_of
from molva.quotes.sources.phrases import Source, phrase
from molva.quotes.sources.places import place
from molva.quotes.sources.places_apart import far_place, whither
from molva.quotes.sources.places_of_many import instead_of_told, place_of_many, site_start
from molva.quotes.sources.relayed import hands_on, relayed, whose_words
from molva.quotes.sources.several import can_report, places_of_several
from molva.quotes.sources.sharing import gerund_subject, shared_subject
from molva.quotes.sources.subjects import over_adjectives
from molva.quotes.sources.told_only import tells_before, told_behind, told_only
from molva.quotes.verbs import polarity_of

VOICED = frozenset({"высказываться", "выражаться"})  # «рыбаками |высказывались| опасения»


@dataclass(frozen=True, slots=True)
class Author:
    """What the author's words say: the cue, its verb, the source, and the medium of a relay."""

    cue: Stretch | None
    verb: int | None
    source: Source | None
    via: Stretch | None = None
    sourceless: bool = False

    def fill(self, draft: Draft, scene: Scene) -> Draft:
        """Writes cue, source and medium into a draft."""
        draft.cue, draft.verb, draft.via = self.cue, self.verb, self.via
        if self.source:
            draft.source, draft.source_head = self.source.span, self.source.head
        draft.sourceless = self.sourceless
        if self.verb is not None:
            draft.polarity = polarity_of(scene, self.verb)
            disagrees = draft.polarity == "negated" and scene.cues[self.verb].classes == {"think"}
            own_words = draft.type == "direct" or draft.rule == "colon-clause"
            if own_words and (draft.polarity == "denied" or disagrees):
                draft.polarity = (
                    "asserted"  # «Сделки нет», — опроверг он слухи; мэр не согласен: «Сделка была»
                )
        return draft


def author_of_cue(scene: Scene, cue: Cue, start: int, end: int) -> Author:
    """The source and medium of one cue inside the author's words ``start``..``end``."""
    if (cue.has("relay") or hands_on(scene, cue)) and (cited := relayed(scene, cue, start, end)):
        return Author(cue.span, cue.head, cited[0], via=cited[1])
    if cue.has("state") and not cue.has("say") and scene.words.lemma[cue.head] != "гласить":
        who = whose_words(scene, cue, start, end) or place(scene, cue.head, start, end)
        who = who or _where(scene, cue, start)
        who = who or (_finding(scene, cue, start, end) if cue.has("find") else _agent(scene, cue, start, end))
        return Author(cue.span, cue.head, who, sourceless=True)
    if cue.form == GERUND:
        return Author(cue.span, cue.head, gerund_subject(scene, cue.head))
    if scene.words.lemma[cue.head] in VOICED and (agent := _agent(scene, cue, start, end)) is not None:
        return Author(cue.span, cue.head, agent, sourceless=True)
    if cue.form == PASSIVE:
        rated = cue.has("rate") and not cue.has("say")  # «трое из них были обвинены в «измене»»
        where = None if rated else _where(scene, cue, start) or place(scene, cue.head, start, end)
        who = where or _agent(scene, cue, start, end)
        return Author(cue.span, cue.head, who, sourceless=True)
    return _author_of_verb(scene, cue, start, end)


def _author_of_verb(scene: Scene, cue: Cue, start: int, end: int) -> Author:
    """The same of an active verb: its subject, else the place or the body that it is said in."""
    verb = _of_the_deed(scene, cue)
    if (granted := granted_to(scene.words, verb)) is not None:
        return Author(cue.span, cue.head, phrase(scene, granted, start, end, stop=verb))
    if cue.has("say", "relay") and (cited := cited_first(scene, verb, end)) is not None:
        return Author(cue.span, cue.head, cited[0], via=cited[1])
    left, right = clause_around(scene, cue.head, start, end)
    several = places_of_several(scene, verb, left, right) if cue.has("say", "think", "rate") else None
    if several is not None:
        first = several[0] + (several[0] in scene.opens)
        return Author(cue.span, cue.head, Source(several, over_adjectives(scene.words, first, several[1])))
    who = subject(scene, verb, left, right, widest=start)
    if who is not None and _is_message(scene, cue, who, verb):
        return Author(cue.span, cue.head, place(scene, cue.head, start, end), sourceless=True)
    if who is None and cue.has("state"):
        who = _where(scene, cue, start)
    if who is not None:
        another = _instead_of_subject(scene, cue, who, verb, start, right)
        if another is not None:
            return another
        who = _before_hearer(scene, who, verb, left)
    who = who or at_last(scene, cue, right)
    who = who or place_of_many(scene, verb, left, _over_date(scene, right, end))
    who = who or far_place(scene, cue.head, start) or relative_place(scene, verb, start)
    who = who or whither(scene, verb, start)
    who = who or named_behind(scene, cue, end) or _of_the_verb_before(scene, cue, end)
    return Author(cue.span, cue.head, who)


def _is_message(scene: Scene, cue: Cue, who: Source, verb: int) -> bool:
    """«Из правительства поступили |заявления|», «на сайте появилась |информация|»: what has come, and does not speak.

    But «данные порта свидетельствуют, что …», «заявление порта гласит, что …» tell it themselves.
    """
    message = scene.words.lemma[who.head] in word_list("messages")
    return message and not cue.has("find") and scene.words.lemma[verb] != "гласить"


def _instead_of_subject(
    scene: Scene, cue: Cue, who: Source, verb: int, start: int, right: int
) -> Author | None:
    """«Зуев рассказал «Бакену»», «в Кремле назвали сообщения «Бакена» «вбросом»»: who speaks where the subject only hears, or is told of.

    A medium before «назвали» is told of, and passes nothing on.
    """
    says = cue.has("say")
    if says and (heard := heard_first(scene, who, verb, right)):
        return Author(cue.span, cue.head, heard[0], via=heard[1])
    if where := instead_of_told(scene, who, verb, start, right):
        return Author(cue.span, cue.head, where, via=(site_start(scene, who), who.span[1]) if says else None)
    if says and (behind := behind_hearer(scene, who, verb, right)):
        return Author(cue.span, cue.head, behind[0], via=behind[1])
    return None


def _before_hearer(scene: Scene, who: Source, verb: int, left: int) -> Source | None:
    """«Два рыбака заявили |РБК|», «Об этом Лукина рассказала |РБК|»: who tells stands before the verb; any other source as it is."""
    if told_only(scene, who.span, verb):
        return subject(scene, verb, left, verb)
    if told_behind(scene, who.span, verb):
        before = subject(scene, verb, left, verb)
        return before if before is not None and tells_before(scene, before, verb) else who
    return who


def _over_date(scene: Scene, comma: int, end: int) -> int:
    """«пояснили во вторник, 5 мая, |в мэрии|»: the end of the author's words where a clause has ended at a date."""
    dated = comma < end and scene.words.form[comma] == "," and behind_day(scene, comma, end) is not None
    return end if dated else comma


def _of_the_verb_before(scene: Scene, cue: Cue, end: int) -> Source | None:
    """«Орехов, который ушёл, отказался от беседы, но сказал: …»: the subject of the verb it is joined to."""
    words = scene.words
    joined = words.dep[cue.head] == "conj" or scene.lower(cue.head - 1) in JOINING
    return shared_subject(scene, cue.head) if joined and words.form[end : end + 1] == [":"] else None


def _of_the_deed(scene: Scene, cue: Cue) -> int:
    """«успели назвать кабинет «шуткой»»: of an infinitive that has come about the verb above shows who."""
    words, head = scene.words, cue.head
    return words.head[head] if words.feat(head, "VerbForm") == "Inf" else head


def _where(scene: Scene, cue: Cue, start: int) -> Source | None:
    """«характеристика, где говорится, что …», «письмо, в котором сказано …»: the noun before the comma."""
    words = scene.words
    for i in range(cue.head - 1, max(start, cue.head - 4), -1):
        if words.lower[i] == "где" or words.lemma[i] == "который" and words.pos[i - 1] == "ADP":
            comma = i - 1 if words.lower[i] == "где" else i - 2
            if words.lower[comma] == "и":
                comma = _first_relative(scene, comma, start)
            nouns = [k for k in range(comma - 1, max(start, comma - 8) - 1, -1) if words.pos[k] == "NOUN"]
            document = next((k for k in nouns if words.lemma[k] in word_list("documents")), None)
            if words.form[comma] == "," and document is not None:
                return phrase(scene, document, start, comma)
    return None


def _first_relative(scene: Scene, joined: int, start: int) -> int:
    """«письмо, |которое| передала дочь и в котором сказано»: the comma before the first of two relative clauses."""
    lemma = scene.words.lemma
    first = next((k for k in range(joined - 1, start, -1) if lemma[k] == "который"), joined)
    return next((k for k in (first - 1, first - 2) if scene.words.form[k] == ","), joined)


def _agent(scene: Scene, cue: Cue, start: int, end: int) -> Source | None:
    """«было объявлено |судом|», «|шейхом| было сказано», «|рыбаками| отмечалось»: the agent of a passive in the instrumental.

    Before the verb it is one, whatever the tree calls it, unless the verb tells what somebody is taken for.
    """
    words = scene.words
    for child in words.children[cue.head]:
        agent = words.dep[child] in {"obl", "obl:agent", "nsubj"}
        before = words.dep[child] in {"iobj", "xcomp"} and child < cue.head and not cue.has("rate")
        before = before or words.dep[child] == "xcomp" and child == cue.head + 1 and _called_at(scene, end)
        if (
            words.feat(child, "Case") == "Ins"
            and (agent or before)
            and start <= child < end
            and not preposition_of(scene, child)
            and (
                words.ent[child] or words.feat(child, "Animacy") == "Anim" or can_report(scene, child, "Ins")
            )
        ):
            return phrase(scene, child, start, end, stop=cue.head)
    return None


def _called_at(scene: Scene, i: int) -> bool:
    """«был назван мэром |«врагом»|»: marks that hold what somebody is called."""
    return i in scene.opens and scene.words.feat(i + 1, "Case") == "Ins"


def _finding(scene: Scene, cue: Cue, start: int, end: int) -> Source | None:
    """«|Проверкой| установлено, что …»: by what it has been found."""
    words = scene.words
    agents = (
        c
        for c in words.children[cue.head]
        if start <= c < end and words.feat(c, "Case") == "Ins" and words.lemma[c] in word_list("finders")
    )
    agent = next((c for c in agents if not any(words.dep[k] == "case" for k in words.children[c])), None)
    return phrase(scene, agent, start, end, stop=cue.head) if agent is not None else None
