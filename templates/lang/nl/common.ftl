# Woorden die elk deel van cop gebruikt.
count-documents = { $count ->
    [one] { $count } document
   *[other] { $count } documenten
}
