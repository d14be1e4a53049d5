"""The least of several runs, in seconds of the processor; import this first, since it keeps NumPy to one thread."""
import json
import os
import time

# An older OpenBLAS needs these pins; a current NumPy is slowed by them.
for variable in ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE"):
    os.environ.pop(variable, None)
for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[variable] = "1"


def least(work, runs: int) -> float:
    times = []
    for _ in range(runs):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def tell(times: dict[str, float]) -> None:
    print(json.dumps(times))
