"""What steps look like: weights, learned from labelled sentences, that say which step a clause most likely tells.

A file of weights opens with a line of JSON (events, bits, scale, bias, sure, of) and holds one signed byte for each
event in each of the 2^bits places to which a gram is hashed. `training/` makes it; `of` is the sha256 of what it was
made from.
"""

import json
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from math import exp
from operator import add
from pathlib import Path
from zlib import crc32

from transforms.lexicon.errors import LexiconError

GRAMS, ENDS, END = (2, 3, 4), (1, 2, 3, 4), 8  # lengths of grams, of those of the end, and the end's code points


@dataclass(frozen=True, slots=True)
class Likeness:
    """Softmax over `events` ("none" among them); `sure` is the share from which a likely step is taken for one."""

    events: tuple[str, ...]
    bits: int
    scale: float
    bias: tuple[float, ...]
    sure: float
    of: str
    weights: Sequence[int]

    def likeliest(self, words: str, form: str) -> tuple[str, float]:
        """The event that a clause most likely tells, and its share (0 to 1); `words` hold marks in place of values."""
        width, weights = len(self.events), self.weights
        places = places_of(words, form, self.bits)
        sums: list[int] = [0] * width
        for place in places:
            sums = list(map(add, sums, weights[place * width : (place + 1) * width]))
        by = self.scale / max(len(places), 1) ** 0.5
        logits = [s * by + b for s, b in zip(sums, self.bias, strict=True)]
        top = max(logits)
        best = logits.index(top)
        return self.events[best], 1 / sum(exp(one - top) for one in logits)


def places_of(words: str, form: str, bits: int) -> set[int]:
    """The places of a clause's grams: those of the whole, those of its end, and its form."""
    text, mask = f"^{words}$", (1 << bits) - 1
    end = text[-END - 1 :]
    grams = {text[i : i + n] for n in GRAMS for i in range(len(text) - n + 1)}
    grams |= {f"~{end[i : i + n]}" for n in ENDS for i in range(len(end) - n + 1)}
    grams.add(f"={form}")
    return {crc32(gram.encode()) & mask for gram in grams}


def read(file: Path) -> Likeness:
    """The weights of one file; LexiconError where it is none."""
    head, _, body = file.read_bytes().partition(b"\n")
    try:
        told = json.loads(head)
        weights = array("b", body)
        model = Likeness(
            tuple(told["events"]), told["bits"], told["scale"], tuple(told["bias"]), told["sure"], told["of"], weights
        )
    except (ValueError, KeyError, TypeError) as error:
        raise LexiconError(f"{file.name}: no file of weights: {error}") from error
    if len(weights) != len(model.events) << model.bits:
        raise LexiconError(f"{file.name}: {len(weights)} weights, {len(model.events) << model.bits} expected")
    return model
