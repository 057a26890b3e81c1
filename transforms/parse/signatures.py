"""Names that stand in the text itself: a closing "[김규식 기자]", an opening "[서울=뉴스핌] 홍길동 기자 =", a line
of rights."""

import re

from transforms.lexicon.reading import Reading
from transforms.parse.claims import Claim

NAME = r"[가-힣]{2,4}(?:\s?[·,]\s?[가-힣]{2,4}){0,5}"
RIGHTS = re.compile(
    r"(?:copyright|저작권자)\s{0,3}(?:©|ⓒ|\(c\)|&copy;)?\s{0,3}(?:by\s)?(?:(?:19|20)\d\d(?:\s?[-~]\s?(?:19|20)\d\d)?\s)?|[©ⓒ]\s{0,3}",
    re.IGNORECASE,
)
OWNER = re.compile(r"[^.,&|<>/\n]{2,40}")
DATELINE = re.compile(r"^[\[(](?:[^\]()=]{1,20}=)?(?P<publisher>[^\]()=]{2,20})[\])]\s{0,2}")


def owner(text: str, words: Reading) -> list[Claim]:
    """The publisher that a line of rights names: "Copyright © 매일경제 & mk.co.kr. 무단 전재" -> 매일경제."""
    for match in RIGHTS.finditer(text[-3000:]):
        found = OWNER.match(text[-3000:], match.end())
        phrase = words.rights.search(found[0].casefold()) if found else None
        name = found[0][: phrase.start() if phrase else None].strip(" -·:") if found else ""
        if name and not name.isdigit():
            return [Claim("publisher", name, "rights")]
    return []


def signed(body: str, words: Reading) -> tuple[str, str | None]:
    """The body without a last paragraph that is only a bracketed signature, and the reporter that the text names."""
    if not body:
        return body, None
    titles = words.titles
    paragraphs = body.split("\n\n")
    last = re.fullmatch(
        rf"[\[(<【]\s?(?:[^\]=\n]{{1,20}}=)?(?P<who>{NAME}\s?[가-힣 ]{{0,12}}?(?:{titles}))[^\]\n]{{0,60}}[\])>】]",
        paragraphs[-1].strip(),
    )
    if last and len(paragraphs) > 1:
        return "\n\n".join(paragraphs[:-1]), last["who"]
    opening = DATELINE.match(body)
    rest = body[opening.end() : opening.end() + 60] if opening else ""
    if found := re.match(rf"(?P<who>{NAME}\s?[가-힣 ]{{0,8}}?(?:{titles}))\s?=", rest):
        return body, found["who"]
    if len(paragraphs) > 1 and (
        found := re.match(
            rf"(?:[^\s=]{{1,12}}[=/]\s?|\S{{1,6}}팀\s)?(?P<who>{NAME}\s(?:[가-힣]{{1,8}}\s)?(?:{titles}))(?:\s\S+@\S+)?$",
            paragraphs[-1].strip(),
        )
    ):
        return body, found["who"]
    return body, None
