"""Territories that a list, a gloss or a line makes bodies, and those that stay places."""

import pytest

from tests.transforms.extract.conftest import Reader

PLACES = {
    "전남 고흥군과 경북 울진군이 뽑혔다.": ["고흥군", "울진군"],
    "전북 부안군(80호)은 2024년 첫 삽을 떴다.": ["부안군"],
    "거창군, 부여군 등 27곳을 골랐다.": ["거창군", "부여군"],
    "새 사업지는 원주시와 제천시다.": ["원주시", "제천시"],
    "곡성군 : 기숙사 11월 착공": ["곡성군"],
    "영월군\n114": ["영월군"],
    "사고는 고흥군 봉래면에서 났다.": [],
    "제천시에서 열린 행사에 여섯 팀이 나왔다.": [],
}


@pytest.mark.parametrize(("body", "wanted"), PLACES.items(), ids=PLACES)
def test_places_that_act(body: str, wanted: list[str], read: Reader) -> None:
    assert [name.name for name in read(body).names["body"]] == wanted
