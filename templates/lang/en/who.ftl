# Whom to ask.
who-nothing-asked = about what? Nothing was asked
who-nothing-asked-help = words, a tag or a document: cop who rhythm
who-person = "{ $handle }" is a member, and no topic
who-person-help = what they know and did: cop show { $handle }
who-found = { $count ->
    [one] 1 person
   *[other] { $count } people
}, by { $documents ->
    [0] what they say
    [one] 1 document that tells of it
   *[other] { $documents } documents that tell of it
}
who-found-document = { $count ->
    [one] 1 person
   *[other] { $count } people
}, by the document itself and { $others ->
    [one] 1 that is tied to it
   *[other] { $others } that are tied to it
}
who-found-relaxed = No document has every word; by those that come nearest: { $count ->
    [one] 1 person
   *[other] { $count } people
}
did-steward = keeps { $count }
did-decided = decided { $count }
did-used = uses { $count }
did-thanked = was thanked for { $count }
who-you = you
who-did-created = wrote
who-did-edited = { $count ->
    [one] changed
   *[other] changed { $count } times
}
who-did-reviewed = { $count ->
    [one] reviewed
   *[other] reviewed { $count } times
}
who-did-consulted = gave advice
who-did-answered = answered
who-did-accepted = gave the accepted answer to
who-did-decided = decided
who-did-steward = keeps true
who-did-used = uses
who-did-thanked = was thanked for
who-offers = says you may ask
who-interested = says it interests them
who-follows = follows
who-more = … { $count } more:
who-unasked = { $count ->
    [one] 1 other knows more about it and would rather not be asked
   *[other] { $count } others know more about it and would rather not be asked
}
who-at-least = at least these: part of the history is not in this clone
who-nobody = Nobody here is known to know about { $topic }.
who-only-unasked = Who knows about { $topic } here would rather not be asked ({ $count }).
who-near-tags = Tags that are near: { $tags }
who-ask = Ask everybody: { $command }
who-open-question = Still open: { $title } (cop show { $reference })
who-may-know = May know: { $person }
do-who = cop who TOPIC
