"""How reading bears damage: mutated golden files, none of which may raise, or take more time or memory than a file may.

    python -m benchmarks.mutations                # 10,000 inputs, from a seed that gives the same ones each time
    python -m benchmarks.mutations 1000 7         # so many, from this seed

Each is a file of tests/golden with one to three of the changes of tests/test_mutations.py: flipped bytes, cuts, splices
of two files, repeats. Time is processor time of one reading; memory is the most that the process ever held.
"""

import random
import resource
import sys
import time

from tests.test_mutations import INPUTS, MUTATIONS, check
from transforms.lexicon.load import load

LIMIT_SECONDS = 10.0  # of one small file; an honest one of the same size takes a hundredth
LIMIT_MIB = 1024


def main(count: int, seed: int) -> None:
    """Print how many raised, the slowest, and the memory; leave with 1 where one broke a limit."""
    lexicon, chance = load(), random.Random(seed)
    originals = [(file, file.read_bytes()) for file in INPUTS]
    raised, slowest, slowest_file = 0, 0.0, ""
    for number in range(count):
        file, data = originals[number % len(originals)]
        for _ in range(chance.randint(1, 3)):
            data = chance.choice(MUTATIONS)(data, chance) or b" "
        start = time.process_time()
        try:
            check(data, file.name, lexicon)
        except Exception as error:  # any is what is counted
            raised += 1
            print(f"{file.parent.name}: {error!r}", file=sys.stderr)
        taken = time.process_time() - start
        if taken > slowest:
            slowest, slowest_file = taken, file.parent.name
    mib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{count} inputs, {raised} raised, slowest {slowest:.2f} s ({slowest_file}), most memory {mib:.0f} MiB")
    if raised or slowest > LIMIT_SECONDS or mib > LIMIT_MIB:
        raise SystemExit(1)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000, int(sys.argv[2]) if len(sys.argv) > 2 else 1)
