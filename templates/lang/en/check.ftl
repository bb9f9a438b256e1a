# What a check says.
check-no-such-rule = no rule is called "{ $name }"
check-nearest-rule = did you mean { $name }?
check-rules-list = all rules: cop check --rules
check-errors = { $count -> 
    [one] { $count } error
   *[other] { $count } errors
}
check-warnings = { $count -> 
    [one] { $count } warning
   *[other] { $count } warnings
}
check-notes = { $count -> 
    [one] { $count } note
   *[other] { $count } notes
}
check-more = { $count } more of { $rule } in this file
check-more-files = and { $count } more such files, of which this is the first
check-rules-adopted = * for kinds with paths in community.yaml: { $kinds }
check-severity-adopted = For kinds with paths in community.yaml ({ $kinds }): { $severity }
check-severity-off = off
check-explain-bad = What it objects to
check-explain-good = Instead
check-explain-options = What can be set, under options: in check: of community.yaml
check-option-own = this is a rule of your own
check-option-none = nothing can be set of this rule
check-option-known = what can be: { $names }
check-option-unknown = of { $rule } there is no { $name } to set
check-option-wants-share = a share of 50 to 100 % is expected here
check-option-wants-words = a number of words is expected here, 10 to 10000
check-explain-see = cop check --explain { $rule } says what it decides
check-explain-mend = What to do
check-nearest = nearest: { $name }
check-gone-deleted = it was deleted on { $day }, in { $commit }; take the reference away, or bring the document back: git restore -SW -s { $commit }~ -- { $path }
check-gone-moved = since { $day } ({ $commit }) it is: { $path }
check-gone-staged = it was moved, in no commit so far; it is: { $path }
check-gone-kept = the last commit has it and it is gone since; take the reference away, or bring the document back: git restore -SW -s HEAD -- { $path }
check-did-you-mean = did you mean { $name }?
check-write = write: { $text }
check-missing-field = the field "{ $field }" is missing
check-missing-field-help = add a line to the front matter: { $field }: …
check-missing-section = the section "{ $section }" is missing
check-missing-section-help = add a heading: ## { $section }
check-unknown-field = unknown key "{ $key }"
check-wrong-type = { $key }: "{ $value }" can not be used
check-wants-list = { $key } takes a list of values, and this is no list
check-wants-list-help = write: { $key }: [first, second]
check-wants-one = { $key } takes one value
check-wants-one-help = write: { $key }: …
check-wants-mapping = { $key } takes a mapping of names and texts
check-wants-mapping-help = write: { $key }: {"{"}nl: …, en: …{"}"}
check-wants-duration = write a length of time, such as 6 months
check-wants-number = write a number
check-wants-yes-no = write yes or no
check-wants-url = write the whole address, such as https://example.org/page
check-wants-email = write only the address, such as anna@example.org
check-wants-language = write the code of a language, such as nl
check-wants-line = write it on one line
check-wants-one-of = one of these: { $values }
check-wants-text = write a text
check-impossible-date = { $key }: "{ $value }" is no date
check-date-form = write the year, the month and the day, as in YYYY-MM-DD
check-date-none = there is no such day; write YYYY-MM-DD
check-date-readings = { $one } or { $other }?
check-unknown-state = a { $kind } has no state "{ $state }"
check-other-kind = this is a { $own } by its folder, not a { $kind }
check-unknown-kind = no kind is called "{ $kind }"; by its folder this is a { $own }
check-unknown-tag = the tag "{ $tag }" is not on the list
check-unknown-tag-help = the list is under tags: in community.yaml
check-near-tag = the tag "{ $tag }" is not on the list
check-near-folder = { $count ->
    [one] one Markdown file in { $folder }/ is a document of no kind
   *[other] { $count } Markdown files in { $folder }/ are documents of no kind
}
check-near-folder-help = did you mean { $folder }/?
check-no-title = the document has no title
check-empty-title = the title is empty
check-empty-title-help = it is called "{ $title }" as long as nothing stands here
check-no-title-help = it is called "{ $title }" after its file; begin the text with: # A title
check-field-twice = "{ $key }" is the same field as "{ $earlier }" above
check-field-twice-help = only the first one counts: keep one
check-too-many-tags = { $count ->
    [one] { $count } tag; { $limit } is the limit
   *[other] { $count } tags; { $limit } is the limit
}
check-too-many-tags-help = keep those that say what the document is about
check-translated-state = the state "{ $state }" is not in the language of the keys
check-ignored-name = { $key }: "{ $name }" is not what this document is called
check-ignored-name-help = its file makes it { $name }; put other names under aliases
check-front-unfenced = "{ $key }" is text here and no field
check-front-unfenced-help = fields stand at the top of the file, between two lines with only ---
check-front-below = The front matter stands below other text, so it is read as text.
check-front-below-help = Move it to the top: `---` must be the first line.
check-dead-document = no such document: { $name }
check-empty-link = this link leads nowhere
check-empty-link-help = write between the brackets behind it where it leads, or leave them out
check-dead-file = no such file: { $name }
check-dead-from-root = it stands there from the root; from here: { $path }
check-dead-host = write the whole address: { $address }
check-wrong-case = the file is called { $name }
check-missing-extension = { $name } lacks the ending of the file
check-missing-heading = "{ $title }" has no heading #{ $id }
check-missing-heading-here = this document has no heading #{ $id }
check-undefined-label = no [{ $label }]: … says where this leads
check-undefined-label-help = add a line: [{ $label }]: address
check-dead-wikilink = nothing is called "{ $name }"
check-ambiguous = { $count ->
    [one] { $count } document is called "{ $name }"
   *[other] { $count } documents are called "{ $name }"
}
check-dead-relation = { $relation }: nothing is called "{ $name }"
check-wrong-relation = { $relation } leads to a { $kind }; it takes: { $wanted }
check-self-relation = { $relation } leads to this document itself
check-unknown-handle = nobody here is called @{ $handle }
check-unknown-mention-help = a member has a file of their own; put the word in backticks if it is no person
check-missing-image = no such picture: { $name }
check-retired-link = "{ $title }" no longer holds ({ $state })
check-retired-link-help = its successor: { $name }
check-one-sided = { $path } does not say { $relation }
check-one-sided-help = add to { $path }: { $line }
check-circle = this and { $names } supersede each other in a circle
check-circle-self = this supersedes itself
check-circle-help = decide which one holds
check-orphaned-answer = this looks like an answer, but there is no question "{ $name }"
check-orphaned-answer-help = put the question back, or give the folder the name that it has now
check-host-root = { $name } begins at the root of the host
check-host-root-help = write the path from this document
check-backslash = folders are parted by / in a link
check-duplicate-slug = { $name } is already { $path }
check-duplicate-slug-help = rename one of them
check-duplicate-slug-pattern = to name them by their folders too, write one pattern under paths: { $pattern }
check-duplicate-number = { $path } has number { $number } already
check-duplicate-number-help = rename this one to { $name }, and the links to it
check-missing-number = its name has no number
check-missing-number-help = rename it to { $name }, and the links to it
check-case-twins = { $path } differs from { $other } only in capitals
check-shadowing-alias = "{ $alias }" is what { $path } is called
check-shadowing-alias-help = remove the alias, or rename the other document
check-unportable-letter = Windows has no files with { $letter } in their name
check-unportable-device = Windows keeps the name { $name } for a device
check-unportable-end = a name that begins or ends with a space, or ends with a full stop, is lost on Windows
check-unportable-help = rename it, such as: { $name }
check-long-path = the path is too long for some systems: more than { $limit }
check-accent-twins = this name differs from { $other } only in how an accent is written
check-missing-need = { $state } needs { $need }
check-foreign-answer = { $name } is no answer to this question
check-foreign-answer-help = name one of its own under accepted:
check-contradictory-state = it says { $said } and is { $state } by what follows
check-contradictory-state-help = remove status: it follows from the rest
check-shared-address = { $address } is in { $path } too
check-shared-key = a key of this file is in { $path } too
check-shared-address-help = leave it with the member whose it is
check-unknown-handle-help = add the member's file, or write the name without @
check-nameless = member { $handle } has no name
check-nameless-help = add a line to the front matter: name: …
check-review-overdue = a review was due on { $date }
check-review-overdue-help = read it; if it still holds, write: { $key }: { $today }
check-future-review = { $date } is still to come
check-future-review-help = write the day on which it was last read; for the next time: review_by
check-no-steward = nobody is its steward
check-no-steward-help = name one: steward: HANDLE
check-unanswered = { $days ->
    [one] no answer after { $days } day
   *[other] no answer after { $days } days
}
check-stale-proposal = { $days ->
    [one] open for { $days } day
   *[other] open for { $days } days
}
check-unanswered-help = answer it in a file of your own: { $folder }/HANDLE.md
check-stale-proposal-help = decide, and say so under status:
check-template-text = words of the template were left in
check-template-text-help = write what they ask for, or remove them
check-merge-conflict = an unfinished merge
check-merge-conflict-help = choose one version and remove the marks
check-empty-section = nothing stands under "{ $heading }"
check-empty-section-help = write what belongs there, or remove the heading
check-image-without-text = a picture without words
check-image-without-text-help = write between the brackets what it shows
check-mixed-line-ends = { $odd ->
    [one] one line end differs
   *[other] { $odd } line ends differ
} from the other { $most }
check-mixed-line-ends-help = save the file with one kind of line end
check-undefined-term = { $count ->
        [one] { $count } document says
       *[other] { $count } documents say
    } { $word }, and nothing says what it is
check-undefined-term-help = cop add term { $word }, or write it out once: … ({ $word })
check-forbidden-variant = the glossary says { $term }, and not "{ $word }"
check-forbidden-variant-help = { $path } says why; where the word itself is meant, put it between quotes
check-two-definitions = "{ $name }" is a name of { $path } too
check-two-definitions-help = make one term of them, or give each a name of its own
check-placeholder-people = { $key }: "{ $text }" names nobody yet
check-placeholder-people-help = name the people, or remove the line
check-no-outcome = it is accepted, and no heading says what was decided
check-empty-outcome = it is accepted, and nothing stands here about what was decided
check-no-option = it is accepted, and no option is chosen
check-no-outcome-help = say which option was chosen and why, or that it is still proposed
check-heading-skips = "{ $heading }" is a heading of level { $level } right below one of level { $above }
check-heading-skips-help = begin it with { $marks }
check-second-title = "{ $heading }" is a second title, after "{ $title }"
check-second-title-help = begin it with ##, and what belongs to it one level lower
check-near-duplicate = { $share } % of this stands in { $path } too
check-near-duplicates = { $count } other documents are nearly the same as this one, the first of them { $path }
check-near-duplicate-help = make one of them, or say in each what the other is to it
check-outside-link = this leads out of the repository
check-outside-link-help = copy it into the repository, or link to its address
check-scripting-tag = <{ $name }> brings a program or another page
check-scripting-handler = { $name } runs a program
check-scripting-address = this address is a program
check-scripting-help = remove it
check-hidden = { $code } can not be seen
check-hidden-steers = { $code } steers a terminal
check-hidden-deceives = { $code } turns the direction of reading or hides text
check-hidden-help = delete it and type the words around it again
check-odd-link = a symbolic link; what it leads to is not read
check-odd-link-help = put the file itself here, or link to it from a text
check-odd-device = this is no regular file and is not opened
check-odd-device-help = move it out of the folder
check-odd-unreadable-help = see who may read it
check-odd-name = the name of this file is no UTF-8
check-odd-name-help = rename it
check-known = { $count } known
check-page-found = cop check: { $counts } in { $documents }
check-page-well = cop check: all is well in { $documents }
check-page-nothing-new = cop check: nothing new in { $documents }; { $count ->
    [one] { $count } finding was
   *[other] { $count } findings were
} known
check-page-line = line { $line }
check-page-more = { $count ->
    [one] { $count } more finding
   *[other] { $count } more findings
} in { $files ->
    [one] { $files } file
   *[other] { $files } files
}: `cop check` tells all of them.
check-page-explain = Why, and how to mend it: `cop check --explain RULE`, with the name behind a finding; `cop check --fix` mends what can't be meant otherwise.
watch-mended = mended: { $path }  { $rule }  { $said }
watch-same = { $count } as before
watch-begins = checks again when something changes, until Ctrl-C
watch-changed = changed: { $paths }{ $more ->
    [0] {""}
    [one] {" "}and 1 other
   *[other] {" "}and { $more } others
}
watch-format = --watch goes on telling, and -f { $name } is for what has an end
baseline-line = this is no line of a baseline
baseline-line-help = a line has the code of a rule, the file and the words, with a tab between each; cop check --write-baseline writes all of them again
baseline-kept = { $count ->
    [0] Nothing was found, so there is no baseline.
    [one] 1 finding is let be from now on; what is new is told.
   *[other] { $count } findings are let be from now on; what is new is told.
}
baseline-new = { $count ->
    [one] 1 of them was not in it before.
   *[other] { $count } of them were not in it before.
}
check-left-out = { $count ->
    [one] 1 document is left out by your sparse checkout, and not checked.
   *[other] { $count } documents are left out by your sparse checkout, and not checked.
}
baseline-mended = { $count ->
    [one] 1 finding of the baseline is mended; cop check --write-baseline takes it out.
   *[other] { $count } findings of the baseline are mended; cop check --write-baseline takes them out.
}
commit-baseline = { $count ->
    [0] Take the baseline of check away
    [one] Let 1 finding of check be
   *[other] Let { $count } findings of check be
}
compared-unknown = no commit is called "{ $name }"
compared-unknown-help = a branch, a tag or a commit, such as origin/main
compared-cut = this clone does not go back to "{ $name }"
compared-cut-help = git fetch --unshallow, or in a workflow fetch-depth: 0
compared-apart = "{ $name }" and what is checked out here have no commit in common
compared-merging = a merge is not finished, so that it is open what would be committed
compared-merging-help = finish it, or git merge --abort
compared-damaged = git can not read what it keeps
compared-damaged-help = git fsck tells what is damaged
compared-not-staged = { $file } is not among what would be committed
compared-not-staged-help = git add { $file }
check-allowance-unknown = no rule is called "{ $name }", so this allows nothing
check-allowance-unused = nothing here is wrong by { $name }
check-allowance-unused-help = remove the comment
commit-mend-rules = Mend { $rules }
mend-text = { $count ->
    [one] 1 place
   *[other] { $count } places
}
mend-fixed = { $count ->
    [one] Mended in 1 document: { $rules }
   *[other] Mended in { $count } documents: { $rules }
}
check-explain-safe = cop check --fix does it.
check-explain-unsafe = cop check --fix --unsafe-fixes does it, as it is most likely meant.
check-explain-asked = cop check --fix does it, where you say that it is right.
mend-left = { $would ->
    [yes] cop check --fix would leave these as they are, because they have changes of yours that are not committed: { $paths }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }
    [faulty] Left as they are, because they have changes of yours in which errors stay: { $paths }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }
   *[other] Left as they are, because they have changes of yours that are not committed: { $paths }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }
}
mend-no-commit = --no-commit mends the files and commits nothing
mend-faulty = this file has changes of yours in which errors stay
mend-faulty-help = cop check shows them; mend those first, or --no-commit mends the files and commits nothing
mend-own-edits = --with-my-edits commits your changes together with what is mended; --no-commit mends the files and commits nothing
mend-follows-edited = { $path } would have to change too, and has changes of yours that are not committed
mend-no-way-back = There is no git repository here, so nothing keeps what stands there now.
mend-no-way-back-ask = Change { $count ->
    [one] 1 document
   *[other] { $count } documents
}?
check-mendable = { $count ->
    [one] 1 of them can be mended by cop check --fix
   *[other] { $count } of them can be mended by cop check --fix
}
check-mendable-staged = { $count ->
    [one] 1 of them can be mended by cop check --fix --no-commit; then git add the file again
   *[other] { $count } of them can be mended by cop check --fix --no-commit; then git add the files again
}
check-mendable-both = { $count } of them can be mended by cop check --fix, { $likely } more with --unsafe-fixes
check-mendable-likely = { $count ->
    [one] 1 of them can be mended by cop check --fix --unsafe-fixes
   *[other] { $count } of them can be mended by cop check --fix --unsafe-fixes
}
mend-line-ends = { $path }: only line ends change, { $from } to { $to } in { $count ->
    [one] 1 line
   *[other] { $count } lines
}
mend-fixable = { $count ->
    [one] Can be mended in 1 document: { $rules }
   *[other] Can be mended in { $count } documents: { $rules }
}
own-says = { $en }
own-more = the community's own rules found more than is told here (another { $count })
own-found = the search { $search } is to find nothing and finds this
own-other-form = the value "{ $value }" of { $field } does not have the form { $pattern }
own-name-taken = "{ $name }" means a rule of cop's, { $rule }; give this one another name
own-no-such-kind = there is no kind "{ $kind }"
own-no-such-field = no kind has a field "{ $field }", and no document either
search-unpaired = this { $sign } has no other half, and is taken for text
search-unpaired-help = close it, or leave it out
own-demands-none = This search is to find nothing: { $search }
own-demands-section = A section { $section } has to be there.
own-demands-field = The field { $field } has to be filled in.
own-demands-form = The field { $field } has to be filled in, in the form { $pattern }
own-for-all = It is for all documents.
own-for-kinds = It is for documents of the kind { $kinds }.
own-for-found = It is for the documents that this search finds: { $search }.
own-for-both = It is for documents of the kind { $kinds } that this search finds: { $search }.
own-asks-me = a rule is the same for everybody, so nobody in it is me
own-asks-me-help = name a member: @HANDLE
check-other-line-ends = the lines end in CRLF here, and in LF in { $count ->
        [one] another document
       *[other] { $count } others
    }
check-other-line-ends-help = save the file with LF
check-contradictory-succeeded = it says { $said }, and that { $new } took its place
