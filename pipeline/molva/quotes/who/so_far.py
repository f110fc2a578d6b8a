"""What a quote is read after and in: the quote before it, its speaker, and who tells the quote around it.

«Зуев заявил, что мост закрыт. |Он добавил|, что …» goes on about the quote before.
"""

from dataclasses import dataclass

from molva.quotes.draft import Draft
from molva.quotes.scene import Scene
from molva.speakers.chains import Chain

ADDING = frozenset({"добавить", "добавлять"})
GOES_ON = 2  # sentences from what a body has said to what is added «там»


@dataclass(slots=True)
class SoFar:
    """Remembers the quotes read, in text order."""

    scene: Scene
    told: tuple[Draft, Chain] | None = None  # the quote before that stands in no other, and its speaker
    last: tuple[Draft, Chain] | None = None  # the quote before, and its speaker
    around: Chain | None = None  # the speaker of the quote around the one that is read
    teller: Chain | None = None  # the same, where it is not he who speaks in it
    _adviser: Chain | None = None  # «Отвечает: Вера Зуева»: whose a later «Ответ: …» is

    def enter(self, teller: Chain | None, *, of_another: bool) -> None:
        """«Дудко звонил. Он сказал, что …», — рассказал |сторож|: a quote begins in the words of somebody, or in nobody's."""
        self.around, self.teller = teller, teller if of_another else None

    def take(self, draft: Draft, speaker: Chain) -> None:
        """«Мост закрыт», — сказал |Зуев|: a quote has got its speaker."""
        self.last = draft, speaker
        self.told = (draft, speaker) if self.around is None else self.told
        if draft.rule == "letter" and draft.verb is not None:
            self._adviser = speaker if self.scene.words.lemma[draft.verb] == "отвечать" else self._adviser

    @property
    def before(self) -> Draft | None:
        """The quote before, which has a speaker."""
        return self.last[0] if self.last is not None else None

    def same_source(self, draft: Draft) -> Chain | None:
        """«|Мэр| назвал решение Зуева «ошибкой», но отметил, что порт открыт»: the very words that have told of somebody mean him again."""
        if self.last is None or draft.source is None or self.last[0].source != draft.source:
            return None
        return self.last[1]

    def adviser(self, draft: Draft) -> Chain | None:
        """«Отвечает: Вера Зуева⏎Пить можно.⏎Вопрос: А детям?⏎Ответ: Нельзя.»: one and the same answers."""
        words, (first, end) = self.scene.words, self.scene.paragraph(draft.start)
        label = next((i for i in range(first, end) if words.form[i][0].isalnum()), first)
        return self._adviser if label < draft.start and words.lemma[label] == "ответ" else None

    def just_above(self, draft: Draft) -> Chain | None:
        """«Зуев рассказал, что воды нет.⏎|— Слесарь не пришёл.|»: speech without an author is of whom the sentence above it has told last.

        Whoever asks is another, and so may be who answers speech.
        """
        if self.told is None:
            return None
        before, chain = self.told
        words, line = self.scene.words, self.scene.words.par[draft.start]
        if not line or words.form[words.paragraphs[line][1] - 1].startswith("?"):
            return None
        start, end = words.paragraphs[line - 1]
        last = max(before.end, *before.source or (0,), *before.cue or (0,)) - 1
        told_there = self.scene.sentence(end - 1)[0] <= last < end
        return chain if told_there and not self.scene.is_dash(start) else None

    def body_goes_on(self, draft: Draft) -> Chain | None:
        """«Мост закроют, сообщили в мэрии. Ремонт ведёт «Створ». |Там добавили|, что …»: who adds something has spoken before."""
        words, last = self.scene.words, self.told
        adds = draft.verb is not None and words.lemma[draft.verb] in ADDING
        if not adds or last is None or last[1].kind != "org" or last[0].cue is None:
            return None
        before = last[0].cue[0]
        near = words.sent[draft.start] - words.sent[before] <= GOES_ON
        return last[1] if near and words.par[draft.start] == words.par[before] else None

    def cited_before(self, draft: Draft) -> Chain | None:
        """«…, сообщает «Бакен» со ссылкой на мэрию. |Там| добавили»: the body that a medium has just cited."""
        if self.told is None:
            return None
        before, chain = self.told
        sent, here = self.scene.words.sent, draft.source_head or draft.start
        last = max(before.end, *before.source or (0,)) - 1
        near = sent[here] - sent[last] == 1 and here - self.scene.sentence(here)[0] <= 1
        return chain if near and before.via is not None and chain.kind == "org" else None
