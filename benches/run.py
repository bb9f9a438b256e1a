#!/usr/bin/env python3
"""Measures cop against its peers and limits, in one run, as ratios.

    cargo build --release && benches/run.py [--corpus DIR] [--cop FILE] [--runs 30] [--small] [--only WORD]

The corpus is a documentation repository of 14,388 pages and 21,825 commits that `make_reference.py` makes by seed; it is made in
target/bench where DIR is absent; a Dutch community without history is made by `make_dutch.py` beside it. Peers (`rg`, SQLite's FTS5 as
Python has it, `git log`) run on the same files, interleaved with cop; what is compared is the median. A peer that is not on the machine leaves its row out. The exit status is 1 if a limit is not met.
"""
import argparse
import os
import pathlib
import re

import shutil
import sqlite3
import statistics
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
TARGET = HERE.parent / "target"
SETTINGS = 'format: 1\nname: Reference\nkinds:\n  practice: {paths: ["**/*.md"]}\n'
IDENTITY = {f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER") for what, value in (("NAME", "Ada"), ("EMAIL", "ada@example.org"))}
QUIET = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "stdin": subprocess.DEVNULL}


class Run:
    """What one process took: wall and CPU seconds, and the most memory in MB."""

    def __init__(self, command, where, keep_output=False):
        start = time.perf_counter()
        output = subprocess.PIPE if keep_output else subprocess.DEVNULL
        process = subprocess.Popen(command, cwd=where, stdout=output, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL, env=environment())
        self.output = process.stdout.read() if keep_output else b""
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        self.wall = time.perf_counter() - start
        self.cpu = usage.ru_utime + usage.ru_stime
        self.memory = usage.ru_maxrss / 1024
        self.status = process.returncode


def environment():
    keep = {name: os.environ[name] for name in ("PATH", "TMPDIR") if name in os.environ}
    return keep | {"HOME": str(TARGET / "bench-home"), "LANG": "C", "COP_LANG": "en", "GIT_CONFIG_NOSYSTEM": "1"} | IDENTITY


def interleaved(runs, *commands):
    """Runs the commands in turn and gives the median wall and CPU of each."""
    taken = [[] for _ in commands]
    for _ in range(runs):
        for command, list_ in zip(commands, taken):
            list_.append(command())
    median = lambda list_, what: statistics.median(getattr(run, what) for run in list_)
    return [(median(list_, "wall"), median(list_, "cpu"), max(run.memory for run in list_)) for list_ in taken]


class Fts:
    """The same pages in SQLite's full-text index."""

    def __init__(self, corpus):
        self.corpus = corpus

    def build(self):
        start, cpu = time.perf_counter(), time.process_time()
        base = sqlite3.connect(":memory:")
        base.execute("create virtual table pages using fts5(path unindexed, body, tokenize='porter unicode61 remove_diacritics 2')")
        for path in pages(self.corpus):
            base.execute("insert into pages values (?, ?)", (str(path), path.read_text(errors="replace")))
        base.commit()
        run = Run.__new__(Run)
        run.wall, run.cpu, run.memory = time.perf_counter() - start, time.process_time() - cpu, 0
        self.base = base
        return run

    def query(self, word):
        start, cpu = time.perf_counter(), time.process_time()
        self.base.execute("select path, snippet(pages, 1, '', '', '…', 12) from pages where pages match ? order by rank limit 10", (word,)).fetchall()
        run = Run.__new__(Run)
        run.wall, run.cpu, run.memory = time.perf_counter() - start, time.process_time() - cpu, 0
        return run


def total(runs):
    """Several processes as if they were one."""
    runs, run = list(runs), Run.__new__(Run)
    run.wall, run.cpu, run.memory = sum(one.wall for one in runs), sum(one.cpu for one in runs), max(one.memory for one in runs)
    return run


def pages(corpus):
    return sorted(path for path in corpus.rglob("*.md") if ".git" not in path.parts)


def instructions(command, where):
    """Instructions that valgrind counts; None without valgrind."""
    if not shutil.which("valgrind"):
        return None
    out = TARGET / "bench-callgrind"
    done = subprocess.run(["valgrind", "--tool=callgrind", f"--callgrind-out-file={out}", *command], cwd=where, env=environment(),
                          stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True)
    found = re.search(r"Collected : (\d+)", done.stderr)
    return int(found.group(1)) if found else None


def walked():
    """Of what was counted last, the instructions of looking at every file; None if that can't be told apart."""
    if not shutil.which("callgrind_annotate"):
        return None
    told = subprocess.run(["callgrind_annotate", "--inclusive=yes", "--threshold=99.9", TARGET / "bench-callgrind"], capture_output=True, text=True).stdout
    found = re.search(r"^ *([\d,]+) .*cop::store::workspace::stat::Base::look\b", told, re.MULTILINE)
    return int(found.group(1).replace(",", "")) if found else None


def make(corpus, small):
    if not corpus.exists():
        size = ["--pages", "600", "--commits", "900", "--changes", "6000", "--bytes", "2400000"] if small else []
        subprocess.run([sys.executable, HERE / "make_reference.py", corpus, *size], check=True)
    (corpus / "community.yaml").write_text(SETTINGS)


def writes(cop, corpus, table, runs):
    """Adds with a commit, against git's commit of one file, in a copy that goes away."""
    copy, number = TARGET / "bench-writes", iter(range(10**9))
    shutil.rmtree(copy, ignore_errors=True)
    subprocess.run(["cp", "-a", "--reflink=auto", corpus, copy], check=True)
    git = lambda *arguments: Run(["git", *arguments], copy)
    git("add", "community.yaml")
    git("commit", "--quiet", "-m", "Settings")
    add = lambda: [cop, "-q", "add", "practice", f"Measured {next(number)}", "--body", "Text."]

    def by_hand():
        path = f"by-hand-{next(number)}.md"
        (copy / path).write_text("# By hand\n\nText.\n")
        git("add", path)
        return git("commit", "--quiet", "-m", "By hand", "--", path)

    ours, theirs = interleaved(max(5, runs // 2), lambda: Run(add(), copy), by_hand)
    table.row("add with commit against git commit of one file, wall", ours[0], theirs[0], 3.0)
    start = time.perf_counter()
    together = [subprocess.Popen(add(), cwd=copy, env=environment(), **QUIET) for _ in range(50)]
    refused = sum(process.wait() != 0 for process in together)
    table.row(f"50 adds at once, all of them, s ({refused} refused)", time.perf_counter() - start, 10.0, 1.0)
    table.failed |= refused > 0
    shutil.rmtree(copy, ignore_errors=True)


def check(cop, corpus, table, runs):
    """A check of everything, against lychee's of links alone; and again where nothing changed."""
    ours = [cop, "check", "-f", "concise"]

    def first():
        for kept in corpus.glob(".git/cop/*/check"):
            kept.unlink()
        return Run(ours, corpus)
    # History is walked once, and what is young can't be kept.
    first()
    time.sleep(2.2)
    first()
    new, again = interleaved(max(3, runs), first, lambda: Run(ours, corpus))
    table.row("check of everything where nothing changed, CPU, against the first", again[1], new[1], 0.20)
    table.row("most memory of the first, MB", new[2], 512.0, 1.0, "MB")
    if shutil.which("lychee"):
        # There is hardly a link on these pages. On nine real repositories, twelve times over, everything takes as long as lychee's links,
        # and links alone take .6 of that.
        lychee = lambda: Run(["lychee", "--offline", "--no-progress", "--include-fragments", "."], corpus)
        links, theirs = interleaved(max(3, runs), lambda: Run([*ours, "--select", "REF"], corpus), lychee)
        table.row("check of links against lychee --offline, CPU", links[1], theirs[1], 1.2)
        table.row("check of everything against that, CPU", new[1], theirs[1], 1.8)


# What is looked for beside what was typed: compounds, their halves, what a mistyped word may have meant, names of the glossary, and of a sentence the
# words of the best documents. With each how much of what rg takes for one word it may take; here every noun is in hundreds of compounds.
# Nearly every page there holds nearly every word, alone and in compounds, so that these are worse than what a community asks.
DUTCH = [("a word", 0.40, "kennis"), ("a compound", 0.40, "kennisvraag"), ("a mistyped word", 0.40, "kenisvraag"), ("nothing", 0.40, "zzqqxx"),
         ("a sentence", 0.60, "hoe lang bewaren we de berichten van collega's die vertrokken zijn uit onze organisatie"),
         ("five words", 0.90, "archief postbus bewaren zoeken plan")]


def dutch(cop, corpus, table, runs, small):
    """Searches in a Dutch community without history, nothing changed, against rg; and how many instructions each takes."""
    if not corpus.exists():
        subprocess.run([sys.executable, HERE / "make_dutch.py", corpus, *(["--pages", "600"] if small else [])], check=True)
    search = lambda text: lambda: Run([cop, "search", text], corpus)
    search("kennis")()
    time.sleep(2.2)
    search("kennis")()
    for what, limit, text in DUTCH:
        if shutil.which("rg"):
            ours, theirs = interleaved(runs, search(text), lambda: Run(["rg", "-i", "-c", "kennis"], corpus))
            table.row(f"{what} in a Dutch community against rg -i -c, wall", ours[0], theirs[0], limit)
        count = instructions([cop, "search", text], corpus)
        if count:
            print(f"instructions of that, freshness included: {count / 1e6:.1f} million")


class Table:
    def __init__(self):
        self.failed = False

    def row(self, what, ours, theirs, limit, unit="s"):
        ratio = ours / theirs
        held = ratio <= limit
        self.failed |= not held
        print(f"{what:58} {ours:9.4f} {theirs:9.4f} {unit:4} ratio {ratio:6.3f}  limit {limit:6.3f}  {'' if held else 'OVER'}", flush=True)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--corpus", type=pathlib.Path)
    options.add_argument("--cop", type=pathlib.Path, default=TARGET / "release/cop")
    options.add_argument("--runs", type=int, default=30)
    options.add_argument("--small", action="store_true")
    options.add_argument("--only", default="")
    args = options.parse_args()
    corpus = (args.corpus or TARGET / ("bench-small" if args.small else "bench")).resolve()
    make(corpus, args.small)
    cop, derived, table = str(args.cop.resolve()), corpus / ".git/cop", Table()
    want = lambda name: args.only in name
    few = max(1, args.runs // 10)

    def search(*extra):
        return lambda: Run([cop, "search", "kennis", *extra], corpus)

    def fresh(command):
        def run():
            shutil.rmtree(derived, ignore_errors=True)
            return Run(command, corpus)
        return run

    print(f"{'':58} {'cop':>9} {'peer':>9}")
    if want("contributors") and shutil.which("git"):
        # Everything is read: every document, history, and earlier versions of those that are reviewed.
        log = lambda: Run(["git", "log", "-M", "--name-status"], corpus)
        Run([cop, "contributors", "--json"], corpus)
        ours, theirs = interleaved(few, lambda: Run([cop, "contributors", "--json"], corpus), log)
        table.row("contributors against git log -M --name-status, wall", ours[0], theirs[0], 1.2)
    if want("blame") and shutil.which("git"):
        # Files with some history, none of which is read for another: each run is a process of its own.
        log = subprocess.run(["git", "log", "--format=", "--name-only", "-n", "4000", "--", "*.md"], cwd=corpus, capture_output=True, text=True)
        often = {}
        for path in log.stdout.split():
            often[path] = often.get(path, 0) + 1
        files = [path for path in sorted(often, key=lambda path: (-often[path], path)) if (corpus / path).is_file()][:20]
        Run([cop, "history", files[0], "--lines", "--json"], corpus)
        each = lambda command: lambda: total(Run(command(path), corpus) for path in files)
        ours, theirs = interleaved(few, each(lambda path: [cop, "history", path, "--lines", "--json"]),
                                   each(lambda path: ["git", "blame", "-w", "--line-porcelain", path]))
        table.row(f"who wrote the lines of {len(files)} files, CPU against git blame -w", ours[1], theirs[1], 1.0)
    if want("lines") and shutil.which("git"):
        def counted():
            for kept in derived.glob("*/lines"):
                kept.unlink()
            return Run([cop, "contributors", "--lines", "--json"], corpus)
        Run([cop, "contributors", "--json"], corpus)
        # Of one command, what it took more than without lines; the lines that stand, which git log does not have, are in it.
        first, again, without, theirs = interleaved(few, counted, lambda: Run([cop, "contributors", "--lines", "--json"], corpus),
                                                    lambda: Run([cop, "contributors", "--json"], corpus),
                                                    lambda: Run(["git", "log", "-M", "--numstat"], corpus))
        table.row("contributors --lines, first, wall against git log --numstat", first[0], theirs[0], 1.0)
        table.row("the same, kept, against contributors without lines, wall", again[0], without[0], 1.5)
    if want("index"):
        def whole_index():
            for folder in derived.glob("*/index"):
                shutil.rmtree(folder)
            return search()()
        # Before this process grows: a child counts what its parent had when it was made.
        first_of_all, index_alone = fresh([cop, "search", "kennis"])(), whole_index()
        log = Run(["git", "log", "-M", "--name-status"], corpus) if shutil.which("git") else None
        fts = Fts(corpus)
        both, alone, theirs = interleaved(max(3, few), fresh([cop, "search", "kennis"]), whole_index, fts.build)
        table.row("whole index, wall against FTS5 build", alone[0], theirs[0], 1.0)
        table.row("most memory of that, MB", index_alone.memory, 250.0, 1.0, "MB")
        table.row("first search of all: history too; wall against FTS5 build", both[0], theirs[0], 2.0)
        if log:
            table.row("most memory of that against git log -M, MB", first_of_all.memory, log.memory, 1.3, "MB")
        size = sum(path.stat().st_size for path in derived.rglob("*") if path.is_file() and "index" in path.parts) / 1e6
        text = sum(path.stat().st_size for path in pages(corpus)) / 1e6
        table.row("index on disk against Markdown, MB", size, text, 0.6, "MB")
    if want("cold"):
        search()()
        commands, names = [search()], ["cop"]
        if shutil.which("rg"):
            commands.append(lambda: Run(["rg", "-i", "-c", "kennis"], corpus))
            names.append("rg")
        figures = interleaved(args.runs, *commands)
        if "rg" in names:
            table.row("cold search against rg -i -c, wall", figures[0][0], figures[1][0], 0.30)
        changed = next(iter(pages(corpus)))

        def touched():
            # A file is looked at again as long as it is young; that is not what is measured.
            time.sleep(2.2)
            search()()
            changed.write_text(changed.read_text() + "\nkennis\n")
            return search()()
        (after,) = interleaved(max(3, few), touched)
        table.row("search after one changed file against cold search, wall", after[0], figures[0][0], 2.0)
        subprocess.run(["git", "checkout", "-q", "--", "."], cwd=corpus, env=environment())
    if want("dutch"):
        dutch(cop, corpus.parent / f"{corpus.name}-dutch", table, args.runs, args.small)
    if want("add") and shutil.which("git"):
        writes(cop, corpus, table, args.runs)
    if want("check"):
        check(cop, corpus, table, few)
    if want("version"):
        ours, theirs = interleaved(args.runs, lambda: Run([cop, "--version"], corpus), lambda: Run(["true"], corpus))
        table.row("--version, ms more than true", (ours[0] - theirs[0]) * 1000, 5.0, 1.0, "ms")
    if want("instructions"):
        time.sleep(2.2)
        search()()
        search()()
        count = instructions([cop, "search", "kennis"], corpus)
        if count:
            print(f"instructions of a cold search, freshness included: {count / 1e6:.1f} million")
            walk = walked()
            if walk:
                table.row("instructions of that on top of the walk, millions", (count - walk) / 1e6, 34.0, 1.0, "M")
    sys.exit(1 if table.failed else 0)


main()
