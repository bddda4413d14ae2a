"""Names of months and weekdays in many languages, and how they begin."""

# Short names as whole words, and beginnings of long names: a word that only begins like
# a short name is no month.
_SHORT = (
    "jan janv ene gen tammi sty oca янв",
    "feb fév fev febb helmi lut şub фев févr",
    "mar mär mars mrt maal maalis mart мар märz",
    "apr avr abr huhti kwi nis апр",
    "may mai mei maj mag touko maio mayo мая май",
    "jun juin giu kesä cze haz июн",
    "jul juil lug heinä lip tem июл",
    "aug août aout ago elo sie ağu авг",
    "sep sept set syys wrz eyl сен",
    "oct okt out ott loka paź eki окт",
    "nov marras lis kas ноя",
    "dec dez déc dic joulu gru ara дек",
)
_LONG = (
    "januar janvi janei enero gennai tammik stycz ocak январ",
    "febu febr févri fevr helmik luty luteg şubat феврал",
    "march marzo março maart maalisk marzec marca март",
    "april avril abril aprile huhtik kwiet nisan апрел",
    "maggio toukok mayıs",
    "june juni junio junho giugno kesäk czerw haziran июня июнь",
    "july juli juill julio julho luglio heinäk lipiec lipca temmuz июля июль",
    "august agosto elokuu sierp ağustos авгус",
    "septem setem settem syysk wrzes wrześ eylül сентяб",
    "octob oktob outub ottob octub lokak paździ ekim октяб",
    "novem noviem marrask listop kasım нояб",
    "decem dezem décem dicie dicem joulukuu grudz grudn aralık декаб",
)
_MONTHS = {
    word: number for number, words in enumerate(_SHORT, 1) for word in words.split()
}
_LONG_MONTHS = [
    (word, number) for number, words in enumerate(_LONG, 1) for word in words.split()
]
# Weekdays in the same languages: short names, and beginnings of long ones.
_SHORT_DAYS = (
    "mon tu tue tues we wed th thu thur thurs fr fri sa sat su sun",
    "mo di mi do fr sa so lu lun ma mar me mer mie mié je jeu ju jue ve ven vi vie"
    " sab sáb sam do dom dim gio",
    "ma ti ke to pe la su må mån man ti tis tir on ons to tor tors fre lö lör lør"
    " sö sön søn ma wo za zo",
    "pon pn wt wto śr śro czw pt pią sob nie nd пн вт ср чт пт сб вс pzt sal çar"
    " per cum cmt paz",
)
_LONG_DAYS = (
    "monday tuesday wednesday thursday friday saturday sunday montag dienstag"
    " mittwoch donnerst freitag samstag sonn",
    "maanant tiista keskivi torsta perjan lauant sunnun måndag tisdag onsdag"
    " torsdag fredag lördag söndag mandag",
    "tirsdag lørdag søndag maandag dinsdag woensdag donderdag vrijdag zaterdag"
    " zondag lundi mardi mercredi jeudi",
    "vendredi samedi dimanche lunes martes miércoles miercoles jueves viernes"
    " sábado sabado domingo segunda terça",
    "quarta quinta sexta lunedì martedì mercoledì giovedì venerdì domenica poniedz"
    " wtorek środa czwart piątek sobota",
    "niedziela понедельн вторник сред четверг пятниц суббот воскрес pazartesi salı"
    " çarşamba perşembe cuma",
)
_WEEKDAYS = {word for words in _SHORT_DAYS for word in words.split()}
_LONG_WEEKDAYS = tuple(word for words in _LONG_DAYS for word in words.split())


def is_weekday(word: str) -> bool:
    """Whether a lower-case word is a weekday's name, whole or short."""
    return word.rstrip(".") in _WEEKDAYS or word.startswith(_LONG_WEEKDAYS)


def month_of(word: str) -> int | None:
    """The number of the month that `word` (lower-case) names; None for none."""
    numbers = (number for start, number in _LONG_MONTHS if word.startswith(start))
    return _MONTHS.get(word) or next(numbers, None)
