"""From text to a spaCy ``Doc``: tokens, sentences, and the pairs of quotation marks."""
