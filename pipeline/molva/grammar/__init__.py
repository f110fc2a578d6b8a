"""Part of speech, features, head, relation and lemma of every word."""
