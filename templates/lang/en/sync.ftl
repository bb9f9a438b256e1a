# What sync and merging say.
commit-sync = Merge what others sent ({ $name })
sync-fetching = Looking at { $remote } …
sync-sending = Sending to { $name } …
sync-nothing = Nothing new, there or here
sync-came = Came in
sync-went = Sent to { $name }
sync-waits = Sent as { $name }, to be taken in
sync-waits-still = What is here has been sent already as { $name }, and waits to be taken in
sync-would-come = Would come in
sync-would-go = Would be sent to { $name }
sync-would-conflict = Would be left for you to solve
sync-new = new
sync-changed = changed
sync-renamed = renamed
sync-removed = removed
sync-more = { $count ->
    [one] and { $count } more document
   *[other] and { $count } more documents
}
sync-others = { $count ->
    [one] and { $count } other file
   *[other] and { $count } other files
}
sync-more-and-others = { $count ->
    [one] and { $count } more document
   *[other] and { $count } more documents
}, { $others ->
    [one] and { $others } other file
   *[other] and { $others } other files
}
sync-unsaved = { $count ->
    [one] Not committed, so not sent: { $names }
   *[other] { $count } files are not committed, so not sent: { $names }
}
sync-and-more = { $names } and { $count } more
sync-ask-save = Save this first, so that it is sent too?
sync-unsaved-help = To send what is not committed: { $command }
sync-protected = { $name } takes nothing directly: what is here goes to a branch of your own, to be taken in by whoever may
sync-conflicts = { $count ->
    [one] Left for you to solve: { $count } file
   *[other] Left for you to solve: { $count } files
}
sync-left-both = in { $path } stand two versions of { $what }: one by { $ours }, one by { $theirs }
sync-left-gone = { $path }: { $who } took it away, { $other } changed it. git rm { $file } lets it go; git add { $file } keeps it.
sync-left-old-name = { $path } is called otherwise now, here in one way and there in another: git rm { $file } lets the old name go
sync-left-new-name = { $path } is what { $who } called it: git add { $file } keeps that, git rm { $file } lets it go
sync-you = you
sync-by-you = you
sync-and = { $names } and { $last }
sync-somebody = somebody else
sync-the-text = the text
sync-conflicts-how = Where two people changed the same thing, both versions stand in the file: yours above =======, theirs below. Leave what should stay and take the marks out.
sync-left = { $count ->
    [one] a merge is under way: { $count } file is left for you to solve
   *[other] a merge is under way: { $count } files are left for you to solve
}
sync-left-marks = choose between the two versions and take the marks (<<<<<<<, =======, >>>>>>>) out of { $names }
sync-left-removed = one of you took { $names } away and the other changed it: git rm FILE lets it go, git add FILE keeps it
sync-followed = { $count ->
    [one] One reference that was written meanwhile follows what was renamed
   *[other] { $count } references that were written meanwhile follow what was renamed, in { $files ->
        [one] one file
       *[other] { $files } files
    }
}
sync-aside = { $from } was added by { $who } too: yours is { $to } now, and what refers to it follows
sync-renumbered = { $from } has a number that { $who } gave away too: yours is { $to } now, and what refers to it follows
sync-both-renamed = { $from } was renamed by { $who } too: it is called "{ $title }", and your name, "{ $own }", leads there. To call it so after all: { $command }
sync-broken-help = the merge is not finished until that is mended in { $file }; then: cop sync
sync-mark-ours = yours
sync-left-whole = there are no marks in { $names }: git shows only your version. git show MERGE_HEAD:FILE shows theirs; make it what it should be, and then: git add { $files }
sync-other-merge = a merge of something else than { $name } is under way
sync-other-merge-help = finish it with git commit, or drop it with git merge --abort; then cop sync
sync-finished = The merge that was under way is finished
sync-conflicts-go-on = then: { $command }
sync-room-stays = what gave way before that is committed; to be back where you were: { $command }
sync-conflicts-stop = to be back where you were: { $command }

# What keeps it from being done
sync-no-repository = there is no git repository here, so there is nobody to share with
sync-no-repository-help = make one with git init, or clone the community's: git clone ADDRESS
sync-no-git = the program git can't be run
sync-no-git-help = install it from https://git-scm.com; cop shares through your own git
sync-no-room = there is no place in the git folder for what sharing needs
sync-no-program = the system does not say where cop itself is
sync-no-remote = this repository has no remote, so there is nobody to share with
sync-no-remote-help = make an empty repository at your git host, and: git remote add origin ADDRESS
sync-no-upstream = there are several remotes, and git was not told to which of them { $branch } belongs
sync-odd-remote = git was told that { $branch } belongs to { $remote }, and there is no such remote
sync-set-upstream = say so: { $command }
sync-nothing-yet = there is no commit here yet, and nothing there
sync-nothing-yet-help = begin with a document: cop add
sync-offline = { $remote } can't be reached
sync-offline-help = what you have is safe here; cop sync again when you are connected
sync-no-access = { $remote } does not let you in
sync-no-access-help = git fetch { $remote } asks for a password, or says which key it wants
sync-gone = there is no repository where { $remote } points to, or you may not see it
sync-gone-help = git remote get-url { $remote } shows the address; git remote set-url { $remote } ADDRESS changes it
sync-branch-gone = { $name } is not there any more: somebody deleted it, or called it otherwise
sync-branch-gone-look = git ls-remote --heads { $remote } shows what is there; git branch --set-upstream-to NAME says where this belongs now
sync-branch-gone-again = or send it there anew: { $command }
sync-unreached = { $remote } does not answer as it should
sync-try-help = git fetch { $remote } shows more
sync-kept-help = what came in is here, and what you made is committed; nothing is lost, and cop sync goes on
sync-own-hook = a hook of yours (pre-push) does not let it be sent
sync-unrelated = what is there and what is here have no beginning in common
sync-unrelated-help = clone the community anew and put your files into it; or, if you know that they belong together: git pull --allow-unrelated-histories
sync-merge-stopped = the merge is made but not committed: a hook of yours says no
sync-touched = what came in can't be merged as long as that is not committed; nothing has been merged
sync-touched-files = { $count ->
    [one] what came in changes { $names } too, which is not committed here; nothing has been merged
   *[other] what came in changes { $names } too, which are not committed here; nothing has been merged
}
sync-touched-help = keep them (cop save), or put them aside (git stash, later git stash pop); then cop sync
sync-not-merged = git does not merge what came in; nothing has been merged
sync-not-merged-help = git pull --no-rebase shows more
sync-moved = { $count ->
    [one] others sent something to { $name } at the same time
   *[other] others sent something to { $name } at the same time, { $count } times in a row
}
sync-moved-help = nothing is lost: cop sync again
sync-elsewhere = { $remote } has commits on { $branch } that are not here, and git fetches from another remote
sync-elsewhere-help = bring those in first: { $command }
sync-refused = { $name } does not take what is here, and no branch of your own either
sync-refused-help = what you made is committed here; the words above are those of the git host

# Merging
merge-unread = a version of a document can't be read
merge-unwritten = the merged document can't be written
merge-not-installed = git can't be told to leave documents to cop
merge-left = { $count ->
    [one] { $path }: { $count } place is left for you to solve
   *[other] { $path }: { $count } places are left for you to solve
}
doctor-merge = git merges documents field by field, with cop
doctor-merge-elsewhere = git merges documents with a cop in another place
doctor-merge-absent = git merges documents line by line where cop sync does not do it
doctor-merge-other = git merges documents in a way of your own: { $name }
doctor-merge-folder = documents in { $folder } are merged by git in a way of your own: { $name }
doctor-merging = a merge is under way
doctor-merge-help = cop doctor --fix lets git leave them to cop, in this clone
doctor-nothing-to-fix = Nothing to fix
doctor-would-fix = git is told to leave the merging of documents to cop: two settings merge.cop.* in { $config }, and *.md merge=cop in { $attributes }. Nothing that is shared changes.
doctor-fix-ask = Do so?
doctor-fix-asks = nobody can be asked here whether that is right
doctor-fix-asks-help = cop doctor --fix --yes does it without asking
doctor-fixed = Done
doctor-hook = git has cop check what a commit would cause before it is made
doctor-hook-own = a hook of your own runs cop check before a commit
doctor-hook-other = git runs { $path } before a commit; with the line "cop check --staged -q || exit" it checks that too
doctor-hook-nowhere = git looks for { $path }, as core.hooksPath says, and there is none: nothing is checked before a commit
doctor-hook-nowhere-help = write that file, with the line: cop check --staged -q
doctor-hook-elsewhere = git has another cop, or one that was elsewhere, check a commit before it is made
doctor-hook-absent = git makes a commit without checking what it causes
doctor-hook-help = cop doctor --fix has it checked first, in this clone
doctor-would-hook = git is told to run cop check --staged before a commit, also of a merge, by { $path }. An error stops the commit, unless git commit --no-verify; nothing that is shared changes.
hook-not-installed = the hook could not be written
