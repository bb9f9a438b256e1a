# De brief over wat er gebeurde: cop digest.
digest-days = { $from } tot en met { $to }
digest-closing = wat ervan kwam, { $from } tot en met { $to }
digest-quoted = "{ $words }"
digest-dear = Beste { $name },
digest-welcome = Welkom. Dit is waar we voor staan, en waar je kunt beginnen.
digest-somebody = iemand
digest-and = { $others } en { $last }
digest-and-more = { $names } en nog { $count ->
    [one] iemand
   *[other] { $count } anderen
}
digest-no-result = In deze dagen kwam niets af; dit is wat er loopt.
digest-nothing = In deze dagen gebeurde niets wat te vertellen is.
digest-no-history = Er is hier geen git-geschiedenis, dus wat er wanneer gebeurde is alleen bekend voor zover bestanden het zeggen.
digest-nobody = niemand heet hier "{ $typed }", en voor zo iemand is er geen brief
digest-nobody-hint = member (lid), steward, newcomer (nieuwkomer), sponsor, me, of hoe een lid hier heet
digest-result-story = een verhaal van { $by }
digest-result-adopted = vastgesteld, dankzij { $by }
digest-answered = Beantwoord
digest-answer-chosen = beantwoord door { $by }, en gekozen
digest-answer-given = { $by } antwoordde
digest-asked = Wat we zoeken
digest-asked-by = gevraagd door { $by }
digest-made-by = { $kind }, door { $by }
digest-new = Nieuw
digest-decided = Besloten
digest-moved = { $state }, door { $by }
digest-instead = { $state }; nu: { $title }
digest-replaced = Geldt niet meer
digest-reviewed = Nagekeken
digest-still-true = klopt nog, zegt { $by }
digest-revised = herzien door { $by }
digest-thanked = Dank
digest-thanks = { $who } bedankt { $whom }
digest-used = { $who } gebruikte het
digest-used-by = { $count ->
    [one] 1 lid gebruikte het
   *[other] { $count } leden gebruikten het
}
digest-people = Wie erbij kwam
digest-came = hoort er nu bij
digest-came-from = { $place }; hoort er nu bij
digest-ask-about = je mag vragen naar { $about }
digest-needs-you = Wat op jou wacht
digest-meetings = Wanneer we bij elkaar komen
digest-when-where = { $when }, { $place }
digest-held = was { $day }
digest-purpose = Waar we voor staan
digest-read-first = Wat we het meest gebruiken
digest-followed = Wat je volgt
digest-happened = { $what }, { $by }
digest-stories = Wat eruit kwam
digest-told-by = verteld door { $by }
digest-told-value = { $value }; verteld door { $by }
digest-goals = Wat we willen bereiken
digest-goal-by = voor { $day }
digest-goal-questions = voor { $day }; { $count ->
    [one] de vraag erbij is { $done ->
        [0] nog open
       *[other] beantwoord
    }
   *[other] { $done } van de { $count } vragen beantwoord
}
digest-goal-open = { $count ->
    [one] de vraag erbij is { $done ->
        [0] nog open
       *[other] beantwoord
    }
   *[other] { $done } van de { $count } vragen beantwoord
}
digest-took-part = Wie meededen
digest-members = { $count ->
    [one] 1 lid
   *[other] { $count } leden
}
value-immediate = directe waarde
value-potential = potentiële waarde
value-applied = toegepaste waarde
value-realised = gerealiseerde waarde
value-reframing = herziene blik op waarde
