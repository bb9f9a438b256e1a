# Wat er bij het lezen van Markdown gezegd wordt.
markdown-too-deep = Dit is meer dan { $depth } niveaus diep genest; wat dieper zit is niet gelezen
markdown-too-deep-help = Gebruik minder citaat- of lijsttekens aan het begin van de regel, of verhoog limits.depth in community.yaml
