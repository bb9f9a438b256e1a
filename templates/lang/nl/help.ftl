# De hulpteksten; de Engelse staan bij de opdrachten zelf.
help-usage = Gebruik:
help-word-options = OPTIES
help-word-command = OPDRACHT
help-group-every-day = Elke dag
help-group-people = Mensen
help-group-keep-true = Waar houden
help-group-start = Beginnen en delen
help-group-tools = Voor programma's
help-section-arguments = Wat
help-section-options = Opties
help-section-which = Welke documenten
help-section-how-much = Hoeveel, in welke volgorde
help-section-everywhere = Bij elke opdracht
help-cop-more = Zonder opdracht laat cop de gemeenschap zien. Meer: cop help OPDRACHT. Woorden die mensen proberen: cop help words.
help-cop = Bewaart wat een praktijkgemeenschap weet: gewone Markdown in git, doorzocht, gecontroleerd en met ere genoemd
help-any-dir = De map van de gemeenschap, of een map daarbinnen, in plaats van de huidige
help-any-format = De vorm van het antwoord: text, json, …
help-any-json = Hetzelfde als -f json
help-any-output = Een bestand voor het antwoord
help-any-color = Wanneer in kleur: auto, always, never
help-any-quiet = Alleen het antwoord en fouten
help-any-verbose = Meer dan het antwoord
help-help = Vertel wat je kunt vragen, en hoe
help-help-topic = Een opdracht; of words, voor wat mensen proberen en wat het hier is
help-any-demo = Op de voorbeeldgemeenschap, met de geschiedenis van haar leden
help-any-help = Deze hulp
help-any-version = De versie
help-history-document = Het document: een verwijzing, het laatste deel ervan, een nummer, een pad of een titel
help-any-kind = Van deze soort, in elke taal: practice, vragen, …
help-any-tag = Met dit trefwoord
help-any-status = In deze status: open, adopted, voorgesteld, …
help-any-steward = Bijgehouden door deze persoon of dit team
help-any-lang = In deze taal
help-any-fields = Met deze waarde van een sleutel in de kop
help-any-created = Toen gemaakt: 2025-01, 30d.., "vorige maand"
help-any-updated = Toen voor het laatst gewijzigd
help-any-by = Waar deze persoon aan bijdroeg
help-any-limit = Hoogstens zoveel; 0 zegt alleen hoeveel er zijn
help-any-offset = Sla er eerst zoveel over
help-any-sort = In deze volgorde: score, newest, oldest, updated, title
help-search = Zoek documenten op woorden, velden en mensen
help-search-query = Woorden, "zinsdelen", NIET, OF, voorvoegsel*, sleutel:waarde
help-search-more =
    Ook tag: by: steward: creator: lang: title: created: updated: status: kind:, en elke sleutel uit de kop als sleutel:waarde, has:sleutel en no:sleutel; is:open, is:unanswered, is:stale en is:mine.
    Eén argument is de hele vraag; van meer argumenten is elk met een spatie erin een zinsdeel.
    cop search ritme vergaderen
    cop search "stille leden" --kind vraag
    cop search 'tag:ritme -quarterly updated:>2026-01'
help-show-more =
    cop show fetch-and-bring
    cop show 4
    cop show "How often should we meet?"
    cop show anna
help-list-more =
    cop list vragen --status open
    cop list praktijken --tag ritme --sort title
    cop list tags
help-contributors-more =
    maakte: documenten die ze begonnen. wijzigde: documenten die ze later wijzigden. keek na: nakijkdatums die ze verzetten, maar niet in meer dan tien documenten tegelijk, en commits die hen in Reviewed-by noemen. gebruikt, bedankt: wat er in ledenbestanden staat. (commits): alle commits op documenten.
    cop contributors --since "vorig kwartaal"
    cop contributors fetch-and-bring
help-show = Laat een document zien met zijn verbanden, antwoorden en mensen
help-show-document = Een verwijzing, het laatste deel ervan, een nummer, een pad, een titel, of de naam van een lid
help-list = Som documenten op, de nieuwste eerst; of de trefwoorden, of de woorden
help-list-what = Een soort, in elke taal; tags voor de trefwoorden; words voor de woorden
help-history = Vertel het leven van een document: wie het maakte en wijzigde, wanneer, en wat ervan werd
help-contributors = Laat zien wie er hielp, en waarmee
help-contributors-documents = Alleen bij deze documenten
help-contributors-since = Alleen vanaf toen: 2025-01, 30d, "vorige maand"
help-contributors-until = Alleen tot en met toen
help-contributors-sort = De volgorde: name, commits, recent; mensen staan op naam tenzij je iets anders vraagt
help-contributors-emails = Met e-mailadressen, in JSON
help-check = Controleer of alles klopt en bij elkaar past
help-check-paths = Alleen deze bestanden en mappen
help-check-select = Alleen deze regels: codes, namen, of de letters van een gebied
help-check-ignore = Niet deze regels
help-check-deny = Zeg ook nee bij waarschuwingen (warnings), of zelfs bij opmerkingen (notes)
help-check-explain = Waar een regel over gaat, waarom, en hoe je herstelt wat hij vindt
help-check-rules = Alle regels
help-doctor = Laat zien wat cop ziet, en wat er aan elk probleem te doen is
help-demo = Maak de voorbeeldgemeenschap als git-repository met de geschiedenis van haar leden
help-demo-folder = De map die gemaakt wordt, nieuw of leeg
help-completions = Druk de aanvullingen voor een shell af
help-completions-shell = bash, elvish, fish, powershell of zsh
help-man = Druk de manpagina af, voor man(1)
help-man-command = De pagina van één opdracht; zonder, die van cop zelf
help-schema = Druk het JSON-schema af van wat een opdracht antwoordt
help-schema-command = De opdracht; zonder, de schema's van alle
