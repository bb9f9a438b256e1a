# What is waiting: cop due.
due-meeting = meeting
due-action = action
due-review = review
due-flag = flag
due-question = question
due-check = check
due-proposal = proposal
due-decision = decision
due-goal = goal
due-now = Now
due-soon = Soon
due-later = When there is time
due-no-meeting = The next meeting
due-flagged = flagged { $what }
due-flagged-by = flagged { $what } by { $by }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}
due-nearby = changed nearby: { $titles }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}
due-left = { $name }, who kept it true, has left
due-overdue = was to be reviewed by { $day }
due-bumped = its date of review was moved { $day } together with { $count ->
    [one] one other
   *[other] { $count } others
}
due-lost = it is about something that is not there
due-unanswered = { $days ->
    [0] asked today
    [one] 1 day without an answer
   *[other] { $days } days without an answer
}{ $count ->
    [0] {""}
    [one] , 1 follows
   *[other] , { $count } follow
}
due-unchosen = { $count ->
    [one] has an answer that nobody chose yet
   *[other] has { $count } answers, none of them chosen
}
due-undecided = { $days ->
    [0] proposed today
    [one] proposed 1 day ago
   *[other] proposed { $days } days ago
}
due-goal-by = { $past ->
    [yes] was for { $day }
   *[no] by { $day }
}{ $count ->
    [0] {""}
    [one] , 1 question open
   *[other] , { $count } questions open
}
due-ends = { $past ->
    [yes] ended { $day }
   *[no] ends { $day }
}: say what came of it
due-revisit = { $past ->
    [yes] was to be looked at again by { $day }
   *[no] to be looked at again by { $day }
}
due-prepare = { $days ->
    [0] today
    [one] tomorrow
   *[other] in { $days } days
}{ $agenda ->
    [yes] {""}
   *[no] , and has no agenda
}
due-unminuted = was { $day }; nobody wrote down what came of it
due-unplanned = by the rhythm it would be { $day }, and none is planned
due-promised = { $past ->
    [yes] was for { $day }
   *[no] by { $day }
}, { $meeting }
due-promised-undated = promised at { $meeting }
due-errors = { $count ->
    [one] 1 error
   *[other] { $count } errors
}: { $rules }
due-nothing = Nothing is waiting
due-nothing-for = Nothing is waiting there
due-next-meeting = Next meeting: { $title }, { $day }
due-later-more = and { $count } more whose date is all that says so: { $command }
due-more = and { $count } more
due-bump = { $count ->
    [one] 1 date of review was
   *[other] { $count } dates of review were
} moved { $day } { $commits ->
    [one] in one commit
   *[other] within seconds of each other
}: nobody read so many texts at once
due-no-member = nobody knows who you are: by your name and address in git you are no member here
due-nobody = there is no member, role or team "{ $typed }"
due-nobody-hint = me, a handle, a role such as steward, or a team
