"""The fixtures of the services' tests."""

from tests.fixtures_office import licence_office, market_office, store_url  # noqa: F401
from tests.fixtures_store import postgres_server  # noqa: F401
