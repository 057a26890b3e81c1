"""A few runs killed with SIGKILL, some inside of a transaction; `benchmarks/kills.py` is the long form."""

from pathlib import Path

from benchmarks.kills import differences, kill_runs, run_whole, statuses
from tests.end_to_end.conftest import environment


def test_a_lake_whose_runs_were_killed_equals_one_never_killed(tmp_path: Path, prefect_url: str) -> None:
    env = environment(tmp_path, PREFECT_API_URL=prefect_url)
    kills = kill_runs(tmp_path, 3, 7, env)
    assert [kill.sql for kill in kills] == [0, 0, 0]
    assert any(kill.place != "outside of a transaction" for kill in kills)
    run_whole(tmp_path, env, "whole")
    assert [*differences(tmp_path / "lake", tmp_path / "whole")] == []
    assert statuses(tmp_path / "lake").keys() <= {"done", "died"}
