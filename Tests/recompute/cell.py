"""One cell from its stored units to its figures (`CellRun`, `AttackRun`)."""

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from .attacks import ATTACKS, ON_LABELS, SUMMED, Evidence
from .bootstrap import Draws
from .exposure import exposure
from .figures import Scored, measured, null_result, pooled_headline
from .operating import operating
from .pool import Pool, dense
from .signal import Copies, Observation, Signal, Unit
from .stream import Purpose, bootstrap_counts, derived_seed
from .strongest import by_quarters, strongest
from .utility import Answers, utility
from .validity import fidelity
from .verdicts import cell_verdict, headline_attack


@dataclass(frozen=True)
class Told:
    """What models answer about the records under test and about the population, one row a model."""

    tested: Observation
    population: Observation

    @classmethod
    def of(cls, signals: list[Signal], copies: list[Signal], pool: Pool) -> "Told":
        def observed(rows: np.ndarray) -> Observation:
            return Observation.stack([Observation.of(signal.rows(rows), pool.labels[rows]) for signal in signals])

        told = Copies.of(signals, copies, pool.labels, pool.tested) if copies else None
        return cls(replace(observed(pool.tested), copies=told), observed(pool.population))


def row(observation: Observation, model: int) -> Observation:
    return Observation(
        observation.confidence[model], observation.log_confidence[model], observation.phi[model],
        observation.copies and observation.copies.row(model))


@dataclass(frozen=True)
class CellData:
    """The first K units are the pool's, the rest targets outside it."""

    pool: Pool
    units: list[Unit]
    seed: int
    replicates: int
    decimals: int | None

    @cached_property
    def released(self) -> list[Signal]:
        """What an outsider receives: rounded where that is the defence; every other defence acted in training."""
        return self.seen([unit.signal for unit in self.units])

    @cached_property
    def served(self) -> list[Signal]:
        """What users are answered, by which accuracy is told."""
        return self.seen([unit.served for unit in self.units])

    @cached_property
    def copies(self) -> list[Signal]:
        """What an outsider receives about altered copies, one a unit; empty where no model was asked."""
        return self.seen([unit.copies for unit in self.units if unit.copies])

    def seen(self, signals: list[Signal]) -> list[Signal]:
        return signals if self.decimals is None else [signal.rounded(self.decimals) for signal in signals]

    @cached_property
    def told(self) -> Told:
        return Told.of(self.released[: self.pool.models], self.copies[: self.pool.models], self.pool)

    @cached_property
    def outsiders(self) -> Told:
        return Told.of(self.released[self.pool.models :], self.copies[self.pool.models :], self.pool)

    @cached_property
    def subjects(self) -> np.ndarray:
        return dense(self.pool.subjects[self.pool.tested])

    def draws_of(self, models: int, subjects: int, seed: int) -> Draws:
        return Draws(*bootstrap_counts((models + 1) // 2, subjects, self.replicates, seed))

    @cached_property
    def draws(self) -> Draws:
        seed = derived_seed(Purpose.BOOTSTRAP, self.seed, 0)
        return self.draws_of(self.pool.models, int(self.subjects.max()) + 1, seed)

    @cached_property
    def redrawn(self) -> np.ndarray:
        return self.pool.drawn(self.pool.models, self.seed, Purpose.NULL)

    def scores(
        self, attack: str, parameters: dict, targets: Told, places: list[int], membership: np.ndarray
    ) -> np.ndarray:
        """One row a target; `places` beyond K - 1 are outside the pool, where every model is a reference."""
        rows = []
        for number, place in enumerate(places):
            evidence = Evidence(
                place, row(targets.tested, number), row(targets.population, number), self.told.tested,
                self.told.population, membership)
            rows.append(ATTACKS[attack](evidence, parameters))
        return np.array(rows)

    def scored(self, scores: np.ndarray) -> Scored:
        return Scored(scores, self.pool.membership, self.subjects)

    def attack(self, stored: dict) -> tuple[dict, np.ndarray]:
        """An attack's result by its name and parameters, and its K x N scores; unavailable where one is no number."""
        name, parameters = stored["attack"], stored["parameters"]
        pool, every = self.pool, list(range(self.pool.models))
        scores = self.scores(name, parameters, self.told, every, pool.membership)
        null = self.scores(name, parameters, self.told, every, self.redrawn)
        said = {"attack": name, "access": "labels" if name in ON_LABELS else "probabilities"}
        if not (np.isfinite(scores).all() and np.isfinite(null).all()):
            nothing = dict.fromkeys(("headline", "subjects", "independent", "null")) | {"targets": [], "operating": []}
            return {**said, "id": stored["id"], "status": "unavailable", **nothing}, scores
        result = {
            **said, "id": stored["id"], "status": "done",
            **measured(self.scored(scores), self.draws, name in SUMMED), "operating": operating(self.scored(scores)),
            "null": null_result(Scored(null, self.redrawn, self.subjects), self.draws),
            "independent": self.independent(name, parameters),
        }
        return result, scores

    def independent(self, name: str, parameters: dict) -> dict | None:
        """The headline on targets outside the pool, on draws of its own; None where there are none."""
        count = len(self.units) - self.pool.models
        if count == 0:
            return None
        places = [self.pool.models + number for number in range(count)]
        scores = self.scores(name, parameters, self.outsiders, places, self.pool.membership)
        draws = self.draws_of(count, int(self.subjects.max()) + 1, derived_seed(Purpose.ATTACK, self.seed, 0))
        return pooled_headline(Scored(scores, self.pool.independent(count, self.seed), self.subjects), draws)

    def strongest(self, attacks: list[dict], scores: dict[str, np.ndarray]) -> list[dict]:
        seed = derived_seed(Purpose.BOOTSTRAP, self.seed, 2)
        whole = self.scored(np.zeros(self.pool.membership.shape))
        return strongest(attacks, scores, whole, self.replicates, seed)

    def exposure(self, attacks: list[dict], scores: dict[str, np.ndarray], stored: dict) -> dict | None:
        chosen = headline_attack(attacks)
        if chosen not in scores:
            return stored["exposure"]
        limit = next(entry["headline"]["smallestResolved"] for entry in attacks if entry["id"] == chosen)
        labels = self.pool.labels[self.pool.tested]
        return exposure(self.scored(scores[chosen]), chosen, limit, labels, stored["exposure"])

    def fidelity(self, cell: str) -> list[dict]:
        labels = self.pool.labels[self.pool.tested]
        own = self.released[: self.pool.models]
        served = self.served[: self.pool.models]
        right = np.array([signal.values[self.pool.tested].argmax(axis=1) == labels for signal in served])
        resolution = max(signal.resolution for signal in own)
        return fidelity(cell, right, self.told.tested.confidence, self.pool.membership, resolution)

    def quarters(self, attacks: list[dict], scores: dict[str, np.ndarray]) -> list[dict]:
        whole = self.scored(np.zeros(self.pool.membership.shape))
        return by_quarters(attacks, scores, whole, self.answers, derived_seed(Purpose.BOOTSTRAP, self.seed, 2))

    @cached_property
    def answers(self) -> Answers:
        """The K models' answers; the largest counts, of equal ones the first."""
        pool, aside = self.pool, dense(self.pool.subjects[self.pool.population])
        rows = np.concatenate([pool.tested, pool.population])
        labels = pool.labels[rows]
        right = np.array([signal.values[rows].argmax(axis=1) == labels for signal in self.served[: pool.models]])
        outside = np.concatenate([~pool.membership, np.ones((pool.models, len(aside)), dtype=bool)], axis=1)
        count = int(self.subjects.max()) + 1
        return Answers(
            right, outside, labels, np.concatenate([self.subjects, aside + count]), self.released[0].values.shape[1])

    def utility(self) -> dict:
        aside = dense(self.pool.subjects[self.pool.population])
        # Draws of one model: its pair takes the first word of each replicate.
        population = self.draws_of(1, int(aside.max()) + 1, derived_seed(Purpose.BOOTSTRAP, self.seed, 1)).subjects
        return utility(self.answers, self.draws, population)


def facts(pool: Pool) -> dict:
    return {"models": pool.models, "records": len(pool.labels), "population": len(pool.population)}


def cell_result(data: CellData, stored: dict, failed: list[str]) -> tuple[dict, dict[str, np.ndarray]]:
    """A done cell, and the scores of its attacks; an attack that has no definition here stays as stored, without.

    The verdict is insufficient evidence where checks failed for the cell.
    """
    attacks, scores = [], {}
    for entry in stored["attacks"]:
        if entry["attack"] in ATTACKS:
            entry, scores[entry["id"]] = data.attack(entry)
        attacks.append(entry)
    headlines = [entry["headline"] for entry in attacks if entry["headline"]]
    result = {
        **facts(data.pool), "status": "done", "utility": data.utility(), "attacks": attacks,
        "headlineAttack": headline_attack(attacks), "failedChecks": failed,
        "verdict": "insufficient-evidence" if failed and headlines else cell_verdict(headlines),
        "exposure": data.exposure(attacks, scores, stored),
        "work": sum(unit.work for unit in data.units),
        "strongest": data.strongest(attacks, scores) if len(scores) == len(attacks) else stored["strongest"],
        "quarters": data.quarters(attacks, scores) if len(scores) == len(attacks) else stored["quarters"],
    }
    return result, scores


def undone_result(pool: Pool, stored: dict) -> dict:
    """A skipped or failed cell: the pool's counts and nothing else."""
    return {
        **facts(pool), "status": stored["status"], "utility": None, "attacks": [], "headlineAttack": None,
        "verdict": None, "work": 0, "strongest": [], "failedChecks": [], "exposure": None,
        "quarters": [],
    }
