from collections import Counter

from flows.summary import Summary, lines, markdown

SUMMARY = Summary(
    "20250804T060000-abc", "/data/lake", 3.25, 12, 4, 9, Counter(undecodable=2, login_wall=1),
    {"articles": 9, "grants": -2, "milestones": 0}, (("grants", "kind:InSet", "warning", 3),),
)  # fmt: skip


def test_the_terminal_sees_counts_reasons_checks_and_where_to_look_next() -> None:
    text = "\n".join(lines(SUMMARY))
    assert "12 files read, 4 known and skipped, 9 articles, 3 rejections in 3.2 s" in text
    assert "articles +9, grants -2" in text
    assert "milestones" not in text
    assert "login_wall 1, undecodable 2" in text
    assert "grants: kind:InSet (warning), 3 rows" in text
    assert 'pressledger sql --lake /data/lake "SELECT' in text


def test_a_unit_kept_out_is_told_with_its_reason() -> None:
    held = Summary("r", "./lake", 1, 1, 0, 1, held=("unit 1 (5 files): duplicate ids in articles",))
    text = "\n".join(lines(held))
    assert "KEPT OUT      unit 1 (5 files): duplicate ids in articles" in text
    assert "FROM rejections" in text
    assert "**Kept out:** unit 1" in markdown(held)


def test_the_artifact_holds_tables() -> None:
    text = markdown(SUMMARY)
    assert "| articles | +9 |" in text
    assert "| undecodable | 2 |" in text
    assert "| grants | kind:InSet | warning | 3 |" in text
