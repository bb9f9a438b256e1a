# What happened, to a document and in the community.
event-created = made
event-present = was there already
event-renamed = renamed
event-was-path = was { $from }
event-was-title = was called { $from }
event-status = { $from } → { $to }
event-reviewed = reviewed, still true
event-revised = reviewed, revised
event-reviewed-too = reviewed too
event-reviewed-and = reviewed too, also by { $who }
event-reviewed-by = reviewed by { $who }
event-redated = review date set in bulk
event-accepted = another answer accepted
event-somebodys = { $name }'s
event-handed = new steward
event-retitled = new title
event-tagged = tags changed
event-used = used
event-thanked = thanked
event-thanked-whom = { $whom }, for { $what }
event-followed = followed
event-edited = changed
event-edited-times = { $count ->
    [one] changed once
   *[other] changed { $count } times
}
event-deleted = taken away
event-restored = brought back
event-joined = joined
event-left = left
event-back = came back
event-asked = asked
event-answered = answered
event-reported = reported
event-flagged = flagged as { $what }
event-settled = flag settled
event-field = { $field }: { $to }
event-field-from = { $field }: { $from } → { $to }
event-field-gone = { $field }: taken out
story-of-kind = { $name } ({ $kind })
story-undated = undated
story-many = { $count } { $kinds } ({ $titles })
story-many-documents = { $count ->
    [one] one document ({ $titles })
   *[other] { $count } documents ({ $titles })
}
history-nothing-here = the part of the history that is here says nothing about it
history-nothing = git has nothing about it yet: it has not been committed
history-nothing-such = nothing of the kind happened
history-nothing-known = the part of the history that is here says nothing about documents
history-nothing-yet = nothing has happened here yet: no document has been committed
history-nothing-between = nothing happened in that time; the history runs from { $first } to { $last }
history-future = { $since } is still to come, so nothing happened since
history-nobody-called = nobody is called "{ $name }"
history-nobody-help = who helped, with what they are called: cop contributors
history-older = there is more: -n { $count }, or --since with a time
history-of-member = what they did: { $command }
history-one = -k and -t choose among documents, and one is named already
history-one-help = of all documents: cop history, without REF
