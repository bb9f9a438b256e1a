# How a community is doing: each signal's value in words, and what is said of all of them.
health-title = How { $name } is doing
health-by-month = { $since } to { $until }, by month
health-by-quarter = { $since } to { $until }, by quarter
health-by-year = { $since } to { $until }, by year
health-no-time = nothing is known to have happened yet
health-quarter = Q{ $quarter } { $year }
health-under-way = { $period }, in part
health-in-part = { $period } (in part)
health-period = Period
health-domain = Domain: what it is about
health-community = Community: the people
health-practice = Practice: what they know and keep
health-good = good
health-watch = watch
health-act = act
health-unknown = no verdict
health-more = more than usual: { $last } in the last whole period, { $usual } as a rule
health-level = as usual: { $last } in the last whole period, { $usual } as a rule
health-less = less than usual: { $last } in the last whole period, { $usual } as a rule
health-no-trend = too little for a trend: it takes four whole periods of which it can be told
health-before = the time before: { $says }
health-summary = { $act ->
    [0] nothing to act on
   *[other] { $act } to act on
}, { $watch } to watch, { $good } good, { $unknown } without a verdict
health-counted = counted: { $text }
health-why = why: { $text }
health-bounds = judged: { $text }
health-source = method: { $text }
health-of-today = { $says } (today, whatever time is asked about)
health-about = How this is counted
health-more-about = how each is counted, why, and from where it is good:
health-note-no-history = no git history here: what happens over time can't be told
health-note-clock = { $count ->
    [one] { $count } commit has a day that can't be right, and is left out
   *[other] { $count } commits have a day that can't be right, and are left out
}
health-note-before = the time before is { $since } to { $until }
health-note-nothing-before = nothing is known of a time before this
health-short = { $needs ->
    [one] too little: no { $of }
   *[other] too little: { $has } of at least { $needs } { $of }
}
health-no-history = too little: there is no history
health-no-rhythm = no rhythm in community.yaml, as in rhythm: 6 weeks
health-no-goals = no goals in community.yaml
health-of-history = days
health-of-periods = whole periods
health-of-people = contributors
health-of-joined = members who joined
health-of-questions = dated questions
health-of-decisions = decisions proposed first
health-of-meetings = meetings
health-of-rhythm = rhythm
health-of-goals = goals
health-of-documents = documents
health-of-reviewable = documents to review
health-of-adopted = documents that hold
health-of-topics = topics of three documents
health-goals = { $all ->
    [one] 1 goal
   *[other] { $all } goals
}; { $unlinked ->
    [0] each with a question that leads there
    [one] 1 with nothing that leads there
   *[other] { $unlinked } with nothing that leads there
}{ $past ->
    [0] {""}
    [one] , and the day of 1 is past
   *[other] , and the days of { $past } are past
}
health-stale-areas-none = within a year something was changed or reviewed in every topic ({ $all })
health-stale-areas = { $count } of { $all } topics untouched for a year: { $names }
health-participation = { $everyone ->
    [0] nobody took part in all of this time
   *[other] { $count ->
        [one] 1 person
       *[other] { $count } people
    } in the last whole period, { $everyone } in all of this time
}
health-participation-begun = { $count ->
    [one] 1 person
   *[other] { $count } people
} so far
health-concentration = the three most active made { $share } of what { $people } people contributed in a year (Gini { $gini })
health-rings = { $core } in the core, { $active } active besides, { $edge } at the edge
health-newcomers = { $count ->
    [0] nobody contributed for the first time in a year, of
    [one] 1 person contributed for the first time in a year, of
   *[other] { $count } people contributed for the first time in a year, of
} { $active } who contributed
health-newcomers-young = { $count ->
    [0] nobody contributed for the first time in the last year
    [one] 1 person contributed for the first time in the last year
   *[other] { $count } people contributed for the first time in the last year
}; the community is too young to tell whether that is much
health-first-contribution = half contribute within { $days ->
    [one] 1 day
   *[other] { $days } days
} of joining; { $begun } of { $all } have begun
health-first-contribution-not = not reached: more than half have not begun yet ({ $begun } of { $all } have)
health-fetch-and-bring = { $questions } questions and { $answers } answers in a year; { $askers } asked, { $answerers } answered, { $both } did both
health-rhythm = { $days ->
    [one] 1 day
   *[other] { $days } days
} between meetings, where { $wanted } are meant; the next one is planned
health-rhythm-few = { $count ->
    [0] no meeting is
    [one] 1 meeting is
   *[other] { $count } meetings are
} noted in { $span } days, where one every { $wanted } is meant: they are not held, or not written down
health-rhythm-none = { $days ->
    [one] 1 day
   *[other] { $days } days
} between meetings, where { $wanted } are meant; the last was { $ago ->
    [0] today
    [one] yesterday
   *[other] { $ago } days ago
}, and none is planned
health-first-answer = half have an answer within { $days ->
    [one] 1 day
   *[other] { $days } days
}; still open: { $open } of { $all }
health-first-answer-not = not reached: more than half have no answer yet (still open: { $open } of { $all })
health-accepted-answer = half have an accepted answer within { $days ->
    [one] 1 day
   *[other] { $days } days
}; still open: { $open } of { $all }
health-accepted-answer-not = not reached: more than half have no accepted answer yet (still open: { $open } of { $all })
health-freshness = { $share } of { $all ->
    [one] 1 document
   *[other] { $all } documents
} within their time for review; past it: { $past }
health-confidence = { $share } are drafts or proposals: { $unsettled }, beside { $holding } that hold and { $retired } retired
health-reuse = somebody uses { $used } of { $all } documents, terms and decisions aside; { $uses ->
    [one] 1 use
   *[other] { $uses } uses
} and { $thanks } thanks in this time
health-reuse-none = nobody has noted down yet what they use
health-one-person = { $count } of { $all } topics
health-one-person-few = { $count ->
    [0] nobody took part in the last year
    [one] everything hangs on one person
   *[other] everything hangs on { $count } people
}
health-decisions = half are decided within { $days ->
    [one] 1 day
   *[other] { $days } days
}; still open: { $open } of { $all }
health-decisions-not = not reached: more than half are undecided (still open: { $open } of { $all })
health-links-astray = not to be told: { $astray } links lead to no file here, as those to pages of a site do, and { $links } to documents
health-links = nothing leads to or from { $islands } of { $all } documents ({ $share }); { $links } links a document
