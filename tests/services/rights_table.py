"""Who may do what with which case: one line for each service, decided by thinking what must hold, then run.

Four groups for four relations: an ordinary case that the user took in, one that another desk took in, a sealed one
(a report), and one that is kept from the user because of a conflict of interest. Six letters for six roles:
counter, officer, mediator, head, supervisor, administrator.

    D  done, or shown in full          m  shown with the people masked
    x  refused with a reason           -  as if there were no such case

What holds everywhere: a kept case does not exist, whatever the right; a sealed case shows nobody its people without a
grant; the administrator sets things up and sees no people; whoever may not act is refused, not silently ignored.
"""

ROLES = ("counter", "officer", "mediator", "head", "supervisor", "administrator")
RELATIONS = ("own", "other", "sealed", "conflict")

LOOKING = """
cases.page              DDDDDm  DDDDDm  mmmmmm  ------
cases.count             DDDDDD  DDDDDD  DDDDDD  ------
cases.show              DDDDDm  DDDDDm  mmmmmm  ------
cases.show_within       DDDDDm  DDDDDm  mmmmmm  ------
cases.shown             DDDDDm  DDDDDm  mmmmmm  ------
joined.view_within      DDDDDm  DDDDDm  mmmmmm  ------
stepping.warnings_of    DDDDDD  DDDDDD  DDDDDD  ------
cases.due               DDDDDm  DDDDDm  mmmmmm  ------
today.today             DDDDDm  DDDDDm  mmmmmm  ------
contacts.of_case        DDDDDm  DDDDDm  mmmmmm  ------
originals.lying         DDDDDD  DDDDDD  DDDDDD  ------
contacts.silent         DDDDDm  DDDDDm  mmmmmm  ------
contacts.overdue_updates  DDDDDm  DDDDDm  mmmmmm  ------
dispatches.sheets       DDDDDm  DDDDDm  mmmmmm  ------
dispatches.left_behind  DDDDDm  DDDDDm  mmmmmm  ------
dispatches.in_hands_within  DDDDDD  DDDDDD  DDDDDD  ------
searching.find          DDDDD-  DDDDD-  ------  ------
outlook.similar         DDDDD-  DDDDD-  ------  ------
outlook.of              DDDDD-  DDDDD-  ------  ------
attachments.attached    DDDDD-  DDDDD-  ------  ------
attachments.contents    DDDDD-  DDDDD-  ------  ------
case_file.bound         DDDDDx  DDDDDx  xxxxxx  ------
case_file.is_open       DDDDD-  DDDDD-  ------  ------
speaking.said           DDDDDD  DDDDDD  DDDDDD  ------
links.related           DDDDDD  DDDDDD  DDDDDD  ------
conflicts.listed        xxxDDx  xxxDDx  xxxDDx  xxx--x
looks.look              DDDDDx  DDDDDx  xxxxxx  ------
looks.standing          DDDDDD  DDDDDD  DDDDDD  ------
looks.is_open           xDxDxx  xDxDxx  xDxDxx  ------
looks.record            xxxDDx  xxxDDx  xxxDDx  xxx--x
looks.waiting           xxxDxx  xxxDxx  xxxDxx  xxx-xx
signing.of_case         DDDDDD  DDDDDD  DDDDDD  ------
signing.waiting         DDDDDD  DDDDDD  DDDDDD  ------
notices.offers          DDDDDD  DDDDDD  DDDDDD  ------
notices.preview         DDDDDm  DDDDDm  mmmmmm  ------
paper_words.documents   DDDDDm  DDDDDm  mmmmmm  ------
paper_words.may_read    DDDDD-  DDDDD-  ------  ------
issued_papers.reprint         DDDDDx  DDDDDx  xxxxxx  ------
original_papers.receipt  DDDDDx  DDDDDx  xxxxxx  ------
deliveries.receipt      DDDDDm  DDDDDm  mmmmmm  ------
issued_papers.latest          DDDDDD  DDDDDD  DDDDDD  ------
issued_papers.unprinted       DDDDDD  DDDDDD  DDDDDD  ------
paper_codes.check       DDDDDD  DDDDDD  DDDDDD  ------
shared_forms.of_case    DDDDDm  DDDDDm  mmmmmm  ------
judging.standings       DDDDDm  DDDDDm  mmmmmm  ------
registers.with_cases    DDDDDm  DDDDDm  mmmmmm  ------
registers.book          DDDDDm  DDDDDm  mmmmmm  ------
handovers.listed        DDDDDD  DDDDDD  DDDDDD  ------
handovers.paper         DDDDDD  DDDDDD  DDDDDD  ------
handover_proposal.proposed  DDDDxx  DDDDxx  DDDDxx  ----xx
incidents.listed        DDDDDx  DDDDDx  DDDDDx  -----x
contact_changes.former  DDDDD-  DDDDD-  ------  ------
incidents.of_case       DDDDD-  DDDDD-  DDDDD-  ------
freezing.listed         DDDDDD  DDDDDD  DDDDDD  ------
freezing.months         DDDDDD  DDDDDD  DDDDDD  ------
freezing.paper          mmmmmm  mmmmmm  mmmmmm  ------
corrections.corrections  mmmmmm  mmmmmm  mmmmmm  ------
seal_register.sealed    DDDDDD  DDDDDD  DDDDDD  ------
transfers.transferred   DDDDDD  DDDDDD  DDDDDD  ------
own_registers.made      mmmmmm  mmmmmm  mmmmmm  ------
samples.draw            xxxDDx  xxxDDx  xxxDDx  xxx--x
registers.counts        DDDDDD  DDDDDD  DDDDDD  ------
registers.behind        DDDDDD  DDDDDD  DDDDDD  ------
registers.written       mmmDDm  mmmDDm  mmmmmm  ------
registers.in_template   mmmDDm  mmmDDm  mmmmmm  ------
case_listing.listed     DDDDDm  DDDDDm  mmmmmm  ------
pictures.pictures       DDDDDD  DDDDDD  DDDDDD  ------
pictures.written        mmmDDm  mmmDDm  mmmmmm  ------
figures.figures         DDDDDD  DDDDDD  DDDDDD  ------
figures_by_case.by_case  DDDDDD  DDDDDD  DDDDDD  ------
assessments.listed      xxxDDx  xxxDDx  xxxDDx  xxx--x
counted.whole           DDDDDm  DDDDDm  mmmmmm  ------
counted.whole_of        DDDDDm  DDDDDm  mmmmmm  ------
counted.judged          DDDDDm  DDDDDm  mmmmmm  ------
signs.signs             DDDDDD  DDDDDD  ------  ------
fined.fined             DDDDDD  DDDDDD  DDDDDD  ------
manuals.compare         DDDDDD  DDDDDD  DDDDDD  ------
imports.check           DDxDxD  DDxDxD  --x-x-  --x-x-
case_acts.offered       DDDD--  DDDD--  DDDD--  ------
undo.offered            DD-D--  ------  DD-D--  ------
urging.waiting          DDDDDD  DDDDDD  DDDDDD  ------
urging.ordered          DDDDDD  DDDDDD  DDDDDD  ------
urging.by_department    DDDDDD  DDDDDD  DDDDDD  ------
erasing.ripe            xxxxxD  xxxxxD  xxxxxD  xxxxx-
destruction.listed      xxxDxD  xxxDxD  xxxDxD  xxx-x-
destruction.certificate  xxxDxD  xxxDxD  xxxDxD  xxx-x-
"""
"""Services that show; each is asked about one case among others. A count that leaves the case out does not show it."""

ACTING = """
intake.register         DDxDxx  DDxDxx  mmxmxx  DDxDxx
intake.register_within  DDxDxx  DDxDxx  mmxmxx  DDxDxx
intake.enter_within     DDxDxx  DDxDxx  mmxmxx  DDxDxx
intake.register_all     DDxDxx  DDxDxx  mmxmxx  DDxDxx
stepping.act            DDxDxx  DDxDxx  mmxmxx  ------
stepping.act_within     DDxDxx  DDxDxx  mmxmxx  ------
stepping.act_all        DDxDxx  DDxDxx  mmxmxx  ------
undo.undo               DDxDxx  xxxxxx  mmxmxx  ------
reclassifying.reclassify  DDDDxx  DDDDxx  mmmmxx  ----xx
contacts.log            DDDDxx  DDDDxx  DDDDxx  ----xx
originals.keep          DDDDxx  DDDDxx  DDDDxx  ----xx
originals.give_back     DDDDxx  DDDDxx  DDDDxx  ----xx
boxing.put_in_box       DDDDxx  DDDDxx  DDDDxx  ------
times.correct           DDDDxx  DDDDxx  mmmmxx  ----xx
urging.answer           DDDDxx  DDDDxx  mmmmxx  ----xx
visits.tried            DDDDxx  DDDDxx  xxxxxx  ----xx
attachments.attach      DDDDxx  DDDDxx  DDDDxx  ----xx
attachments.attach_made  DDDDxx  DDDDxx  DDDDxx  ----xx
attachments.blacken     DDDDxx  DDDDxx  ----xx  ----xx
links.link              DDDDxx  DDDDxx  DDDDxx  ----xx
links.unlink            DDDDxx  DDDDxx  DDDDxx  ----xx
links.split             DDxDxx  DDxDxx  xxxxxx  --x-xx
merging.merge           DDDDxx  DDDDxx  DDDDxx  ----xx
merging.unmerge         DDDDxx  DDDDxx  DDDDxx  ----xx
conflicts.keep_from     DDxDDx  xxxDDx  xxxDDx  ------
conflicts.lift          xxxDDx  xxxDDx  xxxDDx  xxx--x
looks.ask               xDxDxx  xDxDxx  xDxDxx  ------
looks.close             xDxDxx  xDxDxx  xDxDxx  ------
looks.review            xxxDDx  xxxDDx  xxxDDx  xxx--x
looks.decide            xxxDxx  xxxDxx  xxxDxx  xxx-xx
notices.issue           DDDDxx  DDDDxx  mmmmxx  ----xx
issued_papers.void            DDDDxx  DDDDxx  DDDDxx  ----xx
issued_papers.log_print       DDDDDx  DDDDDx  xxxxxx  ------
approvals.approve       DDDDxx  DDDDxx  DDDDxx  ----xx
approvals.settle        xxxDxx  xxxDxx  xxxDxx  ------
enquiries.ask           DDDDxx  DDDDxx  DDDDxx  ----xx
reporting.report        DDDDxx  DDDDxx  DDDDxx  ----xx
incidents.record        DDDDDx  DDDDDx  DDDDDx  -----x
signing.sign            DDDDxx  DDDDxx  DDDDxx  ----xx
contact_changes.change  DDDDxx  DDDDxx  mmmmxx  ----xx
seals.put_seal          DDDDxx  DDDDxx  DDDDxx  ----xx
deliveries.deliver      DDDDxx  DDDDxx  DDDDxx  ----xx
import_batches.undo     DDDDDD  xxxxxD  xxxxxD  xxxxxD
import_batches.refusal  DDDDDD  -----D  -----D  -----D
import_batches.broken_off  DDDDDD  -----D  -----D  -----D
import_batches.reopened  DDDDDD  xxxxxD  xxxxxD  xxxxxD
destruction.ask         xxxxxD  xxxxxD  xxxxxD  xxxxx-
destruction.decide      xxxDxD  xxxDxD  xxxDxD  xxx-x-
refresh.refresh         DDDDDD  DDDDDD  DDDDDD  ------
refresh.part            DDDDDD  DDDDDD  DDDDDD  ------
drafts.keep             DDDDDD  ------  ------  ------
drafts.kept             DDDDDD  ------  ------  ------
drafts.drop             DDDDDD  ------  ------  ------
users.set_password      DDDDDD  xxxxxD  xxxxxD  xxxxxD
"""
"""Services that act on a case; for drafts and users the case stands for a draft or an account: own, or a colleague's."""

OFFICE = """
imports.bring_in             DDxDxD
receptions.note              DDxDxx
receptions.listed            DDDDxx
receptions.where_before      DDDDxx
receptions.slip              DDDDxx
pads.printed                 DDxDxx
duties.mark_done             DDDDxx
assessments.rule_on_fine     xxxDxx
assessments.rule_on_bonus    xxxDxx
assessments.give_points      xxxDxx
duties.take_back             DDDDxx
volumes.put                  xxxDDx
period_papers.written        DDDDDD
period_papers.drawn          DDDDDD
desk_books.work_under        DDDDDD
proposals.of_switches        DDDDDD
proposals.of_source          DDDDDD
proposals.of_version         DDDDDD
proposals.take               xxxxxD
manuals.adopt                xxxxxD
settings.change              xxxxxD
own_font.put                 xxxxxD
own_font.remove              xxxxxD
seal_images.add              xxxxxD
seal_images.entrust          xxxxxD
seal_images.remove           xxxxxD
seal_images.listed           -----D
seal_images.take_out         xxxDxx
users.add                    xxxxxD
users.join                   xxxxxD
users.change                 xxxxxD
users.change_own_password    DDDDDD
handing_on.hand_on           xxxDDD
pins.set_pin                 DDDDDD
pins.drop_pin                DDDDDD
pins.take_seat               DDDDDD
office_calendar.set_day      xxxxxD
office_calendar.set_days     xxxxxD
office_calendar.set_hours    xxxxxD
office_calendar.import_year  xxxxxD
freezing.freeze              xxxDDx
handovers.hand_over          DDDDxx
handovers.leave_note         DDDDxx
backups.back_up              xxxxxD
backups.listed               xxxDxD
server_logins.listed         xxxxxD
server_logins.add            xxxxxD
server_logins.remove         xxxxxD
backups.move                 xxxxxD
"""
"""Services about the office as a whole: the same whichever case one thinks of, and each relation is run all the same."""

NO_VIEWER = {
    "clashes.told": "tells a viewer within the viewer's own act, masked as the case is",
    "following.align": "within an act on the lead; the cases under it end and open with it, whoever may know of them",
    "overwriting.altered": "compares what somebody who may write it wants to write with what stands there",
    "erasing.permit": "within an act that asked for its right; the case is found as its viewer may find it",
    "erasing.erase_within": "within an act that asked for its right",
    "following.save": "within an act of somebody who may do it",
    "joined.whole": "a case with all its facts, for papers that ask for the right to read them",
    "corrections.closed_months": "which months are closed",
    "own_registers.correction_lines": "writes corrections that were asked for by a viewer",
    "own_registers.lines_of": "writes rows that were asked for by a viewer",
    "own_registers.bounds": "days as moments",
    "registers.drawn": "writes a register that was asked for by a viewer",
    "registers.listed": "the names of the registers",
    "assessments.lines": "writes assessments that were asked for by a viewer",
    "conflicts.keep_new_case": "keeps a new case from the colleague whom it is against, whoever takes it in",
    "approvals.tell": "adds an entry within an act that asked for its right",
    "day_cases.books": "the manuals that were ever used",
    "day_cases.filters": "filters that a query applies for its viewer",
    "day_cases.of_tab": "a filter that a query applies for its viewer",
    "day_cases.open_states": "states of the manuals that were ever used",
    "day_cases.soon_ends": "the end of the second working day after today",
    "blank_forms.blank": "an empty form",
    "deliveries.blank": "an empty form",
    "desk_books.books": "the names of adopted manuals",
    "import_batches.history": "which batches came in, how many cases each",
    "import_batches.take_back": "within an act that asked for its right",
    "import_batches.keep_matching": "within an act that asked for its right",
    "import_batches.forget_matching": "within an act that asked for its right",
    "import_batches.permit_going_on": "asks for the right to go on with a batch",
    "import_files.open_file": "reads a file of the clerk's own",
    "import_files.read_file": "reads a file of the clerk's own",
    "import_files.matched": "a file of the clerk's own, its columns chosen otherwise",
    "imports.report": "says of each line of the clerk's own file what became of it",
    "recount.recounted": "says whether kept counts are what counting again finds",
    "checks.verify": "says whether the register is whole and names nobody",
    "demo.fill": "fills practice offices only",
    "duties.listed": "what the manual says is due again and again",
    "volumes.listed": "how much business there was, which names nobody",
    "volumes.set_against": "how much business there was, which names nobody",
    "period_days.received_in": "the days as a filter that a query applies for its viewer",
    "period_days.moments_of": "days as moments",
    "kept_counts.stretches": "months in which anything happened",
    "kept_counts.made_from": "a digest of the manual and the names of the clerks",
    "counted.endings": "steps that end a case under the manuals",
    "figures_by_case.check": "refuses days and groupings that cannot be",
    "today_lines.lines": "writes the page of the day that was asked for by a viewer",
    "figures.lines": "writes figures that were asked for by a viewer",
    "intake.check": "judges what the same clerk is typing",
    "intake.from_document": "reads what the same clerk has typed",
    "layout_preview.sketch": "draws a file of the clerk's own, empty",
    "layout_preview.watched": "draws a file of the clerk's own, empty",
    "notices.blank": "an empty form",
    "own_font.used": "which font stands on this computer",
    "own_font.take": "which font stands on this computer",
    "own_font.own_file": "where a font lies on this computer",
    "numbers.number_of": "how a serial is written",
    "paper_numbers.take": "numbers a paper that a viewer may issue",
    "paper_numbers.expected": "the number that a paper would get, for a viewer who may issue it",
    "offers.offers_of": "judges a view that was made for a viewer",
    "offers.at_hand": "narrows the papers of such a view to those that the viewer may issue",
    "office_calendar.hours_words": "the office's hours",
    "office_calendar.show": "the office's days",
    "proposals.versions": "the names of adopted manuals",
    "registers.blank": "an empty register",
    "urging.order_words": "words of an order for whoever may read the case's papers",
    "shared_forms.blank": "an empty form",
    "shared_forms.draw_form": "draws words that were made for a viewer",
    "receptions.guides": "the usual places to which visitors are sent",
    "office_gaps.gaps": "what the office's own words still lack",
    "office_gaps.permit": "refuses a paper for what the office's own words lack",
    "office_gaps.warning": "what the office's own words still lack",
    "paper_words.filled": "fills in words that were made for a viewer",
    "pictures.lines": "writes pictures that were asked for by a viewer",
    "groupings.grouping": "a name for a case that a viewer was given",
    "signs.lines": "writes what was noticed for a viewer",
    "registers.pdf": "draws lines that were asked for by a viewer",
    "refresh.begin": "whose turn it is to judge all cases anew",
    "recovery.is_here": "whether the sheet has been put away",
    "recovery.key": "for whoever sets the office up, before anybody has signed in",
    "recovery.remove": "for whoever sets the office up, before anybody has signed in",
    "recovery.sheet": "for whoever sets the office up, before anybody has signed in",
    "seal_images.record": "puts on record what a keeper did within the act of issuing",
    "users.free_id": "an id nobody has",
}
"""Services that take the office and no viewer, and why that is right."""


def table() -> dict[str, tuple[str, str, str, str]]:
    """The cells of each service by relation."""
    rows = [line.split() for line in (LOOKING + ACTING).strip().splitlines() if line.strip()]
    rows += [
        [name, *[cells] * len(RELATIONS)]
        for name, cells in (line.split() for line in OFFICE.strip().splitlines())
    ]
    return {name: (own, other, sealed, conflict) for name, own, other, sealed, conflict in rows}
