"""A regression with three outcomes, small enough to read."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

OUTCOMES, PENALTY, STEPS, RATE = 3, 3.0, 500, 0.3


@dataclass(frozen=True)
class Fit:
    """Weights over standardised features, one column an outcome, the first row for the constant."""

    mean: np.ndarray
    spread: np.ndarray
    weights: np.ndarray

    def __call__(self, new: np.ndarray) -> np.ndarray:
        """Probabilities of the outcomes, one row a row of features."""
        return _shares(np.c_[np.ones(len(new)), (new - self.mean) / self.spread] @ self.weights)


def fit(x: np.ndarray, y: np.ndarray) -> Fit:
    """By gradient descent, with a penalty on large weights. ``y`` holds outcomes as numbers from 0."""
    mean, spread = x.mean(axis=0), x.std(axis=0) + 1e-9
    z = np.c_[np.ones(len(x)), (x - mean) / spread]
    weights, wanted = np.zeros((z.shape[1], OUTCOMES)), np.eye(OUTCOMES)[y]
    for _ in range(STEPS):
        free = np.r_[np.zeros((1, OUTCOMES)), weights[1:]]
        weights -= RATE * (z.T @ (_shares(z @ weights) - wanted) + PENALTY * free) / len(x)
    return Fit(mean, spread, weights)


def _shares(scores: np.ndarray) -> np.ndarray:
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    return raised / raised.sum(axis=1, keepdims=True)
