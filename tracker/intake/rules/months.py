"""Month names as they begin in the languages of logs seen."""

_BEGINNINGS = (
    "jan janv ene gen tammi sty oca янв janei",
    "feb fév fev febb helmi lut şub фев févr",
    "mar mär mars mrt maal maalis mart мар marz març",
    "apr avr abr huhti kwi nis апр avri",
    "may mai mei maj mag touko maio mayo мая май mayıs",
    "jun juin giu kesä cze haz июн juni junio",
    "jul juil lug heinä lip tem июл juli julio",
    "aug août aout ago elo sie ağu авг agos",
    "sep sept set syys wrz eyl сен",
    "oct okt out ott loka paź eki окт otto",
    "nov marras lis kas ноя novem",
    "dec dez déc dic dec joulu gru ara дек décem",
)
_MONTHS = {word: number for number, words in enumerate(_BEGINNINGS, 1) for word in words.split()}


def month_of(word: str) -> int | None:
    """The number of the month that `word` (lower-case) begins like, by the longest beginning; None for none."""
    for end in range(len(word), 2, -1):
        if word[:end] in _MONTHS:
            return _MONTHS[word[:end]]
    return None
