"""The whole table of rights is run: every service, every role, every relation to the case."""

import importlib
import inspect
import pkgutil
from pathlib import Path

import pytest
from tests.fixtures_office import make_office
from tests.services.rights_calls import CALLS
from tests.services.rights_scene import Scene, said
from tests.services.rights_table import LOOKING, NO_VIEWER, OFFICE, RELATIONS, ROLES, table

import desk.services
from desk.domain.errors import DeskError, NotFound
from desk.services import cases
from desk.services.office import Office

TABLE = table()
SHARED = {line.split()[0] for line in (LOOKING + OFFICE).splitlines() if line} | {
    "refresh.refresh",
    "refresh.part",
}
SHARED -= {
    "undo.offered", "erasing.ripe", "destruction.listed", "destruction.certificate", "looks.is_open", "signing.of_case", "signing.waiting", "case_file.bound",
    "dispatches.sheets", "dispatches.left_behind", "incidents.listed", "incidents.of_case", "contact_changes.former",
    "corrections.corrections", "seal_register.sealed", "transfers.transferred", "urging.waiting", "urging.ordered",
    "urging.by_department", "handovers.listed", "handovers.paper",
}  # fmt: skip
"""Calls that change nothing about a case that the next one would notice: their scenes are made once."""


def services() -> dict[str, list[str]]:
    """Every public service function with the names of its parameters."""
    found = {}
    for module in pkgutil.iter_modules(desk.services.__path__):
        loaded = importlib.import_module(f"desk.services.{module.name}")
        for name, function in vars(loaded).items():
            if inspect.isfunction(function) and function.__module__ == loaded.__name__ and name[0] != "_":
                found[f"{module.name}.{name}"] = list(inspect.signature(function).parameters)
    return found


def test_every_service_stands_in_the_table() -> None:
    asking = {name for name, given in services().items() if given[:2] == ["office", "viewer"]}

    assert asking - TABLE.keys() == set()
    assert TABLE.keys() - asking == set()
    assert CALLS.keys() == TABLE.keys()


def test_a_service_without_a_viewer_says_why() -> None:
    blind = {
        name for name, given in services().items() if given[:1] == ["office"] and given[1:2] != ["viewer"]
    }

    assert blind - NO_VIEWER.keys() == set()


def test_the_table_decides_more_than_a_thousand_cells() -> None:
    cells = [cell for row in TABLE.values() for relation in row for cell in relation]

    assert set(cells) == set("Dmx-")
    assert len(cells) > 1000
    assert all(len(relation) == len(ROLES) for row in TABLE.values() for relation in row)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("rights")


@pytest.fixture(scope="module")
def quiet_office(folder: Path) -> Office:
    """For looking only."""
    opened = make_office(folder / "quiet", "R15")
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def busy_office(folder: Path) -> Office:
    """For acting."""
    opened = make_office(folder / "busy", "R15")
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def scenes(quiet_office: Office, folder: Path) -> dict[tuple[str, str], Scene]:
    return {
        (role, relation): Scene(quiet_office, role, relation, folder)
        for role in ROLES
        for relation in RELATIONS
    }


def outcome(name: str, scene: Scene) -> tuple[str, str]:
    """The letter that came of the call, and all that it told."""
    try:
        result = CALLS[name](scene)
    except NotFound as error:
        return "-", str(error.document())
    except DeskError as error:
        return "x", str(error.document())
    if isinstance(result, bool):
        return "D" if result else "-", ""
    told = said(result)
    if name not in SHOWING:
        return "D", told
    if scene.name in told:
        return "D", told
    return ("m" if result else "-"), told


SHOWING = {name for name, row in TABLE.items() if "m" in "".join(row)} | {
    "searching.find", "outlook.similar", "outlook.of", "attachments.contents", "looks.look", "issued_papers.reprint",
}  # fmt: skip
"""Services whose results may name the person."""


@pytest.mark.parametrize("name", TABLE)
def test_each_role_gets_what_the_table_says(name, scenes, busy_office, folder) -> None:
    found = dict.fromkeys(RELATIONS, "")
    for relation in RELATIONS:
        for role in ROLES:
            scene = scenes[role, relation] if name in SHARED else Scene(busy_office, role, relation, folder)
            letter, told = outcome(name, scene)
            found[relation] += letter
            if letter != "D":  # whatever is refused or masked names nobody, not even in its words
                assert scene.name not in told, (role, relation)
                assert scene.phone not in told, (role, relation)

    assert found == dict(zip(RELATIONS, TABLE[name], strict=True))


def test_control_with_every_right_the_sealed_case_is_still_masked_and_the_kept_one_missing(scenes) -> None:
    """The table is not all about roles: relation decides, too; and with the seal taken off the name shows."""
    from dataclasses import replace

    from desk.domain.viewer import RIGHTS

    plain, sealed = scenes["administrator", "other"], scenes["head", "sealed"]
    everything = replace(plain.me, rights=RIGHTS)

    assert plain.name in said(cases.show(plain.office, everything, plain.number))
    assert sealed.name not in said(cases.show(sealed.office, everything, sealed.number))
