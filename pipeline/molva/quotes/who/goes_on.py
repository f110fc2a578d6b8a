"""«Он добавил», «по его словам»: who has just spoken goes on, and nobody else has come up since."""

from dataclasses import dataclass

from molva.quotes.draft import Draft
from molva.quotes.kinds import INFORMANTS
from molva.quotes.lexicon import word_list
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
        cited = before.via is not None and self._is_informant(before.source_head or 0)
        first = words.sentence(head)[0] == head  # «… со ссылкой на источник. Он отметил»
        adds = adds or cited and (first or draft.rule in ("inserted", "tail"))  # «…, отметил он»
        if not adds and draft.rule != "marker":
            return None
        start = max(before.end, *before.source or (0,), *before.cue or (0,))
        near = start <= head and words.sent[min(draft.start, head)] - words.sent[start - 1] <= NEAR
        since = (link for link in self.cast.chains.within(start, head) if not draft.covers(link.head))
        another = any(self._comes_up(link, chain) for link in since)
        cited = before.via is not None or draft.rule == "marker"
        return chain if near and not another and self._may_go_on(chain, before, gender, cited=cited) else None

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

    def _may_go_on(self, chain: Chain, before: Draft, gender: str, *, cited: bool) -> bool:
        """Whether «он» or «она» may be who has spoken: a person, or the one informant whom a medium cites.

        And whose words come next: «Источник в порту назвал цену. Причал, по его словам, продадут», though the informant
        be known: «…, сообщили в порту. «…», — сказал собеседник «Бакена». По его словам, …».
        """
        if chain.kind == "person":
            return chain.gender in ("", gender)
        head = before.source_head
        if chain.kind not in ("group", "org") or not cited or head is None:
            return False
        return self._is_informant(head) and self.words.feat(head, "Gender") == gender

    def _is_informant(self, head: int) -> bool:
        """«источник», «собеседник «Бакена»»: one of those whose name is kept back."""
        return self.words.lemma[head] in INFORMANTS and self.words.feat(head, "Number") != "Plur"

    def _comes_up(self, link: Link, speaker: Chain) -> bool:
        """Whether a mention brings up another who acts: by name, or by a verb of people («рядом стояли жена и брат» does not)."""
        if link.label not in ("PER", "ROLE") or link.chain is speaker or not is_subject(self.words, link):
            return False
        return link.label == "PER" or acts(self.words, self.words.head[link.head])
