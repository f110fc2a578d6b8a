"""Which drafts stand: rules overlap, and each word is said once.

* ``settle`` takes the drafts as they are believed, ``standing`` finds those that share a sentence or a cue
* ``by_media`` tells what a medium only passes on
* ``twice``: what two attributions tell of one claim; ``before_speech``: a report that runs into speech
* ``finish`` looks at all that stand together
"""
