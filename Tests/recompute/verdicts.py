"""Verdicts over several attacks and cells (`CellResult+Judge`, `NullResult+Measure`, `IndependentCheck`)."""

import math

from .attacks import ATTACKS
from .figures import SIGNIFICANT
from .special import REACH, survival


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


def _check(name: str, p: list[float]) -> dict:
    least = min(holm(p)) if p else None
    verdict = "not-checked" if least is None else "failed" if least < SIGNIFICANT else "passed"
    return {"name": name, "verdict": verdict, "p": least, "lines": len(p)}


def _half_width(entry: dict) -> float:
    return (entry["high"] - entry["low"]) / 2


def _difference_p(pooled: dict, fresh: dict) -> float:
    """Of two areas being equal: their difference over the root of the sum of squared errors, read off the intervals."""
    difference = abs(fresh["value"] - pooled["value"])
    if difference == 0:
        return 1.0
    error = math.hypot(_half_width(pooled), _half_width(fresh)) / REACH
    return min(1.0, 2 * survival(difference / error)) if error > 0 else 0.0


def checks(attacks: list[dict]) -> list[dict]:
    """The null runs of all cells' attacks, and the targets outside the pools where there are any."""
    result = [_check("null-run", [entry["null"]["p"] for entry in attacks if entry["null"]])]
    fresh = [
        _difference_p(entry["headline"]["auc"], entry["independent"]["auc"])
        for entry in attacks
        if entry["independent"]
    ]
    return result + ([_check("independent-targets", fresh)] if fresh else [])
