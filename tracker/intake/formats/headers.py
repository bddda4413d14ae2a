"""What columns mean: headers in the languages of logs seen, as the part each plays."""

import re
import unicodedata

# Part -> headers as `plain_header` writes them, without accents, in lower case.
PARTS = {
    "start_day": (
        "start date|startdatum|date de debut|date debut|fecha de inicio|fecha inicio|data de inicio"
        "|data inicio|data di inizio|begindatum|data rozpoczecia|baslangic tarihi|дата начала|startdato"
        "|aloituspaiva|alkupaiva"
    ),
    "start_clock": (
        "start time|startzeit|heure de debut|heure debut|hora de inicio|hora inicio|ora di inizio"
        "|ora inizio|starttijd|begintijd|czas rozpoczecia|godzina rozpoczecia|baslangic saati"
        "|baslangic zamani|время начала|starttid|aloitusaika|alkuaika|time in|clock in|started at|hora"
        "|heure|uhrzeit|klo|kello|start clock"
    ),
    "end_day": (
        "end date|stop date|enddatum|date de fin|date fin|fecha de fin|fecha fin|fecha de finalizacion"
        "|data final|data de termino|data fim|data de fim|data di fine|einddatum|data zakonczenia"
        "|bitis tarihi|дата окончания|slutdato|slutdatum|lopetuspaiva|loppupaiva"
    ),
    "end_clock": (
        "end time|stop time|endzeit|heure de fin|heure fin|hora de fin|hora fin|hora de finalizacion"
        "|hora de termino|hora final|hora fim|ora di fine|ora fine|eindtijd|czas zakonczenia"
        "|godzina zakonczenia|bitis saati|bitis zamani|время окончания|sluttid|lopetusaika|loppuaika"
        "|time out|clock out|ended at"
    ),
    "start": (
        "start|begin|began|from|started|timestamp|datetime|date time|start datetime|start timestamp|inicio|debut"
        "|beginn|anfang|von|alku|alkoi|inizio|poczatek|start utc|in|fra|fran|de"
    ),
    "end": (
        "end|stop|finish|to|ended|finished|stopped|end datetime|end timestamp|fin|fine|ende|bis|loppu"
        "|loppui|koniec|end utc|out|til|till|a"
    ),
    "day": (
        "date|day|datum|fecha|dia|data|giorno|jour|paiva|paivamaara|pvm|dato|дата|tarih|spent date"
        "|log date|study date|session date|日期|日付|dag|dzien|gun|when"
    ),
    "duration": (
        "duration|length|dauer|duree|temps|duracion|duracao|tempo|durata|kesto|duur|sure|длительность"
        "|time spent|study time|elapsed|elapsed time|total time|tracked|time tracked|session length"
        "|kaytetty aika|tyomaara|tiempo|spent|czas trwania"
    ),
    "duration_h": (
        "duration h|dauer h|duree h|duracion h|duracao h|durata h|duur h|kesto h|sure sa|sure h|czas trwania h"
    ),
    # What these are depends on the columns beside them.
    "time": "time|aika|tid|tijd|zeit|czas|время",
    "tag": "tag",
    "hours": (
        "hours|hour|hrs|h|stunden|std|heures|horas|ore|uren|timmar|timer|tunnit|tunteja|tunti|tuntia"
        "|часы|godziny|saat|duration decimal|dauer dezimal|duree decimale|duree decimal|duracion decimal"
        "|duracao decimal|sure ondalik|dauer dezimalzahl|durata decimale|duur decimaal|tuntimaara"
        "|tyotunnit|quantity|hours spent|hours worked|h spent"
    ),
    "minutes": ("minutes|minute|mins|min|minuten|minutos|minuti|minuter|minuutit|minuutteja|minuuttia|dakika|минуты"),
    "seconds": "seconds|secs|sec|sekunden|segundos|secondi|sekunnit|saniye|секунды",
    "project": (
        "project|project name|subject|topic|course|category|projekt|projet|proyecto|projeto|progetto"
        "|aihe|kurs|kurssi|fach|thema|materia|matiere|sujet|cours|asignatura|disciplina|skill|area"
        "|module|proje|проект|project title|ders|onderwerp|vak|projekti|book|subject name|activity"
    ),
    "task": "task|aufgabe|tache|tarea|tarefa|taak|zadanie|gorev|compito|task name",
    "note": (
        "description|notes|note|comment|comments|beschreibung|bemerkung|notiz|notizen|descripcion"
        "|descricao|notas|descrizione|kuvaus|mita tein|kommentti|omschrijving|opis|aciklama|описание"
        "|details|what|memo|summary|remarks|selite|mita tehty|tehty|tehtava|what i did|work|title"
        "|kommentar|beskrivning|beskrivelse|nota|obs"
    ),
    "tags": ("tags|labels|etiquetas|etiketten|schlagworter|etiquettes|avainsanat|etiketler|теги|etykiety|stichworter"),
    "user": (
        "user|member|person|benutzer|nutzer|mitarbeiter|utilisateur|usuario|utente|gebruiker|kayttaja"
        "|kullanici|пользователь|team member|employee|do utilizador|utilizador|username|user name"
        "|uzytkownik"
    ),
    "first_name": "first name|vorname|prenom|nombre|nome|etunimi|voornaam",
    "last_name": "last name|nachname|nom|apellido|apellidos|sobrenome|cognome|sukunimi|achternaam",
    "email": "email|e mail|mail|correo|correo electronico|e posta|sahkoposti|user email",
    "id": "id|entry id|time entry id|uuid|guid|uid",
}
_MEANING = {header: part for part, headers in PARTS.items() for header in headers.split("|")}
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_UNITS = {
    "hours": ("hour", "hr", "tunti", "tunt", "stund", "heure", "hora", "decimal", "dezimal"),
    "minutes": ("min",),
    "seconds": ("sec", "sek"),
}
_LENGTHS = (
    "duration",
    "time",
    "length",
    "dauer",
    "zeit",
    "aika",
    "kesto",
    "duree",
    "duracion",
    "tid",
    "studied",
    "study",
    "logged",
    "spent",
    "worked",
    "kaytet",
    "tyo",
)


def plain_header(text: str) -> str:
    """A header in lower case, without accents and signs: `Durée (h)` is `duree h`."""
    bare = unicodedata.normalize("NFKD", _CAMEL.sub(" ", text.replace("ı", "i").replace("ł", "l").replace("ø", "o")))
    letters = "".join(letter for letter in bare.casefold() if not unicodedata.combining(letter))
    return " ".join(re.findall(r"[^\W_]+", letters))


def part_of(header: str) -> str:
    """The part a column plays by its header, or nothing."""
    plain = plain_header(header)
    if plain in _MEANING:
        return _MEANING[plain]
    words = plain.split()
    if len(words) > 4 or any(
        word in ("rate", "amount", "cost", "price", "total", "cumulative", "target") for word in words
    ):
        return ""
    units = [unit for unit, starts in _UNITS.items() if any(word.startswith(starts) for word in words)]
    if len(units) == 1 and (len(words) == 1 or units[0] == "hours" or any(w.startswith(_LENGTHS) for w in words)):
        return units[0]
    if words and words[-1] in ("h", "s", "m") and any(word.startswith(_LENGTHS) for word in words[:-1]):
        return {"h": "hours", "m": "minutes", "s": "seconds"}[words[-1]]
    return ""
