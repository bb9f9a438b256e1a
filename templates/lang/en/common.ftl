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

# Why the system says no, of what happens every day
io-not-found = there is no such file or folder
io-denied = you have no permission for it
io-is-folder = it is a folder
io-no-folder = a file stands where a folder is expected
io-full = there is no room left on the disk
io-read-only = nothing can be written on this disk
