"""Organizations of an article, each once, and every place where it is named."""

from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

from transforms.extract.mentions import mentions_of
from transforms.lexicon.load import load
from transforms.normalize.names import read_article_names
from transforms.normalize.values import NameValue

LEXICON = load()
TITLE = "과기정통부, 가람누리재단에 20억"
BODY = "과학기술정보통신부(과기정통부)는 가람누리재단(GNF)에 20억원을 준다. GNF와 네이버는 협약을 맺었다."


@dataclass
class Names:
    """The one part of a document that mentions are made of."""

    names: dict[str, tuple[NameValue, ...]]


def read(grants: list[Any]) -> tuple[Any, Any]:
    document: Any = Names(read_article_names({"title": TITLE, "body": BODY}, LEXICON, "ko"))
    return mentions_of(document, grants, [], LEXICON)


def test_each_body_stands_once_and_each_mention_is_its_text() -> None:
    organizations, mentions = read([])
    ids = [body.organization_id for body in organizations]
    assert ids == sorted(set(ids))
    assert set(ids) == {mention.organization_id for mention in mentions}
    texts = {"title": TITLE, "body": BODY}
    for mention in mentions:
        assert texts[mention.field][mention.char_start : mention.char_end] == mention.surface


def test_aliases_are_those_of_the_lexicon_and_of_the_article() -> None:
    organizations, _ = read([])
    by_name = {body.name: body for body in organizations}
    assert "MSIT" in by_name["과학기술정보통신부"].aliases
    assert by_name["과학기술정보통신부"].country == "KR"
    assert by_name["가람누리재단"].aliases == ("GNF",)


def test_origin_tells_how_a_body_is_known() -> None:
    origins = {body.name: body.origin for body in read([])[0]}
    assert origins == {"과학기술정보통신부": "lexicon", "가람누리재단": "shape", "네이버": "lexicon"}
    grant = SimpleNamespace(funder_id="kr-ministry-of-science-and-ict", recipient_id="가람누리재단")
    origins = {body.name: body.origin for body in read([grant])[0]}
    assert origins["가람누리재단"] == "fact"
