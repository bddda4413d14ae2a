"""Whole processes, measured."""

import os
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple


class Run(NamedTuple):
    """One whole process: ms by the clock, ms of processor time, peak memory in MB.

    The peak is known of a forked process only.
    """

    clock: float
    processor: float
    peak: float


def run_process(
    command: Sequence[str],
    env: Mapping[str, str],
    limit: float,
    codes: Sequence[int] = (0,),
    *,
    fork: bool = False,
) -> Run | None:
    """Run one process and measure it; None where it was ended after `limit` seconds.

    Python starts a process by `vfork`, and then the system counts all memory of this one
    as the other's. `fork` takes half a millisecond longer. Raises SystemExit where the
    process ends with another exit code than `codes`.
    """
    began = time.perf_counter()
    process = subprocess.Popen(
        command,
        env=env,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        preexec_fn=_nothing if fork else None,
    )
    end = threading.Timer(limit, process.kill)
    end.start()
    _, status, used = os.wait4(process.pid, 0)
    took = time.perf_counter() - began
    end.cancel()
    process.returncode = os.waitstatus_to_exitcode(status)
    if took >= limit:
        return None
    if process.returncode not in codes:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    processor = used.ru_utime + used.ru_stime
    return Run(took * 1000, processor * 1000, used.ru_maxrss / 1024)


@cache
def least_peak() -> float:
    """The MB that each forked process has: less cannot be seen."""
    run = run_process(["true"], os.environ, 10, fork=True)
    return run.peak if run else 0


def _nothing() -> None:
    """Called in the new process, for which Python must fork."""
