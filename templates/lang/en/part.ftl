# Taking part: what people use, thank for and follow, what they flag and review.
used-commit = { $who } uses { $name }
used-already = You said so of { $name } today
used-nobody = you have no member file here, as far as git tells who you are
used-nobody-help = cop join makes you one
used-no-list = a { $kind } has no such list in this community
used-person = { $name } is a person
used-person-help = cop thank { $handle } REF
used-hidden = what you say holds a character that can't be seen: { $letter }
used-unsafe = the list in this file can't be written safely: perhaps a code block or comment above it is never closed
used-unsafe-help = mend that, or write the line yourself: { $line }
thank-commit = { $who } thanks { $whom } for { $name }
thank-no-part = as far as this page and its history tell, { $name } had no part in "{ $title }"
thank-oneself = thanks go to somebody else
thank-oneself-help = what you used yourself is said with cop used REF
follow-commit = { $who } follows { $what }
follow-commit-stop = { $who } follows { $what } no longer
follow-already = You follow { $what } already
follow-already-since = You follow { $what } already, since { $day }
follow-not = you don't follow { $what }
follow-all = you follow { $all }
follow-nothing = you follow nothing yet
follow-both = "{ $what }" is a tag and a document
follow-tag-help = a tag that no document has yet: cop follow --tag { $tag }
follow-near = did you mean the tag { $tag }?
follow-what = you did not say what to follow
follow-what-help = cop follow REF, or cop follow --tag TAG
do-this = { $command }

flag-outdated = outdated
flag-unclear = unclear
flag-duplicate = duplicate
flag-wrong = wrong
flag-title-outdated = { $title } is outdated
flag-title-unclear = { $title } is unclear
flag-title-duplicate = { $title } stands elsewhere too
flag-title-duplicate-of = { $title } says the same as { $other }
flag-title-wrong = { $title } is wrong
flag-commit = { $name }: flagged as { $what }
flag-told = { $name } keeps it true and is shown this
flag-told-nobody = Nobody is its steward; who reviews it settles this: cop review { $name }
flag-already = You flagged it so already, on { $day }
flag-already-why = You flagged it so already, on { $day }; what you say now is added to it
flag-commit-why = { $name }: more on why it is flagged as { $what }
flag-no-type = "{ $typed }" is not something that can be the matter
flag-no-kind = this community has no flags
flag-of-flag = { $name } is a flag itself; a review of what it is about settles it
flag-not-duplicate = --duplicate-of goes with duplicate
flag-not-duplicate-help = cop flag { $name } duplicate --duplicate-of REF
flag-what = you did not say what is the matter
flag-ask-why = Why? In a sentence
flag-ask-other = What says the same? Its ref or title
flag-ask-skip = Enter leaves it out
flag-ask = What is the matter?

review-still-true = still-true
review-revised = revised
review-outdated = outdated
review-ask = How is it?
review-ask-still-true = Still true
review-ask-revised = Revised: I change it now, or have done so
review-ask-outdated = Outdated, and somebody else has to mend it
review-commit-still-true = { $name }: reviewed, still true
review-commit-revised = { $name }: reviewed and revised
review-settled = { $count ->
    [one] One flag is settled
   *[other] { $count } flags are settled
}
review-next = Next review: { $day }
review-retired = { $name } is { $state }, and what no longer holds is not reviewed
review-retired-help = to bring it back: { $command }
review-own-edits-help = if those edits are the revision: cop review { $name } revised
review-not-revised = nothing has changed in { $name }
review-not-revised-help = change the file first; a terminal would open your editor
review-still-help = if it holds as it is: cop review { $name } still-true
review-of-what = you did not say which document
review-ref = REF
review-no-outcome = "{ $typed }" is no outcome of a review
review-which-outcome = you did not say how it is
review-why = Why
review-steward = Steward
review-last = Last reviewed
review-flag = { $what }, says { $by }
review-flag-why = { $what }, says { $by }: { $why }
review-flag-reason = { $what }: { $why }
review-nearby = changed since, and linked here: { $titles }
review-steward-left = { $name }, who kept it true, has left
review-overdue = a review was due { $day }
review-ask-later = Later: I look at it another time
review-bumped = together with { $count ->
    [one] one other
   *[other] { $count } others
}: nobody read so many at once
review-nothing-more = Nothing else waits for a review.
review-nothing = Nothing waits for a review.
review-nothing-next = The next is due { $day }.
review-more = { $count ->
    [one] One more waits.
   *[other] { $count } more wait.
}

# Choosing
accept-commit-another = { $name }: another answer is accepted ({ $who })
which-none = no document meets these filters

# A document from a question, and what there is already
from-no-question = { $name } is no question
from-unanswered = nobody has answered { $name } yet
from-credited = Credited: { $names }
from-may-know = May know: { $people }
from-follow-instead = Is it one of these? Then you can follow it instead
from-ask-anyway = None of these: ask my question
from-followed-instead = You follow it now; your own question was not asked
from-title = the new document needs a title of its own: with that of the question every short name would mean both
from-title-help = cop add { $kind } "What it comes down to" --from { $name }
from-ask-title = What is the new document to be called?
from-ask-title-about = a title of its own, so that its name and that of the question stay apart

# The community at a glance
home-for-you = For you
home-question = unanswered
home-nothing-new = nothing since you last looked ({ $day })
home-changed-by = changed by { $name }
home-flagged = flagged
home-overdue = to review
home-join = Join one
home-no-member = You are no member here yet: cop join makes you one
home-page-waits = A page waits for you: { $path }; cop join makes it yours
do-clone = git clone ADDRESS, and in it: cop join
do-review = cop review REF
do-flag = cop flag REF TYPE
do-used = cop used REF
do-follow = cop follow REF
do-thank = cop thank HANDLE REF
