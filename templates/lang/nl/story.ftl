# Wat er gebeurde, met een document en in de gemeenschap.
event-created = gemaakt
event-present = was er al
event-renamed = hernoemd
event-was-path = was { $from }
event-was-title = heette { $from }
event-status = { $from } → { $to }
event-reviewed = nagekeken, klopt nog
event-revised = nagekeken, herzien
event-reviewed-too = ook nagekeken
event-reviewed-and = ook nagekeken, mede door { $who }
event-reviewed-by = nagekeken door { $who }
event-redated = nakijkdatum massaal gezet
event-accepted = ander antwoord gekozen
event-somebodys = dat van { $name }
event-handed = nieuwe beheerder
event-retitled = nieuwe titel
event-tagged = trefwoorden gewijzigd
event-used = gebruikt
event-thanked = bedankt
event-thanked-whom = { $whom }, voor { $what }
event-followed = gevolgd
event-edited = gewijzigd
event-edited-times = { $count ->
    [one] een keer gewijzigd
   *[other] { $count } keer gewijzigd
}
event-deleted = weggehaald
event-restored = teruggezet
event-joined = lid geworden
event-left = vertrokken
event-back = terug
event-asked = gevraagd
event-answered = beantwoord
event-reported = gemeld
event-flagged = gemeld als { $what }
event-settled = melding afgehandeld
event-field = { $field }: { $to }
event-field-from = { $field }: { $from } → { $to }
event-field-gone = { $field }: weggehaald
story-of-kind = { $name } ({ $kind })
story-undated = zonder datum
story-many = { $count } { $kinds } ({ $titles })
story-many-documents = { $count ->
    [one] een document ({ $titles })
   *[other] { $count } documenten ({ $titles })
}
history-nothing-here = dit deel van de geschiedenis zegt er niets over: de kloon is niet volledig
history-nothing = git weet er nog niets van: het is nog niet vastgelegd
history-nothing-such = iets van dien aard is niet gebeurd
history-nothing-known = dit deel van de geschiedenis zegt niets over documenten: de kloon is niet volledig
history-nothing-yet = hier is nog niets gebeurd: er is nog geen document vastgelegd
history-nothing-between = in die tijd is er niets gebeurd; de geschiedenis loopt van { $first } tot { $last }
history-future = { $since } moet nog komen, dus sindsdien is er niets gebeurd
history-nobody-called = niemand heet "{ $name }"
history-nobody-help = wie hielp, en hoe die heet: cop contributors
history-older = er is meer: -n { $count }, of --since met een tijd
history-of-member = wat diegene deed: { $command }
history-one = -k en -t kiezen uit documenten, en er is er al een genoemd
history-one-help = van alle documenten: cop history, zonder REF
