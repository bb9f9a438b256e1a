# What a person is to hear of what they did
echo-answered = answered
echo-accepted = chosen
echo-thanked = thanked
echo-used = used
echo-settled = settled
echo-you-follow = You follow
echo-more = { $count ->
    [one] one more: { $command }
   *[other] { $count } more: { $command }
}

# Who used it, thanks for it, who follows it
heard-used = Used by
heard-thanked = Thanks
heard-thanked-by = Thanked by
heard-followed = Followed by

# Who keeps something true and has left
steward-left-behind = { $name } still keeps { $count ->
    [one] one document
   *[other] { $count } documents
} true: { $titles }
steward-hand-over = Hand that over: cop set --steward { $handle } steward=HANDLE
steward-left = { $name } has left
steward-left-other = name somebody who is there: steward=HANDLE
steward-left-back = or, if they are back: cop mark @{ $handle } { $state }
flag-told-gone = { $who } kept it and has left, so nobody is told; a new steward: cop set { $name } steward=HANDLE
flag-told-team = { $who } is its steward and no member, so tell them yourself; who reviews it settles this: cop review { $name }
accept-which = { $name } has { $count ->
    [one] one answer
   *[other] { $count } answers
}; which one?
accept-none-yet = { $name } has no answer yet

# A page that was missed, a reason that is asked for
join-already-other = You are a member already: @{ $handle }. If the page of { $name } is yours, remove that one first: cop rm @{ $handle }; and then: cop join --handle { $other }
review-ask-why = What is outdated about it?
review-ask-why-about = in a sentence, for whoever is to mend it; Enter says nothing
add-about-nothing = a { $kind } has to say what it is about
add-about-flag = cop flag REF outdated -m "…"

# A length of time
span-months = { $count ->
    [one] 1 month
   *[other] { $count } months
}
span-weeks = { $count ->
    [one] 1 week
   *[other] { $count } weeks
}
span-days = { $count ->
    [one] 1 day
   *[other] { $count } days
}
every-months = { $count ->
    [one] every month
   *[other] every { $count } months
}
every-weeks = { $count ->
    [one] every week
   *[other] every { $count } weeks
}
every-days = { $count ->
    [one] every day
   *[other] every { $count } days
}

# What somebody has no longer
echo-handed = handed over
echo-handed-by = { $name }, to { $to }
echo-retired = closed
