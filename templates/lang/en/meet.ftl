# Meetings: when they are, what is on them, and what came of them.
meet-nothing = No meeting is planned.
meet-rhythm-none = There is no rhythm; `rhythm: every 6 weeks` in community.yaml says one.
meet-rhythm-unread = The rhythm in community.yaml, "{ $rhythm }", can't be counted with; `every 6 weeks` can.
meet-rhythm-first = Rhythm: { $every }. Nobody has met yet.
meet-rhythm-kept = Rhythm: { $every }. Last { $last }, next { $next }, { $apart } apart: kept.
meet-rhythm-late = Rhythm: { $every }. Last { $last }, next { $next }, { $apart } apart; by the rhythm it would have been { $expected }.
meet-rhythm-open = Rhythm: { $every }. Last { $last }, and nothing is planned; by the rhythm it would be { $expected }.
meet-rhythm-past = Rhythm: { $every }. Last { $last }, and nothing is planned; by the rhythm it would have been { $expected }.
meet-no-kind = this community has no kind of meetings
meet-no-meeting = { $name } is no meeting
meet-none-at-hand = no meeting is today, and none that is past waits to be closed
meet-which = there is more than one meeting on { $day }: which?
meet-none-next = the next is { $name }, on { $day }
meet-cancelled = { $name } was called off
meet-future = { $name } is still to be, on { $day }
meet-was = { $name } was on { $day }: its agenda is done
meet-when = there is no rhythm to go by
meet-when-help = cop meet plan 2026-12-10, --every "6 weeks", or `rhythm: every 6 weeks` in community.yaml
meet-what = "{ $text }" is neither a day nor a meeting
meet-what-help = a day: 2026-12-10, "3 Dec 14:00", "next Thursday"; the title stands behind it
meet-past = { $day } is past: only what is still to be is planned
meet-past-help = a meeting that was: cop add { $kind } TITLE --set when={ $day }
meet-taken = on { $day } there is a meeting already: { $name }
meet-taken-help = what waits goes on its agenda with: cop meet plan { $name }
meet-all-taken = { $count ->
    [one] on that day there is a meeting already
   *[other] on all { $count } days there is a meeting already
}
meet-no-end = how many meetings?
meet-no-end-help = --times 8, or --until "June 2027"
meet-no-every = how far apart?
meet-no-every-help = --every "6 weeks", or `rhythm: every 6 weeks` in community.yaml
meet-times = from 1 to { $most } meetings can be planned at once
meet-until = no meeting is that early: the first would be on { $day }
meet-not-a-time = "{ $text }" is no time
meet-not-a-time-help = such as 14:00 or 2pm
meet-only-with = { $flag } goes with cop meet { $action }
meet-too-much = "{ $text }" is one word too many
meet-title = Meeting of { $day }
meet-ask-plan = Plan a meeting for { $day }?
meet-ask-who = Who was there?
meet-ask-who-about = Handles or names, with commas between them; nothing to leave it open
meet-planned = { $count ->
    [one] Planned for { $day }
   *[other] Planned { $count } meetings, the first for { $day }
}
meet-skipped = Left out, for there is a meeting already: { $days }
meet-after-end = By `ends:` in community.yaml the community stops on { $day }, before that
meet-agenda-filled = { $count ->
    [one] On the agenda: one point that waits
   *[other] On the agenda: { $count } points that wait
}
meet-agenda-empty = Nothing waits that is on no agenda yet, so this one is empty
meet-agenda-added = { $count ->
    [one] One point more on the agenda
   *[other] { $count } points more on the agenda
}
meet-agenda-promised = { $count ->
    [one] Promised at { $link }, and still open: one action
   *[other] Promised at { $link }, and still open: { $count } actions
}
meet-agenda-promised-by = { $count ->
    [one] Promised at { $link }, and still open: one action, of { $who }
   *[other] Promised at { $link }, and still open: { $count } actions, of { $who }
}
meet-agenda-proposed = To decide: { $link }
meet-agenda-revisited = To look at again by { $day }: { $link }
meet-agenda-flagged = Flagged as { $what }: { $link }
meet-agenda-goal = Our goal for { $day }: { $goal }
meet-agenda-unanswered = Nobody has answered yet: { $link }
meet-commit-plan = Plan { $name }
meet-commit-series = { $count ->
    [one] Plan a meeting on { $from }
   *[other] Plan { $count } meetings from { $from } to { $to }
}
meet-commit-agenda = { $count ->
    [one] Put what waits on the agenda of { $name }: one point
   *[other] Put what waits on the agenda of { $name }: { $count } points
}
meet-commit-minutes = Write the minutes of { $name }
meet-commit-close = Close { $name }
meet-close-next = What is marked in it becomes documents with: { $command }
meet-made = Made: { $what }
meet-made-decisions = { $count ->
    [one] one decision
   *[other] { $count } decisions
}
meet-made-proposals = { $count ->
    [one] one proposal
   *[other] { $count } proposals
}
meet-made-questions = { $count ->
    [one] one question
   *[other] { $count } questions
}
meet-made-actions = { $count ->
    [one] one action
   *[other] { $count } actions
}
meet-near = Line { $line } was left as it is: "{ $said }"; if it is meant to become something, begin it with { $meant }
meet-empty-line = Line { $line } was left as it is: nothing stands behind "{ $word }:"
meet-nobody-there = Nobody is said to have been there: cop set { $name } attendees=HANDLE,…
meet-still-open = { $title } is still proposed; that it is decided is said with: { $command }
meet-stranger = Line { $line }: nobody here is called @{ $name }
meet-nobody-does = Line { $line }: it is not said who does it: { $what }
meet-no-such-kind = Line { $line } was left as it is: this community has no kind { $kind }
meet-from-decision = Decided at { $link }.
meet-from-proposal = Proposed at { $link }.
meet-from-question = Asked at { $link }.
