"""Knows which methods a path has: for 405, and for preflights."""

from collections.abc import Sequence

from fastapi import APIRouter
from fastapi.routing import APIRoute


class Paths:
    """The paths of some routers."""

    def __init__(self, routers: Sequence[APIRouter]) -> None:
        self._routes = [
            route for router in routers for route in router.routes if isinstance(route, APIRoute)
        ]

    def methods(self, path: str) -> list[str]:
        """The methods of a path, sorted; none if there is no such path."""
        methods = {
            method
            for route in self._routes
            if route.path_regex.match(path)
            for method in route.methods or ()
        }
        if "GET" in methods:
            methods.add("HEAD")
        return sorted(methods | {"OPTIONS"}) if methods else []
