"""What models answer: stored signals, the rounding defence, and the observations attacks read."""

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from .elementary import exp, log, log1p, log_sum_exp

# Below any probability that a float32 holds.
FLOOR = 1e-45


@dataclass(frozen=True)
class Signal:
    """[records, C] answers of one model (`Study.Signal`)."""

    kind: str
    resolution: float
    values: np.ndarray

    def rows(self, rows: np.ndarray) -> "Signal":
        return Signal(self.kind, self.resolution, self.values[rows])

    def rounded(self, decimals: int) -> "Signal":
        """Probabilities with few decimals, half to even, kept as float32; the resolution is at least half a step."""
        values = self.values.astype(np.float64)
        if self.kind == "logits":
            values = exp(values - log_sum_exp(values)[:, None])
        scale = 10.0**decimals
        told = (np.rint(values * scale) / scale).astype(np.float32)
        return Signal("probabilities", max(self.resolution, 0.5 / scale), told)


@dataclass(frozen=True)
class Observation:
    """p_y, ln p_y and phi = ln(p_y / (1 - p_y)) (`Study.Observation`): one model's, or one row a model.

    `copies` tells of altered copies of the records; None where no model was asked.
    """

    confidence: np.ndarray
    log_confidence: np.ndarray
    phi: np.ndarray
    copies: "Copies | None" = None

    @classmethod
    def of(cls, signal: Signal, labels: np.ndarray) -> "Observation":
        values = signal.values.astype(np.float64)
        records = np.arange(len(labels))
        own = values[records, labels]
        is_other = np.ones(values.shape, dtype=bool)
        is_other[records, labels] = False
        others = values[is_other].reshape(len(labels), -1)
        if signal.kind == "logits":
            phi = own - log_sum_exp(others)
            rest = log1p(exp(-np.abs(phi)))
            log_own = np.where(phi > 0, -rest, phi - rest)
            return cls(exp(log_own), log_own, phi)
        log_own = log(np.maximum(own, FLOOR))
        if signal.resolution > 0:
            kept = np.clip(own, signal.resolution, 1 - signal.resolution)
            return cls(own, log_own, log(kept) - log(1 - kept))
        return cls(own, log_own, log(own + FLOOR) - log(np.cumsum(others, axis=1)[:, -1] + FLOOR))

    @classmethod
    def stack(cls, parts: list["Observation"]) -> "Observation":
        """K observations as K rows, without copies."""
        fields = ("confidence", "log_confidence", "phi")
        return cls(*(np.array([getattr(part, field) for part in parts]) for field in fields))


@dataclass(frozen=True)
class Unit:
    """One trained model of a store."""

    signal: Signal
    served: Signal
    work: float
    copies: Signal | None

    @classmethod
    def read(cls, folder: Path, copies: Path | None) -> "Unit":
        facts = json.loads((folder / "unit.json").read_text())
        answers = copies and stored_signal(copies, "copies.json", "answers.npy")
        signal = stored_signal(folder, "unit.json", "signal.npy")
        served = signal
        if told := facts.get("served"):
            served = Signal(told["kind"], told["resolution"], np.load(folder / "served.npy"))
        return cls(signal, served, facts["work"], answers)


def stored_signal(folder: Path, facts_name: str, array_name: str) -> Signal:
    facts = json.loads((folder / facts_name).read_text())
    return Signal(facts["kind"], facts["resolution"], np.load(folder / array_name))


@dataclass(frozen=True)
class Copies:
    """Whether records are labelled rightly, and the shares of their copies that are: one model's, or one row a model."""

    right: np.ndarray
    near: np.ndarray
    far: np.ndarray

    @classmethod
    def of(cls, signals: list[Signal], copies: list[Signal], labels: np.ndarray, rows: np.ndarray) -> "Copies":
        """Copy after copy, the nearer half first; the largest answer is the label, of equal ones the first."""
        right = np.array([signal.values.argmax(axis=1) == labels for signal in signals])
        answers = np.array([each.values.argmax(axis=1).reshape(-1, len(labels)) == labels for each in copies])
        half = answers.shape[1] // 2
        shares = (part.sum(axis=1) / half for part in (answers[:, :half], answers[:, half:]))
        return cls(right[:, rows], *(share[:, rows] for share in shares))

    def row(self, model: int) -> "Copies":
        return Copies(self.right[model], self.near[model], self.far[model])
