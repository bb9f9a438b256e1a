# Woorden die elk deel van cop gebruikt.
count-documents = { $count ->
    [one] { $count } document
   *[other] { $count } documenten
}

# Een fout in cop zelf
bug-met = dit is een fout in cop, en het antwoord is verloren
bug-report = vertel de makers wat je typte, en de regel hierboven; met RUST_BACKTRACE=1 staat er meer

# Een status, waarvan de sleutel Engels is.
state-told = { $label } ({ $key })

# Waarom het systeem nee zegt, voor wat elke dag gebeurt
io-not-found = zo'n bestand of map is er niet
io-denied = je hebt er geen rechten voor
io-is-folder = het is een map
io-no-folder = er staat een bestand waar een map wordt verwacht
io-full = de schijf is vol
io-read-only = op deze schijf kan niet worden geschreven
