# Hoe een gemeenschap ervoor staat: van elk signaal de waarde in woorden, en wat over alle samen gezegd wordt.
health-title = Hoe { $name } ervoor staat
health-by-month = { $since } tot { $until }, per maand
health-by-quarter = { $since } tot { $until }, per kwartaal
health-by-year = { $since } tot { $until }, per jaar
health-no-time = voor zover bekend is er nog niets gebeurd
health-quarter = Q{ $quarter } { $year }
health-under-way = { $period }, deels
health-in-part = { $period } (deels)
health-period = Periode
health-domain = Domein: waar het over gaat
health-community = Gemeenschap: de mensen
health-practice = Praktijk: wat ze weten en bewaren
health-good = goed
health-watch = let op
health-act = doe iets
health-unknown = geen oordeel
health-more = meer dan gewoonlijk: { $last } in de laatste hele periode, meestal { $usual }
health-level = zoals gewoonlijk: { $last } in de laatste hele periode, meestal { $usual }
health-less = minder dan gewoonlijk: { $last } in de laatste hele periode, meestal { $usual }
health-no-trend = te weinig voor een trend: daar zijn vier hele perioden voor nodig waarvan het te zeggen is
health-before = de tijd ervoor: { $says }
health-summary = { $act ->
    [0] niets om te doen
   *[other] { $act } om iets aan te doen
}, { $watch } om op te letten, { $good } goed, { $unknown } zonder oordeel
health-counted = geteld: { $text }
health-why = waarom: { $text }
health-bounds = oordeel: { $text }
health-source = methode: { $text }
health-of-today = { $says } (vandaag, over welke tijd het ook gaat)
health-about = Hoe dit geteld is
health-more-about = hoe elk geteld is, waarom, en vanaf waar het goed is:
health-note-no-history = hier is geen git-geschiedenis: wat er in de tijd gebeurt, is niet te zeggen
health-note-clock = { $count ->
    [one] { $count } commit heeft een dag die niet kan kloppen, en telt niet mee
   *[other] { $count } commits hebben een dag die niet kan kloppen, en tellen niet mee
}
health-note-before = de tijd ervoor is { $since } tot { $until }
health-note-nothing-before = van een tijd hiervoor is niets bekend
health-short = { $needs ->
    [one] te weinig: geen { $of }
   *[other] te weinig: { $has } van minstens { $needs } { $of }
}
health-no-history = te weinig: er is geen geschiedenis
health-no-rhythm = geen ritme in community.yaml, zoals rhythm: 6 weken
health-no-goals = geen doelen in community.yaml
health-of-history = dagen
health-of-periods = hele perioden
health-of-people = bijdragers
health-of-joined = leden die erbij kwamen
health-of-questions = gedateerde vragen
health-of-decisions = voorgestelde besluiten
health-of-meetings = bijeenkomsten
health-of-rhythm = ritme
health-of-goals = doelen
health-of-documents = documenten
health-of-reviewable = na te kijken documenten
health-of-adopted = documenten die gelden
health-of-topics = onderwerpen van drie documenten
health-goals = { $all ->
    [one] 1 doel
   *[other] { $all } doelen
}; { $unlinked ->
    [0] elk met een vraag die erheen leidt
    [one] 1 waar niets heen leidt
   *[other] { $unlinked } waar niets heen leidt
}{ $past ->
    [0] {""}
    [one] , en van 1 is de dag voorbij
   *[other] , en van { $past } is de dag voorbij
}
health-stale-areas-none = in elk onderwerp ({ $all }) is het laatste jaar iets gewijzigd of nagekeken
health-stale-areas = { $count } van { $all } onderwerpen een jaar niet aangeraakt: { $names }
health-participation = { $everyone ->
    [0] niemand deed mee in deze hele tijd
   *[other] { $count ->
        [one] 1 persoon
       *[other] { $count } mensen
    } in de laatste hele periode, { $everyone } in deze hele tijd
}
health-participation-begun = { $count ->
    [one] 1 persoon
   *[other] { $count } mensen
} tot nu toe
health-concentration = de drie actiefsten maakten { $share } van wat { $people } mensen in een jaar bijdroegen (Gini { $gini })
health-rings = { $core } in de kern, { $active } verder actief, { $edge } aan de rand
health-newcomers = { $count ->
    [0] niemand droeg het laatste jaar voor het eerst bij, van
    [one] 1 persoon droeg het laatste jaar voor het eerst bij, van
   *[other] { $count } mensen droegen het laatste jaar voor het eerst bij, van
} { $active } die bijdroegen
health-newcomers-young = { $count ->
    [0] niemand droeg het laatste jaar voor het eerst bij
    [one] 1 persoon droeg het laatste jaar voor het eerst bij
   *[other] { $count } mensen droegen het laatste jaar voor het eerst bij
}; de gemeenschap is te jong om te zeggen of dat veel is
health-first-contribution = de helft draagt binnen { $days ->
    [one] 1 dag
   *[other] { $days } dagen
} na toetreden bij; { $begun } van { $all } zijn begonnen
health-first-contribution-not = niet gehaald: meer dan de helft is nog niet begonnen ({ $begun } van { $all } wel)
health-fetch-and-bring = { $questions } vragen en { $answers } antwoorden in een jaar; { $askers } vroegen, { $answerers } antwoordden, { $both } deden allebei
health-rhythm = { $days ->
    [one] 1 dag
   *[other] { $days } dagen
} tussen bijeenkomsten, waar { $wanted } de bedoeling is; de volgende is gepland
health-rhythm-few = { $count ->
    [0] geen bijeenkomst is
    [one] 1 bijeenkomst is
   *[other] { $count } bijeenkomsten zijn
} genoteerd in { $span } dagen, waar elke { $wanted } er een de bedoeling is: ze zijn niet gehouden of niet opgeschreven
health-rhythm-none = { $days ->
    [one] 1 dag
   *[other] { $days } dagen
} tussen bijeenkomsten, waar { $wanted } de bedoeling is; de laatste was { $ago ->
    [0] vandaag
    [one] gisteren
   *[other] { $ago } dagen geleden
}, en er is er geen gepland
health-first-answer = de helft heeft binnen { $days ->
    [one] 1 dag
   *[other] { $days } dagen
} een antwoord; nog open: { $open } van { $all }
health-first-answer-not = niet gehaald: meer dan de helft heeft nog geen antwoord (nog open: { $open } van { $all })
health-accepted-answer = de helft heeft binnen { $days ->
    [one] 1 dag
   *[other] { $days } dagen
} een aanvaard antwoord; nog open: { $open } van { $all }
health-accepted-answer-not = niet gehaald: meer dan de helft heeft nog geen aanvaard antwoord (nog open: { $open } van { $all })
health-freshness = { $share } van { $all ->
    [one] 1 document
   *[other] { $all } documenten
} binnen de nakijktermijn; eroverheen: { $past }
health-confidence = { $share } is concept of voorstel: { $unsettled }, naast { $holding } die gelden en { $retired } die vervallen zijn
health-reuse = iemand gebruikt { $used } van { $all } documenten, begrippen en besluiten niet meegeteld; { $uses ->
    [one] 1 keer
   *[other] { $uses } keer
} gebruikt en { $thanks } keer bedankt in deze tijd
health-reuse-none = niemand heeft nog genoteerd wat hij of zij gebruikt
health-one-person = { $count } van { $all } onderwerpen
health-one-person-few = { $count ->
    [0] het laatste jaar deed er niemand mee
    [one] alles hangt van één persoon af
   *[other] alles hangt van { $count } mensen af
}
health-decisions = de helft is binnen { $days ->
    [one] 1 dag
   *[other] { $days } dagen
} besloten; nog open: { $open } van { $all }
health-decisions-not = niet gehaald: meer dan de helft is niet besloten (nog open: { $open } van { $all })
health-links-astray = niet te zeggen: { $astray } links leiden hier naar geen bestand, zoals die naar pagina's van een site, en { $links } naar documenten
health-links = naar of van { $islands } van { $all } documenten leidt niets ({ $share }); { $links } links per document
