"""Verdicts over several attacks and cells (`CellResult+Judge`)."""

from .attacks import ATTACKS
from .figures import SIGNIFICANT


def holm(values: list[float]) -> list[float]:
    """Holm's step-down: the i-th least of n, from 0, times n - i, never below an earlier one, at most 1."""
    result, largest = list(values), 0.0
    for rank, place in enumerate(sorted(range(len(values)), key=lambda index: values[index])):
        largest = max(largest, min(1.0, (len(values) - rank) * values[place]))
        result[place] = largest
    return result


def cell_verdict(headlines: list[dict]) -> str | None:
    """A leak where a resolved attack's adjusted p is below 0.05; insufficient where none is resolved; None of none."""
    if not headlines:
        return None
    resolved = [entry["smallestResolved"] is not None for entry in headlines]
    adjusted = holm([entry["p"] for entry in headlines])
    if any(known and p < SIGNIFICANT for known, p in zip(resolved, adjusted)):
        return "leak"
    return "no-leak-shown" if any(resolved) else "insufficient-evidence"


def headline_attack(attacks: list[dict]) -> str | None:
    """The first done attack in order of published strength, whatever its numbers."""
    done = [entry for entry in attacks if entry["status"] == "done"]
    order = {name: place for place, name in enumerate(ATTACKS)}
    return min(done, key=lambda entry: order.get(entry["attack"], len(order)))["id"] if done else None
