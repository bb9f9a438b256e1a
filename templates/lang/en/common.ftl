# Words that every part of cop uses.
count-documents = { $count ->
    [one] { $count } document
   *[other] { $count } documents
}

# A bug of cop itself
bug-met = cop met a bug of its own and stopped
bug-report = tell the makers of cop what you typed, and the line above; with RUST_BACKTRACE=1 it says more
