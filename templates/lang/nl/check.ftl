# Wat een controle zegt.
check-no-such-rule = er is geen regel met de naam "{ $name }"
check-nearest-rule = bedoel je { $name }?
check-rules-list = alle regels: cop check --rules
check-errors = { $count -> 
    [one] { $count } fout
   *[other] { $count } fouten
}
check-warnings = { $count -> 
    [one] { $count } waarschuwing
   *[other] { $count } waarschuwingen
}
check-notes = { $count -> 
    [one] { $count } opmerking
   *[other] { $count } opmerkingen
}
check-more = nog { $count } keer { $rule } in dit bestand
check-more-files = en nog { $count } van zulke bestanden, waarvan dit het eerste is
check-explain-bad = Wat er mis kan zijn
check-explain-good = Zo is het goed
check-explain-options = Wat je kunt instellen, bij options: in check: van community.yaml
check-option-own = dit is een eigen regel
check-option-none = van deze regel is niets in te stellen
check-option-known = wat wel kan: { $names }
check-option-unknown = bij { $rule } kun je geen { $name } instellen
check-option-wants-share = hier hoort een deel van 50 tot 100 %
check-option-wants-words = hier hoort een aantal woorden, 10 tot 10000
check-explain-see = cop check --explain { $rule } zegt wat het bepaalt
check-explain-mend = Wat je eraan doet
check-rules-adopted = * bij soorten met paths in community.yaml: { $kinds }
check-severity-adopted = Bij soorten met paths in community.yaml ({ $kinds }): { $severity }
check-severity-off = uit
check-nearest = lijkt op: { $name }
check-gone-deleted = op { $day } verwijderd, in { $commit }; haal de verwijzing weg, of zet het document terug: git restore -SW -s { $commit }~ -- { $path }
check-gone-moved = sinds { $day } ({ $commit }) is het: { $path }
check-gone-staged = het is verplaatst, nog in geen commit; het is: { $path }
check-gone-kept = de laatste commit heeft het nog, daarna is het verdwenen; haal de verwijzing weg, of zet het document terug: git restore -SW -s HEAD -- { $path }
check-did-you-mean = bedoel je { $name }?
check-write = schrijf: { $text }
check-missing-field = het veld "{ $field }" ontbreekt
check-missing-field-help = zet een regel in de metagegevens: { $field }: …
check-missing-section = het onderdeel "{ $section }" ontbreekt
check-missing-section-help = zet er een tussenkop bij: ## { $section }
check-unknown-field = onbekende sleutel "{ $key }"
check-wrong-type = { $key }: "{ $value }" is hier niet te gebruiken
check-wants-list = { $key } krijgt een lijst van waarden, en dit is geen lijst
check-wants-list-help = schrijf: { $key }: [eerste, tweede]
check-wants-one = { $key } krijgt één waarde
check-wants-one-help = schrijf: { $key }: …
check-wants-mapping = { $key } krijgt een lijst van namen met teksten
check-wants-mapping-help = schrijf: { $key }: {"{"}nl: …, en: …{"}"}
check-wants-duration = schrijf een tijdsduur, zoals 6 maanden
check-wants-number = schrijf een getal
check-wants-yes-no = schrijf yes of no
check-wants-url = schrijf het hele adres, zoals https://example.org/pagina
check-wants-email = schrijf alleen het adres, zoals anna@example.org
check-wants-language = schrijf de code van een taal, zoals nl
check-wants-line = schrijf het op één regel
check-wants-one-of = een van deze: { $values }
check-wants-text = schrijf een tekst
check-impossible-date = { $key }: "{ $value }" is geen datum
check-date-form = schrijf jaar, maand en dag, als in JJJJ-MM-DD
check-date-none = die dag bestaat niet; schrijf JJJJ-MM-DD
check-date-readings = { $one } of { $other }?
check-unknown-state = bij de soort { $kind } hoort geen status "{ $state }"
check-other-kind = de map waarin dit staat maakt er een { $own } van, geen { $kind }
check-unknown-kind = er is geen soort "{ $kind }"; de map waarin dit staat maakt er een { $own } van
check-unknown-tag = het trefwoord "{ $tag }" staat niet op de lijst
check-unknown-tag-help = de lijst staat bij tags: in community.yaml
check-near-tag = het trefwoord "{ $tag }" staat niet op de lijst
check-near-folder = { $count ->
    [one] één Markdownbestand in { $folder }/ hoort bij geen soort
   *[other] { $count } Markdownbestanden in { $folder }/ horen bij geen soort
}
check-near-folder-help = bedoel je { $folder }/?
check-no-title = het document heeft geen titel
check-empty-title = de titel is leeg
check-empty-title-help = het heet "{ $title }" zolang hier niets staat
check-no-title-help = het heet nu "{ $title }", naar zijn bestand; begin de tekst met: # Een titel
check-field-twice = "{ $key }" is hetzelfde veld als "{ $earlier }" hierboven
check-field-twice-help = alleen het eerste telt: laat er één staan
check-too-many-tags = { $count ->
    [one] { $count } trefwoord; { $limit } is de grens
   *[other] { $count } trefwoorden; { $limit } is de grens
}
check-too-many-tags-help = houd de woorden over die zeggen waar het document over gaat
check-translated-state = de status "{ $state }" staat niet in de taal van de sleutels
check-ignored-name = { $key }: "{ $name }" is niet hoe dit document heet
check-ignored-name-help = door zijn bestand is het { $name }; zet andere namen bij aliases
check-front-unfenced = "{ $key }" is hier tekst en geen veld
check-front-unfenced-help = velden staan boven aan het bestand, tussen twee regels met alleen ---
check-front-below = De metagegevens staan onder andere tekst en worden daarom als tekst gelezen.
check-front-below-help = Zet ze bovenaan: `---` moet de eerste regel zijn.
check-dead-document = dit document is er niet: { $name }
check-empty-link = deze link leidt nergens heen
check-empty-link-help = schrijf tussen de haakjes erachter waar hij heen leidt, of laat ze weg
check-dead-file = dit bestand is er niet: { $name }
check-dead-from-root = vanaf de wortel staat het daar; vanaf hier: { $path }
check-dead-host = schrijf het hele adres: { $address }
check-wrong-case = het bestand heet { $name }
check-missing-extension = bij { $name } ontbreekt het eind van de bestandsnaam
check-missing-heading = in "{ $title }" staat geen kop #{ $id }
check-missing-heading-here = in dit document staat geen kop #{ $id }
check-undefined-label = geen [{ $label }]: … zegt waar dit heen leidt
check-undefined-label-help = zet er een regel bij: [{ $label }]: adres
check-dead-wikilink = niets heet "{ $name }"
check-ambiguous = { $count ->
    [one] { $count } document heet "{ $name }"
   *[other] { $count } documenten heten "{ $name }"
}
check-dead-relation = { $relation }: niets heet "{ $name }"
check-wrong-relation = { $relation } wijst naar een { $kind }; wat kan: { $wanted }
check-self-relation = { $relation } leidt naar dit document zelf
check-unknown-handle = niemand heet hier @{ $handle }
check-unknown-mention-help = een lid heeft een eigen bestand; zet het woord tussen backticks als het geen persoon is
check-missing-image = deze afbeelding is er niet: { $name }
check-retired-link = "{ $title }" geldt niet meer ({ $state })
check-retired-link-help = de opvolger: { $name }
check-one-sided = { $path } zegt niet { $relation }
check-one-sided-help = zet in { $path }: { $line }
check-circle = dit en { $names } vervangen elkaar in een kring
check-circle-self = dit vervangt zichzelf
check-circle-help = bepaal welk document geldt
check-orphaned-answer = dit lijkt een antwoord, maar er is geen vraag "{ $name }"
check-orphaned-answer-help = zet de vraag terug, of geef de map de naam die zij nu heeft
check-host-root = { $name } begint bij de wortel van de host
check-host-root-help = schrijf het pad vanaf dit document
check-backslash = mappen worden in een link gescheiden door /
check-duplicate-slug = { $name } is al { $path }
check-duplicate-slug-help = hernoem er een
check-duplicate-slug-pattern = schrijf één patroon bij paths, dan telt hun map mee in de naam: { $pattern }
check-duplicate-number = { $path } heeft nummer { $number } al
check-duplicate-number-help = hernoem dit naar { $name }, en de links erheen
check-missing-number = de naam heeft geen nummer
check-missing-number-help = hernoem het naar { $name }, en de links erheen
check-case-twins = { $path } verschilt alleen in hoofdletters van { $other }
check-shadowing-alias = zo heet { $path } al: "{ $alias }"
check-shadowing-alias-help = haal de alias weg, of hernoem het andere document
check-unportable-letter = Windows kent geen bestanden met { $letter } in hun naam
check-unportable-device = Windows houdt de naam { $name } voor een apparaat
check-unportable-end = een naam die met een spatie begint of eindigt, of op een punt eindigt, gaat op Windows verloren
check-unportable-help = hernoem het, bijvoorbeeld: { $name }
check-long-path = het pad is voor sommige systemen te lang: meer dan { $limit }
check-accent-twins = deze naam verschilt alleen van { $other } in hoe een accent is geschreven
check-missing-need = bij { $state } hoort { $need }
check-foreign-answer = { $name } is geen antwoord op deze vraag
check-foreign-answer-help = noem een van de eigen antwoorden bij accepted:
check-contradictory-state = er staat { $said }, maar uit de rest volgt { $state }
check-contradictory-state-help = haal status weg: die volgt uit de rest
check-shared-address = { $address } staat ook in { $path }
check-shared-key = een sleutel in dit bestand staat ook in { $path }
check-shared-address-help = laat het staan bij het lid van wie het is
check-unknown-handle-help = voeg het bestand van het lid toe, of schrijf de naam zonder @
check-nameless = lid { $handle } heeft geen naam
check-nameless-help = zet een regel in de metagegevens: name: …
check-review-overdue = dit had op { $date } nagekeken moeten zijn
check-review-overdue-help = lees het; klopt het nog, schrijf dan: { $key }: { $today }
check-future-review = { $date } moet nog komen
check-future-review-help = schrijf de dag waarop het voor het laatst is gelezen; voor de volgende keer: review_by
check-no-steward = niemand is beheerder
check-no-steward-help = noem iemand: steward: NAAM
check-unanswered = { $days ->
    [one] na { $days } dag nog geen antwoord
   *[other] na { $days } dagen nog geen antwoord
}
check-stale-proposal = { $days ->
    [one] staat al { $days } dag open
   *[other] staat al { $days } dagen open
}
check-unanswered-help = beantwoord hem in een eigen bestand: { $folder }/NAAM.md
check-stale-proposal-help = besluit en leg het vast bij status:
check-template-text = er staan nog woorden van het sjabloon
check-template-text-help = schrijf waar ze om vragen, of haal ze weg
check-merge-conflict = een samenvoeging die niet af is
check-merge-conflict-help = kies één versie en haal de tekens weg
check-empty-section = onder "{ $heading }" staat niets
check-empty-section-help = schrijf wat er hoort, of haal de kop weg
check-image-without-text = een afbeelding zonder woorden
check-image-without-text-help = schrijf tussen de haken wat erop te zien is
check-mixed-line-ends = { $odd ->
    [one] één regeleinde is
   *[other] { $odd } regeleinden zijn
} anders dan de overige { $most }
check-mixed-line-ends-help = sla het bestand op met één soort regeleinde
check-undefined-term = { $count ->
        [one] { $count } document zegt
       *[other] { $count } documenten zeggen
    } { $word }, en nergens staat wat dat is
check-undefined-term-help = cop add term { $word }, of schrijf het één keer voluit: … ({ $word })
check-forbidden-variant = de begrippenlijst zegt { $term }, en niet "{ $word }"
check-forbidden-variant-help = { $path } vertelt waarom; zet het tussen aanhalingstekens waar het om het woord zelf gaat
check-two-definitions = "{ $name }" is ook een naam van { $path }
check-two-definitions-help = maak er één begrip van, of geef elk een eigen naam
check-placeholder-people = { $key }: "{ $text }" noemt nog niemand
check-placeholder-people-help = noem de mensen, of haal de regel weg
check-no-outcome = het is aanvaard, en geen kopje zegt wat er besloten is
check-empty-outcome = het is aanvaard, en hier staat niet wat er besloten is
check-no-option = het is aanvaard, en er is geen optie gekozen
check-no-outcome-help = zeg welke optie gekozen is en waarom, of dat het nog een voorstel is
check-heading-skips = "{ $heading }" is een kopje van niveau { $level } direct onder een van niveau { $above }
check-heading-skips-help = begin het met { $marks }
check-second-title = "{ $heading }" is een tweede titel, na "{ $title }"
check-second-title-help = begin het met ##, en zet wat erbij hoort een niveau lager
check-near-duplicate = { $share } % hiervan staat ook in { $path }
check-near-duplicates = { $count } andere documenten zijn bijna hetzelfde als dit, als eerste { $path }
check-near-duplicate-help = maak er één van, of zeg in elk hoe het bij het andere hoort
check-outside-link = dit leidt buiten de repository
check-outside-link-help = zet het in de repository, of verwijs naar het adres
check-scripting-tag = <{ $name }> haalt een programma of een andere pagina binnen
check-scripting-handler = { $name } draait een programma
check-scripting-address = dit adres is een programma
check-scripting-help = haal het weg
check-hidden = { $code } is niet te zien
check-hidden-steers = { $code } bestuurt een terminal
check-hidden-deceives = { $code } keert de leesrichting om of verbergt tekst
check-hidden-help = wis het en typ de woorden eromheen opnieuw
check-odd-link = een symbolische koppeling; waar die heen wijst wordt niet gelezen
check-odd-link-help = zet het bestand zelf hier, of verwijs ernaar in een tekst
check-odd-device = dit is geen gewoon bestand en wordt niet geopend
check-odd-device-help = zet het buiten de map
check-odd-unreadable-help = kijk wie het mag lezen
check-odd-name = de naam van dit bestand is geen UTF-8
check-odd-name-help = hernoem het
check-known = { $count } bekend
check-page-found = cop check: { $counts } in { $documents }
check-page-well = cop check: alles klopt in { $documents }
check-page-nothing-new = cop check: niets nieuws in { $documents }; { $count ->
    [one] { $count } bevinding was
   *[other] { $count } bevindingen waren
} al bekend
check-page-line = regel { $line }
check-page-more = Nog { $count ->
    [one] { $count } bevinding
   *[other] { $count } bevindingen
} in { $files ->
    [one] { $files } bestand
   *[other] { $files } bestanden
}: `cop check` noemt ze allemaal.
check-page-explain = Waarom, en wat je eraan doet: `cop check --explain REGEL`, met de naam achter een bevinding; `cop check --fix` herstelt wat niet anders bedoeld kan zijn.
watch-mended = hersteld: { $path }  { $rule }  { $said }
watch-same = { $count } als voorheen
watch-begins = controleert opnieuw als er iets verandert, tot Ctrl-C
watch-changed = veranderd: { $paths }{ $more ->
    [0] {""}
    [one] {" "}en 1 ander bestand
   *[other] {" "}en { $more } andere bestanden
}
watch-format = --watch blijft vertellen, en -f { $name } is voor wat een einde heeft
baseline-line = dit is geen regel van een baseline
baseline-line-help = op een regel staan de code van een regel, het bestand en de woorden, met een tab ertussen; cop check --write-baseline schrijft ze allemaal opnieuw
baseline-kept = { $count ->
    [0] Er is niets gevonden, dus er is geen baseline.
    [one] 1 bevinding blijft vanaf nu rusten; wat nieuw is, wordt gemeld.
   *[other] { $count } bevindingen blijven vanaf nu rusten; wat nieuw is, wordt gemeld.
}
baseline-new = { $count ->
    [one] 1 daarvan stond er nog niet in.
   *[other] { $count } daarvan stonden er nog niet in.
}
check-left-out = { $count ->
    [one] 1 document laat je sparse checkout weg; dat is niet gecontroleerd.
   *[other] { $count } documenten laat je sparse checkout weg; die zijn niet gecontroleerd.
}
baseline-mended = { $count ->
    [one] 1 bevinding uit de baseline is hersteld; cop check --write-baseline haalt haar eruit.
   *[other] { $count } bevindingen uit de baseline zijn hersteld; cop check --write-baseline haalt ze eruit.
}
commit-baseline = { $count ->
    [0] Haal de baseline van check weg
    [one] Laat 1 bevinding van check rusten
   *[other] Laat { $count } bevindingen van check rusten
}
compared-unknown = geen commit heet "{ $name }"
compared-unknown-help = een branch, een tag of een commit, zoals origin/main
compared-cut = deze kloon gaat niet terug tot "{ $name }"
compared-cut-help = git fetch --unshallow, of in een workflow fetch-depth: 0
compared-apart = "{ $name }" en wat hier uitgecheckt is, hebben geen commit gemeen
compared-merging = een samenvoeging is niet af, zodat nog open is wat er vastgelegd zou worden
compared-merging-help = maak haar af, of git merge --abort
compared-damaged = git kan niet lezen wat het bewaart
compared-damaged-help = git fsck vertelt wat er beschadigd is
compared-not-staged = { $file } hoort niet bij wat er vastgelegd zou worden
compared-not-staged-help = git add { $file }
check-allowance-unknown = geen regel heet "{ $name }", dus dit staat niets toe
check-allowance-unused = hier is niets mis volgens { $name }
check-allowance-unused-help = haal de opmerking weg
commit-mend-rules = Herstel { $rules }
mend-text = { $count ->
    [one] 1 plaats
   *[other] { $count } plaatsen
}
mend-fixed = { $count ->
    [one] Hersteld in 1 document: { $rules }
   *[other] Hersteld in { $count } documenten: { $rules }
}
check-explain-safe = cop check --fix doet het.
check-explain-unsafe = cop check --fix --unsafe-fixes doet het, zoals het vermoedelijk bedoeld is.
check-explain-asked = cop check --fix doet het, waar jij zegt dat het klopt.
mend-left = { $would ->
    [yes] cop check --fix zou deze laten zoals ze zijn, want er staan wijzigingen van jou in die nog niet zijn vastgelegd: { $paths }{ $more ->
        [0] {""}
       *[other] {" "}en nog { $more }
    }
    [faulty] Gelaten zoals ze zijn, want in jouw wijzigingen daarin blijven fouten over: { $paths }{ $more ->
        [0] {""}
       *[other] {" "}en nog { $more }
    }
   *[other] Gelaten zoals ze zijn, want er staan wijzigingen van jou in die nog niet zijn vastgelegd: { $paths }{ $more ->
        [0] {""}
       *[other] {" "}en nog { $more }
    }
}
mend-no-commit = --no-commit herstelt de bestanden en legt niets vast
mend-faulty = in dit bestand staan wijzigingen van jou waarin fouten overblijven
mend-faulty-help = cop check toont ze; herstel die eerst, of --no-commit herstelt de bestanden en legt niets vast
mend-own-edits = --with-my-edits legt jouw wijzigingen samen met het herstelde vast; --no-commit herstelt de bestanden en legt niets vast
mend-follows-edited = { $path } zou mee moeten veranderen, en daar staan wijzigingen van jou in die nog niet zijn vastgelegd
mend-no-way-back = Er is hier geen git-repository, dus niets bewaart wat er nu staat.
mend-no-way-back-ask = { $count ->
    [one] 1 document
   *[other] { $count } documenten
} wijzigen?
check-mendable = { $count ->
    [one] cop check --fix herstelt er 1
   *[other] cop check --fix herstelt er { $count }
}
check-mendable-staged = { $count ->
    [one] cop check --fix --no-commit herstelt er 1; daarna opnieuw git add met het bestand
   *[other] cop check --fix --no-commit herstelt er { $count }; daarna opnieuw git add met de bestanden
}
check-mendable-both = cop check --fix herstelt er { $count }, en nog { $likely } met --unsafe-fixes
check-mendable-likely = { $count ->
    [one] cop check --fix --unsafe-fixes herstelt er 1
   *[other] cop check --fix --unsafe-fixes herstelt er { $count }
}
mend-line-ends = { $path }: alleen regeleinden veranderen, { $from } wordt { $to } in { $count ->
    [one] 1 regel
   *[other] { $count } regels
}
mend-fixable = { $count ->
    [one] Te herstellen in 1 document: { $rules }
   *[other] Te herstellen in { $count } documenten: { $rules }
}
own-says = { $nl }
own-more = de eigen regels van de gemeenschap vonden meer dan hier staat (nog { $count })
own-found = de zoekvraag { $search } mag niets vinden en vindt dit
own-other-form = de waarde "{ $value }" van { $field } heeft niet de vorm { $pattern }
own-name-taken = "{ $name }" is een regel van cop zelf, { $rule }; geef deze een andere naam
own-no-such-kind = de soort "{ $kind }" is er niet
own-no-such-field = geen soort heeft een veld "{ $field }", en geen document ook
search-unpaired = van deze { $sign } ontbreekt de andere helft, en dan telt hij als tekst
search-unpaired-help = sluit hem, of laat hem weg
own-demands-none = Deze zoekvraag mag niets vinden: { $search }
own-demands-section = Er moet een onderdeel { $section } zijn.
own-demands-field = Het veld { $field } moet zijn ingevuld.
own-demands-form = Het veld { $field } moet zijn ingevuld, in de vorm { $pattern }
own-for-all = Deze regel geldt voor alle documenten.
own-for-kinds = Deze regel geldt voor documenten van de soort { $kinds }.
own-for-found = Deze regel geldt voor de documenten die deze zoekvraag vindt: { $search }.
own-for-both = Deze regel geldt voor documenten van de soort { $kinds } die deze zoekvraag vindt: { $search }.
own-asks-me = een regel is voor iedereen dezelfde, dus niemand is er me
own-asks-me-help = noem een lid: @NAAM
check-other-line-ends = de regels eindigen hier op CRLF, en op LF in { $count ->
        [one] een ander document
       *[other] { $count } andere
    }
check-other-line-ends-help = sla het bestand op met LF
check-contradictory-succeeded = er staat { $said }, en dat { $new } ervoor in de plaats kwam
