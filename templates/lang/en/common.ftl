# Words that every part of cop uses.
count-documents = { $count ->
    [one] { $count } document
   *[other] { $count } documents
}

# A bug of cop itself
bug-met = this is a bug in cop, and the answer is lost
bug-report = tell its makers what you typed, and the line above; with RUST_BACKTRACE=1 it says more

# A state, whose key is English.
state-told = { $key }
