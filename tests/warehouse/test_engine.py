"""The connection that everything uses."""

from warehouse.engine import connect


def test_nothing_is_drawn_among_an_answer() -> None:
    with connect() as connection:
        assert connection.execute("SELECT current_setting('enable_progress_bar')").fetchone() == (False,)
