# Who may decide what, and what the commits say of it.
governance-no-steward = no role is called steward, so nobody may change these rules
governance-no-steward-help = under roles: name the stewards, who also may change the files of other members: steward: [HANDLE]
governance-no-role = no role is called "{ $name }"
governance-wants-move = a kind and a state are expected here, such as "decision accepted"
governance-no-people = documents of the kind "{ $name }" are no people
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
governance-moved = moved to { $state } by one who may not: { $by }
governance-made = made as { $state } by one who may not: { $by }
governance-gone = taken away while { $state }, by one who may not: { $by }
governance-edited = changed while { $state }, by one who may not decide it: { $by }
governance-member-file = the file of @{ $handle } was changed by another: { $by }
governance-member-known = what @{ $handle } is known by was changed by another: { $by }
governance-rules-changed = the rules were changed by one who is no steward: { $by }
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
governance-base-fetch = to have it: { $line }
governance-base-deep = in CI: fetch the whole history (GitHub: fetch-depth: 0, GitLab: GIT_DEPTH: 0)
governance-base-ambiguous = both a tag and a branch are called { $base }, and they are not the same
governance-base-ambiguous-help = say which in full: refs/remotes/{ $base } or refs/tags/{ $base }
