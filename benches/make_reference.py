#!/usr/bin/env python3
"""Makes a large, realistic documentation repository, the same for a seed.

    make_reference.py OUT [--seed 1] [--pages 14388] [--commits 21825] [--changes 290000] [--bytes 56000000]

Two passes. The first plans who changes which page in which commit: branches and merges, renames, whole folders that move,
deletions, bulk edits. The second writes, page after page, every version of its text, and then the commits, as one stream
for `git fast-import`. No step looks at a clock or at the order of a hash table.
"""
import argparse
import math
import os
import random
import subprocess
import sys

COMMON = """the of and to in a is that for it as with be on by this are or from at an not can you your we use when if will
have has which all page should each one more other than into only then they there may how what new same must work example
project team member change between after before about where first also using used through group write read need make
value file folder line note answer question practice decision review record release branch commit merge history text
language search index word result list table field date state person role meeting action goal agreement story resource
de het een van en voor met dat die niet aan bij ook maar wordt naar deze kan moet jaar werk vraag antwoord kennis groep""".split()
ONSETS = ["", "b", "br", "c", "ch", "d", "dr", "f", "fl", "g", "gr", "h", "k", "l", "m", "n", "p", "pl", "pr", "r", "s", "sc", "sp", "st", "t", "tr", "v", "w"]
NUCLEI = ["a", "e", "i", "o", "u", "ai", "ea", "ee", "ie", "io", "ou"]
CODAS = ["", "", "b", "c", "ct", "d", "l", "m", "n", "nd", "ng", "nt", "p", "r", "rd", "s", "st", "t", "x"]
ENDS = ["", "", "", "ing", "ed", "er", "tion", "al", "ment", "able", "ly", "s", "ness", "ity", "heid", "en"]


class Words:
    """A vocabulary whose frequencies fall as Zipf says."""

    def __init__(self, rng, size=12000):
        words, seen = list(COMMON), set(COMMON)
        while len(words) < size:
            word = "".join(rng.choice(ONSETS) + rng.choice(NUCLEI) + rng.choice(CODAS) for _ in range(rng.choice([1, 2, 2, 3]))) + rng.choice(ENDS)
            if len(word) > 2 and word not in seen:
                seen.add(word)
                words.append(word)
        self.words, total, self.cumulative = words, 0.0, []
        for rank in range(size):
            total += 1.0 / (rank + 2.7) ** 1.05
            self.cumulative.append(total)
        # A long random text of indices, from which pages cut their words: choosing word by word would take minutes.
        self.pool = rng.choices(range(size), cum_weights=self.cumulative, k=1_000_000)

    def take(self, rng, count):
        start = rng.randrange(len(self.pool) - count)
        words = self.words
        return [words[index] for index in self.pool[start:start + count]]

    def rare(self, rng):
        return self.words[rng.randrange(len(COMMON), len(self.words))]


def sentence(words, rng):
    text = words.take(rng, rng.randint(6, 22))
    if rng.random() < 0.15:
        text[rng.randrange(len(text))] = f"`{words.rare(rng)}`"
    return " ".join(text).capitalize() + "."


def paragraph(words, rng):
    return " ".join(sentence(words, rng) for _ in range(rng.randint(1, 5)))


def new_page(words, rng, number, mean):
    """The lines of a page: front matter, a heading, sections with paragraphs, lists, code and links."""
    title = " ".join(words.take(rng, rng.randint(2, 6))).capitalize()
    lines = ["---", f"title: {title}"]
    if rng.random() < 0.7:
        lines.append("tags: [" + ", ".join(words.rare(rng) for _ in range(rng.randint(1, 4))) + "]")
    if rng.random() < 0.4:
        lines.append(f"steward: person{rng.randrange(900)}")
    if rng.random() < 0.3:
        lines.append(f"reviewed: 20{rng.randint(18, 26)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}")
    lines += ["---", "", f"# {title}", ""]
    target = max(300, int(rng.lognormvariate(math.log(mean) - 0.32, 0.8)))
    size = sum(len(line) + 1 for line in lines)
    while size < target:
        kind, block = rng.random(), []
        if kind < 0.15:
            block = ["## " + " ".join(words.take(rng, rng.randint(1, 5))).capitalize()]
        elif kind < 0.30:
            block = ["- " + sentence(words, rng) for _ in range(rng.randint(2, 6))]
        elif kind < 0.36:
            block = ["```sh"] + [" ".join(words.take(rng, 4)) for _ in range(rng.randint(1, 5))] + ["```"]
        elif kind < 0.42:
            block = [f"See [{words.rare(rng)}](../{words.rare(rng)}/{words.rare(rng)}.md) and " + sentence(words, rng)]
        else:
            block = [paragraph(words, rng)]
        lines += block + [""]
        size += sum(len(line) + 1 for line in block) + 1
    return lines


def edit(words, rng, lines):
    """One edit: some words of a line, a new paragraph, or a line less."""
    kind, body = rng.random(), range(6, len(lines))
    full = [at for at in body if len(lines[at]) > 30]
    if kind < 0.7 and full:
        at = rng.choice(full)
        text = lines[at].split(" ")
        for _ in range(rng.randint(1, 4)):
            text[rng.randrange(1, len(text))] = words.rare(rng)
        lines[at] = " ".join(text)
    elif kind < 0.86 or len(full) < 4:
        lines += [paragraph(words, rng), ""]
    else:
        del lines[rng.choice(full)]
    # Something always changes, so that every version is another blob.
    lines[-1:] = [f"<!-- {rng.getrandbits(40):x} -->"] if lines[-1].startswith("<!--") else [lines[-1], f"<!-- {rng.getrandbits(40):x} -->"]


class Plan:
    """Which page changes in which commit."""

    def __init__(self, rng, words, args):
        self.rng, self.words, self.args = rng, words, args
        self.versions = []          # of a page: how many
        self.main = {}              # page -> [path, version, the commit that changed it last]
        self.order = []             # pages of main, for choosing one
        self.where = {}             # page -> its place in order
        self.folders = {}           # folder -> pages, as dict for order
        self.taken = set()
        self.commits, self.changes = [], 0
        self.areas = ["docs/" + words.rare(rng) for _ in range(14)]
        # A few areas are wide: one folder with hundreds of topics. Most pages have a folder of their own, with room for pictures.
        weights = [1.0 / (rank + 1) for rank in range(len(self.areas))]
        self.topics = [f"{area}/{words.rare(rng)}-{words.rare(rng)}" for area in rng.choices(self.areas, weights, k=1100)]
        self.topics += [f"{rng.choice(self.topics)}/{words.rare(rng)}" for _ in range(300)]

    @staticmethod
    def topic(path):
        """The folder that a page shares with others."""
        return os.path.dirname(path.removesuffix("/index.md"))

    def path(self):
        while True:
            end = "/index.md" if self.rng.random() < 0.8 else ".md"
            path = f"{self.rng.choice(self.topics)}/{self.words.rare(self.rng)}-{self.words.rare(self.rng)}{end}"
            if path not in self.taken:
                self.taken.add(path)
                return path

    def place(self, page, path, version, when):
        if page in self.main:
            self.folders[self.topic(self.main[page][0])].pop(page)
        else:
            self.where[page] = len(self.order)
            self.order.append(page)
        self.main[page] = [path, version, when]
        self.folders.setdefault(self.topic(path), {})[page] = None

    def remove(self, page):
        path = self.main.pop(page)[0]
        self.folders[self.topic(path)].pop(page)
        at, last = self.where.pop(page), self.order.pop()
        if last != page:
            self.order[at], self.where[last] = last, at
        return path

    def version(self, page):
        self.versions[page] += 1
        return self.versions[page] - 1

    def born(self):
        self.versions.append(0)
        return len(self.versions) - 1

    def size(self):
        kind = self.rng.random()
        if kind < 0.70:
            return self.rng.randint(1, 3)
        if kind < 0.90:
            return self.rng.randint(4, 15)
        if kind < 0.98:
            return self.rng.randint(16, 80)
        return self.rng.randint(150, 1300)

    def pick(self):
        """A page; some are changed far more often than others."""
        return self.order[min(int(self.rng.paretovariate(0.6) - 1) % len(self.order), len(self.order) - 1)] if self.rng.random() < 0.4 else self.rng.choice(self.order)

    def near(self, out, when):
        """A page that did not change yet in this commit: mostly a neighbour of the one that changed last."""
        if out and self.rng.random() < 0.85:
            pages = [page for page in self.folders[self.topic(out[-1][0])] if self.main[page][2] != when]
            if pages:
                return self.rng.choice(pages)
        page = self.pick()
        return page if self.main[page][2] != when else None

    def step_main(self, when, aim):
        """A commit on the main line, as (path or None for gone, page, version)."""
        rng, out = self.rng, []
        kind = rng.random()
        if kind < 0.002:
            folder = rng.choice([name for name, pages in self.folders.items() if pages])
            target = f"{rng.choice(self.areas)}/{self.words.rare(rng)}"
            for page in list(self.folders[folder]):
                old, version, _ = self.main[page]
                new = target + old.removeprefix(folder)
                if new in self.taken:
                    continue
                self.taken.add(new)
                if rng.random() < 0.2:
                    version = self.version(page)
                out += [(old, None, None), (new, page, version)]
                self.place(page, new, version, when)
            self.changes += len(out) // 2
            return out
        if kind < 0.07:
            for _ in range(rng.randint(1, 3)):
                page = self.pick()
                old, version, _ = self.main[page]
                new = self.path()
                if rng.random() < 0.4:
                    version = self.version(page)
                out += [(old, None, None), (new, page, version)]
                self.place(page, new, version, when)
                self.changes += 1
            return out
        if kind < 0.12 and len(self.order) > 200:
            for _ in range(rng.randint(1, 2)):
                out.append((self.remove(self.pick()), None, None))
                self.changes += 1
            return out
        # More or fewer than usual, as is needed to end with as many changes as were asked for.
        size = math.ceil(self.size() * aim / 14 - rng.random())
        for _ in range(min(max(size, 1), 1500)):
            if len(self.order) < 50 or rng.random() < self.grow:
                page = self.born()
                path, version = self.path(), self.version(page)
            else:
                page = self.near(out, when)
                if page is None:
                    continue
                path, version = self.main[page][0], self.version(page)
            out.append((path, page, version))
            self.place(page, path, version, when)
            self.changes += 1
        return out

    def step_branch(self, branch):
        out, rng = [], self.rng
        for _ in range(rng.randint(1, 6)):
            if rng.random() < 0.1:
                page = self.born()
                path = self.path()
            else:
                page = rng.choice(branch["pages"])
                path = branch["overlay"].get(page, branch["at"].get(page))
                path = path[0] if path else None
            if path is None or any(page == done for _, done, _ in out):
                continue
            version = self.version(page)
            branch["overlay"][page] = (path, version)
            out.append((path, page, version))
            self.changes += 1
        return out

    def merge(self, branch, when):
        out = []
        for page, (path, version) in branch["overlay"].items():
            if page in branch["at"]:
                if page not in self.main:
                    continue
                path, _, changed = self.main[page]
                if changed > branch["start"]:
                    version = self.version(page)
            out.append((path, page, version))
            self.place(page, path, version, when)
        return out

    def run(self):
        rng, args = self.rng, self.args
        branches, tip = [], None
        self.grow = args.pages * 1.13 / args.changes
        while len(self.commits) < args.commits - 1:
            when, left = len(self.commits), args.commits - len(self.commits)
            aim = (args.changes - self.changes) / left
            if when == 0:
                self.grow, change = 1.0, []
                for _ in range(min(1500, args.pages // 4)):
                    page = self.born()
                    path, version = self.path(), self.version(page)
                    change.append((path, page, version))
                    self.place(page, path, version, when)
                self.changes += len(change)
                self.commits.append(([], change))
                tip = when
                continue
            # New pages come as fast as is needed to end with as many as were asked for.
            rest = max(1, args.changes - self.changes)
            self.grow = min(1.0, max(0.0, (args.pages + 0.08 * left - len(self.order)) / (rest * 0.86)))
            if rng.random() < 0.05 and len(branches) < 4 and left > 100:
                pages = rng.sample(self.order, min(30, len(self.order)))
                at = {page: tuple(self.main[page]) for page in pages}
                branches.append({"tip": tip, "start": tip, "pages": pages, "at": at, "overlay": {}, "left": rng.randint(1, 8)})
            chosen = rng.choice(branches) if branches and rng.random() < 0.35 else None
            if chosen and (chosen["left"] == 0 or left < 60):
                branches.remove(chosen)
                if chosen["tip"] != chosen["start"]:
                    self.commits.append(([tip, chosen["tip"]], self.merge(chosen, when)))
                    tip = when
                continue
            if chosen:
                change = self.step_branch(chosen)
                if change:
                    self.commits.append(([chosen["tip"]], change))
                    chosen["tip"] = when
                chosen["left"] -= 1
                continue
            change = self.step_main(when, aim)
            if change:
                self.commits.append(([tip], change))
                tip = when
        change = []
        while len(self.order) > args.pages:
            change.append((self.remove(rng.choice(self.order)), None, None))
        while len(self.order) < args.pages:
            page = self.born()
            path, version = self.path(), self.version(page)
            change.append((path, page, version))
            self.place(page, path, version, len(self.commits))
        self.commits.append(([tip], change))
        self.changes += len(change)


def people(rng, words):
    """Names with one or two addresses; a few are bots."""
    out = []
    for number in range(900):
        first, last = words.rare(rng).capitalize(), words.rare(rng).capitalize()
        addresses = [f"{first.lower()}.{last.lower()}@example.org"]
        if rng.random() < 0.3:
            addresses.append(f"{1000 + number}+{first.lower()}@users.noreply.github.com")
        out.append((f"{first} {last}", addresses))
    out[3] = ("fixer[bot]", ["41898282+fixer[bot]@users.noreply.github.com"])
    return out


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("out")
    for name, value in (("seed", 1), ("pages", 14388), ("commits", 21825), ("changes", 290000), ("bytes", 56_000_000)):
        options.add_argument(f"--{name}", type=int, default=value)
    args = options.parse_args()
    rng = random.Random(args.seed)
    words = Words(rng)
    plan = Plan(rng, words, args)
    plan.run()
    print(f"planned: {len(plan.commits)} commits, {plan.changes} changes, {len(plan.order)} pages, {sum(plan.versions)} texts", file=sys.stderr)

    environment = {"PATH": os.environ["PATH"], "HOME": "/nonexistent", "GIT_CONFIG_NOSYSTEM": "1"}
    git = lambda *words: subprocess.run(["git", "-C", args.out, *words], check=True, env=environment)
    os.makedirs(args.out)
    git("init", "-q", "-b", "main")
    stream = subprocess.Popen(["git", "-C", args.out, "fast-import", "--quiet", "--force"], stdin=subprocess.PIPE, env=environment)
    send = stream.stdin.write

    mean, first_mark, mark = args.bytes / args.pages * 0.85, [], 1
    for page, count in enumerate(plan.versions):
        own = random.Random(args.seed * 1_000_003 + page)
        lines = new_page(words, own, page, mean)
        first_mark.append(mark)
        for version in range(count):
            if version:
                edit(words, own, lines)
            text = ("\n".join(lines) + "\n").encode()
            send(b"blob\nmark :%d\ndata %d\n%s\n" % (mark, len(text), text))
            mark += 1

    who, clock = people(rng, words), 1420070400
    weights = [1.0 / (rank + 2) for rank in range(len(who))]
    base = mark
    for number, (parents, change) in enumerate(plan.commits):
        clock += rng.randint(60, 33_000)
        name, addresses = rng.choices(who, weights)[0]
        zone = rng.choice(["+0000", "+0100", "+0200", "-0500", "+0530"])
        written = clock - (rng.randint(0, 86_400 * 40) if rng.random() < 0.1 else 0)
        message = ("Merge branch 'topic-%d'" % number) if len(parents) > 1 else sentence(words, rng)[:72]
        if rng.random() < 0.2:
            message += "\n\n" + paragraph(words, rng)
        if rng.random() < 0.032:
            other = rng.choice(who)
            message += f"\n\nCo-authored-by: {other[0]} <{other[1][0]}>"
        text = message.encode()
        send(b"commit refs/heads/build\nmark :%d\n" % (base + number))
        send(f"author {name} <{rng.choice(addresses)}> {written} {zone}\ncommitter {name} <{addresses[0]}> {clock} {zone}\n".encode())
        send(b"data %d\n%s\n" % (len(text), text))
        for nth, parent in enumerate(parents):
            send(b"%s :%d\n" % (b"merge" if nth else b"from", base + parent))
        for path, page, version in change:
            if page is None:
                send(b"D %s\n" % path.encode())
            else:
                send(b"M 100644 :%d %s\n" % (first_mark[page] + version, path.encode()))
        send(b"\n")
    send(b"reset refs/heads/main\nfrom :%d\n\n" % (base + len(plan.commits) - 1))
    stream.stdin.close()
    if stream.wait():
        sys.exit("git fast-import failed")
    git("update-ref", "-d", "refs/heads/build")
    git("repack", "-q", "-adf", "--window=10", "--depth=50")
    git("reset", "-q", "--hard", "main")


main()
