"""Whose turn it is where a label tells but his part, «СЛУШАТЕЛЬ: Меня зовут Борис. …», and whom «вы» of a turn talks to."""

from molva.quotes.draft import Draft
from molva.quotes.scene import Scene
from molva.speakers.chains import Chain, Chains, Link

REACH = 10  # words from the turn's beginning to who names himself
LINE = 14  # words from what tells who presides to his name
CALLERS = frozenset(
    "слушатель слушательница радиослушатель радиослушательница зритель зрительница телезритель "
    "телезрительница читатель читательница вопрос звонок".split()
)
WHENCE = frozenset("город улица район поселок село деревня область".split())
PRESIDING = frozenset({"председательствующий", "председательствующая"})


def named_in_turn(scene: Scene, chains: Chains, draft: Draft) -> Chain | None:
    """Who a caller says that he is, or who the page says presides over the session."""
    head = draft.source_head
    if head is None or draft.rule not in {"turn", "interview"} or draft.source != (head, head + 1):
        return None
    words = scene.words
    if words.lemma[head] in CALLERS or words.lower[head] in CALLERS:
        return _caller(scene, chains, draft.parts[0][0])
    return _presiding(scene, chains, head) if words.lower[head] in PRESIDING else None


def addressed_in_turn(scene: Scene, chains: Chains, word: int) -> Chain | None:
    """«ЛЯХОВА: Месяц назад |вы| говорили, что хватит.⏎ДЁМИН: Говорил.»: who has the next turn, or else had the one before."""
    number = scene.words.par[word]
    own = _labelled(scene, chains, number)
    if own is None:
        return None
    beside = (_labelled(scene, chains, other) for other in (number + 1, number - 1))
    others = (link.chain for labels in beside for link in labels or ())
    taken = {id(link.chain) for link in own}
    return next((chain for chain in others if chain is not None and id(chain) not in taken), None)


def _labelled(scene: Scene, chains: Chains, number: int) -> list[Link] | None:
    """The people whom the label of a paragraph names, none for «Вопрос:»; None where it has no label."""
    words = scene.words
    if not 0 <= number < len(words.paragraphs):
        return None
    start, end = words.paragraphs[number]
    colon = next((i for i in range(start, min(start + REACH, end)) if words.form[i] == ":"), None)
    if colon is None or any(words.pos[i] == "VERB" for i in range(start, colon)):
        return None
    return [link for link in chains.within(start, colon) if link.label == "PER"]


def _caller(scene: Scene, chains: Chains, start: int) -> Chain | None:
    """«|Вадим|, улица Кирпичная. …», «Здравствуйте, меня зовут |Анна|. …»; but «Арсений, здравствуйте» greets another."""
    words = scene.words
    for link in chains.within(start, min(start + REACH, len(words))):
        if link.label == "PER" and link.chain is not None:
            called = words.lower[max(link.start - 2, 0) : link.start] == ["меня", "зовут"]
            return link.chain if called or link.start == start and _tells_whence(scene, link) else None
    return None


def _tells_whence(scene: Scene, name: Link) -> bool:
    """«Вадим|, улица| Кирпичная», «Павел Жигулин|, РИА Новости|»: where somebody calls from, or writes for."""
    words, behind = scene.words, name.end + 1
    if words.form[name.end : behind] != [","] or behind >= len(words):
        return False
    return words.ent[behind] in ("LOC", "ORG") or words.lemma[behind] in WHENCE


def _presiding(scene: Scene, chains: Chains, label: int) -> Chain | None:
    """«|Председательствует| глава города Н. А. Лосев», «|Председательствующий| – Иван Лосев», «Заседание |ведёт| Иван Лосев»."""
    words = scene.words
    told = sorted(
        i
        for lemma in ("председательствовать", "председательствующий", "вести")
        for i in words.by_lemma.get(lemma, ())
        if i < label and (lemma != "вести" or "заседание" in words.lemma[max(i - 2, 0) : i + 2])
    )
    for i in told:
        stop = min(i + LINE, words.paragraphs[words.par[i]][1])
        person = next((link for link in chains.within(i + 1, stop) if link.label == "PER"), None)
        if person is not None:
            return person.chain
    return None
