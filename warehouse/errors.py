"""What can go wrong in the warehouse, told in one plain line; one root, leaves named for what the caller should do."""


class WarehouseError(Exception):
    """The root of all of them; its text is one line for a person."""


class LakeBusy(WarehouseError):  # noqa: N818 (named for what it says)
    """Another run holds the lake, or keeps winning: try again later."""


class LakeBroken(WarehouseError):  # noqa: N818
    """The lake is not there, damaged, or of another version: it needs a person."""


class LakeFault(WarehouseError):  # noqa: N818
    """Disk, network or permission failed: nothing was published, the lake is as before."""


class QueryRefused(WarehouseError):  # noqa: N818
    """The gate does not let this query in."""


class QueryFailed(WarehouseError):  # noqa: N818
    """The query is wrong, or ran into a limit."""
