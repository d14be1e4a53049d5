"""The attacks, one score a (target, record) pair; higher means likelier a member.

Reference: a model of the pool that is neither the target nor its complement (target xor 1). Sums over references are
exact, whatever the order; those over records run in order: which scores tie depends on their last bits.
"""

from dataclasses import dataclass

import numpy as np

from .elementary import HALF_LOG_TWO_PI, log, log_survival
from .ranks import area
from .signal import FLOOR, Observation

# A deviation has this added (nats), so that it is never 0.
DEVIATION_FLOOR = 1e-30
# `automatic` gives each record its own deviation from so many references a side on, its variance drawn to the residual one
# as if by SHRINKING more.
NEEDED_PER_RECORD = 24
SHRINKING = 4
GRID = (0.3, 0.2, 0.4, 0.1, 0.5, 0.0, 0.6, 0.7, 0.8, 0.9, 1.0)


@dataclass(frozen=True)
class Evidence:
    """What the attacker of one target holds; `references` are rows of `models`, `population` and `membership`."""

    place: int
    target: Observation
    target_population: Observation
    models: Observation
    population: Observation
    membership: np.ndarray

    @property
    def references(self) -> list[int]:
        return [model for model in range(len(self.membership)) if model not in (self.place, self.place ^ 1)]


def exact_sums(values: np.ndarray) -> np.ndarray:
    """Sums over the first axis that do not depend on its order: what each addition rounds off is added at the end."""
    total, rest = np.zeros(values.shape[1]), np.zeros(values.shape[1])
    for value in values:
        after = total + value
        part = after - total
        rest += (total - (after - part)) + (value - part)
        total = after
    return total + rest


def side(evidence: Evidence, values: np.ndarray, trained: bool, models: list[int]) -> tuple[np.ndarray, np.ndarray]:
    """Sum and count over those of `models` that did, or did not, train on each record."""
    counted = evidence.membership[models] == trained
    return exact_sums(np.where(counted, values[models], 0.0)), counted.sum(axis=0)


def whole_steps(values: np.ndarray, grid: np.ndarray) -> np.ndarray:
    """Values in steps of 1 / grid, halves away from 0 (`SideSums`)."""
    steps = values * grid
    return np.trunc(steps + np.where(steps < 0, -0.5, 0.5)).astype(np.int64)


@dataclass(frozen=True)
class Fit:
    """Normals of one side: centre and own deviation (ddof 0) a record, one residual deviation for all; the target's phi.

    Phi is summed in whole steps, 2^(55 - b) a nat, where b is the bit length of K - 1, or fewer for a record of which a
    model of the pool says 128 or more: whole numbers do not depend on an order.
    """

    target: np.ndarray
    centres: np.ndarray
    deviations: np.ndarray
    residual: float
    counts: np.ndarray
    fewest: int

    @classmethod
    def of(cls, evidence: Evidence, trained: bool, centre: str) -> "Fit":
        phi, models = evidence.models.phi, evidence.references
        counted = evidence.membership[models] == trained
        beyond = np.maximum(np.frexp(np.abs(phi).max(axis=0))[1] - 7, 0)
        grid = np.ldexp(1.0, 55 - (len(phi) - 1).bit_length() - beyond)
        steps = np.where(counted, whole_steps(phi[models], grid), 0)
        counts, sums = counted.sum(axis=0), steps.sum(axis=0)
        means = cls.means(sums, counts) / grid
        deviations = np.sqrt(cls.spread(steps, sums, counts)) / (counts * grid)
        residual = np.sqrt(np.cumsum(deviations * deviations * counts)[-1] / counts.sum())
        target = evidence.target.phi
        if centre == "median":
            means = np.nanmedian(np.where(counted, phi[models], np.nan), axis=0)
        else:
            target = np.where(np.abs(target * grid) < 2.0**52, whole_steps(target, grid) / grid, target)
        return cls(target, means, deviations, float(residual), counts, int(counts.min()))

    @staticmethod
    def means(sums: np.ndarray, counts: np.ndarray) -> np.ndarray:
        """In steps; in a whole part and a rest, so that equal values have just that mean."""
        high, low = (sums >> 24).astype(np.float64), (sums & 0xFFFFFF).astype(np.float64)
        whole = np.rint(high / counts)
        return whole * 2.0**24 + ((high - counts * whole) * 2.0**24 + low) / counts

    @staticmethod
    def spread(steps: np.ndarray, sums: np.ndarray, counts: np.ndarray) -> np.ndarray:
        """n times the sum of squares less the square of the sum, exact, then as the sum of two words."""
        high, low = steps >> 28, steps & 0xFFFFFFF
        parts = [(high * high).sum(axis=0), (high * low).sum(axis=0), (low * low).sum(axis=0)]
        result = []
        for n, total, hh, hl, ll in zip(counts.tolist(), sums.tolist(), *(part.tolist() for part in parts)):
            exact = n * ((hh << 56) + (hl << 29) + ll) - total * total
            result.append(float(exact >> 64) * 2.0**64 + float(exact & (2**64 - 1)))
        return np.array(result)

    def deviations_of_target(self, variance: str, fewest: int) -> tuple[np.ndarray, np.ndarray]:
        """How many deviations phi lies above the centre, and the deviation."""
        deviation = self.residual
        if variance == "per-record":
            deviation = self.deviations
        elif variance == "automatic" and fewest >= NEEDED_PER_RECORD:
            own = self.counts * self.deviations * self.deviations
            drawn = SHRINKING * self.residual * self.residual
            deviation = np.sqrt((own + drawn) / (self.counts + SHRINKING))
        deviation = deviation + DEVIATION_FLOOR
        return (self.target - self.centres) / deviation, deviation


def lira_online(evidence: Evidence, parameters: dict) -> np.ndarray:
    """ln N(phi; inside) - ln N(phi; outside)."""
    inside = Fit.of(evidence, True, parameters["centre"])
    outside = Fit.of(evidence, False, parameters["centre"])
    fewest = min(inside.fewest, outside.fewest)
    logs = []
    for fit in (inside, outside):
        z, deviation = fit.deviations_of_target(parameters["variance"], fewest)
        logs.append(-0.5 * z * z - log(deviation) - HALF_LOG_TWO_PI)
    return logs[0] - logs[1]


def lira_offline(evidence: Evidence, parameters: dict) -> np.ndarray:
    """-ln P(reference > target), one-sided."""
    fit = Fit.of(evidence, False, parameters["centre"])
    z, _ = fit.deviations_of_target(parameters["variance"], fit.fewest)
    return -log_survival(z)


def shares_below(population: np.ndarray, values: np.ndarray) -> np.ndarray:
    """For each value the share of the population strictly below it."""
    return np.searchsorted(np.sort(population), values, side="left") / len(population)


def ratios(confidence: np.ndarray, expected: np.ndarray) -> np.ndarray:
    return np.maximum(confidence, FLOOR) / np.maximum(expected, FLOOR)


def relative(evidence: Evidence, parameters: dict, expected: np.ndarray, expected_population: np.ndarray) -> np.ndarray:
    """ln of p_y(x) / p(x), or the share of z with [p_y(x) / p(x)] / [p_y(z) / p(z)] > gamma."""
    own = ratios(evidence.target.confidence, expected)
    if parameters["score"] == "ratio":
        return log(own)
    others = ratios(evidence.target_population.confidence, expected_population)
    return shares_below(parameters["gamma"] * others, own)


def population_means(evidence: Evidence) -> np.ndarray:
    """Mean p_y(z) over all references: none has trained on z."""
    return exact_sums(evidence.population.confidence[evidence.references]) / len(evidence.references)


def rmia_online(evidence: Evidence, parameters: dict) -> np.ndarray:
    """p(x) = (mean inside + mean outside) / 2."""
    means = []
    for trained in (True, False):
        sums, counts = side(evidence, evidence.models.confidence, trained, evidence.references)
        means.append(sums / counts)
    return relative(evidence, parameters, (means[0] + means[1]) / 2, population_means(evidence))


def offline_guess(outside: np.ndarray, a: float) -> np.ndarray:
    return (1 + a) / 2 * outside + (1 - a) / 2


def tuned(evidence: Evidence) -> float:
    """The a that attacks the mock target (two places on, cyclically) best, its pair left out of the references.

    The first of `GRID` with the largest area: ties go to 0.3, then to the nearest to it, the smaller first.
    """
    mock = (evidence.place + 2) % len(evidence.membership)
    others = [model for model in evidence.references if model not in (mock, mock ^ 1)]
    sums, counts = side(evidence, evidence.models.confidence, False, others)
    areas = [
        area(ratios(evidence.models.confidence[mock], offline_guess(sums / counts, a)), evidence.membership[mock])
        for a in GRID
    ]
    return GRID[int(np.argmax(areas))]


def rmia_offline(evidence: Evidence, parameters: dict) -> np.ndarray:
    """p(x) = (1 + a) / 2 * mean outside + (1 - a) / 2."""
    a = tuned(evidence) if parameters["tuned"] else parameters["a"]
    sums, counts = side(evidence, evidence.models.confidence, False, evidence.references)
    guess = offline_guess(sums / counts, a)
    return relative(evidence, parameters, guess, offline_guess(population_means(evidence), a))


def attack_p(evidence: Evidence, parameters: dict) -> np.ndarray:
    """The share of the population with strictly lower ln p_y on the same target."""
    return shares_below(evidence.target_population.log_confidence, evidence.target.log_confidence)


def loss(evidence: Evidence, parameters: dict) -> np.ndarray:
    """ln p_y."""
    return evidence.target.log_confidence


def noise_robustness(evidence: Evidence, parameters: dict) -> np.ndarray:
    """Near copies of what is labelled rightly, or that against far copies."""
    copies = evidence.target.copies
    return copies.right * copies.near if parameters["score"] == "share" else copies.right - copies.far / 2


# By published strength, strongest first: the first that was done speaks for a cell.
ATTACKS = {
    "lira-online": lira_online, "rmia-online": rmia_online, "lira-offline": lira_offline,
    "rmia-offline": rmia_offline, "attack-p": attack_p, "loss": loss, "noise-robustness": noise_robustness,
}
# Attacks that read labels; the others read probabilities.
ON_LABELS = {"noise-robustness"}
# Log likelihood ratios add up over a subject's records; other scores are averaged.
SUMMED = {"lira-online"}
