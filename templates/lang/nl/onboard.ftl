# Wat mensen met documenten deden, wat ze weten en brachten, en hoe een nieuwkomer de weg vindt.
proof-keeps = beheert { $title }
proof-created = maakte { $title }
proof-answered = beantwoordde { $title }
proof-decided = besliste mee over { $title }
proof-reviewed = keek { $title } na
proof-edited = wijzigde { $title }
proof-consulted = gaf advies over { $title }
proof-used = gebruikt { $title }
proof-thanked = kreeg dank voor { $title }
member-did = Bijdragen
member-knows = Weet van
member-keeps = Beheert
member-brought = Bracht in
member-uses = Gebruikt
member-seen = { $commits }, { $first } tot { $last }
member-seen-once = { $commits }, { $day }
member-silent = Vragen
member-silent-help = liever niet persoonlijk; met cop ask bereik je iedereen
member-no-page = heeft nog geen eigen pagina; uitnodigen kan zo:
do-onboard = cop onboard NAAM
onboard-not-you = op geen van de pagina's van leden staat het adres waaronder git je kent
onboard-join = een eigen pagina, en een weg naar binnen: cop join
onboard-name = van iemand anders: cop onboard NAAM
onboard-no-member = er is geen lid dat "{ $name }" heet
onboard-invite = een pagina voor diegene, en een brief: cop invite { $name }
onboard-welcome = Welkom bij { $community }, { $name }
onboard-left = { $name } is weg bij { $community }; dit is de weg naar binnen voor wie terugkomt
onboard-cares = Je hebt interesse in { $topics }
onboard-unknown = over { $topics } staat hier nog niets
onboard-read = Om te beginnen met lezen
onboard-meet = Mensen om te leren kennen
onboard-begin = Om mee te beginnen
onboard-nothing = er is nog niets te lezen en niemand te ontmoeten: je bent een van de eersten
onboard-ask = cop ask "wat wil je weten?"
onboard-goal = wordt verkend op weg naar het doel "{ $goal }"
onboard-word = een woord dat je tegenkomt; { $count ->
    [one] { $count } document bouwt erop voort
   *[other] { $count } documenten bouwen erop voort
}
onboard-linked = { $count ->
    [one] { $count } document bouwt erop voort
   *[other] { $count } documenten bouwen erop voort
}
onboard-used = { $count ->
    [one] { $count } lid gebruikt het
   *[other] { $count } leden gebruiken het
}
onboard-both = { $links ->
    [one] { $links } document bouwt erop voort
   *[other] { $links } documenten bouwen erop voort
}, en { $count ->
    [one] { $count } lid gebruikt het
   *[other] { $count } leden gebruiken het
}
onboard-lively = { $count ->
    [one] het afgelopen jaar werkte er { $count } mens aan
   *[other] het afgelopen jaar werkten er { $count } mensen aan
}
onboard-lasting = { $count ->
    [one] is er sinds { $year }, en er werkte { $count } mens aan
   *[other] is er sinds { $year }, en er werkten { $count } mensen aan
}
onboard-answered = is hier gevraagd en beantwoord
onboard-settled = een van de eerste dingen die hier staan
onboard-draft = nog in de maak; wat jou niet duidelijk is, helpt wie het maakte
onboard-fits = het gaat over { $topic }
onboard-fits-used = het gaat over { $topic }, en { $count ->
    [one] { $count } lid gebruikt het
   *[other] { $count } leden gebruiken het
}
onboard-facilitator = facilitator: helpt mensen elkaar te vinden
onboard-knows = weet van { $topic }
onboard-knows-much = weet veel van wat hier staat
onboard-joined = kwam er { $day } bij, en weet nog hoe dat is
onboard-founded = is deze gemeenschap begonnen
onboard-and = { $all }; { $one }
onboard-steward = beheert { $title }
onboard-uses = gebruikt { $title }
onboard-recent = werkte kortgeleden aan { $title }
onboard-guest = nog geen lid, laatst gezien { $day }
onboard-ask-about = vraag naar: { $what }
onboard-interests = vertel wat je boeit en wat anderen je mogen vragen: elk één regel
onboard-question-fits = het gaat over { $topic }, en niemand heeft nog geantwoord; wat je zelf zag is een antwoord
onboard-question-fits-more = het gaat over { $topic }, en staat na { $count ->
    [one] { $count } antwoord
   *[other] { $count } antwoorden
} nog open; wat je zelf zag is er ook een
onboard-question = niemand heeft nog geantwoord; wat je zelf zag is een antwoord
onboard-question-more = staat na { $count ->
    [one] { $count } antwoord
   *[other] { $count } antwoorden
} nog open; wat je zelf zag is er ook een
onboard-review = je kent het, en de datum om het na te kijken is voorbij: klopt het nog?
onboard-try = probeer het en vertel hoe het ging; { $count ->
    [one] { $count } lid gebruikt het
   *[other] { $count } leden gebruiken het
}
onboard-try-first = probeer het en vertel als eerste hoe het ging
onboard-mend = klein en zeker, regel { $line }: { $what }
onboard-term = { $count ->
    [one] een tekst verwijst naar dit woord, en niemand heeft verteld wat het betekent
   *[other] { $count } teksten verwijzen naar dit woord, en niemand heeft verteld wat het betekent
}
onboard-rhythm-next = We komen { $every } bij elkaar; de volgende keer is { $day }: { $title }
onboard-rhythm = We komen { $every } bij elkaar
onboard-next = We komen weer bij elkaar op { $day }: { $title }
join-onboard = Meer, en mensen om te leren kennen: cop onboard
