#!/usr/bin/env python3
"""Prints what each defence of a run buys and costs as Markdown: python3 Benchmarks/defence-table.py Output/defences"""
import json
import math
import pathlib
import sys

results = json.loads((pathlib.Path(sys.argv[1]) / "results.json").read_text())


def percent(estimate):
    return f"{100 * estimate['value']:.1f} % ({100 * estimate['low']:.1f} to {100 * estimate['high']:.1f})"


def setting(cell):
    """The defence, with its parameters where the run has several of one name."""
    twins = [c for c in results["cells"] if c["defence"] == cell["defence"] and c["dataset"] == cell["dataset"]
             and c["model"] == cell["model"]]
    own = cell["parameters"]["defence"]
    differing = [key for key in sorted(own) if any(twin["parameters"]["defence"][key] != own[key] for twin in twins)]
    return " ".join([cell["defence"], *(f"{key}={own[key]}" for key in differing)])


def found(cell, limit):
    """The strongest attack, chosen and reported on different halves."""
    rates = cell["strongest"][-1]["tpr"] if cell["strongest"] else []
    rate = next((rate for rate in rates if rate["fprLimit"] == limit), None)
    return percent(rate["estimate"]) if rate and rate["resolved"] else "insufficient evidence"


def walked(cell):
    """The AUC of distances to another answer."""
    if not cell["boundary"]:
        return "not run"
    auc = cell["boundary"]["headline"]["auc"]
    return f"{auc['value']:.3f} ({auc['low']:.3f} to {auc['high']:.3f})"


def shown(cell):
    """The greatest epsilon of the audits beside what is promised."""
    if not cell["audits"]:
        return "not run"
    promise = f"{cell['privacy']['epsilon']:g}" if cell["privacy"] else "nothing"
    return f"{max(audit['epsilon'] for audit in cell['audits']):.2f}, {promise}"


for advice in results["recommendations"]:
    base = next(cell for cell in results["cells"] if cell["id"] == advice["undefended"])
    cells = [cell for cell in results["cells"] if cell["status"] == "done" and cell["dataset"] == base["dataset"]
             and cell["model"] == base["model"] and cell["parameters"]["model"] == base["parameters"]["model"]]
    limit = advice["fprLimit"]
    print(f"### {base['model']} on {base['dataset']}\n")
    print(f"| defence | found at {f'1 in {round(1 / limit):,}' if limit else 'n/a'} | AUC | by labels, asked often | epsilon at least, promised | accuracy | work |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for cell in cells:
        auc = cell["strongest"][-1]["auc"]["estimate"] if cell["strongest"] else None
        name = f"**{setting(cell)}**" if cell["id"] == advice["cell"] and advice["answer"] == "defence" else setting(cell)
        print(f"| {name} | {found(cell, limit)} | {auc['value']:.3f} ({auc['low']:.3f} to {auc['high']:.3f}) "
              f"| {walked(cell)} | {shown(cell)} | {percent(cell['utility']['accuracy'])} | {cell['work'] / base['work']:.2f} |")
    kept = advice["verified"]
    told = {
        "defence": "recommended", "undefended": "no defence lets less be found", "unconfirmed": "chosen, not confirmed",
        "none-meets-floor": "none meets the floor; nearest", "insufficient-evidence": "insufficient evidence",
    }[advice["answer"]]
    if advice["cell"] and kept:
        chosen = setting(next(cell for cell in cells if cell["id"] == advice["cell"]))
        print(f"\n{told[0].upper() + told[1:]}: {chosen}, on {advice['chosen']} of 4 quarters; verified on the opposite "
              f"ones it keeps {100 * kept['accuracy']:.1f} % of the accuracy and {100 * kept['balanced']:.1f} % of the "
              f"balanced accuracy above guessing.\n")
    else:
        print(f"\n{told[0].upper() + told[1:]}.\n")


def broken(cell):
    """Lower bounds (unadjusted, so higher than Holm's) above what the promise leaves any attack."""
    promise, faults, looked = cell["privacy"], [], 0
    epsilon, delta = promise["epsilon"], promise["delta"]
    if promise["unit"] == "client":
        # A record within its client: one client removed and another added.
        epsilon, delta = 2 * epsilon, delta * (1 + math.exp(epsilon))
    growth = math.exp(epsilon)
    for attack in cell["attacks"]:
        if not attack["headline"]:
            continue
        looked += 1
        if attack["headline"]["auc"]["low"] > 1 - (1 - delta) ** 2 / (1 + growth):
            faults.append(f"{cell['id']} {attack['id']} AUC {attack['headline']['auc']['low']:.3f}")
        for point in attack["headline"]["tpr"]:
            rate = point["fpr"]
            if point["resolved"] and point["low"] > min(1, growth * rate + delta, 1 - (1 - delta - rate) / growth):
                faults.append(f"{cell['id']} {attack['id']} TPR {point['low']:.3f} at FPR {rate:.4f}")
    return faults, looked


private = [broken(cell) for cell in results["cells"] if cell["status"] == "done" and cell["privacy"]]
if private:
    faults = [fault for cell, _ in private for fault in cell]
    print(f"Of {sum(looked for _, looked in private)} attacks on {len(private)} privately trained cells, {len(faults)} "
          "have a lower bound above what epsilon and delta allow" + "".join(f"\n- {fault}" for fault in faults) + ".")
