"""Direct speech: what stands in marks, behind a dash, or in a paragraph of its own.

* author's words beside speech: ``author_words``, ``insertions``, ``narrator``
* in a headline: ``front_words``, ``pulled``
* in marks: ``tails``, ``split_speech``, ``colons``, ``silent_authors``, ``whole_sentences``, ``halfmarked``, ``signed_words``
* without marks: ``plain_speech``, ``blocks``, ``dialogue``, ``signatures``, ``points``
* by turns: ``interview``, ``run_on``, ``turns`` with ``labels``, ``plain_labels``, ``label_phrases`` and ``topics``, ``label_lines``, ``captions``, ``comments``, ``letters``, ``stenograms``, ``plain_questions``
"""
