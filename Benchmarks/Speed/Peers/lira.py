"""LiRA online with each record's own variance, 64 models x 20,000 records, in NumPy: two usual ways of writing it."""
from clock import least, tell

import numpy as np
from scipy.stats import norm

MODELS, RECORDS = 64, 20_000
random = np.random.default_rng(0)
inside = random.random((MODELS, RECORDS)) < 0.5
phi = (random.normal(size=(MODELS, RECORDS)) + inside).astype(np.float32)


def by_nan_functions(target: int) -> np.ndarray:
    """As published programs have it: what is on the other side is masked; medians and deviations."""
    others = np.arange(MODELS) != target
    signals, trained = phi[others].astype(np.float64), inside[others]
    logs = []
    for chosen in (trained, ~trained):
        side = np.where(chosen, signals, np.nan)
        logs.append(norm.logpdf(phi[target], np.nanmedian(side, axis=0), np.nanstd(side, axis=0) + 1e-30))
    return logs[0] - logs[1]


def by_running_sums() -> None:
    """All targets from one pass: the target's own part is taken off the sums. It cancels, and knows the membership."""
    signals, trained = phi.astype(np.float64), inside.astype(np.float64)
    sums = [(side.sum(axis=0), (side * signals).sum(axis=0), (side * signals**2).sum(axis=0))
            for side in (trained, 1 - trained)]
    for target in range(MODELS):
        x, total = signals[target], 0
        for (count, one, two), own, sign in zip(sums, (trained[target], 1 - trained[target]), (1, -1)):
            n = count - own
            mean = (one - own * x) / n
            variance = (two - own * x * x) / n - mean * mean
            total = total + sign * (-0.5 * np.log(variance) - (x - mean) ** 2 / (2 * variance))


tell({"nan-functions, one target": least(lambda: by_nan_functions(5), 5),
      "running sums, 64 targets": least(by_running_sums, 7)})
