"""Who trained on what: the arrays of a store's pool, and memberships drawn again from the seed (`PoolDesign`)."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from .stream import Purpose, Stream


def dense(subjects: np.ndarray) -> np.ndarray:
    """Subjects renumbered from 0 in order of appearance."""
    numbers: dict[int, int] = {}
    return np.array([numbers.setdefault(subject, len(numbers)) for subject in subjects.tolist()], dtype=np.int64)


@dataclass(frozen=True)
class Pool:
    """K models, N records under test, Z of the population; labels and subjects of all rows of the dataset."""

    membership: np.ndarray
    tested: np.ndarray
    population: np.ndarray
    labels: np.ndarray
    subjects: np.ndarray

    @classmethod
    def read(cls, folder: Path) -> "Pool":
        names = ("membership", "tested", "population", "labels", "subjects")
        return cls(*(np.load(folder / f"{name}.npy") for name in names))

    @property
    def models(self) -> int:
        return len(self.membership)

    def faults(self, seed: int) -> list[str]:
        """What is wrong with the design itself."""
        found = []
        if not np.array_equal(self.membership[0::2], ~self.membership[1::2]):
            found.append("the models of a pair do not train on complementary halves")
        if not np.array_equal(np.sort(np.concatenate([self.tested, self.population])), np.arange(len(self.labels))):
            found.append("records under test and population are not the dataset")
        if np.intersect1d(self.subjects[self.tested], self.subjects[self.population]).size:
            found.append("a subject is both under test and in the population")
        if not np.array_equal(self.drawn(self.models, seed, Purpose.HALVES), self.membership):
            found.append("the membership is not the one that the seed draws")
        return found

    def drawn(self, models: int, seed: int, purpose: Purpose) -> np.ndarray:
        """A membership, models x N, by the pool's own rule.

        Pair j reads stream j of the purpose: class by class the subjects under test (a subject's class is that of its
        first row), ascending, are shuffled and the first half trains model 2j, the rest 2j + 1; with an odd number a
        further `below(2)` after the shuffle says which half gets the odd one.
        """
        first_row = np.unique(self.subjects, return_index=True)[1]
        present = np.unique(self.subjects[self.tested])
        classes = self.labels[first_row][present]
        rows = []
        for pair in range(models // 2):
            stream = Stream.of(purpose, seed, pair)
            first = np.zeros(len(first_row), dtype=bool)
            for label in range(int(self.labels.max()) + 1):
                order = stream.shuffled(present[classes == label].tolist())
                half = len(order) // 2 + (int(stream.below(np.array([2]))[0]) if len(order) % 2 else 0)
                first[order[:half]] = True
            rows += [first[self.subjects[self.tested]], ~first[self.subjects[self.tested]]]
        return np.array(rows)

    def independent(self, count: int, seed: int) -> np.ndarray:
        """Fresh halves of targets outside the pool, count x N: the first of each of `count` pairs."""
        return self.drawn(2 * count, seed, Purpose.INDEPENDENT)[0::2]
