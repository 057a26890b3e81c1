"""Records made by hand."""

from datetime import datetime

from transforms.records import Article, ArticleFacts


def facts(article_id: str, uri: str = "a.txt", sha256: str = "0" * 64, body: str = "본문") -> ArticleFacts:
    """An article that states nothing."""
    article = Article(
        article_id, None, None, "제목", None, None, datetime(2025, 8, 4), "day", "+09:00", None, "ko", body, (), uri,
        sha256, "text", "utf-8",
    )  # fmt: skip
    return ArticleFacts(article, (), (), (), ())
