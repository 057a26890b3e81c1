"""What the forms of an English date mean that name months, years and parts of them: words into the fields of a date."""

import re
from dataclasses import replace
from typing import Any

from transforms.normalize.dates_en_built import DIRECTIONS, Built, Reader, day_of, in_year, month_of, year_of
from transforms.normalize.dates_en_words import EnglishGrammar
from transforms.normalize.dates_fields import Fields


def _ym(grammar: EnglishGrammar, groups: dict[str, str], match: re.Match[str]) -> Built | None:
    return Built(match.end(), Fields(year=int(groups["y"]), month=int(groups["m"])))


def _months(grammar: EnglishGrammar, groups: dict[str, str], match: re.Match[str]) -> Built | None:
    start, until = month_of(grammar, groups["month"]), month_of(grammar, groups["until"])
    year = year_of(grammar, groups.get("y"))
    earlier = year - 1 if year and start > until else year
    return Built(match.end(), Fields(year=earlier, month=start), Fields(year=year, month=until))


def _named_month(grammar: EnglishGrammar, groups: dict[str, str], match: re.Match[str]) -> Built | None:
    month = month_of(grammar, groups["month"])
    if "y" in groups:
        return Built(match.end(), Fields(year=year_of(grammar, groups["y"]), month=month))
    if "move" in groups:
        return Built(match.end(), Fields(year_delta=grammar.words.directions[groups["move"].lower()], month=month))
    direction = groups.get("direction", "").lower()
    said = DIRECTIONS[grammar.words.directions[direction]] if direction else None
    common = groups["month"].lower() in grammar.words.common
    if common and said == "this":
        return None  # "this may take longer"
    return Built(match.end(), Fields(direction=said, month=month), common=common and not direction)


def _unit(grammar: EnglishGrammar, groups: dict[str, str], match: re.Match[str]) -> Built | None:
    """ "this year", "the week after next", "the weekend", "the month"."""
    if "now" in groups:
        return Built(match.end(), Fields(month_delta=0))
    after = match.group().lower().endswith("next")
    direction = groups.get("direction", "").lower()
    move = 2 if after else grammar.words.directions[direction] if direction else 0
    period = grammar.words.periods[groups["period"].lower()]
    if period == "weekend":
        return Built(match.end(), Fields(weekend=True, week_delta=move))
    if period == "decade":
        return None
    delta: dict[str, Any] = {f"{period}_delta": move}
    return Built(match.end(), Fields(**delta))


def _quarter(grammar: EnglishGrammar, groups: dict[str, str], match: re.Match[str]) -> Built | None:
    quarter = int(groups["n"]) if "n" in groups else day_of(grammar, groups["q"])
    if quarter is None or quarter > 4:
        return None
    return Built(match.end(), Fields(quarter=quarter, **in_year(grammar, groups.get("whole") or groups.get("y"))))


def _half(grammar: EnglishGrammar, groups: dict[str, str], match: re.Match[str]) -> Built | None:
    half = grammar.words.halves[groups["half"].lower()]
    return Built(match.end(), Fields(half=half, **in_year(grammar, groups.get("whole") or groups.get("y"))))


def _fiscal(grammar: EnglishGrammar, groups: dict[str, str], match: re.Match[str]) -> Built | None:
    """A fiscal year of the country that the text before it speaks of; the United States' where it names none."""
    if "two" in groups:
        return Built(match.end(), Fields(fiscal=year_of(grammar, groups["y"]), fiscal_start=4))
    nearby = match.string[max(0, match.start() - 400) : match.start()]
    found = max(((nearby.rfind(word), start) for word, start in grammar.words.fiscal_starts.items()), default=(-1, 10))
    return Built(
        match.end(), Fields(fiscal=year_of(grammar, groups["y"]), fiscal_start=found[1] if found[0] >= 0 else 10)
    )


def _decade(grammar: EnglishGrammar, groups: dict[str, str], match: re.Match[str]) -> Built | None:
    if "decadeend" in groups:
        return Built(match.end(), Fields(decade=-1, part="end"))
    written = groups["dec"].lstrip("'’")
    decade = int(written) if len(written) == 4 else 1900 + int(written) if int(written) >= 50 else 2000 + int(written)
    return Built(match.end(), Fields(decade=decade))


def _year_alone(grammar: EnglishGrammar, groups: dict[str, str], match: re.Match[str]) -> Built | None:
    if "yearend" in groups:
        return Built(match.end(), Fields(year_delta=0, part="end"))
    named = match.group().lower().startswith(("year", "the", "cy", "calendar"))
    return Built(match.end(), Fields(year=year_of(grammar, groups["y"])), weak=not named)


def _years(grammar: EnglishGrammar, groups: dict[str, str], match: re.Match[str]) -> Built | None:
    first, last = int(groups["y"]), int(groups["z"])
    last = last if last > 99 else first // 100 * 100 + last
    return Built(match.end(), Fields(year=first), Fields(year=last)) if first < last else None


def _part(grammar: EnglishGrammar, groups: dict[str, str], match: re.Match[str]) -> Built | None:
    return Built(match.end(), Fields(part=grammar.words.parts[groups["part"].lower()]), open=True)


def _season(grammar: EnglishGrammar, groups: dict[str, str], match: re.Match[str]) -> Built | None:
    """A season of a year, "this summer", or one without either, which needs a preposition before it."""
    word = groups["season"].lower()
    fields = Fields(season=grammar.words.seasons[word])
    if "y" in groups:
        return Built(match.end(), replace(fields, year=year_of(grammar, groups["y"])))
    if "move" in groups:
        return Built(match.end(), replace(fields, year_delta=grammar.words.directions[groups["move"].lower()]))
    if direction := groups.get("direction", "").lower():
        return Built(match.end(), replace(fields, direction=DIRECTIONS[grammar.words.directions[direction]]))
    return Built(match.end(), fields, common=True)


SPANS: dict[str, Reader] = {
    "ym": _ym, "months": _months, "month": _named_month, "unit": _unit, "quarter": _quarter, "half": _half,
    "fiscal": _fiscal, "decade": _decade, "year": _year_alone, "years": _years, "part": _part, "season": _season,
}  # fmt: skip
