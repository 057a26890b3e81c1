"""Korean names that no lexicon holds, told by shape: the suffix of a body, a company mark, a ticker, a head noun."""

import re

from transforms.lexicon.grammar import Grammar
from transforms.normalize.names_known import NEXT_WORD, SUBJECT, Found
from transforms.normalize.names_said import PERSON
from transforms.normalize.particles import is_ending, rest_of_word

WORD = re.compile(r"[0-9A-Za-z가-힣&]+(?:-[0-9A-Za-z가-힣&]+)?")
LONGEST_ENDING = 7
NAME = "[0-9A-Za-z가-힣&]{2,20}"
MARK = r"(?:\(주\)|㈜|\(유\)|\(재\)|\(사\))"
MARKED = (
    re.compile(rf"{MARK}\s?({NAME})"),
    re.compile(rf"(?<![0-9A-Za-z가-힣&])({NAME}){MARK}"),
    re.compile(rf"주식회사 ({NAME})"),
    re.compile(
        rf"(?<![0-9A-Za-z가-힣&])({NAME}) ?\((?:\d{{6}}|코스닥|코스피|KOSDAQ|KOSPI|대표(?:이사)? [가-힣 ]{{2,9}}[)·,])"
    ),
)
SCHOOL = re.compile(
    r"(?<![0-9A-Za-z가-힣])([가-힣]{2,4}고)(?= (?:\d학년|[123]학년|학생|교사|교감|교장|재학|졸업|동문|동창|야구부))"
)
UNIVERSITY = re.compile(r"(?<![0-9A-Za-z가-힣])([가-힣]{2,6}대)(?![로표상응신사학])([가-힣]{0,4})(?![가-힣])")
CASES = ("에", "으로", "까지", "부터", "측")
PREVIOUS = re.compile(r"(?<![0-9A-Za-z가-힣])([0-9A-Za-z가-힣]+)[ ]$")


def shape_names(text: str, grammar: Grammar) -> list[Found]:
    """Every name that its shape alone gives away, left to right; some may overlap."""
    found = [_marked(text, match, grammar) for pattern in MARKED for match in pattern.finditer(text)]
    found.extend(Found(m.start(1), m.end(1), None, m.group(1), "other") for m in SCHOOL.finditer(text))
    for word in WORD.finditer(text):
        candidate = _suffixed(text, word, grammar) or _governing(text, word, grammar) or _apposed(text, word, grammar)
        if candidate is not None:
            found.append(candidate)
    if any(sign in text for sign in grammar.words["campus"]):
        found.extend(_universities(text, grammar))
    return found


def _universities(text: str, grammar: Grammar) -> list[Found]:
    """Short names of universities, in a text that speaks of universities: 경성대, 순천향대."""
    found = []
    for match in UNIVERSITY.finditer(text):
        word = match.group(1)
        if not word.endswith(tuple(grammar.words["not_universities"])) and is_ending(match.group(2), word, grammar):
            found.append(Found(match.start(1), match.end(1), None, word, "university"))
    return found


def _governing(text: str, word: re.Match[str], grammar: Grammar) -> Found | None:
    """A bare word before a noun that only bodies have: "퓨리오사 컨소시엄", "한솔수북 측은"."""
    following = NEXT_WORD.match(text, word.end())
    if following is None or following.group(1) not in grammar.words["governors"] or text[word.end()] != " ":
        return None
    core, words = word.group(), grammar.words
    if (
        len(core) < 3
        or core in words["unnamed"]
        or core in words["stop"]
        or core in words["common"]
        or core[0].isdigit()
    ):
        return None
    if (
        core in words["countries"]
        or core in words["towns"]
        or core.endswith((*words["common_ending"], *words["unnamed_ending"]))
    ):
        return None
    if re.fullmatch(PERSON, core) or any(is_ending(core[n:], core[:n], grammar) for n in range(2, len(core))):
        return None
    return Found(word.start(), word.end(), None, core, "company")


def _marked(text: str, match: re.Match[str], grammar: Grammar) -> Found:
    """The name beside a company mark, without the particle that may end its word."""
    name = match.group(1)
    for length in range(max(2, len(name) - 3), len(name)):
        if is_ending(name[length:], name[:length], grammar) and name[length:] not in (
            "이",
            "인",
            "의",
            "도",
            "산",
            "전",
        ):
            return Found(match.start(1), match.start(1) + length, None, name[:length], "company")
    return Found(match.start(1), match.end(1), None, name, "company")


def _suffixed(text: str, word: re.Match[str], grammar: Grammar) -> Found | None:
    """The name inside a word, where it ends with a suffix of bodies: 한국철도시설공단 in 한국철도시설공단에서."""
    whole = word.group()
    for length in range(len(whole), max(2, len(whole) - LONGEST_ENDING) - 1, -1):
        core, rest = whole[:length], whole[length:]
        suffix = suffix_of(core, grammar)
        if suffix is None or not is_ending(rest, core, grammar):
            continue
        if core.endswith("보") and rest == "다":  # "27일보다"
            return None
        if core in grammar.words["joins"]:
            return _joined(text, word.start(), length, suffix, grammar)
        if is_common(core, suffix, grammar) or core + rest in grammar.words["stop"]:
            continue
        if suffix in grammar.words["venues"] and not _venue_acts(text, word.start() + length, rest, grammar):
            return None
        return Found(word.start(), word.start() + length, None, core, grammar.suffixes[suffix])
    return None


def suffix_of(core: str, grammar: Grammar) -> str | None:
    """The longest suffix of bodies that ends the word."""
    for size in range(min(len(core), grammar.longest_suffix), 0, -1):
        if core[-size:] in grammar.suffixes:
            return core[-size:]
    return None


def is_common(core: str, suffix: str, grammar: Grammar) -> bool:
    """Whether the word is a common noun that only ends like a name (대학교, 해당은행, 건설공사)."""
    head = core[: -len(suffix)]
    words = grammar.words
    if len(head) < 2 or head[-1].isdigit() or core in words["stop"] or head in words["determiners"]:
        return True
    return any(core.endswith(end) and len(end) >= len(suffix) for end in words["stop_ending"])


def _venue_acts(text: str, end: int, rest: str, grammar: Grammar) -> bool:
    """Whether a hall, shop or church is meant as a body: it is the subject, or somebody speaks for it."""
    following = NEXT_WORD.match(text, end + len(rest))
    word = following.group(1) if following else ""
    return (bool(rest) and SUBJECT.match(rest) is not None) or word in grammar.words["venue_next"] or word == "따르면"


def _joined(text: str, start: int, length: int, suffix: str, grammar: Grammar) -> Found | None:
    """A head noun together with the proper word before it: "노스게이트 테라퓨틱스", "목포 해양경찰서", "홍콩 고등법원"."""
    before = PREVIOUS.search(text[max(0, start - 16) : start])
    if before is None:
        return None
    word = before.group(1)
    public = grammar.suffixes[suffix] in ("government", "other", "agency")
    if public and word not in grammar.words["countries"] and word not in grammar.words["towns"]:
        return None
    if word in grammar.words["determiners"] or word in grammar.words["stop"] or len(word) < 2:
        return None
    if not public and any(is_ending(word[size:], word[:size], grammar) for size in range(2, len(word))):
        return None
    first = max(0, start - 16) + before.start()
    return Found(first, start + length, None, text[first : start + length], grammar.suffixes[suffix])


def _apposed(text: str, word: re.Match[str], grammar: Grammar) -> Found | None:
    """A name right after the noun that says what it is: "핀테크 기업 아이리스아이디와", "결혼정보회사 '듀오'가"."""
    before = text[max(0, word.start() - 14) : word.start()].rstrip(" '\"‘“<")
    noun = before.rpartition(" ")[2]
    if noun == "" or before == text[max(0, word.start() - 14) : word.start()]:
        return None
    kind = grammar.heads.get(
        next((noun[-size:] for size in range(min(len(noun), 6), 1, -1) if noun[-size:] in grammar.heads), "")
    )
    if kind is None or noun in grammar.words["stop"]:
        return None
    whole = word.group()
    lengths = [n for n in range(2, len(whole) + 1) if is_ending(whole[n:], whole[:n], grammar)]
    if not lengths:
        return None
    # the shortest ending, unless a longer one is a plain case ("에서는", not "는")
    length = next(
        (n for n in lengths if whole[n:].startswith(CASES)),
        lengths[-1 if lengths[-1] < len(whole) or len(lengths) == 1 else -2],
    )
    core, rest = whole[:length], whole[length:]
    quoted = text[word.start() - 1] in "'\"‘“<"
    closing = text[word.end() : word.end() + 1]
    if (
        core[0].isdigit()
        or core in grammar.words["stop"]
        or core in grammar.words["common"]
        or not (rest or closing in "(’”'\",>")
    ):
        return None
    if not quoted and (len(core) < 3 or core.endswith(tuple(grammar.words["common_ending"]))):
        return None
    return Found(word.start(), word.start() + length, None, core, kind)
