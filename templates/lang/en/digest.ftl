# The letter of what happened: cop digest.
digest-days = { $from } to { $to }
digest-closing = what came of it, { $from } to { $to }
digest-quoted = "{ $words }"
digest-dear = Dear { $name },
digest-welcome = Welcome. This is what we are about, and where you can begin.
digest-somebody = somebody
digest-and = { $others } and { $last }
digest-and-more = { $names } and { $count ->
    [one] one other
   *[other] { $count } others
}
digest-no-result = Nothing was finished in these days; this is what goes on.
digest-nothing = Nothing happened in these days that could be told.
digest-no-history = There is no git history here, so what happened when is known only as far as files say it.
digest-nobody = nobody is called "{ $typed }" here, nor is it one of those that a letter is for
digest-nobody-hint = member, steward, newcomer, sponsor, me, or a handle
digest-result-story = a story by { $by }
digest-result-adopted = adopted, thanks to { $by }
digest-answered = Answered
digest-answer-chosen = answered by { $by }, and chosen
digest-answer-given = { $by } answered
digest-asked = What we are looking for
digest-asked-by = asked by { $by }
digest-made-by = { $kind }, by { $by }
digest-new = New
digest-decided = Decided
digest-moved = { $state }, by { $by }
digest-instead = { $state }; now: { $title }
digest-replaced = Holds no longer
digest-reviewed = Looked at
digest-still-true = still true, says { $by }
digest-revised = revised by { $by }
digest-thanked = Thanks
digest-thanks = { $who } thanks { $whom }
digest-used = { $who } used it
digest-used-by = { $count ->
    [one] 1 member used it
   *[other] { $count } members used it
}
digest-people = Who came
digest-came = is one of us now
digest-came-from = { $place }; is one of us now
digest-ask-about = may be asked about { $about }
digest-needs-you = What needs you
digest-meetings = When we meet
digest-when-where = { $when }, { $place }
digest-held = was { $day }
digest-purpose = What we are about
digest-read-first = What we use most
digest-followed = What you follow
digest-happened = { $what }, { $by }
digest-stories = What came of it
digest-told-by = told by { $by }
digest-told-value = { $value }; told by { $by }
digest-goals = What we want to reach
digest-goal-by = by { $day }
digest-goal-questions = by { $day }; { $count ->
    [one] its question is { $done ->
        [0] open
       *[other] answered
    }
   *[other] { $done } of { $count } questions answered
}
digest-goal-open = { $count ->
    [one] its question is { $done ->
        [0] open
       *[other] answered
    }
   *[other] { $done } of { $count } questions answered
}
digest-took-part = Who took part
digest-members = { $count ->
    [one] 1 member
   *[other] { $count } members
}
value-immediate = immediate value
value-potential = potential value
value-applied = applied value
value-realised = realised value
value-reframing = reframing value
