# Front matter: the fields between the `---` lines at the top of a file.

front-not-first = The front matter does not begin on the first line.
front-not-first-help = Remove everything before `---`: other programs take this front matter for text.
front-unclosed = The front matter is never closed, so all of the file is read as text.
front-unclosed-help = Put a line with only `---` after the last field.
front-unclosed-glued = The closing `---` must stand alone: put `{ $rest }` on the next line.
front-wrong-fence = Front matter begins and ends with `---`, not with `{ $fence }`.
front-wrong-fence-help = Write exactly three hyphens, alone on their line, before and after the fields.
front-other-notation = This front matter is { $notation }, which is not read.
front-other-notation-help = Write the fields as `key: value` between lines of `---` instead of `{ $fence }`.
front-too-large = This is { $size } bytes long; more than { $limit } bytes of front matter are not read.
front-too-large-help = Move text below the front matter, or raise `front` under `limits:` in `community.yaml`.
front-too-large-highest = Move text below the front matter.
front-settings-too-large = This is { $size } bytes long; more than { $limit } bytes of settings are not read.
front-not-mapping = The front matter has no fields.
front-not-mapping-help = Write each field as `key: value` on its own line.

front-duplicate-key = "{ $key }" is given twice; the first one counts.
front-duplicate-key-help = Keep one "{ $key }" and remove the other.

front-yaml-alias-unknown = In YAML `{ $alias }` stands for a value named elsewhere, but none has that name.
front-yaml-aliases = `{ $alias }` is not filled in: at most { $limit } aliases are followed, and none into itself or to a great size.
front-yaml-aliases-help = Write the value out.
front-yaml-anchor = In YAML `{ $anchor }` gives the value a name and is no part of it, and nothing uses the name.
front-yaml-anchor-help = If it belongs to the text, put the whole value in quotes; otherwise remove it.
front-yaml-comment = A value can't begin with `#`: all of this is a comment, and there is no value.
front-yaml-documents = Only the part before this `---` is read.
front-yaml-quote-it = Put it in quotes if it is text: { $text }
front-yaml-tag = The YAML tag `{ $tag }` does nothing here.
front-yaml-tag-help = Remove it, or put the whole value in quotes if it belongs to the text.

# What is wrong with a line that YAML does not allow.
front-yaml-after-quote = There is more text after the closing quote.
front-yaml-apostrophe = A value that begins with an apostrophe must stand in quotes.
front-yaml-bracket = `{ $letter }` opens a list or a mapping in YAML, and this is neither.
front-yaml-colon = A value with a colon and a space in it must stand in quotes.
front-yaml-comment-help = In front matter a comment begins with `#`.
front-yaml-conflict-help = A merge was left unfinished: keep one of the versions and remove the lines with `<<<<<<<`, `=======` and `>>>>>>>`.
front-yaml-control = An invisible control character ({ $code }) stands here.
front-yaml-control-help = Remove it: it often comes along when text is pasted.
front-yaml-deeper = "{ $key }" is indented, so it reads as more of the value above it.
front-yaml-deeper-help = Let it begin right below the key above it.
front-yaml-escape = A backslash between double quotes must be part of an escape that YAML knows.
front-yaml-indent = This line does not line up with the lines above it.
front-yaml-indent-help = Fields begin at the left; items of one list are indented by the same number of spaces, and have a space after the dash.
front-yaml-key-help = If it is a field, write `{ $word }:`; if it belongs to the value above, indent it.
front-yaml-list-here = A list can't begin on the line of its key.
front-yaml-no-space = A space is missing after the colon or dash.
front-yaml-open-quote = The quote that opens here is not closed.
front-yaml-reserved = A value that begins with `{ $letter }` must stand in quotes.
front-yaml-stray = This line is neither a field nor part of one.
front-yaml-stray-help = Indent it if it belongs to the value above; put it below the closing `---` if it is text.
front-yaml-syntax = This is not YAML.
front-yaml-tab = A line can't be indented with a tab.
front-yaml-tab-help = Use spaces.
front-yaml-template = A value with a template tag in it must stand in quotes.
front-yaml-too-deep = Lists and mappings are nested too deep here; it is read as text.
front-yaml-too-deep-help = Put it in quotes if it is text, or use fewer levels.
front-yaml-write = Write: { $line }

# Setting a field.
edit-faulty = Something is wrong here; put it right first, so that nothing else is changed by accident.
edit-twice = `{ $key }` is given twice: keep one of the two first.
edit-indirect = `{ $key }` is written with an anchor, an alias or a tag; change it in an editor.
edit-mapping = `{ $key }` has fields of its own; change it in an editor.
edit-comment = There is a comment here that would be lost; change this in an editor.
edit-item = This item takes more than a line of its own; change the list in an editor.
edit-unsafe = `{ $key }` can't be set here without touching something else; change it in an editor.
