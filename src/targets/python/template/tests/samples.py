"""A stand-in, so that the template can be checked by itself: each service has its own."""

from tests.support import Sample

PUBLIC = False
ROLES: tuple[str, ...] = ()
SAMPLES: dict[str, Sample] = {}
