"""A stand-in, so that the template can be checked by itself: each service has its own."""

from app.application import Service
from app.auth.identity import account_routers
from app.resources import resources

service = Service(
    name="service",
    resources=resources,
    routers=account_routers(["manager"]),
    page_size=20,
    rate_limit_per_minute=60_000,
)
