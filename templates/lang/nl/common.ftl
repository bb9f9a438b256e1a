# Woorden die elk deel van cop gebruikt.
count-documents = { $count ->
    [one] { $count } document
   *[other] { $count } documenten
}

# Een fout in cop zelf
bug-met = cop stuitte op een fout in zichzelf en is gestopt
bug-report = vertel de makers van cop wat je typte, en de regel hierboven; met RUST_BACKTRACE=1 staat er meer
