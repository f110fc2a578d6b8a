"""All constructions that molva knows, in the order in which they are believed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from molva.quotes.attributed import as_said, inserted, markers, reference
from molva.quotes.direct import (
    blocks,
    captions,
    colons,
    comments,
    dialogue,
    front_words,
    halfmarked,
    interview,
    label_lines,
    letters,
    plain_questions,
    plain_speech,
    points,
    pulled,
    run_on,
    signatures,
    signed_words,
    split_speech,
    stenograms,
    tails,
    turns,
    whole_sentences,
)
from molva.quotes.draft import Draft
from molva.quotes.pieces import claims, fragments, under_nouns
from molva.quotes.reported import colon_clauses, elliptic, questions, retold, that_clauses
from molva.quotes.scene import Scene


@dataclass(frozen=True, slots=True)
class Rule:
    """A construction: its name in ``Quote.construction``, its example, and how to find it."""

    name: str
    example: str
    find: Callable[[Scene], Iterator[Draft]]


RULES: tuple[Rule, ...] = (
    Rule("paragraphs", "«Смета готова.⏎«Деньги есть», — сказал Орехов.", halfmarked.paragraphs),
    Rule("tail", "«Мы вернёмся в марте», — заявил министр.", tails.tail),
    Rule("split", "«Мы приедем, — сказал Орехов, — если погода позволит».", split_speech.split),
    Rule("colon", "Ковалёва подчеркнула: «Отчёт готов».", colons.colon),
    Rule("unclosed", "«Мы готовы, — сказал Орехов.", halfmarked.unclosed),
    Rule("unopened", "Готовы», — сказал он.", halfmarked.unopened),
    Rule("plain-tail", "Я этого не подпишу — сказал Орехов.", plain_speech.plain_tail),
    Rule("points", "Главные заявления Орехова:⏎— Мост откроют в мае.⏎— Смета готова.", points.points),
    Rule("block", "Он сказал:⏎Денег нет, но вы держитесь.", blocks.block),
    Rule("turn", "Лидия Зуева, врач⏎— Нас не слышат.", captions.marked_below),
    Rule("dash", "— Вы уверены? — переспросил следователь.", dialogue.dash_line),
    Rule("dash", "Сторож махнул рукой: — Пора домой.", dialogue.dash_behind),
    Rule("dash", "Мэр был в порту. — Паром цел, — сказал он. Он уехал.", dialogue.dash_inside),
    Rule("interview", "Вопрос: Почему закрыли цех?⏎Ответ: Нет заказов.", interview.interview),
    Rule("interview", "— Когда пуск? — В мае. — А деньги? — Есть. — А рабочие?", run_on.run_on),
    Rule("interview", "Вы довольны рейсом?⏎Доволен. Мы пришли первыми.", plain_questions.plain_question),
    Rule("turn", "Орехов: Мы начнём в мае.⏎«Вестник»: А закончите?", turns.labelled),
    Rule("turn", "М. Лаптева⏎—⏎Здравствуйте.⏎И. Сомов⏎—⏎Добрый день.", label_lines.label_line),
    Rule("turn", "Зуев П. А. Сколько стоит мост?⏎Председательствующий. Прошу тишины.", stenograms.stenogram),
    Rule("turn", "marina_kl⏎4 февраля 2016, 10:41⏎А хлеб откуда повезут?", comments.comment),
    Rule("turn", "Комментариев 2⏎⏎Вера Зуева⏎Давно пора.⏎⏎Клим⏎Нет.", letters.commented),
    Rule("letter", "Отвечает: Вера Зуева, кардиолог⏎Пить можно.", letters.asked),
    Rule("letter", "Почему не ходит паром?⏎А. Зуева, с. Ялуга", letters.letter),
    Rule("turn", "Лидия Зуева, жительница порта⏎Нас не слышат.", captions.captioned),
    Rule("that", "Орехов сообщил, что смета утверждена.", that_clauses.reported),
    Rule("that", "Орехов считает, что рынок вырастет, а Лаптева — что упадёт.", elliptic.elliptic),
    Rule("that", "Порт выразил надежду, «что причал откроют».", that_clauses.in_marks),
    Rule("question", "Она спросила, вернутся ли рабочие.", questions.question),
    Rule("marker", "По словам Орехова, смета утверждена.", markers.marker),
    Rule("as", "Как сообщил Орехов, смета готова.", as_said.as_said),
    Rule("inserted", "Пожар потушен, сообщили в МЧС.", inserted.inserted),
    Rule("inserted", "Паромы ходят чаще (сообщил мэр).", inserted.in_brackets),
    Rule("inserted", "Рыбы стало мало, таково мнение рыбаков.", inserted.such_behind),
    Rule("colon-clause", "Лаптева предположила: ветер усилится.", colon_clauses.colon_clause),
    Rule("colon-clause", "Сторож пожал плечами: мол, лодок нет.", retold.hearsay),
    Rule("colon-clause", "— Врач сказала, лёд тонкий.", retold.unjoined),
    Rule("colon-clause", "Мэр добавил, мост закроют в мае.", retold.that_left_out),
    Rule("headline", "«Мы всё знали»: тренер рассказал о матче", front_words.front_words),
    Rule("signature", "Завод построят — Орехов", signatures.signed),
    Rule("signature", "Мы понимаем, как непросто ждать.⏎Роман Зуев⏎директор «Невода»", captions.named_below),
    Rule("headline", "«Вода пришла сама»: шторм смыл посёлок", pulled.pulled),
    Rule("fragment", "Он назвал решение «ошибкой».", fragments.fragment),
    Rule("claim", "Орехов поддержал решение, «но сроки не выдержат».", claims.claim),
    Rule("about-this", "Мост закрыт. Об этом сообщила мэрия.", reference.about_this),
    Rule("about-this", "Мост закроют в мае — об этом сообщил мэр.", reference.told_of_this),
    Rule("plain-tail", "Рыбы стало мало.⏎— подчеркнул Орехов.", plain_speech.told_below),
    Rule("bare-colon", "Уточнять не стали: «Идут тяжёлые бои, и не только там».", colons.bare_colon),
    Rule("cited", "«Мы ждём ответа» (цитата по РБК).", whole_sentences.cited),
    Rule("heralded", "Вот что рассказал Зуев. «Утром пришли двое».", whole_sentences.heralded),
    Rule("signature", "«Мы открыты для диалога» (мэр Вера Лаптева).", signed_words.signed_words),
    Rule("noun", "Его слова «мы не спешим» запомнились.", under_nouns.noun_fragment),
    Rule("floating", "«Первое», — сказал он. «Второе тоже готово».", whole_sentences.floating),
)

# What a construction looks like, by the first rule of its name; a label without an interview is a headline.
EXAMPLES = {rule.name: rule.example for rule in reversed(RULES)} | {"headline": "Орехов: мост откроют весной"}


def find_drafts(scene: Scene) -> list[Draft]:
    """Every draft of every rule, in the order of ``RULES``."""
    return [draft for rule in RULES for draft in rule.find(scene)]
