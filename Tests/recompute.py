#!/usr/bin/env python3
"""Recomputes every number of a run's results.json from the stored signals, with NumPy alone, and says which differ.

    python3 Tests/recompute.py OUTPUT_DIR [--store STORE] [--cells ID...]

Exit codes: 0 all agree (real numbers to 1e-9 of their size, all else exactly); 1 some differ; 2 bad usage or input.
"""

import argparse
import json
import sys
import time
from pathlib import Path

sys.dont_write_bytecode = True

import numpy as np  # noqa: E402

from recompute.cell import CellData, cell_result, undone_result  # noqa: E402
from recompute.compare import RELATIVE, Comparison  # noqa: E402
from recompute.elementary import worst_error  # noqa: E402
from recompute.pool import Pool  # noqa: E402
from recompute.signal import Unit  # noqa: E402
from recompute.validity import checks  # noqa: E402
from recompute.verdicts import headline_attack  # noqa: E402

# What the manifest, the registries and the card say; audits and walks, whose trainings leave no signal in the store.
SAID = frozenset({"id", "dataset", "model", "defence", "parameters", "privacy", "reason", "audits", "boundary"})


class Fault(Exception):
    """Bad usage or input, in one sentence."""


def read_json(path: Path) -> dict:
    try:
        return json.loads(path.read_text())
    except (OSError, ValueError) as error:
        raise Fault(f"{path} cannot be read as JSON ({error}): give the output folder of a run") from error


class Run:
    """A run's results beside the store that they came from."""

    def __init__(self, output: Path, store: Path | None):
        self.results = read_json(output / "results.json")
        self.provenance = read_json(output / "provenance.json")
        self.store = store or Path(self.provenance["store"])
        self.fidelity: list[dict] = []
        self.sources = {entry["cell"]: entry for entry in self.provenance["cells"]}

    def place(self, kind: str, key: str) -> Path:
        folder = self.store / kind / key[:2] / key
        if not folder.is_dir():
            raise Fault(f"{folder} is missing: name the store of the run with --store, or run the manifest again")
        return folder

    def pool(self, cell: str) -> Pool:
        return Pool.read(self.place("pools", self.sources[cell]["pool"]))

    def data(self, cell: dict) -> CellData:
        sources = self.sources[cell["id"]]
        copies = sources.get("copies") or [None] * len(sources["units"])
        units = [
            Unit.read(self.place("units", key), answers and self.place("copies", answers))
            for key, answers in zip(sources["units"], copies)
        ]
        decimals = cell["parameters"]["defence"]["decimals"] if cell["defence"] == "rounding" else None
        replicates = self.results["pool"]["replicates"]
        return CellData(self.pool(cell["id"]), units, self.results["seed"], replicates, decimals)

    def compare_cell(self, path: str, cell: dict, comparison: Comparison) -> list[dict]:
        """Compares one cell with its stored scores; returns its attacks as recomputed."""
        if cell["status"] != "done":
            comparison.add(path, cell, undone_result(self.pool(cell["id"]), cell), SAID)
            return []
        data = self.data(cell)
        for fault in data.pool.faults(data.seed):
            comparison.add(f"{path} pool", "as stored", fault)
        failed = [
            check["name"] for check in self.results["checks"]
            if any(figure["failed"] and figure["cell"] == cell["id"] for figure in check["figures"])
        ]
        result, scores = cell_result(data, cell, failed)
        self.fidelity += data.fidelity(cell["id"])
        comparison.add(path, cell, result, SAID)
        for attack in [entry["id"] for entry in cell["attacks"] if entry["id"] not in scores]:
            comparison.add(f"{path} {attack}", "as stored", "no such attack in Tests/recompute/attacks.py")
        for attack, own in scores.items():
            kept = self.place("measures", self.sources[cell["id"]]["measures"][attack]) / "scores.npy"
            if not kept.exists():
                continue  # The manifest does not keep scores.
            stored = np.load(kept)
            # Scores are differences of logarithms: their error is one of the terms', not of what is left.
            worst = float(np.max(np.abs(stored - own) / np.maximum(1, np.abs(own))))
            comparison.add(f"{path} {attack} scores.npy", True, worst <= RELATIVE)
        return result["attacks"]

    def dataset_facts(self) -> list[dict]:
        """Counts of each dataset, in the order in which the cells use them."""
        keys = dict.fromkeys(self.sources[cell["id"]]["pool"] for cell in self.results["cells"])
        pools = [Pool.read(self.place("pools", key)) for key in keys]
        return [
            {
                "records": len(pool.labels), "subjects": len(np.unique(pool.subjects)),
                "classes": int(pool.labels.max()) + 1,
            }
            for pool in pools
        ]


def compare(run: Run, wanted: list[str] | None) -> Comparison:
    """All cells and then what is said of the whole study; some cells alone where some are wanted."""
    comparison = Comparison()
    cells = []
    for place, cell in enumerate(run.results["cells"]):
        if wanted and cell["id"] not in wanted:
            continue
        start = time.monotonic()
        attacks = run.compare_cell(f"cells[{place}]", cell, comparison)
        cells.append((cell["id"], attacks, headline_attack(attacks)))
        print(f"{cell['id']}: {time.monotonic() - start:.1f} s, {len(comparison.differences)} differ", file=sys.stderr)
    if not wanted:
        comparison.add("checks", run.results["checks"], checks(cells, run.fidelity, run.results["checks"]))
        keep = ("records", "subjects", "classes")
        stored = [{key: entry[key] for key in keep} for entry in run.results["datasets"]]
        comparison.add("datasets", stored, run.dataset_facts())
    return comparison


def parsed(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("output", type=Path, help="the output folder of a run")
    parser.add_argument("--store", type=Path, help="the run's store, where it has moved")
    parser.add_argument("--cells", nargs="+", metavar="ID", help="these cells alone")
    return parser.parse_args(arguments)


def main(arguments: list[str]) -> int:
    options = parsed(arguments)
    try:
        run = Run(options.output, options.store)
        unknown = set(options.cells or []) - run.sources.keys()
        if unknown:
            raise Fault(f"the run has no cell {', '.join(sorted(unknown))}: it has {', '.join(run.sources)}")
        if worst_error() > 1e-12:
            raise Fault("the functions of Tests/recompute/elementary.py are not those of the C library: mend them")
        comparison = compare(run, options.cells)
    except (Fault, KeyError, OSError, ValueError) as error:
        said = "" if isinstance(error, Fault) else f"the run or its store is damaged: {type(error).__name__}: "
        print(f"error: {said}{error}", file=sys.stderr)
        return 2
    for line in comparison.lines():
        print(line)
    print(f"{comparison.compared} values compared, {len(comparison.differences)} differ")
    return 1 if comparison.differences else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
