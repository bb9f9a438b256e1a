# What reading Markdown says.
markdown-too-deep = This is nested more than { $depth } levels deep; what is deeper was not read
markdown-too-deep-help = Use fewer quote or list marks at the start of the line, or raise limits.depth in community.yaml
