# The index: what a person is told when it had to be made anew, or can't be kept.

index-damaged = The search index was damaged; it was made anew.
index-other-version = The search index was made by another version of cop; it was made anew.
index-not-kept = The search index can't be kept, so the next search does the work again: { $cause }
index-in-the-way = The search index can't be kept, so the next search does the work again: { $path } is a link, or no folder. Remove it, and cop makes a folder there.
index-busy = Another process is updating the search index; this search did without it.
index-unread = { $more ->
    [0] this can't be read, and what it says is left out; cop check says more
    [one] this and one more can't be read, and what they say is left out; cop check says more
   *[other] this and { $more } more can't be read, and what they say is left out; cop check says more
}
index-failed = The search index can't be made.
