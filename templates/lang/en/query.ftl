# Queries, and the periods in them.
when-unknown = “{ $text }” is no date or period; write for example 2025, 2025-01-03, 2025-01..2025-03, 30d.. or "last month"
when-nearest = “{ $text }” is no date or period; did you mean { $nearest }?
when-backwards = “{ $text }” begins on { $from } and ends before that, on { $to }
