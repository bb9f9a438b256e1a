# Wat er bij het lezen van Markdown gezegd wordt.
markdown-too-deep = Dit is meer dan { $depth } niveaus diep genest; wat dieper zit is niet gelezen
markdown-too-deep-help = Gebruik minder citaat- of lijsttekens aan het begin van de regel, of verhoog limits.depth in community.yaml
markdown-too-deep-highest = Gebruik minder citaat- of lijsttekens aan het begin van de regel
markdown-too-much = Hiervoor staan meer dan { $limit } koppen, links of andere onderdelen van één soort, of tien keer zoveel tekens; vanaf hier is het niet gelezen
markdown-too-much-help = Maak er meer bestanden van, of verhoog limits.parts in community.yaml
markdown-too-much-highest = Maak er meer bestanden van
