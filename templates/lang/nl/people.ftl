# Mensen uit elkaar houden: wat op één persoon lijkt, en wat eraan gedaan wordt.

same-name = dezelfde naam
same-handle = de naam in git is deze gebruikersnaam
same-account = het account heet zo
same-together = het is dezelfde naam, zonder spaties
same-address = het adres begint zo, en de namen lijken op elkaar

doubt-alike = de hele naam is niet dezelfde
doubt-one-word = de naam is één woord, en zo kunnen er meer heten
doubt-names = dat adres is ook onder een andere naam gebruikt
doubt-anybody = dat adres kan van iedereen zijn
doubt-accounts = ze hebben twee accounts op één host
doubt-workplaces = ze schreven in dezelfde tijd vanaf twee werkplekken
doubt-name-alone = iedereen kan die naam in git schrijven
doubt-typed = iedereen kan die naam en zo'n adres in git typen

check-unclaimed = { $count ->
    [one] een commit van { $name } ({ $address }, op { $first }) lijkt van @{ $handle } te zijn
   *[other] { $count } commits van { $name } ({ $address }, sinds { $first }) lijken van @{ $handle } te zijn
}: { $why }
check-unclaimed-doubt = maar { $doubt }; is het dezelfde persoon: cop check --fix --same { $handle }
check-unclaimed-anybody = maar dat adres kan van iedereen zijn: cop zet het in geen ledenbestand
check-split-elsewhere = cop doctor heeft de regels voor het bestand .mailmap boven in de repository

check-split = { $count ->
    [one] adressen met dezelfde naam zijn misschien van één persoon, misschien van meer
   *[other] adressen met dezelfde naam zijn telkens misschien van één persoon, misschien van meer
}: { $names }{ $more ->
    [0] {""}
   *[other] {" "}en nog { $more }
}
check-split-help = iedereen kan een naam en een adres in git typen: op een terminal vraagt cop check --fix ernaar, een voor een; cop doctor heeft de regels
same-told = { $address } ({ $count ->
    [0] niets in documenten
    [one] { $count } commit
   *[other] { $count } commits
}, { $days ->
    [one] { $first }
   *[other] { $first } tot { $last }
})

mend-namesakes = { $name }: { $who }
mend-namesakes-ask = Iedereen kan een naam in git typen. Is dat één persoon, en voor welk adres telt alles dan?
mend-namesakes-not = Nee, of dat weet ik niet
mend-namesakes-stays = Ja, voor { $address }
mend-namesakes-help = Is dat één persoon: op een terminal vraagt cop check --fix ernaar, en cop doctor heeft de regels
mend-value = { $value } erbij in { $path }
mend-lines = { $count ->
    [one] Een regel
   *[other] { $count } regels
} erbij in { $path }: { $names }{ $more ->
    [0] {""}
   *[other] {" "}en nog { $more }
}
mend-uncertain = { $count ->
    [one] Iemand telt misschien
   *[other] { $count } mensen tellen misschien
} nog als meer dan één, en dat is niet zeker: cop doctor
mend-nothing = Hier valt op deze manier niets te herstellen
mend-unasked = Hier wordt niets ongevraagd hersteld
mend-unsure = Niet zeker: { $what }
mend-same = Wiens adres in een ledenbestand staat, handelt als dat lid. Is dat @{ $handle }?
mend-same-help = Is dat @{ $handle }: { $command }
commit-mend-one = Adres van { $name } erbij
commit-mend = { $count ->
    [one] Zeg welke adressen van één persoon zijn
   *[other] Zeg welke adressen van wie zijn ({ $count } bevindingen)
}

contributors-none-there = er staat geen document op { $path }
contributors-none-there-help = een map zoals praktijken/, of een patroon zoals "praktijken/**/*.md", dat de shell niet mag invullen
mend-same-several = meer dan één adres of account lijkt van @{ $handle } te zijn: { $all }
mend-same-which = zeg na navraag welk, met een deel ervan, en laat weg wat van een ander is: { $command }
mend-same-none = niets dat van @{ $handle } lijkt te zijn, heeft "{ $part }" erin
