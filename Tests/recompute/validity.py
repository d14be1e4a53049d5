"""Checks of the test itself (`Validity`, `ShadowFidelity`, `IndependentCheck`)."""

import math

import numpy as np

from .figures import SIGNIFICANT
from .special import REACH, beta_tail, student_reach, survival
from .variance import quantile
from .verdicts import holm

TOLERANCE = 0.05
QUARTERS = (0.25, 0.5, 0.75)
QUANTITIES = [
    f"{side}-{measure}"
    for side in ("train", "test")
    for measure in ("accuracy", "confidence-25", "confidence-50", "confidence-75")
]


def line(cell: str, attack: str | None, quantity: str, entry: tuple[float, float, float], p: float) -> dict:
    value, low, high = entry
    return {"cell": cell, "attack": attack, "quantity": quantity, "value": value, "low": low, "high": high, "p": p}


def check(name: str, lines: list[dict]) -> dict:
    """Holm over all lines; of each cell the line with the least p."""
    adjusted = holm([entry["p"] for entry in lines])
    least = min(adjusted, default=None)
    worst: dict[str, int] = {}
    for place, entry in enumerate(lines):
        if entry["cell"] not in worst or entry["p"] < lines[worst[entry["cell"]]]["p"]:
            worst[entry["cell"]] = place
    figures = [
        {**lines[place], "p": adjusted[place], "failed": adjusted[place] < SIGNIFICANT} for place in worst.values()
    ]
    verdict = "not-checked" if least is None else "failed" if least < SIGNIFICANT else "passed"
    return {"name": name, "verdict": verdict, "p": least, "lines": len(lines), "figures": figures}


def _ends(auc: dict) -> tuple[float, float, float]:
    return auc["value"], auc["low"], auc["high"]


def _two_sided(distance: float, error: float) -> float:
    if distance <= 0:
        return 1.0
    return min(1.0, 2 * survival(distance / error)) if error > 0 else 0.0


def _sign(cell: str, entry: dict) -> dict:
    auc = entry["headline"]["auc"]
    p = _two_sided(0.5 - auc["value"], (auc["high"] - auc["low"]) / (2 * REACH))
    return line(cell, entry["id"], "auc", _ends(auc), p)


def _independent(cell: str, entry: dict) -> dict:
    """Two areas against the root of the sum of their squared half-widths."""
    pooled, fresh = entry["headline"]["auc"], entry["independent"]["auc"]
    reach = math.hypot(*((own["high"] - own["low"]) / 2 for own in (pooled, fresh)))
    difference = fresh["value"] - pooled["value"]
    ends = (difference, difference - reach, difference + reach)
    return line(cell, entry["id"], "auc-difference", ends, _two_sided(abs(difference), reach / REACH))


def _resolution(cells: list[tuple[str, list[dict], str | None]]) -> dict:
    figures = []
    for cell, attacks, chosen in cells:
        for entry in attacks:
            if entry["id"] == chosen and entry["headline"]:
                rate = entry["headline"]["smallestResolved"]
                figures.append({
                    **line(cell, chosen, "smallest-rate", (rate, None, None), None), "failed": rate is None,
                })
    failed = any(figure["failed"] for figure in figures)
    verdict = "not-checked" if not figures else "failed" if failed else "passed"
    return {"name": "resolution", "verdict": verdict, "p": None, "lines": len(figures), "figures": figures}


def checks(cells: list[tuple[str, list[dict], str | None]], fidelity: list[dict], stored: list[dict]) -> list[dict]:
    """All checks from each cell's id, attacks and headline attack; features are not in the store, so that the
    likeness of members and non-members stays as stored."""

    def lines(make, key: str) -> list[dict]:
        return [make(cell, entry) for cell, attacks, _ in cells for entry in attacks if entry[key]]

    def null(cell: str, entry: dict) -> dict:
        return line(cell, entry["id"], "auc", _ends(entry["null"]["auc"]), entry["null"]["p"])

    sign = [
        entry
        for cell, attacks, _ in cells
        for entry in sorted((_sign(cell, own) for own in attacks if own["headline"]), key=lambda own: own["value"])
    ]
    return [
        check("null-run", lines(null, "null")), check("sign", sign), check("shadow-fidelity", fidelity),
        check("independent-targets", lines(_independent, "independent")),
        *[entry for entry in stored if entry["name"] == "matched-non-members"], _resolution(cells),
    ]


def _profile(right: np.ndarray, confidence: np.ndarray, trained: np.ndarray) -> list[float]:
    values = []
    for side in (trained, ~trained):
        ranked = np.sort(confidence[side])
        values += [int(right[side].sum()) / int(side.sum())] + [quantile(ranked, share) for share in QUARTERS]
    return values


def fidelity(
    cell: str, right: np.ndarray, confidence: np.ndarray, membership: np.ndarray, resolution: float
) -> list[dict]:
    """One line: the quantity with the least p, twice the median over targets, times the number of quantities."""
    models = len(membership)
    if models < 4:
        return []
    profiles = np.array([_profile(*rows) for rows in zip(right, confidence, membership)])
    best = None
    for place, quantity in enumerate(QUANTITIES):
        entries = []
        for target in range(models):
            others = np.delete(profiles[:, place], [target, target ^ 1])
            count, mean = len(others), float(others.mean())
            deviation = float(others.std(ddof=1)) * math.sqrt(1 + 1 / count)
            slack = TOLERANCE + (0 if quantity.endswith("accuracy") else 2 * resolution)
            beyond = abs(profiles[target, place] - mean) - slack
            p = 1.0
            if beyond > 0:
                t, freedom = (beyond / deviation if deviation > 0 else math.inf), count - 1
                total = freedom + t * t
                p = beta_tail(freedom / 2, 0.5, freedom / total, t * t / total) if math.isfinite(t) else 0.0
            reach = student_reach(count - 1) * deviation
            entries.append((profiles[target, place], max(0.0, mean - reach), min(1.0, mean + reach), p))
        middle = (models + 1) // 2
        p = min(1.0, sorted(entry[3] for entry in entries)[middle - 1] * models / middle)
        means = tuple(float(np.mean([entry[part] for entry in entries])) for part in range(3))
        if best is None or p < best["p"]:
            best = line(cell, None, quantity, means, p)
    best["p"] = min(1.0, best["p"] * len(QUANTITIES))
    return [best]
