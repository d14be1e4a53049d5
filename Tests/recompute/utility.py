"""How good the models are outside their halves (`Utility+Measure.swift`, `PoolAnswers`)."""

from dataclasses import dataclass

import numpy as np

from .bootstrap import Draws
from .figures import estimate
from .variance import QUARTER, Layout, Variances, percentile


@dataclass(frozen=True)
class Answers:
    """K x (N + Z): whether each model is right, and whether the record is outside its half, as the population is."""

    right: np.ndarray
    outside: np.ndarray
    labels: np.ndarray
    subjects: np.ndarray
    classes: int

    @property
    def layout(self) -> Layout:
        return Layout(self.subjects, int(self.subjects.max()) + 1, len(self.right))

    def class_weights(self, weights: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Weight of right answers and of all outside, [B, K, C], for record weights [B, N + Z]."""
        is_class = np.eye(self.classes)[self.labels]
        every = np.einsum("kn,nc->nkc", self.outside.astype(float), is_class)
        found = np.einsum("kn,nc->nkc", (self.outside & self.right).astype(float), is_class)
        shape = (len(weights), len(self.right), self.classes)
        return tuple((weights @ part.reshape(len(part), -1)).reshape(shape) for part in (found, every))

    def of_models(self, weights: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Accuracy and balanced accuracy (mean over classes that occur), [B, K]; NaN without any weight."""
        found, every = self.class_weights(weights)
        with np.errstate(invalid="ignore", divide="ignore"):
            plain = found.sum(axis=2) / every.sum(axis=2)
            present = (every > 0).sum(axis=2)
            recalls = np.divide(found, every, out=np.zeros_like(found), where=every > 0)
            return plain, recalls.sum(axis=2) / present

    def means(self, weights: np.ndarray, pairs: np.ndarray) -> list[np.ndarray]:
        """Both, averaged over models by the weight of their pair, [B]."""
        result = []
        for values in self.of_models(weights):
            of_models = np.where(np.isnan(values), 0.0, pairs[:, np.arange(len(self.right)) // 2])
            result.append((of_models * np.nan_to_num(values)).sum(axis=1) / of_models.sum(axis=1))
        return result

    def variances(self, balanced: bool) -> Variances:
        """A record moves a model's accuracy by its excess over the total, a balanced one by that over C' N_c."""
        ones = np.ones((1, len(self.labels)))
        found, every = (part[0] for part in self.class_weights(ones))
        own = self.of_models(ones)[int(balanced)][0]
        models = len(self.right)
        if balanced:
            recalls = np.divide(found, every, out=np.zeros_like(found), where=every > 0)
            present = (every > 0).sum(axis=1)[:, None]
            excess = (self.right - recalls[:, self.labels]) / (present * np.maximum(every[:, self.labels], 1))
        else:
            excess = (self.right - own[:, None]) / every.sum(axis=1)[:, None]
        influence = np.where(self.outside, excess, 0.0) / models
        return Variances.of(self.layout.cells(influence, (own - own.mean()) / models), floor=QUARTER)


def utility(answers: Answers, draws: Draws, population: np.ndarray) -> dict:
    """`population` holds the counts of its subjects, [B, Z subjects], redrawn on their own."""
    weights = np.concatenate([draws.subjects, population], axis=1)[:, answers.subjects].astype(float)
    redrawn = answers.means(weights, draws.pairs.astype(float))
    values = answers.means(np.ones((1, len(answers.labels))), np.ones((1, answers.layout.pairs)))
    estimates = []
    for balanced in (False, True):
        value = float(values[balanced][0])
        reach = answers.variances(balanced).correction[1]
        estimates.append(estimate(value, percentile(redrawn[balanced], value, reach)))
    inside = ~answers.outside
    return {
        "accuracy": estimates[0], "balancedAccuracy": estimates[1],
        "majority": int(np.bincount(answers.labels).max()) / len(answers.labels),
        "trainAccuracy": float(((answers.right & inside).sum(axis=1) / inside.sum(axis=1)).mean()),
        "classes": answers.classes,
    }
