# What the command line says when it can't be understood.
usage-unknown-command = there is no command "{ $name }"
usage-here-it-is = here that is: { $command }
usage-search-for = to search for it: cop search { $words }
usage-unknown-flag = there is no option { $flag } here
usage-nearest = did you mean { $name }?
usage-help = all that can be asked: cop --help, and cop COMMAND --help
usage-no-value = { $flag } needs a value
flag-value = { $flag } can't be "{ $value }"
flag-no-day = { $flag } needs a day, and "{ $text }" names none
usage-values = one of these: { $values }
usage-missing = something is missing: { $name }
usage-example = for example: { $command }
usage-conflict = { $one } and { $other } don't go together
usage-not-utf8 = the command line is no UTF-8 text
usage-other = the command line can't be understood
schema-unknown = no answer is called "{ $name }"
man-failed = the manual page can't be made
now-unclear = COP_NOW, which replaces the clock, is "{ $text }", and that is no moment
now-unclear-help = write for example COP_NOW=2026-11-22T09:00:00Z, or leave it out
usage-help-command = all about it: { $command }
usage-not-utf8-help = a file whose name is no UTF-8 has to be given another name first
usage-too-many = "{ $name }" is one thing too many here
usage-quote = a title of several words goes between quotes: cop show "How often should we meet?"
word-file = a Markdown file in the folder of its kind, such as practices/our-first.md: make or change it with any editor
word-settings = a file community.yaml with the two lines "format: 1" and "name: What it is called"; cop demo makes an example
word-git = git itself: git add, git commit, git pull, git push
words-intro = Words that people try, and what they are here:
