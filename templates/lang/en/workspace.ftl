# Files that can't be read.
file-unreadable = the file can't be read: { $cause }
file-not-regular = this is no regular file
file-too-large = the file is larger than { $limit } MiB and is not read
file-too-large-help = split it, or raise limits: {"{"}file: …{"}"} in community.yaml
file-too-large-highest = split it
file-utf16 = UTF-16 text; cop reads UTF-8
file-not-utf8 = not UTF-8: line { $line } has a byte that is no letter

# The files that say what git ignores
ignore-too-large = a file of rules for git that is larger than { $limit } KiB is not read; anything here might be what it hides, so nothing in this folder is read
ignore-too-many = all files of rules for git together are larger than { $limit } KiB, and this one is not read; anything here might be what it hides, so nothing in this folder is read
ignore-too-large-help = keep only the patterns that are needed
ignore-line = the pattern on line { $line } is too large to be used; the other lines count
ignore-line-help = write a shorter pattern
file-not-here = its content is not in this clone
