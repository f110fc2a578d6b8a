"""Whom a description means: «дипломат», «ведомство», «пресс-служба».

A description goes back to the one named last among those whom the text knows by that noun or by a
more special one («посол» → «дипломат», never the other way round). A headline may run ahead of
the text: then the description waits for the only one who is introduced by it later. A noun nobody
is known by («драматург») goes to a person of whom the text has told no role, if there is only one.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field, replace

from molva.entities.lexicon import word_list as entity_words
from molva.speakers.bodies import body
from molva.speakers.chains import Chain, Chains, Link
from molva.speakers.descriptions import LANDS, LOCAL_HEADS, Description
from molva.speakers.lexicon import ANY_BODY, bodies, posts, roles
from molva.speakers.lexicon import words as word_list
from molva.speakers.owners import owned_by
from molva.speakers.places import all_places, stem
from molva.speakers.pronouns import acts
from molva.speakers.resolve import governor, is_subject
from molva.speakers.whose import NOBODYS, Whose
from molva.words import Words

KNOWN_AT_MOST = 40  # chains looked through for one concept, the latest first
NEAR = 60  # mentions looked back for someone without a role
PARAGRAPHS = 2
LEAD = 1  # paragraphs, headline and lead, that run ahead of what the text tells below
_DASHES = frozenset("—–-")
FAR = 12  # paragraphs without a mention, after which a description means somebody else
_PEOPLE = frozenset("мужчина женщина девушка юноша парень подросток".split()) | {"молодой человек"}
_PUBLIC = frozenset(("политик", "чиновник"))  # anybody in office may be called so
_MEDIA = frozenset(("издание", "сми", "агентство", "газета"))
_DOCTORS = frozenset(("врач", "доктор"))
_ORDINALS = frozenset("первый второй третий четвертый пятый шестой седьмой".split())
_OF_PLACES = frozenset(("глава региона", "глава республики", "глава города", "глава государства"))
_ADMINISTRATIONS = frozenset(("администрация", "мэрия"))
_HEADS = frozenset(("глава", "руководитель"))
_LANDS = frozenset(map(stem, LANDS))
_SPOKESMEN = frozenset(("представитель", "официальный представитель"))
_STAFF = frozenset(
    "заместитель представитель сотрудник секретарь помощник советник специалист член координатор комиссар директор "
    "начальник госсекретарь пресс-секретарь замминистра".split()
)
_HEADING = frozenset(
    "глава руководитель директор начальник председатель министр президент премьер-министр ректор губернатор мэр".split()
)
_BESIDE = 4  # words from a description to the medium that has asked
_SINGLE_POSTS = frozenset("патриарх премьер-министр министр спикер ректор".split())  # of which a body has one
_RELATIONS = frozenset(("близкий", "соперник", "ровесник", "победитель"))
# who hears a case or speaks in it has been introduced as such, if he has a name
_OF_A_TRIAL = frozenset(
    "прокурор гособвинитель обвинитель судья следователь адвокат защитник свидетель потерпевший".split()
)
_REPORTING = frozenset(
    "сообщить сообщать рассказать рассказывать заявить заявлять уточнить уточнять написать писать отметить "
    "отмечать пояснить подчеркнуть добавить подтвердить сказать говорить считать".split()
)
# what tells that who speaks is tried: «виновен», «признаёт вину», «не был на допросе»
_TRIAL = ("вин", "невин", "суд", "допрос", "показани", "призна", "раская", "извин")
_INNER = frozenset(
    stem(noun) for noun in "аппарат отдел отделение пресс-служба пресс-центр секретариат филиал".split()
)
_PARTS = _INNER | {stem(noun) for noun in "департамент управление комитет служба совет штаб".split()}


@dataclass(slots=True)
class Known:
    """Who is known by which concept, and where each was mentioned last."""

    words: Words
    chains: Chains
    by_concept: dict[str, list[Chain]] = field(default_factory=lambda: defaultdict(list))
    by_office: dict[str, list[Chain]] = field(default_factory=lambda: defaultdict(list))
    latest: dict[int, int] = field(default_factory=dict)

    def learn(self, chain: Chain) -> None:
        """Enter a chain under every concept it is known by."""
        for concept in chain.roles:
            if chain not in self.by_concept[concept][-KNOWN_AT_MOST:]:
                self.by_concept[concept].append(chain)
        for office in chain.offices:
            if chain not in self.by_office[office]:
                self.by_office[office].append(chain)

    def pass_by(self, link: Link) -> None:
        """The reader has come past a mention."""
        if link.chain is not None:
            self.latest[id(link.chain)] = link.head


def antecedent(known: Known, description: Description) -> tuple[Chain | None, bool]:
    """The chain that a description means, and whether it is a tie between several.

    (None, False) means somebody new.
    """
    if description.indefinite:
        return None, False
    fitting = [
        chain
        for chain in known.by_concept[description.wanted][-KNOWN_AT_MOST:]
        if _may_be(chain, description) and not _is_counted_apart(known.words, chain, description.link)
    ]
    fitting = [
        chain
        for chain in fitting
        if not _was_told(known, chain, description)
        and not _is_another_source(known, chain, description)
        and not _is_another_branch(known, chain, description)
    ]
    before = [chain for chain in fitting if id(chain) in known.latest]
    before = [chain for chain in before if not _is_told_inside(chain, before)]
    if before:
        near = [chain for chain in before if _in_reach(known, chain, description.link)]
        return _latest(known, description, near) if near else (None, False)
    ahead = [chain for chain in fitting if _runs_ahead(known, chain, description)]
    if ahead and not description.anonymous:
        return (ahead[0], False) if len(ahead) == 1 and ahead[0].named else (None, len(ahead) > 1)
    ways = (_in_office, _by_post, _speaks_for, _without_role, _in_headline)
    return next((chain for way in ways if (chain := way(known, description)) is not None), None), False


def _is_told_inside(chain: Chain, others: Sequence[Chain]) -> bool:
    """«Заместитель |постпреда Вестрии| Лев Гуров. … Дипломат добавил»: not whom another's title alone has told of."""
    if chain.named or len(chain.links) > 1:
        return False
    inner = chain.links[0]
    titles = (link for other in others if other.named for link in other.links if link.label == "ROLE")
    return any(link.start < inner.start < inner.end <= link.end for link in titles)


def _is_counted_apart(words: Words, chain: Chain, link: Link) -> bool:
    """«Первый очевидец видел дым. Второй очевидец слышал хлопок»: whoever is counted is told from the others."""
    number = number_of(words, link)
    if not number:
        return False
    counted = {number_of(words, other) for other in chain.links if other.label == "ROLE"} - {""}
    return bool(counted) and number not in counted


def number_of(words: Words, link: Link) -> str:
    """«первый», «2-й»: the number that stands before the noun of a description."""
    before = range(link.start, link.head)
    return next((words.lemma[i] for i in before if _counts(words, i)), "")


def _counts(words: Words, i: int) -> bool:
    return words.lemma[i] in _ORDINALS or words.form[i][:1].isdigit() and words.pos[i] == "ADJ"


def _runs_ahead(known: Known, chain: Chain, description: Description) -> bool:
    """«Глава порта ушёл» before «начальник порта Зуев», but no «глава больницы Кобо» before «губернатор Зуев».

    A bare «организация» runs ahead in a headline alone: in the text it is a body named before. So is a bare
    «депутат» whoever has been named just before, and by no calling that keeps him from being one.
    """
    if description.noun.concept in ANY_BODY and known.words.par[description.link.head] > 0:
        return False
    if _follows_a_name(known, description):
        return False
    link, narrowed = description.link, description.narrowed | description.places
    if link.kind != "person" or link.end - link.head < 2 or not narrowed:
        return True
    told = set[str]().union(*chain.roles.values())
    return bool(narrowed & told) or _is_of_the_land(chain, description)


def _is_of_the_land(chain: Chain, description: Description) -> bool:
    """«Президент Вестрии» in a headline for «президент |страны| Лев Гуров» below."""
    told = chain.roles.get(description.wanted, set())
    bare = (
        bool(description.places) and not description.narrowed
    )  # «представитель Пентагона» tells more than a land
    return bare and bool(told & _LANDS) and not told & all_places()


def _follows_a_name(known: Known, description: Description) -> bool:
    """«Лидер фракции Зуева выступила. …, — уточнила |депутат|»: somebody named in this paragraph may be meant."""
    words, link = known.words, description.link
    if link.kind != "person" or words.par[link.head] <= LEAD or description.narrowed or description.places:
        return False
    here = words.paragraphs[words.par[link.head]][0]
    before = (o for o in known.chains.within(here, link.start) if o.label == "PER" and o.chain is not None)
    return any(link.gender and o.chain is not None and o.chain.gender == link.gender for o in before)


def _was_told(known: Known, chain: Chain, description: Description) -> bool:
    """«сообщили «Вестнику» в пресс-службе компании»: the medium that is told is no «компания»."""
    words, at = known.words, known.latest.get(id(chain))
    if at is None or chain.kind != "org" or description.noun.broader & _MEDIA:
        return False
    if words.form[at] in entity_words("media") and _is_beside_verb(words, at, description.link.head):
        return True
    return (
        words.feat(at, "Case") == "Dat"
        and words.pos[words.head[at]] == "VERB"
        and acts(words, words.head[at])
    )


def _is_beside_verb(words: Words, medium: int, body: int) -> bool:
    """«сообщил |РБК| представитель компании», «об этом |РБК| сообщили в пресс-службе компании»: no case is shown."""
    beside = (i for i in (medium - 1, medium + 1) if 0 <= i < len(words) and words.pos[i] == "VERB")
    return any(acts(words, verb) and words.sent[verb] == words.sent[body] for verb in beside)


def _is_another_source(known: Known, chain: Chain, description: Description) -> bool:
    """«со ссылкой на источник. … Источник «Бакена» в полиции»: who was not told of there is told of here, so is another.

    A headline is short, and its «источник» waits for the words of the text; «источники газеты» are those of before.
    """
    if not description.anonymous or not description.owners or not chain.links:
        return False
    paragraph = known.words.par
    headline = paragraph[chain.links[0].head] == 0 < paragraph[description.link.head]
    return not headline and not any(chain.roles.values())


def _is_another_branch(known: Known, chain: Chain, description: Description) -> bool:
    """«Росгвардия ждёт … Управление |ведомства| по региону»: no «управление МЧС по Заречной области»."""
    link = description.link
    owner = owned_by(known.words, known.chains, link)
    if owner is None or owner is chain or link.kind != "org" or not chain.named:
        return False
    return not any(
        part <= whole for part in _cores(known.words, owner) for whole in _cores(known.words, chain)
    )


def _cores(words: Words, chain: Chain) -> list[set[str]]:
    names = (link for link in chain.links if link.label == "ORG")
    return [set(body(words.form[n.start : n.end], words.lemma[n.start : n.end]).core) for n in names]


def _in_reach(known: Known, chain: Chain, link: Link) -> bool:
    """A page's feed may speak of another «посол России»; the article above it is over by then."""
    paragraph = known.words.par
    return paragraph[link.head] - paragraph[known.latest[id(chain)]] <= FAR


def _in_office(known: Known, description: Description) -> Chain | None:
    """The only one who is known to the public by that office: «президент США» for Обама."""
    if description.link.kind != "person" or description.former:
        return None
    held = [chain for chain in known.by_office[description.wanted] if _holds(chain, description)]
    met = [chain for chain in held if id(chain) in known.latest]
    near = [chain for chain in met if _in_reach(known, chain, description.link)]
    fitting = near if met else held
    return fitting[0] if len(fitting) == 1 and (near or description.places) else None


def _by_post(known: Known, description: Description) -> Chain | None:
    """«глава РПЦ» for the only патриарх, «глава правительства Вестрии» for its премьер-министр."""
    if description.link.kind != "person" or description.former or not description.noun.broader & _HEADS:
        return None
    for post in posts(description.noun, description.narrowed) & _SINGLE_POSTS:
        held = replace(description, noun=roles()[post])
        met = [c for c in known.by_concept[post] if id(c) in known.latest and _may_be(c, held)]
        chain = met[0] if len(met) == 1 else None if met else _in_office(known, held)
        if chain is not None:
            return chain
    return None


def _speaks_for(known: Known, description: Description) -> Chain | None:
    """«Член совета администрации Лев Гуров сообщил …. Представитель администрации добавил»: the only one of that body who has told.

    Who heads a body is more than its представитель; whom a medium has asked is somebody new.
    """
    link, words = description.link, known.words
    if description.noun.concept not in _SPOKESMEN or link.number != "Sing" or description.former:
        return None
    body = {word for word in description.narrowed if word not in bodies() and word not in _INNER}
    if not body or _is_asked(known, link):
        return None
    near = [chain for chain in _near(known, link) if chain.named and chain.kind == "person"]
    fitting = [chain for chain in near if _serves(chain, description, body) and _has_told(words, chain)]
    return fitting[0] if len(fitting) == 1 else None


def _is_asked(known: Known, link: Link) -> bool:
    """«сообщил |РБК| представитель завода»."""
    beside = known.chains.within(max(link.start - _BESIDE, 0), link.end + _BESIDE)
    media = (o for o in beside if o.label == "ORG" and o.chain is not None)
    return any(
        known.words.form[o.start] in entity_words("media")
        or o.chain is not None
        and o.chain.roles.keys() & _MEDIA
        for o in media
    )


def _serves(chain: Chain, description: Description, body: set[str]) -> bool:
    """Whether a text has told of somebody as one of a body, and not as its head."""
    gender = description.link.gender
    if gender and chain.gender and gender != chain.gender:
        return False
    for concept in _STAFF.intersection(chain.roles):
        told = chain.roles[concept]
        if told & body and not description.whose.is_elsewhere(chain.whose.get(concept, NOBODYS)):
            return not chain.own & _HEADING or bool(told & _PARTS)
    return False


def _has_told(words: Words, chain: Chain) -> bool:
    own = (link for link in chain.links if link.label != "PRON" and link.inside == -1)
    return any(is_subject(words, link) and words.lemma[governor(words, link)] in _REPORTING for link in own)


def _holds(chain: Chain, description: Description) -> bool:
    gender = description.link.gender
    if gender and chain.gender and gender != chain.gender:
        return False
    return compatible(description, chain.offices[description.wanted])


def _may_be(chain: Chain, description: Description) -> bool:
    """Kind, number and gender agree, and what narrows the noun does not contradict."""
    link = description.link
    if chain.anonymous != description.anonymous or not _same_kind(chain, link):
        return False
    if link.gender and chain.gender and link.kind == "person" and link.gender != chain.gender:
        return False
    if link.number == "Plur" and link.kind == "group" and not called_alike(description, chain.own):
        return False
    if is_of_another(description, chain.roles, chain.whose.get(description.wanted, NOBODYS)):
        return False
    if in_office_elsewhere(chain, description):
        return False
    return compatible(description, chain.roles.get(description.wanted, set()))


def in_office_elsewhere(chain: Chain, description: Description) -> bool:
    """«Президент Франции» is not whom everybody knows as the president of another country, unless the text calls him so."""
    known = chain.offices.get(description.wanted, set()) & all_places()
    told = chain.roles.get(description.wanted, set())
    return bool(known and description.places) and not description.places & (known | told)


def is_of_another(description: Description, roles: Collection[str], whose: Whose) -> bool:
    """Whether who is known by ``roles``, and as ``whose``, has another owner than the description tells.

    «глава Залесья» is not the «спикер парламента Залесья», though each heads something there; but who heads the
    administration of a place heads the place.
    """
    if description.whose.differs(whose):
        return True
    if not description.local or description.noun.concept not in LOCAL_HEADS or _OF_PLACES.intersection(roles):
        return False
    heads_body = bool(whose.bodies or whose.nouns or "министр" in roles)
    return heads_body and not (whose.kinds | whose.nouns) & _ADMINISTRATIONS


def compatible(description: Description, told: set[str]) -> bool:
    """«министр обороны» is not the «министр иностранных дел», nor that of another country."""
    if description.anonymous and description.owners:
        if told and not description.owners & told:
            return False  # a source of ТАСС is none of «РИА Новости»
        if _elsewhere(description, told):
            return False
    places = told & all_places()
    if description.places and places and not places & description.places:
        return False
    if of_another_office(description, told):
        return False
    if description.link.kind == "org" and description.narrowed:
        return bool(description.narrowed & told)  # «орган правосудия» is no committee of before
    return not description.narrowed or not told - places or bool(description.narrowed & told)


def called_alike(description: Description, called: set[str]) -> bool:
    """«медики» are seldom all the «врачи» of before, «эксперты» never the «специалисты»; «доктора» are врачи."""
    concept = description.noun.concept
    return concept in called or concept in _DOCTORS and bool(_DOCTORS & called)


def _elsewhere(description: Description, told: set[str]) -> bool:
    """«источник «Бакена» в мэрии» is no «источник «Бакена» в полиции»: where each is counts, not who asked him."""
    common = description.owners | ANY_BODY | _MEDIA | all_places()
    here, there = description.narrowed - common, told - common
    return bool(here and there) and not here & there


def of_another_office(description: Description, told: set[str]) -> bool:
    """«глава пресс-службы полиции» is no «глава полиции»: an office within a body has its own people."""
    inner = description.narrowed & _INNER
    return bool(inner and told) and not inner & told


def _same_kind(chain: Chain, link: Link) -> bool:
    if link.kind == "group" and link.number == "Sing" and not chain.named:
        return chain.kind in ("group", "person") and chain.number != "Plur"
    return chain.kind == link.kind and chain.number == link.number


def _latest(known: Known, description: Description, before: list[Chain]) -> tuple[Chain | None, bool]:
    """The one named last; two who were named in one sentence tie, unless only one is narrowed alike."""
    wanted = description.narrowed | description.places
    if wanted:
        alike = [chain for chain in before if wanted & chain.roles[description.wanted]]
        before = alike or before
    ordered = sorted(before, key=lambda chain: known.latest[id(chain)], reverse=True)
    if len(ordered) == 1 or not _tie(known, description, ordered[0], ordered[1]):
        return ordered[0], False
    called = [chain for chain in ordered[:2] if description.noun.concept in chain.own]
    return (called[0], False) if len(called) == 1 else (None, True)  # the one called so before


def _tie(known: Known, description: Description, first: Chain, second: Chain) -> bool:
    words = known.words
    here, there = known.latest[id(first)], known.latest[id(second)]
    return words.sent[here] == words.sent[there] != words.sent[description.link.head]


def _without_role(known: Known, description: Description) -> Chain | None:
    """The only person, or body, near by of whom no role is told: «драматург» for Ибрагимбеков."""
    link = description.link
    if (
        not description.listed
        or description.narrowed
        or description.places
        or description.anonymous
        or link.number == "Plur"
    ):
        return None
    if link.kind == "org" and description.noun.concept not in ANY_BODY:
        return None
    near = [chain for chain in _near(known, link) if _in_sentence_before(known, chain, link)]
    near = [chain for chain in near if not _left_behind(known, chain, link)]
    near = [chain for chain in near if not _was_told(known, chain, description)]
    near = [chain for chain in near if _in_same_words(chain, link)]
    if description.noun.concept in word_list("fates"):
        near = [chain for chain in near if not _only_reports(known, chain)]
    fitting = [chain for chain in near if _open_to(chain, description)]
    return fitting[0] if len(fitting) == 1 and link.kind in ("person", "org") else None


def _only_reports(known: Known, chain: Chain) -> bool:
    """«Дом сгорел, сообщил Зуев. |Пострадавший| ответил, что …»: who has but told of a case is not whom it befell."""
    words, at = known.words, known.latest[id(chain)]
    names = [link for link in chain.links if link.label == "PER" and link.head <= at and link.inside == -1]
    return has_only_told(words, names, lambda verb: words.lemma[verb] in _REPORTING)


def has_only_told(words: Words, names: Sequence[Link], tells: Callable[[int], bool]) -> bool:
    """Whether each of somebody's mentions is the subject of a verb that tells, where nobody is tried."""
    return bool(names) and all(
        is_subject(words, name) and tells(governor(words, name)) and not _is_tried(words, name.head)
        for name in names
    )


def _is_tried(words: Words, i: int) -> bool:
    """Whether a sentence tells of a trial or of somebody's guilt, and so who speaks in it may be whom it befell."""
    start, end = words.sentence(i)
    return any(words.lemma[k].startswith(_TRIAL) for k in range(start, end))


def _left_behind(known: Known, chain: Chain, link: Link) -> bool:
    """«… обе забил Зуев.⏎— Что случилось?⏎— Тренер просил бегать»: somebody speaks of another by now.

    The author's words behind a second dash go on about the one of before.
    """
    words, at = known.words, known.latest[id(chain)]
    first = words.paragraphs[words.par[link.head]][0]
    own = words.form[first] in _DASHES and not any(
        words.form[i] in _DASHES for i in range(first + 1, link.head)
    )
    return words.par[at] != words.par[link.head] and own


def _in_same_words(chain: Chain, link: Link) -> bool:
    """««Диспетчер ответил», — вспоминает Зуев»: what somebody tells describes nobody whom but the writer has named."""
    return link.inside == -1 or any(other.inside != -1 for other in chain.links)


def _in_headline(known: Known, description: Description) -> Chain | None:
    """«Россиянин признал вину ¶ Москвич Кирилл Дудко признал вину»: a headline tells where its man comes from."""
    words, link = known.words, description.link
    told = word_list("natives") | _PEOPLE
    bare = link.end - link.start == 1 and link.number == "Sing" and description.noun.concept in told
    if words.par[link.head] or not bare:
        return None
    lead = (other for other in known.chains.links if 0 < words.par[other.head] <= PARAGRAPHS)
    people = list({id(o.chain): o.chain for o in lead if o.label == "PER" and o.chain is not None}.values())
    return people[0] if len(people) == 1 and _open_to(people[0], description) else None


def _in_sentence_before(known: Known, chain: Chain, link: Link) -> bool:
    """«Белов, адвокат и врач приехали»: whom this very sentence has named, it does not describe."""
    sent = known.words.sent
    return id(chain) in known.latest and sent[known.latest[id(chain)]] != sent[link.head]


def _near(known: Known, link: Link) -> list[Chain]:
    words, found = known.words, dict[int, Chain]()
    for other in known.chains.before(link.start, NEAR):
        if words.par[link.head] - words.par[other.head] > PARAGRAPHS:
            break
        if other.chain is not None:
            found.setdefault(id(other.chain), other.chain)
    return list(found.values())


def _open_to(chain: Chain, description: Description) -> bool:
    link = description.link
    if (
        chain.kind != link.kind
        or chain.number == "Plur"
        or (link.gender and chain.gender and link.gender != chain.gender)
    ):
        return False
    if description.noun.concept in _PEOPLE:
        shown = (
            chain.named or not link.gender or chain.gender == link.gender
        )  # «женщина» is no «председатель»
        return shown and not chain.roles.keys() & _PUBLIC
    if description.noun.concept in word_list("natives"):
        return chain.named and not chain.roles.keys() & (word_list("natives") | _PUBLIC)
    if description.noun.concept in _PUBLIC:
        return chain.named
    if not _OF_A_TRIAL.isdisjoint(description.noun.broader):
        return False
    return chain.named and not _offices(chain) and "близкий" not in description.noun.broader


def _offices(chain: Chain) -> set[str]:
    """The concepts of a chain but those that tell how one stands to another: «соперник», «ровесник», «друг»."""
    return {concept for concept in chain.roles if not _is_relation(concept)}


def _is_relation(concept: str) -> bool:
    noun = roles().get(concept)
    return noun is not None and bool(noun.broader & _RELATIONS)
