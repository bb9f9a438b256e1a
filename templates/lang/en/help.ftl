# The headings of the help pages; what stands under them are the doc comments of the commands.
help-usage = Usage:
help-word-options = OPTIONS
help-word-command = COMMAND
help-group-every-day = Every day
help-group-change = Change
help-group-people = People
help-group-keep-true = Keep true
help-group-start = Start
help-group-tools = For tools
help-example = For example
help-section-arguments = What
help-section-options = Options
help-section-which = Which documents
help-section-how-much = How much, in what order
help-section-content = What it says
help-section-writing = How it is written
help-section-everywhere = With every command
