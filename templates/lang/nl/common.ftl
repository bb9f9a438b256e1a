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
