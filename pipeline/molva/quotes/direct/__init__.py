"""Direct speech: what stands in marks, behind a dash, or in a paragraph of its own.

* author's words beside speech: ``author_words``, ``insertions``, ``narrator``
* in a headline: ``pulled``
* in marks: ``tails``, ``split_speech``, ``colons``, ``whole_sentences``, ``halfmarked``
* without marks: ``plain_speech``, ``blocks``, ``dialogue``, ``signatures``, ``points``
* by turns: ``interview``, ``run_on``, ``turns``, ``callings``, ``label_lines``, ``captions``, ``comments``, ``letters``, ``stenograms``, ``plain_questions``
"""
