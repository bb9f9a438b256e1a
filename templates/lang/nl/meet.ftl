# Bijeenkomsten: wanneer ze zijn, wat erop staat en wat ervan kwam.
meet-nothing = Er is geen bijeenkomst gepland.
meet-rhythm-none = Er is geen ritme; `rhythm: elke 6 weken` in community.yaml geeft er een.
meet-rhythm-unread = Met het ritme in community.yaml, "{ $rhythm }", valt niet te rekenen; met `elke 6 weken` wel.
meet-rhythm-first = Ritme: { $every }. Er is nog geen bijeenkomst geweest.
meet-rhythm-kept = Ritme: { $every }. Laatst { $last }, straks { $next }, { $apart } ertussen: dat klopt.
meet-rhythm-late = Ritme: { $every }. Laatst { $last }, straks { $next }, { $apart } ertussen; volgens het ritme was het { $expected } geweest.
meet-rhythm-open = Ritme: { $every }. Laatst { $last }, en er is niets gepland; volgens het ritme wordt het { $expected }.
meet-rhythm-past = Ritme: { $every }. Laatst { $last }, en er is niets gepland; volgens het ritme was het { $expected } geweest.
meet-no-kind = deze gemeenschap heeft geen soort voor bijeenkomsten
meet-no-meeting = { $name } is geen bijeenkomst
meet-none-at-hand = vandaag is er geen bijeenkomst, en er wacht er ook geen om te worden afgesloten
meet-which = op { $day } is er meer dan één bijeenkomst: welke?
meet-none-next = de volgende is { $name }, op { $day }
meet-cancelled = { $name } ging niet door
meet-future = { $name } moet nog komen, op { $day }
meet-was = { $name } was op { $day }: de agenda is geweest
meet-when = er is geen ritme om van uit te gaan
meet-when-help = cop meet plan 2026-12-10, --every "6 weken", of `rhythm: elke 6 weken` in community.yaml
meet-what = "{ $text }" is geen dag en geen bijeenkomst
meet-what-help = een dag: 2026-12-10, "3 dec 14:00", "komende donderdag"; de titel staat erachter
meet-past = { $day } is voorbij: plannen kan alleen wat nog komt
meet-past-help = een bijeenkomst die al is geweest: cop add { $kind } TITEL --set when={ $day }
meet-taken = op { $day } is er al een bijeenkomst: { $name }
meet-taken-help = wat er wacht komt op de agenda daarvan met: cop meet plan { $name }
meet-all-taken = { $count ->
    [one] op die dag is er al een bijeenkomst
   *[other] op alle { $count } dagen is er al een bijeenkomst
}
meet-no-end = hoeveel bijeenkomsten?
meet-no-end-help = --times 8, of --until "juni 2027"
meet-no-every = hoeveel tijd ertussen?
meet-no-every-help = --every "6 weken", of `rhythm: elke 6 weken` in community.yaml
meet-times = je kunt er 1 tot { $most } tegelijk plannen
meet-until = zo vroeg is er geen bijeenkomst: de eerste zou op { $day } zijn
meet-not-a-time = "{ $text }" is geen tijd
meet-not-a-time-help = bijvoorbeeld 14:00 of 14 uur
meet-only-with = { $flag } hoort bij cop meet { $action }
meet-too-much = "{ $text }" is een woord te veel
meet-title = Bijeenkomst van { $day }
meet-ask-plan = Een bijeenkomst plannen op { $day }?
meet-ask-who = Wie waren erbij?
meet-ask-who-about = Handles of namen met komma's ertussen; niets om het open te laten
meet-planned = { $count ->
    [one] Gepland op { $day }
   *[other] { $count } bijeenkomsten gepland, de eerste op { $day }
}
meet-skipped = Overgeslagen, want er is al een bijeenkomst: { $days }
meet-after-end = Volgens `ends:` in community.yaml stopt de gemeenschap op { $day }, daarvoor al
meet-agenda-filled = { $count ->
    [one] Op de agenda: één punt dat wacht
   *[other] Op de agenda: { $count } punten die wachten
}
meet-agenda-empty = Er wacht niets dat nog op geen agenda staat, dus deze is leeg
meet-agenda-added = { $count ->
    [one] Eén punt erbij op de agenda
   *[other] { $count } punten erbij op de agenda
}
meet-agenda-promised = { $count ->
    [one] Beloofd op { $link } en nog open: één actie
   *[other] Beloofd op { $link } en nog open: { $count } acties
}
meet-agenda-promised-by = { $count ->
    [one] Beloofd op { $link } en nog open: één actie, van { $who }
   *[other] Beloofd op { $link } en nog open: { $count } acties, van { $who }
}
meet-agenda-proposed = Te besluiten: { $link }
meet-agenda-revisited = Opnieuw te bekijken vóór { $day }: { $link }
meet-agenda-flagged = Gemeld als { $what }: { $link }
meet-agenda-goal = Ons doel voor { $day }: { $goal }
meet-agenda-unanswered = Nog door niemand beantwoord: { $link }
meet-commit-plan = { $name } gepland
meet-commit-series = { $count ->
    [one] Bijeenkomst gepland op { $from }
   *[other] { $count } bijeenkomsten gepland van { $from } tot en met { $to }
}
meet-commit-agenda = { $count ->
    [one] Wat er wacht op de agenda van { $name }: één punt
   *[other] Wat er wacht op de agenda van { $name }: { $count } punten
}
meet-commit-minutes = Verslag van { $name }
meet-commit-close = { $name } afgesloten
meet-close-next = Wat erin is gemarkeerd wordt een document met: { $command }
meet-made = Gemaakt: { $what }
meet-made-decisions = { $count ->
    [one] één besluit
   *[other] { $count } besluiten
}
meet-made-proposals = { $count ->
    [one] één voorstel
   *[other] { $count } voorstellen
}
meet-made-questions = { $count ->
    [one] één vraag
   *[other] { $count } vragen
}
meet-made-actions = { $count ->
    [one] één actie
   *[other] { $count } acties
}
meet-near = Regel { $line } is gelaten zoals hij is: "{ $said }"; moet er iets van komen, begin hem dan met { $meant }
meet-empty-line = Regel { $line } is gelaten zoals hij is: er staat niets achter "{ $word }:"
meet-nobody-there = Er staat niet bij wie er waren: cop set { $name } attendees=HANDLE,…
meet-still-open = { $title } staat nog als voorstel; dat het besloten is zeg je met: { $command }
meet-stranger = Regel { $line }: niemand heet hier @{ $name }
meet-nobody-does = Regel { $line }: er staat niet bij wie het doet: { $what }
meet-no-such-kind = Regel { $line } is gelaten zoals hij is: deze gemeenschap heeft geen soort { $kind }
meet-from-decision = Besloten op { $link }.
meet-from-proposal = Voorgesteld op { $link }.
meet-from-question = Gevraagd op { $link }.
