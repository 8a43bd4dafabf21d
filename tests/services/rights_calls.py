"""How each service of the rights table is asked: the calls of its parts together."""

from collections.abc import Callable
from typing import Any

from tests.services.rights_acting import ACTING
from tests.services.rights_counting import COUNTING
from tests.services.rights_looking import LOOKING
from tests.services.rights_office import OFFICE
from tests.services.rights_scene import Scene

CALLS: dict[str, Callable[[Scene], Any]] = {**LOOKING, **COUNTING, **ACTING, **OFFICE}
