# What reading Markdown says.
markdown-too-deep = This is nested more than { $depth } levels deep; what is deeper was not read
markdown-too-deep-help = Use fewer quote or list marks at the start of the line, or raise limits.depth in community.yaml
markdown-too-deep-highest = Use fewer quote or list marks at the start of the line
markdown-too-much = More than { $limit } headings, links or other parts of one sort stand before this, or ten times as many signs; from here on it was not read
markdown-too-much-help = Make several files of it, or raise limits.parts in community.yaml
markdown-too-much-highest = Make several files of it
