import bz2
import gzip
import io
import json
import lzma
import tarfile
import zipfile

import pytest
import zstandard

from transforms import limits
from transforms.containers import RawDocument, documents
from transforms.records import Rejection

HEAD = "<!doctype html><html><head><title>지원금</title></head>"
PAGE = f"{HEAD}<body><p>정부는 4일 지원금을 발표했다.</p></body></html>".encode()


def read(data: bytes, name: str = "file") -> list[RawDocument | Rejection]:
    return list(documents(name, "0" * 64, io.BytesIO(data)))


def one(data: bytes, name: str = "file") -> RawDocument:
    found = read(data, name)
    assert len(found) == 1
    assert isinstance(found[0], RawDocument), found[0]
    return found[0]


def reasons(data: bytes) -> list[str]:
    return [found.reason for found in read(data) if isinstance(found, Rejection)]


def zipped(*members: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize("compress", [gzip.compress, bz2.compress, lzma.compress, zstandard.compress])
def test_compressed_files_keep_their_name(compress) -> None:  # type: ignore[no-untyped-def]
    document = one(compress(PAGE), "page.html.x")

    assert (document.uri, document.kind) == ("page.html.x", "html")


@pytest.mark.parametrize("compress", [gzip.compress, bz2.compress, lzma.compress, zstandard.compress])
def test_a_bomb_is_left_before_it_goes_off(compress) -> None:  # type: ignore[no-untyped-def]
    assert reasons(compress(bytes(64 << 20)))[0] in {"ratio", "too_large"}


@pytest.mark.parametrize("compress", [gzip.compress, bz2.compress, lzma.compress])
def test_a_file_cut_off_is_refused(compress) -> None:  # type: ignore[no-untyped-def]
    assert reasons(compress(PAGE * 50)[:-20]) == ["broken_archive"]


def test_several_gzip_members_are_one_file() -> None:
    assert one(gzip.compress(PAGE[:40]) + gzip.compress(PAGE[40:])).content == PAGE.decode()


def test_members_are_named_after_their_container() -> None:
    inner = zipped(("b.html", PAGE))
    found = read(zipped(("a.html", PAGE), ("in.zip", inner), (".DS_Store", b"x"), ("__MACOSX/a", b"x")), "file.zip")

    assert [document.uri if isinstance(document, RawDocument) else "" for document in found] == [
        "file.zip!a.html",
        "file.zip!in.zip!b.html",
    ]


def test_containers_in_containers_have_an_end() -> None:
    data = PAGE
    for _ in range(limits.MAX_DEPTH + 2):
        data = zipped(("x.zip", data))

    assert reasons(data) == ["too_deep"]


@pytest.mark.parametrize("name", ["../x.html", "/etc/passwd", "a/../../x", "C:\\x.html", "..\\x.html"])
def test_names_that_lead_out_are_refused(name: str) -> None:
    assert reasons(zipped((name, PAGE))) == ["unsafe_name"]


def test_a_broken_member_costs_only_itself() -> None:
    data = bytearray(zipped(("a.html", PAGE * 9), ("b.html", PAGE)))
    data[60] ^= 0xFF
    found = read(bytes(data))

    assert [type(part).__name__ for part in found] == ["Rejection", "RawDocument"]


def test_links_in_a_tar_are_refused() -> None:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        link = tarfile.TarInfo("a.html")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)

    assert reasons(out.getvalue()) == ["not_a_file"]


def test_too_many_members(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("transforms.containers.Budget", lambda: type(BUDGET)(entries_left=2))
    found = read(zipped(*((f"{n}.html", PAGE) for n in range(4))))

    assert [part.reason if isinstance(part, Rejection) else "read" for part in found] == [
        "read",
        "read",
        "too_many_entries",
    ]


BUDGET = __import__("transforms.containers.budget", fromlist=["Budget"]).Budget()


@pytest.mark.parametrize(
    ("value", "uris"),
    [
        ({"title": "a", "content": "b"}, ["f.json"]),
        ([{"title": "a", "content": "b"}], ["f.json#1"]),
        ({"data": {"items": [{"title": "a", "text": "b"}, {"title": "c", "text": "d"}]}}, ["f.json#1", "f.json#2"]),
        ({"hits": {"hits": [{"_source": {"title": "a", "body": "b"}}]}}, ["f.json"]),
        ({"title": "a", "content": "b", "related": [{"title": "x", "url": "y"}]}, ["f.json"]),
    ],
)
def test_records_of_json(value: object, uris: list[str]) -> None:
    found = read(json.dumps(value).encode(), "f.json")

    assert [part.uri for part in found if isinstance(part, RawDocument)] == uris
    assert all(isinstance(part, RawDocument) and "title" in part.content for part in found)


def test_json_lines_are_numbered_by_line() -> None:
    found = read(b'{"title": "a", "text": "b"}\n\n{broken\n[1]\n{"title": "c", "text": "d"}\n', "f.jsonl")

    assert [(part.uri if isinstance(part, RawDocument) else part.source_uri) for part in found] == [
        f"f.jsonl#{n}" for n in (1, 3, 4, 5)
    ]
    assert [isinstance(part, Rejection) for part in found] == [False, True, True, False]


def test_text_that_begins_like_json_is_text() -> None:
    assert one("[서울=새벽통신] 홍길동 기자 = 정부는 4일 밝혔다.".encode()).kind == "text"


@pytest.mark.parametrize("bad", [b"NaN", b"1e999", b"-Infinity"])
def test_figures_that_are_none(bad: bytes) -> None:
    assert one(b'{"title": "a", "content": "b", "x": ' + bad + b"}").kind == "record"


@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_tables_with_text_columns(delimiter: str) -> None:
    rows = delimiter.join(["제목", "본문", "일자"]) + "\n" + delimiter.join(["a", '"b\nc"', "20250804"]) + "\n"

    assert one(rows.encode()).content == {"제목": "a", "본문": "b\nc", "일자": "20250804"}


def test_markdown_is_told_by_front_matter_or_name() -> None:
    assert one(b"---\ntitle: a\n---\n\nb").kind == "markdown"
    assert one(b"# a\n\nb", "x.md").kind == "markdown"
    assert one(b"# a\n\nb", "x.txt").kind == "text"


def test_what_is_no_text_is_named() -> None:
    assert reasons(b"%PDF-1.4") == ["unsupported"]
    assert reasons(b"") == ["empty"]


def test_a_document_over_its_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_DOCUMENT_BYTES", 100)

    assert reasons(b"a long text. " * 100) == ["too_large"]
