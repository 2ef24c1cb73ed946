"""One of several to be chosen, with what is to be known of it below its name."""

from asnquiz.ui.theme import Theme
from asnquiz.ui.widgets.option_row import RadioRow


class ChoiceRow(RadioRow):
    """Nothing of it is right or wrong, and it has no letter."""

    def __init__(self, theme: Theme, words: str, below: str) -> None:
        super().__init__(theme, "", words)
        self.row.feedback = below
        self.setAccessibleName(f"{words}. {below}")
