"""All resources of the service, and how they refer to each other."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.records.resource import AnyResource, AnyRule, Reference


@dataclass(frozen=True, slots=True)
class Incoming:
    """A reference of a resource (`child`) to another one."""

    child: AnyResource
    reference: Reference
    path: str
    """The path segment of its nested list."""


@dataclass(frozen=True, slots=True)
class Watcher:
    """A rule of a resource, and the attribute by which records of another one count for it."""

    resource: AnyResource
    rule: AnyRule
    attribute: str


class Registry:
    """The resources by name."""

    def __init__(self, resources: Sequence[AnyResource]) -> None:
        self.resources = tuple(resources)
        self._by_name = {resource.name: resource for resource in resources}
        self._incoming: dict[str, list[Incoming]] = {one.name: [] for one in resources}
        for child in resources:
            for reference in child.references:
                rivals = [one for one in child.references if one.to == reference.to]
                several = f"{child.plural}-as-{reference.role}"
                path = child.plural if len(rivals) == 1 else several
                self._incoming[reference.to].append(Incoming(child, reference, path))

        self._watchers: dict[str, list[Watcher]] = {one.name: [] for one in resources}
        for resource in resources:
            for rule in resource.rules:
                for member, attribute in rule.several.members if rule.several else ():
                    self._watchers[member].append(Watcher(resource, rule, attribute))

    def resource(self, name: str) -> AnyResource:
        return self._by_name[name]

    def incoming(self, resource: AnyResource) -> Sequence[Incoming]:
        return self._incoming[resource.name]

    def watchers(self, resource: AnyResource) -> Sequence[Watcher]:
        """Rules of others that writes of the resource can break."""
        return self._watchers[resource.name]

    @property
    def account(self) -> AnyResource | None:
        """The resource whose records are the accounts."""
        return next((one for one in self.resources if one.account is not None), None)
