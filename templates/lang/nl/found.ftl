# Hoe een gemeenschap begint, en hoe mensen erin komen.
init-no-identity = git weet niet wie je bent, en bij elke bijdrage hoort een naam
init-no-repository = git kan hier geen repository maken
init-already = dit hoort al bij een gemeenschap: { $name }
init-already-look = cop laat zien wat erin staat; cop doctor wat cop ervan maakt
init-already-join = met cop join word je er lid van
init-empty = zeg iets, of laat het weg
init-rhythm-help = bijvoorbeeld "elke 6 weken", of "2 maanden"
init-questions = een gemeenschap begint met hoogstens { $limit } vragen
init-questions-help = de andere kun je stellen als ze er is: cop ask "…"
init-named = Ze heet { $name }, naar haar map; --name geeft een andere naam, en hij staat in community.yaml
init-takes = Deze bestanden worden documenten waar ze staan; met --no-paths niet, en community.yaml zegt welke:
init-recognised = Er staat hier al iets. Deze bestanden kunnen documenten worden, waar ze staan:
init-taken = { "  " }{ $count } { $kind }: { $paths }
init-unnamable = Niet overgenomen, omdat community.yaml ze niet kan noemen: { $paths }
init-kept = Stond er al, en is gebleven zoals het was: { $paths }
init-repository = Een git-repository gemaakt in { $path }
init-baseline = cop check bekijkt { $files ->
    [one] { $files } document
   *[other] { $files } documenten
} zoals ze zijn, en vindt { $errors ->
    [one] { $errors } fout
   *[other] { $errors } fouten
} en { $warnings ->
    [one] { $warnings } waarschuwing
   *[other] { $warnings } waarschuwingen
}: begin met wat lezers zou laten struikelen
init-baseline-help = wat er al staat, kun je laten rusten, zodat een controle alleen noemt wat nieuw is: { $command }
init-ask-baseline = Laten rusten, zodat cop check alleen noemt wat nieuw is?
init-ci = de controle bij elke push wacht op een variabele COP_GIT op de host, met het adres van cops repository; het bestand zegt waar je die zet
init-next = zeg op je eigen pagina wie je bent, en nodig dan de anderen uit: cop invite "NAAM" E-MAILADRES
init-next-in = cd { $folder }; zeg op je eigen pagina wie je bent, en nodig dan de anderen uit: cop invite "NAAM" E-MAILADRES
init-ask-name = Hoe heet de gemeenschap?
init-ask-name-about = Enter neemt de naam die er staat
init-ask-lang = In welke taal schrijft ze?
init-english = Engels (en)
init-dutch = Nederlands (nl)
init-ask-purpose = Waar gaat het over? Wat bindt de leden, in een of twee zinnen:
init-ask-later = Enter slaat dit over
init-ask-question = Vraag { $number } die jullie samen willen onderzoeken:
init-ask-question-about = ze wordt een van de eerste documenten; Enter als er geen meer is
init-ask-rhythm = Hoe vaak komen jullie bij elkaar?
init-ask-rhythm-about = bijvoorbeeld: elke 6 weken; Enter slaat dit over
init-ask-paths = Doen?
init-summary = Er is nog niets geschreven. cop maakt een git-repository in { $path }, met één commit; wil je opnieuw beginnen, haal die map dan weg
init-summary-here = Er is nog niets geschreven. cop zet zijn bestanden in { $path }, in één commit; met cop undo neem je dat terug
init-ask-write = Schrijven?
init-case = de map { $there } staat in de weg: ze moet { $wanted } heten
init-case-help = geef haar die naam, en doe dit nog eens: mv { $there } { $wanted }
init-makes = een nieuwe map voor een gemeenschap maak je met: { $command }
init-home = dit is je eigen thuismap, en die zou helemaal een git-repository worden
init-home-help = geef de gemeenschap een eigen map: cop init archivarissen
commit-init = { $name } begint

# Uitnodigen
commit-invite = { $name } uitgenodigd
commit-invite-many = { $count ->
    [one] { $count } mens uitgenodigd
   *[other] { $count } mensen uitgenodigd
}
invite-no-kind = deze gemeenschap heeft geen soort voor mensen
invite-no-name = hier staat geen naam
invite-nobody-in = in deze tabel staat niemand
invite-table-help = een regel per persoon: naam, e-mailadres, organisatie; alleen de naam is nodig
invite-not-text-help = bewaar het in je spreadsheet als "CSV UTF-8"
invite-open-quote = hier opent een aanhalingsteken dat nergens sluit
invite-already = { $name } is al lid: { $path }
invite-twice = { $name } staat er twee keer
invite-namesake = { $row }: { $name } staat er meer dan eens, met een ander adres of een andere werkplek, en krijgt nog een pagina: @{ $handle }. Is het één persoon: cop undo, en verbeter de tabel
invite-unsaid = Wat je daarover zei is niet opgeschreven; dat doe je met: { $command }
invite-no-member = niemand heet hier { $name }
invite-no-member-help = om iemand uit te nodigen die zo heet: cop invite { $command } E-MAILADRES --letter
invite-no-mail = op { $email } komt geen post aan: stuur de brief aan { $name } op een andere manier
invite-reserved = @{ $handle } is wie cop gebruikt, en kan dus van niemand de korte naam zijn
invite-device = @{ $handle } kan van niemand de korte naam zijn: op Windows mag een bestand niet zo heten
invite-email-help = een e-mailadres ziet eruit als anna@example.org
invite-name = NAAM
invite-email = E-MAILADRES
invite-name-help = eerst de naam, dan het adres
invite-account-help = een account is de host en de naam daar, zoals github:anna
invite-handle-help = een gebruikersnaam bestaat uit kleine letters, cijfers en streepjes, zoals { $near }
invite-taken = @{ $handle } is { $name }
invite-taken-here = @{ $handle } is al bezet
invite-taken-help = deze is vrij: --handle { $near }
invite-without-email = --with-email heeft een adres nodig om op te schrijven
invite-without-email-help = cop invite "NAAM" E-MAILADRES --with-email
invite-unknown = De geschiedenis kent mensen aan een adres of account, en deze pagina's hebben geen van beide: wat ze doen komt op hun naam zodra ze cop join typen
invite-next = de brief om te sturen: { $command }

# De brief
letter-to = Aan: { $name }
letter-about = Onderwerp: { $subject }
letter-subject = Een uitnodiging: { $community }
letter-workplace = { " en waar je werkt" }

# Lid worden
commit-join = { $name } doet mee
join-already = Je bent al lid: @{ $handle }
join-waiting = Er lag een pagina voor je klaar: { $path }
join-other-name = { $path } was gemaakt voor { $name }, en wordt van jou; ben je iemand anders, dan draait cop undo dit terug
join-is-it-me = Op { $path } staat jouw naam, en niemands adres. Is die pagina van jou?
join-which = Voor deze mensen ligt een pagina klaar. Ben jij een van hen?
join-none-of-these = Geen van deze: maak een eigen pagina
join-others = Er liggen pagina's klaar voor { $names }. Is een daarvan van jou: cop undo, en dan cop join --handle { $handle }
join-others-left = Er liggen pagina's klaar voor { $names }. Is een daarvan van jou, haal dan het nieuwe bestand weg, en typ: cop join --handle { $handle }
join-author = wie cop gebruikt, wordt zelf lid
join-author-help = cop invite "NAAM" E-MAILADRES maakt een pagina voor een ander
join-address = { $email } staat erin, net als in je commits: zo weet de geschiedenis wat jij doet
join-namesake = er is al een lid dat { $name } heet, en dat de geschiedenis aan iets anders kent dan jouw adres
join-namesake-me = ben jij dat: { $command }
join-namesake-other = ben jij iemand anders: cop join --handle { $handle }
join-introduce = Nu: zeg in { $path } wie je bent, in plaats van de regel die zegt wat je kunt schrijven; en dan: cop save
join-read = Lees eerst:
join-answer = Hier wacht iemand op antwoord; een half antwoord helpt al:
join-step = { "  " }{ $title }  { $command }
join-ask = En vraag wat je wilt weten: cop ask "…"
init-ci-folder = de host die de controle uitvoert zou een deel van de naam van deze map voor een eigen waarde aanzien: { $folder }
init-ci-folder-help = geef de map een andere naam, of zeg --ci none
