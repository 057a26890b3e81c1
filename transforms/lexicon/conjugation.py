"""The written stems of Korean verbs: what stands before an ending, contractions included (올리, 올린, 올렸).

The regular verbs, those in 하다, 르다 and ㅡ, and those that lose their ㄹ. A verb that changes its ㅂ, ㅅ, ㄷ or ㅎ
(짓다, 싣다) must be given with its forms.
"""

FIRST, VOWELS, FINALS = ord("가"), 21, 28
NIEUN, RIEUL, PIEUP, SSANG = 4, 8, 17, 20  # ㄴ, ㄹ, ㅂ, ㅆ among the final consonants
BRIGHT = "ㅏㅑㅗ"
MEDIALS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
CONTRACTED = {"ㅗ": "ㅘ", "ㅜ": "ㅝ", "ㅣ": "ㅕ", "ㅚ": "ㅙ"}  # the vowel of a stem with -아/-어
ALIKE = "ㅏㅐㅓㅔㅕㅘㅙㅝ"  # vowels of a stem that is its own -아/-어 form
TAILS = ("요", "야", "서")  # what joins an -아/-어 form only


def stems_of(lemma: str) -> tuple[str, ...]:
    """The stems of a dictionary form, the -아/-어 form and its past among them; the lemma must end in 다."""
    stem = lemma.removesuffix("다")
    head, last = stem[:-1], stem[-1]
    if last == "하":
        return (stem, head + "한", head + "할", head + "해", head + "했", head + "함")
    if _final(last) == RIEUL:
        return (stem, _with(stem, 0) + "는", _with(stem, 0) + "니", _with(stem, NIEUN), _with(stem, PIEUP))
    if _final(last):
        return (stem,)
    joined = _joined(head, last)
    past = (_with(joined, SSANG),) if joined else ()
    return (stem, _with(stem, NIEUN), _with(stem, RIEUL), *((joined,) if joined else ()), *past)


def endings_of(form: str) -> set[str]:
    """The polite form of a stem that ends in a vowel (내: 냅니다), and what joins one in -아/-어 (내요, 내야, 내서)."""
    if not _is_open(form[-1]):
        return set()
    tails = TAILS if _vowel(form[-1]) in ALIKE else ()
    return {_with(form, PIEUP), *(form + tail for tail in tails)}


def _joined(head: str, last: str) -> str | None:
    """The stem with -아/-어, contracted; None where nothing is contracted (쥐어)."""
    vowel = _vowel(last)
    before = _vowel(head[-1]) if head and "가" <= head[-1] <= "힣" else ""
    bright = before in BRIGHT if before else False
    if last == "르" and before:
        return _with(head, RIEUL) + ("라" if bright else "러")
    if vowel == "ㅡ":
        return head + _voiced(last, "ㅏ" if bright else "ㅓ")
    if vowel in ALIKE:
        return head + last
    return head + _voiced(last, CONTRACTED[vowel]) if vowel in CONTRACTED else None


def _is_open(syllable: str) -> bool:
    return "가" <= syllable <= "힣" and not _final(syllable)


def _final(syllable: str) -> int:
    return (ord(syllable) - FIRST) % FINALS


def _vowel(syllable: str) -> str:
    return MEDIALS[(ord(syllable) - FIRST) // FINALS % VOWELS]


def _voiced(syllable: str, vowel: str) -> str:
    """An open syllable with another vowel."""
    step = VOWELS * FINALS
    return chr(FIRST + (ord(syllable) - FIRST) // step * step + MEDIALS.index(vowel) * FINALS)


def _with(form: str, final: int) -> str:
    """A form whose last syllable has another final consonant (0: none)."""
    return form[:-1] + chr(ord(form[-1]) - _final(form[-1]) + final)
