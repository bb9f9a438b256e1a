# Queries, and the periods in them.
when-unknown = “{ $text }” is no date or period; write for example 2025, 2025-01-03, 2025-01..2025-03, 30d.. or "last month"
when-nearest = “{ $text }” is no date or period; did you mean { $nearest }?
when-backwards = “{ $text }” begins on { $from } and ends before that, on { $to }
query-cut = This query is very long; only its first part counts.
query-many-words = This query has very many words; the first { $most } count.
query-nearest = did you mean { $names }?
query-no-kind = there is no kind “{ $typed }”
query-no-state = there is no state “{ $typed }”
query-no-key = there is no field “{ $typed }”
query-no-flag = “is:{ $typed }” is none of is:open, is:unanswered, is:stale, is:mine, is:retired
query-no-number = “{ $typed }” is no number
query-number-help = write for example { $key }:3, { $key }:>3 or { $key }:3..5
query-not-comparable = “{ $key }” holds text, which can't be compared with < and >
query-not-comparable-help = write { $key }:value, or { $key }:begin* for values that begin so
query-nobody = cop does not know who you are, so nothing is yours
query-nobody-help = a file of your own in members/, with your address under emails:, makes you a member
