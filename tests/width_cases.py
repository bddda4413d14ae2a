"""The commands that are tried at every width, and what is recorded before them."""

EMPIRICAL, THEORETICAL = "research-contributor-empirical", "research-lead-theoretical"
# What the demo person has done besides.
RECORDED = (
    "log ziegler-2019 1h -n '读论文 深度学习的奖励模型 👩‍💻 café: the reward model wins"
    " 61% of the pairs, too few labels' +reading +слово",
    "add elk-notes --title 'Notes on eliciting latent knowledge, and on what the report"
    " leaves open' --track alignment --url https://git.example/a/notes-on-eliciting-latent"
    "-knowledge-and-more",
    "alias elk-notes kryptographie",
    "log ppo 5m",
    "undo",
    "log elk-notes 45m --on 2026-11-20",
    "log ppo 20:00-21:30 --on 2026-11-22 +pair",
    "break 2027-03-01 2027-03-07",
    "plan elk-notes --by 2027-01-10 --because 'the course begins soon afterwards'",
    "recall 3b1b-linear-algebra 120h --over 2019-01..2021-06",
    "rate python strong --by 'Ann Lee' --evidence 'letter:Ann Lee, 3 Nov 2026'",
    "note --changed 'The proposal of the report is one I could answer, at least in part'",
    "applied manifund-project --asked '30,000 USD'",
    "config name 'Ann Example'",
    "backup",
    "import {folder}/log.csv",
    "--db {folder}/second.db log fastai 1h",
    "start elk-notes --at 21:00",
)
ASKED = f"""
week
week -1
status
status --line
log
sessions
sessions --all
sessions --search reward
report
report --all
report --by week --all
report --by day,item
report --by tag --all
recall
history
items
items --track alignment
items --search the
show fastai
show ppo
show ziegler-2019
show elk-notes
show few-hundred-hour-replication
show replications
show redwood-bar
show {EMPIRICAL}
show {THEORETICAL}
open fastai
alias
milestones
target
target {EMPIRICAL}
known
ready
ready --helpful
ready {THEORETICAL}
ready --roles
ready --since 2026-06-01
ready --if "reach arxiv-paper"
gaps
gaps --all
gaps {THEORETICAL}
gaps software-engineer --all
next
road
road --all
road {THEORETICAL}
year
year 2026
rate
skills
skills python
review
plan
break
forecast
forecast ziegler-2019
note
ask
ask --list
ask phd
import {{folder}}/new.csv --dry-run
import {{folder}}/odd.csv --dry-run
export progress --format txt
export hours --by day --format txt
export cv --format txt
export update --format txt
export application --for taif --format txt
export application --for taif --worksheet --format txt
feature
funders
funders taif
funders manifund-update
applications
backup --list
doctor
config
config zone
help spellings
help json
help exit-codes
help environment
help files
completion bash
catalogue check {{folder}}
""".strip().split("\n")
CHANGES = """
log ziegler-2019 1h -n "the reward model wins 61% of the pairs, which is too few"
log elk-notes 30m --on 2026-10-01
stop
start ppo
pause
cancel
edit last --amount 2h
rm last
recall fastai 70h --over 2026-02..2026-05
undo
redo
rename elk-notes --title "Notes on eliciting latent knowledge, as I see it after the course"
alias elk-notes notes
progress fastai 5/7
done fastai
done replication-done
skip fastai
drop arxiv-paper
reopen fastai
reach arxiv-paper
reach replication-done --with ppo --evidence repo:https://git.example/ann/ppo
attempt elk-proposal --with elk-report --phase "reading 50h"
target research-lead-theoretical
known cs-degree python linear-algebra=moderate
rate research-taste moderate --by "Ann Lee"
rate python very-strong
plan elk-notes --by 2027-02-01
plan ziegler-2019 --by 2027-03-01 --because "the reward model had to be trained again"
break 2027-02-01 2027-02-10
note --decision "one more month, then apply; writing takes longer than I thought"
ask view --answer "mostly inner alignment, and less sure of that than I was in May"
add toy --title "A toy model of superposition, done again with other losses" --track research
import {folder}/new.csv
import {folder}/odd.csv
move "Reading group on alignment" fastai
merge {folder}/second.db
export progress -o {folder}/progress.md
applied taif
feature transformer-in-pytorch
backup {folder}/copy.db
restore {folder}/other.db
config hours-a-week 10h
demo
catalogue add {folder}/items
page -o {folder}/page.html
""".strip().split("\n")
ERRORS = """
log fastai
log fastia 1h
log fastai 90
log fastai 1h 2h
log fastai 25h
log fastai 9:00-10:00 --on 2026-11-22 --foo
log fastai 30m --on 2027-01-01
continue
nonsense
histry
fastai
fastai yesterday
start nothing-like-it
edit 7k3f --amount 1h
rm 7k3f
show nothing-like-it
reach nothing-like-it
reach arxiv-paper --evidence paper:URL
done
plan fastai --by soon
plan fastai --by 2020-01-01
break 2027-02-10 2027-02-01
rate python splendid
target nothing
ready nothing
config colour blue
config zone Nowhere
help nosuch
help lgo
import {folder}/missing.csv
import {folder}/text.csv
export progress --format pdfx
export application
export hours --field aims
funders nothing
merge {folder}/other.db
restore {folder}/text.csv
merge {folder}/text.csv
backup {folder}/other.db
completion tcsh
catalogue check {folder}/missing
--db
""".strip().split("\n")
# A command that lists rows, and the keys of its JSON: rows, their name and text.
LISTS = [
    ("items", "items", "slug", "title"),
    ("milestones", "milestones", "slug", "title"),
    ("funders", "funders", "slug", "title"),
    ("feature", "works", "item", "title"),
]
FILES = {
    "log.csv": "date,project,minutes,note\n2026-11-02,ppo,90,baseline\n"
    "2026-11-03,Reading group on alignment,60,a long evening\n",
    "odd.csv": "date,start,end,project,note\n2026-11-02,9:00,10:00,ppo,x\n"
    "2026-11-03,12:00,11:00,ppo,\n2026-13-04,1,2,ppo,\nno day,9:00,9:30,ppo,y\n",
    "new.csv": "date,project,minutes,note\n2026-11-04,Goal misgeneralisation,45,x\n",
    "text.csv": "Dear diary, today I have read nothing at all.\n",
    "items/item.toml": '[[item]]\nslug = "toy"\ntitle = "Toy"\nkind = "project"\n'
    'track = "math"\nhours = [1, 2, 3]\nhours_from = "estimate"\n'
    'skills = ["python"]\norigin = "extension"\n',
}
