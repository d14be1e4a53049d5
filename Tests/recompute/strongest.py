"""The strongest attack at each access level, chosen on one quarter and reported on the opposite (`StrongestAttack`)."""

from dataclasses import dataclass

import numpy as np

from . import variance
from .bootstrap import Draws, replicates
from .figures import Scored, estimate, pooled_resolution, rate_influence
from .operating import fixed_point
from .ranks import LIMITS, Curve, allowed
from .stream import Stream
from .utility import Answers
from .variance import Variances

LEVELS = ("labels", "top-k", "probabilities", "logits")
LEAST_MODELS = 8


@dataclass(frozen=True)
class Quarter:
    """A half of the pairs by a half of the subjects, with its part of the draws."""

    pairs: np.ndarray
    subjects: np.ndarray
    records: np.ndarray
    places: np.ndarray
    draws: Draws

    @property
    def models(self) -> np.ndarray:
        return np.stack([2 * self.pairs, 2 * self.pairs + 1], axis=1).ravel()

    def of(self, scores: np.ndarray, membership: np.ndarray) -> Scored:
        rows = np.ix_(self.models, self.records)
        return Scored(scores[rows], membership[rows], self.places)


def halves(count: int, seed: int, stream: int) -> list[np.ndarray]:
    """The first half of the shuffled places, and the rest, each ascending."""
    order = Stream(seed, stream).shuffled(list(range(count)))
    return [np.sort(order[: count // 2]), np.sort(order[count // 2 :])]


def redraws(count: int, number: int, seed: int, stream: int) -> np.ndarray:
    """`number` replicates, one after another from one stream: [number, count]."""
    drawn = Stream(seed, stream).below(np.full(number * count, count)).reshape(number, count)
    return np.array([np.bincount(line, minlength=count) for line in drawn])


def quarters(models: int, subjects: np.ndarray, number: int, seed: int) -> list[Quarter]:
    """Streams of `seed`: 0 divides the pairs, 1 the subjects; 2 and 3 redraw halves of pairs, 4 and 5 of subjects.

    The i-th and the (3 - i)-th share neither a pair nor a subject.
    """
    pair_halves = halves(models // 2, seed, 0)
    subject_halves = halves(int(subjects.max()) + 1, seed, 1)
    pair_counts = [redraws(len(half), number, seed, 2 + place) for place, half in enumerate(pair_halves)]
    subject_counts = [redraws(len(half), number, seed, 4 + place) for place, half in enumerate(subject_halves)]
    result = []
    for one, other in ((0, 0), (0, 1), (1, 0), (1, 1)):
        half = subject_halves[other]
        records = np.flatnonzero(np.isin(subjects, half))
        places = np.searchsorted(half, subjects[records])
        result.append(Quarter(pair_halves[one], half, records, places, Draws(pair_counts[one], subject_counts[other])))
    return result


def cautious_threshold(curve: Curve, limit: float) -> float:
    """The threshold within a limit on other records: one more non-member is counted in, and would be accused.

    With n non-members at most the largest k - 1 with k / (n + 1) within the limit; nobody is accused where k is 0.
    """
    count = int(allowed(limit, curve.non_members + 1)) - 1
    return curve.narrowest(count / curve.non_members).threshold if count >= 0 else np.inf


class QuarterFigures:
    """One attack on one quarter: the area, then the rates at the limits; values, replicates [5, B] and influences."""

    def __init__(self, scored: Scored, draws: Draws):
        curve = scored.pooled
        redrawn = replicates(scored.curves, curve, draws, scored.subjects)
        rates = [curve.narrowest(limit).tp / curve.members for limit in LIMITS]
        self.values = np.array([float(scored.areas.mean()), *rates])
        self.replicates = np.concatenate([redrawn.auc[None], redrawn.tpr])
        self.influences = [variance.of_area(scored.layout, scored.placed, scored.areas, scored.membership)]
        self.influences += [rate_influence(scored, limit) for limit in LIMITS]
        self.is_resolved = [True] + [pooled_resolution(scored, limit)[1] for limit in LIMITS]
        self.least_subjects = min(scored.distinct(True), scored.distinct(False))


def largest(values: np.ndarray) -> int:
    """The place of the largest value, of equal ones the first; undefined ones lose."""
    return int(np.argmax(np.where(np.isnan(values), -np.inf, values)))


class Contest:
    """All attacks of a cell, each on all quarters."""

    def __init__(self, entrants: dict[str, np.ndarray], whole: Scored, parts: list[Quarter]):
        self.ids, self.scores, self.whole, self.parts = list(entrants), list(entrants.values()), whole, parts
        self.figures = [
            [QuarterFigures(part.of(scores, whole.membership), part.draws) for part in parts] for scores in self.scores
        ]

    def choice(self, chosen_from: list[int], figure: int) -> tuple[dict, bool]:
        """One figure of the attacks chosen on opposite quarters, and whether each report resolves it."""
        reports, redrawn, picked = [], [], []
        for quarter in range(4):
            mine = [self.figures[attack][quarter] for attack in chosen_from]
            theirs = [self.figures[attack][3 - quarter] for attack in chosen_from]
            pick = largest(np.array([entry.values[figure] for entry in mine]))
            picked.append(self.ids[chosen_from[pick]])
            reports.append(theirs[pick])
            redrawn.append(theirs[pick].replicates[figure])
        value = float(np.mean([report.values[figure] for report in reports]))
        layout = self.whole.layout
        cells = np.zeros((layout.pairs, layout.subject_count))
        for part, report in zip(reversed(self.parts), reports):
            cells[np.ix_(part.pairs, part.subjects)] += report.influences[figure] / 4
        interval = variance.percentile(np.nanmean(redrawn, axis=0), value, Variances.of(cells, 2).correction[1])
        interval = variance.widened(interval, value, min(report.least_subjects for report in reports))
        is_resolved = all(report.is_resolved[figure] for report in reports)
        return {"estimate": estimate(value, interval), "chosen": picked}, is_resolved

    def envelope(self, chosen_from: list[int], limit: float) -> dict:
        """Accused by any attack, each at an equal part of the limit, at thresholds of the opposite quarter."""
        accused = np.zeros(self.whole.membership.shape, dtype=bool)
        for attack in chosen_from:
            scores = self.scores[attack]
            for chooser, judged in zip(self.parts, reversed(self.parts)):
                curve = chooser.of(scores, self.whole.membership).pooled
                rows = np.ix_(judged.models, judged.records)
                accused[rows] |= scores[rows] >= cautious_threshold(curve, limit / len(chosen_from))
        return fixed_point(limit, accused, self.whole)

    def result(self, chosen_from: list[int]) -> dict:
        choices = [self.choice(chosen_from, figure) for figure in range(1 + len(LIMITS))]
        rates = [
            {"fprLimit": limit, "resolved": resolved, **choice}
            for limit, (choice, resolved) in zip(LIMITS, choices[1:])
        ]
        return {
            "attacks": [self.ids[attack] for attack in chosen_from], "auc": choices[0][0], "tpr": rates,
            "envelope": [self.envelope(chosen_from, limit) for limit in LIMITS],
        }


def strongest(attacks: list[dict], scores: dict[str, np.ndarray], whole: Scored, number: int, seed: int) -> list[dict]:
    """One result for each level at which there is an attack, those that need less in it too; none below K = 8."""
    done = [entry for entry in attacks if entry["status"] == "done"]
    if not done or len(whole.membership) < LEAST_MODELS:
        return []
    parts = quarters(len(whole.membership), whole.subjects, number, seed)
    contest = Contest({entry["id"]: scores[entry["id"]] for entry in done}, whole, parts)
    made: dict[tuple[int, ...], dict] = {}
    result = []
    for rank, level in enumerate(LEVELS):
        chosen_from = tuple(place for place, entry in enumerate(done) if entry["access"] in LEVELS[: rank + 1])
        if chosen_from:
            if chosen_from not in made:
                made[chosen_from] = contest.result(list(chosen_from))
            result.append({"access": level, **made[chosen_from]})
    return result


def by_quarters(
    attacks: list[dict], scores: dict[str, np.ndarray], whole: Scored, answers: Answers, seed: int
) -> list[dict]:
    """Utility and rates on each quarter; every other person of the population belongs to a half of the subjects."""
    done = [entry["id"] for entry in attacks if entry["status"] == "done"]
    if not done or len(whole.membership) < LEAST_MODELS:
        return []
    bound = int(whole.subjects.max()) + 1
    result = []
    for place, part in enumerate(quarters(len(whole.membership), whole.subjects, 1, seed)):
        aside = (answers.subjects >= bound) & ((answers.subjects - bound) % 2 == place % 2)
        weights = (np.isin(answers.subjects, part.subjects) | aside).astype(float)
        pairs = np.isin(np.arange(len(whole.membership) // 2), part.pairs).astype(float)
        plain, balanced = answers.means(weights[None], pairs[None])
        rates = []
        for attack in done:
            scored = part.of(scores[attack], whole.membership)
            curve = scored.pooled
            rates.append({"id": attack, "rates": [
                {
                    "fprLimit": limit, "tpr": curve.narrowest(limit).tp / curve.members,
                    "resolved": bool(pooled_resolution(scored, limit)[1]),
                } for limit in LIMITS]})
        result.append({"accuracy": float(plain[0]), "balancedAccuracy": float(balanced[0]), "attacks": rates})
    return result
