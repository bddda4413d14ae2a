"""Every fixed text of every document, by the noun it is about.

All else in an export is the person's, the guide's or a form's. A text without facts is
a constant; one with facts is a function of one line. docs/export.md lists them all.
"""
