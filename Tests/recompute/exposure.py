"""How often records are found by the headline attack (`RecordExposure`, `Shrinkage`, `Exposure+Measure`)."""

import math

import numpy as np

from .figures import Scored
from .special import beta_tail, clopper_pearson, normal_reach, student_reach
from .variance import Variances, quantile

SHARES = (0.1, 0.25, 0.5, 0.75, 0.9, 0.99)
THRESHOLDS = (0.1, 0.25, 0.5, 0.9)
BINS = 20
LEAST_SUBJECTS = 10


def beta_size(found: np.ndarray, trials: np.ndarray) -> tuple[float, float]:
    """Mean and a + b of the beta distribution of records' rates, by moments; infinite where they do not differ."""
    total = int(trials.sum())
    mean = int(found.sum()) / total
    spread = float((trials * (found / trials - mean) ** 2).sum())
    chance = mean * (1 - mean)
    spare = len(trials) - 1
    between = (spread - spare * chance) / (total - float((trials**2).sum()) / total - spare)
    if chance == 0 or not between > 0:
        return mean, math.inf
    return mean, max(0.01, (1 - between / chance) / (between / chance))


def probability(threshold: float, found: int, trials: int, mean: float, size: float) -> float:
    if math.isinf(size) or mean in (0, 1):
        return float(mean >= threshold)
    return 1 - beta_tail(mean * size + found, (1 - mean) * size + trials - found, threshold, 1 - threshold)


def stability(is_found: np.ndarray, membership: np.ndarray) -> float | None:
    """Pearson's correlation of records' shares between even and odd pairs of models."""
    pair = np.arange(len(membership)) // 2
    shares = []
    for half in (0, 1):
        rows = pair % 2 == half
        with np.errstate(divide="ignore", invalid="ignore"):
            shares.append(is_found[rows].sum(axis=0) / membership[rows].sum(axis=0))
    both = ~np.isnan(shares[0]) & ~np.isnan(shares[1])
    one, other = (own[both] - own[both].mean() if both.any() else own[both] for own in shares)
    scale = math.sqrt(float((one**2).sum() * (other**2).sum()))
    return float((one * other).sum()) / scale if scale > 0 else None


def interval(scored: Scored, is_found: np.ndarray, inside: np.ndarray, level: float) -> tuple[float, float]:
    """Korn and Graubard's: exact, of as many independent pairs as the clustered ones amount to."""
    members = scored.membership & inside
    trials = int(members.sum())
    share = int((is_found & inside).sum()) / trials
    influence = np.where(members, (is_found - share) / trials, 0.0)
    spread = Variances.of(scored.layout.cells(influence))
    subjects = len(np.unique(scored.subjects[inside]))
    independent = share * (1 - share) / spread.sampled if spread.sampled > 0 else subjects
    ratio = normal_reach(level) / student_reach(spread.freedom, level)
    effective = max(1.0, min(independent, trials) * ratio**2)
    low, high = clopper_pearson(share * effective, effective, level)
    return min(share, low), max(share, high)


def classes(scored: Scored, is_found: np.ndarray, labels: np.ndarray, stored: dict, level: float) -> dict:
    """The groups by class: a subject's class is that of its first record; names and p-values are as stored."""
    first = np.unique(scored.subjects, return_index=True)[1]
    of_subject = labels[first]
    groups = []
    shown = [label for label in np.unique(of_subject) if (of_subject == label).sum() >= LEAST_SUBJECTS]
    for label, group in zip(shown, stored["groups"]):
        inside = (of_subject == label)[scored.subjects]
        low, high = interval(scored, is_found, inside, level)
        members = scored.membership & inside
        groups.append({
            "name": group["name"], "subjects": int((of_subject == label).sum()), "records": int(inside.sum()),
            "found": {
                "value": int((is_found & inside).sum()) / int(members.sum()), "low": low, "high": high,
                "level": level, "method": "clopper-pearson-clustered",
            },
            "p": group["p"],
        })
    return {**stored, "groups": groups}


def exposure(scored: Scored, attack: str, limit: float | None, labels: np.ndarray, stored: dict | None) -> dict | None:
    """The cell's exposure; groups by attributes other than the class are not in the store and stay as stored."""
    if limit is None or stored is None:
        return None
    cut = scored.pooled.narrowest(limit)
    is_found = (scored.scores >= cut.threshold) & scored.membership
    found, trials = is_found.sum(axis=0), scored.membership.sum(axis=0)
    found, trials = found[trials > 0], trials[trials > 0]
    mean, size = beta_size(found, trials)
    weight = trials / (trials + size) if math.isfinite(size) else np.zeros(len(trials))
    ranked = np.sort(weight * (found / trials) + (1 - weight) * mean)
    models = float(trials.sum()) / len(trials)
    shown = sum(len(partition["groups"]) for partition in stored["partitions"])
    level = 1 - 0.05 / max(1, shown)
    counts = {key: int(((trials == key[0]) & (found == key[1])).sum()) for key in sorted(set(zip(trials, found)))}
    above = [
        {
            "threshold": threshold,
            "share": sum(
                count * probability(threshold, int(own), int(of), mean, size) for (of, own), count in counts.items()
            ) / len(trials),
        }
        for threshold in THRESHOLDS
    ]
    return {
        "attack": attack, "fprLimit": limit, "records": len(trials), "subjects": scored.layout.subject_count,
        "models": models, "mean": mean, "weight": models / (models + size) if math.isfinite(size) else 0.0,
        "stability": stability(is_found, scored.membership),
        "quantiles": [{"share": share, "value": quantile(ranked, share)} for share in SHARES],
        "histogram": np.bincount((found * BINS + trials - 1) // trials, minlength=BINS + 1).tolist(),
        "above": above,
        "partitions": [
            classes(scored, is_found, labels, partition, level) if partition["isClass"] else partition
            for partition in stored["partitions"]
        ],
    }
