"""The clustered bootstrap: pairs of models and subjects redrawn, thresholds chosen anew (`Replicates`)."""

from dataclasses import dataclass

import numpy as np

from .ranks import LIMITS, Curve, allowed

# Weights held at once: replicates are worked off in blocks of about this many.
BLOCK = 4_000_000


@dataclass(frozen=True)
class Draws:
    """How often each pair, [B, P], and each subject, [B, S], stands in each of B replicates."""

    pairs: np.ndarray
    subjects: np.ndarray


@dataclass(frozen=True)
class Replicates:
    """Mean areas [B], pooled rates [limits, B] and each target's rates [K, limits, B]."""

    auc: np.ndarray
    tpr: np.ndarray
    target_tpr: np.ndarray


def counts_at_ends(curve: Curve, weights: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Weighted true and false positives at each distinct score, [B, distinct] each."""
    ranked = weights[:, curve.order]
    truths = curve.truths[curve.order]
    all_of = np.cumsum(ranked, axis=1)[:, curve.ends]
    true = np.cumsum(ranked * truths, axis=1)[:, curve.ends]
    return true, all_of - true


def rates_within(true: np.ndarray, false: np.ndarray) -> np.ndarray:
    """The largest true-positive rate whose false-positive rate is within each limit, [limits, B]; NaN without both."""
    result = np.full((len(LIMITS), len(true)), np.nan)
    most = np.array([allowed(limit, false[:, -1]) for limit in LIMITS])
    for row in np.flatnonzero((true[:, -1] > 0) & (false[:, -1] > 0)):
        last = np.searchsorted(false[row], most[:, row], side="right") - 1
        found = np.where(last >= 0, true[row, np.maximum(last, 0)], 0)
        result[:, row] = found / true[row, -1]
    return result


def areas(true: np.ndarray, false: np.ndarray) -> np.ndarray:
    """Weighted areas [B]: trapezoids between distinct scores; NaN where a side has no weight."""
    before = np.zeros((len(true), 1))
    rise = np.diff(false, axis=1, prepend=before)
    twice = (rise * (2 * true - np.diff(true, axis=1, prepend=before))).sum(axis=1)
    with np.errstate(invalid="ignore", divide="ignore"):
        return twice / (2 * true[:, -1] * false[:, -1].astype(np.float64))


def replicates(
    curves: list[Curve], pooled: Curve | None, draws: Draws, subjects: np.ndarray, targets: bool = False
) -> Replicates:
    """A (target, record) pair weighs its model pair's count times its subject's.

    A target that has no member or no non-member left is not in that replicate's mean area. Without `pooled` the areas
    alone are made, with `targets` each target's rates too.
    """
    models, records, total = len(curves), len(subjects), len(draws.pairs)
    step = max(1, BLOCK // (models * records))
    parts = []
    for start in range(0, total, step):
        of_records = draws.subjects[start : start + step][:, subjects].astype(np.float64)
        of_models = draws.pairs[start : start + step][:, np.arange(models) // 2].astype(np.float64)
        parts.append(_block(curves, pooled, of_records, of_models, targets))
    return Replicates(*(np.concatenate([part[field] for part in parts], axis=-1) for field in range(3)))


def _block(
    curves: list[Curve], pooled: Curve | None, of_records: np.ndarray, of_models: np.ndarray, targets: bool
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    models, size = len(curves), len(of_records)
    target_areas = np.empty((models, size))
    target_tpr = np.full((models, len(LIMITS), size), np.nan)
    for target, curve in enumerate(curves):
        true, false = counts_at_ends(curve, of_records)
        target_areas[target] = areas(true, false)
        if targets:
            target_tpr[target] = rates_within(true, false)
    weights = np.where(np.isnan(target_areas), 0.0, of_models.T)
    with np.errstate(invalid="ignore"):
        auc = (weights * np.nan_to_num(target_areas)).sum(axis=0) / weights.sum(axis=0)
    if pooled is None:
        return auc, np.empty((len(LIMITS), size)), target_tpr
    every = (of_models[:, :, None] * of_records[:, None, :]).reshape(size, -1)
    return auc, rates_within(*counts_at_ends(pooled, every)), target_tpr
