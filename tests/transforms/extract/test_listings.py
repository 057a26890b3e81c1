"""Tables in a text."""

import pytest

from transforms.extract.grants import grants_of
from transforms.extract.listings import tables_of
from transforms.normalize.names import organization_id_of

LINES = """농촌진흥청은 올해 사업비 배분 결과를 내놨다.

<기관별 배분 결과>
구분
신청액
배분액
전남대
80억원
40억원
제주대
50억원
20억원
합계
130억원
60억원
"""

BARS = """The Ministry of Education named the winners.

Project | Host | Award
CORAL | University of Leeds | £2.5 million
DUNES | University of Bristol | £1.8 million
REEFS | Imperial College London | £3.1 million
"""


@pytest.mark.parametrize(("body", "width", "rows"), [(LINES, 3, 3), (BARS, 3, 3)])
def test_shape(read, body, width, rows):
    (table,) = tables_of(read(body))
    assert (len(table.header), len(table.rows)) == (width, rows)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (LINES, {("전남대학교", 40 * 10**8), ("제주대학교", 20 * 10**8)}),
        (
            BARS,
            {
                ("University of Leeds", 2500000),
                ("University of Bristol", 1800000),
                ("Imperial College London", 3100000),
            },
        ),
    ],
)
def test_the_column_of_support_alone(read, lexicon, body, expected):
    document = read(body)
    names = {organization_id_of(n): n.name for n in document.names["body"]}
    assert {(names.get(g.recipient_id), int(g.amount)) for g in grants_of(document, lexicon)} == expected


def test_prose_is_no_table(read):
    assert tables_of(read("시는 돈을 낸다.\n도는 돈을 낸다.\n군은 돈을 낸다.")) == ()
