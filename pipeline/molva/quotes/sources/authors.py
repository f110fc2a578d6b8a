"""What a cue's own words say: who is its source, and which medium passes it on."""

from dataclasses import dataclass

from molva.quotes.cues import GERUND, PASSIVE, Cue, granted_to
from molva.quotes.draft import Draft, Stretch
from molva.quotes.ends.between_commas import behind_day
from molva.quotes.ends.clauses import clause_around
from molva.quotes.lexicon import word_list
from molva.quotes.media.hearers import unnamed
from molva.quotes.media.medium import (
    in_address,
    is_address,
    is_kind,
    is_listed,
    is_medium,
    known_before,
    name_at,
    shows_no_case,
)
from molva.quotes.scene import Scene
from molva.quotes.sources.at_last import at_last, named_behind
from molva.quotes.sources.at_verb import relative_place, subject
from molva.quotes.sources.behind_hearer import behind_hearer, heard_first
from molva.quotes.sources.cited_first import cited_first
from molva.quotes.sources.complements import complement
from molva.quotes.sources.phrase_words import preposition_of
from molva.quotes.sources.phrases import Source, phrase
from molva.quotes.sources.places import place
from molva.quotes.sources.places_apart import far_place
from molva.quotes.sources.places_of_many import instead_of_told, place_of_many
from molva.quotes.sources.several import places_of_several
from molva.quotes.sources.sharing import gerund_subject, shared_subject
from molva.quotes.sources.subjects import over_adjectives
from molva.quotes.sources.told_only import told_only
from molva.quotes.speech_nouns import PASSED_ON
from molva.quotes.verbs import polarity_of
from molva.speakers.pronouns import THEIRS

VOICED = frozenset({"высказываться", "выражаться"})  # «рыбаками |высказывались| опасения»
HANDING = frozenset({"передавать", "передать"})


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
            if draft.type == "direct" and (draft.polarity == "denied" or disagrees):
                draft.polarity = (
                    "asserted"  # «Сделки нет», — опроверг он слухи; мэр не согласен: «Сделка была»
                )
        return draft


def author_of_cue(scene: Scene, cue: Cue, start: int, end: int) -> Author:
    """The source and medium of one cue inside the author's words ``start``..``end``."""
    if (cue.has("relay") or _hands_on(scene, cue)) and (relayed := _relayed(scene, cue, start, end)):
        return relayed
    if cue.has("state") and not cue.has("say") and scene.words.lemma[cue.head] != "гласить":
        who = place(scene, cue.head, start, end) or _where(scene, cue, start)
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
    reported = who is not None and scene.words.lemma[who.head] in word_list("messages")
    if reported and not cue.has("find") and scene.words.lemma[verb] != "гласить":
        # «из правительства поступили заявления», «на сайте появилась информация»: where it came from;
        # but «данные порта свидетельствуют, что …», «заявление порта гласит, что …» tell it themselves
        return Author(cue.span, cue.head, place(scene, cue.head, start, end), sourceless=True)
    if cue.has("state") and who is None:
        who = _where(scene, cue, start)
    if who is not None and cue.has("say") and (behind := heard_first(scene, who, verb, right)):
        return Author(cue.span, cue.head, behind[0], via=behind[1])
    if who is not None and (where := instead_of_told(scene, who, verb, start, right)):
        told = cue.has("say")  # but «в Кремле назвали сообщения NYT и Die Zeit «вбросом»»
        return Author(cue.span, cue.head, where, via=who.span if told else None)
    if who is not None and cue.has("say") and (behind := behind_hearer(scene, who, verb, right)):
        return Author(cue.span, cue.head, behind[0], via=behind[1])
    if who is not None and told_only(scene, who.span, verb):
        who = subject(scene, verb, left, verb)  # «Два рыбака заявили |РБК|»
    who = who or at_last(scene, cue, right)
    who = who or place_of_many(scene, verb, left, _over_date(scene, right, end))
    who = who or far_place(scene, cue.head, start) or relative_place(scene, verb, start)
    who = who or named_behind(scene, cue, end) or _of_the_verb_before(scene, cue, end)
    return Author(cue.span, cue.head, who)


def _over_date(scene: Scene, comma: int, end: int) -> int:
    """«пояснили во вторник, 5 мая, |в мэрии|»: the end of the author's words where a clause has ended at a date."""
    dated = comma < end and scene.words.form[comma] == "," and behind_day(scene, comma, end) is not None
    return end if dated else comma


def _of_the_verb_before(scene: Scene, cue: Cue, end: int) -> Source | None:
    """«Орехов, который ушёл, отказался от беседы, но сказал: …»: the subject of the verb it is joined to."""
    words = scene.words
    joined = words.dep[cue.head] == "conj" or scene.lower(cue.head - 1) in {"и", "но", "а", "однако"}
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
        if (
            words.feat(child, "Case") == "Ins"
            and (agent or before)
            and start <= child < end
            and not preposition_of(scene, child)
            and (words.ent[child] or words.feat(child, "Animacy") == "Anim")
        ):
            return phrase(scene, child, start, end, stop=cue.head)
    return None


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


def _hands_on(scene: Scene, cue: Cue) -> bool:
    """«…, — передаёт её |слова| ТАСС»: whoever hands on words has not said them."""
    words = scene.words
    near = range(cue.head + 1, min(cue.head + 3, len(words)))
    return words.lemma[cue.head] in HANDING and any(words.lower[i] == "слова" for i in near)


def _relayed(scene: Scene, cue: Cue, start: int, end: int) -> Author | None:
    """«цитирует Орехова ТАСС», «приводит его слова РБК»: the accusative speaks, the nominative passes on."""
    words = scene.words
    near = range(max(cue.head - 3, start), min(cue.head + 8, end))
    noun = next((i for i in near if words.lemma[i] in PASSED_ON and i != cue.head), None)
    if noun is None:  # «эти |слова| Зуева, сказанные им накануне вылета, цитирует «Бакен»»
        far = (i for i in range(start + 1, near[0]) if words.lemma[i - 1] == "этот")
        noun = next((i for i in far if words.lower[i] == "слова"), None)
    if noun is None:
        quoted = _object(scene, cue.head, start, end)
    elif words.lower[noun - 1] in THEIRS and noun - 1 >= start:
        quoted = Source((noun - 1, noun), noun - 1)
    else:
        quoted = complement(scene, noun, end)
    if quoted is None:
        return None
    quoted = _without_medium(scene, quoted)
    medium = _medium_subject(scene, cue.head, quoted, start, end)
    span = cue.span
    if medium is None and noun is not None and is_medium(scene, *quoted.span):
        # «цитирует сообщение ТАСС»: it has been told whose
        return Author(span, cue.head, None, via=quoted.span)
    return Author(span, cue.head, quoted, via=_named_medium(scene, medium) if medium else None)


def _without_medium(scene: Scene, quoted: Source) -> Source:
    """«цитирует министра |ТАСС|», «приводит слова мэра |«Створ»|»: the medium behind a person's post is no part of it.

    A post has its body there: «цитирует главу |«Створа»|», and a name in the genitive is not the one that quotes.
    """
    words, (begin, end) = scene.words, quoted.span
    if words.ent[quoted.head] or words.feat(quoted.head, "Animacy") != "Anim":
        return quoted
    for i in range(quoted.head + 1, end):
        if words.pos[i - 1] != "ADP" and is_listed(scene, i, end) and _may_be_subject(scene, i, end):
            return Source((begin, i), quoted.head)
    return quoted


def _may_be_subject(scene: Scene, start: int, end: int) -> bool:
    """«ТАСС», «Reuters», ««Створ»»: the nominative, or no case at all."""
    words = scene.words
    kept = [i for i in range(start, end) if words.form[i].isalnum()]
    return shows_no_case(scene, start, end) or all(words.lower[i] == words.lemma[i] for i in kept)


def _named_medium(scene: Scene, medium: Source) -> Stretch | None:
    """The medium by its name: «приводит издание» leads back to the one named last; an office is none: «|пресс-служба| порта»."""
    if is_kind(scene, medium.head) and unnamed(scene, medium.head):
        return known_before(scene, medium.head)
    words, head = scene.words, medium.head
    address = is_address(words.form[head]) or head + 1 < len(words) and in_address(scene, head + 1)
    office = words.lemma[head] in word_list("bodies") - word_list("medium_nouns")
    common = (words.form[head].islower() and not words.ent[head] or office) and not address
    return None if common and not is_medium(scene, *medium.span) else medium.span


def _object(scene: Scene, verb: int, start: int, end: int) -> Source | None:
    """«цитирует |Орехова|», «цитирует ИА «Бакен» |Орехова|»: who is cited, right of the verb or left of it."""
    words = scene.words
    medium = name_at(scene, verb + 1, end) if verb + 1 < end else None
    over = (
        medium is not None and is_medium(scene, *medium) and words.ent[medium[1] : medium[1] + 1] == ["PER"]
    )
    first = medium[1] if medium is not None and over else verb + 1
    if first < end and is_kind(scene, first) and words.ent[first + 1 : first + 2] == ["PER"]:
        first += 1  # «цитирует |агентство| Орехова»
    for i in (*range(first, min(first + 6, end)), *range(verb - 1, max(start, verb - 6) - 1, -1)):
        if words.form[i] == ",":
            break
        if (
            words.ent[i] == "PER"
            or words.pos[i] in {"NOUN", "PROPN", "PRON"}
            and words.feat(i, "Case") in {"Acc", "Gen"}
            and words.feat(i, "Animacy") != "Inan"
        ):
            stop = next((k for k in range(i, end) if k in scene.opens), end)
            low, high = (first, stop) if i > verb else (start, verb)
            return phrase(scene, i, low, high, stop=verb)
    return None


def _medium_subject(scene: Scene, verb: int, quoted: Source, start: int, end: int) -> Source | None:
    """The medium that quotes: a name or a noun in the nominative beside the verb, outside of who is quoted."""
    words = scene.words

    for i in (*range(verb + 1, end), *range(verb - 1, start - 1, -1)):
        if quoted.span[0] <= i < quoted.span[1]:
            continue
        if words.form[i] in {",", "("}:
            break
        if (
            words.ent[i] == "ORG"
            or words.pos[i] in {"NOUN", "PROPN", "X"}
            and words.feat(i, "Case") in {"Nom", ""}
            or _looks_accusative(scene, i)
        ):
            if words.lower[i] in {"слова", "цитата"}:
                continue
            if is_address(words.form[i]):
                return Source((i, i + 1), i)
            if i - 1 in scene.opens:
                return Source((i - 1, scene.opens[i - 1] + 1), i)  # «цитирует Веру Лаптеву «Портовик»»
            return phrase(scene, i, quoted.span[1] if i >= quoted.span[1] else start, end, stop=verb)
    return None


def _looks_accusative(scene: Scene, i: int) -> bool:
    """«цитирует её |издание|», «цитирует Орехова |портал|»: a kind of medium whose nominative is like its accusative."""
    words = scene.words
    return is_kind(scene, i) and words.feat(i, "Case") == "Acc" and words.feat(i, "Gender") != "Fem"
