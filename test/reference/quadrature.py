"""Gauss-Legendre nodes and weights on 0..1 to 25 digits, and exact Shapley values of product games.

    python3 test/reference/quadrature.py > test/reference/quadrature.json

Needs mpmath. Nodes: Newton's iteration in 60 digits. Shapley values: exact rational integration of the polynomial
prod_{j != i} (1 - u e_j) over 0..1, effects being decimal fractions; independent of any quadrature.
"""
import json
import random
from fractions import Fraction

from mpmath import mp, mpf, cos, pi, legendre, nstr

mp.dps = 60


def rule(n):
    rows = []
    for k in range((n + 1) // 2):
        x = -cos(pi * (k + mpf("0.75")) / (n + mpf("0.5")))
        for _ in range(100):
            a, b = mpf(1), x
            for d in range(2, n + 1):
                a, b = b, ((2 * d - 1) * x * b - (d - 1) * a) / d
            slope = n * (a - x * b) / (1 - x * x)
            step = b / slope
            x -= step
            if abs(step) < mpf(10) ** -50:
                break
        if 2 * k + 1 == n:
            x = mpf(0)
        rows.append([nstr((1 + x) / 2, 25), nstr((1 - x) / 2, 25), nstr(1 / ((1 - x * x) * slope**2), 25)])
    return {"n": n, "columns": ["node", "complement", "weight"], "lowerHalf": rows}


def shapley(effects):
    poly = [Fraction(1)]
    for e in effects:
        poly = [(poly[k] if k < len(poly) else 0) - (e * poly[k - 1] if k > 0 else 0) for k in range(len(poly) + 1)]
    values = []
    for e in effects:
        if e == 0:
            values.append(Fraction(0))
            continue
        quotient = []  # poly / (1 - e u), by powers of u
        carry = Fraction(0)
        for c in poly[:-1]:
            carry = c + e * carry
            quotient.append(carry)
        values.append(e * sum(c / (k + 1) for k, c in enumerate(quotient)))
    return values


def game(name, effects):
    values = shapley([Fraction(e) for e in effects])
    return {"name": name, "effects": [float(e) for e in effects], "shapley": [nstr(mpf(v.numerator) / v.denominator, 20) for v in values]}


random.seed(20151125)
d = lambda low, high: str(round(random.uniform(low, high), 3))
games = [
    game("one lever", ["0.3"]),
    game("two that save everything", ["1", "1"]),
    game("from minus a half to one", [d(-0.5, 1) for _ in range(12)] + ["1", "-0.5", "0"]),
    game("forty savings", [d(0, 0.6) for _ in range(40)]),
    game("sixty costs", [d(-0.5, 0) for _ in range(60)]),
    game("a hundred and twenty of both signs", [d(-0.5, 0.9) for _ in range(120)]),
    game("two hundred small", [d(0, 0.02) for _ in range(200)]),
    game("costs that savings undo", ["-0.5"] * 40 + ["0.5"] * 70),
]
print(json.dumps({"rules": [rule(n) for n in (1, 2, 3, 4, 7, 16, 39, 103, 308)], "games": games}, indent=1))
