"""Counter-based random streams (`Maths.Stream`) and what is drawn from them.

The i-th word of a stream, from 1, is mix(key + i * GOLDEN) with key = mix(seed + stream * GOLDEN), modulo 2^64; mix is
the finaliser of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).
"""

from enum import IntEnum

import numpy as np

GOLDEN = 0x9E37_79B9_7F4A_7C15
WORD = (1 << 64) - 1
LOW_HALF = np.uint64(0xFFFF_FFFF)
HALF = np.uint64(32)


class Purpose(IntEnum):
    """What a stream is for: stream i of a purpose has the number purpose * 2^32 + i (`PoolDesign.swift`)."""

    HALVES = 2
    BOOTSTRAP = 6
    NULL = 7
    ATTACK = 8
    INDEPENDENT = 9


def mix(words: np.ndarray) -> np.ndarray:
    """The SplitMix64 finaliser; uint64 arithmetic wraps."""
    z = (words ^ (words >> np.uint64(30))) * np.uint64(0xBF58_476D_1CE4_E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D0_49BB_1331_11EB)
    return z ^ (z >> np.uint64(31))


class Stream:
    """One stream, read from its first word on."""

    def __init__(self, seed: int, number: int):
        self.key = mix(np.array([(seed + number * GOLDEN) & WORD], dtype=np.uint64))[0]
        self.read = 0

    @classmethod
    def of(cls, purpose: Purpose, seed: int, index: int) -> "Stream":
        return cls(seed, (int(purpose) << 32) | index)

    def words(self, count: int) -> np.ndarray:
        """The next `count` words."""
        places = np.arange(self.read + 1, self.read + 1 + count, dtype=np.uint64)
        self.read += count
        return mix(self.key + places * np.uint64(GOLDEN))

    def seed(self) -> int:
        """The next word, as the seed of streams of its own."""
        return int(self.words(1)[0])

    def below(self, bounds: np.ndarray) -> np.ndarray:
        """One number in 0..<bound for each bound in turn: the high word of word * bound.

        A word whose product's low half is under 2^64 mod bound is left out and the next one taken, so that no number is
        likelier than another (Lemire 2019).
        """
        bounds = np.asarray(bounds, dtype=np.uint64)
        result = np.empty(len(bounds), dtype=np.int64)
        done = 0
        while done < len(bounds):
            left = bounds[done:]
            start = self.read
            words = self.words(len(left))
            low = words * left
            high = ((words >> HALF) * left + (((words & LOW_HALF) * left) >> HALF)) >> HALF
            refused = np.flatnonzero(low < (np.uint64(0) - left) % left)
            kept = int(refused[0]) if len(refused) else len(left)
            result[done : done + kept] = high[:kept].astype(np.int64)
            self.read = start + kept + (1 if len(refused) else 0)
            done += kept
        return result

    def shuffled(self, values: list[int]) -> list[int]:
        """Fisher and Yates, from the last place down to the second."""
        result = list(values)
        lasts = range(len(result) - 1, 0, -1)
        for last, other in zip(lasts, self.below(np.arange(len(result), 1, -1))):
            result[last], result[other] = result[other], result[last]
        return result


def bootstrap_counts(units: int, subjects: int, replicates: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """How often each pair of models and each subject stands in each replicate (`BootstrapDraws`).

    Replicate i reads stream i of `seed`: as many pairs as there are, then as many subjects. `units` is the number of
    pairs. Returns [replicates, pairs] and [replicates, subjects].
    """
    pair_counts = np.empty((replicates, units), dtype=np.int64)
    subject_counts = np.empty((replicates, subjects), dtype=np.int64)
    for replicate in range(replicates):
        stream = Stream(seed, replicate)
        pair_counts[replicate] = np.bincount(stream.below(np.full(units, units)), minlength=units)
        subject_counts[replicate] = np.bincount(stream.below(np.full(subjects, subjects)), minlength=subjects)
    return pair_counts, subject_counts


def derived_seed(purpose: Purpose, seed: int, index: int) -> int:
    """The first word of stream `index` of a purpose (`CellRun.drawSeed`, `AttackRun.attackSeed`)."""
    return Stream.of(purpose, seed, index).seed()
