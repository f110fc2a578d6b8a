"""Registry: the people and bodies of a whole run, each once, out of the entities of its documents."""
