"""Normal and Student tails, from the C library's erfc and a continued fraction."""

import math

LEVEL = 0.95
TAIL = (1 - LEVEL) / 2
# The standard normal's 97.5 % quantile, to all digits of a double.
REACH = 1.959963984540054
ROOT_TWO = math.sqrt(2)


def survival(z: float) -> float:
    """P(Z > z)."""
    return 0.5 * math.erfc(z / ROOT_TWO)


def _log_beta_half(a: float) -> float:
    """ln B(a, 1/2)."""
    if a < 25:
        return math.lgamma(a) + math.lgamma(0.5) - math.lgamma(a + 0.5)
    # ln Gamma(a + 1/2) - ln Gamma(a), whose terms would cancel.
    rise = 0.5 * math.log(a) - 1 / (8 * a) + 1 / (192 * a**3) - 1 / (640 * a**5) + 17 / (14336 * a**7)
    return 0.5 * math.log(math.pi) - rise


def _beta_fraction(a: float, b: float, x: float) -> float:
    """The continued fraction of the incomplete beta function (Abramowitz and Stegun 26.5.8), by Lentz's method."""
    c, d = 1.0, 1 / (1 - (a + b) * x / (a + 1))
    result = d
    for m in range(1, 10_000):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        d, c = 1 / (1 + even * d), 1 + even / c
        result *= d * c
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        d, c = 1 / (1 + odd * d), 1 + odd / c
        result *= d * c
        if abs(d * c - 1) < 1e-15:
            break
    return result


def student_outside(t: float, freedom: float) -> float:
    """P(|T| > t) = I_x(freedom / 2, 1/2) with x = freedom / (freedom + t^2)."""
    a, square = freedom / 2, t * t
    x = freedom / (freedom + square)
    log_mass = -a * math.log1p(square / freedom) + 0.5 * math.log(square / (freedom + square)) - _log_beta_half(a)
    if x < (a + 1) / (a + 2.5):
        return math.exp(log_mass) * _beta_fraction(a, 0.5, x) / a
    return 1 - math.exp(log_mass) * _beta_fraction(0.5, a, 1 - x) / 0.5


def student_reach(freedom: float) -> float:
    """The t with P(|T| <= t) = 0.95: Newton's steps on the logarithm of t, inside a bracket."""
    log_constant = -0.5 * math.log(freedom) - _log_beta_half(freedom / 2)
    low, high, t = 0.0, math.inf, REACH
    for _ in range(100):
        excess = student_outside(t, freedom) - (1 - LEVEL)
        low, high = (t, high) if excess > 0 else (low, t)
        density = 2 * math.exp(log_constant - (freedom + 1) / 2 * math.log1p(t * t / freedom))
        step = t * math.exp(excess / (density * t))
        following = step if low < step < high else (2 * t if high == math.inf else 0.5 * (low + high))
        if abs(following - t) <= 1e-15 * t:
            return following
        t = following
    return t


def all_or_none(subjects: int, value: float) -> tuple[float, float]:
    """Clopper and Pearson's interval of n successes in n, or of none: its open end is 0.025^(1/n) from the other."""
    if subjects == 0:
        return 0.0, 1.0
    bound = TAIL ** (1 / subjects)
    return (bound, 1.0) if value == 1 else (0.0, 1 - bound)
