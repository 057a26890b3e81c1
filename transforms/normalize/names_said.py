"""Korean names that a news formula gives away: who reported it, whose player one is, what body a person heads."""

from collections.abc import Iterator

from transforms.lexicon.grammar import Grammar
from transforms.normalize.names_known import Found
from transforms.normalize.names_nouns import has_ending, is_common_noun, is_person


def said_names(text: str, grammar: Grammar) -> list[Found]:
    """Every name that stands in the slot of such a formula."""
    return [name for name in (*_slots(text, grammar), *_posts(text, grammar)) if _may_be_name(name.name, grammar)]


def _slots(text: str, grammar: Grammar) -> Iterator[Found]:
    for kind, pattern in grammar.formulas:
        for match in pattern.finditer(text):
            yield Found(match.start(1), match.end(1), None, match.group(1), kind)


def _posts(text: str, grammar: Grammar) -> Iterator[Found]:
    """X in "류원기 X 회장": the body of which a person holds a post."""
    posts, ranks = grammar.words["posts"], grammar.words["ranks"]
    for match in grammar.patterns["headed"].finditer(text):
        last = 1 if match.group(2) in posts else 2 if match.group(3) in posts else 0
        body = text[match.start(1) : match.end(last)]
        if last and not set(body.split()) & ranks and not grammar.patterns["starts_with_person"].match(body):
            yield Found(match.start(1), match.end(last), None, body, "company")


def _may_be_name(words: str, grammar: Grammar) -> bool:
    last = words.rpartition(" ")[2]
    if is_common_noun(words, grammar) or is_person(words, grammar) or last in grammar.words["ranks"]:
        return False
    if words.endswith(grammar.tails["sources"]) or last[-1:] in grammar.words["place_suffix"]:
        return False
    return not last.endswith(grammar.tails["unnamed_ending"]) and not any(has_ending(w, grammar) for w in words.split())
