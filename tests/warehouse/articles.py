"""Articles built by hand, for tests of what the warehouse makes of them."""

import hashlib
import shutil
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

from transforms.records import Article, ArticleFacts, Evidence, Grant, Mention, Milestone, Organization
from warehouse.encode import Stamp
from warehouse.lake import Lake
from warehouse.publish import Published, publish
from warehouse.runs import Run
from warehouse.stage import SourceRead, stage

AT = datetime(2026, 1, 5, 9, 0, tzinfo=UTC).replace(tzinfo=None)
MINISTRY = Organization(
    "msit", "과학기술정보통신부", "Ministry of Science and ICT", ("과기정통부",), "government", "KR", "lexicon"
)
COMPANY = Organization("upstage", "업스테이지", "Upstage", (), "company", "KR", "lexicon")
BODY = "과학기술정보통신부는 업스테이지에 1576억 원을 지원한다. 업스테이지는 2027년 6월까지 모델을 공개한다."


def stamp(run_id: str = "run-1", at: datetime = AT, code: str = "1", lexicon: str = "1") -> Stamp:
    return Stamp(run_id, at, code, lexicon)


def sha(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def article(name: str = "a1", body: str = BODY, day: int = 1, **given: object) -> Article:
    values: dict[str, object] = {
        "article_id": f"article-{name}",
        "url": f"https://paper.example/{name}",
        "publisher": "시험일보",
        "title": "정부, AI 모델에 1576억 원 지원",
        "subtitle": None,
        "byline": "홍길동 기자",
        "published_at": datetime(2026, 1, day, 8, 30),
        "published_precision": "minute",
        "published_offset": "+09:00",
        "modified_at": None,
        "language": "ko",
        "body": body,
        "image_urls": (),
        "source_uri": f"inbox/{name}.html",
        "source_sha256": sha(name + body),
        "source_format": "html",
        "encoding": "utf-8",
        **given,
    }
    return Article(**values)  # type: ignore[arg-type]


def words(article: Article, quote: str, rule: str = "test") -> Evidence:
    start = article.body.index(quote)
    return Evidence("body", start, start + len(quote), quote, rule)


def grant(
    article: Article, amount: int = 157_600_000_000, quote: str = "1576억 원을 지원한다", **given: object
) -> Grant:
    values: dict[str, object] = {
        "programme": "독자 AI 파운데이션 모델",
        "funder_id": "msit",
        "recipient_id": "upstage",
        "kind": "cash",
        "amount": Decimal(amount),
        "currency": "KRW",
        "quantity": None,
        "quantity_max": None,
        "unit": None,
        "period": None,
        "status": "announced",
        "announced_on": date(2026, 1, 1),
        "basis": "total",
        "purpose": None,
        "bound": "exact",
        "programme_raw": None,
        "funder_raw": "과학기술정보통신부",
        "recipient_raw": "업스테이지",
        "amount_raw": "1576억 원",
        "quantity_raw": None,
        "evidence": words(article, quote),
        **given,
    }
    return Grant(**values)  # type: ignore[arg-type]


def milestone(article: Article, quote: str = "2027년 6월까지 모델을 공개한다", **given: object) -> Milestone:
    values: dict[str, object] = {
        "programme": "독자 AI 파운데이션 모델",
        "organization_id": "upstage",
        "event": "launch",
        "date_start": None,
        "date_end": date(2027, 6, 30),
        "date_precision": "month",
        "recurrence": None,
        "metric": None,
        "value": None,
        "unit": None,
        "status": "planned",
        "subject": "모델",
        "bound": "exact",
        "programme_raw": None,
        "organization_raw": "업스테이지",
        "date_raw": "2027년 6월까지",
        "value_raw": None,
        "evidence": words(article, quote),
        **given,
    }
    return Milestone(**values)  # type: ignore[arg-type]


def mention(article: Article, body: Organization) -> Mention:
    start = article.body.index(body.name)
    return Mention(body.organization_id, "body", start, start + len(body.name), body.name)


def facts(name: str = "a1", **given: object) -> ArticleFacts:
    """An article that states one grant and one milestone."""
    one = article(name, **given)  # type: ignore[arg-type]
    mentions = (mention(one, MINISTRY), mention(one, COMPANY))
    return ArticleFacts(one, (MINISTRY, COMPANY), mentions, (grant(one),), (milestone(one),))


def source(one: ArticleFacts) -> SourceRead:
    return SourceRead(one.article.source_uri, one.article.source_sha256, len(one.article.body))


def copied(lake: Path, to: Path) -> Lake:
    """A copy of a lake, which is a lake."""
    return Lake(Path(shutil.copytree(lake, to)))


def ingest(lake: Lake, name: str) -> Published:
    """Publish one article in a run of its own."""
    one = facts(name)
    unit = stage([one], [source(one)], lake.staging / name, stamp(name))
    return publish(lake, [unit], Run(name, AT, "1", "1", "done", AT))
