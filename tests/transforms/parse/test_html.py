"""The general reader on small pages, each with one trap."""

from transforms.containers.document import RawDocument
from transforms.lexicon.model import Lexicon
from transforms.parse import parse
from transforms.records import Article, Rejection

FIRST = (
    "정부는 4일 추가경정예산에서 확보한 1576억원을 그래픽처리장치 임차에 투입한다고 밝혔다. 다섯 팀이 지원을 받는다."
)
SECOND = (
    "각 팀은 초기 그래픽처리장치 500장을 받고, 단계 평가에 따라 최대 1000장을 지원받는다. 협약은 이르면 8월 초 맺는다."
)
TITLE = "국가대표 AI 다섯 팀 선정"
JUNK = "현대차가 신형 전기차 사전계약 1만대를 돌파했다고 밝혔다. 1조2000억원을 들인 공장에서 만든다고 설명했다."


def article(body: str, lexicon: Lexicon, head: str = "") -> Article:
    html = (
        f"<!doctype html><html lang=ko><head><title>{TITLE} - 새벽통신</title>{head}</head><body>{body}</body></html>"
    )
    found = parse(RawDocument("u", "0" * 64, "html", "html", html), lexicon)
    assert isinstance(found, Article), found
    return found


def text(body: str, lexicon: Lexicon, head: str = "") -> str:
    return article(f"<article><h1>{TITLE}</h1>{body}</article>", lexicon, head).body


def test_paragraphs_of_div_and_break(lexicon: Lexicon) -> None:
    assert text(f"<div>{FIRST}</div><div>{SECOND}</div>", lexicon) == f"{FIRST}\n\n{SECOND}"
    assert text(f"<div>{FIRST}<br><br>{SECOND}</div>", lexicon) == f"{FIRST}\n\n{SECOND}"
    assert text(f"<div>{FIRST}<br>{SECOND}</div>", lexicon) == f"{FIRST}\n{SECOND}"


def test_text_after_a_list_or_subhead_is_kept(lexicon: Lexicon) -> None:
    body = text(
        f"<p>{FIRST}</p><h3>지원 내용</h3><ul><li>장비 500장</li><li>인건비 지원</li></ul><p>{SECOND}</p>", lexicon
    )

    assert body == f"{FIRST}\n\n지원 내용\n\n- 장비 500장\n- 인건비 지원\n\n{SECOND}"


def test_related_stories_captions_and_boxes_stay_out(lexicon: Lexicon) -> None:
    for junk in (
        f"<div class='related-news'><p>{JUNK}</p></div>",
        f"<figure><img src=x><figcaption>{JUNK}</figcaption></figure>",
        f"<aside><p>{JUNK}</p></aside>",
        f"<div class='comment-list'><p>{JUNK}</p></div>",
        f"<div class='newsletter-box'><p>{JUNK}</p></div>",
        f"<div style='display: none'><p>{JUNK}</p></div>",
        "<p>ⓒ 새벽통신. 무단 전재 및 재배포 금지</p>",
    ):
        found = text(f"<p>{FIRST}</p>{junk}<p>{SECOND}</p><p>{FIRST}</p>", lexicon)
        assert found == f"{FIRST}\n\n{SECOND}\n\n{FIRST}", junk


def test_what_follows_an_ending_stays_out(lexicon: Lexicon) -> None:
    assert text(f"<p>{FIRST}</p><p>{SECOND}</p><h3>많이 본 뉴스</h3><p>{JUNK}</p>", lexicon) == f"{FIRST}\n\n{SECOND}"


def test_the_headline_is_not_repeated(lexicon: Lexicon) -> None:
    assert text(f"<p>{TITLE}</p><p>{FIRST}</p><p>{SECOND}</p>", lexicon) == f"{FIRST}\n\n{SECOND}"


def test_the_date_of_a_change_or_a_footer_is_none(lexicon: Lexicon) -> None:
    foot = "<footer>Copyright 2023-01-01</footer>"
    body = f"<h1>{TITLE}</h1><p>수정 2026.01.02 10:00</p><p>{FIRST}</p><p>{SECOND}</p>{foot}"

    assert article(body, lexicon).published_at is None


def test_publication_comes_before_a_change(lexicon: Lexicon) -> None:
    body = f"<h1>{TITLE}</h1><p>입력 2025.08.04 09:30 | 수정 2025.08.05 10:00</p><p>{FIRST}</p><p>{SECOND}</p>"
    found = article(body, lexicon)

    assert str(found.published_at) == "2025-08-04 09:30:00"
    assert found.byline is None


def test_an_article_inside_json_ld_that_lacks_an_insertion(lexicon: Lexicon) -> None:
    parts = [
        f"{n}번째 팀은 그래픽처리장치 {n * 37}장과 데이터 구축비 {n * 11}억원을 받아 {2025 + n}년까지 쓴다."
        for n in range(1, 16)
    ]
    stated = " ".join(parts)
    head = f'<script type="application/ld+json">{{"@type": "NewsArticle", "articleBody": "{stated}"}}</script>'
    rows = "".join(f"<p>{part}</p>" for part in parts)

    assert JUNK not in text(f"{rows}<p>{JUNK}</p>", lexicon, head)


def test_each_field_says_where_it_came_from(lexicon: Lexicon) -> None:
    head = "<meta property='article:published_time' content='2025-08-04'><meta name=author content='김하늘 기자'>"
    found = article(f"<h1>{TITLE}</h1><p>{FIRST}</p><p>{SECOND}</p>", lexicon, head)

    assert dict(found.provenance) == {
        "title": "heading",
        "body": "general",
        "byline": "meta:author",
        "published_at": "meta:article:published_time",
        "publisher": "title",
    }


def test_deep_nesting_is_refused_before_it_is_parsed(lexicon: Lexicon) -> None:
    found = parse(RawDocument("u", "0" * 64, "html", "html", "<div>" * 200_000 + FIRST), lexicon)

    assert isinstance(found, Rejection)
    assert found.reason == "too_nested"


def test_the_outline_is_bounded(lexicon: Lexicon) -> None:
    found = parse(RawDocument("u", "0" * 64, "html", "html", f"<html><body><p>{FIRST}</p>" * 400), lexicon)

    assert isinstance(found, Article | Rejection)


def test_a_page_without_any_text_is_a_rejection(lexicon: Lexicon) -> None:
    for html in ("<html><head><title>x</title></head><body></body></html>", "<html></html>", "<p> </p>"):
        assert isinstance(parse(RawDocument("u", "0" * 64, "html", "html", html), lexicon), Rejection)


def test_a_list_of_teasers_stays_out_and_one_of_facts_stays(lexicon: Lexicon) -> None:
    teasers = "".join(f"<li>경제: <a href=/{n}>수소차 판매 대수가 넉 달 만에 줄었다</a></li>" for n in range(3))
    facts = "".join(f"<li>{name}: 장비 200장과 <a href=/>운영비</a> 3억원을 받는다</li>" for name in ("가온", "나래"))

    assert "수소차" not in text(f"<p>{FIRST}</p><ul>{teasers}</ul><p>{SECOND}</p>", lexicon)
    assert "나래: 장비 200장과 운영비 3억원" in text(f"<p>{FIRST}</p><ul>{facts}</ul><p>{SECOND}</p>", lexicon)


def test_lines_that_only_say_when_stay_out_and_days_as_headings_stay(lexicon: Lexicon) -> None:
    for line in ("입력 2026.04.03 14:20", "2026-04-03 14:20", "Published on April 3, 2026", "기사입력 : 2026-04-03"):
        assert text(f"<p>{FIRST}</p><p>{line}</p><p>{SECOND}</p>", lexicon) == f"{FIRST}\n\n{SECOND}", line
    assert "2026년 4월 3일" in text(f"<p>{FIRST}</p><h3>2026년 4월 3일</h3><p>{SECOND}</p>", lexicon)


def test_headings_between_the_parts_of_the_text_are_kept(lexicon: Lexicon) -> None:
    part = "<div class='rich-text'><p>{}</p></div>"
    body = f"{part.format(FIRST)}<section><h3>지원 내용</h3></section>{part.format(SECOND)}"

    assert text(body, lexicon) == f"{FIRST}\n\n지원 내용\n\n{SECOND}"


def test_labels_glued_to_the_reporter_tell_day_and_name(lexicon: Lexicon) -> None:
    info = "<p><span>강보라 기자</span><span>승인 2026.04.03 14:20</span><span>수정 2026.04.07 10:00</span></p>"
    found = article(f"<h1>{TITLE}</h1>{info}<p>{FIRST}</p><p>{SECOND}</p>", lexicon)

    assert found.published_at is not None
    assert (found.published_at.isoformat(), found.byline) == ("2026-04-03T14:20:00", "강보라 기자")


def test_what_a_press_release_says_of_its_sender_stays_out(lexicon: Lexicon) -> None:
    about = f"<p><b>About Northshire Council</b></p><p>{JUNK}</p>"

    assert JUNK not in text(f"<p>{FIRST}</p><p>{SECOND}</p><p>{FIRST}</p>{about}", lexicon)


def test_what_a_paper_says_of_itself_stays_out(lexicon: Lexicon) -> None:
    for line in (
        "매일 아침 뉴스레터를 구독하고 새 소식을 먼저 만나 보십시오.",
        "Get the best of the paper in your inbox.",
    ):
        assert text(f"<p>{FIRST}</p><p>{line}</p><p>{SECOND}</p>", lexicon) == f"{FIRST}\n\n{SECOND}", line
