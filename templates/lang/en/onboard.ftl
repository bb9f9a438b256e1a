# What people did with documents, what they know and brought, and how a newcomer finds a way in.
proof-keeps = keeps { $title }
proof-created = made { $title }
proof-answered = answered { $title }
proof-decided = decided on { $title }
proof-reviewed = reviewed { $title }
proof-edited = changed { $title }
proof-consulted = gave advice on { $title }
proof-used = uses { $title }
proof-thanked = was thanked for { $title }
member-did = Did
member-knows = Knows about
member-keeps = Keeps true
member-brought = Brought
member-uses = Uses
member-seen = { $commits }, { $first } to { $last }
member-seen-once = { $commits }, { $day }
member-silent = Questions
member-silent-help = rather not in person; cop ask reaches everybody
member-no-page = no page as a member yet; to invite them:
do-onboard = cop onboard HANDLE
onboard-not-you = none of the members' pages has the address that git knows you by
onboard-join = your own page, and a way in: cop join
onboard-name = of somebody else: cop onboard HANDLE
onboard-no-member = no member is called "{ $name }"
onboard-invite = a page for them, and a letter: cop invite { $name }
onboard-welcome = Welcome to { $community }, { $name }
onboard-left = { $name } left { $community }; this is the way in if they come back
onboard-cares = You care for { $topics }
onboard-unknown = nothing here is about { $topics } yet
onboard-read = To read first
onboard-meet = People to meet
onboard-begin = To begin with
onboard-nothing = nothing here yet to read, and nobody to meet: you are among the first
onboard-ask = cop ask "what would you like to know?"
onboard-goal = explored on the way to the goal "{ $goal }"
onboard-word = a word you will meet; { $count ->
    [one] { $count } document builds on it
   *[other] { $count } documents build on it
}
onboard-linked = { $count ->
    [one] { $count } document builds on it
   *[other] { $count } documents build on it
}
onboard-used = { $count ->
    [one] { $count } member uses it
   *[other] { $count } members use it
}
onboard-both = { $links ->
    [one] { $links } document builds on it
   *[other] { $links } documents build on it
}, and { $count ->
    [one] { $count } member uses it
   *[other] { $count } members use it
}
onboard-lively = { $count ->
    [one] { $count } person worked on it in the last year
   *[other] { $count } people worked on it in the last year
}
onboard-lasting = { $count ->
    [one] here since { $year }, and { $count } person worked on it
   *[other] here since { $year }, and { $count } people worked on it
}
onboard-answered = asked here, and answered
onboard-settled = one of the first things that stand here
onboard-draft = still in the making; what is unclear to you helps who made it
onboard-fits = it is about { $topic }
onboard-fits-used = it is about { $topic }, and { $count ->
    [one] { $count } member uses it
   *[other] { $count } members use it
}
onboard-facilitator = facilitator: helps people find each other
onboard-knows = knows about { $topic }
onboard-knows-much = knows much of what stands here
onboard-joined = joined { $day }, and remembers what it is like
onboard-founded = began this community
onboard-and = { $all }; { $one }
onboard-steward = keeps { $title } true
onboard-uses = uses { $title }
onboard-recent = worked on { $title } lately
onboard-guest = no member yet, last seen { $day }
onboard-ask-about = ask about: { $what }
onboard-interests = say what interests you, and what others may ask you: a line each
onboard-question-fits = it is about { $topic }, and nobody has answered yet; what you saw yourself is an answer
onboard-question-fits-more = it is about { $topic }, and still open after { $count ->
    [one] { $count } answer
   *[other] { $count } answers
}; what you saw yourself is another
onboard-question = nobody has answered yet; what you saw yourself is an answer
onboard-question-more = still open after { $count ->
    [one] { $count } answer
   *[other] { $count } answers
}; what you saw yourself is another
onboard-review = you know it, and it is past its day: does it still hold?
onboard-try = try it, and say how it went; { $count ->
    [one] { $count } member uses it
   *[other] { $count } members use it
}
onboard-try-first = try it, and be the first who says how it went
onboard-mend = small and sure, line { $line }: { $what }
onboard-term = { $count ->
    [one] a text leads to this word, and nobody has said what it means
   *[other] { $count } texts lead to this word, and nobody has said what it means
}
onboard-rhythm-next = We meet { $every }; the next time is { $day }: { $title }
onboard-rhythm = We meet { $every }
onboard-next = We meet next on { $day }: { $title }
join-onboard = More, and people to meet: cop onboard
