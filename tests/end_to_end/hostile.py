"""A folder of files that mean harm, beside a good one: each with the outcome that `sources` must tell."""

import gzip
import io
import os
import zipfile
from pathlib import Path

GOOD = """\
제목: 과기정통부, 업스테이지에 GPU 500장 지원
매체: 새벽통신
입력: 2025-08-04 10:00

과학기술정보통신부는 4일 업스테이지에 GPU 500장을 지원한다고 밝혔다. 지원 기간은 6개월이며,
단계평가를 통과하면 1천장까지 늘어난다.

과기정통부는 이 사업에 올해 1천576억원을 투입한다고 설명했다. 관계자는 "다음 평가는 내년 1월에 한다"고 말했다.
"""
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a0 "ha">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    + "]><rss><channel><item><title>&a9;</title><description>&a9;</description></item></channel></rss>"
)
XXE = (
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    "<rss><channel><item><title>&x;</title><description>&x;</description></item></channel></rss>"
)


def make(folder: Path, size: float = 1.0) -> set[str]:
    """Write all of it; the names that `sources` must hold. `size` scales the large ones."""
    folder.mkdir()
    count = int(1_000_000 * size)
    files: dict[str, bytes] = {
        "good.txt": GOOD.encode(),
        "empty.html": b"",
        "noise.html": os.urandom(200_000),
        "nested.html": b"<html><body>" + b"<div>" * count + b"x",
        "attributes.html": b"<html><body " + b" ".join(b"a%d=1" % n for n in range(2 * count)) + b">x",
        "bomb.html.gz": _bomb(int(4 * 2**30 * size)),
        "slip.zip": _slip(),
        "laughs.xml": LAUGHS.encode(),
        "xxe.xml": XXE.encode(),
        "surrogates.json": b'{"title": "\\ud800 lone", "body": "\\udfff' + b"x" * 300 + b'"}',
        "numbers.json": b'{"title": "t", "body": "b", "published": NaN, "n": 1e999}',
        "line.txt": b"a" * (5 * count),
        "money.txt": "제목\n\n".encode() + "1천576억원을 지원한다. ".encode() * int(200_000 * size),
        "deep.json": b"[" * 100_000 + b"]" * 100_000,
    }
    odd = {
        b"quote'\"`$(x).txt": "quote'\"`$(x).txt",
        b"new\nline.txt": "new%0Aline.txt",
        "\u202etxt.exe".encode(): "\u202etxt.exe",
        b"latin-\xe9.txt": "latin-%E9.txt",
    }
    for name, content in files.items():
        (folder / name).write_bytes(content)
    for number, raw in enumerate(odd):
        (folder / os.fsdecode(raw)).write_text(f"{GOOD}\n끝 {number}", encoding="utf-8")
    os.mkfifo(folder / "pipe.txt")
    (folder / "passwd.txt").symlink_to("/etc/passwd")
    (folder / "loop.txt").symlink_to(folder / "loop.txt")
    return {*files, *odd.values(), "pipe.txt", "passwd.txt", "loop.txt"}


def _bomb(size: int) -> bytes:
    """A gzip of `size` bytes of "a"."""
    packed = io.BytesIO()
    with gzip.GzipFile(fileobj=packed, mode="wb", compresslevel=9) as out:
        for _ in range(size // 2**20):
            out.write(b"a" * 2**20)
    return packed.getvalue()


def _slip() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as out:
        for name in ("../../../tmp/slipped.txt", "/etc/slipped.txt", "..\\slipped.txt"):
            out.writestr(name, GOOD)
    return packed.getvalue()
