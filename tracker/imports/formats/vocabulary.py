"""The headers of columns in many languages, by the part that each names.

The plainest header comes first: of two columns for one part, it counts. Headers are
written as `plain_header` has them: lower case, without accents.
"""

WORDS = {
    "start_day": (
        "start date|startdatum|date de debut|date debut|fecha de inicio|fecha inicio"
        "|data de inicio|data inicio|data di inizio|begindatum|data rozpoczecia"
        "|baslangic tarihi|дата начала|startdato|aloituspaiva|alkupaiva|開始日|开始日期"
        "|開始日期|시작 날짜|시작일|tanggal mulai|ngay bat dau|datum zacatku"
        "|kezdo datum|data inceput|date started|data di avvio|data poczatkowa"
    ),
    "start_clock": (
        "start time|time started|เข้า|เวลาเข้า|startzeit|heure de debut|heure debut|hora de inicio"
        "|hora inicio|ora di inizio|ora inizio|starttijd|begintijd|czas rozpoczecia"
        "|godzina rozpoczecia|baslangic saati|baslangic zamani|время начала|starttid"
        "|aloitusaika|alkuaika|time in|clock in|hora|heure|uhrzeit|klo|kello"
        "|start clock|開始時刻|開始時間|开始时间|시작 시간|시작 시각|waktu mulai"
        "|jam mulai|thoi gian bat dau|gio bat dau|cas zacatku|kezdes|hora de comeco"
        "|hora de entrada|entrada|anfangszeit|tijd van|время старта|начало работы"
        "|arbeitsbeginn|time start|check in|checkin|punch in|in time|begin time|clockin|login time"
    ),
    "end_day": (
        "end date|stop date|enddatum|date de fin|date fin|fecha de fin|fecha fin"
        "|fecha de finalizacion|data final|data de termino|data fim|data de fim"
        "|data di fine|einddatum|data zakonczenia|bitis tarihi|дата окончания|slutdato"
        "|slutdatum|lopetuspaiva|loppupaiva|終了日|结束日期|結束日期|종료 날짜|종료일"
        "|tanggal selesai|ngay ket thuc|datum konce|data koncowa|data sfarsit"
        "|date ended|дата завершения|stopdatum"
    ),
    "end_clock": (
        "end time|time ended|ออก|เวลาออก|stop time|endzeit|heure de fin|heure fin|hora de fin"
        "|hora fin|hora de finalizacion|hora de termino|hora final|hora fim|ora di fine"
        "|ora fine|eindtijd|czas zakonczenia|godzina zakonczenia|bitis saati"
        "|bitis zamani|время окончания|sluttid|lopetusaika|loppuaika|time out|clock out"
        "|終了時刻|終了時間|结束时间|結束時間|종료 시간|종료 시각|waktu selesai"
        "|jam selesai|thoi gian ket thuc|gio ket thuc|cas konce|befejezes|hora de saida"
        "|saida|tijd tot|время завершения|конец работы|arbeitsende|time end|time stop"
        "|finish time|check out|checkout|punch out|out time|clockout|logout time"
        "|heure d arrivee"
    ),
    "start": (
        "start|begin|began|from|started|start datetime|start timestamp|inicio|debut"
        "|beginn|anfang|von|alku|alkoi|inizio|poczatek|start utc|in|fra|fran|de"
        "|started at|start date time|開始|开始|開始日時|시작|mulai|bat dau|zacatek"
        "|inceput|начало|aloitti|startad|starts|time started|start time utc"
        "|start time local"
    ),
    "end": (
        "end|stop|finish|to|ended|finished|stopped|end datetime|end timestamp|fin|fine"
        "|ende|bis|loppu|loppui|koniec|end utc|out|til|till|a|ended at|end date time"
        "|終了|结束|結束|終了日時|종료|selesai|ket thuc|konec|sfarsit|конец|окончание"
        "|lopetti|finished at|stopped at|ends|time ended|time finished|time completed"
        "|end time utc|end time local"
    ),
    # A moment that may be when the row was written.
    "stamp": (
        "timestamp|datetime|date time|time stamp|logged at|recorded at|created at"
        "|created|submitted at|saved at|zeitstempel|horodateur|horodatage"
        "|marca temporal|carimbo de data hora|aikaleima|tidsstempel|tidsstampel|日時"
        "|タイムスタンプ|时间戳|타임스탬프|отметка времени"
    ),
    "day": (
        "date|day|datum|วัน|วันที่|fecha|dia|data|giorno|jour|paiva|paivamaara|pvm|dato|дата|tarih"
        "|spent date|log date|study date|session date|日期|日付|dag|dzien|gun|when"
        "|年月日|学习日期|日付け|날짜|일자|tanggal|tgl|ngay|день|data dnia|den|nap|ziua|work date"
        "|entry date|date worked|date completed|practice date|activity date|kuupaev"
    ),
    "duration": (
        "duration|actual|actuals|dauer|duree|temps|duracion|duracao|tempo|durata|kesto|duur"
        "|sure|длительность|time spent|time used|timespent|worktime|studytime"
        "|study time|elapsed|elapsed time|time tracked|session length"
        "|kaytetty aika|tyomaara|tiempo|czas trwania|学習時間|実績時間|勉強時間|作業時間"
        "|経過時間|継続時間|所要時間|期間|时长|時長|持续时间|持續時間|用时|耗时"
        "|学习时间|学习时长|공부 시간|학습 시간|공부시간|학습시간|소요 시간|지속 시간"
        "|기간|durasi|lama|lama belajar|waktu belajar|thoi luong|thoi gian hoc|doba"
        "|doba trvani|trvani|idotartam|trajanje|продолжительность|затрачено"
        "|затраченное время|потрачено времени|varighet|varighed|tidsatgang|tijdsduur"
        "|tiempo dedicado|tiempo de estudio|tempo gasto|tempo de estudo|tempo studio"
        "|temps passe|temps de travail|arbeitszeit|lernzeit|zeitaufwand"
        "|session time|session duration|work time|focus time|practice time|time worked"
        "|time logged|logged time|time taken|actual time|amount of time"
        "|how long|czas pracy"
    ),
    "duration_h": (
        "duration h|dauer h|duree h|duracion h|duracao h|durata h|duur h|kesto h"
        "|sure sa|sure h|czas trwania h|продолжительность ч|длительность ч|所要時間 h"
        "|期間 h|继续时间 h|持续时间 h|기간 h"
    ),
    # What these are depends on the columns beside them.
    "time": "time|times|aika|aikaa|tid|tijd|zeit|czas|время",
    "tag": "tag",
    "hours": (
        "hours|hour|hrs|h|stunden|std|heures|horas|ore|uren|timmar|timer|tunnit|tunteja"
        "|tunti|tuntia|часы|godziny|saat|duration decimal|dauer dezimal|duree decimale"
        "|duree decimal|duracion decimal|duracao decimal|sure ondalik|dauer dezimalzahl"
        "|durata decimale|duur decimaal|tuntimaara|tyotunnit|hours spent"
        "|hours worked|h spent|學習時間 小時|学習時間 時間|勉強時間 時間|作業時間 時間"
        "|小时|小時|小时数|時數|durasi jam|jam belajar|so gio|hodiny|hodin|orak"
        "|ore studio|horas de estudio|horas de estudo|horas dedicadas|horas trabalhadas"
        "|horas trabajadas|heures travaillees|arbeitsstunden|lernstunden|anzahl stunden"
        "|hours studied|study hours|hours logged|number of hours|no of hours|man hours"
        "|hour s|hr s|часов|antal timmar|antal timer|gewerkte uren|aantal uren"
        "|liczba godzin|продолжительность десятичная|длительность десятичная"
        "|期間 10 進数|时长 小数|기간 십진수"
    ),
    "minutes": (
        "minutes|minute|mins|min|m|dk|dakikalar|minuten|minutos|minuti|minuter|minuutit|minuutteja"
        "|minuuttia|dakika|минуты|分|分钟|分鐘|分钟数|분|menit|durasi menit|phut"
        "|so phut|minuty|perc|minut|minutter|минут|anzahl minuten|number of minutes"
        "|no of minutes|min s"
    ),
    "seconds": (
        "seconds|secs|sec|sekunden|segundos|secondi|sekunnit|saniye|секунды|秒|秒数|초"
        "|detik|giay|sekundy|sekunder|секунд"
    ),
    # A length only where no other column states one: it may run on from row to row, or
    # be a sum of other things.
    "total": (
        "total time|total hours|total duration|total time worked|total hours worked"
        "|hours total|time total|total worked|total h|total hrs|total minutes|total min"
        "|total mins|gesamtzeit|total horas|total de horas|total heures|toplam sure"
        "|合計時間|总时间|总时长"
    ),
    # A length only in cells with a unit or a colon: bare numbers may be money or pages.
    "weak": (
        "spent|tracked|worked|logged|effort|length|quantity|aufwand|quantite|cantidad"
        "|quantidade|menge|gastado|gasto|depense|ausgegeben"
    ),
    "break": (
        "break|breaks|pause|pausen|pauses|lunch|lunch break|break time|pause time"
        "|pausenzeit|mittagspause|tauko|tauot|ruokatauko|rast|descanso|descansos|pausa"
        "|pausas|intervalo|almuerzo|almoco|pranzo|przerwa|przerwy|mola|перерыв|перерывы"
        "|обед|休憩|休憩時間|休息|休息时间|午休|휴식|휴게|휴식 시간|pauze|pauzes|paus"
        "|raster|istirahat|prestavka|pauza|szunet"
    ),
    "sum": "total|sum|tot|gesamt|summe|yhteensa|razem|toplam|合計|小計|总计",
    "project": (
        "project|project name|resource|sheet|worksheet|board|subject|topic|course|category|projekt"
        "|projet|proyecto"
        "|projeto|progetto|aihe|kurs|kurssi|fach|thema|materia|matiere|sujet|cours"
        "|asignatura|disciplina|skill|area|module|proje|проект|project title|ders"
        "|onderwerp|vak|projekti|book|subject name|activity|activity type|プロジェクト"
        "|プロジェクト名|科目名|項目名|科目|教科|项目|項目|课程|課程|프로젝트|과목"
        "|proyek|mapel|mata pelajaran|mata kuliah|pelajaran|du an|mon hoc|mon|predmet"
        "|tantargy|proiect|materie|предмет|тема|kategorie|categoria|categorie|kategori"
        "|カテゴリ|カテゴリー|分类|分類|카테고리|course name|class|discipline|aine"
        "|kursus|emne|konu|curso|corso|subject topic|mata uji|item|items|sheet name"
    ),
    "task": (
        "task|aufgabe|tache|tarea|tarefa|taak|zadanie|gorev|compito|task name|タスク"
        "|タスク名|サブタスク名|任务|任務|작업|tugas|nhiem vu|cong viec|feladat|sarcina"
        "|zadatak|задача|uppgift|oppgave|opgave|issue|ticket"
    ),
    "note": (
        "description|notes|note|was|comment|comments|beschreibung|bemerkung|notiz|notizen"
        "|descripcion|descricao|notas|descrizione|kuvaus|mita tein|kommentti"
        "|omschrijving|beschrijving|opis|aciklama|описание|details|what|memo|summary"
        "|remarks|selite|mita tehty|tehty|tehtava|what i did|work|title|kommentar"
        "|beskrivning|beskrivelse|nota|obs|説明|内容|詳細|メモ|備考|作業内容|学習内容"
        "|描述|备注|備註|说明|学习内容|설명|내용|메모|비고|공부 내용|학습 내용"
        "|deskripsi|catatan|keterangan|topik|materi|mo ta|ghi chu|noi dung|popis"
        "|poznamka|leiras|megjegyzes|descriere|комментарий|заметка|заметки|примечание"
        "|anmerkung|anmerkungen|bemerkungen|tatigkeit|inhalt|titel|commentaire"
        "|commentaires|remarque|remarques|observaciones|observacoes|anteckning"
        "|anteckningar|notat|notater|toelichting|werkzaamheden|huomiot|muistiinpanot"
        "|not|notlar|desc|work done|task description|work description|activities"
        "|accomplishments"
    ),
    "tags": (
        "tags|labels|etiquetas|etiketten|schlagworter|etiquettes|mots cles|avainsanat"
        "|etiketler|теги|etykiety|stichworter|タグ|标签|標籤|태그|tag names|stitky"
        "|cimkek|метки|merkelapper|taggar|tagi|label"
    ),
    "user": (
        "user|who|wer|kuka|tekija|henkilo|vem|hvem|quien|quem|kto|кто|誰|担当者"
        "|担当|谁|負責人|负责人|담당자|누가|assignee|assigned|assigned to|engineer"
        "|participant|collaborator|attendee|learner|teammate name"
        "|teilnehmer|teilnehmerin|bearbeiter|bearbeiterin|mitarbeiterin|schuler"
        "|responsable|responsavel|responsabile|etudiant|estudiante|estudante|aluno|alumno|instructor|instrutor"
        "|opiskelija|wykonawca|исполнитель|студент|full name|fullname|volunteer"
        "|member|person|benutzer|nutzer|mitarbeiter|utilisateur|usuario|utente"
        "|gebruiker|kayttaja|kullanici|пользователь|team member|employee|do utilizador"
        "|utilizador|username|user name|uzytkownik|ユーザー|ユーザ|メンバー|用户|成员"
        "|사용자|pengguna|nguoi dung|uzivatel|felhasznalo|utilizator|сотрудник|участник"
        "|bruger|bruker|anvandare|employee name|employee id|emp id|emp name"
        "|employee number|employee no|staff|staff name|worker|student|student name"
        "|student id|user id|userid|member name|member id|person name"
        "|consultant|developer|teammate|by|done by|logged by|worked by|performed by"
        "|entered by|resource name|medarbejder|medewerker|colaborador|funcionario"
        "|dipendente|pracownik|calisan"
    ),
    # A person, or the title of what was done: the cells decide.
    "name": (
        "name|names|nimi|navn|namn|naam|imie i nazwisko|imie|isim|ad soyad|имя|фио|名前"
        "|氏名|姓名|이름|성명|nama|ho ten|jmeno|nev|nume"
    ),
    "first_name": "first name|vorname|prenom|nombre|nome|etunimi|voornaam|名",
    "last_name": (
        "last name|nachname|nom|apellido|apellidos|sobrenome|cognome|sukunimi"
        "|achternaam|姓|family name|surname"
    ),
    "email": (
        "email|e mail|mail|correo|correo electronico|e posta|sahkoposti|user email"
        "|メール|メールアドレス|邮箱|电子邮件|이메일|adresse e mail|adres e mail"
        "|emailadres|epost|e post|электронная почта|courriel|endereco de e mail"
        "|indirizzo email"
    ),
    # Whether it was done: only where all cells say so.
    "status": (
        "status|state|done|completed|complete|finished|erledigt|fertig|zustand|estado"
        "|hecho|statut|etat|fait|feito|stato|fatto|tila|valmis|状態|状态|完了|完成"
        "|済|상태|완료|статус|выполнено"
    ),
    "id": "id|entry id|time entry id|uuid|guid|uid",
    "updated": (
        "updated at|updated|updated on|last updated|modified at|modified|modified on"
        "|last modified|changed at|geandert am|zuletzt geandert|modifie le|mis a jour le"
        "|actualizado|modificado|atualizado em|modificato|gewijzigd op|muokattu|更新日時"
        "|更新时间|更新時間|수정일"
    ),
}

# Beginnings of words that say that a length was not worked, but planned, left over, a
# running total, or sleep. A word with `=` stands for itself alone.
NOT_WORKED = (
    "cumul running= kumul 누적 累計 累积 累计 far= bisher objectif ziel= ziele="
    " zielzeit wochenziel tagesziel target goal plan= plans= planned planning planung"
    " geplant soll= solltime sollzeit sollstunden estim est= eta= expect erwart schatz"
    " arvio arvioi suunnit tavoit prevu previst prevision planead planej estimad stima"
    " stimat obiettivo objetivo meta= oczekiw szacow zaplanow план= планов оценка оценк"
    " цель 予定 目標 計画 見積 预计 计划 目标 預計 計劃 예상 계획 목표 tahmin hedef"
    " plany rencana remain left= verbleib ubrig jaljella restant restante pozostal"
    " остат 残り 残り時間 剩余 남은 kalan sisa budget quota= scheduled next= tomorrow"
    " demain= todo due= deadline sleep slept schlaf sommeil sueno sono= screen phone"
    " bildschirm lost= wasted vacation holiday urlaub vacances vacaciones leave= pto="
    " sick= absence doel mal= cel= 睡 수면 nukku slaap idle commut travel delay"
    " accumul ytd= overall= weekly= wochenst"
)
# The same of words for money, for a number of other things, or for an average.
NO_WORK_TIME = (
    "rate= hourly amount cost price betrag kosten cap= max= limit allot alloc"
    " recommend suggest forecast average avg mean= median= schnitt durchschnitt media="
    " moyenne 平均 balance saldo uberstunden overtime flex= credit ects= points score"
    " grade mark= page seite chapter kapitel lesson lektion rank row= rep= reps= set="
    " sets= uni= distance km= miles= kcal calories weight need requir benotig necess"
    " availab verfugbar since= seit= until= daylight opening index bed= tv= gaming"
)
