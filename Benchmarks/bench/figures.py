"""What a row of a table holds: figures with their range, a ratio, a goal, and whether it is met."""

import statistics
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Figure:
    """A median, and the range it was taken from."""

    median: float
    low: float
    high: float
    unit: str
    count: int

    @staticmethod
    def of(values, unit=""):
        values = list(values)
        return Figure(statistics.median(values), min(values), max(values), unit, len(values))


@dataclass(frozen=True)
class Goal:
    """What a figure must be: `of` is "ratio" or "ours", `side` one of over, under, "at least" and "at most"."""

    of: str
    side: str
    limit: float
    unit: str = ""
    # One of those the project has set itself; the others say only that no peer should be better.
    named: bool = True

    def is_met(self, row):
        """None where there is nothing to judge."""
        figure = row.ratio if self.of == "ratio" else row.ours
        if figure is None:
            return None
        value = figure.median
        return {
            "over": value > self.limit,
            "under": value < self.limit,
            "at least": value >= self.limit,
            "at most": value <= self.limit,
        }[self.side]


def ratio_goal(side, limit):
    return Goal("ratio", side, limit)


def own_goal(side, limit, unit):
    return Goal("ours", side, limit, unit)


# For rates, and for times and sizes: the ratio is always ours / theirs.
MORE_THAN_THEIRS = Goal("ratio", "over", 1, named=False)
LESS_THAN_THEIRS = Goal("ratio", "under", 1, named=False)


@dataclass
class Row:
    """One comparison; without `theirs` only a figure of our own."""

    what: str
    ours: Figure
    against: str = ""
    theirs: Figure | None = None
    ratio: Figure | None = None
    goal: Goal | None = None
    # Seconds of processor time a request: ours, theirs.
    cpu: tuple | None = None
    remark: str = ""

    @property
    def met(self):
        return self.goal.is_met(self) if self.goal else None


@dataclass
class Table:
    """Rows that belong together, a text above them, and what should be there and could not be measured."""

    title: str
    text: str = ""
    rows: list = field(default_factory=list)
    unmeasured: list = field(default_factory=list)

    def __post_init__(self):
        """The text may be broken into lines anywhere."""
        self.text = " ".join(self.text.split())

    def leave_out(self, what, reason):
        """Nothing is left out silently."""
        self.unmeasured.append((what, " ".join(str(reason).split())))


def compared(what, pairs, unit, against, goal=None, cpu=None, remark=""):
    """A row made of pairs of numbers: neighbours in time share what else the machine was doing, so ratios are taken pair by pair."""
    ours, theirs = zip(*pairs, strict=True)
    ratios = Figure.of(a / b for a, b in pairs)
    return Row(what, Figure.of(ours, unit), against, Figure.of(theirs, unit), ratios, goal, cpu, remark)
