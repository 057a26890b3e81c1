"""Words that are no names: common nouns, people, places, words that still carry a particle."""

from transforms.lexicon.grammar import Grammar
from transforms.normalize.particles import final_of, is_ending

PAST = 20  # the number of the final consonant ㅆ
NOUNS = ("unnamed", "stop", "common", "countries", "towns")


def is_common_noun(words: str, grammar: Grammar) -> bool:
    """Whether the word, or the last of two, is known to be something else than a name, or ends as such words do."""
    last = words.rpartition(" ")[2]
    if is_past_verb(last):
        return True
    if len(words) < 2 or words[0].isdigit() or words in grammar.words["sources"]:
        return True
    return any(last in grammar.words[nouns] for nouns in NOUNS) or last.endswith(grammar.tails["common_ending"])


def is_person(word: str, grammar: Grammar) -> bool:
    """Whether the word has the shape of a Korean name of three syllables."""
    return grammar.patterns["reads_like_person"].fullmatch(word) is not None


def has_ending(word: str, grammar: Grammar) -> bool:
    """Whether the word may be read as a shorter one with a particle."""
    return any(is_ending(word[size:], word[:size], grammar) for size in range(2, len(word)))


def is_past_verb(word: str) -> bool:
    """Whether the word is a Korean verb in the past ("보냈고"): its last syllable but one ends in ㅆ."""
    return len(word) > 2 and final_of(word[-2]) == PAST
