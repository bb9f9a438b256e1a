# How results and errors are shown.
day-today = today
day-yesterday = yesterday
day-tomorrow = tomorrow
day-on = on { $day }
month-1 = Jan
month-2 = Feb
month-3 = Mar
month-4 = Apr
month-5 = May
month-6 = Jun
month-7 = Jul
month-8 = Aug
month-9 = Sep
month-10 = Oct
month-11 = Nov
month-12 = Dec
weekday-1 = Mon
weekday-2 = Tue
weekday-3 = Wed
weekday-4 = Thu
weekday-5 = Fri
weekday-6 = Sat
weekday-7 = Sun
said-error = error
said-warning = warning
said-note = note
said-hint = hint
said-because = because
format-unknown = there is no format "{ $name }" here
format-choose = one of these: { $names }
format-not-a-list = the format "{ $name }" is for lists, and this is none
format-not-files = the format "{ $name }" is for lists of files, and these are none
format-path-left-out = { $path }{ $more ->
    [0] {""}
    [one] {" "}and { $more } other
   *[other] {" "}and { $more } others
} left out: the name holds a character that can not stand on a line; -f json has it
text-shortened = The text is longer than 1 MiB, and only its beginning is shown; with -f md or -f json it is whole.
output-not-written = the output could not be written
result-not-serialised = this result could not be turned into { $format }
