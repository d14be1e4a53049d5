"""RMIA offline, one target of 64 models x 20,000 records with a population of 2,000, in NumPy: a = 0.3, gamma = 1."""
from clock import least, tell

import numpy as np

MODELS, RECORDS, POPULATION = 64, 20_000, 2_000
random = np.random.default_rng(0)
outside = random.random((RECORDS, MODELS)) < 0.5
records = random.beta(2, 1, (RECORDS, MODELS))
population = random.beta(2, 1, (POPULATION, MODELS))


def ratios() -> tuple[np.ndarray, np.ndarray]:
    """Each record's confidence over what models in general say, guessed from those that did not train on it."""
    means = np.nanmean(np.where(outside[:, 1:], records[:, 1:], np.nan), axis=1)
    return (records[:, 0] / (0.65 * means + 0.35),
            population[:, 0] / (0.65 * population[:, 1:].mean(axis=1) + 0.35))


def pairwise() -> np.ndarray:
    """Every record against every one of the population, as published programs have it."""
    own, others = ratios()
    return (own[:, None] / others[None, :] > 1).mean(axis=1)


def sorted_search() -> np.ndarray:
    own, others = ratios()
    return np.searchsorted(np.sort(others), own) / POPULATION


tell({"pairwise": least(pairwise, 5), "sorted": least(sorted_search, 9)})
