# How a community begins, and how people come into it.
init-no-identity = git does not know who you are, and every contribution has a name
init-no-repository = git can't make a repository here
init-already = this is in a community already: { $name }
init-already-look = cop shows what is in it; cop doctor what cop makes of it
init-already-join = cop join makes you a member of it
init-empty = say something, or leave it out
init-rhythm-help = for example "every 6 weeks", or "2 months"
init-questions = a community begins with { $limit } questions at most
init-questions-help = the others can be asked when it is there: cop ask "…"
init-named = It is called { $name }, as its folder; --name says another name, and community.yaml holds it
init-takes = These files become documents where they are; --no-paths leaves them out, and community.yaml says which:
init-recognised = There is something here already. These files can become documents, where they are:
init-taken = { "  " }{ $count } { $kind }: { $paths }
init-unnamable = Left out, because community.yaml has no way to name them: { $paths }
init-kept = There already, and left as it is: { $paths }
init-repository = Made a git repository in { $path }
init-baseline = cop check looks at { $files ->
    [one] { $files } document
   *[other] { $files } documents
} as they are, and finds { $errors ->
    [one] { $errors } error
   *[other] { $errors } errors
} and { $warnings ->
    [one] { $warnings } warning
   *[other] { $warnings } warnings
}: begin with what readers would stumble over
init-baseline-help = what stands there already can be let be, so that a check tells only what is new: { $command }
init-ask-baseline = Let that be, so that cop check tells only what is new?
init-ci = the check at every push waits for a variable COP_GIT on the host, with the address of cop's repository; the file says where to set it
init-next = say in your own page who you are, then invite the others: cop invite "NAME" EMAIL
init-next-in = cd { $folder }; say in your own page who you are, then invite the others: cop invite "NAME" EMAIL
init-ask-name = What is the community called?
init-ask-name-about = Enter takes the name that is proposed
init-ask-lang = In which language does it write?
init-english = English (en)
init-dutch = Dutch (nl)
init-ask-purpose = What is it about? What binds its members, in a sentence or two:
init-ask-later = Enter leaves it for later
init-ask-question = Question { $number } that you want to explore together:
init-ask-question-about = it becomes one of the first documents; Enter for no more
init-ask-rhythm = How often do you meet?
init-ask-rhythm-about = for example: every 6 weeks; Enter leaves it for later
init-ask-paths = Shall they?
init-summary = Nothing is written yet. cop makes a git repository in { $path }, with one commit; to begin again, remove that folder
init-summary-here = Nothing is written yet. cop adds its files to { $path }, in one commit; cop undo takes that back
init-ask-write = Write it?
init-case = the folder { $there } is in the way: it has to be called { $wanted }
init-case-help = rename it, and do this again: mv { $there } { $wanted }
init-makes = a new folder for a community is made by: { $command }
init-home = this is your home folder, and all of it would become a git repository
init-home-help = a folder of its own: cop init archivists
commit-init = Found { $name }

# Inviting
commit-invite = Invite { $name }
commit-invite-many = { $count ->
    [one] Invite { $count } person
   *[other] Invite { $count } people
}
invite-no-kind = this community has no kind for people
invite-no-name = there is no name here
invite-nobody-in = there is nobody in this table
invite-table-help = a line for each: name, e-mail address, organisation; only the name is needed
invite-not-text-help = in a spreadsheet, save it as "CSV UTF-8"
invite-open-quote = a quotation mark opens here and is never closed
invite-already = { $name } is a member already: { $path }
invite-twice = { $name } stands there twice
invite-namesake = { $row }: { $name } stands there more than once, with another address or workplace, and gets one more page: @{ $handle }. If it is one person: cop undo, and mend the table
invite-unsaid = What you said of them is not written; that is: { $command }
invite-no-member = nobody is called { $name } here
invite-no-member-help = to invite somebody new who is called so: cop invite { $command } EMAIL --letter
invite-no-mail = nothing arrives at { $email }: send the letter to { $name } in another way
invite-reserved = @{ $handle } is whoever runs cop, and can be nobody's handle
invite-device = @{ $handle } can be nobody's handle: Windows allows no file of that name
invite-email-help = an e-mail address looks like anna@example.org
invite-name = NAME
invite-email = EMAIL
invite-name-help = the name goes first, then the address
invite-account-help = an account is the host and the name there, such as github:anna
invite-handle-help = a handle is of small letters, digits and dashes, such as { $near }
invite-taken = @{ $handle } is { $name }
invite-taken-here = @{ $handle } is taken already
invite-taken-help = this one is free: --handle { $near }
invite-without-email = --with-email needs an address to write down
invite-without-email-help = cop invite "NAME" EMAIL --with-email
invite-unknown = History knows people by an address or account, and these pages have neither: what they do counts as theirs once they type cop join
invite-next = the letter to send: { $command }

# The letter
letter-to = To: { $name }
letter-about = Subject: { $subject }
letter-subject = An invitation: { $community }
letter-workplace = { " and where you work" }

# Joining
commit-join = { $name } joins
join-already = You are a member already: @{ $handle }
join-waiting = A page was waiting for you: { $path }
join-other-name = { $path } was made for { $name }, and becomes yours; if you are somebody else, cop undo gives it back
join-is-it-me = { $path } has your name on it, and nobody's address. Is it yours?
join-which = Pages are waiting for these people. Is one of them you?
join-none-of-these = None of these: make a page of my own
join-others = Pages are waiting for { $names }. If one of these is yours: cop undo, and then cop join --handle { $handle }
join-others-left = Pages are waiting for { $names }. If one of these is yours, remove the new file, and then: cop join --handle { $handle }
join-author = whoever runs cop joins for themselves
join-author-help = cop invite "NAME" EMAIL makes a page for somebody else
join-address = { $email } stands in it, as in your commits: so history knows what you do
join-namesake = somebody called { $name } is a member already, and history knows them by something else than your address
join-namesake-me = if that is you: { $command }
join-namesake-other = if you are somebody else: cop join --handle { $handle }
join-introduce = Next: say in { $path } who you are, in place of the line that tells what to write; then: cop save
join-read = Read first:
join-answer = This is waiting for an answer; half of one helps:
join-step = { "  " }{ $title }  { $command }
join-ask = And ask what you want to know: cop ask "…"
init-ci-folder = the host that runs the check would take a part of this folder's name for a value of its own: { $folder }
init-ci-folder-help = give the folder another name, or say --ci none
