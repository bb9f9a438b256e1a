# Who may decide what, and what the commits say of it.
governance-no-steward = no role is called steward, so nobody may change these rules
governance-no-steward-help = under roles: name the stewards, who also may change the files of other members: steward: [HANDLE]
governance-no-role = no role is called "{ $name }"
governance-wants-move = a kind and a state are expected here, such as "decision accepted"
governance-no-people = documents of the kind "{ $name }" are no people
governance-holder-unknown = no member is called "{ $handle }"
governance-holder-unknown-help = a role is given by the name of a file in the folder of the members
governance-holder-left = @{ $handle } left, and has the role { $role }
governance-role-empty = nobody who is here has the role { $role }, and something takes it
governance-no-key = a signature is asked for, and no steward has a key: nobody can do this any more, nor change these rules
governance-no-key-help = first each puts keys: into their own file, and that comes in; then signed: is added
governance-not-yours = this takes { $roles } ({ $who }): cop check --history will object
governance-not-yours-nobody = this takes { $roles }, and that is nobody: cop check --history will object
governance-proof =
    { $commits ->
        [one] 1 commit
       *[other] { $commits } commits
    } from { $base } to { $head }, { $changes ->
        [0] none of which changed what is governed
        [one] 1 governed change
       *[other] { $changes } governed changes
    }{ $changes ->
        [0] {""}
       *[other] {": "}{ $role } signed by who holds the role, { $signed } signed by a member, { $claimed } claimed
    }
governance-by = commit { $commit } by { $actor }, evidence { $evidence }
governance-nobody = nobody named
governance-evidence-claimed = 0 (claimed)
governance-evidence-unlisted = 0 (claimed; signed with a key that no member lists)
governance-evidence-bad = 0 (claimed; the signature is not good)
governance-evidence-odd = 0 (claimed; the signature can't be read)
governance-evidence-no-program = 0 (claimed; { $program } is not there to verify the signature)
governance-evidence-failed = 0 (claimed; the signature could not be verified)
governance-evidence-signed = 2 (signed)
governance-evidence-role = 3 (signed by who holds the role)
governance-moved = moved to { $state } by one who may not
governance-made = made as { $state } by one who may not
governance-gone = taken away while { $state }, by one who may not
governance-edited = changed while { $state }, by one who may not decide it
governance-renamed = called otherwise while { $state }, by one who may not decide it; it was { $from }
governance-hidden = put out of sight while { $state } by what .gitignore says, by one who may not
governance-member-file = the file of @{ $handle } was changed by another
governance-member-known = what @{ $handle } is known by was changed by another
governance-member-taken = what { $others } is known by was put into the file of @{ $handle }
governance-grant-unsigned = @{ $handle } is given a role here, and a key in their file came without a signature, in commit { $key }: { $by }
governance-grant-signed = @{ $handle } is given a role here, and their keys count from now on as those of who holds it: { $by }
governance-grant-help = whoever has one of these keys is @{ $handle }: { $keys }. Ask them outside git whether each is theirs; behind one for which nobody signed stands its commit, and a later change of their file that another steward signs vouches for it
governance-rules-changed = the rules were changed by one who is no steward
governance-rules-dropped = rules that were made on the other side of this merge were left out by one who is no steward
governance-beside = { $what }; by the rules that { $merge } merges it with
governance-rules-begin = rules begin here, and nothing before says who may make them: { $by }
governance-foreign-help = this takes: { $roles }
governance-no-role-at-all = a role that nobody holds
governance-unsigned = no good signature, and this takes one: { $by }
governance-unsigned-help = sign with a key that stands under keys: in your member file
governance-unknown-move = moved from { $from } to { $to }, which does not follow on it: { $by }
governance-unknown-move-help = next can be: { $next }
governance-apart = the newest commit, { $head }, does not come from the base, { $base }
governance-apart-help = merge the base, or look for who took { $base } out of the history
governance-no-base = from which commit on? what the commits prove depends on whose rules count at first
governance-no-base-help = before merging, say the branch that is protected: cop check --history --base origin/main
governance-no-base-more = more about it: cop help governance
governance-base-zero = a base of zeros is what a git host says of a branch that is new
governance-base-zero-help = say the branch that it was made from: cop check --history --base origin/main
governance-base-unknown = { $base } is no commit that this clone has
governance-base-cut = this clone ends before it reaches { $base }
governance-base-damaged = the object { $id } is missing or damaged, so nothing can be proved past it
governance-base-partial = this is a partial clone, which does not have every file; in CI: clone without a filter
governance-base-damaged-help = what else is damaged: git fsck
governance-base-fetch = to have it: { $line }
governance-base-deep = in CI: fetch the whole history (GitHub: fetch-depth: 0, GitLab: GIT_DEPTH: 0)
governance-base-ambiguous = more than one thing is called { $base }, and they are not the same
governance-base-ambiguous-help = say in full which one: { $names }
governance-foreign = { $what }: { $by }
governance-linked = settings are a link or another repository here, and what they say there can change unseen: { $by }
governance-linked-help = put the file or folder itself in its place
governance-base-linked = { $path } is a link or another repository in { $base }, so nothing says what the rules are there
governance-converted = { $attribute } in .gitattributes has git make another file of this where it is checked out than the one that is judged{ $more ->
        [0] {""}
        [one] {", "}and of 1 more
       *[other] {", "}and of { $more } more
    }
governance-converted-help = nothing is proved of such a file: take its encoding, filter or ident out of .gitattributes
governance-hidden-line = put out of sight while { $state } by the line "{ $line }" of { $file }, by one who may not
governance-hidden-member = the file of @{ $handle } was put out of sight by what .gitignore says, by another
governance-shown = shown as { $shown } by one who may not: read whole it says { $state }, and the limits on what is read leave that out
governance-cut = put out of sight while { $state } by being more than the limits on what is read, by one who may not
governance-shown-member = what @{ $handle } is known by was put out of sight by being more than the limits on what is read, by another
governance-unsigned-help-none = no key of yours is listed yet: a steward puts the first under keys: in your member file, in a commit that they sign
governance-signed-begins = signatures count from here on, and whoever has one of these keys is @{ $handle }: { $keys }; { $by }
governance-signed-begins-help = ask @{ $handle } outside git whether each of these is theirs; where a commit stands behind one, it came with that, and nobody signed for it; the others were in the base, or were signed for

# The pages of help on governance and privacy.
topic-governance = Who may decide what, and how the commits prove that only those did
topic-privacy = What cop keeps of people, where that stands, who sees it, and how it goes away
topic-governance-rules = In community.yaml, under governance:
topic-governance-rules-roles = who holds which role, by handle; nothing else gives anybody a role, least of all what stands in their own file
topic-governance-rules-steward = the role that changes these rules, the kinds, what a check weighs, and the files of other members
topic-governance-rules-moves = which roles bring a document of a kind to a state, and delete, hide, rename or edit it there; who may bring it on to another state is a matter of that one
topic-governance-rules-own = [member]: a member's file is changed by that member or a steward; a new one by anybody
topic-governance-rules-signed = moves that take a good signature, or all for every commit; then the rules take one too, and so do the addresses of who holds a role, and a change of keys in a file that was there
topic-governance-rules-keys = in a member's file: SSH keys as in a .pub file, or whole fingerprints of GPG keys, not of subkeys, which then have to be in your own keyring; the first 64 count
topic-governance-rules-order-name = in this order
topic-governance-rules-order = keys first: each puts their own into their file, which nobody has to sign yet, and that comes in. Then signed:, in a commit that a steward signs
topic-governance-evidence = Evidence, told of every change that rules are about
topic-governance-evidence-claimed = claimed: the commit names its author, and anybody can type a name
topic-governance-evidence-platform = the git host vouches for who pushed; cop can't see that, and never says it
topic-governance-evidence-signed = signed with a key that a member had listed
topic-governance-evidence-role = the same, by a member who held the role
topic-governance-judged = How it is judged
topic-governance-judged-base-name = from REV on
topic-governance-judged-base = its rules, roles, addresses and keys count at first, so it has to come from outside what is judged: the protected branch, or what the host says was there before
topic-governance-judged-steps-name = one by one
topic-governance-judged-steps = each commit along the first parents against the one before it; dates say nothing. What does not pass changes no rule for what follows
topic-governance-judged-who-name = who it was
topic-governance-judged-who = who signed, else the author; of a merge who merged: what came in with it is theirs. Members are known by accounts and addresses in their files, not by .mailmap
topic-governance-judged-passed-name = what is told
topic-governance-judged-passed = the findings below, and how many changes were known how well; with --json each of them
topic-governance-found = What is found (cop check --explain NAME)
topic-governance-ci = In CI, with the whole history fetched
topic-governance-ci-push-name = after each push
topic-governance-ci-push = on the protected branch, with what was there before as REV: github.event.before, or CI_COMMIT_BEFORE_SHA. What failed in the push before and stays is not told again, its rules, roles and keys count from then on, and of it anybody takes back a move only: a kept base is better
topic-governance-ci-request-name = on a request
topic-governance-ci-request = with origin/main as REV: what would be found if these commits came in as they are. A steward who merges with a merge commit makes them theirs
topic-governance-ci-kept-name = a kept base
topic-governance-ci-kept = a tag that only CI can move, put on what was found good: it sees what a force-push took away, and what a run that failed let pass
topic-governance-ci-protect-name = the branch itself
topic-governance-ci-protect = let the host protect it: no force-push, and changes to the workflow by stewards only
topic-governance-ci-deny-name = what fails
topic-governance-ci-deny = errors do: a move, a role or a key by who may not. That what was decided was edited or renamed afterwards is a warning, for typos are mended by anybody: add --select HIS --deny warnings for that to fail too
topic-governance-limits = What it can't do
topic-governance-limits-stop-name = stop a push
topic-governance-limits-stop = it tells afterwards; only the host keeps a commit out
topic-governance-limits-typed-name = prove who typed
topic-governance-limits-typed = a signature says which key it was, not whose hands; without one a name proves nothing
topic-governance-limits-gone-name = see what is gone
topic-governance-limits-gone = what a force-push removed is only seen from a base that was kept elsewhere
topic-governance-limits-key-name = resist a stolen key
topic-governance-limits-key = whoever has it is that member until it is taken out of the file; what it signed before stays good
topic-governance-limits-planted-name = say whose a key is
topic-governance-limits-planted = where a role is given or signed: begins it tells whose keys count; one that was there before the base, or before signatures, can be a stranger's: ask its member outside git
topic-governance-limits-squash-name = read intentions
topic-governance-limits-squash = where a host squashes or rebases, the commit names who wrote it and not the steward who let it in: use merge commits
topic-governance-limits-unlisted-name = guess rules
topic-governance-limits-unlisted = what moves: does not list is anybody's, also to bring a document from a listed state to another: list that one too, deprecated and superseded above all
topic-governance-limits-itself-name = vouch for itself
topic-governance-limits-itself = whoever can change the workflow or the machine that it runs on decides what is checked
topic-privacy-kept = What is kept, and where
topic-privacy-kept-files-name = the files
topic-privacy-kept-files = what people write; in members/ what each says of themselves, whom they thank and what they follow
topic-privacy-kept-history-name = git's history
topic-privacy-kept-history = every version of every file, and with each commit a name, an e-mail address and a moment, in every clone
topic-privacy-kept-index = the words of the documents and who made them, to search in
topic-privacy-kept-cache = who changed which page when, with names and addresses, as git has it
topic-privacy-kept-seen = when you last looked and what you were shown, in this clone only
topic-privacy-kept-journal = what is under way while cop writes, gone when that is done; beside it a lock, and write/ for drafts
topic-privacy-kept-user = the index of communities outside git, and copies of the example
topic-privacy-sent = What is sent
topic-privacy-sent-nothing-name = by itself, nothing
topic-privacy-sent-nothing = no statistics, no reports of faults, no look for new versions: no connection is opened
topic-privacy-sent-sync = runs your own git, which fetches from and sends to the remote that you set, your name and address with each commit
topic-privacy-sent-invite = makes letters with addresses for you to send; in the repository the address comes only with --with-email
topic-privacy-shown = Who sees it
topic-privacy-shown-address-name = e-mail addresses
topic-privacy-shown-address = in no list or text about people, except the lines for .mailmap that cop doctor and cop check --fix give; elsewhere they are shortened; in JSON with --emails, or of a file that you ask for. In files and commits, for whoever has the repository
topic-privacy-shown-counts-name = what you did
topic-privacy-shown-counts = is told with what it was; nobody is ranked unless somebody asks for an order
topic-privacy-shown-ask = in your file: you are not named as somebody to ask
topic-privacy-gone = How it goes away
topic-privacy-gone-derived-name = what is derived
topic-privacy-gone-derived = delete .git/cop and ~/.cache/cop while no command is running: nothing is lost, and what is needed is made again
topic-privacy-gone-own-name = what you said of yourself
topic-privacy-gone-own = take it out of your file, in an editor or with cop set: it is shown no more, and stays in earlier versions
topic-privacy-gone-leave-name = when you leave
topic-privacy-gone-leave = cop mark @you alumnus, and take out what need not stay: you are no longer proposed, and what you made keeps your name
topic-privacy-gone-name-name = another name or address
topic-privacy-gone-name = a line in .mailmap, and cop shows the new one everywhere. The old one stays in the commits, and in .mailmap itself
topic-privacy-never = What git can't forget
topic-privacy-never-commit-name = a commit
topic-privacy-never-commit = its name, address and text are part of what it is called by, and so of every commit after it; clones and forks have it too
topic-privacy-never-rewrite-name = to rewrite history
topic-privacy-never-rewrite = git filter-repo takes something out, at a price: every later commit is another, signatures and references to commits are void, all have to clone anew, and cop check --history tells of it
topic-privacy-never-host-name = the host
topic-privacy-never-host = keeps old commits, requests and forks for some time: ask it to remove them
topic-privacy-never-before-name = beforehand
topic-privacy-never-before = commit with the host's no-reply address and name the account in your file, and write nothing of others that they might want back
