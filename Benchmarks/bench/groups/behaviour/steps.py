"""The same edit again, through a scenario of a hundred steps for other requests, and through none."""

from bench import samples
from bench.figures import Table, compared, ratio_goal
from bench.mock import scenario

STEPS = {
    "for a prompt each": lambda n: f"{{ when: {{ prompt: prompt {n} }}, respond: {{ error: timeout }} }}",
    "for a request number each": lambda n: f"{{ when: {{ nth: {999_000_000 + n} }}, respond: {{ error: timeout }} }}",
    "with a glob each": lambda n: f'{{ when: {{ prompt: "*prompt {n}*" }}, respond: {{ error: timeout }} }}',
    "with a regular expression each": lambda n: f"{{ when: {{ prompt: /prompt {n}$/ }}, respond: {{ error: timeout }} }}",
}


def measure(run):
    sample = samples.small()
    table = Table("Scenarios of a hundred steps", f"{sample.title} again and again; no step is for it, and all are looked at.")
    for kind, step in STEPS.items():
        options = scenario(run.new_folder("steps"), "hundred", [step(number) for number in range(100)])
        with run.mock() as plain, run.mock(*options) as scripted:
            pairs = [
                tuple(run.wrk.rate(mock, sample.target, run.effort.close_seconds).per_second for mock in (scripted, plain))
                for _ in range(run.effort.peer_pairs)]
        table.rows.append(compared(f"100 steps {kind}", pairs, "/s", "without a scenario", ratio_goal("at least", 0.95)))
    return table
