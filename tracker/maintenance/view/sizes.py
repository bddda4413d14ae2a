"""Sizes of files."""


def say_size(octets: int) -> str:
    """`1.4 MB` from 0.1 MB on, `96 kB` below."""
    if octets >= 100_000:
        return f"{octets / 1_000_000:.1f} MB"
    return f"{octets / 1000:.0f} kB"
