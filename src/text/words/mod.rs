//! Words: how a text is cut, folded and stemmed, the same for the index, a query and the site.
