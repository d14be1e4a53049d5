"""The figures of one attack on one pool: targets, headlines, the null run (`AttackMeasurement`, `PoolMeasurement`)."""

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from . import variance
from .bootstrap import Draws, Replicates, replicates
from .ranks import LIMITS, Cut, Curve, placements
from .special import LEVEL, REACH, all_or_none, student_outside
from .variance import QUARTER, Layout, Variances

# So that 0.001 of 10,000 is enough in binary too.
ROOM = 1 + 1e-9
SIGNIFICANT = 0.05


def estimate(value: float, interval: tuple[float, float], method: str = "bootstrap") -> dict:
    return {"value": value, "low": interval[0], "high": interval[1], "level": LEVEL, "method": method}


@dataclass(frozen=True)
class Scored:
    """K x N scores and memberships, and N subjects, dense from 0."""

    scores: np.ndarray
    membership: np.ndarray
    subjects: np.ndarray

    @cached_property
    def layout(self) -> Layout:
        return Layout(self.subjects, int(self.subjects.max()) + 1, len(self.scores))

    @cached_property
    def curves(self) -> list[Curve]:
        return [Curve(*pair) for pair in zip(self.scores, self.membership)]

    @cached_property
    def pooled(self) -> Curve:
        """One threshold over all (target, record) pairs."""
        return Curve(self.scores.ravel(), self.membership.ravel())

    @cached_property
    def placed(self) -> np.ndarray:
        return np.array([placements(*pair) for pair in zip(self.scores, self.membership)])

    @cached_property
    def areas(self) -> np.ndarray:
        """Each target's area: its members' mean placement, counted in whole half-pairs."""
        found = []
        for placed, truths in zip(self.placed, self.membership):
            outsiders = int((~truths).sum())
            halves = np.rint(placed[truths] * 2 * outsiders).sum()
            found.append(halves / (2 * float(truths.sum()) * outsiders))
        return np.array(found)

    def distinct(self, truth: bool, target: int | None = None) -> int:
        """Distinct subjects on one side of one target, or of any."""
        on_side = (self.membership if target is None else self.membership[[target]]) == truth
        return len(np.unique(self.subjects[on_side.any(axis=0)]))

    def by_subject(self, summed: bool) -> "Scored | None":
        """A subject as the unit: scores summed or averaged, a member where any record is; None without repeats."""
        counts = np.bincount(self.subjects)
        if counts.max() < 2:
            return None
        sums = np.array([np.bincount(self.subjects, own) for own in self.scores])
        trained = np.array([np.bincount(self.subjects, row) > 0 for row in self.membership])
        return Scored(sums if summed else sums / counts, trained, np.arange(len(counts)))


def resolution(
    limit: float, spread: float, rate: float, pairs: int, members: int, non_members: int
) -> tuple[float, bool]:
    """Design effect, and whether the limit is resolved: a non-member subject, ten effective pairs (`Resolution`)."""
    independent = rate * (1 - rate) / pairs
    effect = max(1.0, spread / independent) if independent > 0 else 1.0
    resolved = members > 0 and non_members * limit * ROOM >= 1 and pairs / effect * limit * ROOM >= 10
    return effect, resolved


def point(limit: float, resolved: bool, cut: Cut, curve: Curve, interval: tuple[float, float]) -> dict:
    return {
        "fprLimit": limit, "resolved": bool(resolved), "fpr": cut.fp / curve.non_members, "tp": cut.tp, "fp": cut.fp,
        **estimate(cut.tp / curve.members, interval),
    }


def delong(scored: Scored, target: int) -> dict:
    """The area with DeLong's interval, clustered by subject where one repeats; exact bound at 0 and 1."""
    auc = float(scored.areas[target])
    excess = scored.placed[target] - auc
    truths, subjects = scored.membership[target], scored.subjects
    counts = [scored.distinct(truth, target) for truth in (True, False)]
    sums = [np.bincount(subjects, np.where(truths == truth, excess, 0.0)) for truth in (True, False)]
    sizes = [float(truths.sum()), float((~truths).sum())]
    method = "delong-clustered" if sum(counts) < len(truths) else "delong"
    if min(counts) < 2:
        return estimate(auc, (0.0, 1.0), method)
    spread = sum((own**2).sum() * count / (count - 1) / size**2 for own, count, size in zip(sums, counts, sizes))
    either = len(np.unique(subjects))
    spread += 2 * (sums[0] * sums[1]).sum() / (sizes[0] * sizes[1]) * either / (either - 1)
    reach = REACH * np.sqrt(max(spread, 0.0))
    low, high = max(0.0, auc - reach), min(1.0, auc + reach)
    if auc in (0, 1):
        low, high = all_or_none(min(counts), auc)
    return estimate(auc, (float(low), float(high)), method)


def target_point(scored: Scored, target: int, limit: float, rates: np.ndarray) -> dict:
    """One target's rate within a limit; its design effect is 1 unless non-member subjects repeat."""
    curve = scored.curves[target]
    members, non_members = (scored.distinct(truth, target) for truth in (True, False))
    seen = curve.with_false_positive(limit)
    rate = seen.fp / curve.non_members
    spread = 0.0
    if non_members < curve.non_members:
        excess = np.where(curve.truths, 0.0, (curve.scores >= seen.threshold) - rate) / curve.non_members
        spread = float((np.bincount(scored.subjects, excess) ** 2).sum())
    _, resolved = resolution(limit, spread, rate, curve.non_members, members, non_members)
    cut = curve.narrowest(limit)
    value = cut.tp / curve.members
    interval = variance.widened(variance.percentile(rates, value), value, members)
    return point(limit, resolved, cut, curve, interval)


def target_result(scored: Scored, target: int, redrawn: Replicates) -> dict:
    curve = scored.curves[target]
    tpr, fpr = curve.tp / curve.members, curve.fp / curve.non_members
    return {
        "target": target, "members": curve.members, "nonMembers": curve.non_members, "auc": delong(scored, target),
        "advantageMax": float((tpr - fpr).max()), "balancedAccuracyMax": float(((tpr + 1 - fpr) / 2).max()),
        "tpr": [
            target_point(scored, target, limit, redrawn.target_tpr[target, slot]) for slot, limit in enumerate(LIMITS)
        ],
    }


def p_values(value: float, null: float, spread: float, freedom: float, fallback: float) -> tuple[float, float]:
    """Of a value above its null, and of one on either side, by Student; the fallback where all replicates agree."""
    spread, freedom = (spread, freedom) if spread > 0 else (fallback, math.inf)
    p = student_outside(abs(value - null) / spread, freedom)
    return p / 2 if value > null else 1 - p / 2, p


def pooled_area(scored: Scored, redrawn: Replicates) -> tuple[dict, float, float]:
    """The mean area over targets with its interval, and its p-values above 0.5 and on either side."""
    value = float(scored.areas.mean())
    influence = variance.of_area(scored.layout, scored.placed, scored.areas, scored.membership)
    variances = Variances.of(influence, floor=QUARTER)
    spread, reach = variances.correction
    members, non_members = scored.distinct(True), scored.distinct(False)
    interval = variance.percentile(redrawn.auc, value, reach)
    interval = variance.widened(interval, value, min(members, non_members))
    fallback = np.sqrt((members + non_members + 1) / (12 * members * non_members))
    spread = variance.deviation(redrawn.auc, spread)
    return estimate(value, interval), *p_values(value, 0.5, spread, variances.freedom, fallback)


def pooled_resolution(scored: Scored, limit: float) -> tuple[float, bool]:
    """Of the rate over all pairs: its variance is that of the clustered bootstrap, in closed form."""
    curve = scored.pooled
    seen = curve.with_false_positive(limit)
    influence = variance.of_fpr(scored.layout, scored.membership, scored.scores >= seen.threshold)
    return resolution(
        limit, Variances.of(influence).sampled, seen.fp / curve.non_members, curve.non_members, scored.distinct(True),
        scored.distinct(False))


def rate_influence(scored: Scored, limit: float) -> np.ndarray:
    """Of the pooled true-positive rate at a limit, at its widest cut."""
    accused = scored.scores >= scored.pooled.widest(limit).threshold
    return variance.of_tpr(scored.layout, scored.membership, accused, variance.slope_at(scored.pooled, limit))


def headline(scored: Scored, redrawn: Replicates) -> dict:
    """What a report prints of an attack (`Headline`)."""
    auc, area_p, _ = pooled_area(scored, redrawn)
    curve = scored.pooled
    members, non_members = scored.distinct(True), scored.distinct(False)
    points, effects, rate_p = [], [], []
    for slot, limit in enumerate(LIMITS):
        effect, resolved = pooled_resolution(scored, limit)
        variances = Variances.of(rate_influence(scored, limit), floor=QUARTER)
        factors = variances.correction
        cut = curve.narrowest(limit)
        value = cut.tp / curve.members
        interval = variance.percentile(redrawn.tpr[slot], value, factors[1])
        points.append(point(limit, resolved, cut, curve, variance.widened(interval, value, members)))
        effects.append(effect)
        fallback = np.sqrt(limit * (1 - limit) / members)
        spread = variance.deviation(redrawn.tpr[slot], factors[0])
        rate_p.append(p_values(value, limit, spread, variances.freedom, fallback)[0])
    resolved = [slot for slot, entry in enumerate(points) if entry["resolved"]]
    p = min(1.0, 2 * min([area_p] + [rate_p[slot] for slot in resolved[:1]]))
    verdict = "insufficient-evidence" if not resolved else "leak" if p < SIGNIFICANT else "no-leak-shown"
    return {
        "auc": auc, "tpr": points, "smallestResolved": LIMITS[resolved[0]] if resolved else None,
        "designEffect": effects[resolved[0] if resolved else -1], "pairs": curve.non_members,
        "nonMemberSubjects": non_members, "p": p, "verdict": verdict,
    }


def pooled_headline(scored: Scored, draws: Draws) -> dict:
    return headline(scored, replicates(scored.curves, scored.pooled, draws, scored.subjects))


def measured(scored: Scored, draws: Draws, summed: bool) -> dict:
    """Targets, headline and subjects' headline."""
    redrawn = replicates(scored.curves, scored.pooled, draws, scored.subjects, targets=True)
    by_subject = scored.by_subject(summed)
    return {
        "targets": [target_result(scored, target, redrawn) for target in range(len(scored.scores))],
        "headline": headline(scored, redrawn),
        "subjects": pooled_headline(by_subject, draws) if by_subject else None,
    }


def null_result(scored: Scored, draws: Draws) -> dict:
    """The area on a redrawn membership and its two-sided p."""
    auc, _, p = pooled_area(scored, replicates(scored.curves, None, draws, scored.subjects))
    return {"auc": auc, "p": p}
