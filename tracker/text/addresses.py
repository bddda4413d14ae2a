"""Addresses of evidence: which anybody can open, and which two are the same."""

import re
from enum import Enum
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import NamedTuple

from tracker.text.sites import (
    CASELESS_SITES,
    FILE_ENDS,
    MEMBERS_ONLY,
    PAPER_SITES,
    PRIVATE_ENDS,
    SHORT_FILE_ENDS,
)

# An address that only the person's own machine can open: `file:///srv/x`, `~/x`,
# `/srv/x`, `./x`, `c:\x`, `http://localhost:8000/x`, `127.0.0.1`.
_OWN_MACHINE = re.compile(
    r"file:.*|~[^/\\\s]*[/\\].*|/(?!/).*|\\.*|\.{1,2}[/\\].*|[a-z]:[/\\].*"
    r"|(?:[a-z][a-z0-9+.-]*://)?(?:[^/@\s]*@)?"
    r"(?:(?:[a-z0-9-]+\.)*localhost|127(?:\.[0-9]{1,3}){3}|0\.0\.0\.0|\[::1\])"
    r"\.?(?::[0-9]*)?(?:[/?#].*)?",
    re.IGNORECASE | re.ASCII | re.DOTALL,
)
# `https://git.example:8443/you/tf?a=1`, `HTTP://ann@a.example`, `a.example/x`: a host,
# perhaps with a port, and what follows it; a name before `@` only after a scheme.
_ADDRESS = re.compile(
    r"(?P<scheme>(?i:https?)://(?:[^/?#@\s]*@)?)?"
    r"(?P<host>\[[0-9a-fA-F:.]+\]|[^\s/?#:@\[\]\\]+)(?P<port>:[0-9]*)?"
    r"(?P<rest>[/?#]\S*)?"
)
# `doi:10.1000/182`, `arXiv:1909.08593v2`, `arXiv 1909.08593`, `arxiv: cs/0112017`.
_REGISTERED = re.compile(
    r"doi[:\s]\s*(?P<doi>10\.[0-9]{4,9}/\S+)"
    r"|arxiv[:\s]\s*(?P<arxiv>[0-9]{4}\.[0-9]{4,5}(?:v[0-9]+)?|[a-z.-]+/[0-9]{7})",
    re.IGNORECASE | re.ASCII,
)
# Git's own ways to name a repository: `git@git.example:you/tf.git`,
# `ssh://git@git.example:22/you/tf`, `git://git.example/you/tf`.
_GIT = re.compile(
    r"(?:[\w.-]+@(?P<host>[\w.-]+):(?!//)|(?:git\+)?(?:ssh|git)://(?:[^/@\s]*@)?"
    r"(?P<other>[\w.-]+)(?::[0-9]+)?/)(?P<path>\S+)"
)
# One part of a host: `git`, `my-blog`, `bücher`.
_LABEL = re.compile(r"[^\W_](?:[\w-]*[^\W_])?")
# The last part of a public host: `org`, `example`, `xn--p1ai`; never a number.
_TOP = re.compile(r"[^\W\d_]{2,}|xn--[a-z0-9-]+", re.IGNORECASE)
# Slashes and `.git` at the end of a path: `/you/tf.git/`.
_TAIL = re.compile(r"(?<!/)(?<!\.git)(?:/|\.git)++$", re.IGNORECASE)
# `www.` before a host of two parts or more.
_WWW = re.compile(r"^(?:www\.)+(?=[^.]+\.)")
# The path of a paper on arXiv, with its number: `/pdf/1909.08593v2.pdf`, `/abs/cs/0112017`.
_PAPER = re.compile(
    r"/(?:abs|pdf|html|format)/(?P<number>[0-9]{4}\.[0-9]{4,5}|[a-z.-]+/[0-9]{7})"
    r"(?:v[0-9]+)?(?:\.pdf)?",
    re.IGNORECASE | re.ASCII,
)
# Sites of repositories, where an address of one part is a person's page.
_REPOSITORY_SITES = ("bitbucket.org", "codeberg.org", "github.com", "gitlab.com")
# Names kept for examples, which documents and tests may use: `git.example`.
_RESERVED = re.compile(r"(?:.+\.)?(?:example|example\.(?:com|org|net))")


class Access(Enum):
    """Who can open a place."""

    PUBLIC = "anybody"
    OWN_MACHINE = "only the person"
    PRIVATE = "those in one network"
    MEMBERS = "those in a chat, or with the mailbox"
    NO_ADDRESS = "it is no address"


class Address(NamedTuple):
    """A host in lower case, its port (`:8443`, or empty), and what follows it."""

    host: str
    port: str
    rest: str


def access_of(place: str) -> Access:
    """Who can open `place`: `git.example/you` anybody, `my laptop` is no address."""
    if _OWN_MACHINE.fullmatch(place.strip()):
        return Access.OWN_MACHINE
    address = parse_address(place)
    if address is None:
        return Access.NO_ADDRESS
    if _is_for_members(address):
        return Access.MEMBERS
    return Access.PUBLIC if _is_public_host(address.host) else Access.PRIVATE


def parse_address(place: str) -> Address | None:
    """The parts of a web address, of a `doi:` or `arXiv:`; None for other texts.

    Without `https://` a host needs a path, or `cert.pdf` and `Dr.Lee` would be one.
    """
    trimmed = place.strip()
    if registered := _REGISTERED.fullmatch(trimmed):
        if registered["doi"]:
            return Address("doi.org", "", f"/{registered['doi']}")
        return Address("arxiv.org", "", f"/abs/{registered['arxiv']}")
    match = _ADDRESS.fullmatch(trimmed)
    if match is None:
        return None
    host, rest = match["host"].lower().rstrip("."), match["rest"] or ""
    if not match["scheme"] and not _is_bare_host(host, rest):
        return None
    return Address(host, match["port"] or "", rest)


def address_key(place: str) -> str | None:
    """The same text for the same address, however it is typed; None for no address.

    Neither the scheme counts, nor capitals in the host, `www.`, the usual port, a
    slash or `.git` at the end: `HTTP://WWW.Git.example/tf.git/` is `git.example/tf`.
    A paper on arXiv has one key, and so has a repository on GitHub, in any capitals.
    """
    address = parse_address(place)
    if address is None:
        return None
    port = "" if address.port in (":", ":80", ":443") else address.port
    path = re.split("[?#]", address.rest, maxsplit=1)[0]
    query = address.rest.removeprefix(path)
    query = query if query.strip("?#") else ""
    host, path = _WWW.sub("", address.host), _TAIL.sub("", path)
    paper = _PAPER.fullmatch(path) if host in PAPER_SITES else None
    if paper:
        return f"arxiv.org/abs/{paper['number'].lower()}"
    if host in CASELESS_SITES:
        path = path.lower()
    return f"{host}{port}{path}{query}"


def is_front_page(place: str) -> bool:
    """Whether an address leads to a whole site or person, and so to no single work.

    `https://github.com` and `https://github.com/you` do, `github.com/you/tf` does not.
    """
    host, *parts = (address_key(place) or "").split("/")
    if host in _REPOSITORY_SITES:
        return len(parts) < 2
    return bool(host) and not parts and not {"?", "#"} & set(host)


def web_address_of(place: str) -> str | None:
    """`https://git.example/you/tf` for `git@git.example:you/tf.git`; else None."""
    match = _GIT.fullmatch(place.strip())
    if match is None:
        return None
    address = f"https://{match['host'] or match['other']}/{match['path'].lstrip('/')}"
    return address if access_of(address) is Access.PUBLIC else None


def _is_bare_host(host: str, rest: str) -> bool:
    """Whether a text without `https://` begins with a host: `a.example/x`, `a.example`."""
    if not rest:
        return _RESERVED.fullmatch(host) is not None
    name, _, top = host.rpartition(".")
    is_name = name and _TOP.fullmatch(top) and top not in FILE_ENDS | SHORT_FILE_ENDS
    return bool(is_name or _ip_address(host))


def _is_public_host(host: str) -> bool:
    number = _ip_address(host)
    if number is not None:
        return number.is_global and not number.is_multicast
    *labels, top = host.split(".")
    if not labels or not _TOP.fullmatch(top):
        return False
    is_private = top in FILE_ENDS or any(
        f".{host}".endswith(f".{end}") for end in PRIVATE_ENDS
    )
    return not is_private and all(map(_LABEL.fullmatch, labels))


def _ip_address(host: str) -> IPv4Address | IPv6Address | None:
    """The number of `8.8.8.8` or `[::1]`; None for a name."""
    try:
        number = ip_address(host.strip("[]"))
    except ValueError:
        return None
    mapped = number.ipv4_mapped if isinstance(number, IPv6Address) else None
    return mapped or number


def _is_for_members(address: Address) -> bool:
    path = re.split("[?#]", address.rest, maxsplit=1)[0].casefold()
    for place in MEMBERS_ONLY:
        host, _, start = place.casefold().partition("/")
        is_host = f".{address.host}".endswith(f".{host}")
        if is_host and f"{path}/".startswith(f"/{start}/" if start else ""):
            return True
    return False
