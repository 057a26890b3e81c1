"""Who is told of a run that failed: a file, a webhook."""

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from flows.errors import WrongUse
from flows.notify import notify
from flows.settings import Settings

KEYS = {"at", "lake", "flow", "what", "cause"}


@pytest.fixture
def hook() -> Iterator[tuple[str, list[dict[str, str]]]]:
    """The address of a webhook, and what it was told."""
    heard: list[dict[str, str]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            heard.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(204)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/hook", heard
    server.shutdown()
    server.server_close()


def test_file_and_webhook_are_told_the_same(tmp_path: Path, hook: tuple[str, list[dict[str, str]]]) -> None:
    url, heard = hook
    told = tmp_path / "told.jsonl"
    settings = Settings(lake="/data/lake", on_failure_url=url, on_failure_file=told)
    notify(settings, "ingest", "failed", "no space left")
    notify(settings, "run", "kept out", "x" * 2_000)
    lines = [json.loads(line) for line in told.read_text().splitlines()]
    assert lines == heard
    assert lines[0].keys() == KEYS
    assert (lines[0]["flow"], lines[0]["what"], lines[0]["cause"]) == ("ingest", "failed", "no space left")
    assert len(lines[1]["cause"]) == 500


def test_nobody_is_told_where_nobody_is_named() -> None:
    notify(Settings(), "ingest", "failed", "cause")


def test_a_webhook_must_be_an_http_address() -> None:
    with pytest.raises(WrongUse, match="no http address"):
        notify(Settings(on_failure_url="file:///etc/passwd"), "ingest", "failed", "cause")
