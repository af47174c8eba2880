"""Prints the size of Python packages with all that they need, in megabytes: `-r FILE`, or names."""

import re
import sys
from importlib.metadata import PackageNotFoundError, distribution

NAME = re.compile(r"[A-Za-z0-9._-]+")


def asked(arguments: list[str]) -> list[str]:
    if arguments[:1] != ["-r"]:
        return arguments
    with open(arguments[1], encoding="utf-8") as file:
        return [line for line in file if NAME.match(line)]


waiting = asked(sys.argv[1:])
seen: set[str] = set()
size = 0
while waiting:
    requirement = waiting.pop()
    match = NAME.match(requirement)
    if match is None or "extra ==" in requirement:
        continue
    name = match[0].lower().replace("_", "-")
    if name in seen:
        continue
    seen.add(name)
    try:
        found = distribution(name)
    except PackageNotFoundError:
        # For another platform, or another Python.
        continue
    size += sum(path.locate().stat().st_size for path in found.files or [] if path.locate().is_file())
    waiting += found.requires or []
print(size / 2**20)
