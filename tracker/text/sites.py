"""What is known of sites: which are private, and how their addresses are compared."""

# Sites of papers, where a paper has several addresses.
PAPER_SITES = frozenset({"arxiv.org", "export.arxiv.org"})
# Sites whose paths are the same in capitals and in small letters.
CASELESS_SITES = frozenset(
    {"bitbucket.org", "codeberg.org", "doi.org", "github.com", "gitlab.com"}
)
# Ends of the names of files: no public host ends so. A country's
# (`md`, `py`) is an end only after https://.
_FILE_ENDS_TEXT = """
    bib bz2 cfg csv doc docx gif gz htm html ipynb jpeg jpg json jsonl log odt pdf
    pkl png ppt pptx pth rst rtf svg tar tex toml tsv txt xls xlsx xml yaml yml
"""
FILE_ENDS = frozenset(_FILE_ENDS_TEXT.split())
SHORT_FILE_ENDS = frozenset({"md", "py", "pt", "rs", "sh", "zip"})

# Ends of hosts that exist only in one house, office or test.
PRIVATE_ENDS = (
    "corp",
    "home",
    "home.arpa",
    "internal",
    "intranet",
    "invalid",
    "lan",
    "local",
    "localdomain",
    "localhost",
    "private",
    "test",
    "ts.net",
)
# Chats, mailboxes, settings and desks: only their members can open what lies there.
MEMBERS_ONLY = (
    "bitbucket.org/account",
    "calendar.google.com",
    "chat.google.com",
    "chat.openai.com/c",
    "chatgpt.com/c",
    "classroom.google.com",
    "claude.ai/chat",
    "claude.ai/project",
    "codeberg.org/user/settings",
    "console.cloud.google.com",
    "discord.com",
    "discord.gg",
    "discordapp.com",
    "drive.google.com/drive/my-drive",
    "facebook.com/messages",
    "gemini.google.com/app",
    "github.com/dashboard",
    "github.com/login",
    "github.com/new",
    "github.com/notifications",
    "github.com/settings",
    "gitlab.com/-/profile",
    "gitlab.com/-/user_settings",
    "gitlab.com/dashboard",
    "gmail.com",
    "huggingface.co/settings",
    "kaggle.com/settings",
    "lesswrong.com/editPost",
    "lesswrong.com/inbox",
    "linkedin.com/messaging",
    "mail.google.com",
    "mail.proton.me",
    "mail.yahoo.com",
    "matrix.to",
    "meet.google.com",
    "messages.google.com",
    "messenger.com",
    "notion.so/my-integrations",
    "outlook.com",
    "outlook.live.com",
    "outlook.office.com",
    "outlook.office365.com",
    "overleaf.com/project",
    "overleaf.com/user",
    "perplexity.ai/settings",
    "platform.openai.com",
    "signal.group",
    "signal.me",
    "slack.com",
    "t.me",
    "teams.live.com",
    "teams.microsoft.com",
    "telegram.me",
    "twitter.com/messages",
    "wa.me",
    "wandb.ai/home",
    "web.telegram.org",
    "whatsapp.com",
    "x.com/messages",
    "zoom.us",
)
