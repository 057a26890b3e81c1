"""The organizations that an article names, and every place where it names them."""

from collections.abc import Iterable

from transforms.extract.document import Document
from transforms.lexicon.model import Lexicon
from transforms.normalize.names import organization_id_of
from transforms.normalize.values import NameValue
from transforms.records import Grant, Mention, Milestone, Organization


def mentions_of(
    document: Document, grants: Iterable[Grant], milestones: Iterable[Milestone], lexicon: Lexicon
) -> tuple[tuple[Organization, ...], tuple[Mention, ...]]:
    """Each named body once, in order of its id, and its mentions in reading order.

    A body that is known by its shape alone has the origin "fact" where it is a party of a grant or milestone.
    """
    named: dict[str, list[NameValue]] = {}
    mentions = []
    for field, names in document.names.items():
        for name in names:
            organization_id = organization_id_of(name)
            named.setdefault(organization_id, []).append(name)
            mentions.append(Mention(organization_id, field, name.start, name.end, name.text))
    parties = {party for grant in grants for party in (grant.funder_id, grant.recipient_id)}
    parties |= {milestone.organization_id for milestone in milestones}
    bodies = tuple(_organization(id_, named[id_], id_ in parties, lexicon) for id_ in sorted(named))
    return bodies, tuple(mentions)


def _organization(organization_id: str, names: list[NameValue], party: bool, lexicon: Lexicon) -> Organization:
    printed = {name.text for name in names}
    body = lexicon.organizations.bodies.get(organization_id)
    if body is None:
        name, kind = names[0].name, names[0].kind
        return Organization(
            organization_id, name, None, tuple(sorted(printed - {name})), kind, None, "fact" if party else "shape"
        )
    aliases = tuple(sorted({*body.aliases, *printed} - {body.name, body.name_en}))
    return Organization(organization_id, body.name, body.name_en, aliases, body.kind, body.country, "lexicon")
