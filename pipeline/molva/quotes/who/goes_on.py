"""«Он добавил», «по его словам»: who has just spoken goes on, and nobody else has come up since."""

from dataclasses import dataclass

from molva.quotes.draft import Draft
from molva.quotes.kinds import INFORMANTS
from molva.quotes.lexicon import word_list
from molva.quotes.speech_nouns import FIGURES
from molva.quotes.who.cast import Cast
from molva.quotes.who.floor import NEAR
from molva.speakers.chains import Chain, Link
from molva.speakers.pronouns import acts
from molva.speakers.resolve import is_subject
from molva.words import Words

BESIDES = (
    ["при", "этом"],
    ["вместе", "с", "тем"],
    ["кроме", "того"],
    ["помимо", "этого"],
    ["в", "то", "же", "время"],
)
# what somebody answers, or speaks of
WORDS_OF = frozenset(
    {"слово", "заявление", "высказывание", "утверждение", "обещание", "призыв", "реплика", "сообщение"}
)
# what a body has rather than a man
AT_ANOTHER_TIME = frozenset({"ранее", "раньше", "позже", "позднее", "затем", "потом", "также"})


@dataclass(frozen=True, slots=True)
class GoesOn:
    """Leads a pronoun back to the last speaker without a choice."""

    words: Words
    cast: Cast

    def same(self, draft: Draft, before: Draft, chain: Chain, gender: str) -> Chain | None:
        """«Представитель Гурова объяснил, что мэр болен. Визит отложен, добавил он»: who adds has just spoken.

        So has whose words come next, «по его словам». ``before`` is the quote of ``chain`` before this one;
        nobody may have come up since. «Сообщает «Бакен» со ссылкой на источник. По его словам, …» means the source.
        """
        words, verb, head = self.words, draft.verb, draft.source_head
        assert head is not None
        adds = verb is not None and (
            words.lemma[verb] in word_list("adding") or self._at_another_time(head) or self._the_same(head)
        )
        if self._is_retold(before):
            return None
        if self._has_gathered(draft, before, chain, gender):
            return chain
        informed = self._is_informant(before.source_head or 0)
        adds = adds or informed and words.sentence(head)[0] == head  # «… со ссылкой на источник. Он отметил»
        reporter = words.lemma[before.source_head or 0] in word_list("reporters")
        adds = adds or (informed or not chain.named) and not reporter and self._follows(draft, before)
        if not adds and draft.rule != "marker":
            return None
        return chain if self._nobody_since(draft, before, chain, gender, head) else None

    def unsaid(self, draft: Draft, before: Draft, chain: Chain, gender: str) -> Chain | None:
        """««Сын не виноват», — говорит мать Егора. Женщина плачет. |Добавляет|, что …»: who adds without a subject has just spoken."""
        words, verb = self.words, draft.verb
        assert verb is not None
        if words.lemma[verb] not in word_list("adding") or self._is_retold(before):
            return None
        return chain if self._nobody_since(draft, before, chain, gender or chain.gender, verb) else None

    def _nobody_since(self, draft: Draft, before: Draft, chain: Chain, gender: str, at: int) -> bool:
        """Whether the quote before is near, its speaker may go on, and no other has come up up to a word."""
        words = self.words
        start = max(before.end, *before.source or (0,), *before.cue or (0,))
        near = start <= at and words.sent[min(draft.start, at)] - words.sent[start - 1] <= NEAR
        since = (link for link in self.cast.chains.within(start, at) if not draft.covers(link.head))
        another = any(self._comes_up(link, chain) for link in since)
        return near and not another and self._may_go_on(chain, before, gender)

    def _has_gathered(self, draft: Draft, before: Draft, chain: Chain, gender: str) -> bool:
        """«Мэр молчал. |Агентство «Бакен»| пишет, что порт цел. По его данным, …»: a body has data, of which nobody was told since.

        «Зуев уехал, пишет агентство. По |его| данным, …» may mean the man of whom it writes.
        """
        words, noun = self.words, before.source_head
        if chain.kind != "org" or draft.rule != "marker" or noun is None or draft.cue is None:
            return False
        gathered = FIGURES.intersection(words.lemma[slice(*draft.cue)])
        agrees = chain.number != "Plur" and words.feat(noun, "Gender") in (
            "",
            gender,
            *self._as_neuter(gender),
        )
        next_one = words.sent[draft.start] - words.sent[max(before.start, noun)] == 1
        told = (*before.parts, (before.end, min(draft.start, draft.cue[0])))
        people = (
            link
            for part in told
            for link in self.cast.chains.within(*part)
            if link.kind == "person" and link.number != "Plur" and not before.in_source(link.head)
        )
        return bool(gathered) and agrees and next_one and next(people, None) is None

    def _as_neuter(self, gender: str) -> tuple[str, ...]:
        """«его» is of the neuter too."""
        return ("Neut",) if gender == "Masc" else ()

    def _follows(self, draft: Draft, before: Draft) -> bool:
        """«Причал закрыт, сообщил чиновник. Баржи увели, |отметил он|»: at once upon his own words, of which he is told last."""
        ends = before.end <= (before.source or (0,))[0]
        stands = draft.source_head is not None and draft.source_head > draft.start
        return ends and stands and self.words.sent[draft.start] - self.words.sent[before.end] <= 1

    def many(self, draft: Draft, before: Draft, chain: Chain) -> Chain | None:
        """«Причал закрыт, сообщили в мэрии. «Надолго», — |добавили изданию|»: a plural without a subject is those of the body.

        Of whom they told at once before, and also in the plural: «Также |уточнили|, что …».
        """
        words, verb, first = self.words, draft.verb, before.verb
        place = before.source_head
        if verb is None or first is None or chain.kind != "org" or words.feat(first, "Number") != "Plur":
            return None
        if place is not None and words.feat(place, "Case") not in {"Loc", ""}:
            return None
        closes = draft.rule in {"tail", "inserted"} or words.lemma[verb] in word_list("adding")
        if words.feat(verb, "Tense") != "Past" or not closes or self._to_somebody(verb):
            return None
        next_one = words.sent[min(draft.start, verb)] - words.sent[max(before.end, first)] == 1
        another = draft.start < verb and any(
            link.chain is not chain and link.label in ("PER", "ROLE") and is_subject(words, link)
            for link in self.cast.chains.within(words.sentence(verb)[0], draft.start)
        )
        return chain if next_one and words.par[verb] == words.par[first] and not another else None

    def _to_somebody(self, verb: int) -> bool:
        """«|Мэру| ответили», «|его| спросили»: whom they told, unless he writes it down («уточнили |нам|»)."""
        words = self.words
        return any(
            words.feat(c, "Case") in {"Dat", "Acc"}
            and words.lower[c] != "нам"
            and (words.pos[c] == "PRON" or words.ent[c] == "PER" or words.feat(c, "Animacy") == "Anim")
            and words.lemma[c] not in word_list("reporters")
            for c in words.children[verb]
        )

    def _is_retold(self, before: Draft) -> bool:
        """«Мэр ответил на слова Зуева, |который заявил, что …|. По его словам, …»: who answers goes on, not who is answered."""
        words, verb = self.words, before.verb
        noun = words.head[verb] if verb is not None and words.dep[verb].startswith("acl") else -1
        while noun >= 0 and words.dep[noun] in ("appos", "flat:name", "flat") and words.head[noun] < noun:
            noun = words.head[noun]
        said = words.head[noun] if noun >= 0 and words.dep[noun] == "nmod" else -1
        return (
            said >= 0
            and words.lemma[said] in WORDS_OF
            and words.lower[max(said - 1, 0)] not in ("по", "с", "со")
        )

    def _at_another_time(self, head: int) -> bool:
        """«Зуев заявил, что ждёт мэра. Ранее он говорил, что …»: who has just spoken had spoken before, or has since.

        Or says more: «|При этом| он не исключил, что …».
        """
        words, start = self.words, self.words.sentence(head)[0]
        if words.lower[start:head] in BESIDES:
            return True
        return start < head <= start + 2 and words.lower[start] in AT_ANOTHER_TIME

    def _the_same(self, head: int) -> bool:
        """«Зуев спорит с мэром. |Он же| напоминает, что …»: nobody but who has just spoken."""
        return self.words.lower[head + 1 : head + 2] == ["же"]

    def _may_go_on(self, chain: Chain, before: Draft, gender: str) -> bool:
        """Whether «он» or «она» may be who has spoken: a person, or one informant, whatever body he tells for.

        And whose words come next: «Источник в порту назвал цену. Причал, по его словам, продадут», though the informant
        be known: «…, сообщили в порту. «…», — сказал собеседник «Бакена». По его словам, …».
        """
        if chain.kind == "person":
            return chain.gender in ("", gender)
        head = before.source_head
        return head is not None and self._is_informant(head) and self.words.feat(head, "Gender") == gender

    def _is_informant(self, head: int) -> bool:
        """«источник», «собеседник «Бакена»», «|один| из них»: one of those whose name is kept back."""
        words = self.words
        of_many = words.lemma[head] == "один" and words.lower[head + 1 : head + 2] == ["из"]
        return (of_many or words.lemma[head] in INFORMANTS) and words.feat(head, "Number") != "Plur"

    def _comes_up(self, link: Link, speaker: Chain) -> bool:
        """Whether a mention brings up another who acts: by name, or by a verb of people («рядом стояли жена и брат» does not)."""
        if link.label not in ("PER", "ROLE") or link.chain is speaker or not is_subject(self.words, link):
            return False
        return link.label == "PER" or acts(self.words, self.words.head[link.head])
