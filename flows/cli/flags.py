"""Flags that several commands share, each with its one description."""

from typing import Annotated

from cyclopts import Parameter

LakeFlag = Annotated[str | None, Parameter(help="the lake's folder [default: ./lake]")]
Workers = Annotated[int | None, Parameter(help="processes that read [default: one a core]")]
Verbose = Annotated[bool, Parameter(help="show Prefect's log lines", negative=())]
