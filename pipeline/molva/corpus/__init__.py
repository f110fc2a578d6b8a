"""Corpus: a folder of texts in, a folder of annotations out, resumable at any moment.

* before: the ``settings``, the sources (``find``), the ``folders``, and the jobs (``plan``) under their ``names``
* a ``run`` of the jobs: a ``pool`` of processes, each a ``worker`` at its ``work``; the ``ledger`` remembers, ``report`` tells
* the output: its ``contents``, the ``rows`` of its tables, ``lines`` of JSON, put together by ``merge``; as ``parquet``
* what is asked of it later: ``quotes``, and ``sheets`` for Excel
"""
