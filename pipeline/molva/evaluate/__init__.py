"""Evaluate: how well quotes, entities and grammar agree with gold, in one table."""

from molva.evaluate.run import evaluate_path
from molva.evaluate.scores import Miss, Report, Score

__all__ = ["Miss", "Report", "Score", "evaluate_path"]
