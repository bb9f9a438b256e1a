# Who wrote which lines
lines-none = There is nothing in this document.
lines-beyond = There is no such line: this document has { $count }.
lines-uncommitted = not committed yet
lines-older = { $day }, or older
lines-older-unknown = older than the history here
lines-unknown = not known: part of the history is not here, or is too much to compare
lines-range = { $text } is no range of lines
lines-range-help = from and to, counted from 1: --lines=10,20, or one of them: --lines=10
helped-lines = { $added ->
    [one] { $added } line added
   *[other] { $added } lines added
}, { $removed } removed, { $alive ->
    [0] none
   *[other] { $alive }
} there today
