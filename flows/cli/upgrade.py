"""`pressledger upgrade`: bring an older lake to this version's layout."""

from flows.cli.flags import LakeFlag
from flows.settings import existing_lake, load
from warehouse.lake import find_lake
from warehouse.maintain import upgrade as upgrade_lake


def upgrade(*, lake: LakeFlag = None) -> int:
    """Bring an older lake to this version's layout, after a backup of its catalogue. A lake that is up to date is left.

    For example:

        pressledger upgrade

        pressledger upgrade --lake /data/lake
    """
    settings = load(lake=lake)
    done = upgrade_lake(find_lake(existing_lake(settings)))
    if done.backup is None:
        print(f"{settings.lake} is up to date")
    else:
        print(f"{settings.lake} is brought up to date: {', '.join(done.added) or 'views and descriptions'}")
        print(f"its catalogue as it was is {done.backup}")
    return 0
