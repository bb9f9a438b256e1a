# Wat iemand hoort over wat die deed
echo-answered = beantwoord
echo-accepted = gekozen
echo-thanked = bedankt
echo-used = gebruikt
echo-settled = afgehandeld
echo-you-follow = Je volgt
echo-more = { $count ->
    [one] nog een: { $command }
   *[other] nog { $count }: { $command }
}

# Wie iets gebruikte, waarvoor dank is, wie iets volgt
heard-used = Gebruikt door
heard-thanked = Dank
heard-thanked-by = Bedankt door
heard-followed = Gevolgd door

# Wie iets beheerde en weg is
steward-left-behind = { $name } beheert nog { $count ->
    [one] een document
   *[other] { $count } documenten
}: { $titles }
steward-hand-over = Draag dat over: cop set --steward { $handle } steward=NAAM
steward-left = { $name } is geen lid meer
steward-left-other = noem iemand die er nog is: steward=NAAM
steward-left-back = of, is { $handle } er weer: cop mark @{ $handle } { $state }
flag-told-gone = { $who } beheerde het en is weg, dus niemand krijgt dit te zien; een nieuwe beheerder: cop set { $name } steward=NAAM
flag-told-team = { $who } beheert het en is geen lid: laat het zelf weten; wie het nakijkt, handelt dit af: cop review { $name }
accept-which = { $name } heeft { $count ->
    [one] één antwoord
   *[other] { $count } antwoorden
}; welk?
accept-none-yet = { $name } heeft nog geen antwoord

# Een pagina die werd overgeslagen, een reden waarnaar gevraagd wordt
join-already-other = Je bent al lid: @{ $handle }. Is de pagina van { $name } van jou, haal dan eerst die andere weg: cop rm @{ $handle }; en daarna: cop join --handle { $other }
review-ask-why = Wat is er verouderd?
review-ask-why-about = in een zin, voor wie het verbetert; Enter zegt niets
add-about-nothing = een { $kind } moet zeggen waarover die gaat
add-about-flag = cop flag DOCUMENT verouderd -m "…"

# Een tijdsduur
span-months = { $count ->
    [one] 1 maand
   *[other] { $count } maanden
}
span-weeks = { $count ->
    [one] 1 week
   *[other] { $count } weken
}
span-days = { $count ->
    [one] 1 dag
   *[other] { $count } dagen
}
every-months = { $count ->
    [one] elke maand
   *[other] om de { $count } maanden
}
every-weeks = { $count ->
    [one] elke week
   *[other] om de { $count } weken
}
every-days = { $count ->
    [one] elke dag
   *[other] om de { $count } dagen
}

# Wat iemand niet meer heeft
echo-handed = overgedragen
echo-handed-by = { $name }, aan { $to }
echo-retired = gesloten
