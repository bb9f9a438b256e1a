# Files that can't be read.
file-unreadable = the file can't be read: { $cause }
file-not-regular = this is no regular file
file-too-large = the file is larger than { $limit } MiB and is not read
file-too-large-help = split it, or raise limits: {"{"}file: …{"}"} in community.yaml
file-utf16 = UTF-16 text; cop reads UTF-8
file-not-utf8 = not UTF-8: line { $line } has a byte that is no letter
