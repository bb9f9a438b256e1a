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
front-not-mapping = The front matter has no fields.
front-not-mapping-help = Write each field as `key: value` on its own line.

front-duplicate-key = `{ $key }` is given twice; the first one counts.
front-duplicate-key-help = Keep one `{ $key }` and remove the other.

front-yaml-alias-unknown = In YAML `{ $alias }` stands for a value named elsewhere, but none has that name.
front-yaml-aliases = `{ $alias }` is not filled in: at most { $limit } aliases are followed, and none into itself or to a great size.
front-yaml-aliases-help = Write the value out.
front-yaml-anchor = In YAML `{ $anchor }` gives the value a name and is no part of it, and nothing uses the name.
front-yaml-anchor-help = If it belongs to the text, put the whole value in quotes; otherwise remove it.
front-yaml-documents = Only the part before this `---` is read.
front-yaml-quote-it = Put it in quotes if it is text: { $text }
front-yaml-tag = The YAML tag `{ $tag }` does nothing here.
front-yaml-tag-help = Remove it, or put the whole value in quotes if it belongs to the text.
front-yaml-syntax = This is not YAML.
