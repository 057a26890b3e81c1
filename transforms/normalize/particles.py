"""Where a name begins and ends inside a word: Korean glues particles, titles and other nouns to names."""

import re

from transforms.lexicon.grammar import Grammar

HANGUL = re.compile("[가-힣]+")
SYLLABLES, FINALS = 0xAC00, 28  # Unicode: a Hangul syllable is 0xAC00 + (initial * 21 + vowel) * 28 + final consonant


def final_of(syllable: str) -> int:
    """The number of a Hangul syllable's final consonant, 0 without one or for anything but Hangul."""
    code = ord(syllable) - SYLLABLES
    return code % FINALS if 0 <= code < 11172 else 0


def is_ending(rest: str, name: str, grammar: Grammar) -> bool:
    """Whether `rest` may follow `name` inside its word ("가" after 네이버, "측은" after KT)."""
    if not rest or (rest[0] == "장" and name.endswith(grammar.tails["headed"])):
        return True
    if "가" <= name[-1] <= "힣" and not name.endswith("ㄹ"):
        pattern = grammar.ending_after_consonant if final_of(name[-1]) else grammar.ending_after_vowel
        return bool(pattern.fullmatch(rest)) or (rest[0] == "로" and bool(grammar.ending_after_vowel.fullmatch(rest)))
    # after Latin letters and digits the sound is not written: both are right
    return bool(grammar.ending_after_consonant.fullmatch(rest) or grammar.ending_after_vowel.fullmatch(rest))


def rest_of_word(text: str, end: int) -> str:
    """The Hangul that is glued to a name which ends at `end`."""
    run = HANGUL.match(text, end)
    return run.group() if run else ""


def starts_word(text: str, start: int) -> bool:
    """Whether a name may begin here: not inside a word, an address or a figure."""
    if start == 0:
        return True
    before = text[start - 1]
    if before == ".":
        return start < 2 or not (text[start - 2].isascii() and text[start - 2].isalnum())
    return not (before.isalpha() or before.isdecimal()) and before not in "@/_&#"  # "①순천향대" begins a word


def ends_word(text: str, start: int, end: int, grammar: Grammar) -> bool:
    """Whether a name from `start` may end here: at the end of its word, or before particles alone."""
    if end == len(text):
        return True
    after = text[end]
    if "가" <= after <= "힣":
        return is_ending(rest_of_word(text, end), text[start:end], grammar)
    if after in "&@_." and end + 1 < len(text):
        follower = text[end + 1]
        return not (follower.isascii() and follower.isalnum() and (after != "." or follower.islower()))
    return not after.isalnum()
