"""What the office says to the complainant at a step, as the answers stand while they are typed (CAP-30)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from desk.domain.draft import NOTHING
from desk.domain.flow import allowed
from desk.domain.intake import read_values
from desk.domain.step_form import further_scripts, scripts_of
from desk.domain.viewer import Viewer
from desk.rulebook.intake import Script
from desk.services.cases import with_words
from desk.services.office import Office
from desk.store import cases, repeated


@dataclass(frozen=True, slots=True)
class Said:
    """Words to begin with: ``fitting`` as matters stand, the class of the matter first; ``further`` to be chosen."""

    fitting: tuple[Script, ...]
    further: tuple[Script, ...]


def said(
    office: Office, viewer: Viewer, number: str, step: str, values: Mapping[str, object] = NOTHING
) -> Said:
    """The words at ``step`` with these answers in it, filled as far as the viewer knows the case. Raises ``NotFound``."""
    with office.store.reading() as tx:
        seen = cases.get(tx, number, viewer)
        whole = cases.whole(tx, seen.id)
        rulebook = office.rulebook_of(whole)
        counts = repeated.counts(tx, rulebook, whole)
    entry = next((one for one in rulebook.steps if one.id == step), None)
    if entry is None or not allowed(entry, office.in_role(viewer, whole)):
        return Said((), ())
    asked = rulebook.fields_at(step, whole.kind, whole.channel)
    given, _ = read_values(rulebook, asked, values, office.now())
    facts = office.facts(rulebook, replace(whole, values={**whole.values, **given}), counts)
    words = office.words_of(rulebook, replace(seen, values={**seen.values, **given}))
    fitting = scripts_of(rulebook, entry, facts)
    return Said(with_words(fitting, words), with_words(further_scripts(rulebook, entry), words))
