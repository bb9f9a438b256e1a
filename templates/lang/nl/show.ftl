# Hoe uitkomsten en fouten worden getoond.
day-today = vandaag
day-yesterday = gisteren
day-tomorrow = morgen
day-on = op { $day }
month-1 = jan
month-2 = feb
month-3 = mrt
month-4 = apr
month-5 = mei
month-6 = jun
month-7 = jul
month-8 = aug
month-9 = sep
month-10 = okt
month-11 = nov
month-12 = dec
weekday-1 = ma
weekday-2 = di
weekday-3 = wo
weekday-4 = do
weekday-5 = vr
weekday-6 = za
weekday-7 = zo
said-error = fout
said-warning = waarschuwing
said-note = opmerking
said-hint = tip
said-because = oorzaak
format-unknown = de vorm "{ $name }" bestaat hier niet
format-choose = kies uit: { $names }
format-not-a-list = de vorm "{ $name }" is voor lijsten, en dit is er geen
format-not-files = de vorm "{ $name }" is voor lijsten van bestanden, en dit zijn geen bestanden
format-path-left-out = { $path }{ $more ->
    [0] {""}
   *[other] {" "}en { $more } andere
} weggelaten: in de naam staat een teken dat niet op een regel kan; met -f json krijg je hem wel
text-shortened = De tekst is langer dan 1 MiB, en alleen het begin wordt getoond; met -f md of -f json krijg je hem heel.
output-not-written = de uitvoer kon niet worden geschreven
result-not-serialised = van deze uitkomst kon geen { $format } worden gemaakt
