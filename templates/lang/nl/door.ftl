# Wat de opdrachtregel zegt als die niet te begrijpen is.
usage-unknown-command = er is geen opdracht "{ $name }"
usage-here-it-is = zo heet dat hier: { $command }
usage-search-for = erop zoeken: cop search { $words }
usage-unknown-flag = de optie { $flag } bestaat hier niet
usage-nearest = bedoel je { $name }?
usage-help = alles wat je kunt vragen: cop --help, en cop OPDRACHT --help
usage-no-value = { $flag } heeft een waarde nodig
flag-value = { $flag } kan niet "{ $value }" zijn
flag-no-day = { $flag } heeft een dag nodig, en "{ $text }" noemt er geen
usage-values = kies uit: { $values }
usage-missing = er ontbreekt iets: { $name }
usage-example = bijvoorbeeld: { $command }
usage-conflict = { $one } en { $other } gaan niet samen
usage-not-utf8 = de opdrachtregel is geen UTF-8-tekst
usage-other = de opdrachtregel is niet te begrijpen
schema-unknown = er is geen antwoord dat "{ $name }" heet
man-failed = de manpagina is niet te maken
now-unclear = COP_NOW (in plaats van de klok) is "{ $text }", en dat is geen tijdstip
now-unclear-help = schrijf bijvoorbeeld COP_NOW=2026-11-22T09:00:00Z, of laat het weg
usage-help-command = alles erover: { $command }
usage-not-utf8-help = geef een bestand waarvan de naam geen UTF-8 is eerst een andere naam
usage-too-many = "{ $name }" is er één te veel
usage-quote = een titel van meer woorden staat tussen aanhalingstekens: cop show "Hoe vaak komen we bij elkaar?"
word-file = een Markdownbestand in de map van zijn soort, zoals praktijken/onze-eerste.md: maak of wijzig het met een editor naar keuze
word-settings = een bestand community.yaml met de twee regels "format: 1" en "name: Hoe jullie heten"; cop demo maakt een voorbeeld
word-git = git zelf: git add, git commit, git pull, git push
words-intro = Woorden die mensen proberen, en hoe het hier heet:
