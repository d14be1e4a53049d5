"""dp-accounting: the pessimistic epsilon of 10,000 steps of sampled training, at its usual interval of 1e-4."""
from clock import least, tell

from dp_accounting import GaussianDpEvent, PoissonSampledDpEvent
from dp_accounting.pld import PLDAccountant


def epsilon() -> float:
    accountant = PLDAccountant()
    accountant.compose(PoissonSampledDpEvent(0.01, GaussianDpEvent(1.0)), 10_000)
    return accountant.get_epsilon(1e-5)


tell({"dp-accounting, upper bound": least(epsilon, 9)})
