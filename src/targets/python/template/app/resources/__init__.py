"""A stand-in, so that the template can be checked by itself: each service has its own."""

from app.records.resource import AnyResource

resources: tuple[AnyResource, ...] = ()
