"""A process that can only read: Landlock where there is Linux, and a ceiling on its memory.

It holds for the whole process and cannot be taken back, so a process that shuts itself in serves queries and nothing
else. Landlock must come before DuckDB's threads are made: those that run already are not bound by it.
"""

import os
import resource
import site
import sys
import sysconfig
from collections.abc import Iterable
from pathlib import Path

# What Python, DuckDB and the C library read at work: code, time zones, terminal descriptions, what the machine has.
_SYSTEM = (
    *("/usr", "/lib", "/lib64", "/etc/localtime", "/etc/ld.so.cache", "/etc/terminfo", "/etc/os-release"),
    *("/proc/meminfo", "/proc/self/cgroup", "/sys/fs/cgroup", "/sys/devices/system/cpu", "/dev"),
)
_DEVICES = ("/dev/null", "/dev/tty", "/dev/zero", "/dev/urandom")


def shut_in(readable: Iterable[Path], writable: Iterable[Path] = ()) -> bool:
    """From now on this process reads `readable` and its own code, and writes `writable` and the files it has open.

    False where the system has no Landlock: then the other walls stand alone.
    """
    try:
        from landlock import FSAccess, LandlockError, Ruleset  # noqa: PLC0415 (only Linux has it)
    except ImportError:
        return False
    reading = FSAccess.READ_FILE | FSAccess.READ_DIR
    writing = FSAccess.READ_FILE | FSAccess.WRITE_FILE | (FSAccess.TRUNCATE & FSAccess.all())  # type: ignore[no-untyped-call]
    try:
        rules = Ruleset()
        wanted: list[str | Path] = [*readable, *_code(), *_SYSTEM]
        places = [str(path) for path in wanted if Path(path).exists()]
        for path in dict.fromkeys(places):
            rules.allow(path, rules=reading if Path(path).is_dir() else FSAccess.READ_FILE)
        for file in (*writable, *(Path(device) for device in _DEVICES if os.access(device, os.W_OK))):
            rules.allow(str(file), rules=writing)
        rules.apply()  # type: ignore[no-untyped-call]
    except (LandlockError, OSError):
        return False
    return True


def limit_memory(size: int) -> None:
    """Let the process hold `size` bytes of data more than now: what DuckDB does not count fails it alone."""
    held = _data_size()
    _, hardest = resource.getrlimit(resource.RLIMIT_DATA)
    wanted = held + size
    if hardest == resource.RLIM_INFINITY or wanted < hardest:
        resource.setrlimit(resource.RLIMIT_DATA, (wanted, hardest))


def _data_size() -> int:
    """Bytes of data that the process has reserved."""
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii")
    except OSError:
        return 0
    lines = dict(line.split(":", 1) for line in status.splitlines() if ":" in line)
    return int(lines["VmData"].split()[0]) * 1024


def _code() -> Iterable[Path]:
    """Where Python finds modules that are imported later."""
    installed = (sys.prefix, sys.base_prefix, site.getusersitepackages(), *sysconfig.get_paths().values())
    return [Path(path) for path in (*installed, *sys.path) if path]
