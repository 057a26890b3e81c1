from transforms.parse.claims import Claim
from transforms.parse.titles import choose, without_site


def chosen(headings: list[str], *claims: str, document: str = "", sites: tuple[str, ...] = ()) -> str | None:
    found = choose(headings, [Claim("title", text, "og") for text in claims], document, list(sites))
    return found.value if found else None


def test_the_sites_name_is_taken_off() -> None:
    assert without_site("지원금 발표 - 새벽통신", ["새벽통신"]) == "지원금 발표"
    assert without_site("Grant awarded | News | The Lantern", ["The Lantern", "News"]) == "Grant awarded"
    assert without_site("A - B: what the plan means", ["The Lantern"]) == "A - B: what the plan means"


def test_the_heading_comes_before_the_share_title() -> None:
    assert (
        chosen(["Five key policies announced"], "King's speech: five key policies | Metro")
        == "Five key policies announced"
    )


def test_a_heading_that_nothing_confirms_is_not_taken() -> None:
    assert (
        chosen(["Next in your guide"], "The best trails in Houston for biking")
        == "The best trails in Houston for biking"
    )


def test_a_sites_heading_is_not_the_headline() -> None:
    assert chosen(
        ["The Lantern", "Britain keeps buying"], document="Britain keeps buying | The Lantern", sites=("The Lantern",)
    ) == ("Britain keeps buying")


def test_a_kicker_before_the_headline_is_taken_off() -> None:
    assert chosen(["Politics St. Louis Park elects a new mayor"], "St. Louis Park elects a new mayor") == (
        "St. Louis Park elects a new mayor"
    )


def test_without_any_title_there_is_none() -> None:
    assert chosen([]) is None
