"""Inputs that were damaged on their way: whatever the bytes, reading gives articles and reasons, never an exception."""

import hashlib
import io
import random
from pathlib import Path

import pytest

from transforms.article import read
from transforms.lexicon.load import load
from transforms.lexicon.model import Lexicon
from transforms.records import Article, Rejection

INPUTS = sorted((Path(__file__).parent / "golden").glob("*/input.*"))
ROUNDS = 6  # for each input


def flipped(data: bytes, chance: random.Random) -> bytes:
    out = bytearray(data)
    for _ in range(chance.randint(1, 20)):
        out[chance.randrange(len(out))] = chance.randrange(256)
    return bytes(out)


def cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data))]


def spliced(data: bytes, chance: random.Random) -> bytes:
    other = chance.choice(INPUTS).read_bytes()
    start, end = sorted((chance.randrange(len(other)), chance.randrange(len(other))))
    place = chance.randrange(len(data))
    return data[:place] + other[start:end] + data[place:]


def repeated(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data))
    piece = data[start : start + chance.randint(1, 200)]
    return data[:start] + piece * chance.randint(2, 200) + data[start:]


MUTATIONS = (flipped, cut, spliced, repeated)


def check(data: bytes, name: str, lexicon: Lexicon) -> None:
    for found in read(name, hashlib.sha256(data).hexdigest(), io.BytesIO(data), lexicon):
        if isinstance(found, Rejection):
            assert found.reason
        else:
            assert isinstance(found, Article)
            assert found.title
            assert found.body.encode("utf-8")  # no lone surrogates


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load()


@pytest.mark.parametrize("file", INPUTS, ids=lambda file: file.parent.name)
def test_damaged_inputs_raise_nothing(file: Path, lexicon: Lexicon) -> None:
    chance = random.Random(file.parent.name)
    for _ in range(ROUNDS):
        data = file.read_bytes()
        for _ in range(chance.randint(1, 3)):
            data = chance.choice(MUTATIONS)(data, chance) or b" "
        check(data, file.name, lexicon)
