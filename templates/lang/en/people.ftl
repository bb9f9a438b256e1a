# People told apart: what looks like one person, and what is done about it.

same-name = the same name
same-handle = the name in git is this handle
same-account = the account is called so
same-together = it is the same name, without spaces
same-address = the address begins so, and the names are alike

doubt-alike = the whole name is not the same
doubt-one-word = the name is one word, which more people may have
doubt-names = that address was used under another name too
doubt-anybody = that address can be anybody's
doubt-accounts = they have two accounts on one host
doubt-workplaces = they wrote from two workplaces in the same period
doubt-name-alone = anybody can write that name in git
doubt-typed = anybody can type that name and such an address in git

check-unclaimed = { $count ->
    [one] a commit by { $name } ({ $address }, on { $first }) looks like @{ $handle }'s
   *[other] { $count } commits by { $name } ({ $address }, since { $first }) look like @{ $handle }'s
}: { $why }
check-unclaimed-doubt = but { $doubt }; if it is the same person: cop check --fix --same { $handle }
check-unclaimed-anybody = but that address can be anybody's: cop writes it in no member's file
check-split-elsewhere = cop doctor has the lines for the file .mailmap at the top of the repository

check-split = { $count ->
    [one] addresses with the same name may be those of one person, or of several
   *[other] addresses with the same name may each time be those of one person, or of several
}: { $names }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}
check-split-help = anybody can type a name and an address in git: on a terminal cop check --fix asks, one by one; cop doctor has the lines
same-told = { $address } ({ $count ->
    [0] nothing in documents
    [one] { $count } commit
   *[other] { $count } commits
}, { $days ->
    [one] { $first }
   *[other] { $first } to { $last }
})

mend-namesakes = { $name }: { $who }
mend-namesakes-ask = Anybody can type a name in git. Is that one person, and for which address does all of it count?
mend-namesakes-not = No, or I don't know
mend-namesakes-stays = Yes, for { $address }
mend-namesakes-help = If those are one person: cop check --fix asks on a terminal, and cop doctor has the lines
mend-value = Adding { $value } to { $path }
mend-lines = Adding { $count ->
    [one] a line
   *[other] { $count } lines
} to { $path }: { $names }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}
mend-uncertain = { $count ->
    [one] Somebody may
   *[other] { $count } people may
} yet count as several, which is not sure: cop doctor
mend-nothing = There is nothing here to mend in this way
mend-unasked = Nothing here is mended unasked
mend-unsure = Not sure: { $what }
mend-same = Whose address is in a member's file acts as the member. Is that @{ $handle }?
mend-same-help = If that is @{ $handle }: { $command }
commit-mend-one = Add an address of { $name }
commit-mend = { $count ->
    [one] Say which addresses are one person's
   *[other] Say which addresses are whose ({ $count } findings)
}

contributors-none-there = no document stands at { $path }
contributors-none-there-help = a folder such as practices/, or a pattern such as "practices/**/*.md", which the shell must not fill in
mend-same-several = more than one address or account looks like @{ $handle }'s: { $all }
mend-same-which = say which after you asked, by a part of it, and leave out what is not theirs: { $command }
mend-same-none = nothing that looks like @{ $handle }'s has "{ $part }" in it
