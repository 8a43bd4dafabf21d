"""A complaint at the property developer's (R01), brought as far as the return visit."""

from tests.capabilities.counter import act, take_in

from desk.services.office import Office

SCORES = {"timeliness": 9, "plan_score": 9, "attitude_score": 9}
PLAN = {"plan_kind": ("talk",), "plan_from": "2026-11-20", "plan_to": "2026-11-21"}


def assigned(office: Office, **facts: object) -> str:
    """A complaint that a department has on its desk."""
    given = {"category": "property_service", **facts}
    number = take_in(office, "reception", **given).case.number
    act(office, "service", number, "accept", respondent__staff=False)
    act(office, "service", number, "judge", department="property")
    act(office, "service", number, "assign")
    return number


def agreed(office: Office, **facts: object) -> str:
    """A complaint whose plan the complainant has agreed to."""
    number = assigned(office, **facts)
    act(office, "handler", number, "verify", verified="属实")
    act(office, "handler", number, "plan", **PLAN)
    for step in ("review", "agree"):
        act(office, "service", number, step)
    return number


def handled(office: Office, **facts: object) -> str:
    """A complaint that has been dealt with and confirmed, so that the visit is next."""
    number = agreed(office, **facts)
    act(office, "service", number, "finish", result="已处理")
    act(office, "service", number, "confirm", customer_confirmed="written")
    return number


def closed(office: Office, **facts: object) -> str:
    """A complaint that has been visited and closed."""
    number = handled(office, **facts)
    act(office, "service", number, "visit", **SCORES)
    act(office, "service", number, "close")
    return number
