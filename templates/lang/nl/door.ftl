# Wat de opdrachtregel zegt als die niet te begrijpen is.
usage-unknown-command = er is geen opdracht "{ $name }"
usage-here-it-is = hier is dat: { $command }
usage-search-for = ernaar zoeken: cop search { $words }
usage-unknown-flag = de optie { $flag } bestaat hier niet
usage-nearest = bedoel je { $name }?
usage-help = alles wat je kunt vragen: cop --help, en cop OPDRACHT --help
usage-no-value = { $flag } heeft een waarde nodig
flag-value = { $flag } kan niet "{ $value }" zijn
flag-no-day = { $flag } heeft een dag nodig, en "{ $text }" noemt er geen
usage-values = een van deze: { $values }
usage-missing = er ontbreekt iets: { $name }
usage-conflict = { $one } en { $other } gaan niet samen
usage-not-utf8 = de opdrachtregel is geen UTF-8-tekst
usage-other = de opdrachtregel is niet te begrijpen
schema-unknown = geen antwoord heet "{ $name }"
man-failed = de manpagina is niet te maken
now-unclear = COP_NOW, dat de klok vervangt, is "{ $text }", en dat is geen tijdstip
now-unclear-help = schrijf bijvoorbeeld COP_NOW=2026-11-22T09:00:00Z, of laat het weg
usage-help-command = alles erover: { $command }
usage-too-many = "{ $word }" is hier een woord te veel
usage-quotes = een naam van meer woorden zet je tussen aanhalingstekens: "{ $words }"
usage-not-utf8-help = geef een bestand waarvan de naam geen UTF-8 is eerst een andere naam
