import unicodedata

import pytest

from transforms.decode import codec_of, decode

TEXT = (
    "<html><body>과학기술정보통신부는 4일 ‘독자 AI 파운데이션 모델’ 정예팀 5곳을 선정했다고 밝혔다. "
    "네이버클라우드와 업스테이지가 이름을 올렸다.</body></html>"
)
PLAIN = TEXT.replace("‘", "'").replace("’", "'")


@pytest.mark.parametrize(
    ("data", "encoding", "reason"),
    [
        (TEXT.encode("utf-8"), "utf-8", "utf-8"),
        (TEXT.encode("utf-8-sig"), "utf-8", "bom"),
        (TEXT.encode("utf-16"), "utf-16-le", "bom"),
        (TEXT.encode("utf-16-be"), "utf-16-be", "zero bytes"),
        (TEXT.encode("utf-16-le"), "utf-16-le", "zero bytes"),
        (PLAIN.encode("iso2022_kr"), "iso2022_kr", "escapes"),
        (TEXT.encode("cp949"), "cp949", "detected"),
        (b"<meta charset=euc-kr>" + TEXT.encode("cp949"), "cp949", "declared"),
        (b'<META content="text/html; charset=KS_C_5601-1987">' + TEXT.encode("cp949"), "cp949", "declared"),
        (b"<meta charset=utf-8>" + TEXT.encode("cp949"), "cp949", "detected"),
        ("caf\xe9 ".encode("latin-1") * 30 + b"<meta charset=iso-8859-1>", "cp1252", "declared"),
    ],
)
def test_encodings(data: bytes, encoding: str, reason: str) -> None:
    found = decode(data)

    assert found is not None
    assert (found.encoding, found.reason) == (encoding, reason)
    assert "과학기술정보통신부" in found.text or "café" in found.text


@pytest.mark.parametrize("label", ["euc-kr", "EUC-KR", "ks_c_5601-1987", "ksc5601", "windows-949", "korean"])
def test_every_label_of_euc_kr_means_cp949(label: str) -> None:
    assert codec_of(label) == "cp949"


def test_unknown_label_is_none() -> None:
    assert codec_of("klingon") is None


@pytest.mark.parametrize("wrong", ["latin-1", "cp949"])
def test_utf8_read_wrongly_is_taken_back(wrong: str) -> None:
    mojibake = PLAIN.encode("utf-8").decode(wrong, "replace").encode("utf-8")
    found = decode(mojibake)

    if wrong == "latin-1":
        assert found is not None
        assert found.text == PLAIN
        assert "read as" in found.reason
    else:  # CP949 loses bytes, so it is taken back only where nothing was lost
        assert found is None or found.text != PLAIN


def test_utf8_read_as_cp949_without_loss_is_taken_back() -> None:
    words = [w for w in PLAIN.replace("<", " ").replace(">", " ").split() if _survives(w)]
    text = " ".join(words * 5)
    found = decode(text.encode("utf-8").decode("cp949").encode("utf-8"))

    assert len(words) >= 2
    assert found is not None
    assert found.text == text


def _survives(word: str) -> bool:
    try:
        return not word.isascii() and word.encode("utf-8").decode("cp949").encode("cp949") == word.encode("utf-8")
    except UnicodeError:
        return False


def test_good_text_beside_a_little_mojibake_stays() -> None:
    text = TEXT + "It isn’t â€œquotedâ€\x9d"

    assert decode(text.encode("utf-8")).text == text  # type: ignore[union-attr]


def test_a_few_damaged_bytes_do_not_lose_the_text() -> None:
    data = bytearray((TEXT * 20).encode("utf-8"))
    data[100] = 0xFF
    found = decode(bytes(data))

    assert found is not None
    assert found.encoding == "utf-8"
    assert found.reason == "damaged"


@pytest.mark.parametrize("data", [bytes(range(256)) * 20, b"\x00\x01\x02" * 500, b"\x89PNG\r\n\x1a\n" + bytes(400)])
def test_noise_is_no_text(data: bytes) -> None:
    assert decode(data) is None


def test_decomposed_hangul_is_left_to_the_parser() -> None:
    text = unicodedata.normalize("NFD", TEXT)

    assert decode(text.encode("utf-8")).text == text  # type: ignore[union-attr]
