# Zoekvragen, en de perioden daarin.
when-unknown = “{ $text }” is geen datum of periode; schrijf bijvoorbeeld 2025, 2025-01-03, 2025-01..2025-03, 30d.. of "vorige maand"
when-nearest = “{ $text }” is geen datum of periode; bedoel je { $nearest }?
when-backwards = “{ $text }” begint op { $from } en eindigt daarvoor, op { $to }
query-cut = Deze zoekvraag is erg lang; alleen het eerste deel telt.
query-many-words = Deze zoekvraag heeft erg veel woorden; de eerste { $most } tellen.
query-nearest = bedoel je { $names }?
query-no-kind = er is geen soort “{ $typed }”
query-no-state = er is geen status “{ $typed }”
query-no-key = er is geen veld “{ $typed }”
query-no-flag = “is:{ $typed }” bestaat niet; wel is:open, is:unanswered, is:stale, is:mine en is:retired
query-no-number = “{ $typed }” is geen getal
query-number-help = schrijf bijvoorbeeld { $key }:3, { $key }:>3 of { $key }:3..5
query-not-comparable = “{ $key }” is tekst; die kun je niet vergelijken met < en >
query-not-comparable-help = schrijf { $key }:waarde, of { $key }:begin* voor waarden die zo beginnen
query-nobody = cop weet niet wie je bent, dus er is niets van jou
query-nobody-help = met een eigen bestand in leden/, met je adres bij emails:, word je lid
