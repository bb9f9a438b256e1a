# Wie welke regels schreef
lines-none = Er staat niets in dit document.
lines-beyond = Zo'n regel is er niet: dit document heeft er { $count }.
lines-uncommitted = nog niet vastgelegd
lines-older = { $day }, of ouder
lines-older-unknown = ouder dan de geschiedenis hier
lines-unknown = niet bekend: een deel van de geschiedenis is er hier niet, of is te veel om te vergelijken
lines-range = { $text } is geen reeks regels
lines-range-help = van en tot, geteld vanaf 1: --lines=10,20, of één ervan: --lines=10
helped-lines = { $added ->
    [one] { $added } regel toegevoegd
   *[other] { $added } regels toegevoegd
}, { $removed } weggehaald, { $alive ->
    [0] er staat er geen meer
    [one] { $alive } staat er nu
   *[other] { $alive } staan er nu
}
