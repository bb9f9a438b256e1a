# Zoekvragen, en de perioden daarin.
when-unknown = “{ $text }” is geen datum of periode; schrijf bijvoorbeeld 2025, 2025-01-03, 2025-01..2025-03, 30d.. of "vorige maand"
when-nearest = “{ $text }” is geen datum of periode; bedoel je { $nearest }?
when-backwards = “{ $text }” begint op { $from } en eindigt daarvoor, op { $to }
