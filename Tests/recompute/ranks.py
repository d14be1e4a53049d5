"""Areas, placements and operating points of scores, ties moving together."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

LIMITS = (0.001, 0.01, 0.05, 0.1)


def allowed(limit: float, totals: np.ndarray) -> np.ndarray:
    """The largest counts whose shares of the totals, as doubles, are at most the limit (`ROC.allowed`)."""
    totals = np.asarray(totals)
    counts = np.floor(limit * totals)
    with np.errstate(divide="ignore", invalid="ignore"):
        counts = np.where((counts < totals) & ((counts + 1) / totals <= limit), counts + 1, counts)
        return np.where(counts / totals > limit, counts - 1, counts)


def placements(scores: np.ndarray, truths: np.ndarray) -> np.ndarray:
    """For a member the share of non-members below it, for a non-member that of members above it; a tie counts half."""
    result = np.empty(len(scores))
    for own in (True, False):
        against = np.sort(scores[truths != own])
        mine = scores[truths == own]
        below = np.searchsorted(against, mine, side="left") + np.searchsorted(against, mine, side="right")
        twice = 2 * len(against)
        result[truths == own] = (below if own else twice - below) / (twice or np.nan)
    return result


def area(scores: np.ndarray, truths: np.ndarray) -> float:
    """The share of (member, non-member) pairs in the right order, ties counting half; 0 where one side is empty."""
    against = np.sort(scores[~truths])
    halves = np.searchsorted(against, scores[truths], "left") + np.searchsorted(against, scores[truths], "right")
    pairs = 2 * int(truths.sum()) * len(against)
    return int(halves.sum()) / pairs if pairs else 0.0


@dataclass(frozen=True)
class Cut:
    """Counts at or above one threshold."""

    threshold: float
    tp: int
    fp: int


@dataclass(frozen=True)
class Curve:
    """True and false positives at every distinct score, the highest first (`ROC`, `PoolCut`)."""

    scores: np.ndarray
    truths: np.ndarray

    @cached_property
    def order(self) -> np.ndarray:
        return np.argsort(-self.scores, kind="stable")

    @cached_property
    def ends(self) -> np.ndarray:
        """Places in `order` of the last score of each tie."""
        ranked = self.scores[self.order]
        return np.append(np.flatnonzero(ranked[1:] != ranked[:-1]), len(ranked) - 1)

    @cached_property
    def tp(self) -> np.ndarray:
        """From nobody accused to everybody."""
        return np.append(0, np.cumsum(self.truths[self.order])[self.ends])

    @cached_property
    def fp(self) -> np.ndarray:
        return np.append(0, np.cumsum(~self.truths[self.order])[self.ends])

    @property
    def members(self) -> int:
        return int(self.tp[-1])

    @property
    def non_members(self) -> int:
        return int(self.fp[-1])

    def _cut(self, point: int) -> Cut:
        threshold = np.inf if point == 0 else float(self.scores[self.order[self.ends[point - 1]]])
        return Cut(threshold, int(self.tp[point]), int(self.fp[point]))

    def widest(self, limit: float) -> Cut:
        """The lowest threshold whose false-positive rate is within the limit."""
        return self._cut(int(np.searchsorted(self.fp, allowed(limit, self.non_members), side="right")) - 1)

    def narrowest(self, limit: float) -> Cut:
        """Of the thresholds that find as many members as the widest cut, the highest."""
        return self._cut(int(np.searchsorted(self.tp, self.widest(limit).tp, side="left")))

    def with_false_positive(self, limit: float) -> Cut:
        """The widest cut; where it has no false positive, the first that has one (`Resolution`)."""
        cut = self.widest(limit)
        if cut.fp > 0 or self.non_members == 0:
            return cut
        return self._cut(int(np.searchsorted(self.fp, 0, side="right")))
