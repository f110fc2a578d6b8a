"""Nouns for what somebody has said or knows, by lemma, one list for each part that they play at a quote.

The lists overlap and are no one list: a cry has no data in it, and nobody passes on a demand's figures.
"""

# «приводит |слова| Орехова», «…, его |слова| передаёт «Вестник»»: what a medium passes on
PASSED_ON = frozenset(
    "слово цитата высказывание заявление комментарий ответ выступление речь рассказ сообщение письмо обращение "
    "запись видео фото прогноз мнение".split()
)

# «со |словами| «…»», «|крики| «Долой»»: what stands in marks behind them was said or cried
UTTERANCES = frozenset(
    "слово требование реплика призыв просьба ответ фраза крик возглас вопль формулировка".split()
)

# «ответил на |обвинения| соседа в «гонке барж»», «его |слова| о «пустой трате»»: what somebody replies to is another's
REPLIED_TO = frozenset(
    "вопрос просьба обвинение слово заявление высказывание критика упрек замечание призыв угроза "
    "сообщение комментарий предложение требование претензия".split()
)

# «согласно |данным| порта», «со ссылкой на |оценку| порта»: who has them speaks, and not they
OF_SOMEBODY = frozenset(
    "данные информация оценка сообщение версия сведение мнение подсчет расчет ожидание вывод".split()
)

# the same where one refers to somebody: «со ссылкой на |слова| Орехова»
REFERRED_TO = OF_SOMEBODY | {"слово", "заявление", "высказывание", "выступление", "утверждение", "рассказ"}

# «|мнение| мэра таково: …», «|позиция| порта состоит в том, что …»: what somebody holds, behind a verb of being
STANDPOINTS = frozenset("мнение позиция вывод ответ прогноз вердикт версия аргумент довод логика".split())

# «ответил на |вопрос| газеты», «на |просьбу| «Створа» заявили»: what somebody is asked, and speaks in answer to
ASKED = frozenset({"вопрос", "запрос", "просьба"})

# «из |данных| порта», «по этим |данным|»: figures and facts, not anybody's opinion
FIGURES = frozenset({"данные", "информация", "сведение", "сведения"})

# «следует из |данных| порта», «следует из |слов| мэра»: what something follows from speaks as a paper does
GROUNDS = FIGURES | {"результат", "слово", "высказывание"}
