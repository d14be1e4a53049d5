"""Rates at thresholds that were fixed on other models or records (`FixedAccusations`, `ReferenceThresholds`)."""

import numpy as np

from .figures import Scored
from .ranks import LIMITS, Curve
from .special import LEVEL, clopper_pearson, normal_reach, student_reach
from .variance import Variances

PRIORS = (0.5, 0.1, 0.01)
# At half the error, so that what is made of two rates holds at 95 %.
EACH = 0.975


class Rate:
    """The share of accused among members, or among non-members, of all (target, record) pairs."""

    def __init__(self, accused: np.ndarray, scored: Scored, truth: bool):
        is_side = scored.membership == truth
        self.count, self.total = int((accused & is_side).sum()), int(is_side.sum())
        self.distinct = scored.distinct(truth)
        self.share = self.count / self.total
        influence = np.where(is_side, (accused - self.share) / self.total, 0.0)
        self.variances = Variances.of(scored.layout.cells(influence))

    def trials(self, level: float) -> float:
        """Effective trials (Korn and Graubard 1998).

        All of them where each is a subject of its own; the subjects where nobody or everybody is accused; else the
        binomial variance over the sampled one, times the square of Student's quantile over the normal one (at least
        1), and never more than there are.
        """
        if self.distinct == self.total:
            return float(self.total)
        if self.variances.sampled <= 0 or self.count in (0, self.total):
            return float(self.distinct)
        widening = max(1.0, student_reach(self.variances.freedom, level) / normal_reach(level))
        return min(float(self.total), self.share * (1 - self.share) / (self.variances.sampled * widening**2))

    def estimate(self, level: float) -> dict:
        trials = self.trials(level)
        low, high = clopper_pearson(self.share * trials, trials, level)
        return {
            "value": self.share, "low": min(self.share, low), "high": max(self.share, high), "level": level,
            "method": "clopper-pearson",
        }


def predictive(prior: float, tpr: float, fpr: float) -> float:
    """The share of members among the accused; NaN where nobody is."""
    accused = prior * tpr + (1 - prior) * fpr
    return prior * tpr / accused if accused > 0 else float("nan")


def predictive_value(prior: float, tpr: dict, fpr: dict) -> dict:
    low, high = predictive(prior, tpr["low"], fpr["high"]), predictive(prior, tpr["high"], fpr["low"])
    return {
        "prior": prior, "value": predictive(prior, tpr["value"], fpr["value"]),
        "low": 0.0 if np.isnan(low) else low, "high": 1.0 if np.isnan(high) else high,
    }


def fixed_point(limit: float, accused: np.ndarray, scored: Scored) -> dict:
    """Counts, rates and shares of members among the accused, for K x N accusations."""
    rates = [Rate(accused, scored, truth) for truth in (True, False)]
    each = [rate.estimate(EACH) for rate in rates]
    return {
        "fprLimit": limit, "tp": rates[0].count, "fp": rates[1].count, "tpr": rates[0].estimate(LEVEL),
        "fpr": rates[1].estimate(LEVEL), "ppv": [predictive_value(prior, *each) for prior in PRIORS],
    }


def operating(scored: Scored) -> list[dict]:
    """At each limit the threshold of all other pairs' scores, those of the target's pair left out; none below K = 4."""
    models = len(scored.scores)
    if models < 4:
        return []
    pair = np.arange(models) // 2
    others = [
        Curve(scored.scores[pair != own].ravel(), scored.membership[pair != own].ravel()) for own in range(models // 2)
    ]
    return [
        fixed_point(
            limit, scored.scores >= np.array([others[own].narrowest(limit).threshold for own in pair])[:, None], scored)
        for limit in LIMITS
    ]
