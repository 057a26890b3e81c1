"""Korean names that a news formula gives away: who reported it, whose player it is, of what body a person is the head."""

import re
from collections.abc import Iterator

from transforms.lexicon.grammar import Grammar
from transforms.normalize.names_known import Found
from transforms.normalize.particles import is_ending

WORD = "[0-9A-Za-z가-힣&]"
EDGE = rf"(?<!{WORD})"
# a Korean name of three syllables: one of the common surnames and two more
PERSON = (
    "[김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선"
    "설마길연위표명기반라왕금옥육인맹제모탁국어은편용예경봉사부가복태목형피두감호][가-힣]{2}"
)
REPORTED = re.compile(  # "…고 상하이스트가 9일 전했다", "…고 현지언론 도하 뉴스가 보도했다"
    rf"고 (?:[가-힣]{{2,4}} )?([가-힣A-Za-z]{{3,10}})(?:이|가|은|는) (?:지난 )?(?:\d{{1,2}}일(?:\([^)]{{1,12}}\))? ?(?:자로 )?)?(?:보도|전)(?:했|하)"
)
AMONG = re.compile(
    rf"{EDGE}([가-힣A-Za-z]{{3,12}}) 등 (?:주요 )?(?:외신|현지 ?언론|현지 매체|언론|매체|일본 언론|중국 언론|미국 언론)"
)
ACCORDING = re.compile(rf"{EDGE}([0-9A-Za-z가-힣&]{{3,16}})(?:에| 보도에| 집계에| 발표에) 따르면")
HELD = re.compile(rf"{EDGE}([0-9A-Za-z가-힣&]{{3,16}})(?:의)? (?:지분|경영권|임직원)(?=[을이은의과 ])")
PLAYER = re.compile(r"(?<=[가-힣])\(\d{2} ?[·,] ?([A-Za-z가-힣][0-9A-Za-z가-힣 ]{2,14})\)")
HEADED = re.compile(rf"{EDGE}{PERSON} ({WORD}{{2,16}}) ([가-힣A-Z]{{2,16}})(?: ([가-힣A-Z]{{2,5}}))?")


def said_names(text: str, grammar: Grammar) -> list[Found]:
    """Every name that stands in the slot of such a formula."""
    return [name for name in (*_slots(text), *_posts(text, grammar)) if _may_be_name(name, grammar)]


def _slots(text: str) -> Iterator[Found]:
    for pattern, kind in (
        (REPORTED, "media"),
        (AMONG, "media"),
        (PLAYER, "other"),
        (HELD, "company"),
        (ACCORDING, "other"),
    ):
        for match in pattern.finditer(text):
            yield Found(match.start(1), match.end(1), None, match.group(1), kind)


def _posts(text: str, grammar: Grammar) -> Iterator[Found]:
    """X in "류원기 X 회장": the body of which a person holds a post."""
    posts, ranks = grammar.words["posts"], grammar.words["ranks"]
    for match in HEADED.finditer(text):
        last = 1 if match.group(2) in posts else 2 if match.group(3) in posts else 0
        body = text[match.start(1) : match.end(last)]
        if last and not set(body.split()) & ranks and not re.match(f"{PERSON} ", body):
            yield Found(match.start(1), match.end(last), None, body, "company")


def _may_be_name(name: Found, grammar: Grammar) -> bool:
    """Whether the words are not common nouns, places, people or words with a particle."""
    words, last = grammar.words, name.name.rpartition(" ")[2]
    if name.name in words["unnamed"] or last in words["stop"] or last in words["common"] or last in words["ranks"]:
        return False
    if name.name in words["sources"] or name.name.endswith(tuple(words["sources"])):
        return False
    if last in words["countries"] or last in words["towns"] or last[-1:] in words["place_suffix"]:
        return False
    if re.fullmatch(PERSON, name.name) or last.endswith((*words["common_ending"], *words["unnamed_ending"])):
        return False
    return not any(
        is_ending(word[size:], word[:size], grammar) for word in name.name.split() for size in range(2, len(word))
    )
