"""Grants, on sentences made up for the grammar that they show. A row: body, then (funder, recipient, kind, figure)."""

import json
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.extract.grants import grants_of
from transforms.normalize.names import organization_id_of

EOK, MAN = 10**8, 10**4

FRAMES = {
    "dative, object, active": (
        "국토교통부는 도시재생 공모에 선정된 목포시에 5년간 국비 250억원을 지원한다.",
        [("국토교통부", "목포시", "cash", 250 * EOK)],
    ),
    "the recipient is the subject of receiving": (
        "서울대병원은 보건복지부의 '디지털 치료제 실증' 과제에 선정돼 3년간 연구비 48억원을 받는다.",
        [("보건복지부", "서울대학교병원", "cash", 48 * EOK)],
    ),
    "each of two chosen firms": (
        "우주항공청은 이노스페이스와 페리지에어로스페이스를 소형발사체 개발 사업자로 선정하고 "
        "두 회사에 각각 75억원을 지원하기로 했다.",
        [("우주항공청", "이노스페이스", "cash", 75 * EOK), ("우주항공청", "페리지에어로스페이스", "cash", 75 * EOK)],
    ),
    "a row of recipients and a row of figures": (
        "경기도는 수원시와 성남시, 용인시에 각각 20억원, 15억원, 12억원의 특별조정교부금을 배정했다.",
        [
            ("경기도", "수원시", "cash", 20 * EOK),
            ("경기도", "성남시", "cash", 15 * EOK),
            ("경기도", "용인시", "cash", 12 * EOK),
        ],
    ),
    "a row of givers": (
        "삼성전자와 SK하이닉스가 각각 10억원, 5억원을 대한적십자사에 기탁했다.",
        [("삼성전자", "대한적십자사", "cash", 10 * EOK), ("SK하이닉스", "대한적십자사", "cash", 5 * EOK)],
    ),
    "the consortium is the one chosen before": (
        "산업통상자원부가 지원하는 '소재부품 기술개발' 사업에 동진쎄미켐 컨소시엄이 선정됐다. "
        "컨소시엄은 2029년까지 정부출연금 180억원을 받아 국산화에 나선다.",
        [("산업통상자원부", "동진쎄미켐", "cash", 180 * EOK)],
    ),
    "a yearly sum and what each university gets": (
        "교육부와 한국연구재단은 BK21 사업에 연간 4080억원을 지원한다. "
        "올해 새로 뽑힌 부산대, 경북대, 전북대는 교당 15억원씩 받는다.",
        [
            ("교육부", None, "cash", 4080 * EOK),
            ("교육부", "부산대학교", "cash", 15 * EOK),
            ("교육부", "경북대학교", "cash", 15 * EOK),
            ("교육부", "전북대학교", "cash", 15 * EOK),
        ],
    ),
    "goods to two bodies": (
        "과학기술정보통신부는 한국과학기술원에 GPU 256장을, 서울대에 128장을 배정했다.",
        [
            ("과학기술정보통신부", "한국과학기술원", "compute", 256),
            ("과학기술정보통신부", "서울대학교", "compute", 128),
        ],
    ),
    "whose money: national, province, city, private": (
        "경상북도가 바이오 국가산단에 2030년까지 3465억원을 투입한다. "
        "국비 1500억원, 도비 465억원, 시비 500억원, 민간자본 1000억원이다.",
        [
            ("경상북도", None, "cash", 3465 * EOK),
            (None, None, "cash", 1500 * EOK),
            ("경상북도", None, "cash", 465 * EOK),
            (None, None, "cash", 500 * EOK),
        ],
    ),
    "equal shares are two facts": (
        "문화체육관광부는 '지역문화 매력' 사업을 한다. 총사업비는 120억원(국비 60억원, 지방비 60억원)이다.",
        [
            ("문화체육관광부", None, "cash", 120 * EOK),
            ("문화체육관광부", None, "cash", 60 * EOK),
            ("문화체육관광부", None, "cash", 60 * EOK),
        ],
    ),
    "the new figure of two": (
        "농림축산식품부는 스마트팜 예산을 당초 800억원에서 650억원으로 줄였다.",
        [("농림축산식품부", None, "cash", 650 * EOK)],
    ),
    "the state is the ministry, the gift is a gift": (
        "기아는 초록우산에 10억원을 기부했다. 현대모비스도 사랑의열매에 성금 5억원을 전달했다.",
        [
            ("기아", "초록우산 어린이재단", "cash", 10 * EOK),
            ("현대모비스", "사회복지공동모금회", "cash", 5 * EOK),
        ],
    ),
    "a share taken back and given on": (
        "동의대가 맡았던 과제는 취소됐다. 부산시는 이 과제에 잡혔던 3억원을 회수해 부산외국어대에 준다.",
        [
            ("부산광역시", "동의대학교", "cash", 3 * EOK),
            ("부산광역시", "부산외국어대학교", "cash", 3 * EOK),
        ],
    ),
    "chosen firms without names": (
        "중소벤처기업부는 창업 패키지를 공고했다. 선정된 기업은 업체당 최대 7천만원의 사업화 자금을 쓴다.",
        [("중소벤처기업부", None, "cash", 7000 * MAN)],
    ),
    "ditransitive": (
        "The Department of Agriculture awarded Iowa State University $12 million to study soil carbon.",
        [("U.S. Department of Agriculture", "Iowa State University", "cash", 12_000_000)],
    ),
    "a series with to": (
        "The Wellcome Trust will give £8 million to the University of Leeds and £5 million to Imperial College London.",
        [
            ("Wellcome", "University of Leeds", "cash", 8_000_000),
            ("Wellcome", "Imperial College London", "cash", 5_000_000),
        ],
    ),
    "get from": (
        "Under the deal, Micron will receive $6.1 billion from the Commerce Department.",
        [("U.S. Department of Commerce", "Micron", "cash", 6_100_000_000)],
    ),
    "cut off": (
        "The National Institutes of Health cut $800 million in grants to Columbia University.",
        [("National Institutes of Health", "Columbia University", "cash", 800_000_000)],
    ),
}

NOTHING = {
    "own investment, fund, turnover": (
        "삼성전자는 평택 공장에 30조원을 투자한다. 회사는 협력사에 2조원 규모의 상생펀드를 운영한다. "
        "매출은 300조원이다."
    ),
    "penalty": "공정거래위원회는 한화에 과징금 12억원을 부과했다.",
    "loan": "하나은행은 충남대에 30억원의 저금리 대출을 내준다.",
    "asked for": "전라남도는 송전선로 공사에 국비 320억원을 지원해달라고 정부에 건의했다.",
    "damage": "포항시의 태풍 피해액은 모두 540억원으로 집계됐다.",
    "cut off": "충북도의회는 15일 오송 컨벤션센터 예산 40억원을 전액 삭감했다.",
    "share price": "한국거래소에서 네이버는 전날보다 2.1% 오른 23만8천원에 거래를 마쳤다.",
    "estimate": "전남연구원은 생산유발효과가 10년간 4조2천억원에 이를 것으로 내다봤다.",
    "own money in English": "Microsoft says it will spend $30 billion in Britain by 2028. Revenue was $245 billion.",
    "a round": "Nscale raised $1.1 billion from investors in September at a valuation of $3 billion.",
    "a fine": "Ofgem fined British Gas £22 million.",
    "a loan": "The European Investment Bank lent €300 million to Northvolt in 2020.",
}


def _facts(document, lexicon):
    names = {organization_id_of(n): n.name for n in document.names.get("body", ())}
    return [
        (names.get(g.funder_id), names.get(g.recipient_id), g.kind, g.amount if g.amount is not None else g.quantity)
        for g in grants_of(document, lexicon)
    ]


@pytest.mark.parametrize("name", FRAMES)
def test_frames(name, read, lexicon):
    body, expected = FRAMES[name]
    wanted = [(f, r, k, Decimal(v)) for f, r, k, v in expected]
    assert sorted(_facts(read(body), lexicon), key=repr) == sorted(wanted, key=repr)


@pytest.mark.parametrize("name", NOTHING)
def test_what_is_no_support(name, read, lexicon):
    assert _facts(read(NOTHING[name]), lexicon) == []


@pytest.mark.parametrize(
    ("body", "status", "period", "basis"),
    [
        ("교육부는 전북대에 내년부터 3년간 90억원을 지원할 계획이다.", "planned", "P3Y", None),
        ("행정안전부는 의성군에 특별교부세 26억원을 교부했다.", "disbursed", None, None),
        ("교육부는 전북대에 해마다 30억원을 지원한다.", "announced", "P1Y", "per_year"),
        ("통일부는 공동발굴에 남북협력기금 12억원을 지원하려던 계획을 철회했다.", "cancelled", None, None),
        ("해양수산부는 어촌신활력증진사업에 총 1,200억원을 투입한다.", "announced", None, "total"),
    ],
)
def test_terms(body, status, period, basis, read, lexicon):
    (grant,) = grants_of(read(body), lexicon)
    assert (grant.status, grant.period, grant.basis) == (status, period, basis)


def test_goods_with_a_ceiling_are_one_grant(read, lexicon):
    body = "과기정통부는 GPU를 나눠준다. 각 팀은 초기 GPU 500장을, 향후 평가에 따라 최대 1000장을 지원받는다."
    (grant,) = grants_of(read(body), lexicon)
    assert (grant.quantity, grant.quantity_max, grant.unit) == (500, 1000, "GPU")


def test_a_list_of_the_chosen_is_meant_by_each(read, lexicon):
    body = (
        "농촌진흥청은 종자 연구를 맡을 곳을 골랐다.\n\n- 경상국립대\n- 전남대\n- 제주대\n\n"
        "세 대학은 과제마다 2년간 6억원씩 받는다."
    )
    found = {g.recipient_id for g in grants_of(read(body), lexicon) if g.amount == 6 * EOK}
    assert len(found) == 3


def test_a_correction_gives_no_facts(read, lexicon):
    body = "[바로잡습니다] 본지는 4일자에서 교육부가 전남대에 20억원을 지원한다고 잘못 보도했습니다."
    assert grants_of(read(body), lexicon) == ()


def test_a_fact_told_twice_stands_once(read, lexicon):
    body = "교육부는 제주대에 국비 73억원을 지원한다.\n\n제주대는 이번에 국비 73억원을 받는다."
    assert len(grants_of(read(body), lexicon)) == 1


def test_every_quote_is_verbatim(shared, read, lexicon):
    for file in sorted((shared / "gold" / "articles").glob("*.json"))[::4]:
        label = json.loads(file.read_text(encoding="utf-8"))
        document = read(label["body"], label["title"], label["lang"])
        for grant in grants_of(document, lexicon):
            evidence = grant.evidence
            assert evidence.quote == label["body"][evidence.char_start : evidence.char_end]
            assert grant.amount_raw is None or grant.amount_raw in evidence.quote


WORDS = st.sampled_from(
    (
        *[
            "교육부는",
            "서울대에",
            "10억원을",
            "지원한다.",
            "최대",
            "GPU",
            "500장씩",
            "▲",
            "①",
            "(",
            ")",
            "“",
            "”",
            "-",
            "|",
            "국비",
            "각각",
            "모두",
        ],
        "\n",
        "\n\n",
        *("이", "가운데", "NIH", "gave", "$5m", "to", "MIT,", "each"),
    )
)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=30))
def test_no_text_makes_it_fail(read, lexicon, words):
    body = " ".join(words)
    for grant in grants_of(read(body), lexicon):
        assert grant.evidence.quote == body[grant.evidence.char_start : grant.evidence.char_end]
