# Wie wat mag beslissen, en wat de commits daarover zeggen.
governance-no-steward = geen rol heet steward, dus niemand mag deze regels veranderen
governance-no-steward-help = noem onder roles: de stewards, die ook de bestanden van andere leden mogen wijzigen: steward: [NAAM]
governance-no-role = geen rol heet "{ $name }"
governance-wants-move = hier hoort een soort met een status, zoals "besluit aanvaard"
governance-no-people = documenten van de soort "{ $name }" zijn geen mensen
governance-holder-unknown = geen lid heet "{ $handle }"
governance-holder-unknown-help = een rol krijg je met de naam van je bestand in de map van de leden
governance-holder-left = @{ $handle } is weg, en heeft de rol { $role }
governance-role-empty = niemand die er nog is heeft de rol { $role }, en iets vraagt erom
governance-no-key = er wordt een handtekening gevraagd, en geen steward heeft een sleutel: niemand kan dit nog doen, ook deze regels wijzigen niet
governance-no-key-help = eerst zet ieder keys: in het eigen bestand, en komt dat binnen; dan pas komt signed: erbij
governance-not-yours = dit vraagt om { $roles } ({ $who }): cop check --history maakt er bezwaar tegen
governance-not-yours-nobody = dit vraagt om { $roles }, en dat is niemand: cop check --history maakt er bezwaar tegen
governance-proof =
    { $commits ->
        [one] 1 commit
       *[other] { $commits } commits
    } van { $base } tot { $head }, { $changes ->
        [0] waarin niets verandert waar regels over gaan
        [one] 1 wijziging waar regels over gaan
       *[other] { $changes } wijzigingen waar regels over gaan
    }{ $changes ->
        [0] {""}
       *[other] {": "}{ $role } ondertekend door wie de rol heeft, { $signed } ondertekend door een lid, { $claimed } beweerd
    }
governance-by = commit { $commit } van { $actor }, bewijs { $evidence }
governance-nobody = niemand met een naam
governance-evidence-claimed = 0 (beweerd)
governance-evidence-unlisted = 0 (beweerd; ondertekend met een sleutel die van geen lid is)
governance-evidence-bad = 0 (beweerd; de handtekening deugt niet)
governance-evidence-odd = 0 (beweerd; de handtekening is niet te lezen)
governance-evidence-no-program = 0 (beweerd; { $program } is er niet om de handtekening te controleren)
governance-evidence-failed = 0 (beweerd; de handtekening was niet te controleren)
governance-evidence-signed = 2 (ondertekend)
governance-evidence-role = 3 (ondertekend door wie de rol heeft)
governance-moved = op { $state } gezet door iemand die dat niet mag
governance-made = gemaakt als { $state } door iemand die dat niet mag
governance-gone = weggehaald terwijl het { $state } was, door iemand die dat niet mag
governance-edited = gewijzigd terwijl het { $state } is, door iemand die er niet over beslist
governance-renamed = van naam veranderd terwijl het { $state } is, door iemand die er niet over beslist; het was { $from }
governance-hidden = aan het oog onttrokken terwijl het { $state } is, met .gitignore, door iemand die dat niet mag
governance-member-file = het bestand van @{ $handle } is gewijzigd door een ander
governance-member-known = waaraan @{ $handle } te herkennen is, is gewijzigd door een ander
governance-member-taken = waaraan { $others } te herkennen is, kwam in het bestand van @{ $handle }
governance-grant-unsigned = @{ $handle } krijgt hier een rol, en een sleutel in dat bestand kwam zonder handtekening, in commit { $key }: { $by }
governance-grant-signed = @{ $handle } krijgt hier een rol, en de sleutels van dat lid gelden daar voortaan voor: { $by }
governance-grant-help = wie een van deze sleutels heeft, is @{ $handle }: { $keys }. Vraag buiten git of elk daarvan klopt; achter een waarvoor niemand tekende, staat de commit, en een latere wijziging van het bestand die een andere steward ondertekent, staat ervoor in
governance-rules-changed = de regels zijn gewijzigd door iemand die geen steward is
governance-rules-dropped = regels die aan de andere kant van deze samenvoeging zijn gemaakt, zijn weggelaten door iemand die geen steward is
governance-beside = { $what }; volgens de regels waar { $merge } het mee samenvoegt
governance-rules-begin = hier beginnen de regels, en niets ervoor zegt wie ze mag maken: { $by }
governance-foreign-help = dit vraagt om: { $roles }
governance-no-role-at-all = een rol die niemand heeft
governance-unsigned = er is geen goede handtekening, en die hoort hier wel: { $by }
governance-unsigned-help = onderteken met een sleutel die onder keys: in je ledenbestand staat
governance-unknown-move = van { $from } op { $to } gezet, en dat volgt er niet op: { $by }
governance-unknown-move-help = hierna kan: { $next }
governance-apart = de nieuwste commit, { $head }, komt niet voort uit het vertrekpunt, { $base }
governance-apart-help = voeg het vertrekpunt samen, of zoek uit wie { $base } uit de geschiedenis heeft gehaald
governance-no-base = vanaf welke commit? wat de commits bewijzen, hangt af van wiens regels er eerst gelden
governance-no-base-help = noem vóór het samenvoegen de beschermde branch: cop check --history --base origin/main
governance-no-base-more = meer hierover: cop help bestuur
governance-base-zero = een vertrekpunt van nullen geeft een git-host voor een nieuwe branch
governance-base-zero-help = noem de branch waar hij van gemaakt is: cop check --history --base origin/main
governance-base-unknown = { $base } is geen commit die deze kloon heeft
governance-base-cut = deze kloon houdt op voordat hij bij { $base } is
governance-base-damaged = het object { $id } ontbreekt of is beschadigd; verder dan dat valt er niets te bewijzen
governance-base-partial = dit is een gedeeltelijke kloon, die niet elk bestand heeft; in CI: kloon zonder filter
governance-base-damaged-help = wat er nog meer beschadigd is: git fsck
governance-base-fetch = om die te krijgen: { $line }
governance-base-deep = in CI: haal de hele geschiedenis op (GitHub: fetch-depth: 0, GitLab: GIT_DEPTH: 0)
governance-base-ambiguous = er heet meer dan één ding { $base }, en ze zijn niet hetzelfde
governance-base-ambiguous-help = zeg voluit welk: { $names }
governance-foreign = { $what }: { $by }
governance-linked = instellingen zijn hier een symbolische koppeling of een andere repository, en wat ze daar zeggen kan ongezien veranderen: { $by }
governance-linked-help = zet het bestand of de map zelf op deze plaats
governance-base-linked = { $path } is in { $base } een symbolische koppeling of een andere repository; niets zegt dus wat de regels daar zijn
governance-converted = { $attribute } in .gitattributes laat git hier bij het uitchecken een ander bestand van maken dan het beoordeelde{ $more ->
        [0] {""}
        [one] {", "}en van nog 1
       *[other] {", "}en van nog { $more }
    }
governance-converted-help = van zo'n bestand is niets bewezen: haal de codering, het filter of ident ervan uit .gitattributes
governance-hidden-line = aan het oog onttrokken terwijl het { $state } is, met de regel "{ $line }" van { $file }, door iemand die dat niet mag
governance-hidden-member = het bestand van @{ $handle } is door een ander uit het zicht gehaald met wat .gitignore zegt
governance-shown = getoond als { $shown } door iemand die daar niet over gaat: wie alles leest, leest { $state }, en dat valt buiten de grenzen aan wat er gelezen wordt
governance-cut = als { $state } uit het zicht gehaald door meer te zijn dan er gelezen wordt, door iemand die daar niet over gaat
governance-shown-member = waar @{ $handle } aan te herkennen is, is door een ander uit het zicht gehaald door meer te zijn dan er gelezen wordt
governance-unsigned-help-none = van jou is nog geen sleutel bekend: een steward zet de eerste onder keys: in je ledenbestand, in een ondertekende commit
governance-signed-begins = vanaf hier tellen handtekeningen, en wie een van deze sleutels heeft, is @{ $handle }: { $keys }; { $by }
governance-signed-begins-help = vraag @{ $handle } buiten git om of elk daarvan klopt; staat er een commit achter, dan kwam hij daarmee, en tekende niemand ervoor; de andere stonden in het vertrekpunt, of er is voor getekend

# The pages of help on governance and privacy.
topic-governance = Wie wat mag beslissen, en hoe de commits bewijzen dat alleen die dat deden
topic-privacy = Wat er van mensen bewaard wordt, waar dat staat, wie het ziet, en hoe het weer weggaat
topic-governance-rules = In community.yaml, onder governance:
topic-governance-rules-roles = wie welke rol heeft, met de naam van het ledenbestand; niets anders geeft iemand een rol, en zeker niet wat die in het eigen bestand zet
topic-governance-rules-steward = de rol die deze regels, de soorten, het gewicht van controles en de bestanden van andere leden wijzigt
topic-governance-rules-moves = welke rollen een document van een soort in een status zetten, en het daarin wissen, verbergen, hernoemen of wijzigen; wie het in een volgende status mag zetten, hangt van die status af
topic-governance-rules-own = [lid]: een ledenbestand wordt gewijzigd door dat lid of een steward; een nieuw maakt iedereen
topic-governance-rules-signed = overgangen die om een goede handtekening vragen, of all voor elke commit; dan vragen ook de regels erom, de adressen van wie een rol heeft, en andere sleutels in een bestand dat er al was
topic-governance-rules-keys = in een ledenbestand: SSH-sleutels zoals in een .pub-bestand, of hele vingerafdrukken van GPG-sleutels, niet van subsleutels, die dan in je eigen sleutelbos moeten zitten; de eerste 64 tellen
topic-governance-rules-order-name = in deze volgorde
topic-governance-rules-order = eerst de sleutels: ieder zet ze in het eigen bestand, wat dan nog zonder handtekening kan, en dat komt binnen. Dan signed:, in een commit die een steward ondertekent
topic-governance-evidence = Bewijs, genoemd bij elke wijziging waar regels over gaan
topic-governance-evidence-claimed = beweerd: de commit noemt een auteur, en een naam kan iedereen typen
topic-governance-evidence-platform = de git-host staat in voor wie het stuurde; dat kan cop niet zien, en het zegt het nooit
topic-governance-evidence-signed = ondertekend met een sleutel die een lid had opgegeven
topic-governance-evidence-role = hetzelfde, door een lid dat de rol had
topic-governance-judged = Hoe er geoordeeld wordt
topic-governance-judged-base-name = vanaf REV
topic-governance-judged-base = eerst gelden de regels, rollen, adressen en sleutels van die commit; hij moet dus van buiten komen: de beschermde branch, of wat er volgens de host eerst stond
topic-governance-judged-steps-name = een voor een
topic-governance-judged-steps = elke commit langs de eerste ouders tegen die ervoor; datums zeggen niets. Wat niet klopt, verandert geen regel voor wat erna komt
topic-governance-judged-who-name = wie het was
topic-governance-judged-who = wie ondertekende, anders de auteur; van een samenvoeging wie samenvoegde: wat er binnenkwam is van die persoon. Leden zijn te herkennen aan accounts en adressen in hun bestand, niet aan .mailmap
topic-governance-judged-passed-name = wat je hoort
topic-governance-judged-passed = de bevindingen hieronder, en hoeveel wijzigingen hoe goed bekend zijn; met --json elk daarvan
topic-governance-found = Wat er gevonden wordt (cop check --explain NAAM)
topic-governance-ci = In CI, met de hele geschiedenis opgehaald
topic-governance-ci-push-name = na elke push
topic-governance-ci-push = op de beschermde branch, met wat er eerst stond als REV: github.event.before, of CI_COMMIT_BEFORE_SHA. Wat bij de vorige push fout was en bleef staan, hoor je niet nog eens; regels, rollen en sleutels daaruit gelden voortaan, en iedereen mag er alleen een overgang van terugdraaien: een bewaard punt is beter
topic-governance-ci-request-name = bij een verzoek
topic-governance-ci-request = met origin/main als REV: wat er gevonden zou worden als deze commits zo binnenkomen. Een steward die ze met een merge-commit samenvoegt, neemt ze voor eigen rekening
topic-governance-ci-kept-name = een bewaard punt
topic-governance-ci-kept = een tag die alleen CI kan verzetten, op wat in orde was: die ziet wat een force-push weghaalde, en wat na een mislukte controle bleef staan
topic-governance-ci-protect-name = de branch zelf
topic-governance-ci-protect = laat de host hem beschermen: geen force-push, en alleen stewards die de workflow wijzigen
topic-governance-ci-deny-name = wat er faalt
topic-governance-ci-deny = fouten: een overgang, rol of sleutel van iemand die er niet over gaat. Dat wat besloten was later is gewijzigd of hernoemd, is een waarschuwing, want een tikfout mag iedereen verbeteren: met --select HIS --deny warnings faalt ook dat
topic-governance-limits = Wat het niet kan
topic-governance-limits-stop-name = een push tegenhouden
topic-governance-limits-stop = het vertelt achteraf wat er gebeurde; alleen de host houdt een commit buiten
topic-governance-limits-typed-name = bewijzen wie typte
topic-governance-limits-typed = een handtekening zegt welke sleutel het was, niet wiens handen; zonder handtekening bewijst een naam niets
topic-governance-limits-gone-name = zien wat weg is
topic-governance-limits-gone = wat een force-push weghaalde, zie je alleen vanaf een punt dat elders bewaard is
topic-governance-limits-key-name = een gestolen sleutel weerstaan
topic-governance-limits-key = wie hem heeft is dat lid, tot hij uit het bestand wordt gehaald; wat er eerder mee ondertekend is, blijft goed
topic-governance-limits-planted-name = zeggen van wie een sleutel is
topic-governance-limits-planted = waar iemand een rol krijgt of signed: begint, staat welke sleutels gelden; wat er al voor het vertrekpunt stond, of voor er handtekeningen waren, kan van een vreemde zijn: vraag het dat lid buiten git
topic-governance-limits-squash-name = bedoelingen lezen
topic-governance-limits-squash = waar een host commits samenperst of verplaatst, noemt de commit wie hem schreef en niet de steward die hem toeliet: gebruik merge-commits
topic-governance-limits-unlisted-name = regels raden
topic-governance-limits-unlisted = wat niet onder moves: staat is van iedereen, ook om een document uit zo'n status in een andere te zetten: noem die andere dus ook, vervallen en vervangen voorop
topic-governance-limits-itself-name = voor zichzelf instaan
topic-governance-limits-itself = wie de workflow of de machine eronder kan veranderen, bepaalt wat er gecontroleerd wordt
topic-privacy-kept = Wat er bewaard wordt, en waar
topic-privacy-kept-files-name = de bestanden
topic-privacy-kept-files = wat mensen schrijven; in leden/ wat ieder van zichzelf vertelt, wie die bedankt en wat die volgt
topic-privacy-kept-history-name = de geschiedenis in git
topic-privacy-kept-history = elke versie van elk bestand, en bij elke commit een naam, een e-mailadres en een moment, in elke kloon
topic-privacy-kept-index = de woorden van de documenten en wie ze maakte, om in te zoeken
topic-privacy-kept-cache = wie wanneer welke pagina wijzigde, met namen en adressen, zoals git het heeft
topic-privacy-kept-seen = wanneer je het laatst keek en wat je te zien kreeg, alleen in deze kloon
topic-privacy-kept-journal = wat er gaande is tijdens het schrijven, weg als dat klaar is; ernaast een slot, en write/ voor kladversies
topic-privacy-kept-user = de index van gemeenschappen buiten git, en kopieën van het voorbeeld
topic-privacy-sent = Wat er verstuurd wordt
topic-privacy-sent-nothing-name = uit zichzelf niets
topic-privacy-sent-nothing = geen statistieken, geen foutmeldingen, geen vraag naar nieuwe versies: er wordt geen verbinding gelegd
topic-privacy-sent-sync = draait je eigen git, die ophaalt van en stuurt naar de remote die jij instelde, met je naam en adres bij elke commit
topic-privacy-sent-invite = maakt brieven met adressen die jij verstuurt; in de repository komt het adres alleen met --with-email
topic-privacy-shown = Wie het ziet
topic-privacy-shown-address-name = e-mailadressen
topic-privacy-shown-address = in geen lijst of tekst over mensen, behalve de regels voor .mailmap die cop doctor en cop check --fix geven; verder zijn ze ingekort; in JSON met --emails, of van een bestand waar je om vraagt. In bestanden en commits, voor wie de repository heeft
topic-privacy-shown-counts-name = wat je deed
topic-privacy-shown-counts = wordt verteld met wat het was; niemand krijgt een rangorde, tenzij iemand om een volgorde vraagt
topic-privacy-shown-ask = in je bestand: je wordt niet genoemd als iemand om iets aan te vragen
topic-privacy-gone = Hoe het weer weggaat
topic-privacy-gone-derived-name = wat cop ervan maakte
topic-privacy-gone-derived = verwijder .git/cop en ~/.cache/cop terwijl er geen opdracht loopt: er gaat niets verloren, en wat nodig is wordt weer gemaakt
topic-privacy-gone-own-name = wat je van jezelf vertelde
topic-privacy-gone-own = haal het uit je bestand, in een editor of met cop set: het is niet meer te zien, en staat nog in eerdere versies
topic-privacy-gone-leave-name = als je weggaat
topic-privacy-gone-leave = cop mark @jij alumnus, en haal weg wat niet hoeft te blijven: je wordt niet meer voorgesteld, en wat je maakte houdt je naam
topic-privacy-gone-name-name = andere naam, ander adres
topic-privacy-gone-name = een regel in .mailmap, en cop toont overal de nieuwe. De oude blijft in de commits staan, en in .mailmap zelf
topic-privacy-never = Wat git niet kan vergeten
topic-privacy-never-commit-name = een commit
topic-privacy-never-commit = naam, adres en tekst bepalen hoe hij heet, en zo ook hoe elke commit erna heet; ook klonen en forks hebben hem
topic-privacy-never-rewrite-name = de geschiedenis herschrijven
topic-privacy-never-rewrite = git filter-repo haalt iets weg, en dat heeft een prijs: elke latere commit is een andere, handtekeningen en verwijzingen naar commits vervallen, iedereen moet opnieuw klonen, en cop check --history meldt het
topic-privacy-never-host-name = de host
topic-privacy-never-host = bewaart oude commits, verzoeken en forks nog een tijd: vraag of die ze weghaalt
topic-privacy-never-before-name = vooraf
topic-privacy-never-before = commit met het no-reply-adres van de host en noem het account in je bestand, en schrijf niets over anderen dat zij terug zouden willen
