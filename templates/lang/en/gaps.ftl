# What a community lacks: what hangs on one person, or on people who left.
gaps-nothing = nothing is lacking, as far as can be seen
gaps-no-documents = nothing here yet that could hang on anybody
gaps-too-little = too little here for a judgment: no topic has three documents yet
gaps-what-there-is = What there is
gaps-few = { $count ->
    [0] nobody took part in the last year: whatever stands here hangs on people who are gone
    [one] everything here hangs on one person
   *[other] everything here hangs on { $count } people
}
gaps-few-help = the first remedy is company:
gaps-waiting = { $count ->
    [one] { $count } was invited and has not begun yet
   *[other] { $count } were invited and have not begun yet
}: { $names }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}
gaps-one-person = Topics that hang on one person
gaps-topic-most = most of it, { $count } of { $all } documents
gaps-topic-nearly = nearly all of it, { $count } of { $all } documents
gaps-topic-all = all of it, { $count } of { $all } documents
gaps-topic-most-here = most of what anyone here knows of it, { $count } of { $all } documents
gaps-topic-nearly-here = nearly all that anyone here knows of it, { $count } of { $all } documents
gaps-topic-all-here = all that anyone here knows of it, { $count } of { $all } documents
gaps-topic-gone = { $count } of { $all } documents
gaps-steward-left = Documents whose steward left
gaps-kept = { $count ->
    [one] keeps { $count } document
   *[other] keeps { $count } documents
}
gaps-only-left = Documents whose people are gone
gaps-made = { $count ->
    [one] { $count } document
   *[other] { $count } documents
}
gaps-second = could be the second:
gaps-nobody-yet = a second: nobody yet; ask for one in the next meeting
gaps-interested = interested
gaps-follows = follows it
gaps-last-seen = last seen { $day }
gaps-handle = HANDLE
gaps-do-steward = cop set { $it } steward={ $who }
gaps-do-steward-all = cop set --steward { $left } steward={ $who }
gaps-note-gone = last seen: no member, and not seen for a year
gaps-note-folders = few documents have tags, so topics are folders
gaps-note-kinds = few documents have tags, so topics are kinds
gaps-note-untagged = { $count ->
    [one] { $count } document has no tag and is about no topic:
   *[other] { $count } documents have no tags and are about no topic:
}
gaps-note-no-history = without history only what documents say of people is known
gaps-searches = Searched for, not found
gaps-searched = { $count ->
    [one] once, { $when }
   *[other] { $count } times, last { $when }
}
gaps-searches-note = only you see this; to forget it:
gaps-searches-hint = to see here what you searched for and did not find, remembered for you alone:
searches-forgotten = { $count ->
    [0] Nothing that was searched for here was kept.
    [one] Forgotten: { $count } search that found nothing.
   *[other] Forgotten: { $count } searches that found nothing.
}
searches-remembered = From now on searches that find nothing, or with a word that is nowhere, are remembered: in all communities on this machine, each in its own clone, and for you alone.
searches-not-remembered = Searches that find nothing are not remembered.
searches-kept = { $count ->
    [one] { $count } from before is still kept here.
   *[other] { $count } from before are still kept here.
}
searches-to-stop = to stop that:
searches-to-begin = to begin:
searches-to-forget = to forget these:
searches-not-forgotten = what was searched for can't be removed
gaps-only-asked = Asked about, with nothing written down that holds
gaps-asked = { $count ->
    [one] 1 question
   *[other] { $count } questions
}
gaps-do-from = cop add practice --from { $question }
gaps-do-add = cop add practice -t { $tag }
gaps-goals = Goals to which no question leads
gaps-goal = { $text }
gaps-do-ask = cop ask { $text }
gaps-at-rest = Topics at rest
gaps-rests = nothing was done since { $day }
gaps-unused = What nobody says they use
gaps-nobody-uses = { $count } of { $all }
gaps-knows = Who could:
gaps-undefined = Words that nothing explains
gaps-do-term = cop add term { $word }
