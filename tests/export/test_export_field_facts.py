"""Which facts stand in a field: those that its question asks for, each once."""

import pytest

from tests.export.personas import life, run
from tests.export.test_export_forms import FORM

CRITERION = "by the guide"


def own_form(tracker, *fields: tuple[str, str, bool], kind: str = "application") -> str:
    """The command for a form of one's own, of the key and sources of each field.

    The last of each says whether it is required.
    """
    text = FORM[: FORM.index("[[field]]")].replace("application", kind)
    for key, sources, required in fields:
        text += (
            f'[[field]]\nkey = "{key}"\nasks = "About {key}"\n'
            f"source_from = [{sources}]\nrequired = {str(required).lower()}\n"
        )
    folder = tracker.db.parent / "funders"
    folder.mkdir(exist_ok=True)
    (folder / "mine.toml").write_text(text)
    command = "update" if kind == "progress report" else "application"
    return f"export {command} --for mine --format txt"


@pytest.fixture(name="planned")
def _planned(tracker):
    tracker.ok("plan rl-replication --by 2027-01-20")
    return tracker


PLAN = '"plan and forecast"'
OWN_FIRST = '"own words", "plan and forecast"'


def test_a_reference_leads_to_a_text(planned) -> None:
    """A required question refers to an earlier one that prints the facts.

    An optional one stays out, and one field alone has the facts.
    """
    words = own_form(planned, ("a", PLAN, True), ("b", PLAN, True), ("c", PLAN, False))

    text = planned.ok(words)

    assert text.endswith('\n\n\nAbout b\nSee "About a".\n')
    alone = {planned.ok(f"{words} --field {key}") for key in "abc"}
    assert alone == {text.split("About a\n")[1].split("\n\n\n")[0]}


def test_no_reference_leads_to_an_empty_question(planned) -> None:
    """Facts that are only material for an earlier question stand in the later one."""
    words = own_form(planned, ("a", OWN_FIRST, True), ("b", PLAN, True))

    assert "About b\nPlanned:\n- 20 Jan 2027: " in planned.ok(words)
    sheet = planned.ok(f"{words} --worksheet")
    assert (sheet.count("- 20 Jan 2027: "), "See " in sheet) == (2, False)


def test_a_criterion_is_for_the_person_alone(planned, tmp_path) -> None:
    """The guide's "you" stands in the worksheet and in the draft, once, and in no text."""
    words = own_form(planned, ("a", PLAN, True), ("b", OWN_FIRST, False))
    draft = tmp_path / "draft.toml"

    for command in (words, f"{words} --field a", "export update --format txt"):
        assert CRITERION not in planned.ok(command)
    assert planned.ok(f"{words} --worksheet").count(CRITERION) == 1
    planned.ok([*words.split(), "--answers", str(draft)])
    assert draft.read_text().count(CRITERION) == 1


def test_how_hours_were_recorded(tracker) -> None:
    """A field has the total and the tracks; a worksheet and a report the record too.

    A field that asks for hours before all else has their shares.
    """
    tracker.ok("log fastai 2h")
    beside = own_form(tracker, ("a", '"funding history", "hours by track"', True))
    hours = "About a\nHours logged: 2.0 h.\nBy track: Basic deep learning 2.0 h.\n"
    shares = "Hours recorded by: same day 2.0 h (100%).\n"
    changes = "Edited after recording: 0 of 1 session. Overlaps: none.\n"

    assert tracker.ok(beside).endswith(hours)
    assert tracker.ok(f"{beside} --worksheet").count(shares + changes) == 1
    asked = own_form(tracker, ("a", '"hours by track", "sessions"', True))
    assert tracker.ok(asked).endswith(hours + shares)
    report = own_form(
        tracker, ("a", '"sessions", "hours by track"', True), kind="progress report"
    )
    assert tracker.ok(report).endswith(hours + shares + changes)


def test_a_plan_stands_once_in_a_field(tracker) -> None:
    """A plan that stands among what was promised is not planned beside that."""
    tracker.ok("plan ppo --by 2027-01-20")
    sources = '"promised against delivered", "plan and forecast"'

    text = tracker.ok(own_form(tracker, ("a", sources, True)))

    assert text.count("Proximal Policy Optimization Algorithms") == 1


def test_a_track_record_has_the_work_in_progress() -> None:
    """What is in progress stands in a track record."""
    with life("ines"):
        for form, key in (("taif", "track-record"), ("bluedot-rapid-grant", "done")):
            text = run(f"export application --for {form} --field {key}")
            assert "\nIn progress:\n- Replication of Ziegler et al. (2019)" in text


def test_a_report_has_no_links_of_the_person() -> None:
    """What was produced are works, not the person's own pages."""
    with life("ines"):
        for form in ("bluedot-weekly-update", "bluedot-end-report"):
            text = run(
                f"export update --for {form} --field produced --since 2026-06-01"
            )
            assert "https://ines.example\n" not in text + "\n"


def test_hours_are_no_product(tracker) -> None:
    """A week without a work has its hours under what was done, and nothing produced."""
    tracker.ok("log fastai 2h")

    text = tracker.ok("export update --for bluedot-weekly-update")

    assert "What you produced" not in text
    assert text.count("2.0 h.") == 2
    assert "\n## What you did\n\nHours logged: 2.0 h.\n" in text


def test_money_raised_is_no_application(tracker) -> None:
    """Applications to others are told only where a form asks where one applied."""
    tracker.ok("applied taif --asked '25,740 USD'")

    for form in ("json", "txt"):
        words = f"--format {form}"
        raised = tracker.ok(f"export application --for manifund-project {words}")
        assert "25,740" not in raised
        history = f"export application --for taif --worksheet {words}"
        assert "25,740" in tracker.ok(history)
        assert "25,740" not in tracker.ok(f"{history} --redact")


@pytest.mark.parametrize(
    ("words", "title"),
    [
        (
            "application --for bluedot-rapid-grant",
            "Rapid Grant, BlueDot Impact: application",
        ),
        (
            "application --for manifund-project",
            "Manifund project (regular grant): application",
        ),
        ("update --for bluedot-rapid-grant", "Update for Rapid Grant, BlueDot Impact"),
        (
            "update --for bluedot-end-report",
            "Career Transition Grant: report at the end, BlueDot Impact",
        ),
    ],
)
def test_a_title_says_whose_form_it_is(tracker, words: str, title: str) -> None:
    """A title names the funder, unless the form's own title does."""
    assert tracker.ok(f"export {words} --format txt").splitlines()[0] == title
