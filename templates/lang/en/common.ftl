# Words that every part of cop uses.
count-documents = { $count ->
    [one] { $count } document
   *[other] { $count } documents
}
