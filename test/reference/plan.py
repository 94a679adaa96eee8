"""Whole plans worked out by an independent program: numpy and scipy.

    python3 test/reference/plan.py > test/reference/plan.json

Written for numpy 2.4 and scipy 1.17, from docs/evaluation.md alone. Nothing is shared with the add-in: shares of overlapping levers are averages over all
orders of them, the order range is the smallest and largest share over all orders, the position is worked out from levels and their differences, and
percentiles come from scipy's beta quantile per draw on numpy's normals, 400,000 trials of another generator; their tolerance is five standard errors of
both samples.
"""
import itertools
import json
import math
import random

import numpy as np
from scipy import stats

YEARS = 5
TRIALS = 400_000
OURS = 100_000


def random_plan(seed):
    draw = random.Random(seed)
    number = lambda low, high, digits=3: round(draw.uniform(low, high), digits)
    categories = [
        {"name": f"C{k}", "base": number(60, 120), "inflation": number(0, 0.04), "demand": number(-0.01, 0.03)}
        for k in range(2)
    ]
    levers = []
    for i in range(6):
        form = draw.choice(["amount", "level", "yearlyEfficiency"])
        size = {"amount": number(1, 9), "level": number(0.02, 0.2), "yearlyEfficiency": number(0.005, 0.03)}[form]
        if draw.random() < 0.15:
            size = -round(size / 3, 4)
        start = draw.randint(0, 4)
        low = number(0.2, 0.7)
        levers.append({
            "name": f"L{i}",
            "form": form,
            "size": size,
            "overlaps": form != "amount" or draw.random() < 0.5,
            "categories": draw.choice([[0], [1], [0, 1]]),
            "start": start,
            "months": 12 if start < 1 else draw.choice([12, 12, 6, 3]),
            "end": draw.choice([None, None, 5, 4]) if start < 4 else None,
            "phasing": draw.choice(["immediate", "linear", "scurve", "fade"]),
            "ramp": draw.randint(1, 3),
            "recurrent": draw.random() < 0.7,
            "income": form == "amount" and draw.random() < 0.2,
            "baselineOnly": draw.random() < 0.15,
            "investment": draw.choice([0, number(0, 3)]),
            "investmentYear": max(1, start),
            "runningCost": draw.choice([0, number(0, 1)]),
            "doubleRunning": draw.choice([0, number(0, 1)]),
            "low": low,
            "likely": round(low + 0.3, 3),
            "high": number(1, 1.2),
        })
    pressures = [[number(0, 4) for _ in range(YEARS)] for _ in range(1)]
    funding = {"base": number(130, 200), "byYear": [number(130, 210) for _ in range(YEARS)], "reserves": [number(0, 3), number(0, 3), 0, 0, 0]}
    stated = {
        "reported": number(-20, 10),
        "nonRecurrentIncome": draw.choice([None, number(0, 8)]),
        "nonRecurrentSavings": number(0, 4),
        "nonRecurrentCosts": number(0, 4),
        "fullYearEffects": number(-3, 3),
    }
    position = stated if seed % 2 == 0 else None
    return {"categories": categories, "levers": levers, "pressures": pressures, "funding": funding, "position": position}


def full_share(lever, year):
    ramp = lever["ramp"]
    x = min(1, year / ramp)
    return {
        "immediate": 1,
        "linear": x,
        "scurve": 3 * x**2 - 2 * x**3,
        "fade": 0.5 ** ((year - 1) / ramp),
    }[lever["phasing"]]


def in_place(lever, year):
    """Share in place, active years, whether active."""
    start, recurrent = lever["start"], lever["recurrent"]
    end = lever["end"] if lever["end"] is not None else (math.inf if recurrent else start)
    active = start <= year <= end
    count = max(0, min(year, end) - max(start, 1) + 1)
    if year < start or (not active and not recurrent):
        return 0, count, active
    if start < 1:
        return 1, count, active
    if active:
        part = lever["months"] / 12 if year == start else 1
        return full_share(lever, year - start + 1) * part, count, active
    return full_share(lever, end - start + 1), count, active


def spend_of(plan):
    """Categories × years without and with pressures; the pressure is spread by spend over both."""
    bare = [[c["base"] * ((1 + c["inflation"]) * (1 + c["demand"])) ** t for t in range(1, YEARS + 1)] for c in plan["categories"]]
    spend = [path[:] for path in bare]
    for pressure in plan["pressures"]:
        for t in range(YEARS):
            total = sum(path[t] for path in spend)
            for path in spend:
                path[t] *= 1 + pressure[t] / total
    return bare, spend


def effects(plan, spend):
    """E of levers that overlap and amounts of those that add, levers × years, as planned."""
    shares, amounts = [], []
    for lever in plan["levers"]:
        share, amount = [], []
        for t in range(YEARS):
            base = sum(spend[k][t] for k in lever["categories"])
            w, n, _ = in_place(lever, t + 1)
            if lever["form"] == "amount":
                e = w * lever["size"] / base
            elif lever["form"] == "level":
                e = w * lever["size"]
            else:
                e = w * (1 - (1 - lever["size"]) ** n) if lever["recurrent"] else w * lever["size"]
            share.append(e)
            amount.append(e * base)
        shares.append(share)
        amounts.append(amount)
    return shares, amounts


def by_orders(cost, shares):
    """Average, least and most of each lever's share over all orders."""
    count = len(shares)
    totals, least, most = [0.0] * count, [math.inf] * count, [-math.inf] * count
    orders = list(itertools.permutations(range(count)))
    for order in orders:
        left = cost
        for i in order:
            part = left * shares[i]
            left -= part
            totals[i] += part
            least[i], most[i] = min(least[i], part), max(most[i], part)
    return [total / len(orders) for total in totals], least, most


def overlaps(lever):
    return lever["overlaps"] and not lever["income"]


def attribute(plan, spend, shares, amounts):
    levers = plan["levers"]
    attributed = [[0.0] * YEARS for _ in levers]
    least = [[0.0] * YEARS for _ in levers]
    most = [[0.0] * YEARS for _ in levers]
    for i, lever in enumerate(levers):
        if not overlaps(lever):
            attributed[i], least[i], most[i] = amounts[i][:], amounts[i][:], amounts[i][:]
    for k, path in enumerate(spend):
        here = [i for i, lever in enumerate(levers) if overlaps(lever) and k in lever["categories"]]
        for t in range(YEARS):
            if not here:
                continue
            mean, low, high = by_orders(path[t], [shares[i][t] for i in here])
            for at, i in enumerate(here):
                attributed[i][t] += mean[at]
                least[i][t] += low[at]
                most[i][t] += high[at]
    return attributed, least, most


def position(plan, bare, spend, attributed):
    funding, levers = plan["funding"], plan["levers"]
    recurring = [funding["base"]] + [funding["byYear"][t] - funding["reserves"][t] for t in range(YEARS)]
    reserves = [0] + funding["reserves"]
    need = [sum(c["base"] for c in plan["categories"])] + [sum(path[t] for path in spend) for t in range(YEARS)]
    pressure = [0] + [sum(p[t] for p in plan["pressures"]) for t in range(YEARS)]

    def paid(t, once):
        total = 0
        for lever in levers:
            _, _, active = in_place(lever, t)
            if once:
                total += lever["investment"] * (t == lever["investmentYear"]) + lever["doubleRunning"] * (t == lever["start"])
            else:
                total += lever["runningCost"] * active
        return total

    running = [0] + [paid(t, False) for t in range(1, YEARS + 1)]
    once = [0] + [paid(t, True) for t in range(1, YEARS + 1)]
    saved = [0] + [sum(a[t] for a in attributed) for t in range(YEARS)]
    closing = [recurring[t] + reserves[t] - need[t] + saved[t] - running[t] - once[t] for t in range(YEARS + 1)]
    stated = plan["position"]
    if stated:
        again = stated["reported"] - stated["nonRecurrentSavings"] - (stated["nonRecurrentIncome"] or 0)
        again += stated["nonRecurrentCosts"] + stated["fullYearEffects"]
        apart = again - (funding["base"] - need[0])
        closing = [stated["reported"]] + [amount + apart for amount in closing[1:]]
        reserves = [stated["nonRecurrentIncome"] or 0] + reserves[1:]
        once[0] = stated["nonRecurrentCosts"]
    years = []
    for t in range(1, YEARS + 1):
        now = lambda i: attributed[i][t - 1]
        before = lambda i: attributed[i][t - 2] if t > 1 else 0
        steps = {name: 0.0 for name in ("full", "earlier", "new", "once", "unwound", "baseline")}
        for i, lever in enumerate(levers):
            if lever["baselineOnly"]:
                steps["baseline"] += now(i) - before(i)
            elif not lever["recurrent"]:
                steps["once"] += now(i)
                steps["unwound"] -= before(i)
            elif lever["start"] >= t:
                steps["new"] += now(i) - before(i)
            elif lever["start"] == t - 1 or t == 1:
                steps["full"] += now(i) - before(i)
            else:
                steps["earlier"] += now(i) - before(i)
        if t == 1 and stated:
            steps["unwound"] -= stated["nonRecurrentSavings"]
            steps["full"] += stated["fullYearEffects"]
        inflation = demand = 0
        for k, c in enumerate(plan["categories"]):
            last = bare[k][t - 2] if t > 1 else c["base"]
            i, d = c["inflation"], c["demand"]
            inflation += last * (i + i * d / 2)
            demand += last * (d + i * d / 2)
        one_offs = sum(now(i) for i, lever in enumerate(levers) if not lever["recurrent"] and not lever["baselineOnly"])
        years.append({
            "opening": closing[t - 1],
            "steps": {
                "Opening position": closing[t - 1],
                "Non-recurrent savings of last year": steps["unwound"],
                "One-off funding of last year": -reserves[t - 1],
                "One-off costs of last year": once[t - 1],
                "Full-year effect of last year's schemes": steps["full"],
                "Change in earlier schemes": steps["earlier"],
                "Inflation": -inflation,
                "Demand": -demand,
                "Pressures": -(pressure[t] - pressure[t - 1]),
                "Funding": recurring[t] - recurring[t - 1],
                "One-off funding": reserves[t],
                "New recurrent savings": steps["new"],
                "Non-recurrent savings": steps["once"],
                "Savings only against the baseline": steps["baseline"],
                "Running costs": -(running[t] - running[t - 1]),
                "Investment and double running": -once[t],
            },
            "closing": closing[t],
            "underlying": closing[t] - one_offs - reserves[t] + once[t],
        })
    return years


def percentiles(plan, spend, shares, amounts, seed, correlation):
    """P10, P50, P90 of the savings by year, and the error to expect of each between both samples."""
    rng = np.random.default_rng(seed)
    common = rng.standard_normal(TRIALS)
    deliveries = []
    for lever in plan["levers"]:
        z = math.sqrt(correlation) * common + math.sqrt(1 - correlation) * rng.standard_normal(TRIALS)
        low, likely, high = lever["low"], lever["likely"], lever["high"]
        alpha = 1 + 4 * (likely - low) / (high - low)
        deliveries.append(low + (high - low) * stats.beta.ppf(stats.norm.cdf(z), alpha, 6 - alpha))
    result = []
    for t in range(YEARS):
        total = np.zeros(TRIALS)
        for i, lever in enumerate(plan["levers"]):
            if not overlaps(lever):
                total += amounts[i][t] * deliveries[i]
        for k, path in enumerate(spend):
            left = np.ones(TRIALS)
            for i, lever in enumerate(plan["levers"]):
                if overlaps(lever) and k in lever["categories"]:
                    left *= 1 - shares[i][t] * deliveries[i]
            total += path[t] * (1 - left)
        values = np.quantile(total, [0.1, 0.5, 0.9])
        errors = []
        for p, value in zip([0.1, 0.5, 0.9], values):
            width = 0.02
            density = 2 * width / (np.quantile(total, p + width) - np.quantile(total, p - width)) if total.std() > 0 else math.inf
            errors.append(5 * math.sqrt(p * (1 - p) * (1 / TRIALS + 1 / OURS)) / density)
        result.append({"values": values.tolist(), "errors": errors})
    return result


cases = []
for seed in range(1, 7):
    plan = random_plan(seed)
    bare, spend = spend_of(plan)
    shares, amounts = effects(plan, spend)
    attributed, least, most = attribute(plan, spend, shares, amounts)
    correlation = [0, 0.3, 0.6][seed % 3]
    cases.append({
        "plan": plan,
        "attributed": attributed,
        "least": least,
        "most": most,
        "position": position(plan, bare, spend, attributed),
        "correlation": correlation,
        "trials": OURS,
        "percentiles": percentiles(plan, spend, shares, amounts, seed, correlation),
    })
print(json.dumps({"source": "test/reference/plan.py, numpy 2.4, scipy 1.17", "cases": cases}, indent=1))
