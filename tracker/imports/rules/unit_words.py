"""Words for hours, minutes and seconds in many languages, in all their forms.

A word that only begins like one is none: neither `section` nor `hourglass` is a unit.
"""

_WORDS = {
    "h": (
        "h hr hrs hour hours t tunti tuntia tunnin tunnit tunteja tuntii tund tundi"
        " tunnid std stdn stunde stunden g godz godzina godziny godzinę godzin"
        " heure heures hora horas ora ore u uur uren tim timme timmar timmen timer"
        " timar sa saat ч час часа часов jam jams giờ"
        " 時間 时间 小时 小時 钟头 鐘頭 시간"
    ),
    "m": (
        "m min mins minute minutes minuten minuto minutos minuti minuta minuty minut"
        " minuter minuters minutt minutter minuut minuutti minuuttia minuutin"
        " minuutit minutit minutid dk dak dakika дак м мин"
        " минута минуту минуты минут menit phút 分 分钟 分鐘 分間 분 '"
    ),
    "s": (
        "s sec secs second seconds secondo secondi seconde secondes segundo segundos"
        " sek sekunde sekunden sekund sekunder sekunda sekundy sekunti sekuntia"
        " sekunnit sekuntii sn saniye сек секунда секунду секунды секунд detik giây"
        " 秒 秒鐘 秒钟 秒間 초"
    ),
}
_UNITS = {word: unit for unit, words in _WORDS.items() for word in words.split()}


def unit_of(word: str) -> str | None:
    """Which unit a lower-case word is: `hours`, `std`, `tuntia`, `min`, `'`."""
    return _UNITS.get(word)
