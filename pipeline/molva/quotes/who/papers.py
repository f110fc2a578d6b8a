"""Who stands behind a document: named in its phrase or beside it, or where the text brought it up.

A text rarely repeats whose paper it is: «Губернатор подписал указ. … В документе говорится, что …».
The noun leads back to the place where the paper came in, and there to who owns, signed or sent it.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice, takewhile

from molva.contract import NAME_LABELS
from molva.quotes.conjunctions import ABOUT
from molva.quotes.draft import Draft
from molva.quotes.lexicon import word_list
from molva.quotes.who.courts import OF_COURTS, court_before
from molva.quotes.who.issuers import Issuers, is_published
from molva.speakers.chains import Chains, Link
from molva.speakers.pronouns import BEHIND_A_PREPOSITION, possessives
from molva.tokens.marks import OPENING
from molva.words import Words

BACK = 8  # paragraphs looked back for the paper
NOUNS_BACK = (
    100  # nouns of such a paper looked at, the nearest first: one endless paragraph may have thousands
)
NEAR = 2  # sentences over which «в нём» goes on about a paper
COLON = 5  # words from a colon to the paper behind it
BRACKET = 6  # words of a bracket behind a paper's noun, and of what stands before its owner behind it
ANY_PAPER = frozenset({"документ", "бумага", "текст"})
JOINT = frozenset({"итоговый", "совместный", "заключительный"})
POLLS = frozenset({"опрос", "соцопрос", "экзитпол", "экзит-пол", "исследование", "анкетирование"})
"""Nouns for one and the same poll: «показало исследование центра «Мера». Согласно |опросу|, …»."""
POSTS = frozenset("пост публикация запись твит".split())
REFERRING = frozenset({"ссылка", "ссылаться", "сослаться"})
RECEIVING = frozenset("получить получать изучить изучать прочитать прочесть увидеть найти обнаружить".split())
REACTING = frozenset(
    "ответить отвечать отреагировать реагировать прокомментировать комментировать раскритиковать критиковать"
    " возмутиться опровергнуть опровергать".split()
)
SIGNING = ("подписа", "утверд")
REACH = 8  # words from a participle to its noun
GETTING = frozenset(
    "попасть попавший оказаться оказавшийся иметься имеющийся находиться поступить получить передать быть есть".split()
)
HANDING = frozenset("подать подавать".split())
DOING = 3  # sentences over which a paper goes on about the deed that it is
DRAFTS = frozenset({"законопроект", "проект", "поправка"})
FILING = "заявление"
DOINGS = {
    "поздравление": "поздравить",
    "обращение": "обратиться",
    "приветствие": "приветствовать",
    "извинение": "извиниться",
    "предупреждение": "предупредить",
    FILING: "обратиться",
}
"""Papers that are named by what somebody does with them, or that go to an office: «обратилась в полицию. В |заявлении| …»."""
_LETTERS = frozenset("письмо обращение петиция жалоба".split())
_PLEAS = frozenset("заявление жалоба обращение ходатайство".split())
FILED = {
    "автор": _LETTERS,
    "истец": frozenset({"иск"}),
    "истица": frozenset({"иск"}),
    "заявитель": _PLEAS,
    "заявительница": _PLEAS,
}
"""Parties and writers by the papers that make them such."""


@dataclass(frozen=True, slots=True)
class Papers:
    """Finds the mention of who issued the document that is the source of a draft."""

    words: Words
    chains: Chains
    issuers: Issuers
    _filed: dict[frozenset[str], list[int]] = field(default_factory=dict)

    def owner(self, draft: Draft) -> Link | None:
        """«в сообщении МИД», «в письме, подписанном Звягиным», «в опубликованном им отчёте»."""
        assert draft.source is not None
        assert draft.source_head is not None
        (start, end), head = draft.source, draft.source_head
        if (theirs := self._theirs(start, head)) is not None:
            return theirs  # «из её письма |Зуеву|»: who gets it stands behind
        after = self._behind(head, end)
        carriers = word_list("channels", "networks")
        inner = (link for link in after if self.words.lemma[link.head] not in carriers)
        return (
            self._named(after)
            or next(inner, None)
            or next(iter(after), None)
            or self.issuers.published(start, head)
            or self.issuers.published_beside(head, end)
            or self._behind_clause(head, end)
            or self._behind_bracket(end)
            or self._on_own_page(end)
        )

    def _behind(self, head: int, end: int) -> list[Link]:
        """«в сообщении |МИД|», «в письме |мэра|»: names and posts behind a paper, before its title; not who gets it."""
        stop = self._phrase_end(head, end)
        title = next((i for i in range(head + 1, end) if self._opens_title(i)), end)
        actors = (link for link in self.issuers.actors(head + 1, end) if link.start < title)
        return [link for link in actors if not self._gets_it(link) and self._may_own(link, stop)]

    def _may_own(self, link: Link, stop: int) -> bool:
        """A name, or a noun for somebody that the paper's own phrase holds: «в письме |мэра|», and no «|наш| мэр»."""
        if link.label in NAME_LABELS:
            return True
        return link.label == "ROLE" and link.start < stop and not self._ours(link)

    def _opens_title(self, i: int) -> bool:
        """«указ |«Об| учреждении «Росмоста»»»: behind it stands what the paper is about, whoever is named there."""
        return self.words.form[i] in OPENING and not ABOUT.isdisjoint(self.words.lower[i + 1 : i + 2])

    def _gets_it(self, link: Link) -> bool:
        """«текст обращения |к министру|», «в обращении |в мэрию|», «в письме |Зуеву|», «|на имя| Зуева», «|для| РБК»: to whom it goes."""
        words, head = self.words, link.head
        marks = {words.lower[c] for c in words.children[head] if words.dep[c] == "case" and c < head}
        whither = "для" in marks or bool(marks & {"в", "во"}) and words.feat(head, "Case") == "Acc"
        named = words.lower[link.start - 2 : link.start] == ["на", "имя"]
        return whither or named or words.feat(head, "Case") == "Dat" and "по" not in marks

    def _ours(self, link: Link) -> bool:
        """«опрос |на нашем сайте|»: the paper's own page stands for nobody whom it tells of."""
        return "наш" in self.words.lemma[max(link.start - 1, 0) : link.head]

    def _phrase_end(self, head: int, end: int) -> int:
        """«в сообщении компании |в приложении для сотрудников»: whose it is stands before where it is."""
        words = self.words
        owned = head + 1 < end and words.feat(head + 1, "Case") == "Gen"
        places = (i for i in range(head + 2, end) if words.lower[i] in {"в", "на"} and not words.ent[i])
        return next(places, end) if owned else end

    def _named(self, after: list[Link]) -> Link | None:
        """«в письме исполняющего обязанности мэра Петра Гурова»: a man's name that closes the phrase of his post."""
        words, last = self.words, after[-1] if after else None
        named = last is not None and last.label == "PER" and after[0].label == "ROLE"
        return last if named and last is not None and words.pos[after[0].head] in {"VERB", "ADJ"} else None

    def has_genitive(self, draft: Draft) -> bool:
        """«материалы дела», «сайт мероприятия»: what the paper is about, or part of, names it well enough."""
        assert draft.source is not None
        assert draft.source_head is not None
        words, after = self.words, draft.source_head + 1
        if after >= draft.source[1] or words.lemma[draft.source_head] in word_list("issued"):
            return False
        inner = (i for i in range(after, draft.source[1]) if words.pos[i] == "NOUN")
        noun = next(inner, after)
        return words.feat(noun, "Case") == "Gen" and words.lemma[noun] not in word_list("documents")

    def is_cited(self, draft: Draft) -> bool:
        """«канал со ссылкой на |судебные документы| сообщал»: papers that a medium has seen are nobody's whom it tells of.

        A message is somebody's all the same: «со ссылкой на |заявление|».
        """
        assert draft.source is not None
        words, start = self.words, draft.source[0]
        issued = words.lemma[draft.source_head or start] in word_list("issued")
        return not issued and words.lower[start - 1] == "на" and words.lemma[start - 2] in REFERRING

    def is_received(self, draft: Draft) -> bool:
        """«комиссия получила отчёт, согласно которому …»: whoever gets or reads a paper, or answers it, has not written it.

        Nor who has got it before: «из |попавших в распоряжение «Створа»| документов».
        """
        words, head = self.words, draft.source_head
        if head is None or words.lemma[head - 1] == "свой":
            return False
        verb = words.lemma[words.head[head]]
        answered = words.lower[head - 1] == "на" and words.feat(head, "Case") == "Acc"
        reacted = verb in REACTING and (answered or words.dep[head] == "obj")
        return verb in RECEIVING or reacted or self._was_got(head)

    def is_of_others(self, draft: Draft) -> bool:
        """«Зуев напомнил, что Вестрия и Речина подписали договор. Согласно документу, …»: states have, and not he who tells of it."""
        words, noun = self.words, self.meant(draft)
        if noun is None or words.dep[noun] != "obj" or not is_published(words, words.head[noun]):
            return False
        below = (self.chains.at(subject) for subject in words.subjects(words.head[noun]))
        return any(link is not None and link.label == "LOC" for link in below)

    def _was_got(self, head: int) -> bool:
        """«|попавшие в распоряжение «Створа»| документы»: a participle of getting that agrees with the paper behind it."""
        words = self.words
        before = range(head - 1, max(head - REACH, words.sentence(head)[0] - 1), -1)
        part = next((i for i in before if words.form[i] == "," or words.feat(i, "VerbForm") == "Part"), None)
        got = part is not None and words.lemma[part] in GETTING | RECEIVING
        return got and words.feat(part or 0, "Case") == words.feat(head, "Case") != ""

    def _theirs(self, start: int, head: int) -> Link | None:
        """«в его телеграмме»: whom the possessive means."""
        theirs = possessives(self.words, start, head)
        return next((link for i in theirs if (link := self.chains.at(i)) is not None and link.chain), None)

    def _behind_clause(self, head: int, end: int) -> Link | None:
        """«согласно опросу, который провела мэрия», «врачи выпустили обзор, согласно которому …»: who has made it.

        «Документы, которые опубликовал «Бакен»» are others', but not those that he has signed.
        """
        words = self.words
        if words.form[end : end + 1] != [","]:
            return None
        which = words.lemma[end + 1 : end + 2] == ["который"] and head == end - 1
        if words.lemma[head] in ANY_PAPER:
            signed = words.lemma[words.head[end + 1]].startswith(SIGNING) if which else False
            return self.issuers.behind(head) if signed else None
        according = words.pos[end + 1 : end + 2] == ["ADP"] and words.lemma[end + 2 : end + 3] == ["который"]
        return self.issuers.behind(head) if which or according else None

    def _behind_bracket(self, end: int) -> Link | None:
        """«следует из материалов (.pdf) |банка «Створ»|»: whose they are stands behind a bracket."""
        words = self.words
        if words.form[end : end + 1] != ["("]:
            return None
        close = next((i for i in range(end, min(end + BRACKET, len(words))) if words.form[i] == ")"), None)
        if close is None:
            return None
        behind = self.issuers.actors(close + 1, min(close + BRACKET, len(words)))
        link = next(behind, None)
        between = words.pos[close + 1 : link.start] if link is not None else []
        owns = (
            link is not None
            and words.feat(link.head, "Case") in {"Gen", ""}
            and {*between} <= {"ADJ", "PUNCT"}
        )
        return link if owns and "," not in words.form[close + 1 : close + 2] else None

    def _on_own_page(self, end: int) -> Link | None:
        """«следует из информации |на её сайте|», «согласно записи |в его канале|»: whose page it is, where that is no part of the source."""
        words = self.words
        there = words.lower[end : end + 1] in (["на"], ["в"])
        pages = word_list("channels", "networks")
        owned = there and any(lemma in pages for lemma in words.lemma[end + 2 : end + 3])
        return self._theirs(end + 2, end + 2) if owned else None

    def filer(self, draft: Draft) -> Link | None:
        """«Суд принял иск «Невода». |Истец| указал, что …», «Врачи обратились к мэру с письмом. |Авторы| пишут»: whose paper it is."""
        assert draft.source is not None
        assert draft.source_head is not None
        words, head = self.words, draft.source_head
        filed = FILED.get(words.lemma[head], frozenset())
        start, end = draft.source
        if not filed or start != head or not filed.issuperset(words.lemma[head + 1 : end]):
            return None
        places = self._places_of(filed)
        for number in range(bisect_left(places, head) - 1, -1, -1):
            i = places[number]
            if words.par[head] - words.par[i] > BACK:
                break
            if (found := self.issuers.behind(i) or self._handed_in(i)) is not None:
                return found if self._in_number(found, head) else None
        return None

    def _places_of(self, filed: frozenset[str]) -> list[int]:
        """Where papers of these nouns stand in no name, looked for once."""
        if filed not in self._filed:
            words = self.words.with_lemma(filed, 0, len(self.words))
            self._filed[filed] = [i for i in words if not self.words.ent[i]]
        return self._filed[filed]

    def _handed_in(self, noun: int) -> Link | None:
        """«|Компания «Невод»| подала иск»: whose verb it is the object of."""
        words, verb = self.words, self.words.head[noun]
        if words.lemma[verb] not in HANDING or not words.is_active(verb) or words.is_subject(noun):
            return None
        return self.issuers.subject(verb)

    def _in_number(self, link: Link, head: int) -> bool:
        """Several «авторы» are a group or a body, one «истец» is none of several."""
        chain, many = link.chain, self.words.feat(head, "Number") == "Plur"
        if chain is None:
            return False
        several = chain.kind == "group" or chain.number == "Plur"
        return several or chain.kind == "org" if many else not several

    def source_before(self, draft: Draft) -> Link | None:
        """Who issued the paper at the nearest place before that tells: «Путин подписал указ»."""
        for noun in self._earlier(draft):
            found = self.issuers.behind(noun)
            if found is not None:
                return found
        return self._doing(draft) or self._before_colon(draft)

    def _before_colon(self, draft: Draft) -> Link | None:
        """«|Стройнадзор| другого мнения: в акте указано, что …»: the body of which the words before the colon tell."""
        words, head = self.words, draft.source_head or 0
        colon = next((i for i in range(head - 1, max(head - COLON, -1), -1) if words.form[i] == ":"), None)
        if colon is None or words.sent[colon] != words.sent[head]:
            return None
        links = self.issuers.actors(words.sentence(colon)[0], colon)
        return next((link for link in links if link.kind == "org" and words.is_subject(link.head)), None)

    def _doing(self, draft: Draft) -> Link | None:
        """«Мастера поздравил |губернатор|. Об этом сказано на сайте. В поздравлении говорится»: whose verb makes such a paper."""
        assert draft.source_head is not None
        words, head = self.words, draft.source_head
        if words.lemma[head] in OF_COURTS:
            return court_before(self.issuers, head)
        if words.lower[head - 1].startswith("пояснительн"):
            return self._explaining(head)
        its_text = words.lemma[head] == "текст" and words.lemma[head + 1 : head + 2]  # «текст |обращения|»
        verb = DOINGS.get(its_text[0] if its_text else words.lemma[head])
        if verb is None or words.dep[head] == "nmod" and not its_text:
            return None
        start = next((i for i in range(head, -1, -1) if words.sent[head] - words.sent[i] > DOING), -1) + 1
        for i in range(head - 1, start - 1, -1):
            done = words.lemma[i] == verb and words.feat(i, "VerbForm") == "Fin"
            if done and (words.lemma[head] != FILING or words.lower[i + 1 : i + 2] == ["в"]):
                return self.issuers.subject(i)
        return None

    def _explaining(self, head: int) -> Link | None:
        """«|Минцифры| подготовило законопроект. Из пояснительной записки следует»: the body whose draft the note is added to."""
        words = self.words
        first = words.paragraphs[max(words.par[head] - BACK, 0)][0]
        drafts = (i for i in range(head - 1, first - 1, -1) if words.lemma[i] in DRAFTS and not words.ent[i])
        made = (self.issuers.behind(i) for i in drafts)
        found = next((link for link in made if link is not None), None)
        return found if found is not None and found.chain is not None and found.chain.kind == "org" else None

    def meant(self, draft: Draft) -> int | None:
        """The noun of the paper that «в нём» or «в документе» goes on about; None for a source that is its own noun."""
        words, head = self.words, draft.source_head
        if head is None or not self._is_any(head):
            return None
        near = takewhile(lambda noun: words.sent[head] - words.sent[noun] <= NEAR, self._earlier(draft))
        any_papers = words.lower[head] == "них"  # «ссылаясь на |документы|. В них сказано, что …»
        return next((noun for noun in near if self._is_whole_paper(noun, any_papers=any_papers)), None)

    def _is_whole_paper(self, noun: int, *, any_papers: bool) -> bool:
        """A paper that the sentence is about: not the «стратегия» of «принципы стратегии», nor «порядок» in general."""
        words, lemma = self.words, self.words.lemma[noun]
        known = lemma in word_list("documents") - (frozenset() if any_papers else ANY_PAPER)
        return known and words.dep[noun] != "nmod"

    def _is_at_hand(self, noun: int) -> bool:
        """«документы, попавшие в |распоряжение| редакции»: no decree, where a paper has got there."""
        words = self.words
        return words.lemma[noun] == "распоряжение" and words.lemma[words.head[noun]] in GETTING

    def speaks_for_itself(self, noun: int) -> bool:
        """«исследование», «пояснительная записка»: nobody who has just spoken stands behind it."""
        lemma, own = self.words.lemma, word_list("own_documents")
        return lemma[noun] in own or " ".join(lemma[max(noun - 1, 0) : noun + 1]) in own

    def is_of_several(self, draft: Draft) -> bool:
        """«приняли |итоговую| декларацию. В декларации сказано», «|совместное| заявление. В нём сказано»: no one of those told of has it."""
        words, head = self.words, draft.source_head or 0
        earlier = list(self._earlier(draft))
        paper = words.lemma[earlier[0] if earlier and self._is_any(head) else head]
        same = (noun for noun in (head, *earlier) if words.lemma[noun] == paper)
        return any(words.lemma[c] in JOINT for noun in same for c in words.children[noun])

    def _is_any(self, head: int) -> bool:
        """«в |нём|», «в |документе|»: what stands for the noun of any paper."""
        return self.words.lower[head] in BEHIND_A_PREPOSITION or self.words.lemma[head] in ANY_PAPER

    def _earlier(self, draft: Draft) -> Iterator[int]:
        """The nouns before the draft's source that may mean the same paper, the nearest first."""
        assert draft.source_head is not None
        words, head = self.words, draft.source_head
        first = words.paragraphs[max(words.par[head] - BACK, 0)][0]
        nouns = (i for i in range(head - 1, first - 1, -1) if words.pos[i] == "NOUN" and not words.ent[i])
        same = (i for i in nouns if self._same_paper(i, head) and not self._is_at_hand(i))
        return islice(same, NOUNS_BACK)

    def _same_paper(self, i: int, head: int) -> bool:
        """The same noun again, «документ» for any paper, «в нём» for a paper of the last two sentences.

        «Появились |сообщения| о взрыве. В сообщении мэрии сказано …»: one paper is none of several.
        """
        words, lemma = self.words, self.words.lemma[i]
        if words.lower[head] in BEHIND_A_PREPOSITION:
            known = lemma in word_list("documents") and words.sent[head] - words.sent[i] <= NEAR
            number = words.feat(i, "Number")
            return known and (number == "Plur") == (words.lower[head] == "них")
        alike = any({lemma, words.lemma[head]} <= nouns for nouns in (POLLS, POSTS))
        one_of_many = words.feat(i, "Number") == "Plur" and words.feat(head, "Number") == "Sing"
        if (alike or lemma == words.lemma[head]) and one_of_many:
            return False  # «Число |публикаций| рыбаков растёт, сообщает порт. …, — говорится в |публикации|»
        if alike:
            return True
        return lemma == words.lemma[head] or words.lemma[head] in ANY_PAPER and lemma in word_list("papers")
