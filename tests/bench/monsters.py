"""Texts that nobody has written, each by how often its piece comes: for tests/bench/hostile.py and the tests."""

from collections.abc import Callable

from spacy.language import Language

TRIED = 200  # times that the piece comes when the tokens of one are counted
Monster = Callable[[int], str]
GIVEN = ("Пётр", "Вера", "Олег", "Нина", "Клим", "Роман", "Лидия", "Тарас")
SYLLABLES = ("ба", "во", "ги", "де", "жу", "зы", "ка", "лю", "мо", "ну", "пе", "ри", "со", "ту", "фа", "хо")


def repeated(piece: str, before: str = "", behind: str = "") -> Monster:
    """The same again and again."""
    return lambda n: before + piece * n + behind


def surname(i: int) -> str:
    """«Бавогов», «Дежуков»: another name for each number."""
    parts = [SYLLABLES[i >> shift & 15] for shift in (0, 4, 8)]
    return "".join(parts).capitalize() + "ков"


def person(i: int) -> str:
    """«Вера Бавоговкова»: another person for each number."""
    name = GIVEN[i % len(GIVEN)]
    return f"{name} {surname(i)}" + "а" * (name[-1] in "ая")


def numbered(piece: str, joint: str = " ") -> Monster:
    """A piece with another person each time, where it says {who}; {i} is the number."""
    return lambda n: joint.join(piece.format(who=person(i), name=surname(i), i=i) for i in range(n))


def nested(opening: str, closing: str, middle: str = "мост") -> Monster:
    """Brackets or marks inside each other."""
    return lambda n: opening * (n // 2) + middle + closing * (n // 2)


MONSTERS: dict[str, Monster] = {
    "marks «—«»": repeated("«—«»"),
    "marks «": repeated("«"),
    "marks »": repeated("»"),
    'marks "': repeated('"'),
    'marks " apart': repeated('" '),
    "marks «»": repeated("«»"),
    "marks «», ": repeated("«», "),
    "marks „“": repeated("„“"),
    "marks ''": repeated("'"),
    "marks ’ in words": repeated("о’о "),
    "nested «": repeated("«мост "),
    "nested « и": repeated("«и "),
    "nested «»": nested("«", "»"),
    "nested «мост »": nested("«мост ", " мост»"),
    "nested ( )": nested("(", ")"),
    "nested (мост )": nested("(мост ", " мост)"),
    "unclosed (": repeated("(мост "),
    "unopened )": repeated("мост) "),
    "brackets": repeated("(мост) "),
    "brackets with names": numbered("мост ({who})"),
    "square brackets": repeated("[мост] "),
    "pieces in one sentence": repeated("«мост», "),
    "pieces under one verb": repeated("«мост» и ", "Орехов назвал это "),
    "pieces, a verb each": repeated("назвал «мостом», "),
    "quotes with tails": repeated("«Мост открыт», — сказал Орехов. "),
    "quotes with tails, one sentence": repeated("«мост открыт», — сказал Орехов, "),
    "quotes of many": numbered("«Мост открыт», — сказал(а) {who}."),
    "quotes with pronouns": repeated("«Мост открыт», — сказал он. ", "Пётр Орехов приехал. "),
    "quotes after a colon": repeated("Орехов сказал: «Мост открыт». "),
    "quotes floating": repeated("«Мост открыт». "),
    "quotes, split": repeated("«Мост, — сказал Орехов, — открыт». "),
    "quotes, opened by paragraph": repeated("«Мост открыт.\n", "Орехов сказал:\n"),
    "quotes, unclosed": repeated("«Мост открыт, — сказал Орехов. "),
    "quotes, unopened": repeated("Мост открыт», — сказал Орехов. "),
    "roles say": repeated("«Мост открыт», — сказал чиновник. "),
    "turns with a dash": repeated("— Мост открыт.\n"),
    "turns with author's words": repeated("— Мост открыт, — сказал Орехов.\n"),
    "turns in one paragraph": repeated("— Мост открыт. "),
    "questions and answers": repeated("— Мост открыт?\n— Открыт.\n"),
    "questions, plain": repeated("Вы довольны мостом?\nДоволен, он открыт.\n"),
    "questions in one paragraph": repeated("— Мост открыт? — Открыт. "),
    "labels": repeated("Орехов: Мост открыт.\n"),
    "labels of many": numbered("{who}: Мост открыт.", "\n"),
    "labels in one line": repeated("Орехов: мост открыт; "),
    "colons": repeated("мост: "),
    "that in one sentence": repeated("Орехов сказал, что мост открыт, "),
    "that in that": repeated("Орехов сказал, что "),
    "that clauses": repeated("что мост открыт, ", "Орехов сказал, "),
    "that, sentences": repeated("Он сказал, что мост открыт. "),
    "that, sentences of many": numbered("{who} сказал(а), что мост открыт."),
    "who in who": repeated("который видел лодку, ", "Орехов сказал, что человек, "),
    "whether": repeated("Он спросил, открыт ли мост, "),
    "by the words of": repeated("По словам Орехова, мост открыт. "),
    "by the words of, one sentence": repeated("по словам Орехова, мост открыт, "),
    "as was told": repeated("Как сообщил Орехов, мост открыт. "),
    "as was told, one sentence": repeated("как сообщил Орехов, "),
    "inserted": repeated("мост открыт, сообщил Орехов, "),
    "of this": repeated("Мост открыт. Об этом сообщил Орехов. "),
    "of this, one sentence": repeated("об этом сообщил Орехов, "),
    "citing": repeated("со ссылкой на «Бакен», "),
    "words of": repeated("слова Орехова «мост открыт», "),
    "verbs": repeated("сказал "),
    "verbs with commas": repeated("сказал, "),
    "Орехов сказал": repeated("Орехов сказал "),
    "names in a list": numbered("{who}", ", "),
    "names, no commas": numbered("{who}"),
    "one name in a list": repeated("Пётр Орехов, "),
    "namesakes": lambda n: ", ".join(f"{SYLLABLES[i % 16].capitalize()}рий Орехов" for i in range(n)),
    "surnames, sentences": numbered("{name} приехал."),
    "bodies in a list": numbered("ООО «{name}»", ", "),
    "bodies, sentences": numbered("ООО «{name}» открыло мост."),
    "bodies, short for": numbered("Общество «{name}» (О{i})", ", "),
    "one body": repeated("Министерство обороны сообщило о мосте. "),
    "places": numbered("в городе {name}", ", "),
    "roles with names": numbered("директор порта {who}", ", "),
    "roles": repeated("директор порта, "),
    "genitives": repeated("директора "),
    "pronouns": repeated("он "),
    "pronouns, sentences": repeated("Он приехал. ", "Пётр Орехов и Олег Зуев уехали. "),
    "initials": repeated("А. Б. В. "),
    "initials with names": numbered("А. Б. {name}", ", "),
    "initials glued": repeated("А.Б."),
    "capitals": repeated("МОСТ ОТКРЫТ "),
    "one letter": repeated("а "),
    "links": repeated("https://bakens.example/most?a=1 "),
    "links in brackets": repeated("[мост открыт](https://bakens.example/most) — Орехов "),
    "links glued": repeated("https://bakens.example/"),
    "mails": repeated("zuev@bakens.example "),
    "hashtags": repeated("#мост @zuev "),
    "digits": repeated("7 "),
    "digits glued": repeated("7"),
    "digits with commas": repeated("7,"),
    "digits with points": repeated("7."),
    "times": repeated("10:41 "),
    "dates": repeated("4 февраля 2016, "),
    "times and names": repeated("marina_kl\n4 февраля 2016, 10:41\nА хлеб?\n"),
    "ranges": repeated("7—8, "),
    "commas": repeated(", "),
    "commas glued": repeated(","),
    "full stops": repeated(". "),
    "full stops glued": repeated("."),
    "dots in pairs": repeated(".. "),
    "ellipses": repeated("… "),
    "question marks": repeated("?! "),
    "dashes": repeated("— "),
    "dashes glued": repeated("—"),
    "hyphens": repeated("-"),
    "hyphens in a word": repeated("мост-"),
    "words with dashes": repeated("мост — "),
    "words with commas": repeated("мост, "),
    "words with points": repeated("мост."),
    "words with slashes": repeated("мост/"),
    "words with semicolons": repeated("мост; "),
    "words": repeated("мост "),
    "new words": numbered("{name}"),
    "and": repeated("и "),
    "not": repeated("не "),
    "one word": repeated("мост"),
    "one word of letters": repeated("А"),
    "mixed letters": repeated("мocт"),
    "mixed letters apart": repeated("мocт "),
    "stressed": repeated("мо\u0301ст "),
    "stresses": repeated("\u0301"),
    "soft hyphens": repeated("\u00ad"),
    "soft hyphens in words": repeated("мо\u00adст "),
    "zero widths": repeated("\u200b"),
    "directions": repeated("\u202eмост "),
    "emoji": repeated("🔹"),
    "emoji joined": repeated("👩‍🚒 "),
    "emoji and words": repeated("🔹 мост открыт\n"),
    "spaces": repeated(" "),
    "spaces between": repeated("мост    "),
    "tabs": repeated("мост\t"),
    "line breaks": repeated("\n"),
    "line breaks apart": repeated("мост\n"),
    "empty lines": repeated("мост\n\n"),
    "returns": repeated("мост\r\n"),
    "separators": repeated("мост\u2028"),
    "equal lines": repeated("Мост через реку откроют в мае\n"),
    "equal sentences": repeated("Мост через реку откроют в мае. "),
    "a table": repeated("| мост | 7 | 10 % | Орехов |\n"),
    "a table by lines": repeated("Орехов\nдиректор\n7\n"),
    "captions": numbered("{who}, врач\nНас не слышат.", "\n"),
    "signatures": numbered("Почему не ходит паром?\n{who}, с. Ялуга", "\n"),
    "points": repeated("— Мост откроют в мае.\n", "Главные заявления Орехова:\n"),
    "bullets": repeated("• "),
    "bullets by line": repeated("• мост\n"),
    "asterisks": repeated("*"),
    "asterisks around words": repeated("**мост** "),
    "stars open": repeated("*мост "),
    "lines under": repeated("_"),
    "tags": repeated("<b>мост</b> "),
    "tags open": repeated("<"),
    "entities of HTML": repeated("&nbsp;"),
    "slashes": repeated("/"),
    "backslashes": repeated("\\"),
    "percent": repeated("% "),
    "Latin": repeated("bridge "),
    "Latin in marks": repeated('"bridge" '),
    "Chinese": repeated("橋"),
    "Arabic": repeated("جسر "),
    "headlines": repeated("Орехов: мост откроют весной\n\n"),
    "datelines": repeated("ЯЛУГА, 4 мая. Мост открыт. "),
    "author's commas": repeated(", — сказал Орехов"),
    "marks, comma, dash": repeated("», — "),
    "colon and mark": repeated("сказал: «"),
    "colon, dash": repeated("сказал: — "),
    "if": repeated("если мост, "),
    "nobody knows": repeated("никто, "),
    "wrapped": repeated("Мост через реку откроют в мае, сказал Орехов, и дорога\n"),
}  # fmt: skip


def grown(nlp: Language, monster: Monster, tokens: int) -> str:
    """A text of about so many tokens; of one word, as many letters."""
    few = len(nlp.make_doc(monster(TRIED)))
    once = max(few - len(nlp.make_doc(monster(TRIED // 2))), TRIED // 20) / (TRIED // 2)
    return monster(max(int(tokens / once), 1))
