# Wat uitkomsten zeggen.
hits-found = { $count } gevonden
hits-page-beyond = Hier staat niets meer: { $all } in totaal.
hits-found-page = { $count } gevonden, { $first } tot en met { $last }
hits-relaxed = { $count ->
    [one] geen document heeft alle woorden; { $count } document heeft er een paar
   *[other] geen document heeft alle woorden; { $count } documenten hebben er een paar
}
hits-relaxed-page = { $all }, { $first } tot en met { $last }
hits-parts = { $count ->
    [one] "{ $word }" staat nergens als één woord; { $count } document heeft er een deel van
   *[other] "{ $word }" staat nergens als één woord; { $count } documenten hebben er een deel van
}
hits-nowhere = nergens: { $words }; { $count ->
    [one] { $count } document heeft een paar van de andere woorden
   *[other] { $count } documenten hebben een paar van de andere woorden
}
hits-also = ook gezocht: { $words }
hits-also-glossary = { $words } (begrippen)
hits-also-tag = { $words } (trefwoord)
hits-also-compound = { $words }
hits-also-spelling = { $words } (spelling)
explain-total = { $points } punten
explain-titled = de titel heeft ze allemaal
explain-every = heeft alle woorden en staat daarom vóór wat ze niet alle heeft
explain-every-retired = heeft alle woorden en staat achter wat nog geldt
explain-some = heeft niet alle woorden en staat daarom achter wat ze wel heeft
explain-some-retired = heeft niet alle woorden en geldt niet meer, en staat daarom achteraan
explain-retired = geldt niet meer, dus daarvan telt { $factor }
explain-near = { $one } en { $other } staan dicht bij elkaar
explain-feedback = { $more ->
    [0] woorden van de beste documenten: { $words }
   *[other] woorden van de beste documenten: { $words } en nog { $more }
}
explain-answer = wat het beste antwoord zegt
explain-unsettled = nog niet vastgesteld
explain-fresh = { $days ->
    [0] vandaag gewijzigd of nagekeken
    [one] gisteren gewijzigd of nagekeken
   *[other] { $days } dagen geleden gewijzigd of nagekeken
}
explain-accepted = het gekozen antwoord
explain-used = { $count ->
    [one] een lid zegt dit te gebruiken
   *[other] { $count } leden zeggen dit te gebruiken
}
explain-glossary = begrippen
explain-tag = trefwoord
explain-compound = samenstelling
explain-spelling = spelling
explain-documents = { $count ->
    [one] alleen dit document heeft het
   *[other] { $count } documenten hebben het
}
explain-title = { $times ->
    [one] titel
   *[other] titel { $times }×
}
explain-heading = { $times ->
    [one] kop
   *[other] koppen { $times }×
}
explain-label = { $times ->
    [one] trefwoord of andere naam
   *[other] trefwoorden en andere namen { $times }×
}
explain-body = { $times ->
    [one] tekst
   *[other] tekst { $times }×
}
explain-code = { $times ->
    [one] terloops
   *[other] terloops { $times }×
}
explain-unranked = --explain zegt waarom documenten zo gerangschikt zijn; hier rangschikt niets ze
search-like-nothing = er staat geen woord in om op te zoeken
search-like-none = Geen enkel document lijkt erop.
search-like-no-other = Geen ander document lijkt op "{ $title }".
hits-knowers = Weet hiervan:
hit-reviewed = nagekeken { $when }
hit-changed = gewijzigd { $when }
hit-uncommitted = nog niet vastgelegd
hit-answers = { $count ->
    [0] nog geen antwoord
    [one] { $count } antwoord
   *[other] { $count } antwoorden
}
did-created = schreef { $count }
did-edited = werkte aan { $count }
did-answered = { $count ->
    [one] gaf { $count } antwoord
   *[other] gaf { $count } antwoorden
}
did-not-seen = een jaar niet gezien
did-asked = { $count ->
    [one] stelde { $count } vraag
   *[other] stelde { $count } vragen
}
did-reviewed = keek { $count } na
document-updated = gewijzigd { $when }
document-several = { $count ->
    [one] "{ $name }" past bij { $count } document
   *[other] "{ $name }" past bij { $count } documenten
}
document-unknown = er is geen document dat "{ $name }" heet
asked-near = bedoel je dit? { $command } { $name }
asked-neither = er is geen document dat "{ $name }" heet, en ook niemand die zo heet
document-near = bedoel je dit? cop show { $name }
document-behind = { $path } is niet te lezen, en het kan daar staan
document-search = { $count ->
    [one] in { $count } document komt het voor: cop search "{ $name }"
   *[other] in { $count } documenten komt het voor: cop search "{ $name }"
}
document-search-some = documenten met een deel van deze woorden: cop search "{ $name }"
document-one-of = zeg welk: { $name }
people-created = Gemaakt door
people-edited = Gewijzigd door
people-reviewed = Nagekeken door
people-consulted = Met advies van
people-more = en nog { $count }
relation-links-to = Verwijst naar
relation-linked-by = Verwezen vanuit
history-no-git = deze gemeenschap staat niet in een git-repository, dus wie wat deed is niet bekend
history-no-git-help = beginnen: git init && git add . && git commit -m "Onze gemeenschap"
contributors-nobody-here = het deel van de geschiedenis dat in deze kloon zit, noemt niemand
contributors-nobody-then = niemand deed iets wat hierbij past
contributors-backwards = tussen { $since } en { $until } kan niets liggen: de eerste dag komt na de laatste
contributors-future = { $since } moet nog komen, dus daarna deed nog niemand iets
contributors-nobody-between = in die tijd deed niemand iets; de geschiedenis loopt van { $first } tot en met { $last }
contributors-nobody = hier heeft nog niemand iets gedaan
contributors-left = vertrokken
contributors-at-least = minstens dit: een deel van de geschiedenis zit niet in deze kloon
contributors-lines-changes = de regels van { $count ->
    [one] { $count } wijziging
   *[other] { $count } wijzigingen
} zijn niet geteld: wat daar stond zit niet in deze kloon, is beschadigd of is te veel om te vergelijken
contributors-lines-pages = niet alle regels van { $pages }{ $more ->
    [0] {""}
   *[other] {" "}en nog { $more }
} zijn geteld{ $changes ->
    [0] {""}
    [one] , en die van { $changes } wijziging niet
   *[other] , en die van { $changes } wijzigingen niet
}: wat daar stond zit niet in deze kloon, is beschadigd of is te veel om te vergelijken
contributors-twice = { $count ->
    [one] één naam staat hier meer dan één keer:
   *[other] { $count } namen staan hier meer dan één keer:
}
contributors-twice-do = { $count ->
    [one] één naam staat hier meer dan één keer: { $command }
   *[other] { $count } namen staan hier meer dan één keer: { $command }
}
contributors-legend = maakte, wijzigde: wat er nu staat; keek na: keren; meer:
contributors-commits = { $count ->
    [one] { $count } commit
   *[other] { $count } commits
}
helped-created = maakte { $count }
helped-edited = wijzigde { $count }
helped-asked = { $count ->
    [one] stelde { $count } vraag
   *[other] stelde { $count } vragen
}
helped-answered = { $count ->
    [one] gaf { $count } antwoord
   *[other] gaf { $count } antwoorden
}
helped-answered-accepted = { $count ->
    [one] gaf { $count } antwoord
   *[other] gaf { $count } antwoorden
}, waarvan { $accepted } gekozen
helped-accepted = { $count ->
    [one] gaf { $count } antwoord dat gekozen werd
   *[other] gaf { $count } antwoorden die gekozen werden
}
helped-decided = { $count ->
    [one] besliste mee over { $count } besluit
   *[other] besliste mee over { $count } besluiten
}
helped-reviewed = keek { $count } na
helped-hosted = { $count ->
    [one] organiseerde { $count } bijeenkomst
   *[other] organiseerde { $count } bijeenkomsten
}
helped-used = gebruikte { $count }
helped-gone = { $count ->
    [one] werkte aan { $count } document dat weg is
   *[other] werkte aan { $count } documenten die weg zijn
}
helped-thanked = { $count ->
    [one] { $count } keer bedankt
   *[other] { $count } keer bedankt
}
demo-history-wrong = de geschiedenis van het voorbeeld past niet bij de bestanden: { $what } in "{ $commit }"
demo-history-unreadable = de geschiedenis van het voorbeeld is niet te lezen
demo-taken = { $path } is niet leeg
demo-taken-help = noem een nieuwe map: cop demo MAP
demo-no-cache = er is geen map om het voorbeeld in te bewaren
demo-no-cache-help = stel HOME of XDG_CACHE_HOME in, of maak het zelf: cop demo MAP
demo-next = nu verder: cd { $path }, en dan: cop
folder-unwritable = in de map kan niet geschreven worden
replay-failed = de repository is niet te maken
doctor-ok = goed
doctor-note = opmerking
doctor-warning = waarschuwing
doctor-error = fout
doctor-version = cop { $version }
doctor-cache = afgeleide gegevens staan buiten git in { $path }; alles daarvan is opnieuw te maken
doctor-no-cache = buiten git is er geen map om afgeleide gegevens in te bewaren
doctor-community = { $name }, in { $path }
doctor-settings = { $place }: { $what }
doctor-today = vandaag is het { $date } ({ $zone })
doctor-no-documents = er zijn nog geen documenten
doctor-no-documents-help = elk Markdownbestand in de map van een soort is een document, zoals praktijken/onze-eerste.md; staan die van jullie ergens anders, zeg dan in community.yaml waar: kinds: practice: paths:
doctor-documents = { $all }: { $kinds }
doctor-unread = { $path } wordt niet gelezen: { $why }
doctor-branch = git, op branch { $name }, in { $path }
doctor-detached = git, niet op een branch (detached HEAD), in { $path }
doctor-unborn = git, nog zonder commits, in { $path }
doctor-broken-head = HEAD van git is niet te lezen: { $cause }
doctor-history = { $count ->
    [one] { $count } commit bekend
   *[other] { $count } commits bekend
}
doctor-member = git kent je als { $name } <{ $email }>: lid { $handle }
doctor-namesakes = { $count ->
    [one] { $name } heeft één adres in git
   *[other] { $name } heeft { $count } adressen in git, en telt voor { $count } mensen
}
doctor-namesakes-member = commits vanaf { $address } lijken van @{ $handle } te zijn: { $why }
doctor-namesakes-doubt = maar { $doubt }; wiens adres in dat bestand staat, handelt als dat lid. Zegt het lid dat het klopt: { $command }
doctor-namesakes-mailmap = is het één persoon, zet dan de regels hieronder in een bestand .mailmap boven in de repository: alles vanaf het laatste adres van een regel telt dan als gedaan vanaf het eerste, dus dat moet het adres zijn waarvan je weet dat het klopt
doctor-stranger = git kent je als { $name } <{ $email }>, en dat adres is van geen enkel lid
doctor-stranger-help = zo word je lid: cop join
doctor-nobody = git weet niet wie je bent
doctor-nobody-help = stel het in: git config --global user.name "Je Naam", en git config --global user.email jij@example.org
search-nothing-asked = je vraagt nog niets
search-nothing-asked-help = typ een woord: cop search ritme
search-list-help = alle documenten zien: cop list
search-nothing = Niets gevonden voor { $words }.
search-near-words = Woorden die hier wel voorkomen en erop lijken: { $words }
search-did-you-mean = Bedoel je { $words }? { $command }
search-beginning =
    Met woorden die beginnen met { $words } { $count ->
        [one] is er één document
       *[other] zijn er { $count } documenten
    }: { $command }
search-apart =
    { $typed } staat hier nergens aan elkaar; als { $words } staat het in { $count ->
        [one] één document
       *[other] { $count } documenten
    }: { $command }
search-part =
    { $typed } staat in geen document; { $words } staat in { $count ->
        [one] één document
       *[other] { $count } documenten
    }: { $command }
search-not-now = Nu niets voor { $words }.
search-all = Alle documenten zien: cop list
search-last-changed = Het laatst gewijzigd is "{ $title }", { $when }.
search-last-made = Het nieuwste document is "{ $title }", { $when }.
search-without =
    Met { $conditions } blijft er niets over; zonder { $count ->
        [one] is er één document
       *[other] zijn er { $count } documenten
    }: { $command }
search-nearest = Wat er het dichtst bij komt:
list-page = { $first } tot en met { $last } van { $all }
count-tags = { $count ->
    [one] { $count } trefwoord
   *[other] { $count } trefwoorden
}
count-words = { $count ->
    [one] { $count } woord
   *[other] { $count } woorden
}
count-searches = { $count ->
    [one] { $count } zoekvraag met een naam
   *[other] { $count } zoekvragen met een naam
}
list-newest = nieuwste eerst
list-oldest = oudste eerst
list-updated = laatst gewijzigd eerst
list-reviewed = langst niet nagekeken eerst
list-nothing = Er zijn nog geen documenten.
list-nothing-such = Niets gevonden.
list-no-searches = Nog geen zoekvraag heeft een naam; geef er een in community.yaml, onder searches:, met wat er gezocht wordt.
filter-unknown-key = geen document heeft een veld "{ $key }"
filter-where-help = schrijf het als --where VELD=WAARDE
hits-found-more = { $count } met alle woorden, daarna die met een paar ervan
document-accepted = gekozen { $kind }
overview-open-count = { $count } open
overview-past = { $count ->
    [one] één geldt niet meer
   *[other] { $count } gelden niet meer
}
overview-next = Binnenkort
overview-new = Nieuw
overview-newest = Nieuwste
overview-open = Open
overview-hint-search = Zoeken:
overview-hint-show = Lezen:
overview-hint-more = Meer:
ways-none = Hier is geen gemeenschap: geen community.yaml in deze map of erboven.
ways-try = Rondkijken
ways-example = Voorbeeld maken
ways-elsewhere = Andere map
ways-help = Alle opdrachten
ways-begin = Zelf beginnen
path-unknown = hier is geen bestand of map { $path }
path-outside = { $path } hoort niet bij deze gemeenschap
document-list = alles van die soort zien: { $command }
do-search = cop search WOORDEN
do-like = cop search --like DOCUMENT
do-add = cop add SOORT TITEL
do-ask = cop ask TITEL
do-answer = cop answer DOCUMENT
do-mark = cop mark { $it } STATUS
do-mark-as = cop mark { $it } { $state }
do-supersede = cop mark { $it } superseded --superseded-by { $other }
do-promote = cop add practice --from { $it }
do-show = cop show TITEL
do-member = cop show NAAM
do-history = cop history DOCUMENT
do-list = cop list SOORT
do-elsewhere = cop -C MAP
unclaimed-file = { $path } hoort bij geen soort: het is geen document, en er valt niets in te controleren
unclaimed-folder = in { $path } hoort geen bestand bij een soort: er valt niets te controleren
unclaimed-help = welke bestanden meetellen, en hoe je deze laat meetellen: cop doctor
unclaimed = { $count ->
    [one] { $count } Markdownbestand hoort
   *[other] { $count } Markdownbestanden horen
} bij geen soort en { $count ->
    [one] telt
   *[other] tellen
} niet mee: { $folders }
unclaimed-more = { $count ->
    [one] { $count } Markdownbestand hoort
   *[other] { $count } Markdownbestanden horen
} bij geen soort en { $count ->
    [one] telt
   *[other] tellen
} niet mee: { $folders } en nog { $more ->
    [one] { $more } map
   *[other] { $more } mappen
}
unclaimed-paste = zo tellen ze wel mee: zet deze regels in community.yaml, zo nodig met een andere soort dan practice
unclaimed-under-kinds = zo tellen ze wel mee: zet deze regels in community.yaml in de plaats van wat er onder kinds: staat, zo nodig met een andere soort dan practice
words-by-name = op alfabet
words-by-count = die van de meeste documenten eerst
words-by-telling = de veelzeggendste eerst
words-numbers = het getal: in hoeveel documenten
tags-numbers = het getal: in hoeveel documenten, ook die van de trefwoorden eronder
tags-itself = { $count } zelf
hit-tag = trefwoord: { $tag }
hit-also = heet ook: { $name }
hook-gone = cop: deze commit is niet gecontroleerd: het programma staat niet meer waar het stond, en ook niet in PATH. Is het er weer: cop doctor --fix
hook-stopped = Er is niets vastgelegd. Herstel het, voeg het toe met git add, en leg opnieuw vast; git commit --no-verify gaat eraan voorbij.
