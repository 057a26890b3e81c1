"""What can go wrong for a caller of `flows`, named for what the caller should do."""


class FlowsError(Exception):
    """The root of every error that is raised on purpose here; its text is one plain line."""


class WrongUse(FlowsError):  # noqa: N818 - named for what the caller should do: use it rightly
    """A path, setting or argument that cannot be meant. Exit 2."""


class OutsideFault(FlowsError):  # noqa: N818 - the fault lies outside of the program
    """Disk, network, lock or server: trying again later may help. Exit 3."""
