"""Counts and measures."""

from decimal import Decimal

import pytest

from transforms.lexicon.model import Lexicon
from transforms.normalize.quantities import read_quantities


@pytest.mark.parametrize(
    ("text", "lang", "amount", "most", "unit"),
    [
        ("첨단 GPU 1만장을", "ko", 10_000, None, "GPU"),
        ("GPU를 들여온다. 내년까지 500~1000장을", "ko", 500, 1000, "GPU"),
        ("5개 정예팀을", "ko", 5, None, "team"),
        ("열다섯 팀의 출사표", "ko", 15, None, "team"),
        ("창업기업 800개사를", "ko", 800, None, "company"),
        ("관련 기업 1천 곳을", "ko", 1000, None, "company"),
        ("대학 7곳과", "ko", 7, None, "university"),
        ("10개 대학을", "ko", 10, None, "university"),
        ("충전소 24곳을", "ko", 24, None, "station"),
        ("전국 네 곳에", "ko", 4, None, "place"),
        ("소상공인 230만명에게", "ko", 2_300_000, None, "person"),
        ("2천324만여 명의", "ko", 23_240_000, None, "person"),
        ("일자리 2천126개를", "ko", 2126, None, "job"),
        ("5190억개(519B) 파라미터를", "ko", 519_000_000_000, None, "parameter"),
        ("310B급 모델", "ko", 310_000_000_000, None, "parameter"),
        ("과제 159건을", "ko", 159, None, "project"),
        ("군집위성 5기가 실린다", "ko", 5, None, "satellite"),
        ("100㎿급 데이터센터", "ko", 100, None, "megawatt"),
        ("고도 600㎞ 궤도", "ko", 600, None, "kilometer"),
        ("시속 60 킬로미터로", "ko", 60, None, "kilometer per hour"),
        ("반 톤", "ko", Decimal("0.5"), None, "ton"),
        ("1~2만명", "ko", 10_000, 20_000, "person"),
        ("4,096 Nvidia H100 GPUs", "en", 4096, None, "GPU"),
        ("one trillion parameters", "en", 10**12, None, "parameter"),
        ("two dozen teams", "en", 24, None, "team"),
        ("8- to 16-meter mirrors", "en", 8, 16, "meter"),
        ("a 45-acre farm", "en", 45, None, "acre"),
        ("it weighs 25 pounds", "en", 25, None, "pound"),
        ("30 kph", "en", 30, None, "kilometer per hour"),
        ("half a litre", "en", Decimal("0.5"), None, "liter"),
    ],
)
def test_quantities(lexicon: Lexicon, text: str, lang: str, amount: Decimal, most: int | None, unit: str) -> None:
    (value,) = read_quantities(text, lexicon, lang)
    assert (value.amount, value.amount_max, value.unit) == (amount, most, unit)


@pytest.mark.parametrize(
    "text",
    [
        "세계 4대 방산 강국", "경쟁률은 3.2대 1", "20대가 가장 많다", "6개월마다", "한편 올해는", "세대 교체",
        "서명했다", "2차 평가",
        "제3회 대회", "슈퍼컴퓨터 6호기", "39세 이하", "1인당", "3.3㎡당", "18분 늦어졌다", "B200과 A.X K1",
        "만점을 받았다",
    ],
)  # fmt: skip
def test_numbers_that_count_nothing(lexicon: Lexicon, text: str) -> None:
    assert read_quantities(text, lexicon, "ko") == []


def test_cards_and_photographs_are_no_gpus(lexicon: Lexicon) -> None:
    values = read_quantities("GPU를 산다. 사진 3장과 GPU 2장", lexicon, "ko")
    assert [value.unit for value in values] == ["sheet", "GPU"]
