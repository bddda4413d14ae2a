"""Names of months and weekdays in many languages, as whole words.

A word that only begins like one is none: neither `Juliet` nor `sonnet` is part of a day.
"""

_MONTH_WORDS = (
    "jan january januar januari jänner janv janvier ene enero gen gennaio janeiro"
    " tammi sty styczeń stycznia oca ocak янв январь января",
    "feb february febuary februar februari fév févr fev février fevrier febrero febr"
    " febbraio fevereiro helmi lut luty lutego şub şubat фев февраль февраля",
    "mar march mär mrz märz maerz mars mrt maart marzo março maalis maal marzec marca"
    " mart мар март марта",
    "apr april avr avril abr abril aprile huhti kwi kwiecień kwietnia nis nisan апр"
    " апрель апреля",
    "may mai mei maj mag mayo maggio maio touko maja mayıs май мая",
    "jun june juni juin junio giu giugno junho kesä cze czerwiec czerwca haz haziran"
    " июн июнь июня",
    "jul july juli juil juillet julio lug luglio julho heinä lip lipiec lipca tem"
    " temmuz июл июль июля",
    "aug august augusti augustus août aout ago agosto elo sie sierpień sierpnia ağu"
    " ağustos авг август августа",
    "sep sept september septembre septiembre set settembre setembro syys wrz wrzesień"
    " września eyl eylül сен сентябрь сентября",
    "oct october okt oktober octobre octubre ott ottobre out outubro loka paź"
    " październik października eki ekim окт октябрь октября",
    "nov november novembre noviembre novembro marras lis listopad listopada kas kasım"
    " ноя ноябрь ноября",
    "dec december dez dezember déc décembre decembre dic diciembre dicembre dezembro"
    " joulu gru grudzień grudnia ara aralık дек декабрь декабря",
)
_MONTHS = {
    word: number
    for number, words in enumerate(_MONTH_WORDS, 1)
    for word in words.split()
}
_WEEKDAY_WORDS = (
    # English
    "mon monday tu tue tues tuesday we wed wednesday th thu thur thurs thursday fr fri"
    " friday sa sat saturday su sun sunday"
    # German, Dutch, Swedish, Danish and Norwegian
    " mo di mi do so montag dienstag mittwoch donnerstag freitag samstag sonnabend"
    " sonntag ma wo vr za zo maandag dinsdag woensdag donderdag vrijdag zaterdag zondag"
    " mån måndag man mandag ti tis tisdag tir tirsdag on ons onsdag to tor tors torsdag"
    " fre fredag lö lör lördag lør lørdag sö sön söndag søn søndag"
    # Finnish
    " ke pe la maanantai maanantaina tiistai tiistaina keskiviikko keskiviikkona"
    " torstai torstaina perjantai perjantaina lauantai lauantaina sunnuntai sunnuntaina"
    # French, Spanish, Portuguese and Italian
    " lu lun lundi lunes lunedì mar mardi martes martedì me mer mercredi mie mié"
    " miércoles miercoles mercoledì je jeu jeudi ju jue jueves gio giovedì ve ven vi vie"
    " vendredi viernes venerdì sab sáb sam samedi sábado sabado sabato dom dim dimanche"
    " domingo domenica segunda terça quarta quinta sexta"
    # Polish, Russian and Turkish
    " pon pn poniedziałek wt wto wtorek śr śro środa środę czw czwartek pt pią piątek"
    " sob sobota sobotę nie nd niedziela niedzielę пн понедельник вт вторник ср среда"
    " среду чт четверг пт пятница пятницу сб суббота субботу вс воскресенье pzt"
    " pazartesi sal salı çar çarşamba per perşembe cum cuma cmt cumartesi paz pazar"
    # Chinese, Japanese and Korean
    " 星期一 星期二 星期三 星期四 星期五 星期六 星期日 星期天 周一 周二 周三 周四 周五 周六"
    " 周日 週一 週二 週三 週四 週五 週六 週日 月 火 水 木 金 土 日 月曜日 火曜日 水曜日"
    " 木曜日 金曜日 土曜日 日曜日"
    " 월 화 수 목 금 토 일 월요일 화요일 수요일 목요일 금요일 토요일 일요일"
)
_WEEKDAYS = frozenset(_WEEKDAY_WORDS.split())


def is_weekday(word: str) -> bool:
    """Whether a lower-case word is a weekday's name, whole or short."""
    return word.rstrip(".") in _WEEKDAYS


def month_of(word: str) -> int | None:
    """The number of the month that `word` (lower-case) names; None for none.

    Finnish names may have an ending: `tammikuuta`.
    """
    return _MONTHS.get(word.partition("kuu")[0])
