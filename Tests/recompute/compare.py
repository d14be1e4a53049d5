"""Where recomputed and stored values differ."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

RELATIVE = 1e-9
# Noise of a difference that is 0 but for rounding; p-values are held to their relative tolerance down to underflow.
ABSOLUTE = 1e-15
UNDERFLOW = 1e-300


@dataclass(frozen=True)
class Difference:
    path: str
    stored: object
    recomputed: object

    def __str__(self) -> str:
        return f"{self.path}: stored {self.stored!r}, recomputed {self.recomputed!r}"


def number(value: object) -> object:
    """A number as results files write it: NaN is null, infinities are words."""
    if isinstance(value, float) and math.isnan(value):
        return None
    return {"inf": math.inf, "-inf": -math.inf}.get(value, value) if isinstance(value, str) else value


def agree(stored: object, recomputed: object, path: str) -> bool:
    """Real numbers agree to 1e-9 of their size; everything else is equal, whole numbers among them."""
    if isinstance(stored, bool) or isinstance(recomputed, bool) or stored is None or recomputed is None:
        return stored is recomputed
    if isinstance(stored, str) or isinstance(recomputed, str) or isinstance(recomputed, int):
        return stored == recomputed
    floor = UNDERFLOW if path.endswith(".p") else ABSOLUTE
    return math.isclose(stored, recomputed, rel_tol=RELATIVE, abs_tol=floor)


class Comparison:
    """Collects differences and counts what was compared."""

    def __init__(self) -> None:
        self.differences: list[Difference] = []
        self.compared = 0

    def add(self, path: str, stored: object, recomputed: object, known: frozenset[str] = frozenset()) -> None:
        """Compares two trees; a stored key that is neither recomputed nor `known` is a difference too."""
        if isinstance(stored, dict) and isinstance(recomputed, dict):
            for key in sorted(stored.keys() | recomputed.keys()):
                if key in recomputed or key not in known:
                    self.add(f"{path}.{key}", *(tree.get(key, "(absent)") for tree in (stored, recomputed)), known)
        elif isinstance(stored, list) and isinstance(recomputed, list) and len(stored) == len(recomputed):
            for place, pair in enumerate(zip(stored, recomputed)):
                self.add(f"{path}[{place}]", *pair, known)
        else:
            self._leaf(path, stored, recomputed)

    def _leaf(self, path: str, stored: object, recomputed: object) -> None:
        self.compared += 1
        one, other = number(stored), number(recomputed)
        if isinstance(one, dict | list) or isinstance(other, dict | list) or not agree(one, other, path):
            self.differences.append(Difference(path, brief(stored), brief(recomputed)))

    def lines(self, most: int = 50) -> Iterator[str]:
        yield from map(str, self.differences[:most])
        if len(self.differences) > most:
            yield f"and {len(self.differences) - most} more"


def brief(value: object) -> object:
    """A tree by what it is: its text would fill the screen."""
    if isinstance(value, dict):
        return f"an object of {len(value)} keys"
    return f"a list of {len(value)}" if isinstance(value, list) else value
