from datetime import timedelta

import pytest

from flows.errors import WrongUse
from flows.plan import plan_of


@pytest.mark.parametrize(
    ("every", "span", "words"),
    [
        ("5s", timedelta(seconds=5), "every 5 s"),
        ("10m", timedelta(minutes=10), "every 10 m"),
        (" 2 H", timedelta(hours=2), "every 2 h"),
        ("1d", timedelta(days=1), "every 1 d"),
        ("90m", timedelta(minutes=90), "every 90 m"),
    ],
)
def test_spans(every: str, span: timedelta, words: str) -> None:
    plan = plan_of("inbox", "lake", None, every, "Asia/Seoul")
    assert (plan.every, plan.when) == (span, words)


@pytest.mark.parametrize(
    ("cron", "every", "timezone"),
    [
        (None, None, "Asia/Seoul"),
        ("0 6 * * *", "10m", "Asia/Seoul"),
        ("0 6 * *", None, "Asia/Seoul"),
        (None, "0m", "Asia/Seoul"),
        (None, "ten minutes", "Asia/Seoul"),
        ("0 6 * * *", None, "Asia/Soul"),
        ("0 6 * * *", None, "../etc/passwd"),
    ],
)
def test_what_cannot_be_meant(cron: str | None, every: str | None, timezone: str) -> None:
    with pytest.raises(WrongUse):
        plan_of("inbox", "lake", cron, every, timezone)


def test_a_restart_finds_its_name_again_and_others_have_another() -> None:
    names = [plan_of(inbox, lake, None, every, "UTC").name for inbox, lake, every in (
        ("in box", "lake", "1m"), ("in box", "lake", "5m"), ("in box", "other", "1m"), ("a/in box", "lake", "1m"),
    )]  # fmt: skip
    assert names[0] == names[1]
    assert len(set(names)) == 3
    assert names[0].startswith("in-box-")
    assert plan_of("/data/*.html", "lake", None, "1m", "UTC").name.startswith("data-")
