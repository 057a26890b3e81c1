"""Figures that may be the same one: rounding, and how far apart two claims of one fact can lie."""

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

# Rounding moves a figure by less than this share of itself; disagreement about one fact by less than this factor.
# Further apart, two figures are of two things (a whole and its part, one team's and all teams').
ROUNDING = Decimal("0.1")
DISAGREEMENT = 2
ROUNDED_BOUNDS = ("about", "min", "max")


def rounds_to(exact: Decimal, rounded: Decimal) -> bool:
    """Whether `rounded` is `exact` cut, raised or rounded to as many digits as `rounded` shows (1576 -> 1500, 1600)."""
    if abs(exact - rounded) > abs(exact) * ROUNDING:
        return False
    step = Decimal(1).scaleb(_last_digit(rounded))
    return any(
        (exact / step).quantize(Decimal(1), rounding=way) * step == rounded
        for way in (ROUND_FLOOR, ROUND_CEILING, ROUND_HALF_UP)
    )


def span(rounded: Decimal) -> tuple[Decimal, Decimal]:
    """The least and the largest figure that may be rounded to this one."""
    step = Decimal(1).scaleb(_last_digit(rounded))
    width = min(step, abs(rounded) * ROUNDING / (1 - ROUNDING))
    return rounded - width, rounded + width


def digits(value: Decimal) -> int:
    """How many digits say something: 3 for 157000."""
    return len(value.normalize().as_tuple().digits)


def near(one: Decimal, other: Decimal) -> bool:
    """Whether two different figures are close enough to be claims of one fact."""
    low, high = sorted((one, other))
    return 0 < low < high <= low * DISAGREEMENT


def _last_digit(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0
