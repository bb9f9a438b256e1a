# What commands that write say, and what their commits say.
change-committed = Committed { $commit }
change-committed-for = Committed { $commit } for { $name }
change-left = Written, and left for you to commit
change-no-git = Written; there is no git repository here, so no history is kept
change-unread-git = Written and not committed: { $reason }
change-nothing = Nothing to change: it is so already
change-also = Changed with it: { $paths }
change-diff-shown = the text has control characters, which are shown escaped here, so git apply can't use this; with -o FILE it is exact
change-no-member = there is no member "{ $name }"
change-no-address = git has to name an address, and none is known of { $name }
change-no-address-help = write one under emails: in { $path }, or leave out --author
recovered-completed = a write that was cut off has been finished
recovered-withdrawn = a write that was cut off has been taken back
recovered-not = a write that was cut off could not be put right: { $why }

# The first lines of commits, in the community's language
commit-add = Add { $name }
commit-add-titled = Add { $name } ("{ $title }")
commit-tags = tags { $tags }
commit-of = { $name }: { $what }
commit-move = { $name }: { $from } → { $to }
commit-accept = { $name }: { $from } → { $to } ({ $who })
commit-field = { $field } = { $value }
commit-field-more = { $field } + { $value }
commit-without = no { $field }
commit-many = { $count ->
    [one] { $what } ({ $count } document)
   *[other] { $what } ({ $count } documents)
}

# Which documents
which-nothing = nobody said which document
which-nothing-help = its ref, title or path goes first; or filters, such as --kind practice, for many at once
which-many = About to change: { $titles }
which-many-ask = { $count ->
    [one] Change { $count } document?
   *[other] Change all { $count } documents?
}
which-set-help = its ref, title or path goes first: cop set REF { $what }

# Fields
set-nothing = nobody said what to set
set-no-assignment = "{ $text }" sets nothing
set-no-assignment-help = write KEY=VALUE, such as steward=anna; KEY+=VALUE adds to a list, and KEY= takes the field away
set-contradiction = "{ $key }" is both given and taken away
set-unknown = a { $kind } has no field "{ $key }"
set-unknown-help = a field of your own is declared in community.yaml: kinds: { "{" }{ $kind }: { "{" }fields: { "{" }{ $key }: { "{" }type: line{ "}" }{ "}" }{ "}" }{ "}" }
set-wrong = { $key } can't be "{ $value }"
set-hidden = { $key } has a character in it that can't be seen: { $letter }
set-one = { $key } takes one value
set-twice = { $label } is another name for { $key }, which was given too
set-title = the title stands in the heading of the text, and the file is called after it
set-title-help = cop rename { $name } { $title }
set-reviewed = a review is of one document: it says that somebody has read it
set-reviewed-help = cop review takes the next one that waits; or name one: cop review { $name }
set-became = { $title }  { $what }
set-kind = where a file stands makes it a { $kind }; its front matter can't make it another kind
set-kind-help = add a document of that kind, and take the text over
set-wants-day = write a day, such as 2026-03-01 or tomorrow
set-person-help = somebody who is no member, or a team, is written with a capital
relate-wrong-kind = { $key } can't be { $name }, which is of another kind
relate-circle = { $key } would go round in a circle: { $way }
relate-circle-help = if { $name } is in force again: cop mark { $name } { $state }
relate-itself = { $key } can't be { $name } itself

# Tags
tag-nothing = nobody said which tag
tag-nothing-help = cop tag REF TAG gives a tag; --remove TAG takes one away
tag-sign = a tag does not begin with a sign: { $text }
tag-sign-give = cop tag REF { $tag } gives it
tag-sign-take = cop tag REF --remove { $tag } takes it away
tag-none = "{ $text }" is no tag
tag-unknown = this community has no tag "{ $tag }", and keeps to its list
tag-unknown-help = cop list tags shows the list; it stands in community.yaml
tag-new-near = the tag "{ $tag }" is new here; there is { $near } already
tag-not-there = { $name } does not have the tag "{ $tag }"

# States
mark-no-states = a { $kind } has no states
mark-needs = a { $kind } that is { $state } also has to say: { $field }
mark-needs-help = name it: { $command } { $flag } …
mark-field = { $label } ({ $key })
mark-word = "{ $word }" speaks of another document, and you did not say which: { $field } …
mark-word-none = if there is none: { $command }
mark-new-help = name it: --set { $key }=…
mark-new-none = if there is none: --set "status={ $state }"
mark-ask-other = { $relation }:
mark-ask = a title, a ref or a number
mark-ask-none = a title, a ref or a number; Enter alone if there is none: then it is { $state }
mark-elsewhere = the text says another state here, and that is not cop's to change
mark-elsewhere-help = change it in the text; or take it out there, and do this again
mark-left = what else is said here about its state is left as it was; see whether it still holds
mark-follows = { $state } follows from an answer that is accepted
mark-follows-help = cop accept { $name }/HANDLE
mark-odd-move = from { $from } to { $to } is not a usual step here; usual: { $usual }
mark-odd-move-last = from { $from } to { $to } is not a usual step here; nothing usually follows { $from }
mark-became = { $title }  { $from } → { $to }
accept-became = { $title }  { $from } → { $to } ({ $who })
accept-became-another = { $title }  another answer is accepted ({ $who })
accept-next = Make it a { $kind }: { $command }
accept-no-answer = { $name } is no answer to a question
accept-closed = { $name } is closed
accept-closed-help = cop mark { $name } open

# New documents
add-child = this kind stands below another ({ $kind } below { $parent }) and can't be added by itself
add-no-question = { $name } is nothing that can be answered
add-no-title = a title is missing
add-no-title-help = cop add { $kind } "What it is about"
answer-again = You have answered this before, and now there are two answers; to change the first: { $command }
add-empty = the text is empty
add-not-text = this is no UTF-8 text
add-unread = the text can't be read
add-no-file = there is no file { $path }
add-no-file-help = a path is read from { $folder }; - takes what is piped in
add-guessed = { $path } is not in UTF-8, so it was read as Windows-1252, the way spreadsheets save: see whether the names are right
add-faulty = the front matter of the text can't be used: { $what }
add-other-kind = the text says that it is a { $said }, and no { $kind }
add-taken = there is a { $kind } { $name } already
add-taken-help = cop show { $name }
add-no-place = a file for this title would not be a { $kind } here
add-no-place-help = community.yaml says under kinds: { $kind }: paths: which files are
demo-written = written in a copy of the example, in which you are { $name }; go on there with: cd { $path }
like-it = Like it: { $title } ({ $what })  { $name }
editor-no-terminal = there is no terminal to edit on
editor-no-terminal-help = -b TEXT or -F FILE brings the text; -F - takes what is piped in
editor-no-file = there is no place for the text while it is edited
editor-gone = the text is gone; nothing was written
editor-gone-help = the editor { $editor } left no file behind
editor-failed = the editor { $editor } did not end well
editor-failed-help = nothing was written; GIT_EDITOR or git config core.editor names another
editor-kept = your text is kept in { $path }
editor-kept-again = the same command with -F { $path } goes on with it
editor-unchanged = you left the text as it was, so nothing was written
editor-unchanged-help = write in it and save it; or -b TEXT brings the text
title-empty = the title is empty
title-lines = a title is one line
title-hidden = the title has a character in it that can't be seen: { $letter }
title-long = a title can have { $limit } characters; this one has { $count }
