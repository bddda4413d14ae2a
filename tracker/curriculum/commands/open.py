"""The command `open`."""

import webbrowser

from tracker.app import App
from tracker.command import argument, command
from tracker.curriculum.rules.links import check_link
from tracker.curriculum.store.links import find_link
from tracker.curriculum.view.links import NO_BROWSER, link_data, link_text


@command("open", examples="tracker open fastai\ntracker open fastai --json")
@argument("item")
def open(app: App, item: str) -> None:
    """Open an item's link in your browser.

    With --json the address is printed, and nothing is opened. Set $BROWSER to choose
    another browser.
    """
    with app.journal() as db:
        link = find_link(db, item)
    url = check_link(link)
    app.show("link", link, link_data, link_text)
    if not app.as_json and not webbrowser.open(url):
        app.remark(NO_BROWSER)
