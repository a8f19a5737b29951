"""Eight threads ask for the knowledge as the first thing their process does; says how often it was read."""

import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from checker.knowledge import Knowledge, load

together = Barrier(8)


def asked(_: int) -> Knowledge:
    together.wait()
    return load()


with ThreadPoolExecutor(8) as threads:
    sys.stdout.write(f"{len({id(knowledge) for knowledge in threads.map(asked, range(8))})}\n")
