"""A small sound lake as rows by table, and the same with one row changed."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

Row = dict[str, Any]
Tables = dict[str, list[Row]]

BODY = "과기정통부는 4일 업스테이지에 GPU 500장을 지원한다고 밝혔다. 임차에 쓰이는 돈은 100억원이다."
DAY = datetime(2025, 8, 4)


def article(key: str, **changes: Any) -> Row:
    """An article of its own that breaks no rule, with some columns changed."""
    return {
        "article_id": key, "url": f"https://news.example/{key}", "publisher": "새벽통신", "title": "정예팀 선정",
        "body": BODY, "language": "ko", "published_at": DAY, "published_precision": "day",
        "published_offset": "+09:00", "source_uri": f"{key}.txt", "source_sha256": "0" * 64, "source_format": "text",
        "encoding": "utf-8", "ingested_at": DAY + timedelta(days=1), "run_id": "r0",
    } | changes  # fmt: skip


def fact(key: str, **changes: Any) -> Row:
    return {
        "evidence_id": key, "article_id": "a0", "field": "body", "char_start": 0, "char_end": len(BODY), "quote": BODY,
        "rule": "give", "bound": "exact", "code_version": "1", "lexicon_version": "1",
    } | changes  # fmt: skip


def grant(key: str, **changes: Any) -> Row:
    """What an article states of a grant."""
    row = {
        "grant_id": "G0", "kind": "compute", "status": "announced", "quantity": Decimal(500), "unit": "GPU",
        "quantity_raw": "500장", "funder_id": "kr-msit", "recipient_id": "kr-upstage",
    }  # fmt: skip
    return fact(key) | row | changes


def milestone(key: str, **changes: Any) -> Row:
    """What an article states of a milestone."""
    row = {
        "milestone_id": "M0", "event": "selection", "status": "achieved", "organization_id": "kr-upstage",
        "date_start": date(2025, 8, 4), "date_end": date(2025, 8, 4), "date_precision": "day",
    }  # fmt: skip
    return fact(key) | row | changes


def body_of(key: str, **changes: Any) -> Row:
    """What an article says of a body."""
    row = {"organization_id": key, "name": "업스테이지", "kind": "company", "origin": "lexicon", "country": "KR"}
    return row | {"article_id": "a0"} | changes


def mention(start: int, **changes: Any) -> Row:
    """A place that names the ministry; `start` tells the rows apart, so most are wrong about the surface."""
    row = {"article_id": "a0", "organization_id": "kr-msit", "field": "body", "char_start": start}
    return row | {"char_end": start + 5, "surface": BODY[start : start + 5]} | changes


def source(key: str, **changes: Any) -> Row:
    """A file that gave an article."""
    row = {"source_uri": key, "source_sha256": "0" * 64, "size": 1, "outcome": "article", "article_ids": ["a0"]}
    return row | {"code_version": "1", "lexicon_version": "1", "run_id": "r0", "first_seen": DAY} | changes


def run(key: str, **changes: Any) -> Row:
    """A finished run."""
    row = {"run_id": key, "started_at": DAY, "finished_at": DAY, "status": "done", "files_seen": 100}
    return row | {"files_skipped": 0, "articles": 100, "rejections": 0, "code_version": "1"} | changes


def sound() -> Tables:
    """A lake of one article that breaks no rule."""
    company = {"organization_id": "kr-upstage", "name": "업스테이지", "kind": "company", "origin": "lexicon"}
    ministry = {"organization_id": "kr-msit", "name": "과학기술정보통신부", "kind": "government", "origin": "lexicon"}
    return {
        "articles": [article("a0")],
        "organization_evidence": [body_of("kr-upstage"), body_of("kr-msit", name="과기정통부", kind="government")],
        "organization_mentions": [mention(0)],
        "grant_evidence": [grant("e0")],
        "milestone_evidence": [milestone("n0")],
        "organizations": [company, ministry],
        "grants": [{"grant_id": "G0", "kind": "compute", "status": "announced", "funder_id": "kr-msit"}],
        "milestones": [{"milestone_id": "M0", "event": "selection", "status": "achieved"}],
        "sources": [source("a0.txt")],
        "rejections": [{"source_uri": "b.txt", "stage": "parse", "reason": "empty", "rejection_id": "j0"}],
        "runs": [run("r0")],
        "corrections": [],
    }
