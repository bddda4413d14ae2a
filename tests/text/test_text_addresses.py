"""Addresses: which anybody can open, and which two are the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.text.addresses import Access, access_of, address_key, web_address_of

# Who can open each place.
PLACES = {
    Access.PUBLIC: """
        https://git.example/you/tf
        http://a.example
        HTTPS://GIT.EXAMPLE/you
        https://git.example:8443/you
        https://me@git.example/you
        git.example/you/tf
        git.example
        example.org
        www.example.com/x
        https://alice.github.io
        https://bücher.example/x
        https://xn--bcher-kva.example/x
        https://my_blog.example/x
        https://localhost.example/x
        https://git.example/me/localhost
        127.0.0.1.example/x
        https://8.8.8.8/x
        https://[2606:4700::1111]/x
        https://chatgpt.com/share/1
        https://chat.openai.com/share/1
        https://github.com/settings-demo/tf
        https://www.overleaf.com/read/abc
        https://blog.gov.md/x
        https://openreview.net/forum?id=1&noteId=2
        doi:10.1000/182
        arXiv:1909.08593
        arxiv:1909.08593v2
        arXiv 1909.08593
        arXiv:cs/0112017
    """,
    Access.OWN_MACHINE: r"""
        file:///home/me/tf
        localhost:4000/x
        http://localhost
        http://me@LOCALHOST:80/x
        https://git.example@localhost/x
        blog.localhost/x
        127.0.0.1
        https://127.1.2.3:8000/?q
        0.0.0.0:4000
        http://[::1]:4000/
        ~/tf
        ~me/tf
        /home/me/tf
        ./tf
        ../tf
        C:\tf
        c:/tf
        \\server\share
    """,
    Access.PRIVATE: """
        http://10.0.0.5/x
        10.1.2.3/x
        https://192.168.1.20:3000/you/tf
        http://172.16.0.1/
        http://172.31.255.1/x
        http://169.254.0.1/x
        http://100.64.0.1/x
        http://[fe80::1]/x
        http://[fd00::1]/x
        http://[::ffff:10.0.0.1]/x
        http://2130706433/x
        http://0x7f.1/x
        http://127.1/x
        https://gitlab/you/tf
        https://git.local/you
        git.internal/you/tf
        https://nas.lan
        https://wiki.corp/x
        https://printer.home.arpa/x
        https://box.tail1.ts.net/x
        https://ci.test/x
        https://a..example/x
        https://-/x
        https://x
        https://train.ipynb/x
        https://paper.pdf
    """,
    Access.MEMBERS: """
        https://app.slack.com/client/T1/C2
        https://our-lab.slack.com/archives/C1/p2
        https://discord.com/channels/1/2
        discord.gg/abc
        https://t.me/c/1/2
        https://wa.me/441234
        https://mail.google.com/mail/u/0/#inbox/x
        https://outlook.office.com/mail/id/x
        https://teams.microsoft.com/l/message/1
        https://chatgpt.com/c/1
        https://claude.ai/chat/1
        https://us02web.zoom.us/rec/1
        https://chat.openai.com/c/1
        https://chat.openai.com/c/1?model=x
        https://github.com/settings
        https://github.com/settings/profile
        https://www.GitHub.com/Settings
        github.com/notifications
        https://www.overleaf.com/project/1a2b
        https://gitlab.com/-/profile
    """,
    Access.NO_ADDRESS: """
        my laptop
        soon
        coming-soon
        ask me
        tbd
        somewhere
        private
        on request
        on-request
        u
        cert.pdf
        Dr.Lee
        results/run1.json
        you/tf
        //git.example/me
        alice.github.io
        git@git.example:me/tf
        ssh://git@git.example/me/tf
        ftp://git.example/x
        mailto:ann@lee.example
        ann@lee.example
        tel:+441234
        slack://channel?id=1
        javascript:alert(1)
        https://a b
        https://
        https:///x
        doi:182
        arXiv:soon
        top-1 76.1%
        ~300 pairs
        v1.0/report
        train.py/x
        README.md/x
        notes.txt#1
        paper.pdf?page=2
        my-notebook.ipynb/x
    """,
}
TABLE = [
    (line.strip(), access)
    for access, lines in PLACES.items()
    for line in lines.strip().splitlines()
]


@pytest.mark.parametrize(("place", "access"), TABLE)
def test_access(place: str, access: Access) -> None:
    """Each place is opened by anybody, or by those few; blanks around it do not count."""
    assert access_of(place) is access
    assert access_of(f"  {place} ") is access


def test_nothing_is_no_address() -> None:
    """No text is no address."""
    assert access_of("") is Access.NO_ADDRESS
    assert address_key("") is None


# Spellings of one address, in each line.
SAME = """
    https://git.example/you/tf http://git.example/you/tf git.example/you/tf
    https://git.example/tf https://GIT.Example/tf https://www.git.example/tf
    https://git.example/tf https://git.example/tf/ https://git.example/tf.git https://git.example/tf.git/
    https://git.example git.example https://git.example/ https://git.example. https://git.example:443
    https://git.example/tf https://me@git.example/tf http://git.example:80/tf
    https://a.example/?q=1 a.example?q=1 https://a.example?q=1
    https://a.example/x https://a.example/x? https://a.example/x#
    doi:10.1000/182 https://doi.org/10.1000/182
    arXiv:1909.08593 arxiv:1909.08593 https://arxiv.org/abs/1909.08593
    arXiv:1909.08593v2 arxiv.org/pdf/1909.08593 https://arxiv.org/pdf/1909.08593v2.pdf http://www.arxiv.org/abs/1909.08593v1/ https://arxiv.org/html/1909.08593v1
    arXiv:cs/0112017 https://arxiv.org/pdf/cs/0112017v1
    https://github.com/You/TF github.com/you/tf https://GitHub.com/you/tf.git
    https://gitlab.com/You/TF https://gitlab.com/you/tf
"""
DIFFERENT = """
    https://git.example/you/tf https://git.example/you/tf2
    https://git.example/TF https://git.example/tf
    https://a.example/?q=1 https://a.example/?q=2
    https://a.example/all#one https://a.example/all#two
    https://arxiv.org/abs/1909.08593 https://arxiv.org/abs/1909.08594
    https://github.com/you/tf?a=B https://github.com/you/tf?a=b
    https://a.example:8080/x https://a.example/x
    https://a.example/x https://b.a.example/x
"""


@pytest.mark.parametrize("line", SAME.strip().splitlines())
def test_one_address(line: str) -> None:
    """Host in capitals, scheme, `www.`, usual port, last slash, `.git`: one address."""
    keys = {address_key(place) for place in line.split()}

    assert len(keys) == 1
    assert None not in keys


@pytest.mark.parametrize("line", DIFFERENT.strip().splitlines())
def test_two_addresses(line: str) -> None:
    """Another path, question, part, port or host is another address."""
    one, other = (address_key(place) for place in line.split())

    assert one != other


HOSTS = st.from_regex(
    r"(www\.){0,2}[a-zA-Z][a-z0-9]{0,5}\.([a-z]{1,4}\.)?example", fullmatch=True
)
RESTS = st.from_regex(
    r"(/[a-zA-Z0-9.%-]{0,6}){0,3}(\.git)?/{0,2}([?#][a-z=#?]{0,4})?", fullmatch=True
)


@given(HOSTS, RESTS)
def test_key_of_a_key(host: str, rest: str) -> None:
    """The key of an address is an address with the same key."""
    key = address_key(f"https://{host}{rest}")

    assert key is not None
    assert address_key(f"https://{key}") == key
    assert access_of(f"https://{key}") is access_of(f"https://{host}{rest}")


@given(
    HOSTS, RESTS, st.sampled_from(["http://", "https://", "HTTPS://", "https://www."])
)
def test_key_of_another_spelling(host: str, rest: str, scheme: str) -> None:
    """Scheme, `www.` and capitals in the host change no key."""
    assert address_key(f"{scheme}{host.upper()}{rest}") == address_key(
        f"https://{host}{rest}"
    )


@given(st.text(max_size=30))
def test_any_text(text: str) -> None:
    """Any text is judged, and what anybody can open has a key."""
    if access_of(text) is Access.PUBLIC:
        assert address_key(text)


@pytest.mark.parametrize(
    ("place", "address"),
    [
        ("git@git.example:you/tf.git", "https://git.example/you/tf.git"),
        ("ssh://git@git.example:22/you/tf", "https://git.example/you/tf"),
        ("git+ssh://git@git.example/you/tf", "https://git.example/you/tf"),
        ("git://git.example/you/tf", "https://git.example/you/tf"),
        ("git@gitlab.internal:you/tf.git", None),
        ("git@localhost:you/tf.git", None),
        ("https://git.example/you/tf", None),
        ("ann@lee.example", None),
        ("Ann Lee", None),
    ],
)
def test_web_address_of_a_repository(place: str, address: str | None) -> None:
    """Git's own name of a public repository has an address on the web."""
    assert web_address_of(place) == address
