"""English steps: calls and their deadlines, applications, late plans and their new days, whose step it is."""

from decimal import Decimal

import pytest

from transforms.extract.milestones import milestones_of
from transforms.normalize.names import organization_id_of

STEPS = {
    "a round that opens": (
        "The next round opens on April 8.",
        {("call", "planned", "2026-04-08", "2026-04-08", None, None)},
    ),
    "a call and its deadline": (
        "On 31 March the agency will open a call, and proposals are due by 17 September.",
        {
            ("call", "planned", "2026-03-31", "2026-03-31", None, None),
            ("application", "planned", None, "2026-09-17", None, None),
        },
    ),
    "applications with their last day": (
        "A total of 3,329 proposals came in before the window closed on 28 August 2025.",
        {("application", "achieved", None, "2025-08-28", None, 3329)},
    ),
    "a number alone": (
        "The foundation shortlisted 19 in January.",
        {("screening", "achieved", "2026-01-01", "2026-01-31", None, 19)},
    ),
    "late, with a new day": (
        "Intel's plant in Ohio was meant to open in December 2024. It will do so on May 28.",
        {
            ("launch", "missed", "2024-12-01", "2024-12-31", "Intel", None),
            ("launch", "planned", "2026-05-28", "2026-05-28", "Intel", None),
        },
    ),
    "a promise that was not kept": (
        "The trust promised to name its awardees by February 28. It has not.",
        {("selection", "missed", None, "2026-02-28", None, None)},
    ),
    "a plan given up": (
        "The council voted to drop the hall. It was due to open in autumn 2027.",
        {("launch", "cancelled", "2027-09-01", "2027-11-30", None, None)},
    ),
    "works that end are completed": (
        "Work on the riverside began on Feb. 2 and the interchange is to be finished in November.",
        {
            ("start", "achieved", "2026-02-02", "2026-02-02", None, None),
            ("completion", "planned", "2026-11-01", "2026-11-30", None, None),
        },
    ),
    "who wants it has the aim": (
        "Intel wants ten sites by March 2029.",
        {("target", "planned", None, "2029-03-31", "Intel", 10)},
    ),
    "a season": (
        "The museum opens this summer.",
        {("launch", "planned", "2026-06-01", "2026-08-31", None, None)},
    ),
}

NOTHING = {
    "a list made known": "The department released the list on Tuesday.",
    "the past of a body": "The trust was founded in 1950.",
    "an adjective": "On Tuesday it gave a prize to 20 established scientists.",
    "a proposal withdrawn": "The firm said last week that it was withdrawing its proposal.",
    "the year that began": "The money is for the year that began this month.",
}


def _rows(document, lexicon):
    names = {organization_id_of(n): n.name for n in document.names.get("body", ())}
    return {
        (m.event, m.status, _iso(m.date_start), _iso(m.date_end), names.get(m.organization_id), m.value)
        for m in milestones_of(document, lexicon)
    }


def _iso(day):
    return day.isoformat() if day else None


@pytest.mark.parametrize("name", STEPS)
def test_steps(name, read, lexicon):
    body, expected = STEPS[name]
    wanted = {(*row[:5], None if row[5] is None else Decimal(row[5])) for row in expected}
    assert _rows(read(body), lexicon) == wanted


@pytest.mark.parametrize("name", NOTHING)
def test_what_is_no_step(name, read, lexicon):
    assert not _rows(read(NOTHING[name]), lexicon)
