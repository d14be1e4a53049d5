#!/usr/bin/env python3
"""Times LiRA with 100 forests on the breast-cancer set, report included, beside SACRO-ML in the same minute.

    python3 -m venv .build-peer && .build-peer/bin/pip install sacroml==2.0.1 scikit-learn
    make build && .build-peer/bin/python Benchmarks/Speed/beside-sacro.py

Ours attacks each of the 100 models in turn with the other 98 as references; the peer attacks one model with 100 shadow
models. Prints one JSON line: the least of three runs of each, in seconds, and their ratio.
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

# An older OpenBLAS needs these pins; a current NumPy is slowed by them.
for variable in ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE"):
    os.environ.pop(variable, None)
for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[variable] = "1"

ROOT = pathlib.Path(__file__).resolve().parents[2]
RUNS = 3


def ours() -> float:
    """Seconds of one fresh run with one worker, process start to report."""
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        subprocess.run(
            [ROOT / ".build/release/rollcall", "run", ROOT / "Benchmarks/Speed/lira-forests.yaml", "--quiet",
             "--workers", "1", "--store", f"{folder}/store", "--output", f"{folder}/out"],
            check=True, stdout=subprocess.DEVNULL)
        return time.perf_counter() - start


def peer() -> float:
    """Seconds of SACRO-ML's attack with its report; imports and the target's own training are not counted."""
    from sacroml.attacks.likelihood_attack import LIRAAttack
    from sacroml.attacks.target import Target
    from sklearn.datasets import load_breast_cancer
    from sklearn.ensemble import RandomForestClassifier
    from sklearn.model_selection import train_test_split

    features, labels = load_breast_cancer(return_X_y=True)
    inside, outside, inside_labels, outside_labels = train_test_split(
        features, labels, test_size=0.5, stratify=labels, random_state=1)
    model = RandomForestClassifier(n_estimators=100, n_jobs=1, random_state=0).fit(inside, inside_labels)
    with tempfile.TemporaryDirectory() as folder:
        target = Target(model=model, dataset_name="breast_cancer", X_train=inside, y_train=inside_labels,
                        X_test=outside, y_test=outside_labels)
        start = time.perf_counter()
        LIRAAttack(output_dir=folder, write_report=True, n_shadow_models=100, mode="offline").attack(target)
        return time.perf_counter() - start


if __name__ == "__main__":
    pairs = [(ours(), peer()) for _ in range(RUNS)]
    mine, theirs = min(p[0] for p in pairs), min(p[1] for p in pairs)
    print(json.dumps({"work": "LiRA, 100 forests, breast cancer, report", "rollcall_s": round(mine, 2),
                      "sacroml_s": round(theirs, 2), "ratio": round(theirs / mine, 1)}))
    sys.exit(0)
