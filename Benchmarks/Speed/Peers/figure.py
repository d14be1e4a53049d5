"""A log-log ROC figure of four curves with Matplotlib, in three formats; the points are computed beforehand."""
from clock import least, tell

import io

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np

RECORDS, CURVES = 20_000, 4
random = np.random.default_rng(0)
inside = random.random(RECORDS) < 0.5
curves = []
for gain in (0.2, 0.5, 1.0, 1.5):
    order = np.argsort(-(random.normal(size=RECORDS) + gain * inside))
    found = inside[order]
    curves.append((np.cumsum(~found) / (~inside).sum(), np.cumsum(found) / inside.sum()))


def figure() -> None:
    page, axes = plt.subplots(figsize=(7.2, 4.8))
    for place, (fpr, tpr) in enumerate(curves):
        axes.loglog(fpr, tpr, label=f"attack {place}")
    axes.plot([1e-4, 1], [1e-4, 1], "--", color="grey")
    axes.set(xlim=(1e-4, 1), ylim=(1e-4, 1), xlabel="False positives", ylabel="True positives")
    axes.legend()
    for kind in ("png", "pdf", "svg"):
        page.savefig(io.BytesIO(), format=kind, dpi=150)
    plt.close(page)


figure()
tell({"Matplotlib, three formats": least(figure, 5)})
