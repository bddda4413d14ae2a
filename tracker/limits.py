"""Durations and amounts that the program goes by; sentences are built from them."""

# Seconds.
HOUR = 3600
DAY = 24 * HOUR
LONGEST_SESSION = 24 * HOUR
LONG_DAY = 16 * HOUR  # a day with more on the clock is remarked on
SAME_WITHIN = 60  # who logs the same again within so many seconds may have slipped
TIMER_TRUSTED_FOR = 6 * HOUR  # after that, `stop` asks when the work ended
CLOCKS_DIFFER_BY = DAY  # the clock of another machine may be ahead by so much
CLOCK_LIKE_AMOUNT = 12 * HOUR  # `20:15` is asked about: is it a time of day?

# What the database may hold. Days can be typed from 1900 to 2199: a night of the first can
# belong to the day before, and forecasts go ten years beyond the last. UTC seconds, with
# two days more at each end for zones.
EARLIEST_DAY, LATEST_DAY = "1899-12-30", "2209-12-31"
EARLIEST_INSTANT, LATEST_INSTANT = -2_209_161_600, 7_258_291_200
LARGEST_SUM = 10**12  # seconds
LARGEST_COUNT = 10**9

# The years that clocks show unless they are wrong: any other one is always said.
USUAL_YEARS = range(2025, 2100)

# Hours of the local clock: who studied all through them is asked about it too.
NIGHT_STARTS, NIGHT_ENDS = 3, 5

# Characters of the title and of the line that a person gives a work in exports.
LONGEST_TITLE = 120
LONGEST_SUMMARY = 240

# Backups to keep: the newest ones, at most so many. Of those before the newest two, so
# many bytes at most.
MOST_BACKUPS = 10
NEVER_REMOVED = 2
MOST_BYTES = 500 * 1024 * 1024

# Months after which the dates and odds of a programme should be looked up again.
PROGRAMME_TRUSTED_MONTHS = 9

# Whole weeks of a log that a pace and a forecast need. After more than IDLE_WEEKS without
# a session, a new stretch begins. Nothing is forecast beyond LAST_WEEK, ten years.
FORECAST_WEEKS = 8
IDLE_WEEKS = 8
LAST_WEEK = 520

# Bytes of the files that a person names, at most.
LARGEST_LOG = 200_000_000  # read line by line
LARGEST_TEXT = 40_000_000  # read whole: JSON, and the text of an editor
LARGEST_TOML = 1_000_000  # a map, answers, a budget, a form, a file of items
LARGEST_CATALOGUE = 4_000_000  # all files of items in a folder
# Dots in a line of such a file, which may be one long key: reading it grows with their
# square. Keys of answers or a budget; entries of all files of items; files and folders
# that are looked through for them.
MOST_DOTS = 200
MOST_KEYS = 1_000
MOST_ITEMS = 10_000
MOST_FILES = 10_000
# Bytes of the longest line of a log, and how many lines a table and a text have.
LONGEST_LINE = 1_000_000
MOST_ROWS = 2_000_000
MOST_LINES = 300_000
# Of a spreadsheet, the bytes when unpacked and the cells of a sheet.
LARGEST_UNPACKED = 30_000_000
MOST_CELLS = 2_000_000
# Entries of a JSON list, and characters of one. Some take thirty times as many bytes in memory.
MOST_VALUES = 200_000
LONGEST_VALUE = 2_500_000
