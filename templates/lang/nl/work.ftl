# Wat uitkomsten zeggen.
hits-found = { $count } gevonden
hits-page-beyond = Hier staat niets meer: { $all } in totaal.
hits-found-page = { $count } gevonden, { $first } tot en met { $last }
hits-relaxed = geen document heeft alle woorden; { $count } { $count ->
    [one] heeft
   *[other] hebben
} er een paar
hits-relaxed-page = geen document heeft alle woorden; { $count } { $count ->
    [one] heeft
   *[other] hebben
} er een paar, { $first } tot en met { $last }
hits-knowers = Weet hiervan:
hit-reviewed = nagekeken { $when }
hit-answers = { $count ->
    [0] nog geen antwoord
    [one] { $count } antwoord
   *[other] { $count } antwoorden
}
did-created = schreef { $count }
did-edited = werkte aan { $count }
did-answered = beantwoordde { $count }
did-asked = vroeg { $count }
did-reviewed = keek { $count } na
document-updated = gewijzigd { $when }
document-several = "{ $name }" kan elk van { $count } documenten zijn
document-one-of = zeg welk: { $name }
document-unknown = geen document heet "{ $name }"
document-near = bedoel je { $name }?
document-search = op woorden zoeken: cop search "{ $name }"
people-created = Gemaakt door
people-edited = Gewijzigd door
people-reviewed = Nagekeken door
people-consulted = Advies van
people-more = en nog { $count }
member-did = Deed
member-made = Maakte
member-keeps = Houdt bij
relation-links-to = Verwijst naar
relation-linked-by = Verwezen vanuit
event-people = { $names }{ $more ->
    [0] {""}
   *[other] {" "}+{ $more }
}
event-created = gemaakt
event-present = was er al
event-renamed = hernoemd
event-was = was { $from }; { $message }
event-status = { $from } → { $to }
event-reviewed = nagekeken
event-redated = nakijkdatum massaal gezet
event-edited = gewijzigd
event-deleted = weggehaald
event-restored = teruggezet
history-nothing-here = het deel van de geschiedenis dat hier is zegt er niets over
history-nothing = git weet er nog niets van: het is nog niet vastgelegd
history-no-git = deze gemeenschap staat niet in een git-repository, dus wie wat deed is niet bekend
history-no-git-help = beginnen: git init && git add . && git commit -m "Onze gemeenschap"
history-rewritten = de geschiedenis is herschreven of er staat een andere branch; wat nodig was is opnieuw gelezen
contributors-nobody-here = het deel van de geschiedenis dat hier is noemt niemand
contributors-nobody-then = niemand deed iets waar dit naar vraagt
contributors-backwards = tussen { $since } en { $until } kan niets liggen: de eerste dag komt na de laatste
contributors-future = { $since } moet nog komen, dus daarna deed nog niemand iets
contributors-nobody-between = in die tijd deed niemand iets; de geschiedenis loopt van { $first } tot en met { $last }
contributors-nobody = hier heeft nog niemand iets gedaan
contributors-left = vertrokken
contributors-at-least = minstens dit: een deel van de geschiedenis zit niet in deze kloon
contributors-commits = { $count ->
    [one] { $count } commit
   *[other] { $count } commits
}
helped-created = maakte { $count }
helped-edited = wijzigde { $count }
helped-asked = stelde { $count ->
    [one] een vraag
   *[other] { $count } vragen
}
helped-answered = beantwoordde { $count }
helped-accepted = { $count } gekozen
helped-decided = besloot mee over { $count }
helped-reviewed = keek { $count } na
helped-hosted = organiseerde { $count ->
    [one] een bijeenkomst
   *[other] { $count } bijeenkomsten
}
helped-used = gebruikt { $count }
helped-thanked = { $count } keer bedankt
demo-history-wrong = de geschiedenis van het voorbeeld past niet bij de bestanden: { $what } in "{ $commit }"
demo-history-unreadable = de geschiedenis van het voorbeeld is niet te lezen
demo-taken = { $path } is niet leeg
demo-taken-help = noem een nieuwe map: cop demo MAP
demo-no-cache = er is geen map om het voorbeeld in te bewaren
demo-no-cache-help = stel HOME of XDG_CACHE_HOME in, of maak het zelf: cop demo MAP
demo-next = cd { $path }, en dan: cop
folder-unwritable = in de map kan niet geschreven worden
replay-failed = de repository is niet te maken
doctor-ok = goed
doctor-note = let op
doctor-warning = waarschuwing
doctor-error = fout
doctor-version = cop { $version }
doctor-cache = afgeleide gegevens buiten git staan in { $path }
doctor-no-cache = er is geen map voor afgeleide gegevens buiten git
doctor-community = { $name }, in { $path }
doctor-settings = { $place }: { $what }
doctor-today = vandaag is het { $date } ({ $zone })
doctor-no-documents = er zijn nog geen documenten
doctor-no-documents-help = een Markdownbestand in de map van een soort is er een: praktijken/onze-eerste.md; of zeg in community.yaml waar die van jullie staan: kinds: practice: paths:
doctor-documents = { $all }: { $kinds }
doctor-unread = { $path } wordt niet gelezen: { $why }
doctor-branch = git, op branch { $name }, in { $path }
doctor-detached = git, op geen enkele branch, in { $path }
doctor-unborn = git zonder commit tot nu toe, in { $path }
doctor-broken-head = HEAD van git is niet te begrijpen: { $cause }
doctor-history = { $count } commits zijn bekend
doctor-member = git kent je als { $name } <{ $email }>: lid { $handle }
doctor-stranger = git kent je als { $name } <{ $email }>, en dat is geen lid
doctor-stranger-help = lid worden: een bestand leden/JE-NAAM.md met dat adres onder emails:
doctor-nobody = git weet niet wie je bent
doctor-nobody-help = git config --global user.name "Je Naam", en git config --global user.email jij@example.org
search-nothing-asked = er is niets om te zoeken
search-nothing-asked-help = typ een woord: cop search ritme
search-list-help = alle documenten zien: cop list
search-nothing = Niets gevonden voor { $words }.
search-near-words = Woorden die hier wel staan en erop lijken: { $words }
search-nothing-help = Probeer minder of andere woorden, of een begin met een sterretje: cop search "bijeen*"
list-page = { $all }, { $first } tot en met { $last }
count-tags = { $count ->
    [one] { $count } trefwoord
   *[other] { $count } trefwoorden
}
count-words = { $count ->
    [one] { $count } woord
   *[other] { $count } woorden
}
list-newest = laatst gemaakt eerst
list-oldest = eerst gemaakt eerst
list-updated = laatst gewijzigd eerst
list-nothing = Er zijn nog geen documenten.
list-nothing-such = Zoiets is hier niet.
filter-unknown-key = geen document heeft de sleutel "{ $key }"
filter-where-help = schrijf het als --where SLEUTEL=WAARDE
hits-found-more = { $count } met alle woorden, daarna die met een paar ervan
document-accepted = gekozen { $kind }
overview-open-count = { $count } open
overview-next = Straks
overview-new = Nieuw
overview-open = Open
overview-hint-search = Zoeken:
overview-hint-show = Lezen:
overview-hint-more = Meer:
ways-none = Hier is geen gemeenschap: geen community.yaml in deze map of erboven.
ways-try = Rondkijken
ways-example = Voorbeeld maken
ways-elsewhere = Ergens anders
ways-help = Alle opdrachten
ways-begin = Zelf beginnen
ways-begin-how = zet hier een bestand community.yaml neer met twee regels, "format: 1" en "name: " met hoe jullie heten
path-unknown = er is hier geen bestand of map { $path }
path-outside = { $path } hoort niet bij deze gemeenschap
