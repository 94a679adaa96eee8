"""Reference values of functions from an independent program: numpy and scipy.

    python3 test/reference/functions.py > test/reference/functions.json

Written for numpy 2.4 and scipy 1.17. Exact cases: least squares by numpy.linalg, Newey-West from the definition with full matrices, t distribution, beta quantiles
and discounting by scipy or plain loops. Simulated cases: scipy's beta quantile per draw on numpy's normals, 2,000,000 trials,
another generator and no table; their tolerance is what both samples' noise allows.
"""
import itertools
import json
import math
from fractions import Fraction

import numpy as np
from scipy import stats

cases = []


def array(rows):
    return "{" + ";".join(",".join(repr(float(x)) if not isinstance(x, str) else x for x in row) for row in rows) + "}"


def column(values):
    return array([[v] for v in values])


def case(formula, result, relative=1e-9, absolute=0.0):
    rows = result if isinstance(result, list) else [[result]]
    cases.append({"formula": formula, "result": rows, "relative": relative, "absolute": absolute})


# --- difference in differences -------------------------------------------------------------------------------------
def table(names, values):
    return [[n, float(v)] for n, v in zip(names, values)]


did_names = ["Effect", "Standard error", "Lower 95%", "Upper 95%", "p-value"]


def did(tb, ta, cb, ca, paired):
    if paired:
        samples = [(1, np.subtract(ta, tb)), (-1, np.subtract(ca, cb))]
    else:
        samples = [(1, np.array(ta)), (-1, np.array(tb)), (-1, np.array(ca)), (1, np.array(cb))]
    effect = sum(s * x.mean() for s, x in samples)
    parts = [x.var(ddof=1) / len(x) for _, x in samples]
    se = math.sqrt(sum(parts))
    df = sum(parts) ** 2 / sum(p * p / (len(x) - 1) for p, (_, x) in zip(parts, samples))
    half = stats.t.ppf(0.975, df) * se
    formula = f"DIFFINDIFF({column(tb)},{column(ta)},{column(cb)},{column(ca)},{'TRUE' if paired else 'FALSE'})"
    case(formula, table(did_names, [effect, se, effect - half, effect + half, 2 * stats.t.sf(abs(effect / se), df)]))


groups = ([10, 12, 11, 13], [8, 9, 8, 10], [10, 11, 12, 11], [10, 12, 11, 12])
did(*groups, False)
did(*groups, True)
rng = np.random.default_rng(2015)
random_groups = [list(np.round(rng.normal(m, s, n), 3)) for m, s, n in ((50, 5, 9), (47, 6, 9), (52, 3, 14), (52, 4, 14))]
did(*random_groups, False)
did(*random_groups, True)
did([1.5, 2.5], [9.25, 9.75, 8.0], [3, 5, 4, 4.5, 6.25], [3.5, 4.5], False)

# --- interrupted time series ---------------------------------------------------------------------------------------
its_names = [
    "Level change", "Level change SE", "Level change p", "Slope change", "Slope change SE", "Slope change p",
    "Counterfactual at the end", "Actual at the end",
]


def its(y, b, lags, exact=1e-9):
    y = np.array(y, float)
    n = len(y)
    t = np.arange(1, n + 1)
    d = (t >= b).astype(float)
    x = np.column_stack([np.ones(n), t, d, d * (t - b)])
    beta = np.linalg.lstsq(x, y, rcond=None)[0]
    u = y - x @ beta
    bread = np.linalg.inv(x.T @ x)
    if lags == 0:
        cov = bread * (u @ u) / (n - 4)
    else:
        meat = np.zeros((4, 4))
        for lag in range(lags + 1):
            g = sum(u[i] * u[i - lag] * np.outer(x[i], x[i - lag]) for i in range(lag, n))
            meat += g if lag == 0 else (1 - lag / (lags + 1)) * (g + g.T)
        cov = bread @ meat @ bread * n / (n - 4)
    se = np.sqrt(np.diag(cov))
    p = [2 * stats.t.sf(abs(beta[k] / se[k]), n - 4) for k in range(4)]
    result = table(its_names, [beta[2], se[2], p[2], beta[3], se[3], p[3], beta[0] + beta[1] * n, y[-1]])
    case(f"TRENDBREAK({column(y)},{b},{lags})", result, exact)


agency = [10, 11, 12.2, 12.9, 14.1, 12, 11.4, 11.2, 10.9, 10.1]
for lags in (0, 2):
    its(agency, 6, lags)
monthly = list(np.round(100 + 0.8 * np.arange(48) + np.where(np.arange(48) >= 30, -9 - 0.5 * (np.arange(48) - 30), 0) + np.cumsum(rng.normal(0, 1, 48)), 2))
for lags in (0, 3, 12):
    its(monthly, 31, lags)
its([1, 2, 3, 5, 4, 7], 3, 0)
its([5, 4.2, 3, 1, -2], 4, 1)

# --- closed forms by plain loops -----------------------------------------------------------------------------------
def bass(years, c, p, q):
    return [[c * (1 - math.exp(-(p + q) * t)) / (1 + q / p * math.exp(-(p + q) * t)) for t in range(1, years + 1)]]


case("ADOPTION(5,0.6)", bass(5, 0.6, 0.03, 0.38))
case("ADOPTION(12,0.35,0.01,0.5)", bass(12, 0.35, 0.01, 0.5))

green = [(30, "0.035"), (75, "0.03"), (125, "0.025"), (200, "0.02"), (300, "0.015"), (10**9, "0.01")]
health = [(30, "0.015"), (75, "0.0129"), (125, "0.0107"), (200, "0.0086"), (300, "0.0064"), (10**9, "0.0043")]


def factor(year, bands):
    f = Fraction(1)
    for y in range(1, year + 1):
        f /= 1 + Fraction(next(r for to, r in bands if y <= to))
    return f


for name, bands in (("greenbook", green), ("health", health)):
    for year in (0, 1, 30, 31, 75, 76, 125, 126, 200, 201, 300, 301, 500):
        case(f'DISCOUNT({year},"{name}")', float(factor(year, bands)))
savings, costs = [[0, 10, 20, 20], [0, 5, 5, 5]], [[30, 5, 0, 0], [20, 0, 0, 0]]
npv = [[float(sum((s - c) * factor(t, green) for t, (s, c) in enumerate(zip(ss, cc))))] for ss, cc in zip(savings, costs)]
case(f"NETSAVING({array(savings)},{array(costs)})", npv)
running = [sum((Fraction(s) - c) * factor(t, green) for t, (s, c) in enumerate(list(zip(savings[0], costs[0]))[: k + 1])) for k in range(4)]
case('PAYBACK({0,10,20,20},{30,5,0,0},"greenbook")', float(2 + -running[2] / (running[3] - running[2])))


# --- decomposition and games by their definition -------------------------------------------------------------------
def shapley(m, value):
    result = []
    for i in range(m):
        others = [j for j in range(m) if j != i]
        phi = Fraction(0)
        for size in range(m):
            weight = Fraction(math.factorial(size) * math.factorial(m - 1 - size), math.factorial(m))
            for s in itertools.combinations(others, size):
                phi += weight * (value(set(s) | {i}) - value(set(s)))
        result.append(phi)
    return result


def decomposition(before, after):
    m, n = len(before), len(before[0])
    b, a = [[Fraction(str(x)) for x in r] for r in before], [[Fraction(str(x)) for x in r] for r in after]

    def value(s):
        return sum(math.prod([(a if i in s else b)[i][k] for i in range(m)], start=Fraction(1)) for k in range(n))

    case(f"DECOMPOSE({array(before)},{array(after)})", [[float(x)] for x in shapley(m, value)])


decomposition([[393, 407], [0.122, 0.622], [0.043, 0.041]], [[488, 452], [0.082, 0.527], [0.058, 0.038]])
decomposition([[0, 3], [2, 0], [5, -1], [1, 4]], [[2, 0], [2, 7], [-3, 2], [4, 0.5]])
decomposition([[1.5], [2], [0.5], [3], [0.1], [7], [4]], [[2.5], [1], [0.75], [3], [0.4], [6], [9]])


def lmdi(before, after):
    b, a = np.array(before, float), np.array(after, float)
    v0, v1 = b.prod(axis=0), a.prod(axis=0)
    weight = np.where(v0 == v1, v0, (v1 - v0) / np.where(v0 == v1, 1, np.log(v1 / v0)))
    case(f'DECOMPOSE({array(before)},{array(after)},"lmdi")', [[float(x)] for x in (weight * np.log(a / b)).sum(axis=1)])


lmdi([[1, 4], [10, 5], [2, 3]], [[4, 5], [5, 6], [3, 4]])
lmdi([[1, 2.5, 3], [2, 2, 4]], [[2, 2.5, 3.3], [1, 2, 3.9]])

# --- simulation ------------------------------------------------------------------------------------------------------
trials = 2_000_000


def totals(low, likely, high, rho):
    draws = np.random.default_rng(20151125)
    common = draws.standard_normal(trials)
    xs = []
    for l, m, h in zip(low, likely, high):
        z = math.sqrt(rho) * common + math.sqrt(1 - rho) * draws.standard_normal(trials)
        a = 1 + 4 * (m - l) / (h - l)
        xs.append(l + (h - l) * stats.beta.ppf(stats.norm.cdf(z), a, 6 - a))
    return np.array(xs)


programmes = [
    (([10.6, 0], [14, 2.5], [18, 7.5]), 0.3, 17.5),
    (([150, 15, 0], [164.5, 30.6, 20], [170, 40, 40]), 0.3, 216),
    (([-140, 0, 1, 2], [171, 0, 5, 2.5], [171, 9, 6, 9]), 0, 120),
    (([1, 0, 2], [2, 4, 2.5], [3, 8, 3]), 0.9, 10),
]
for (low, likely, high), rho, target in programmes:
    xs = totals(low, likely, high, rho)
    total = xs.sum(axis=0)
    lists = ",".join(column(v) for v in (low, likely, high))
    p = float((total >= target).mean())
    case(f"DELIVERYPROB({target},{lists},{rho},200000,7)", p, 0, 4.5 * math.sqrt(p * (1 - p) * (1 / trials + 5e-6)) + 1e-5)
    spread = float(total.max() - total.min())
    quantiles = [0.01, 0.1, 0.5, 0.9, 0.99]
    q = [float(x) for x in np.quantile(total, quantiles)]
    density = [0.02 / float(np.quantile(total, min(1, x + 0.005)) - np.quantile(total, max(0, x - 0.005))) / 2 for x in quantiles]
    error = max(4.5 * math.sqrt(x * (1 - x) * (1 / trials + 5e-6)) / d for x, d in zip(quantiles, density))
    case(f"DELIVERYRANGE({array([quantiles])},{lists},{rho},200000,7)", [q], 0, error + 3e-6 * spread)
    share = [float(np.cov(x, total)[0, 1] / total.var(ddof=1)) for x in xs]
    case(f"RISKCONTRIBUTION({lists},{rho},200000,7)", [[s] for s in share], 0, 0.01)

print(json.dumps({"cases": cases}, indent=1))
