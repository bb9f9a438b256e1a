# Wie wat mag beslissen, en wat de commits daarover zeggen.
governance-no-steward = geen rol heet steward, dus niemand mag deze regels veranderen
governance-no-steward-help = noem onder roles: de stewards, die ook de bestanden van andere leden mogen wijzigen: steward: [NAAM]
governance-no-role = geen rol heet "{ $name }"
governance-wants-move = hier hoort een soort met een status, zoals "besluit aanvaard"
governance-no-people = documenten van de soort "{ $name }" zijn geen mensen
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
governance-moved = op { $state } gezet door iemand die dat niet mag: { $by }
governance-made = gemaakt als { $state } door iemand die dat niet mag: { $by }
governance-gone = weggehaald terwijl het { $state } was, door iemand die dat niet mag: { $by }
governance-edited = gewijzigd terwijl het { $state } is, door iemand die er niet over beslist: { $by }
governance-member-file = het bestand van @{ $handle } is gewijzigd door een ander: { $by }
governance-member-known = waaraan @{ $handle } te herkennen is, is gewijzigd door een ander: { $by }
governance-rules-changed = de regels zijn gewijzigd door iemand die geen steward is: { $by }
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
governance-base-fetch = om die te krijgen: { $line }
governance-base-deep = in CI: haal de hele geschiedenis op (GitHub: fetch-depth: 0, GitLab: GIT_DEPTH: 0)
governance-base-ambiguous = zowel een tag als een branch heet { $base }, en ze zijn niet dezelfde
governance-base-ambiguous-help = zeg voluit welke: refs/remotes/{ $base } of refs/tags/{ $base }
