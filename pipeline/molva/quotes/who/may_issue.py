"""Who may stand behind a document: ««Штраф невелик», — говорится в сообщении |завода|», not of whom the quote alone tells."""

from molva.quotes.kinds import is_network
from molva.quotes.lexicon import word_list
from molva.quotes.who.cast import Cast, Member
from molva.quotes.who.evidence import Situation
from molva.quotes.who.no_pronoun import names_inside
from molva.speakers.resolve import is_subject

UP = 4  # nouns that a body may hang on


def is_issued(cast: Cast, now: Situation) -> bool:
    """«в сообщении»: a document of a body, or of a person who is speaking."""
    return now.form == "document" and cast.scene.words.lemma[now.at] in word_list("issued")


def may_have_issued(cast: Cast, now: Situation, member: Member, spoke: bool) -> bool:
    """Who may stand behind a document; not he of whom it tells: «в петиции говорится, что Дудко искал людей».

    A decree in full bears its signature, and a declaration («согласно декларации, Дудко богат») tells of who declares.
    Nor what only the claim tells of: «|Движение по дамбе| закрыто, сообщается в канале о дамбе»; nor the network
    where it stands: «Лунин выложил пост в |Telegram|. В публикации сказано, что …».
    """
    chain = member.chain
    inside = all(now.draft.covers(head) for head in member.heads if head < now.at)
    if inside and not chain.named or now.draft.type == "direct" and _only_its_words_tell(cast, now, member):
        return False
    if not spoke and _is_only_acted_on(cast, now, member):
        return False
    if not spoke and is_network(chain) or is_issued(cast, now) and _only_finds(member):
        return False
    lemma = cast.scene.words.lemma[now.at]
    if lemma in {"приговор", "вердикт"}:
        return "суд" in member.roles
    if lemma in word_list("press") - {"публикация"}:
        return _may_print(cast, now, member, spoke)
    if chain.kind == "person" and _tells_of_him(cast, now, member, spoke):
        return False
    return chain.kind == "org" if is_issued(cast, now) and not spoke else chain.kind != "place"


def _may_print(cast: Cast, now: Situation, member: Member, spoke: bool) -> bool:
    """«в |материале|»: a newspaper's, or that of a body which has spoken."""
    told_of = spoke and "который" not in cast.scene.words.lemma[now.at + 1 : now.at + 4]
    return member.chain.kind == "org" and (member.medium or told_of)


def _tells_of_him(cast: Cast, now: Situation, member: Member, spoke: bool) -> bool:
    """«в петиции говорится, что |Дудко| искал людей»: whether the words of a document name somebody."""
    told = now.draft.rule == "that" or not spoke and now.draft.rule in {"inserted", "marker"}
    return told and bool(names_inside(cast, now, member))


def _only_finds(member: Member) -> bool:
    """«|Проверка| показала, что флот готов. «…», — сказано в сообщении», «По версии |следствия|, …»: what finds something has no messages."""
    return member.chain.kind == "document" or not member.chain.named and "следствие" in member.called


def _only_its_words_tell(cast: Cast, now: Situation, member: Member) -> bool:
    """««|Фонд| проверит счета», — говорится в сообщении»: of whom but the quote tells, unless it says there that it says so."""
    words, cues = cast.scene.words, cast.scene.cues
    if member.starts[0] >= now.at or any(not now.draft.covers(at) for at in member.heads if at < now.at):
        return False
    says = (cues[words.head[at]] for at in member.heads if words.is_subject(at) and words.head[at] in cues)
    return not any(cue.has("say") for cue in says)


def _is_only_acted_on(cast: Cast, now: Situation, member: Member) -> bool:
    """«Суд оштрафовал |завод «Кедр»|. «Штраф невелик», — говорится в сообщении»: the paper of whom something is done to is rarer than of who does it."""
    words, before = cast.scene.words, [link for link in member.chain.links if link.head < now.at]
    outside = [link for link in before if not now.draft.covers(link.head)]
    if not outside or any(is_subject(words, link) for link in outside):
        return False
    last = outside[-1]
    if words.sent[min(now.at, now.draft.start)] - words.sent[last.head] > 1:
        return False
    doers = (link for link in cast.chains.within(*words.sentence(last.head)) if is_subject(words, link))
    above = {last.head}
    for _ in range(UP):
        above |= {words.head[i] for i in above}  # «Представители |«Кедра»| сожалеют» speak for it
    return any(link.kind in ("org", "group") and link.head not in above for link in doers)
