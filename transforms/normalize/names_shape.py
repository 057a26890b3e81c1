"""Korean names that no lexicon holds, told by shape: the suffix of a body, a company mark, a ticker, a head noun."""

import re
from collections.abc import Iterator

from transforms.lexicon.grammar import Grammar
from transforms.normalize.names_known import NEXT_WORD, Found, acts_here, past_gloss
from transforms.normalize.names_nouns import has_ending, is_common_noun, is_person
from transforms.normalize.particles import is_ending, rest_of_word

WORD = re.compile(r"[0-9A-Za-z가-힣&]+(?:(?:-|(?<=[0-9])·(?=[0-9]))[0-9A-Za-z가-힣&]+)?")
PREVIOUS = re.compile(r"(?<![0-9A-Za-z가-힣])([0-9A-Za-z가-힣]+)[ ]$")
LONGEST_ENDING = 7
MARKED = ("marked_before", "marked_in_words")  # the name ends its word, so a particle may be glued to it
MARKED_BEHIND = ("marked_after", "marked_by_ticker")  # the mark ends the name
QUOTES = "'\"‘“<"
BEFORE_NAME = f" {QUOTES}"
AFTER_QUOTED = "(’”'\",>"
LOOK_BACK = 16  # code points before a word in which the word before it is looked for


def shape_names(text: str, grammar: Grammar) -> list[Found]:
    """Every name that its shape alone gives away; some may overlap."""
    found = [name for pattern in MARKED for name in _marked(text, pattern, grammar)]
    for pattern in MARKED_BEHIND:
        marked = grammar.patterns[pattern].finditer(text)
        found.extend(Found(match.start(1), match.end(1), None, match.group(1), "company") for match in marked)
    found.extend(_schools(text, grammar))
    for word in WORD.finditer(text):
        candidate = _suffixed(text, word, grammar) or _governing(text, word, grammar) or _apposed(text, word, grammar)
        if candidate is not None:
            found.append(candidate)
    return found


def _marked(text: str, pattern: str, grammar: Grammar) -> Iterator[Found]:
    """The names behind a company mark, without the particle that may end their word."""
    for match in grammar.patterns[pattern].finditer(text):
        name = match.group(1)
        for length in range(max(2, len(name) - 3), len(name)):
            rest = name[length:]
            whole = suffix_of(name[:length], grammar) or not grammar.patterns["not_after_mark"].fullmatch(rest)
            if whole and is_ending(rest, name[:length], grammar):
                name = name[:length]
                break
        yield Found(match.start(1), match.start(1) + len(name), None, name, "company")


def _schools(text: str, grammar: Grammar) -> Iterator[Found]:
    """Short names of schools, and of universities in a text that speaks of universities: 단원고, 경성대."""
    for match in grammar.patterns["school"].finditer(text):
        yield Found(match.start(1), match.end(1), None, match.group(1), "other")
    if any(sign in text for sign in grammar.words["campus"]):
        for match in grammar.patterns["university"].finditer(text):
            word, rest = match.group(1), match.group(2)
            if not word.endswith(grammar.tails["not_universities"]) and is_ending(rest, word, grammar):
                yield Found(match.start(1), match.end(1), None, word, "university")


def _suffixed(text: str, word: re.Match[str], grammar: Grammar) -> Found | None:
    """The name inside a word, where it ends with a suffix of bodies: 한국철도시설공단 in 한국철도시설공단에서."""
    whole = word.group()
    for length in range(len(whole), max(2, len(whole) - LONGEST_ENDING) - 1, -1):
        if whole[length - 1] not in grammar.suffix_ends:
            continue
        core, rest = whole[:length], whole[length:]
        suffix = suffix_of(core, grammar)
        if suffix is None and grammar.patterns["national"].fullmatch(core) and is_ending(rest, core, grammar):
            return Found(word.start(), word.start() + length, None, core, "agency")
        if suffix is None or not is_ending(rest, core, grammar):
            continue
        if grammar.patterns["comparison"].search(whole):
            return None
        if core in grammar.words["joins"]:
            return _joined(text, word.start(), core, suffix, grammar)
        if is_common(core, suffix, grammar) or whole in grammar.words["stop"]:
            continue
        if suffix in grammar.words["venues"] and not _venue_acts(text, word.start() + length, rest, grammar):
            return Found(word.start(), word.start() + length, None, core, grammar.suffixes[suffix], sure=False)
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
    head, words = core[: -len(suffix)], grammar.words
    if len(head) < 2 or head[-1].isdigit() or core in words["stop"] or head in words["determiners"]:
        return True
    if suffix in words["plain_suffixes"] and grammar.patterns["plain_head"].fullmatch(head):
        return True
    return core.endswith(grammar.tails["stop_ending"]) and any(
        core.endswith(end) and len(end) >= len(suffix) for end in grammar.tails["stop_ending"]
    )


def _venue_acts(text: str, end: int, rest: str, grammar: Grammar) -> bool:
    """Whether a hall, shop or church is meant as a body: it is the subject, or somebody speaks for it."""
    if not rest and (behind := past_gloss(text, end)) > end:
        end, rest = behind, rest_of_word(text, behind)
    following = NEXT_WORD.match(text, end + len(rest))
    given = grammar.patterns["given"].match(text, end) is not None
    return (
        given
        or acts_here(text, end, rest, grammar)
        or (following is not None and following.group(1) in grammar.words["venue_next"])
    )


def _word_before(text: str, start: int) -> str:
    before = PREVIOUS.search(text[max(0, start - LOOK_BACK) : start])
    return before.group(1) if before else ""


def _joined(text: str, start: int, core: str, suffix: str, grammar: Grammar) -> Found | None:
    """A head noun with the proper word before it: "노스게이트 테라퓨틱스", "목포 해양경찰서", "홍콩 고등법원"."""
    word, words = _word_before(text, start), grammar.words
    if len(word) < 2 or word in words["determiners"] or word in words["stop"]:
        return None
    public = grammar.suffixes[suffix] in ("government", "other", "agency")
    if public and word not in words["countries"] and word not in words["towns"]:
        return None
    if not public and has_ending(word, grammar):
        return None
    first, end = start - len(word) - 1, start + len(core)
    return Found(first, end, None, text[first:end], grammar.suffixes[suffix])


def _governing(text: str, word: re.Match[str], grammar: Grammar) -> Found | None:
    """A bare word before a noun that only bodies have: "퓨리오사 컨소시엄", "한솔수북 측은"."""
    if not text.startswith(grammar.tails["governors"], word.end() + 1) or text[word.end()] != " ":
        return None
    following = NEXT_WORD.match(text, word.end())
    if following is None or following.group(1) not in grammar.words["governors"]:
        return None
    core = word.group()
    if len(core) < 3 or is_common_noun(core, grammar) or core.endswith(grammar.tails["unnamed_ending"]):
        return None
    if is_person(core, grammar) or has_ending(core, grammar):
        return None
    return Found(word.start(), word.end(), None, core, "company")


def _apposed(text: str, word: re.Match[str], grammar: Grammar) -> Found | None:
    """A name right after the noun that says what it is: "핀테크 기업 아이리스아이디와", "결혼정보회사 '듀오'가"."""
    kind = _head_before(text, word.start(), grammar)
    length = _core_length(word.group(), grammar) if kind else 0
    if kind is None or length == 0:
        return None
    core, rest = word.group()[:length], word.group()[length:]
    quoted = text[word.start() - 1] in QUOTES
    if not rest and text[word.end() : word.end() + 1] not in tuple(AFTER_QUOTED):
        return None
    if core[0].isdigit() or core in grammar.words["stop"] or core in grammar.words["common"]:
        return None
    if not quoted and (len(core) < 3 or core.endswith(grammar.tails["common_ending"])):
        return None
    return Found(word.start(), word.start() + length, None, core, kind)


def _head_before(text: str, start: int, grammar: Grammar) -> str | None:
    """The kind that the noun before gives, where it is a head noun ("매체", "전문기업")."""
    if start == 0 or text[start - 1] not in BEFORE_NAME:
        return None
    noun = text[max(0, start - LOOK_BACK) : start].rstrip(BEFORE_NAME).rpartition(" ")[2]
    if noun[-1:] not in grammar.head_ends or noun in grammar.words["stop"]:
        return None
    return next((grammar.heads[noun[-n:]] for n in range(min(len(noun), 6), 1, -1) if noun[-n:] in grammar.heads), None)


def _core_length(whole: str, grammar: Grammar) -> int:
    """Where the name inside a word ends: before its shortest ending, but before all of a plain case (에서는)."""
    lengths = [size for size in range(2, len(whole) + 1) if is_ending(whole[size:], whole[:size], grammar)]
    plain = [size for size in lengths if grammar.patterns["plain_case"].match(whole, size)]
    bare = [size for size in lengths if size < len(whole)]
    return (plain[:1] or bare[-1:] or lengths[-1:] or [0])[0]
