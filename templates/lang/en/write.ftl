# Why nothing was written, and what to type next.
write-state-merge = git is in the middle of a merge, and a commit now would be the merge
write-state-merge-hint = finish it with git merge --continue, or drop it with git merge --abort
write-state-revert = git is in the middle of a revert
write-state-revert-hint = finish it with git revert --continue, or drop it with git revert --abort
write-state-pick = git is in the middle of a cherry-pick
write-state-pick-hint = finish it with git cherry-pick --continue, or drop it with git cherry-pick --abort
write-state-sequence = git is in the middle of a list of cherry-picks or reverts
write-state-sequence-hint = git status says which, and how to finish or drop it
write-state-bisect = git is in the middle of a bisect
write-state-bisect-hint = git bisect reset ends it
write-state-apply = git is in the middle of applying patches
write-state-apply-hint = finish it with git am --continue, or drop it with git am --abort
write-state-rebase = git is in the middle of a rebase
write-state-rebase-hint = finish it with git rebase --continue, or drop it with git rebase --abort
write-detached = HEAD is not on a branch, so a commit would belong to none
write-detached-hint = git switch BRANCH goes to a branch; git switch -c NEW-BRANCH makes one here
write-unmerged = git's index has files with conflicts
write-unmerged-hint = git status names them; solve them, then git add them
write-no-name = git does not know your name
write-no-name-hint = git config --global user.name "YOUR NAME"
write-no-email = git does not know your e-mail address
write-no-email-hint = git config --global user.email YOU@EXAMPLE.ORG
write-odd-name = a commit can't have this name: { $text }
write-odd-email = a commit can't have this e-mail address: { $text }
write-outside = this folder is outside the work tree of the repository
write-path = this is no name that a file can have here
write-taken = this file exists already
write-taken-nearly = there is { $near } already, and on many computers the two names are one
write-taken-hint = choose another name, or change the file that is there
write-not-regular = this is no regular file
write-not-folder = this is no folder, but a file or a link
write-nested = this folder is a repository of its own
write-sparse = this file is left out of your sparse checkout
write-sparse-hint = git sparse-checkout add { $folder }
write-ignored = git ignores this file, so it can't be committed
write-ignored-hint = git check-ignore -v { $path } says why; --no-commit writes the file all the same
write-filter = git keeps this file through a filter of its own ({ $name }), which cop does not run
write-encoding = git keeps this file in another encoding ({ $name }), which cop can't write
write-filter-hint = --no-commit writes the file; then: git add { $path } and git commit
write-own-edits = this file has changes of yours that are not committed
write-own-edits-hint = git commit them first; or --with-my-edits commits them too, and --no-commit commits nothing
write-changed = this file was changed by somebody else just now
write-changed-hint = nothing was written; do the same again
write-committed = somebody else just committed a change of this file
write-staged = this file was staged just now
write-nothing = there is nothing to write
write-message-empty = a commit needs a message, and this one is empty
write-message-odd = a commit can't have this message
write-hook-refused = the hook { $name } refuses this commit
write-hook-start = the hook { $name } can't be run
write-hook-hint = nothing was written; --no-commit writes the files and leaves the commit to you
write-hook-changed = the hook pre-commit put something else into the commit than what it was asked about
write-hook-changed-hint = --no-commit writes the files; then: git add and git commit
write-sign-failed = { $program } did not sign the commit
write-sign-hint = nothing was written; git config commit.gpgSign false commits without a signature
write-sign-format = commits are to be signed in a way that cop does not know: { $format }
write-sign-format-hint = git config gpg.format ssh, or openpgp
write-sign-key = commits are to be signed, but no key is named
write-sign-key-hint = git config user.signingKey PATH-OF-YOUR-KEY
write-busy = another cop has been writing here for more than { $seconds ->
    [one] { $seconds } second
   *[other] { $seconds } seconds
}
write-busy-hint = nothing was written; do the same again
write-index-held = git's index is locked, since { $seconds ->
    [one] { $seconds } second
   *[other] { $seconds } seconds
} by now
write-index-lost = somebody removed the lock of git's index in the middle of writing
write-branch-held = the branch is locked
write-index-held-hint = nothing was written; wait for the other git, or remove this file if none runs
write-index-odd = git's index can't be read
write-index-odd-hint = git status says more; a split index: git update-index --no-split-index; a sparse one: git sparse-checkout reapply --no-sparse-index
write-index-clash = git's index has a file where this needs a folder, or a folder where this needs a file
write-index-clash-hint = git status says more
write-tree-clash = the newest commit has a file where this needs a folder, or a folder where this needs a file: { $name }
write-tree-clash-hint = git ls-tree -r HEAD shows what there is; choose another name
write-moved = the branch was moved by somebody else just now
write-unmoved = the branch can't be moved to the new commit
write-unmoved-hint = git status and git fsck say more
write-unread = the new commit can't be read back
write-unwritable = this can't be written
write-in-the-way = this is in the way of cop's own folder
write-half-hint = what is half done is put right by the next cop command
write-journal-odd = the journal of a write that was cut off can't be read; perhaps a newer cop left it
write-journal-odd-hint = run the newest cop here; or look with git status, and remove this file

# Taking back the last commit
write-undo-nothing = there is no commit of cop's to take back
write-undo-nothing-hint = git log shows what there is; git revert COMMIT takes back any commit by a new one
write-undo-not-last = cop's last commit is not the newest one any more
write-undo-pushed = this commit is on { $remote } already, so others may have it
write-undo-revert-hint = git revert { $commit } takes it back by a new commit
write-undo-first = this is the first commit of the repository, and there is nothing before it
write-undo-first-hint = git rm FILE and git commit take a file away again
write-undo-changed = this file was changed since that commit
write-undo-changed-hint = git diff HEAD -- { $path } shows how; commit that, or drop it with git restore --staged --worktree -- { $path }
