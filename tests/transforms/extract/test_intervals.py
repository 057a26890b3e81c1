"""The days of steps whose dates the words beside them complete; published on 10 March 2026."""

import pytest

from tests.transforms.extract.conftest import Reader
from transforms.extract.milestones import milestones_of
from transforms.lexicon.model import Lexicon

DATED = {
    "a day and the days that it lasts": (
        "다음 달 7일부터 사흘간 서면 심사를 한다.",
        ("evaluation", "2026-04-07", "2026-04-09"),
    ),
    "up to a close": ("지난달 말 마감까지 117개사가 신청했다.", ("application", None, "2026-02-28")),
    "a close to come": ("접수는 이달 26일 마감한다.", ("application", None, "2026-03-26")),
    "at the latest": ("도로는 늦어도 7월 중순에는 착공한다.", ("start", None, "2026-07-20")),
    "a call that opens": ("국토부는 10일부터 사업 대상지 공모를 실시한다.", ("call", "2026-03-10", "2026-03-10")),
    "a date that opens the sentence": (
        "지난해에는 17곳이 공모에 신청해 8곳이 뽑혔다.",
        ("selection", "2025-01-01", "2025-12-31"),
    ),
    "the year of the article dates no result": ("올해 18개사를 선정했다.", ("selection", None, None)),
    "a clause that tells another step lends no day": (
        "재단은 12개 팀을 선정해 지난 2일 약정식을 가졌다.",
        ("selection", None, None),
    ),
    "the day is nearer than the half": (
        "공단은 5일 올해 상반기 입찰을 공고했다.",
        ("call", "2026-03-05", "2026-03-05"),
    ),
    "a season": ("새 도서관은 2028년 봄 개관한다.", ("launch", "2028-03-01", "2028-05-31")),
    "the date that heads a section": (
        "■ 2023년 7월 10일\n사업단이 대전에서 출범했다.",
        ("launch", "2023-07-10", "2023-07-10"),
    ),
}


@pytest.mark.parametrize(("body", "wanted"), DATED.values(), ids=DATED)
def test_days(body: str, wanted: tuple[str, str | None, str | None], read: Reader, lexicon: Lexicon) -> None:
    found = [
        (m.event, m.date_start and m.date_start.isoformat(), m.date_end and m.date_end.isoformat())
        for m in milestones_of(read(body), lexicon)
    ]
    assert wanted in found
    assert len([row for row in found if row[0] == wanted[0]]) == 1
