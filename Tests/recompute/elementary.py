"""Exponential, logarithm and normal tails to the bit (`Maths.Elementary`, `Maths.ErrorFunction`).

Where all models are sure of a record, its p_y differ in their last bits alone, and after rounding many records tie but
for the rounding of a sum: which scores tie then depends on the bits of exp and log, and so do the counts. They are
therefore made of the same published series; `worst_error` holds them against the C library's.
"""

import math

import numpy as np

LN2_HIGH = float.fromhex("0x1.62e42fee00000p-1")
LN2_LOW = float.fromhex("0x1.a39ef35793c76p-33")
ONE_OVER_ROOT_PI = 0.56418958354775628695
HALF_LOG_TWO_PI = 0.91893853320467274178
ROOT_HALF = 0.70710678118654752440

# Cody, Mathematics of Computation 23, 1969: numerators and denominators, highest power first.
CENTRAL = (
    (1.85777706184603153e-1, 3.16112374387056560, 1.13864154151050156e2, 3.77485237685302021e2, 3.20937758913846947e3),
    (1.0, 2.36012909523441209e1, 2.44024637934444173e2, 1.28261652607737228e3, 2.84423683343917062e3),
)
MIDDLE = (
    (
        2.15311535474403846e-8, 5.64188496988670089e-1, 8.88314979438837594, 6.61191906371416295e1,
        2.98635138197400131e2, 8.81952221241769090e2, 1.71204761263407058e3, 2.05107837782607147e3,
        1.23033935479799725e3,
    ),
    (
        1.0, 1.57449261107098347e1, 1.17693950891312499e2, 5.37181101862009858e2, 1.62138957456669019e3,
        3.29079923573345963e3, 4.36261909014324716e3, 3.43936767414372164e3, 1.23033935480374942e3,
    ),
)
FAR = (
    (
        1.63153871373020978e-2, 3.05326634961232344e-1, 3.60344899949804439e-1, 1.25781726111229246e-1,
        1.60837851487422766e-2, 6.58749161529837803e-4,
    ),
    (
        1.0, 2.56852019228982242, 1.87295284992346725, 5.27905102951428412e-1, 6.05183413124413191e-2,
        2.33520497626869185e-3,
    ),
)
TAYLOR = [1 / math.factorial(power) for power in range(13, 2, -1)] + [0.5]
ARTANH = [2 / power for power in range(25, 2, -2)]


def horner(coefficients: list[float] | tuple[float, ...], x: np.ndarray) -> np.ndarray:
    value = np.full_like(x, coefficients[0])
    for coefficient in coefficients[1:]:
        value = value * x + coefficient
    return value


def exp(x: np.ndarray) -> np.ndarray:
    """e^x: x = n ln 2 + r, Taylor's series for r, then two powers of 2."""
    x = np.asarray(x, dtype=np.float64)
    kept = np.clip(x, -746.0, 710.0)
    n = np.rint(kept * 1.4426950408889634)
    r = (kept - n * LN2_HIGH) - n * LN2_LOW
    value = 1 + (r + r * r * horner(TAYLOR, r))
    half = np.trunc(n / 2)
    value = value * np.ldexp(1.0, half.astype(int)) * np.ldexp(1.0, (n - half).astype(int))
    return np.where(x > 709.782712893384, np.inf, np.where(x < -745.1332191019412, 0.0, value))


def log(x: np.ndarray) -> np.ndarray:
    """ln x: x = 2^n m with m in root(1/2)...root 2, then 2 artanh((m - 1) / (m + 1)); for finite x above 0, or 0."""
    x = np.asarray(x, dtype=np.float64)
    m, exponent = np.frexp(x)
    is_low = 2 * m <= 1.4142135623730951
    m, exponent = np.where(is_low, 2 * m, m), np.where(is_low, exponent - 1, exponent).astype(np.float64)
    f = m - 1
    s = f / (2 + f)
    z = s * s
    half_square = 0.5 * f * f
    tail = s * (half_square + horner(ARTANH, z) * z)
    value = exponent * LN2_HIGH - ((half_square - (tail + exponent * LN2_LOW)) - f)
    return np.where(x == 0, -np.inf, value)


def log1p(x: np.ndarray) -> np.ndarray:
    """ln(1 + x) for x above -1, the rounding of 1 + x made good to first order."""
    u = 1 + x
    return np.where(u == 1, x, log(u) + (x - (u - 1)) / u)


def log_sum_exp(values: np.ndarray) -> np.ndarray:
    """ln of the sum of e^v over the last axis, added from the first on."""
    top = values.max(axis=-1)
    total = np.zeros_like(top)
    for place in range(values.shape[-1]):
        total = total + exp(values[..., place] - top)
    return top + log(total)


def _two_step_exp(x: np.ndarray, factor: float) -> np.ndarray:
    """e^(-factor x^2), the square in two parts, since its rounding would be multiplied."""
    coarse = np.trunc(x * 16) / 16
    return exp(-factor * coarse * coarse) * exp(-factor * (x - coarse) * (x + coarse))


def _scaled_erfc(x: np.ndarray) -> np.ndarray:
    """e^(x^2) erfc(x) for x above 0.46875."""
    z = 1 / (x * x)
    far = (ONE_OVER_ROOT_PI - z * horner(FAR[0], z) / horner(FAR[1], z)) / x
    near = np.minimum(x, 4.0)
    middle = horner(MIDDLE[0], near) / horner(MIDDLE[1], near)
    return np.where(x <= 4, middle, np.where(x > 1e8, ONE_OVER_ROOT_PI / x, far))


def _erfc(x: np.ndarray) -> np.ndarray:
    inner = np.clip(x, -0.46875, 0.46875)
    square = inner * inner
    central = 1 - inner * horner(CENTRAL[0], square) / horner(CENTRAL[1], square)
    size = np.maximum(np.abs(x), 0.46875)
    outer = np.where(size > 27, 0.0, _two_step_exp(np.minimum(size, 27.0), 1.0) * _scaled_erfc(size))
    return np.where(np.abs(x) <= 0.46875, central, np.where(x < 0, 2 - outer, outer))


def _tail(z: np.ndarray) -> np.ndarray:
    """P(Z > z) of a standard normal."""
    far = np.clip(z, 1.0, 39.0)
    beyond = 0.5 * _two_step_exp(far, 0.5) * _scaled_erfc(far * ROOT_HALF)
    return np.where(z < 1, 0.5 * _erfc(np.minimum(z, 1.0) * ROOT_HALF), np.where(z > 39, 0.0, beyond))


def log_survival(z: np.ndarray) -> np.ndarray:
    """ln P(Z > z), finite far out, 0 below about -38 deviations (`Normal.logSurvival`)."""
    far = np.maximum(z, 1.0)
    beyond = log(0.5 * _scaled_erfc(far * ROOT_HALF)) - 0.5 * z * z
    low = log1p(-_tail(np.maximum(-z, 1.0)))
    centre = log(_tail(np.clip(z, -1.0, 1.0)))
    return np.where(z < -1, low, np.where(z < 1, centre, beyond))


def _c_log_survival(z: float) -> float:
    if z > 0:
        return math.log(0.5 * math.erfc(z * ROOT_HALF))
    return math.log1p(-0.5 * math.erfc(-z * ROOT_HALF))


def worst_error() -> float:
    """The largest relative distance from the C library's functions over their ranges, a few times 1e-14.

    Most of it is the C side's: its square roots of 1/2 are multiplied by z^2.
    """
    x = np.linspace(-700, 700, 20_001)
    u = np.exp(np.linspace(-100, 100, 20_001))
    v = np.linspace(-0.9, 30, 20_001)
    z = np.linspace(-30, 25, 5_001)
    logs = np.array([_c_log_survival(value) for value in z.tolist()])
    pairs = [(exp(x), np.exp(x)), (log(u), np.log(u)), (log1p(v), np.log1p(v)), (log_survival(z), logs)]
    return float(max(np.max(np.abs(own - other) / np.maximum(np.abs(other), 1e-300)) for own, other in pairs))
