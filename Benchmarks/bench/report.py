"""The results as JSON, and the page that is made of it."""

import dataclasses
import json


def as_value(table):
    return {
        "title": table.title,
        "text": table.text,
        "rows": [{**dataclasses.asdict(row), "met": row.met} for row in table.rows],
        "unmeasured": [{"what": what, "reason": reason} for what, reason in table.unmeasured],
    }


def write(path, results):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(results, indent=1, ensure_ascii=False) + "\n")


def page(results, notes):
    """Markdown; `notes` is what people have written, and follows the tables as it is."""
    tables = [table for group in results["groups"] for table in group["tables"]]
    parts = [
        head(results), machine(results), goals(tables), peers(results),
        *(section(table) for table in tables), unmeasured(tables), notes]
    return "\n\n".join(part.strip() for part in parts if part) + "\n"


BY_HAND = "<!-- Made by `Benchmarks/run --write`; what is written by hand is in Benchmarks/notes.md. -->"

HOW_TO_READ = """
A row is a median with the range it was taken from. Ratios are ours / theirs, taken pair by pair of runs that followed each other (A B A
B …), so that what else the machine did is in both halves; their median is not the ratio of the medians.""".strip()


def head(results):
    warnings = []
    if results["quick"]:
        warnings.append("**A quick run: every row once and briefly, to see that all of them work. Its figures mean nothing.**")
    if results["busy"] > 0.05:
        share = f"{results['busy']:.0%}"
        warnings.append(f"**Other programs took {share} of the processor when this began: read the ratios, and those with doubt.**")
    made = f"Made on {results['date']} by `{results['command']}` in {results['minutes']:.0f} minutes."
    return "\n\n".join(["# Benchmarks", BY_HAND, f"{made} {HOW_TO_READ}", *warnings])


def machine(results):
    lines = [f"| {name} | {value} |" for name, value in results["machine"].items()]
    return "\n".join(["| machine | |", "| --- | --- |", *lines])


def goals(tables):
    """The project's own goals, and one line for the peers."""
    rows = [(table, row) for table in tables for row in table["rows"] if row["goal"]]
    named = [
        f"| {table['title']}: {compared(row)} | {judged(row)} | {goal(row['goal'])} | {verdict(row)} |"
        for table, row in rows if row["goal"]["named"]]
    others = [(table, row) for table, row in rows if not row["goal"]["named"]]
    parts = ["## Goals"]
    if named:
        parts.append("\n".join(["| goal | measured | wanted | met |", "| --- | --- | --- | --- |", *named]))
    if others:
        behind = [f"{table['title']}: {compared(row)} ({judged(row)})" for table, row in others if not row["met"]]
        ahead = f"Ahead of the peer in {len(others) - len(behind)} of {len(others)} rows"
        parts.append(f"{ahead}; not in: {'; '.join(behind)}." if behind else f"{ahead}.")
    return "\n\n".join(parts) if len(parts) > 1 else ""


def compared(row):
    """What was measured, and beside what."""
    return f"{row['what']}, beside {short(row['against'])}" if row["theirs"] else row["what"]


def judged(row):
    """The figure that the goal is about."""
    return f"ratio {spread(row['ratio'])}" if row["goal"]["of"] == "ratio" else spread(row["ours"])


PEERS = """
The same requests, and answers as large as ours. Only the mock validates what the services document; what the others do with a request
is this.""".strip()


def peers(results):
    lines = []
    for peer in results["peers"]:
        state = peer["version"] or f"not measured: {peer['missing']}"
        lines.append(f"| {peer['peer']} | {state} | {'; '.join(peer['does'])} |")
    table = "\n".join(["| server | version | what it does |", "| --- | --- | --- |", *lines])
    return "\n\n".join(["## What it is compared with", PEERS, table])


def section(table):
    parts = [f"## {table['title']}", table["text"]]
    if table["rows"]:
        parts.append(rows(table["rows"]))
    return "\n\n".join(parts)


def rows(listed):
    """Columns that no row has anything for are left out."""
    columns = [
        ("what", lambda row: row["what"]),
        ("ours", lambda row: spread(row["ours"])),
        ("against", lambda row: short(row["against"])),
        ("theirs", lambda row: spread(row["theirs"])),
        ("ratio", lambda row: spread(row["ratio"])),
        ("processor time a request, ours and theirs", lambda row: processor_time(row["cpu"])),
        ("goal", lambda row: goal(row["goal"])),
        ("met", verdict),
        ("remark", lambda row: row["remark"]),
    ]
    used = [(name, cell) for name, cell in columns if any(cell(row) for row in listed)]
    lines = ["| " + " | ".join(name for name, _ in used) + " |", "|" + " --- |" * len(used)]
    lines += ["| " + " | ".join(cell(row) for _, cell in used) + " |" for row in listed]
    return "\n".join(lines)


def short(against):
    """A peer's name without what it does, which stands in the table of peers."""
    return against.split(":")[0]


def processor_time(cpu):
    return f"{duration(cpu[0])}, {duration(cpu[1])}" if cpu else ""


def duration(seconds):
    return f"{number(seconds * 1000)} ms" if seconds >= 0.001 else f"{number(seconds * 1e6)} µs"


def goal(wanted):
    if not wanted:
        return ""
    if not wanted["named"]:
        return "ahead"
    return f"{'ratio ' if wanted['of'] == 'ratio' else ''}{wanted['side']} {number(wanted['limit'])}{unit(wanted['unit'])}"


def verdict(row):
    return {True: "yes", False: "**no**", None: ""}[row["met"]]


def spread(figure):
    """A median and its range."""
    if not figure:
        return ""
    median = f"{number(figure['median'])}{unit(figure['unit'])}"
    return median if figure["count"] == 1 else f"{median} ({number(figure['low'])}–{number(figure['high'])})"


def unit(name):
    return name if name == "/s" else f" {name}" if name else ""


def number(value):
    """Three digits, or all before the point."""
    if value == int(value) and abs(value) < 1000:
        return f"{value:.0f}"
    if abs(value) >= 100:
        return f"{value:,.0f}"
    if abs(value) >= 10:
        return f"{value:.1f}"
    return f"{value:.2f}" if abs(value) >= 0.1 else f"{value:.2g}"


def unmeasured(tables):
    lines = [f"- {table['title']}: {entry['what']}: {entry['reason']}" for table in tables for entry in table["unmeasured"]]
    return "\n\n".join(["## Not measured", "\n".join(lines)]) if lines else ""
