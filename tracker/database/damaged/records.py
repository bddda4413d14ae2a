"""Records as SQLite's file format stores them: the values of one row, or of one entry.

https://www.sqlite.org/fileformat2.html, section 2.1.
"""

import struct

Value = int | float | str | bytes | None
Values = tuple[Value, ...]

# The length in bytes of serial types 0 to 9; 8 and 9 are the numbers 0 and 1.
_LENGTHS = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0)
_FLOAT, _ZERO, _ONE = 7, 8, 9


class Illegible(ValueError):
    """Bytes that are no record, no cell or no page."""


def read_varint(data: bytes, at: int) -> tuple[int, int]:
    """The whole number of 1 to 9 bytes at `at`, and where the next one begins.

    Raises IndexError beyond the end of `data`.
    """
    number = 0
    for place in range(8):
        byte = data[at + place]
        number = number << 7 | byte & 0x7F
        if byte < 0x80:
            return number, at + place + 1
    number = number << 8 | data[at + 8]
    if number >= 1 << 63:
        number -= 1 << 64
    return number, at + 9


def read_record(payload: bytes, encoding: str) -> Values:
    """The values of a record; raises Illegible where the bytes are none.

    Its head and its values must fill the payload exactly, and texts must be of
    `encoding`: random bytes hardly ever are.
    """
    try:
        end, at = read_varint(payload, 0)
        serials = []
        while at < end:
            serial, at = read_varint(payload, at)
            serials.append(serial)
        values = []
        for serial in serials:
            length = _length(serial)
            values.append(_value(serial, payload[at : at + length], encoding))
            at += length
    except (IndexError, UnicodeDecodeError, struct.error) as fault:
        raise Illegible("no record") from fault
    if at != len(payload):
        raise Illegible("no record")
    return tuple(values)


def _length(serial: int) -> int:
    if 0 <= serial < len(_LENGTHS):
        return _LENGTHS[serial]
    if serial < 0 or serial in (10, 11):
        raise Illegible("no value")
    return (serial - 12) // 2


def _value(serial: int, data: bytes, encoding: str) -> Value:
    if len(data) != _length(serial):
        raise Illegible("no value")
    if serial == 0:
        return None
    if serial in (_ZERO, _ONE):
        return serial - _ZERO
    if serial == _FLOAT:
        return float(struct.unpack(">d", data)[0])
    if serial < _FLOAT:
        return int.from_bytes(data, "big", signed=True)
    return data.decode(encoding) if serial % 2 else data
