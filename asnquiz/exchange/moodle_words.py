"""What Moodle XML is written with and read by, so that both sides name it alike."""

PLUGIN_FILE = "@@PLUGINFILE@@/"
INSTEAD_CLASS, ROWS_CLASS = "asnquiz-instead", "asnquiz-rows"
INSTEAD = "<b>Sebaiknya:</b> "

LONGEST_TAG = 50
NOTE = "asnquiz "  # begins a comment that holds a longer tag

# From Moodle's list of weights, in per cent: what each of so many right answers gets. It knows none for more.
SHARES = {
    1: "100",
    2: "50",
    3: "33.33333",
    4: "25",
    5: "20",
    6: "16.66667",
    7: "14.28571",
    8: "12.5",
    9: "11.11111",
    10: "10",
}
WRONG_SHARE = "-100"
