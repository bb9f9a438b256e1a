# Renaming, removing, editing by hand and taking back.
rename-do = cop rename REF "Another title"
rename-commit = { $name }: renamed to { $new }
rename-commit-title = { $name }: now called { $title }
rename-became = { $old } → { $new }
rename-references = { $count ->
    [one] One reference follows, in { $files ->
        [one] another file
       *[other] { $files } other files
    }
   *[other] { $count } references follow, in { $files ->
        [one] another file
       *[other] { $files } other files
    }
}
rename-moved = { $count ->
    [one] One other file moves along
   *[other] { $count } other files move along
}
rename-left = this reference is left to you: it can't be changed safely
rename-named = the old path is still named here; cop leaves this file to you
rename-named-more = the old path is still named in { $count ->
    [one] one more place
   *[other] { $count } more places
}
rename-keeps-handle = The handle stays @{ $handle }; cop rename @{ $handle } @ANOTHER changes it
rename-keeps-file = The file is still called { $path }: its title does not give it its name
rename-same = { $name } is called "{ $title }" too: cop rename again, or cop undo, if that is not meant
rename-no-alias = the old name could not be added to its aliases
rename-no-handle = "{ $handle }" is no handle
rename-no-handle-help = a handle has small letters, digits and dashes: @{ $handle }
rename-no-name = "{ $name }" can't be the name of a person
rename-no-name-help = a name has letters and no slashes; for another handle: cop rename @{ $handle } @ANOTHER
rename-no-place = { $path } would be no { $kind }
rename-left-out = { $path } would have to change too, and your sparse checkout leaves it out
rename-left-out-unread = your sparse checkout leaves { $path } out and this clone does not have it, so nobody can see whether it would have to change too
rename-unread = this file can't be read

rm-do = cop rm REF
rm-commit = Remove { $name }
rm-answered = { $name } has { $count ->
    [one] an answer
   *[other] { $count } answers
}, which would be lost with it
rm-referred = { $count ->
    [one] something refers
   *[other] { $count } places refer
} to { $name }: { $places }
rm-not-kept = this file is in no commit, so nothing would be left of it
rm-not-kept-help = cop save keeps it first; rm { $path } takes it away for good
rm-own-edits-help = cop save keeps them first; with --with-my-edits they go too
rename-link-stays = this link stays where it is: only files move or go along
rm-mark = better: cop mark { $name } { $state } keeps it, and all that refers to it

edit-do = cop edit REF
edit-commit = { $name }: edited
edit-empty = the text is empty, so nothing was written
edit-empty-help = cop rm { $name } takes the document away
edit-conflict = a conflict of a merge is still to be solved here
edit-no-terminal-set = cop set { $name } KEY=VALUE changes a field
edit-no-terminal-save = or change { $path } in any editor, then: cop save { $name }

save-added = { $name }: added
save-deleted = { $name }: deleted
save-nothing = Nothing to save: no document was changed by hand
save-unchanged = { $name } was not changed by hand
save-as-it-is = to keep it as it is all the same: git add -- { $path } && git commit --no-verify -- { $path }
save-more = { $count } more here: cop check { $path }
save-refused = { $count ->
    [one] One document was not saved
   *[other] { $count } documents were not saved
}

undo-done = Taken back: { $subject }
undo-would = Would be taken back: { $subject }
undo-by-hand = What you changed by hand stays there, uncommitted; cop save keeps it
undo-back = git reset --keep { $commit } brings it back
