"""Whose report it is."""

from dataclasses import dataclass

from tracker.database.settings import Settings


@dataclass(frozen=True, slots=True)
class Person:
    """The person's name, email and links (one text) as set; None where not set."""

    name: str | None = None
    email: str | None = None
    links: str | None = None

    @property
    def addresses(self) -> tuple[str, ...]:
        """Their links, one by one."""
        return tuple((self.links or "").split())


NOBODY = Person()


def person_of(settings: Settings, *, redact: bool) -> Person:
    """Whose report it is, as set; nobody's with `redact`."""
    if redact:
        return NOBODY
    return Person(
        name=settings.get("name"),
        email=settings.get("email"),
        links=settings.get("links"),
    )
