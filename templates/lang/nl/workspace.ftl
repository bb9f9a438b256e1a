# Bestanden die niet te lezen zijn.
file-unreadable = het bestand is niet te lezen: { $cause }
file-not-regular = dit is geen gewoon bestand
file-too-large = het bestand is groter dan { $limit } MiB en wordt niet gelezen
file-too-large-help = splits het, of verhoog limits: {"{"}file: …{"}"} in community.yaml
file-too-large-highest = splits het
file-utf16 = tekst in UTF-16; cop leest UTF-8
file-not-utf8 = geen UTF-8: regel { $line } heeft een byte die geen letter is

# De bestanden die zeggen wat git negeert
ignore-too-large = een bestand met regels voor git dat groter is dan { $limit } KiB wordt niet gelezen; alles hier kan zijn wat het verbergt, dus er wordt niets in deze map gelezen
ignore-too-many = alle bestanden met regels voor git zijn samen groter dan { $limit } KiB, en dit wordt niet gelezen; alles hier kan zijn wat het verbergt, dus er wordt niets in deze map gelezen
ignore-too-large-help = laat alleen de patronen staan die nodig zijn
ignore-line = het patroon op regel { $line } is te groot om te gebruiken; de andere regels tellen wel
ignore-line-help = schrijf een korter patroon
file-not-here = de inhoud ervan zit niet in deze kloon
