# Aan wie je het kunt vragen.
who-nothing-asked = waarover? Je vraagt nog niets
who-nothing-asked-help = woorden, een trefwoord of een document: cop who ritme
who-person = "{ $handle }" is een lid, en geen onderwerp
who-person-help = wat iemand weet en deed: cop show { $handle }
who-found = { $count ->
    [one] 1 persoon
   *[other] { $count } mensen
}, volgens { $documents ->
    [0] wat ze zelf zeggen
    [one] 1 document erover
   *[other] { $documents } documenten erover
}
who-found-document = { $count ->
    [one] 1 persoon
   *[other] { $count } mensen
}, volgens het document zelf en { $others ->
    [one] 1 dat ermee verbonden is
   *[other] { $others } die ermee verbonden zijn
}
who-found-relaxed = Geen document heeft alle woorden; volgens wat er het dichtst bij komt: { $count ->
    [one] 1 persoon
   *[other] { $count } mensen
}
did-steward = beheert { $count }
did-decided = besliste { $count }
did-used = gebruikt { $count }
did-thanked = kreeg dank voor { $count }
who-you = jij
who-did-created = schreef
who-did-edited = { $count ->
    [one] wijzigde
   *[other] wijzigde { $count } keer
}
who-did-reviewed = { $count ->
    [one] keek na
   *[other] keek { $count } keer na
}
who-did-consulted = gaf advies
who-did-answered = beantwoordde
who-did-accepted = gaf het gekozen antwoord op
who-did-decided = besliste
who-did-steward = beheert
who-did-used = gebruikt
who-did-thanked = kreeg dank voor
who-offers = zegt dat je mag vragen
who-interested = zegt zelf: interesse in
who-follows = volgt
who-more = … nog { $count }:
who-unasked = { $count ->
    [one] Eén ander weet er meer van, maar wil liever niets gevraagd worden
   *[other] { $count } anderen weten er meer van, maar willen liever niets gevraagd worden
}
who-at-least = deze in elk geval: een deel van de geschiedenis ontbreekt in deze kopie
who-nobody = Van niemand hier is bekend dat die iets weet van { $topic }.
who-only-unasked = Wie hier iets weet van { $topic }, wil liever niets gevraagd worden ({ $count }).
who-near-tags = Trefwoorden die erop lijken: { $tags }
who-ask = Vraag het iedereen: { $command }
who-open-question = Nog open: { $title } (cop show { $reference })
who-may-know = Weet het misschien: { $person }
do-who = cop who ONDERWERP
