#!/usr/bin/env python3
"""Compares `cop health` with figures that are computed from `git log` and the files alone.

    benches/health.py COP COMMUNITY [--today 2026-08-19] [--since 2020-01-01] PATTERN…

PATTERN is a regular expression of the paths that are documents, from the community's root; `members/` is told by itself. Nothing of cop is
used but its answer. What is compared: who took part in each period, when questions were first answered and when one was accepted (in
`questions/`), and how many documents are past their review (`last_reviewed_on` or `reviewed`, with `review_in` or `review_every` in months).
Differences are printed; the exit status is 1 if there are any. Some are to be: cop counts members who were at a meeting, whom a file names as
its maker, and co-authors in any paragraph of a message, where git takes only its last.
"""

import argparse
import datetime
import json
import os
import re
import subprocess
import sys
from collections import defaultdict


def git(root, *arguments):
    done = subprocess.run(["git", "-C", root, *arguments], capture_output=True, check=True)
    return done.stdout.decode("utf-8", "replace")


def commits(root):
    """Every commit that is no merge: its day where its author was, everyone who wrote it, and the paths that it touched."""
    form = "%x1e%H%x1f%aN%x1f%aE%x1f%ad%x1f%(trailers:key=Co-authored-by,valueonly,separator=%x1d)"
    text = git(root, "-c", "core.quotepath=off", "log", "--no-merges", "-m", "-M", "--date=format:%Y-%m-%d", "--name-only", "-z", f"--format={form}")
    for record in text.split("\x1e")[1:]:
        head, _, rest = record.partition("\0")
        _, name, email, day, others = head.split("\x1f")
        people = [(name, email)]
        for other in filter(None, others.strip().split("\x1d")):
            match = re.match(r"\s*(.*?)\s*<([^>]*)>", other)
            people.extend([match.groups()] if match else [])
        yield datetime.date.fromisoformat(day), people, [path.strip("\n") for path in rest.split("\0") if path.strip("\n")]


def is_bot(name, email):
    return name.endswith("[bot]") or email.split("@")[0].endswith("[bot]") or (name, email.lower()) == ("GitHub", "noreply@github.com")


class People:
    """Who is who: one address is one person, and so is one whole name of two words or more; a member's file lists addresses."""

    def __init__(self, root):
        self.member = {}
        self.names = defaultdict(set)
        for folder in ("members", "leden"):
            path = os.path.join(root, folder)
            for file in sorted(os.listdir(path)) if os.path.isdir(path) else []:
                text = open(os.path.join(path, file), encoding="utf-8").read()
                for line in re.findall(r"^emails:(.*(?:\n\s+-.*)*)", text, re.M):
                    for email in re.findall(r"[^\s\[\],'\"-][^\s\[\],'\"]*@[^\s\[\],'\"]+", line):
                        self.member[email.lower()] = file[:-3]
                for line in re.findall(r"^accounts:(.*(?:\n\s+-.*)*)", text, re.M):
                    for account in re.findall(r"github:([\w-]+)", line):
                        self.member[f"github:{account.lower()}"] = file[:-3]
        self.first = {}

    def who(self, name, email):
        email = email.strip().lower()
        account = re.fullmatch(r"(?:\d+\+)?([\w-]+)@users\.noreply\.github\.com", email)
        member = self.member.get(email) or (account and self.member.get(f"github:{account[1]}"))
        return f"@{member}" if member else email

    def one(self, all_commits):
        """Names that several addresses share are one person. The name of an address is the newest."""
        newest = {}
        for name, email in all_commits:
            newest[self.who(name, email)] = " ".join(name.lower().split())
        by_name = defaultdict(list)
        for key, name in newest.items():
            if " " in name and not key.startswith("@"):
                by_name[name].append(key)
        return {key: keys[0] for keys in by_name.values() for key in keys}


def median_wait(waits):
    """Kaplan and Meier, by the textbook: times in order, survivors over those at risk."""
    left = 1.0
    for day in sorted({days for days, ended in waits if ended}):
        at_risk = sum(1 for days, _ in waits if days >= day)
        events = sum(1 for days, ended in waits if ended and days == day)
        left *= 1 - events / at_risk
        if left <= 0.5 + 1e-9:
            return float(day)
    return None


def first_day(root, path, needle=None):
    """The day on which a file, or a text in it, first came."""
    more = [f"-S{needle}"] if needle else ["--diff-filter=A", "--follow"]
    days = git(root, "log", "--date=format:%Y-%m-%d", "--format=%ad", *more, "--", path).split()
    return datetime.date.fromisoformat(days[-1]) if days else None


def questions(root, since, until):
    """Waits for a first and for an accepted answer of the questions that were asked in a time."""
    first, accepted = [], []
    for folder in ("questions", "vragen"):
        path = os.path.join(root, folder)
        for file in sorted(os.listdir(path)) if os.path.isdir(path) else []:
            if not file.endswith(".md") or file.startswith("_") or file.lower() in ("readme.md", "index.md"):
                continue
            text = open(os.path.join(path, file), encoding="utf-8").read()
            asked = first_day(root, f"{folder}/{file}")
            if re.search(r"^duplicate_of:", text, re.M) or not asked or not since <= asked <= until:
                continue
            closed = re.search(r"^status:\s*(closed|answered)", text, re.M)
            below = os.path.join(path, re.sub(r"(\.nl|\.en)?\.md$", "", file))
            answers = sorted(os.listdir(below)) if os.path.isdir(below) else []
            days = [first_day(root, os.path.relpath(os.path.join(below, answer), root)) for answer in answers]
            days = sorted(day for day in days if day and day <= until)
            ends = days[0] if days else None
            if ends or not closed:
                first.append(((max(ends or until, asked) - asked).days, bool(ends)))
            is_accepted = re.search(r"^accepted:", text, re.M)
            took = first_day(root, f"{folder}/{file}", "accepted:") if is_accepted else None
            took = took if took and took <= until else None
            if took or not closed:
                accepted.append((((took or until) - asked).days, bool(took)))
    return first, accepted


def months_after(day, months):
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    for last in (day.day, 30, 29, 28):
        try:
            return datetime.date(year, month, min(day.day, last))
        except ValueError:
            continue
    return day


def past_review(root, patterns, today):
    """How many of the documents with a date and a term in months are past it."""
    dated = past = 0
    for folder, _, files in os.walk(root):
        for file in files:
            path = os.path.relpath(os.path.join(folder, file), root)
            if path.startswith(".git/") or not any(re.search(pattern, path) for pattern in patterns):
                continue
            front = open(os.path.join(root, path), encoding="utf-8", errors="replace").read().split("\n---", 1)[0]
            day = re.search(r"^(?:last_reviewed_on|reviewed):\s*['\"]?(\d{4}-\d\d-\d\d)", front, re.M)
            term = re.search(r"^(?:review_in|review_every):\s*['\"]?(\d+) months?", front, re.M)
            if day and term:
                dated += 1
                past += months_after(datetime.date.fromisoformat(day[1]), int(term[1])) < today
    return dated, past


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("cop")
    parser.add_argument("community")
    parser.add_argument("patterns", nargs="+")
    parser.add_argument("--today")
    parser.add_argument("--since")
    asked = parser.parse_args()
    environment = dict(os.environ)
    if asked.today:
        environment["COP_NOW"] = f"{asked.today}T20:00:00Z"
    more = ["--since", asked.since] if asked.since else []
    answer = subprocess.run([asked.cop, "-C", asked.community, "health", "--json", *more], capture_output=True, check=True, env=environment)
    answer = json.loads(answer.stdout)
    signals = {signal["name"]: signal for signal in answer["signals"]}
    today = datetime.date.fromisoformat(asked.today) if asked.today else datetime.date.today()
    day = datetime.date.fromisoformat
    differences = 0

    def compare(what, cops, ours):
        nonlocal differences
        same = cops == ours
        differences += not same
        print(f"{'same' if same else 'DIFFERENT'}  {what}: cop {cops}, git {ours}")

    everything = list(commits(asked.community))
    people = People(asked.community)
    # Of everybody who committed anything, merges too, the oldest first.
    form = "%aN%x1f%aE%x1f%(trailers:key=Co-authored-by,valueonly,separator=%x1d)"
    named = []
    for line in git(asked.community, "log", "--topo-order", "--reverse", f"--format={form}").split("\n"):
        name, email, others = (line.split("\x1f") + ["", ""])[:3]
        named += [(name, email)] + re.findall(r"\s*([^<\x1d]*?)\s*<([^>]*)>", others)
    same = people.one(named)
    took = defaultdict(set)
    for when, who, paths in everything:
        if when <= today and any(re.search(pattern, path) for path in paths for pattern in asked.patterns):
            for name, email in who:
                if not is_bot(name, email):
                    key = people.who(name, email)
                    took[when].add(same.get(key, key))
    for at, period in enumerate(answer["periods"]):
        names = set().union(*(took[when] for when in took if day(period["from"]) <= when <= day(period["to"])))
        cops = signals["participation"]["series"]
        compare(f"people in {period['name']}", int(cops[at]) if cops else 0, len(names))
    first, accepted = questions(asked.community, day(answer["since"]), day(answer["until"]))
    for name, waits in (("first-answer", first), ("accepted-answer", accepted)):
        signal = signals[name]
        if len(waits) < 5:
            compare(f"{name}, too few", (signal["too_little"] or {}).get("has"), len(waits))
        else:
            compare(name, (signal["value"], signal["figures"]["all"], signal["figures"]["ended"]),
                    (median_wait(waits), float(len(waits)), float(sum(ended for _, ended in waits))))
    dated, past = past_review(asked.community, asked.patterns, today)
    print(f"      freshness: cop {signals['freshness']['figures']}, by the dates alone {past} of {dated} are past")
    if dated > 3:
        compare("past their review", signals["freshness"]["figures"].get("past"), float(past))
    sys.exit(1 if differences else 0)


main()
