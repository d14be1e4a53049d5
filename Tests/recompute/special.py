"""Normal and Student tails, from the C library's erfc and a continued fraction."""

import math
from collections.abc import Callable
from statistics import NormalDist

LEVEL = 0.95
TAIL = (1 - LEVEL) / 2
ROOT_TWO = math.sqrt(2)
NORMAL_FROM = 10_000


def normal_reach(level: float) -> float:
    """The distance from 0 within which a share `level` of the standard normal lies."""
    return NormalDist().inv_cdf(0.5 + level / 2)


REACH = normal_reach(LEVEL)


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


def _log_beta(a: float, b: float) -> float:
    """ln B(a, b)."""
    if b == 0.5:
        return _log_beta_half(a)
    return _log_beta_half(b) if a == 0.5 else math.lgamma(a) + math.lgamma(b) - math.lgamma(a + b)


def beta_tail(a: float, b: float, x: float, rest: float) -> float:
    """I_x(a, b), the share of a beta distribution below x; `rest` is 1 - x with all its digits."""
    mass = math.exp(a * math.log(x) + b * math.log(rest) - _log_beta(a, b))
    if x < (a + 1) / (a + b + 2):
        return mass * _beta_fraction(a, b, x) / a
    return 1 - mass * _beta_fraction(b, a, rest) / b


def solved(excess: Callable[[float], float], slope: Callable[[float], float], start: float, high: float) -> float:
    """Where a rising function of a positive number is 0: Newton's steps on the logarithm, inside a bracket."""
    low, x = 0.0, start
    for _ in range(200):
        value = excess(x)
        low, high = (x, high) if value < 0 else (low, x)
        step = -value / (slope(x) * x) if slope(x) > 0 else math.inf
        following = x * math.exp(step) if abs(step) < 50 else math.inf
        if not low < following < high:
            following = 2 * x if high == math.inf else 0.5 * (low + high)
        if abs(following - x) <= 1e-15 * x:
            return following
        x = following
    return x


def student_reach(freedom: float, level: float = LEVEL) -> float:
    """The t with P(|T| <= t) = level, where P(|T| > t) = I_x(freedom / 2, 1/2) and x = freedom / (freedom + t^2)."""
    log_constant = -0.5 * math.log(freedom) - _log_beta_half(freedom / 2)

    def excess(t: float) -> float:
        total = freedom + t * t
        return (1 - level) - beta_tail(freedom / 2, 0.5, freedom / total, t * t / total)

    def density(t: float) -> float:
        return 2 * math.exp(log_constant - (freedom + 1) / 2 * math.log1p(t * t / freedom))

    return solved(excess, density, normal_reach(level), math.inf)


def student_outside(t: float, freedom: float) -> float:
    """P(|T| > t) for t of 0 or more; the normal's where Student's law is that to four digits."""
    if freedom >= NORMAL_FROM:
        return min(1.0, 2 * survival(t))
    total = freedom + t * t
    return beta_tail(freedom / 2, 0.5, freedom / total, t * t / total) if t > 0 else 1.0


def beta_quantile(a: float, b: float, share: float) -> float:
    log_constant = -_log_beta(a, b)

    def density(x: float) -> float:
        return math.exp(log_constant + (a - 1) * math.log(x) + (b - 1) * math.log1p(-x))

    return solved(lambda x: beta_tail(a, b, x, 1 - x) - share, density, a / (a + b), 1.0)


def clopper_pearson(successes: float, trials: float, level: float) -> tuple[float, float]:
    """The exact interval of a share; counts need not be whole."""
    tail = (1 - level) / 2
    low = 0.0 if successes == 0 else beta_quantile(successes, trials - successes + 1, tail)
    high = 1.0 if successes == trials else beta_quantile(successes + 1, trials - successes, 1 - tail)
    return low, high


def all_or_none(subjects: int, value: float) -> tuple[float, float]:
    """Clopper and Pearson's interval of n successes in n, or of none: its open end is 0.025^(1/n) from the other."""
    if subjects == 0:
        return 0.0, 1.0
    bound = TAIL ** (1 / subjects)
    return (bound, 1.0) if value == 1 else (0.0, 1 - bound)
