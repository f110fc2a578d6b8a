"""A pipeline that needs no model, for tests of everything around the pipeline.

It tokenises with spaCy, takes capitalised words for people and «…» for quotes of the word before,
and misbehaves on demand: СБОЙ raises, ГИБЕЛЬ kills the process, МЕДЛЕННО sleeps.
"""

import os
import signal
import time
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from molva.contract import Entity, Mention, Quote, store_entities, store_quotes


def load(name: str) -> Language:
    """Build the pipeline.

    The name «broken» cannot be loaded, «deadly» kills its process, and «together:folder» is loaded when
    another process loads it too.
    """
    if name.startswith("together:"):
        wait_for_another(Path(name.removeprefix("together:")))
    if name == "broken":
        raise ValueError("no such weights")
    if name == "deadly":
        os.kill(os.getpid(), signal.SIGKILL)
    nlp = spacy.blank("ru")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("fake_speech")
    return nlp


def wait_for_another(folder: Path) -> None:
    """Wait until two processes have come here."""
    (folder / f"{os.getpid()}.loading").touch()
    patience = time.monotonic() + 10
    while len(list(folder.glob("*.loading"))) < 2:
        if time.monotonic() > patience:
            raise TimeoutError("alone")
        time.sleep(0.01)


@Language.component("fake_speech")
def fake_speech(doc: Doc) -> Doc:
    """Store mentions, entities and quotes by the simplest of rules."""
    misbehave(doc.text)
    mentions = [
        Mention(t.i, t.i + 1, t.i, "PER", t.text, f"e-{t.text}") for t in doc if t.is_title and t.is_alpha
    ]
    ids = {mention.normal: f"e{i}" for i, mention in enumerate({m.normal: m for m in mentions}.values(), 1)}
    mentions = [Mention(m.start, m.end, m.head, m.label, m.normal, ids[m.normal]) for m in mentions]
    entities = [
        Entity(id_, "person", name, tuple(m for m in mentions if m.entity_id == id_))
        for name, id_ in ids.items()
    ]
    store_entities(doc, mentions, entities)
    store_quotes(doc, list(quotes(doc, entities)))
    return doc


def quotes(doc: Doc, entities: list[Entity]):
    """Everything between « and », said by the first entity."""
    opening = None
    number = 0
    for token in doc:
        if token.text == "«":
            opening = token.i
        elif token.text == "»" and opening is not None:
            number += 1
            speaker = entities[0] if entities else None
            yield Quote(
                f"q{number}", "direct", (doc[opening : token.i + 1],), speaker=speaker, construction="fake"
            )
            opening = None


def misbehave(text: str) -> None:
    """Do what the text asks for."""
    if "СБОЙ" in text:
        raise ValueError("a rule failed\nin two lines")
    if "ГИБЕЛЬ" in text:
        os.kill(os.getpid(), signal.SIGKILL)
    if "МЕДЛЕННО" in text:
        time.sleep(0.2)
