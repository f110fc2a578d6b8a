"""Evaluate: how well quotes, entities and grammar agree with gold, in one table.

* a ``run`` of the judges over ``golds`` and ``predictions``; what it says: ``scores``
* judges: ``quotes``, ``entities``, ``grammar``
* what the judge of quotes compares: ``wording``, speakers by ``sameness``, ``sources``, ``marks``; what it counts: ``tally``
* what the judge of grammar reads: ``treebanks``
"""

from molva.evaluate.run import evaluate_path
from molva.evaluate.scores import Miss, Report, Score

__all__ = ["Miss", "Report", "Score", "evaluate_path"]
