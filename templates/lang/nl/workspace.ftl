# Bestanden die niet te lezen zijn.
file-unreadable = het bestand is niet te lezen: { $cause }
file-not-regular = dit is geen gewoon bestand
file-too-large = het bestand is groter dan { $limit } MiB en wordt niet gelezen
file-too-large-help = splits het, of verhoog limits: {"{"}file: …{"}"} in community.yaml
file-utf16 = tekst in UTF-16; cop leest UTF-8
file-not-utf8 = geen UTF-8: regel { $line } heeft een byte die geen letter is
