# What results say.
hits-found = { $count } found
hits-page-beyond = There is nothing here any more: { $all } in all.
hits-found-page = { $count } found, { $first } to { $last }
hits-relaxed = { $count ->
    [one] no document has every word; { $count } document has some of them
   *[other] no document has every word; { $count } documents have some of them
}
hits-relaxed-page = { $all }, { $first } to { $last }
hits-parts = { $count ->
    [one] "{ $word }" is nowhere as one word; { $count } document has a part of it
   *[other] "{ $word }" is nowhere as one word; { $count } documents have a part of it
}
hits-nowhere = nowhere: { $words }; { $count ->
    [one] { $count } document has some of the other words
   *[other] { $count } documents have some of the other words
}
hits-also = also searched: { $words }
hits-also-glossary = { $words } (glossary)
hits-also-tag = { $words } (tag)
hits-also-compound = { $words }
hits-also-spelling = { $words } (spelling)
explain-total = { $points } points
explain-titled = its title has all of it
explain-every = it has every word, so it comes before what has not
explain-every-retired = it has every word, and comes after what holds
explain-some = it has not every word, so it comes after what has
explain-some-retired = it has not every word and no longer holds, so it comes last
explain-retired = it no longer holds, so { $factor } of that counts
explain-near = { $one } and { $other } stand close together
explain-feedback = { $more ->
    [0] words of the best documents: { $words }
   *[other] words of the best documents: { $words } and { $more } more
}
explain-answer = what its best answer says
explain-unsettled = it is not settled yet
explain-fresh = { $days ->
    [0] changed or reviewed today
    [one] changed or reviewed yesterday
   *[other] changed or reviewed { $days } days ago
}
explain-accepted = the accepted answer
explain-used = { $count ->
    [one] a member says they use it
   *[other] { $count } members say they use it
}
explain-glossary = glossary
explain-tag = tag
explain-compound = compound
explain-spelling = spelling
explain-documents = { $count ->
    [one] only this document has it
   *[other] { $count } documents have it
}
explain-title = { $times ->
    [one] title
   *[other] title { $times }×
}
explain-heading = { $times ->
    [one] heading
   *[other] headings { $times }×
}
explain-label = { $times ->
    [one] tag or other name
   *[other] tags and other names { $times }×
}
explain-body = { $times ->
    [one] text
   *[other] text { $times }×
}
explain-code = { $times ->
    [one] in passing
   *[other] in passing { $times }×
}
explain-unranked = --explain tells why documents are ranked as they are; here nothing ranks them
search-like-nothing = there is no word in it to search by
search-like-none = No document is like it.
search-like-no-other = No other document is like "{ $title }".
hits-knowers = Knows about it:
hit-reviewed = reviewed { $when }
hit-changed = changed { $when }
hit-uncommitted = not committed yet
hit-answers = { $count ->
    [0] no answer yet
    [one] { $count } answer
   *[other] { $count } answers
}
did-created = wrote { $count }
did-edited = worked on { $count }
did-answered = answered { $count }
did-not-seen = not seen for a year
did-asked = asked { $count }
did-reviewed = reviewed { $count }
document-updated = changed { $when }
document-several = { $count ->
    [one] "{ $name }" can be { $count } document
   *[other] "{ $name }" can be any of { $count } documents
}
document-one-of = say which: { $name }
document-unknown = no document is called "{ $name }"
asked-near = did you mean this? { $command } { $name }
asked-neither = no document is called "{ $name }", and nobody either
document-near = did you mean this? cop show { $name }
document-behind = { $path } can't be read, and it may stand there
document-search = { $count ->
    [one] { $count } document speaks of it: cop search "{ $name }"
   *[other] { $count } documents speak of it: cop search "{ $name }"
}
document-search-some = documents with some of these words: cop search "{ $name }"
people-created = Made by
people-edited = Changed by
people-reviewed = Reviewed by
people-consulted = Advice from
people-more = and { $count } more
relation-links-to = Links to
relation-linked-by = Linked from
history-no-git = this community is not in a git repository, so nothing is known about who did what
history-no-git-help = to begin: git init && git add . && git commit -m "Our community"
contributors-nobody-here = the part of the history that is here names nobody
contributors-nobody-then = nobody did anything of the kind
contributors-backwards = nothing can lie between { $since } and { $until }: the first day comes after the last
contributors-future = { $since } is still to come, so nobody did anything since
contributors-nobody-between = nobody did anything in that time; the history runs from { $first } to { $last }
contributors-nobody = nobody has done anything here yet
contributors-left = left
contributors-at-least = at least this: part of the history is not in this clone
contributors-lines-changes = the lines of { $count ->
    [one] { $count } change
   *[other] { $count } changes
} are not counted: what stood there is not in this clone, is damaged or is too much to compare
contributors-lines-pages = not all lines of { $pages }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
} are counted{ $changes ->
    [0] {""}
    [one] , and those of { $changes } change are not
   *[other] , and those of { $changes } changes are not
}: what stood there is not in this clone, is damaged or is too much to compare
contributors-twice = { $count ->
    [one] one name stands here more than once:
   *[other] { $count } names stand here more than once:
}
contributors-twice-do = { $count ->
    [one] one name stands here more than once: { $command }
   *[other] { $count } names stand here more than once: { $command }
}
contributors-legend = made, changed: today's documents; reviewed: times; more:
contributors-commits = { $count ->
    [one] { $count } commit
   *[other] { $count } commits
}
helped-created = made { $count }
helped-edited = changed { $count }
helped-asked = asked { $count }
helped-answered = answered { $count }
helped-answered-accepted = answered { $count }, of which { $accepted } accepted
helped-accepted = had { $count } accepted
helped-decided = decided { $count }
helped-reviewed = reviewed { $count }
helped-hosted = hosted { $count }
helped-used = used { $count }
helped-gone = { $count ->
    [one] worked on { $count } document that is gone
   *[other] worked on { $count } documents that are gone
}
helped-thanked = { $count ->
    [one] thanked once
   *[other] thanked { $count } times
}
demo-history-wrong = the example's history does not fit its files: { $what } in "{ $commit }"
demo-history-unreadable = the example's history can't be read
demo-taken = { $path } is not empty
demo-taken-help = name a new folder: cop demo DIR
demo-no-cache = there is no folder to keep the example in
demo-no-cache-help = set HOME or XDG_CACHE_HOME, or make it yourself: cop demo DIR
demo-next = go on with: cd { $path }, then: cop
folder-unwritable = the folder can't be written
replay-failed = the repository can't be made
doctor-ok = ok
doctor-note = note
doctor-warning = warning
doctor-error = error
doctor-version = cop { $version }
doctor-cache = what cop keeps outside git (all of it can be made again) is in { $path }
doctor-no-cache = there is no folder where cop can keep anything outside git
doctor-community = { $name }, in { $path }
doctor-settings = { $place }: { $what }
doctor-today = today is { $date } ({ $zone })
doctor-no-documents = there are no documents yet
doctor-no-documents-help = every Markdown file in a kind's folder is a document, such as practices/our-first.md; if yours stand elsewhere, say in community.yaml where: kinds: practice: paths:
doctor-documents = { $all }: { $kinds }
doctor-unread = { $path } is not read: { $why }
doctor-branch = git, on branch { $name }, in { $path }
doctor-detached = git, not on a branch (detached HEAD), in { $path }
doctor-unborn = git, without a commit yet, in { $path }
doctor-broken-head = git's HEAD can't be understood: { $cause }
doctor-history = { $count ->
    [one] { $count } commit is known
   *[other] { $count } commits are known
}
doctor-member = git knows you as { $name } <{ $email }>: member { $handle }
doctor-namesakes = { $count ->
    [one] { $name } has one address in git
   *[other] { $name } has { $count } addresses in git, and counts as { $count } people
}
doctor-namesakes-member = commits from { $address } look like @{ $handle }'s: { $why }
doctor-namesakes-doubt = but { $doubt }; whoever has an address in that file acts as the member. If they say that it is theirs: { $command }
doctor-namesakes-mailmap = if they are one person, put the lines below in a file .mailmap at the top of the repository: all that was done from the last address of a line then counts as done from the first, so that has to be the one that you know is theirs
doctor-stranger = git knows you as { $name } <{ $email }>, and no member has that address
doctor-stranger-help = to be one: cop join
doctor-nobody = git does not know who you are
doctor-nobody-help = say it: git config --global user.name "Your Name", and git config --global user.email you@example.org
search-nothing-asked = there is nothing to look for
search-nothing-asked-help = type a word: cop search rhythm
search-list-help = for all documents: cop list
search-nothing = Nothing found for { $words }.
search-near-words = Near words here: { $words }
search-did-you-mean = Did you mean { $words }? { $command }
search-beginning =
    With words that begin with { $words } there { $count ->
        [one] is one document
       *[other] are { $count } documents
    }: { $command }
search-apart =
    { $typed } is not written as one word here; as { $words } it is in { $count ->
        [one] one document
       *[other] { $count } documents
    }: { $command }
search-part =
    { $typed } is in no document; { $words } is in { $count ->
        [one] one
       *[other] { $count }
    }: { $command }
search-not-now = Nothing at the moment for { $words }.
search-all = For all documents: cop list
search-last-changed = The last change was of "{ $title }", { $when }.
search-last-made = The newest document is "{ $title }", { $when }.
search-without =
    With { $conditions } nothing is left; without, { $count ->
        [one] one document is
       *[other] { $count } documents are
    } found: { $command }
search-nearest = The nearest:
list-page = { $first } to { $last } of { $all }
count-tags = { $count ->
    [one] { $count } tag
   *[other] { $count } tags
}
count-words = { $count ->
    [one] { $count } word
   *[other] { $count } words
}
count-searches = { $count ->
    [one] { $count } search with a name
   *[other] { $count } searches with a name
}
list-newest = newest first
list-oldest = oldest first
list-updated = last changed first
list-reviewed = longest not reviewed first
list-nothing = There are no documents yet.
list-nothing-such = Nothing matches.
list-no-searches = No search has a name yet; give one in community.yaml, under searches:, with what it searches for.
filter-unknown-key = no document has the key "{ $key }"
filter-where-help = write it as --where KEY=VALUE
hits-found-more = { $count } with every word, then those with some of them
document-accepted = accepted { $kind }
overview-open-count = { $count } open
overview-past = { $count ->
    [one] one more no longer holds
   *[other] { $count } more no longer hold
}
overview-next = Next
overview-new = New
overview-newest = Newest
overview-open = Open
overview-hint-search = Find:
overview-hint-show = Read:
overview-hint-more = More:
ways-none = There is no community here: no community.yaml in this folder or above it.
ways-try = Look around
ways-example = Make an example
ways-elsewhere = Go elsewhere
ways-help = All commands
ways-begin = Begin one
path-unknown = there is no file or folder { $path } here
path-outside = { $path } is not in this community
document-list = to see all of that kind: { $command }
do-search = cop search WORDS
do-like = cop search --like REF
do-add = cop add KIND TITLE
do-ask = cop ask TITLE
do-answer = cop answer REF
do-mark = cop mark { $it } STATE
do-mark-as = cop mark { $it } { $state }
do-supersede = cop mark { $it } superseded --superseded-by { $other }
do-promote = cop add practice --from { $it }
do-show = cop show TITLE
do-member = cop show HANDLE
do-history = cop history REF
do-list = cop list KIND
do-elsewhere = cop -C DIR
unclaimed-file = no kind claims { $path }, so it is no document and there is nothing to check in it
unclaimed-folder = no kind claims a file in { $path }, so there is nothing to check in it
unclaimed-help = which files are documents, and how to make these so: cop doctor
unclaimed = { $count ->
    [one] { $count } Markdown file is
   *[other] { $count } Markdown files are
} of no kind and { $count ->
    [one] does
   *[other] do
} not count: { $folders }
unclaimed-more = { $count ->
    [one] { $count } Markdown file is
   *[other] { $count } Markdown files are
} of no kind and { $count ->
    [one] does
   *[other] do
} not count: { $folders } and { $more ->
    [one] { $more } more folder
   *[other] { $more } more folders
}
unclaimed-paste = to make documents of them: put these lines in community.yaml, with another kind than practice where that fits better
unclaimed-under-kinds = to make documents of them: replace what stands under kinds: in community.yaml by these lines, with another kind than practice where that fits better
words-by-name = in the order of their letters
words-by-count = those of most documents first
words-by-telling = the most telling first
words-numbers = the number: in how many documents
tags-numbers = the number: in how many documents, those of the tags below it among them
tags-itself = { $count } itself
hit-tag = tag: { $tag }
hit-also = also called: { $name }
hook-gone = cop: this commit was not checked, for cop is neither where it was nor in PATH. Once it is there again: cop doctor --fix
hook-stopped = Nothing was committed. Mend it, git add it, and commit again; git commit --no-verify goes past it.
