# What git's repository can't give, and why.
git-no-owner = the repository in { $folder } belongs to another user, so git does not trust it
git-no-owner-hint = if you trust it: git config --global --add safe.directory { $folder }
git-no-reftable = this repository keeps its branches in the reftable format, which cop can't read yet
git-no-reftable-hint = git refs migrate --ref-format=files
git-no-sha256 = this repository names its objects with SHA-256, which cop can't read yet
git-no-extension = this repository uses a git extension that cop does not know: { $name }
git-no-bare = this is a repository without a work tree
git-no-elsewhere = the work tree of this repository is somewhere else: { $folder }
git-no-elsewhere-hint = core.worktree in its configuration says so: git config --unset core.worktree
git-no-head = the repository's HEAD points to nothing that can be read
git-no-head-hint = git log -1 says more; git switch BRANCH points HEAD to a branch again
git-no-readable = the repository can't be read
git-no-readable-hint = git status and git fsck say more
git-shallow = this clone does not have the whole history, so what it says is "at least"; git fetch --unshallow gets the rest
git-partial = this is a partial clone: { $count ->
    [one] { $count } object is
   *[other] { $count } objects are
} not here, so what history says is "at least"; git fetch --refetch --no-filter gets the rest (git 2.36)
git-missing = the repository is damaged: { $count ->
    [one] { $count } object can't be read
   *[other] { $count } objects can't be read
}, so what history says is "at least"; git fsck says more
git-malformed = { $count ->
    [one] { $count } commit has a name or date that can't be read
   *[other] { $count } commits have a name or date that can't be read
}
git-rewritten = this branch was rewritten: { $count ->
    [one] { $count } commit that was counted before is
   *[other] { $count } commits that were counted before are
} on no branch any more
git-unborn = the branch { $branch } has no commits yet; what other branches hold is not counted
git-no-history-hint = search, list, show and check do their work without history
git-no-bare-hint = git clone THIS-FOLDER NEW-FOLDER makes a copy with the files in it; then: cop -C NEW-FOLDER …
