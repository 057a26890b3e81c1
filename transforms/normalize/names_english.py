"""English names that no lexicon holds, told by shape: runs of capitalised words, and what is said around them.

A run is a row of capitalised words with small links between them ("University of Texas at Austin"). A head noun makes
it a body: a head at the end takes the words before it ("Novo Nordisk Foundation"), a head with "of" or "for" takes what
follows ("Department for Science, Innovation and Technology"). A run without a head is a body where the words around it
say so (names_english_said).
"""

from transforms.lexicon.grammar import Grammar
from transforms.normalize.names_english_said import is_listed, said_kind
from transforms.normalize.names_known import Found
from transforms.normalize.words_english import POSSESSIVE, Token, runs_of

PLACING = ("in", "at", "on", "to")
SPLITTING = (",", "and", "&", *PLACING)


def english_names(text: str, grammar: Grammar) -> list[Found]:
    """Every name that its shape or its sentence gives away, left to right."""
    found = [
        Found(match.start(1), match.end(1), None, match.group(1)[0].upper() + match.group(1)[1:], kind)
        for kind, pattern in grammar.formulas
        for match in pattern.finditer(text)
    ]
    for run in runs_of(text, grammar):
        parts = [_team(_trimmed(part, grammar), grammar) for part in _parts(run, grammar)]
        parts = [words for words in parts if words]
        openings = _openings(text, parts, grammar)
        kinds = [
            _kind(words, grammar) or said_kind(text, words, opening, grammar)
            for words, opening in zip(parts, openings, strict=True)
        ]
        sure = [kind for kind in kinds if kind]
        is_list = len(sure) > 1 and not any(token.word in PLACING for token in run)
        for words, kind in zip(parts, kinds, strict=True):
            if kind or (is_list and is_listed(words, grammar)):
                found.append(_found(text, words, kind or sure[0]))
    return found


def _openings(text: str, parts: list[list[Token]], grammar: Grammar) -> list[int]:
    """Where the list begins that each part belongs to: parts beside each other, with a comma or "and" between them."""
    openings: list[int] = []
    for i, words in enumerate(parts):
        between = text[parts[i - 1][-1].end : words[0].start] if i else ""
        joins = i > 0 and grammar.patterns["joins"].fullmatch(between) is not None
        openings.append(openings[-1] if joins else words[0].start)
    return openings


def _found(text: str, words: list[Token], kind: str) -> Found:
    start, end = words[0].start, words[-1].end
    possessive = POSSESSIVE.search(text[start:end])
    end -= len(possessive.group()) if possessive else 0
    return Found(start, end, None, text[start:end], kind)


def _parts(run: list[Token], grammar: Grammar) -> list[list[Token]]:
    """The run cut at commas, "and" and possessives, but not inside what a head with "of" or "for" takes."""
    parts: list[list[Token]] = [[]]
    taking = False
    for i, token in enumerate(run):
        last = parts[-1]
        joins = (taking and _goes_on(run, i, grammar)) or _joins_topics(run, i, grammar)
        if token.word in SPLITTING and not joins:
            if token.word == "&" and last:
                last.append(token)
                continue
            parts.append([])
            taking = False
            continue
        if (
            token.word in ("of", "for")
            and last
            and (last[-1].word in grammar.words["titles"] or _of_another(run, i, grammar))
        ):
            parts.append([])
            continue
        last.append(token)
        if token.word in ("of", "for") and len(last) > 1 and last[-2].word in grammar.suffixes:
            taking = True
        if (
            POSSESSIVE.search(token.word)
            and POSSESSIVE.sub("", token.word) not in grammar.words["owners_inside"]
            and i + 1 < len(run)
            and len(last) < 3
            and run[i + 1].word not in grammar.suffixes
        ):
            parts.append([])
            taking = False
    return [part for part in parts if part]


def _joins_topics(run: list[Token], i: int, grammar: Grammar) -> bool:
    """Whether the "and" at `i` joins two subjects of one head ("Population and Health Research Center")."""
    if run[i].word not in ("and", "&") or i == 0 or run[i - 1].word not in grammar.words["topics"]:
        return False
    if i > 1 and i + 1 < len(run) and run[i + 1].word not in grammar.words["topics"]:
        return False
    heads = [POSSESSIVE.sub("", token.word) for token in run[i + 2 : i + 5]]
    return any(head in grammar.suffixes or head in grammar.words["countries"] for head in heads)


def _of_another(run: list[Token], i: int, grammar: Grammar) -> bool:
    """Whether "of the" at `i` leads to another body with a head of its own ("IV Corps of the Army of the Potomac")."""
    following = [token.word for token in run[i + 1 : i + 6]]
    if following[:1] != ["the"]:
        return False
    short = len(following) == 2 and grammar.patterns["acronym"].fullmatch(following[1]) is not None
    return short or any(word in grammar.suffixes for word in following[1:])


def _goes_on(run: list[Token], i: int, grammar: Grammar) -> bool:
    """Whether the link at `i` joins nouns of one name: no other name's head follows before the next link."""
    following = [token.word for token in run[i + 1 : i + 4]]
    if run[i].word in ("in", "to"):
        return False
    if run[i].word == ",":
        return "and" in following and not any(word in grammar.suffixes for word in following[:2])
    return not any(word in grammar.suffixes and word not in grammar.words["fields"] for word in following)


def _trimmed(part: list[Token], grammar: Grammar) -> list[Token]:
    """The part without links and titles at its ends and without a word that only opens its sentence."""
    links, starters, titles = grammar.words["links"], grammar.words["starters"], grammar.words["titles"]
    while part and (part[0].word in links or part[0].word in starters or part[0].word in titles):
        part = part[1:]
    while part and (part[-1].word in links or part[-1].word in starters):
        part = part[:-1]
    return part


def _team(words: list[Token], grammar: Grammar) -> list[Token]:
    """The words up to a team's nickname, where one stands inside them ("Perth Glory Home")."""
    for i in range(1, len(words)):
        if POSSESSIVE.sub("", words[i].word) in grammar.words["nicknames"]:
            return words[: i + 1]
    return words


def _kind(words: list[Token], grammar: Grammar) -> str | None:
    """The kind of body that the words name, by a head before "of" or "for", else by the last head; None for no body."""
    if len(words) < 2:
        return None
    if words[0].word not in grammar.words["heads_of"] and any(t.word in grammar.words["heading"] for t in words):
        return None
    if words[0].word in grammar.words["heads_abroad"] and len(words) > 2:
        return grammar.suffixes.get(words[0].word, "other")
    for i, token in enumerate(words[:-2]):
        if token.word in grammar.suffixes and words[i + 1].word in ("of", "for", "on"):
            return grammar.suffixes[token.word] if token.word in grammar.words["heads_of"] or i > 0 else None
    if POSSESSIVE.sub("", words[-1].word) in grammar.words["countries"]:
        return "association" if _names_own(words, grammar) else None
    ends = words[-1:] if words[-1].word in grammar.words["programmes"] else (words[-1], words[-2])
    for last in ends:
        kind = grammar.suffixes.get(POSSESSIVE.sub("", last.word))
        if kind is not None and last is not words[0]:
            before = words[: words.index(last)]
            named = len(before) > 1 or before[0].word not in grammar.words["generic"]
            return kind if named and before[0].word != "The" else None
    if (
        words[-1].word in grammar.words["nicknames"]
        or " ".join(word.word for word in words[-2:]) in grammar.words["nicknames"]
    ):
        return "other"
    return None


def _names_own(words: list[Token], grammar: Grammar) -> bool:
    """Whether the words before a country name what a body does there (Swimming Australia), not who or where it is."""
    if words[0].word in grammar.words["directions"]:
        return False
    others = grammar.words["not_names"] | (grammar.words["links"] - {"and", "&"})
    return not any(word.word in others for word in words[:-1])
