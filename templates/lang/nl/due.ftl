# Wat er ligt te wachten: cop due.
due-meeting = bijeenkomst
due-action = actie
due-review = nakijken
due-flag = melding
due-question = vraag
due-check = controle
due-proposal = voorstel
due-decision = besluit
due-goal = doel
due-now = Nu
due-soon = Binnenkort
due-later = Als er tijd is
due-no-meeting = De volgende bijeenkomst
due-flagged = gemeld als { $what }
due-flagged-by = gemeld als { $what } door { $by }{ $more ->
    [0] {""}
   *[other] {" "}en nog { $more }
}
due-nearby = in de buurt veranderd: { $titles }{ $more ->
    [0] {""}
   *[other] {" "}en nog { $more }
}
due-left = { $name }, die het bijhield, is vertrokken
due-overdue = had nagekeken moeten zijn voor { $day }
due-bumped = de datum van nakijken is { $day } verzet, samen met { $count ->
    [one] één andere
   *[other] { $count } andere
}
due-lost = gaat over iets wat er niet is
due-unanswered = { $days ->
    [0] vandaag gesteld
    [one] 1 dag zonder antwoord
   *[other] { $days } dagen zonder antwoord
}{ $count ->
    [0] {""}
    [one] , 1 volgt hem
   *[other] , { $count } volgen hem
}
due-unchosen = { $count ->
    [one] heeft een antwoord dat niemand nog koos
   *[other] heeft { $count } antwoorden, waarvan er geen is gekozen
}
due-undecided = { $days ->
    [0] vandaag voorgesteld
    [one] 1 dag geleden voorgesteld
   *[other] { $days } dagen geleden voorgesteld
}
due-goal-by = { $past ->
    [yes] was voor { $day }
   *[no] voor { $day }
}{ $count ->
    [0] {""}
    [one] , 1 vraag open
   *[other] , { $count } vragen open
}
due-ends = { $past ->
    [yes] eindigde { $day }
   *[no] eindigt { $day }
}: vertel wat ervan kwam
due-revisit = { $past ->
    [yes] zou opnieuw bekeken worden voor { $day }
   *[no] opnieuw bekijken voor { $day }
}
due-prepare = { $days ->
    [0] vandaag
    [one] morgen
   *[other] over { $days } dagen
}{ $agenda ->
    [yes] {""}
   *[no] , en heeft geen agenda
}
due-unminuted = was { $day }; niemand schreef op wat eruit kwam
due-unplanned = volgens het ritme zou hij { $day } zijn, en er is geen gepland
due-promised = { $past ->
    [yes] was voor { $day }
   *[no] voor { $day }
}, { $meeting }
due-promised-undated = beloofd op { $meeting }
due-errors = { $count ->
    [one] 1 fout
   *[other] { $count } fouten
}: { $rules }
due-nothing = Er ligt niets te wachten
due-nothing-for = Er ligt daar niets te wachten
due-next-meeting = Volgende bijeenkomst: { $title }, { $day }
due-later-more = en nog { $count } waar alleen de datum het zegt: { $command }
due-more = en nog { $count }
due-bump = { $count ->
    [one] 1 datum van nakijken is
   *[other] { $count } data van nakijken zijn
} { $day } verzet { $commits ->
    [one] in één commit
   *[other] binnen enkele seconden na elkaar
}: niemand las zoveel teksten tegelijk
due-no-member = niemand weet wie je bent: met je naam en adres in git ben je hier geen lid
due-nobody = er is geen lid, rol of team "{ $typed }"
due-nobody-hint = me, een naam met @, een rol zoals steward, of een team
