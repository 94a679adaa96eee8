"""Peer of DELIVERYRANGE and of a plan's simulation (amounts by lever and year): reads the levers as JSON, answers with milliseconds of processor time (median of 5) of two ways to write it."""
import json
import sys
import time

import numpy as np

try:
    from scipy import stats
except ImportError:
    stats = None

given = json.load(sys.stdin)
low, likely, high = (np.array(given[name], float) for name in ("low", "likely", "high"))
trials, rho = given["trials"], given["correlation"]
amounts = np.array(given["amounts"], float) if "amounts" in given else None
alpha = 1 + 4 * (likely - low) / (high - low)
grid = np.linspace(-6.4, 6.4, 1025)


def tables():
    if stats is None:
        return np.array([l + (h - l) / (1 + np.exp(-grid)) for l, h in zip(low, high)])
    p = stats.norm.cdf(grid)
    return np.array([l + (h - l) * stats.beta.ppf(p, a, 6 - a) for l, h, a in zip(low, high, alpha)])


ready = tables()


def table_driven():
    draws = np.random.default_rng(1)
    total = np.zeros(trials)
    common = draws.standard_normal(trials)
    common *= rho**0.5
    z = np.empty(trials)
    for table in ready:
        draws.standard_normal(out=z)
        z *= (1 - rho) ** 0.5
        z += common
        total += np.interp(z, grid, table)
    return np.quantile(total, [0.1, 0.5, 0.9])


def plan():
    draws = np.random.default_rng(1)
    common = rho**0.5 * draws.standard_normal(trials)
    delivered = np.empty((len(low), trials))
    for row, table in zip(delivered, ready):
        draws.standard_normal(out=row)
        row *= (1 - rho) ** 0.5
        row += common
        row[:] = np.interp(row, grid, table)
    percentiles = [0.1, 0.5, 0.9]
    return np.quantile(amounts.T @ delivered, percentiles, axis=1), np.quantile(delivered, percentiles, axis=1)


def inverse_beta():
    draws = np.random.default_rng(1)
    common = draws.standard_normal(trials)
    z = rho**0.5 * common + (1 - rho) ** 0.5 * draws.standard_normal((len(low), trials))
    u = stats.norm.cdf(z)
    x = stats.beta.ppf(u, alpha[:, None], 6 - alpha[:, None])
    return np.quantile((low[:, None] + (high - low)[:, None] * x).sum(axis=0), [0.1, 0.5, 0.9])


def milliseconds(call, rounds):
    times = []
    for _ in range(rounds):
        start = time.process_time()
        call()
        times.append((time.process_time() - start) * 1e3)
    return sorted(times)[len(times) // 2]


print(json.dumps({
    "numpy": np.__version__,
    "tableDriven": milliseconds(table_driven if amounts is None else plan, 5),
    "inverseBeta": milliseconds(inverse_beta, 1) if stats is not None and amounts is None and trials <= 10_000 else None,
}))
