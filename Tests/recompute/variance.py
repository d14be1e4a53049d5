"""Variances of a pool's figures in closed form, and intervals from replicates (`CrossedVariance`, `Influence`)."""

from dataclasses import dataclass

import numpy as np

from .ranks import Curve
from .special import REACH, TAIL, all_or_none, student_reach


# Of the subjects' variance: the floor of what is to hold just its level.
QUARTER = 0.25


@dataclass(frozen=True)
class Variances:
    """As sampled, as a bootstrap of pairs and subjects redraws it, and the first one's degrees of freedom."""

    sampled: float
    redrawn: float
    freedom: float

    @classmethod
    def of(cls, cells: np.ndarray, strata: int = 1, floor: float = 1.0) -> "Variances":
        """From the influence of each (pair, subject) cell, [P, S].

        With A, B and C the sums of squares of the pairs' totals, of the subjects' totals and of the cells: the cells'
        own part is E = max(0, C - B / P - A / S) and the redrawn variance A + B + E. With u = P / (P - 1) the sampled
        one is max(u A + max(0, B - u E), floor B); its freedom (Satterthwaite) takes P - 1 for u A and S - 1 for B.
        One pair has no variance between pairs: B, with S - 1. Pairs that were divided into strata lose one degree of
        freedom for each: P - strata in place of P - 1.
        """
        pairs, subjects = cells.shape
        a = float((cells.sum(axis=1) ** 2).sum())
        b = float((cells.sum(axis=0) ** 2).sum())
        own = max(0.0, float((cells**2).sum()) - b / pairs - a / subjects)
        subject_freedom = float(max(subjects - 1, 1))
        if pairs <= strata:
            return cls(b, a + b + own, subject_freedom)
        unbiased = pairs / (pairs - strata)
        between = unbiased * a
        sampled = max(between + max(0.0, b - unbiased * own), floor * b)
        uncertainty = between**2 / (pairs - strata) + b**2 / subject_freedom
        return cls(sampled, a + b + own, sampled**2 / uncertainty if uncertainty > 0 else subject_freedom)

    @property
    def correction(self) -> tuple[float, float]:
        """Factors of the replicates' deviations: for a standard error, and for a 95 % interval (Student's widening)."""
        if self.redrawn <= 0:
            return 1.0, 1.0
        deviation = float(np.sqrt(self.sampled / self.redrawn))
        return deviation, deviation * max(1.0, student_reach(self.freedom) / REACH)


@dataclass(frozen=True)
class Layout:
    """Which pair each row and which subject each column of a K x N array belongs to."""

    subjects: np.ndarray
    subject_count: int
    models: int

    @property
    def pairs(self) -> int:
        return (self.models + 1) // 2

    def cells(self, influence: np.ndarray, of_models: np.ndarray | None = None) -> np.ndarray:
        """K x N influences summed by (pair, subject); a model's own are spread over all subjects alike."""
        pair = np.arange(self.models) // 2
        flat = pair[:, None] * self.subject_count + self.subjects[None, :]
        shape = (self.pairs, self.subject_count)
        cells = np.bincount(flat.ravel(), influence.ravel(), minlength=shape[0] * shape[1]).reshape(shape)
        if of_models is not None:
            cells = cells + (np.bincount(pair, of_models, minlength=self.pairs) / self.subject_count)[:, None]
        return cells


# Influences, [P, S], of the figures of a pool.
def of_area(layout: Layout, placed: np.ndarray, areas: np.ndarray, membership: np.ndarray) -> np.ndarray:
    """Of the mean area: a record moves it by (placement - area) over its side's size, a pair by its distance."""
    sizes = np.where(membership, membership.sum(axis=1)[:, None], (~membership).sum(axis=1)[:, None])
    influence = (placed - areas[:, None]) / (sizes * layout.models)
    return layout.cells(influence, (areas - areas.mean()) / layout.models)


def of_fpr(layout: Layout, membership: np.ndarray, accused: np.ndarray) -> np.ndarray:
    """Of the pooled false-positive rate at a fixed threshold."""
    non_members = ~membership
    rate = (accused & non_members).sum() / non_members.sum()
    influence = np.where(non_members, (accused - rate) / non_members.sum(), 0.0)
    return layout.cells(influence)


def of_tpr(layout: Layout, membership: np.ndarray, accused: np.ndarray, slope: float) -> np.ndarray:
    """Of the pooled true-positive rate at a limit: a false positive costs members at the slope of the ROC."""
    members, non_members = membership.sum(), (~membership).sum()
    tpr = (accused & membership).sum() / members
    fpr = (accused & ~membership).sum() / non_members
    influence = np.where(membership, (accused - tpr) / members, -slope * (accused - fpr) / non_members)
    return layout.cells(influence)


def slope_at(curve: Curve, limit: float) -> float:
    """Of the ROC, between half and twice the limit."""
    top = min(1.0, 2 * limit)
    rise = (curve.widest(top).tp - curve.widest(limit / 2).tp) / curve.members
    return rise / (top - limit / 2)


def quantile(ranked: np.ndarray, share: float) -> float:
    """Linear between order statistics (type 7 of Hyndman and Fan)."""
    place = share * (len(ranked) - 1)
    below = int(place)
    above = min(below + 1, len(ranked) - 1)
    return float(ranked[below] + (place - below) * (ranked[above] - ranked[below]))


def percentile(replicates: np.ndarray, value: float, correction: float = 1.0) -> tuple[float, float]:
    """Ends within 0...1 that hold the value; deviations from the replicates' mean times the correction."""
    ranked = np.sort(replicates[~np.isnan(replicates)])
    if len(ranked) < 2 or np.isnan(value):
        return 0.0, 1.0
    mean = float(ranked.mean())
    low = mean + correction * (quantile(ranked, TAIL) - mean)
    high = mean + correction * (quantile(ranked, 1 - TAIL) - mean)
    return max(0.0, min(low, value)), min(1.0, max(high, value))


def deviation(replicates: np.ndarray, correction: float) -> float:
    defined = replicates[~np.isnan(replicates)]
    return correction * float(defined.std(ddof=1)) if len(defined) > 1 else 0.0


def widened(interval: tuple[float, float], value: float, subjects: int) -> tuple[float, float]:
    """An interval of no width at 0 or 1 is opened to the exact bound of as many subjects."""
    if interval[0] != interval[1] or value not in (0, 1):
        return interval
    return all_or_none(subjects, value)
