#!/usr/bin/env python3
"""Prints the undefended cells of a run as a Markdown table: python3 Benchmarks/headline-table.py Output/quick"""
import json
import pathlib
import sys

results = json.loads((pathlib.Path(sys.argv[1]) / "results.json").read_text())
print("| dataset | model | members found | at, wrongly accused | AUC | accuracy |")
print("| --- | --- | --- | --- | --- | --- |")


def percent(estimate):
    return f"{100 * estimate['value']:.1f} % ({100 * estimate['low']:.1f} to {100 * estimate['high']:.1f})"


for cell in results["cells"]:
    if cell["status"] != "done" or cell["defence"] != "none":
        continue
    headline = next(a for a in cell["attacks"] if a["id"] == cell["headlineAttack"])["headline"]
    point = next((p for p in headline["tpr"] if p["fprLimit"] == headline["smallestResolved"]), None)
    auc = headline["auc"]
    found = percent(point) if point else "insufficient evidence"
    rate = f"1 in {round(1 / point['fprLimit']):,}" if point else "n/a"
    print(f"| {cell['dataset']} | {cell['model']} | {found} | {rate} "
          f"| {auc['value']:.3f} ({auc['low']:.3f} to {auc['high']:.3f}) | {percent(cell['utility']['accuracy'])} |")
