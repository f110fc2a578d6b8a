"""Which drafts stand: rules overlap, and each word is said once.

* ``settle`` takes the drafts as they are believed, ``standing`` finds those that share a sentence or a cue
* ``by_media`` tells what a medium only passes on
* ``finish`` looks at all that stand together
"""
