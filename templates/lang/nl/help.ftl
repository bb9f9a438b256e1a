# De hulpteksten; de Engelse staan bij de opdrachten zelf.
help-usage = Gebruik:
help-word-options = OPTIES
help-word-command = OPDRACHT
help-group-every-day = Elke dag
help-group-change = Wijzigen
help-group-people = Mensen
help-group-keep-true = Kloppend houden
help-group-start = Beginnen
help-group-tools = Voor programma's
help-example = Zo kan het
help-section-arguments = Wat je invult
help-section-options = Opties
help-section-which = Welke documenten
help-section-how-much = Hoeveel, in welke volgorde
help-section-content = Wat erin staat
help-section-writing = Hoe het wordt geschreven
help-section-everywhere = Bij elke opdracht
help-cop-more =
    Zonder opdracht laat cop de gemeenschap zien. Meer: cop help OPDRACHT. Soorten met hun velden en statussen: cop help soorten. Sleutels van community.yaml: cop help settings. Wie wat mag beslissen: cop help bestuur. Wat er van mensen bewaard wordt: cop help privacy. Woorden die mensen proberen: cop help woorden.
    COP_LANG (en, nl): de taal van het scherm. COP_DIR: de gemeenschap, zoals -C. COP_NOW (2026-11-22T09:00:00Z): in plaats van de klok. NO_COLOR: geen kleuren. PAGER: wat lange antwoorden toont.
help-cop = Bewaart wat een praktijkgemeenschap weet: gewone Markdown in git, doorzocht en gecontroleerd, en vermeldt wie wat deed
help-any-dir = De map van de gemeenschap, of een map daarbinnen, in plaats van de huidige
help-any-format = De vorm van het antwoord: text, json, …
help-any-json = Hetzelfde als -f json
help-any-output = Schrijf het antwoord in een bestand
help-any-color = Wanneer in kleur: auto, always, never
help-any-quiet = Alleen het antwoord en fouten
help-any-verbose = Meer dan het antwoord: lijsten met de paden erbij, documenten met alle links
help-help = Vertel wat je kunt vragen, en hoe
help-help-more =
    In JSON heten de velden in elke taal hetzelfde; wat erin gezegd wordt is in jouw taal.
    cop help search
    cop help soorten
    cop help praktijk
    cop help settings
    cop help bestuur
    cop help privacy
    cop help search --json
help-help-topic = Een opdracht; kinds (soorten), of een soort, voor velden en statussen; settings, voor community.yaml; bestuur; privacy; woorden, voor wat mensen proberen
help-any-demo = In de voorbeeldgemeenschap, met de geschiedenis van haar leden
help-any-help = Deze hulp
help-any-version = De versie
help-history-document = Het document: een verwijzing, het laatste deel ervan, een nummer, een pad of een titel; of een map
help-history-since = Alleen vanaf toen: 2025-01, 30d, "vorige maand"
help-history-until = Alleen tot en met toen
help-history-limit = Hoogstens zoveel
help-history-by = Alleen wat deze persoon deed: een gebruikersnaam of een naam; me ben jij
help-any-kind = Van deze soort, in elke taal: practice, vragen, …
help-any-tag = Met dit trefwoord
help-any-status = In deze status: open, adopted, voorgesteld, … (cop help soorten heeft ze alle)
help-any-steward = Bijgehouden door deze persoon of dit team; me ben jij
help-any-lang = In deze taal
help-any-fields = Met deze waarde van een veld in de metagegevens (tussen de regels met --- bovenaan)
help-any-created = Gemaakt in deze tijd: 2025-01, 30d.., "vorige maand"
help-any-updated = Voor het laatst gewijzigd in deze tijd
help-any-by = Waar deze persoon aan bijdroeg; me ben jij
help-any-limit = Hoogstens zoveel; 0 zegt alleen hoeveel er zijn
help-any-offset = Sla er eerst zoveel over
help-any-sort = In deze volgorde: best, newest, oldest, updated, reviewed, title
help-any-message = Waarom, in een zin: het komt in de commit te staan
help-any-author = Namens dit lid, dat in git de auteur is
help-any-dry_run = Laat alleen zien wat er zou veranderen
help-any-no_commit = Schrijf de bestanden en leg niets vast
help-any-with_my_edits = Leg ook vast wat je zelf in dezelfde bestanden hebt gewijzigd
help-add-from = Begin met deze vraag en het gekozen antwoord, of al haar antwoorden; wie vroeg en antwoordden, worden genoemd
help-any-yes = Vraag niets: neem wat gebruikelijk is
help-add = Voeg een document toe, naar het sjabloon van zijn soort
help-add-kind = De soort, in elke taal: practice, vraag, …
help-add-title = De titel; zonder titel heeft de tekst een kop nodig
help-any-new_tag = Een trefwoord van het nieuwe document
help-any-new_lang = De taal waarin het is
help-any-new_set = Wat een veld zegt
help-any-body = De tekst
help-any-body_file = Een bestand met de tekst; - voor wat je via een pipe geeft
help-any-edit = Schrijf de tekst in je editor
help-add-more =
    cop add praktijk "Een postvak exporteren naar EML" -t e-mail
    cop add besluit "Mail tien jaar bewaren" --set deciders=anna,bram -F notities.md
    cop add vraag "Wie heeft MDTO gebruikt?" -b "Wij willen in mei beginnen."
help-ask = Stel de gemeenschap een vraag
help-ask-title = De vraag in één zin
help-ask-more =
    cop ask "Wie heeft MDTO gebruikt?" -b "Wij willen in mei beginnen." -t metadata
help-answer = Beantwoord een vraag, in een bestand van jezelf
help-answer-question = De vraag
help-answer-title = Het antwoord in één zin; anders de titel van de vraag
help-answer-more =
    cop answer how-often-should-we-meet -b "Elke zes weken bevalt ons."
    cop answer how-often-should-we-meet "Laat het werk beslissen" -F antwoord.md
help-sync = Haal binnen wat anderen stuurden, en verstuur wat hier is
help-sync-yes = Bewaar eerst wat met de hand is gewijzigd, zonder te vragen
help-sync-only = Haal alleen op, en laat zien wat er binnen zou komen en weg zou gaan
help-sync-more =
    Je eigen git haalt op, voegt samen en verstuurt, met jouw sleutels en instellingen. Documenten worden veld voor veld samengevoegd; wat twee mensen echt anders willen blijft voor jou over, met beide versies. Commits worden samengevoegd; een rebase komt er niet aan te pas: dat zou commits herschrijven die andere klonen of de geschiedenis van een document al noemen.
    cop sync
    cop sync --dry-run
help-merge-driver = Voeg een document veld voor veld samen; git voert dit uit
help-merge-driver-base = De versie waarmee beide begonnen
help-merge-driver-ours = Onze versie, die het resultaat wordt
help-merge-driver-theirs = Hun versie
help-merge-driver-path = Het pad van het document vanaf de bovenste map van de repository
help-merge-driver-more =
    git voert dit uit waar cop doctor --fix het heeft ingesteld: de drie bestanden zijn %O, %A en %B van een merge driver, het pad is %P. Het resultaat komt in het tweede. Status 1: er blijft iets over voor een mens, tussen de strepen van git.
help-mark = Breng een document in een status: vastgesteld, aanvaard, vervallen, …
help-mark-document = Het document
help-mark-state = De status, in elke taal
help-mark-deciders = Wie besloten
help-mark-superseded_by = Wat ervoor in de plaats komt
help-mark-duplicate_of = De vraag die al eerder gesteld was
help-mark-set = Nog een veld dat erbij hoort
help-mark-more =
    Wat een status over een ander document zegt, komt ook dáár te staan, in dezelfde commit.
    cop mark fetch-and-bring vastgesteld
    cop mark 4 aanvaard --deciders anna,bram
    cop mark 2 vervangen --superseded-by 4
    cop mark quarterly-review-list vervallen --superseded-by flag-it-or-fix-it -m "Lezers vonden meer"
help-accept = Kies het antwoord dat hielp: de vraag is daarmee beantwoord
help-accept-answer = Het antwoord, of de vraag als die er maar één heeft
help-accept-more =
    cop accept how-often-should-we-meet/anna
help-set = Zet velden van een document, en verander er verder niets in
help-set-typed = Een document, en wat zijn velden worden
help-set-remove = Haal dit veld weg
help-set-more =
    Met filters in plaats van een document: van alle documenten die eraan voldoen, in één commit.
    Een veld dat je twee keer noemt, heeft twee waarden; een zonder waarde gaat weg. VELD+=WAARDE laat staan wat er in een lijst al is.
    cop set @anna emails+=anna@example.org
    cop set fetch-and-bring steward=anna review_every="6 maanden"
    cop set 4 revisit=2027-01-01 -m "Omdat de wet verandert"
    cop set --steward bram --kind praktijk steward=anna
help-tag = Geef een document trefwoorden, of haal ze weg
help-tag-typed = Een document, en de trefwoorden die het krijgt
help-tag-remove = Haal dit trefwoord weg
help-tag-more =
    Met filters in plaats van een document: alle documenten die eraan voldoen, in één commit.
    cop tag fetch-and-bring ritme vergaderen
    cop tag fetch-and-bring --remove ritme
    cop tag --tag mail email --remove mail
help-who = Toon wie je iets kunt vragen, bij elke naam waarom
help-who-topic = Woorden zoals bij cop search, #TREFWOORD of een document
help-who-limit = Hoogstens zoveel mensen; 5 als je niets zegt
help-who-more =
    Waarom: wat iemand deed met de documenten die erover gaan: beantwoord, geschreven, beheerd, besloten, nagekeken, gewijzigd, gebruikt; minder naarmate het langer geleden is. Een document dat zo heet zegt veel meer dan een waarin het alleen voorkomt. Woorden die alleen vragen (weet, helpen, iemand) tellen niet mee naast andere. Wie geen lid is en een jaar niet gezien, is gemerkt, en iemand die er nog is komt eerst, tenzij die alleen de nakijkdatum verzette; wie vertrokken is staat achteraan, en wie niets gevraagd wil worden (ask_me: no) wordt niet genoemd.
    Bij een document komt eerst wat iemand met dat document zelf deed, en daarna wat met documenten waar het naar verwijst of die dezelfde trefwoorden hebben.
    cop who ritme
    cop who '#start'
    cop who practice/fetch-and-bring
help-search = Zoek documenten op woorden, velden en mensen
help-search-query = Woorden, "zinsdelen", NIET, OF, begin*, veld:waarde
help-search-like = Wat lijkt op een document, of op de tekst die je voor - aanlevert
help-search-within = Samen in deze gemeenschappen van je lijst; cop communities laat die zien
help-search-all = Samen in alle gemeenschappen van je lijst
help-search-interactive = Terwijl je typt, op de hele terminal; F1 toont daar de toetsen
help-search-explain = Waarom elk daar staat: waaruit de score bestaat
help-search-more =
    Ook tag: by: steward: creator: lang: title: created: updated: next-review: status: kind:, en elk veld uit de metagegevens als veld:waarde, has:veld en no:veld. Nederlandse namen van velden mogen ook: soort:vraag.
    is:open: er wordt ergens op gewacht (vragen, voorstellen, voorgestelde begrippen, geplande bijeenkomsten); is:unanswered (onbeantwoord): een vraag zonder antwoord; is:stale (verouderd): had al nagekeken moeten zijn; is:mine (mijn): jij maakte, wijzigde of beheert het; is:retired (vervallen): geldt niet meer. heeft:X en zonder:X zijn has:X en no:X; gewijzigd: is updated:.
    links-to:X (verwijst-naar): wat in tekst of velden naar X verwijst; linked-by:X (genoemd-in): waar X naar verwijst; answers:X (antwoorden-op), supersedes:X (vervangt), related:X en elke andere relatie; uses:X (gebruikt): leden die zeggen X te gebruiken. X is alles waarmee je een document aanwijst.
    search:NAAM (zoekvraag): een zoekvraag uit community.yaml (cop list searches). sort:newest (volgorde:nieuwste), oldest, updated, reviewed, title of best: de volgorde.
    Een trefwoord vindt ook de trefwoorden eronder. Een tijd is wat je zegt: created:2025, updated:"vorige maand", updated:"sinds maart".
    Eén argument is de hele vraag; van meer argumenten is elk met een spatie erin een zinsdeel.
    -i zoekt bij elke toets en toont het gekozen document naast wat er is gevonden. Pijl omhoog en omlaag kiezen, Tab neemt één soort, Enter bewerkt, Ctrl-Y kopieert de verwijzing, Ctrl-P geeft het pad en stopt, Esc stopt. $(cop search -i) is het pad dat je met Enter neemt.
    Zet < en > tussen aanhalingstekens, anders maakt de shell er een bestand van: 'updated:>2025'.
    cop search ritme vergaderen
    cop search "kerngroep leegloopt" --kind vraag
    cop search 'tag:rhythm -quarterly updated:>2026-01'
    cop search antwoorden-op:how-often-should-we-meet sort:oldest
    cop search --all notulen
    cop search -i kern
    cop search kerngroep rollen --explain
    cop search --like hoe-vaak-komen-we-bijeen
help-show-more =
    cop show fetch-and-bring
    cop show 4
    cop show "How often should we meet?"
    cop show anna
help-list-more =
    cop list vragen --status open
    cop list praktijken --tag ritme --sort title
    cop list tags
    cop list searches
help-gaps-more =
    Een onderwerp hangt van één persoon af als het meeste waaruit blijkt wie ervan weet van die persoon komt: wat die maakte, beheert, beantwoordde, nakeek en gebruikt, en minder naarmate het langer geleden is.
    Het meeste is zes van de tien delen, bij minstens drie documenten. Wie geen lid is en een jaar niet gezien is, telt als weg; wie van een document alleen de nakijkdatum verzette, houdt niet tegen dat de mensen ervan weg heten. Wie onder dezelfde volledige naam commit, geldt als één persoon.
    Eerst komt waar de meeste documenten van afhangen; -v laat alles zien.
    Daarnaast: onderwerpen met vragen en niets wat geldt, doelen waar geen vraag naartoe leidt, onderwerpen waarin een jaar niets is gedaan, wat niemand zegt te gebruiken waar anderen dat wel zeggen, en afkortingen die niets uitlegt.
    Zoekopdrachten die niets vinden, of met een woord dat nergens staat, worden alleen onthouden als je dat zegt, en dan in alle gemeenschappen op deze computer: elke blijft in de eigen kloon, niemand anders ziet ze, en ze gaan van de lijst zodra het gevonden wordt.
    cop gaps
    cop gaps -t ritme
    cop gaps -k praktijk -f csv
    cop gaps --remember
help-health-more =
    Signalen van domein, gemeenschap en praktijk, elk met wat het betekent en wat je kunt doen; geen ervan gaat over een persoon, en niemand wordt genoemd. -v vertelt van elk hoe het geteld is, waarom, vanaf waar het goed is, en waar de methode vandaan komt.
    Zonder --since gaat het over de laatste twee jaar, of sinds de gemeenschap begon. Tot dertien maanden gaat het per maand, tot tien jaar per kwartaal, daarboven per jaar. De laatste hele periode staat naast de mediaan van die ervoor, als het er vier zijn; de lopende wordt getekend en niet vergeleken. Wat minder dan een kwart verschilt, is zoals gewoonlijk.
    Een mediaan van dagen rekent mee met wat nog wacht (Kaplan en Meier): 'niet gehaald' zegt dat meer dan de helft nog wacht. Commits waarvan de dag niet kan kloppen, tellen niet mee.
    -f html schrijft een pagina met grafieken om te versturen, -f md een voor een repository, allebei in de taal van de gemeenschap.
    cop health
    cop health --since 2025-01 --until 2025-12 --compare
    cop health -f html -o gezondheid.html
help-onboard-more =
    Met -f md is het een pagina om te versturen, in de taal van de gemeenschap.
    cop onboard zoe
    cop onboard zoe -t ritme
    cop onboard zoe -f md -o welkom-zoe.md
help-meet = Laat zien welke bijeenkomsten er komen; plan er een, schrijf het verslag of sluit hem af
help-meet-action = plan, minutes of close (plannen, verslag, afsluiten); zonder: de lijst
help-meet-what = plan: de dag, en daarachter de titel, of een bijeenkomst; minutes, close: de bijeenkomst
help-meet-every = plan: een reeks, met zoveel tijd ertussen
help-meet-times = plan: zoveel keer
help-meet-until = plan: tot en met dan
help-meet-place = plan: waar het is
help-meet-at = plan: hoe laat: 14:00
help-meet-from = minutes: wat er is gezegd, uit een bestand of - voor stdin
help-meet-attendees = minutes, close: wie erbij waren; namen met komma's ertussen
help-meet-more =
    plan: maakt de volgende bijeenkomst, op een dag of zo lang na de laatste als het ritme van de gemeenschap zegt, met op de agenda wat er wacht: wat is beloofd en nog openstaat, voorstellen, besluiten om opnieuw te bekijken, wat is gemeld, doelen, vragen zonder antwoord. Met een bijeenkomst die al gepland is: zet op de agenda wat er nog niet staat.
    minutes: schrijft op wat er is gezegd, in de editor of uit een bestand. Begin daarin een regel met besluit:, voorstel:, vraag: of actie: (decision:, proposal:, question:, action:) als het niet verloren mag gaan.
    close: maakt van elke zo'n regel een document, met links heen en terug, van elke actie een taak, en zegt dat de bijeenkomst is gehouden; alles in één commit. Een tweede keer wordt er niets dubbel gemaakt.
    Zonder document: de bijeenkomst van vandaag, of de laatste die voorbij is en die niemand heeft afgesloten.
    -f ics schrijft een agenda om je op te abonneren.
    cop meet
    cop meet -f ics -o bijeenkomsten.ics
    cop meet plan
    cop meet plan "3 dec 14:00" "Vooruitkijken" --where "Leeszaal"
    cop meet plan 2027-01-21 --every "6 weken" --times 8 --at 14:00
    cop meet minutes --attendees anna,bram
    cop meet close
help-contributors-more =
    maakte: documenten die ze begonnen, ook vragen, antwoorden en hun eigen bestand. wijzigde: documenten waarvan ze later meer dan de nakijkdatum wijzigden. keek na: nakijkdatums die ze verzetten, maar niet in meer dan tien documenten tegelijk, en commits die hen in Reviewed-by noemen. gebruikte, bedankt: wat er in ledenbestanden staat. (commits): alle commits op documenten waar die staan; wie aan een document werkte voor het daarheen verhuisde, wijzigde het zonder commit en zonder dag. Wat sindsdien is weggehaald, telt in de commits mee en apart (gone, in csv en json); cop history --by NAAM vertelt ervan. Regels die er nu staan: zoals git blame -w ze heeft, dus wie alleen spaties veranderde, schreef er geen.
    -f all-contributors schrijft het bestand .all-contributorsrc voor allcontributors.org; -f md een lijst voor een README.
    cop contributors --since "vorig kwartaal"
    cop contributors praktijken/ --tag vergaderen
    cop contributors -f all-contributors -o .all-contributorsrc
    cop contributors fetch-and-bring
help-show = Laat een document zien met zijn verbanden, antwoorden en mensen
help-show-document = Een verwijzing, het laatste deel ervan, een nummer, een pad, een titel, of hoe iemand heet
help-list = Som documenten op, de nieuwste eerst; of de trefwoorden, de woordenlijst, de zoekvragen
help-list-what = Een soort, in elke taal; tags voor de trefwoorden, words voor de woordenlijst, searches voor de zoekvragen
help-history = Vertel wat er gebeurde: met een document sinds het er is, of in de gemeenschap
help-history-lines = Wie elke regel schreef die er nu in staat; van een paar regels: --lines=10,20
help-history-more =
    Zonder REF van alle documenten samen, het nieuwste eerst: wat er is gemaakt, vastgesteld, beantwoord, nagekeken en gebruikt, en door wie. Het gaat terug zo ver als -n of --since zegt, anders twintig regels. Met --lines is een regel van wie hij voor git blame -w is: wie alleen spaties veranderde, schreef hem niet.
    cop history
    cop history --since "vorige maand" --kind besluit
    cop history fetch-and-bring
    cop history fetch-and-bring --lines
    Wie hielp waarmee: cop contributors.
help-completions-more =
    bash, in ~/.bashrc: source <(cop completions bash)
    zsh, in ~/.zshrc, onder compinit: source <(cop completions zsh)
    fish: cop completions fish >~/.config/fish/completions/cop.fish
help-digest = Schrijf een brief over wat er gebeurde: voor leden, stewards, nieuwkomers of een opdrachtgever
help-digest-since = Alleen vanaf toen: 30d, dat is gewoon, "vorige maand", 2026-q3
help-digest-until = Alleen tot en met toen
help-digest-whom = Voor wie: member, steward, newcomer, sponsor, me, of hoe iemand heet
help-digest-lang = In deze taal: en of nl
help-digest-more =
    De brief begint met een resultaat, en is in de taal van de gemeenschap tenzij --lang iets anders zegt. Voor één lid (me, of hoe iemand heet) begint hij met wat op die persoon wacht en wat er gebeurde met wat die volgt.
    Vormen van de brief: text; md; html, een pagina die niets anders nodig heeft; eml, een bericht dat een mailprogramma als concept opent, zonder een adres erin; atom, een feed; json.
    cop digest
    cop digest --since "vorige maand" --for sponsor -f html -o verslag.html
    cop digest --for newcomer --lang nl -f md
    cop digest --for me
help-due = Laat zien wat er ligt te wachten, het dringendste eerst, met waarom en wat je typt
help-due-whom = Voor wie: me, een lid, een rol of een team
help-due-limit = Hooguit zoveel
help-due-more =
    Eerst waar iemand op wacht of wat is beloofd: bijeenkomsten, wat daar is afgesproken, wat is gemeld, vragen zonder antwoord, voorstellen die te lang liggen, fouten van een controle. Dan waar een reden voor is: er veranderde iets in de buurt, wie het bijhield is vertrokken, de dag van een doel of een besluit komt dichterbij. Als laatste wat alleen een datum zegt; -v toont dat allemaal.
    Wat van niemand is, is voor wie de rol steward of begeleider heeft.
    cop due
    cop due --for me
    cop due --for steward
    cop due --for @anna -f md
    cop due --for me -f ics -o todo.ics
help-gaps = Laat zien wat er ontbreekt: wat van één persoon afhangt, wat gevraagd is en niet opgeschreven, wat niemand gebruikt
help-gaps-remember = Onthoud vergeefse zoekopdrachten, in alle gemeenschappen op deze computer en alleen voor jou; no houdt daarmee op
help-gaps-forget = Vergeet wat hier is gezocht en niet gevonden
help-health = Laat zien hoe de gemeenschap ervoor staat: wie meedoet, hoe snel vragen antwoord krijgen, wat verouderd is
help-health-since = Alleen vanaf toen: 2025-01, 90d, "vorig jaar"
help-health-until = Alleen tot en met toen
help-health-compare = Met een even lange tijd ervoor
help-onboard = Laat zien hoe een nieuwkomer de weg vindt: wat te lezen, wie te ontmoeten, hoe te beginnen
help-onboard-member = Wie; jijzelf als je niemand noemt
help-onboard-topic = Met dit trefwoord erbij, naast de eigen interesses
help-contributors = Laat zien wie er hielp, en waarmee
help-contributors-documents = Alleen bij deze documenten, mappen of patronen, of alleen deze mensen: @anna, "Nico Smit"
help-contributors-since = Alleen vanaf toen: 2025-01, 30d, "vorige maand"
help-contributors-until = Alleen tot en met toen
help-contributors-sort = De volgorde: name, recent, of het meest van een telling: commits, created, reviewed, …; op naam tenzij je iets anders vraagt
help-contributors-emails = Met e-mailadressen, in JSON
help-contributors-lines = Met de regels die ze toevoegden en weghaalden, en die van hen er nu staan; regels van een commit van meer mensen tellen voor elk van hen
help-check-more =
    Vormen van het antwoord: text, voor mensen; concise, een regel per bevinding; json en jsonl, voor programma's; csv, voor spreadsheets; paths, de bestanden met bevindingen; md, een samenvatting voor een pull request; sarif, voor code scanning; junit, voor testrapporten; github, voor opmerkingen naast de regels van een pull request; gitlab, voor zijn rapport van codekwaliteit; rdjson, voor reviewdog.
    Status 0: er is geen fout gevonden; 1: wel een, of met --deny een waarschuwing of opmerking; 2: de controle is niet uitgevoerd, zoals waar een genoemde commit of een genoemd bestand er niet is. 15.000 documenten duren een of twee seconden; als er sinds de vorige controle van alles niets veranderd is, wordt er geen gelezen.
    --fix vraagt op een terminal, een voor een, wie er van de mensen zonder bestand dezelfde persoon is en welk adres blijft, en schrijft dat in .mailmap, met adressen die al in commits staan; nooit ongevraagd, want iedereen kan een naam en een adres in git typen. Een adres dat van een lid lijkt, komt alleen in het ledenbestand als jij dat zegt, gevraagd op een terminal of met --same: vraag het eerst aan het lid, want wiens adres in dat bestand staat, handelt als dat lid.
    Een regel <!-- cop-allow: REGEL waarom --> voor wat goed is zoals het is, laat het zo; bovenaan een document, overal erin.
    cop check practices --ignore STW
    cop check --fix --dry-run
    cop check --fix --same anna
    cop check -f github --deny warnings
    cop check --watch
    cop check --history --base origin/main
help-check = Controleer of alles klopt en bij elkaar past
help-check-paths = Alleen deze bestanden en mappen
help-check-select = Alleen deze regels: codes, namen, of de letters van een gebied
help-check-ignore = Niet deze regels
help-check-deny = Zeg ook nee bij waarschuwingen (warnings), of zelfs bij opmerkingen (notes)
help-check-history = Bewijs uit de commits dat alleen wie dat mag, heeft beslist (cop help bestuur)
help-check-base = Waar te beginnen: de commit waarvan de regels eerst gelden, van buiten de repository
help-check-explain = Waar een regel over gaat, waarom, en hoe je herstelt wat hij vindt
help-doctor = Laat zien wat cop ziet, en wat je aan elk probleem kunt doen
help-doctor-fix = Laat git het samenvoegen van documenten aan cop over, en een commit vooraf controleren, in deze kloon
help-doctor-yes = Doe het zonder te vragen
help-check-fix = Herstel in één commit waar het zeker is hoe het moet, en waar ik het zeg
help-check-unsafe_fixes = Bij --fix: herstel ook wat vermoedelijk bedoeld is
help-check-same = Bij --fix: wat van dit lid lijkt, is van dit lid en komt in het ledenbestand; van meer dan één dat met =DEEL erin
help-check-changed_since = Alleen wat er sinds deze commit, of sinds de branch ervan afsplitste, door een wijziging is gekomen: ook in bestanden die niet gewijzigd zijn
help-check-staged = Alleen wat klaarstaat voor de commit, en wat daardoor komt: voor een hook vóór het vastleggen
help-check-watch = Controleer opnieuw zodra er iets verandert, tot Ctrl-C
help-check-baseline = Een ander bestand met bevindingen die mogen blijven dan .cop/check-baseline.tsv
help-check-write_baseline = Laat vanaf nu rusten wat er nu gevonden wordt: alleen wat nieuw is, wordt gemeld
help-check-no_baseline = Meld ook wat de baseline laat rusten
help-check-dry_run = Bij --fix of --write-baseline: laat alleen zien wat er zou veranderen
help-check-no_commit = Bij --fix of --write-baseline: schrijf de bestanden en leg niets vast
help-check-with_my_edits = Bij --fix: leg mijn eigen wijzigingen in dezelfde bestanden mee vast
help-check-yes = Bij --fix: vraag niets
help-check-rules = Alle regels, met hoe zwaar ze hier wegen
help-demo = Maak de voorbeeldgemeenschap als git-repository met de geschiedenis van haar leden
help-communities = Laat de gemeenschappen zien die je samen doorzoekt, zet er een op die lijst of haal er een af
help-communities-action = add (toevoegen) of remove (verwijderen); zonder: de lijst
help-communities-listed = Hoe die heet, de map, of beide
help-communities-more =
    De lijst is alleen van jou: hij staat in ~/.config/cop/config.yaml, en geen gemeenschap weet ervan. Daar kun je ook language: en of nl zeggen, en remember_searches: true.
    Zonder NAAM wordt er een gemaakt van hoe de gemeenschap zichzelf noemt; zonder MAP is het die waarin je staat.
    cop communities add
    cop communities add platform ~/src/handboek
    cop communities remove platform
    cop search --all mailbox exporteren
help-demo-folder = De map die gemaakt wordt, nieuw of leeg
help-completions = Geef de aanvullingen voor een shell
help-completions-shell = bash, elvish, fish, powershell of zsh
help-man = Geef de manpagina, voor man(1)
help-man-command = De pagina van één opdracht; als je niets invult, die van cop zelf
help-schema = Geef het JSON-schema van wat een opdracht antwoordt
help-schema-more =
    Het zegt welke velden de JSON van die opdracht heeft en wat ze betekenen; in het Engels, in welke taal je ook leest.
    cop schema search
    cop search ritme --json
help-schema-command = De opdracht; als je niets invult, de schema's van alle
# Hoe heet wat je invult.
help-value-command = OPDRACHT
help-value-count = AANTAL
help-value-dir = MAP
help-value-file = BESTAND
help-value-format = VORM
help-value-from = VAN
help-value-to = TOT
help-value-email = E-MAILADRES
help-value-handle = NAAM
help-value-name = NAAM
help-value-member = LID
help-value-outcome = UITKOMST
help-value-title = TITEL
help-value-topic = ONDERWERP
help-value-what = WAT
help-value-key = VELD
help-value-kind = SOORT
help-value-lang = TAAL
help-value-options = OPTIES
help-value-order = VOLGORDE
help-value-path = PAD
help-value-query = VRAAG
help-value-ref = DOCUMENT
help-value-rule = REGEL
help-value-severity = ERNST
help-value-shell = SHELL
help-value-state = STATUS
help-value-tag = TREFWOORD
help-value-value = WAARDE
help-value-text = TEKST
help-value-when = WANNEER
help-value-why = REDEN
help-rename = Geef een document een andere titel; bestand en links gaan mee
help-rename-document = Het document
help-rename-title = De nieuwe titel
help-rename-more =
    Nummers, datums, mappen en talen in de bestandsnaam blijven. De oude titel blijft als alias.
    Bij een lid: een naam, of een gebruikersnaam zoals @anne.
    cop rename fetch-and-bring "Vraag, en breng iets mee"
    cop rename 4 "Elke maand bijeenkomen"
    cop rename @anna @anne
help-rm = Haal een document weg waar niets naar verwijst
help-rm-document = Het document
help-rm-more =
    Wat ooit goed was, bewaar je liever: cop mark DOCUMENT vervallen.
    cop rm quarterly-review-list -m "Per ongeluk geschreven"
help-edit = Wijzig een document in je editor
help-edit-document = Het document
help-edit-more =
    De editor is die van git: GIT_EDITOR, core.editor, VISUAL of EDITOR.
    cop edit fetch-and-bring -m "Met wat we in mei leerden"
help-save = Bewaar wat je met de hand wijzigde, een commit per document
help-save-documents = Alleen deze documenten
help-save-message = Waarom, in een zin: het staat in de commit
help-save-author = Namens dit lid, dat in git de auteur is
help-save-dry_run = Laat alleen zien wat er bewaard zou worden
help-save-more =
    Zonder document: alles van de gemeenschap wat gewijzigd, toegevoegd, verplaatst of verwijderd is.
    cop save
    cop save fetch-and-bring -m "Met wat we in mei leerden"
    cop save --dry-run
help-undo = Draai de nieuwste commit terug, als die van cop is
help-undo-dry_run = Laat alleen zien wat er teruggedraaid zou worden
help-undo-more =
    Alleen de nieuwste commit, en alleen zolang die nog niet verstuurd is en de bestanden niet gewijzigd zijn.
    cop undo --dry-run
help-init = Begin een gemeenschap, in een nieuwe map of in een repository zoals die is
help-init-folder = De map; anders de huidige
help-init-name = Hoe ze heet; anders naar haar map
help-init-lang = De taal waarin ze schrijft: en of nl; anders die van het scherm
help-init-purpose = Wat haar leden bindt
help-init-question = Een vraag om te onderzoeken, die haar eerste wordt; hoogstens drie
help-init-rhythm = Hoe vaak ze bij elkaar komt: "elke 6 weken"
help-init-ci = Wat bij elke push cop check draait: github, gitlab, forgejo of none; anders wat de host van origin heeft
help-init-no_paths = Maak geen documenten van de Markdown die er staat
help-init-message = Waarom, in een zin: het komt in de commit te staan
help-init-dry_run = Laat alleen zien wat er zou worden geschreven
help-init-no_commit = Schrijf de bestanden en leg niets vast
help-init-more =
    In een terminal vraagt het wat geen optie zegt. Alles is één commit; waar geen git-repository is, komt er een.
    In een repository met Markdown herkent het besluiten, handboeken, nagekeken pagina's en vaults; het zegt dat in community.yaml, verplaatst niets en overschrijft niets.
    Op je eigen pagina komt het adres dat in je commits staat, of je account als dat adres van een host is; zo weet de geschiedenis wat jij doet.
    cop init archivarissen
    cop init archivarissen --name "Digitale archivarissen" --lang nl --rhythm "elke 6 weken" --question "Hoe lang bewaren we chatberichten?"
    cop init --dry-run
help-invite = Nodig mensen uit: voor elk een pagina die klaarligt, en de brief om te sturen
help-invite-name = Wie; ook de gebruikersnaam van een lid, voor nog een brief
help-invite-email = Waar de brief heen gaat
help-invite-from = Iedereen uit een tabel: naam, e-mailadres, organisatie; - voor wat je via een pipe geeft
help-invite-letter = Toon de brief om te sturen
help-invite-with_email = Zet de adressen op de pagina's, voor iedereen te lezen
help-invite-handle = De gebruikersnaam waarmee anderen diegene noemen
help-invite-account = Het account op een git-host: github:anna
help-invite-organisation = Waar diegene werkt
help-invite-more =
    Naar het adres dat je geeft gaat de brief. Op de pagina komt het alleen met --with-email, want wie de repository kan lezen, leest het, en de geschiedenis vergeet niets. Maar de geschiedenis kent mensen alleen aan hun adres of account: zonder een van beide komt wat ze doen pas op hun naam als ze cop join typen. Een account (--account github:anna, of een adres dat een host in plaats van het echte geeft) zegt de geschiedenis hetzelfde, en is geen geheim.
    De tabel heeft naam, e-mailadres en organisatie, met een komma, puntkomma of tab ertussen; een andere volgorde zeg je in een eerste regel: naam,handle,account,e-mail,organisatie. Wie al lid is, blijft zoals die is, dus je kunt dezelfde tabel nog eens geven.
    cop invite "Fatima El Idrissi" fatima@example.org
    cop invite "Fatima El Idrissi" --letter
    cop invite --from mensen.csv --letter -o brieven.txt
help-join = Word lid: mijn eigen bestand uit wat git van me weet, en mijn weg naar binnen
help-join-handle = De gebruikersnaam waarmee anderen me noemen
help-join-more =
    Heeft iemand een pagina voor je gemaakt, dan wordt die van jou. Je account op een git-host, of anders het adres in je commits, komt erop te staan: zo weet de geschiedenis wat jij doet.
    cop join
    cop join --handle anna
help-value-type = TYPE
help-value-time = TIJD
help-value-place = PLAATS
help-review = Kijk na of een document nog klopt, en zeg het
help-review-document = Het document; zonder document wat wacht, één voor één
help-review-outcome = klopt-nog, herzien of verouderd, in elke taal
help-review-more =
    klopt-nog: het geldt. herzien: het geldt weer, met de wijzigingen die ik in het bestand maakte of nu maak. verouderd: het geldt niet, en de beheerder krijgt dat te zien.
    Nakijken handelt meldingen af en bepaalt de dag van de volgende keer. Zonder document: één voor één wat wacht, eerst wat gemeld is, dan wat leidt naar iets dat veranderde, dan wat een vertrokken beheerder achterliet, dan wat over zijn dag is; in een terminal tot je stopt.
    cop review
    cop review fetch-and-bring klopt-nog
    cop review fetch-and-bring verouderd -m "Niemand brengt nog iets"
help-flag = Meld dat een document verouderd, onduidelijk, dubbel of onjuist is
help-flag-document = Het document
help-flag-what = Wat er aan de hand is: verouderd, onduidelijk, dubbel of onjuist, in elke taal
help-flag-duplicate_of = Wat hetzelfde zegt
help-flag-more =
    De melding is een klein document op zich, dat de beheerder te zien krijgt; wie het document nakijkt, handelt haar af.
    cop flag fetch-and-bring verouderd -m "Niemand brengt nog iets"
    cop flag ritme-voor-een-jaar dubbel --duplicate-of meet-every-six-weeks
help-used = Zeg dat je iets gebruikte, en wat het opleverde
help-used-document = Wat je gebruikte
help-used-gave = Wat het opleverde, in een paar woorden
help-used-more =
    Het komt in je eigen ledenbestand, onder Gebruikt. Zeg je het nog eens op dezelfde dag, dan is het één regel; op een andere dag een nieuwe.
    cop used fetch-and-bring "Het scheelde ons twee dagen"
help-follow = Volg een document of een trefwoord
help-follow-topic = Een document, of een trefwoord dat documenten hebben
help-follow-followed_tag = Een trefwoord, ook als een document zo heet
help-follow-stop = Volg het niet meer
help-follow-more =
    Het komt in je eigen ledenbestand, onder Volgt.
    cop follow who-has-used-mdto
    cop follow --tag email
    cop follow --stop email
help-thank = Bedank iemand voor een aandeel in een document
help-thank-whom = Wie je bedankt
help-thank-document = Het document
help-thank-why = Waarvoor, in een paar woorden
help-thank-more =
    Het komt in je eigen ledenbestand, onder Dank, en telt voor diegene mee.
    cop thank fatima fetch-and-bring "voor de tekening"
help-status = Laat de gemeenschap zien
