"""The weights that say which step a clause looks like."""

import json
from pathlib import Path

import pytest

from training.steps import fingerprint
from transforms.lexicon.errors import LexiconError
from transforms.lexicon.likeness import Likeness, places_of, read
from transforms.lexicon.load import HERE
from transforms.records import EVENTS

SHIPPED = HERE / "ko" / "steps.weights"
HEAD = {"events": ["none", "start"], "bits": 2, "scale": 0.5, "bias": [0.0, 0.1], "sure": 0.5, "of": "x"}


def written(folder: Path, head: object, weights: bytes) -> Path:
    file = folder / "steps.weights"
    file.write_bytes(json.dumps(head).encode() + b"\n" + weights)
    return file


def test_the_weights_were_learned_from_what_is_in_the_repository() -> None:
    """Whoever adds a sentence or an article learns again: python -m training.steps ko."""
    assert read(SHIPPED).of == fingerprint("ko")


def test_the_events_are_those_of_the_records() -> None:
    assert set(read(SHIPPED).events) == {"none", *EVENTS}


def test_the_likeliest_event_is_that_of_the_heaviest_places() -> None:
    places = places_of("공사를 시작한다", "final", 4)
    weights = [0, 0] * 16
    for place in places:
        weights[2 * place + 1] = 9
    model = Likeness(("none", "start"), 4, 0.5, (0.0, 0.0), 0.5, "", weights)
    event, share = model.likeliest("공사를 시작한다", "final")
    assert event == "start"
    assert 0.5 < share < 1
    assert Likeness(("none", "start"), 4, 0.5, (0.0, 0.0), 0.5, "", [0] * 32).likeliest("", "final")[1] == 0.5


@pytest.mark.parametrize(
    ("head", "weights", "told"),
    [
        ("no mapping", b"", "no file of weights"),
        ({"events": ["none"]}, b"", "no file of weights"),
        (HEAD, b"\x00" * 7, "7 weights, 8 expected"),
    ],
)
def test_a_bad_file_is_told(tmp_path: Path, head: object, weights: bytes, told: str) -> None:
    with pytest.raises(LexiconError, match=told):
        read(written(tmp_path, head, weights))


def test_a_good_file_is_read(tmp_path: Path) -> None:
    model = read(written(tmp_path, HEAD, bytes([0, 255] * 4)))
    assert (model.events, model.sure, list(model.weights)) == (("none", "start"), 0.5, [0, -1] * 4)
