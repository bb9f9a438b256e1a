# Wat sync en samenvoegen zeggen.
commit-sync = Samengevoegd met wat anderen stuurden ({ $name })
sync-fetching = Kijken bij { $remote } …
sync-sending = Versturen naar { $name } …
sync-nothing = Niets nieuws, daar niet en hier niet
sync-came = Binnengekomen
sync-went = Verstuurd naar { $name }
sync-waits = Verstuurd als { $name }, om te laten opnemen
sync-waits-still = Wat hier is, is al verstuurd als { $name } en wacht tot het wordt opgenomen
sync-would-come = Zou binnenkomen
sync-would-go = Zou worden verstuurd naar { $name }
sync-would-conflict = Zou je zelf moeten oplossen
sync-new = nieuw
sync-changed = gewijzigd
sync-renamed = hernoemd
sync-removed = weg
sync-more = { $count ->
    [one] en nog { $count } document
   *[other] en nog { $count } documenten
}
sync-others = { $count ->
    [one] en { $count } ander bestand
   *[other] en { $count } andere bestanden
}
sync-more-and-others = { $count ->
    [one] en nog { $count } document
   *[other] en nog { $count } documenten
}, { $others ->
    [one] en { $others } ander bestand
   *[other] en { $others } andere bestanden
}
sync-unsaved = { $count ->
    [one] Niet vastgelegd, dus niet verstuurd: { $names }
   *[other] { $count } bestanden zijn niet vastgelegd, dus niet verstuurd: { $names }
}
sync-and-more = { $names } en nog { $count }
sync-ask-save = Dit eerst bewaren, zodat het ook verstuurd wordt?
sync-unsaved-help = Om te versturen wat niet is vastgelegd: { $command }
sync-protected = { $name } neemt niets rechtstreeks aan: wat hier is, gaat naar een eigen branch, en wie dat mag neemt het op
sync-conflicts = { $count ->
    [one] Moet je zelf oplossen: { $count } bestand
   *[other] Moet je zelf oplossen: { $count } bestanden
}
sync-left-both = in { $path } staan twee versies van { $what }: een van { $ours }, een van { $theirs }
sync-left-gone = { $path }: { $who } haalde het weg, { $other } wijzigde het. git rm { $file } laat het gaan; git add { $file } houdt het.
sync-left-old-name = { $path } heet nu anders, hier zo en daar weer anders: met git rm { $file } laat je de oude naam los
sync-left-new-name = { $path } is hoe { $who } het noemde: met git add { $file } hou je dat, met git rm { $file } laat je het los
sync-you = jij
sync-by-you = jou
sync-and = { $names } en { $last }
sync-somebody = iemand anders
sync-the-text = de tekst
sync-conflicts-how = Waar twee mensen hetzelfde wijzigden, staan beide versies in het bestand: die van jou boven =======, die van hen eronder. Laat staan wat moet blijven en haal de strepen weg.
sync-left = { $count ->
    [one] er is een merge bezig: { $count } bestand moet je nog oplossen
   *[other] er is een merge bezig: { $count } bestanden moet je nog oplossen
}
sync-left-marks = kies tussen de twee versies en haal de strepen (<<<<<<<, =======, >>>>>>>) weg uit { $names }
sync-left-removed = een van jullie haalde { $names } weg en de ander wijzigde het: git rm BESTAND laat het gaan, git add BESTAND houdt het
sync-followed = { $count ->
    [one] Eén verwijzing die intussen geschreven was, volgt wat een andere naam kreeg
   *[other] { $count } verwijzingen die intussen geschreven waren, volgen wat een andere naam kreeg, in { $files ->
        [one] één bestand
       *[other] { $files } bestanden
    }
}
sync-aside = { $from } is ook door { $who } toegevoegd: dat van jou heet nu { $to }, en wat ernaar verwijst volgt
sync-renumbered = { $from } heeft een nummer dat { $who } ook heeft gegeven: dat van jou heet nu { $to }, en wat ernaar verwijst volgt
sync-both-renamed = { $from } is ook door { $who } hernoemd: het heet "{ $title }", en jouw naam, "{ $own }", leidt daarheen. Wil je het toch zo noemen: { $command }
sync-broken-help = de merge wordt pas afgemaakt als dat in { $file } is opgelost; daarna: cop sync
sync-mark-ours = van jou
sync-left-whole = in { $names } staan geen strepen: git laat alleen jouw versie zien. Met git show MERGE_HEAD:BESTAND zie je die van hen; maak ervan wat het moet zijn, en daarna: git add { $files }
sync-other-merge = er is een merge bezig van iets anders dan { $name }
sync-other-merge-help = maak hem af met git commit, of stop met git merge --abort; daarna cop sync
sync-finished = De merge die bezig was, is af
sync-conflicts-go-on = daarna: { $command }
sync-room-stays = wat daarvoor plaatsmaakte is vastgelegd; om terug te gaan naar hoe het was: { $command }
sync-conflicts-stop = om terug te gaan naar hoe het was: { $command }

# Wat het tegenhoudt
sync-no-repository = hier is geen git-repository, dus er is niemand om mee te delen
sync-no-repository-help = maak er een met git init, of haal die van de gemeenschap op: git clone ADRES
sync-no-git = het programma git kan niet worden gestart
sync-no-git-help = installeer het vanaf https://git-scm.com; cop deelt via je eigen git
sync-no-room = in de git-map is geen plek voor wat het delen nodig heeft
sync-no-program = het systeem zegt niet waar cop zelf staat
sync-no-remote = deze repository heeft geen remote, dus er is niemand om mee te delen
sync-no-remote-help = maak een lege repository bij je git-host, en daarna: git remote add origin ADRES
sync-no-upstream = er zijn meerdere remotes, en git weet niet bij welke { $branch } hoort
sync-odd-remote = git denkt dat { $branch } bij { $remote } hoort, en zo'n remote is er niet
sync-set-upstream = zeg het zo: { $command }
sync-nothing-yet = hier is nog geen commit, en daar is nog niets
sync-nothing-yet-help = begin met een document: cop add
sync-offline = { $remote } is niet te bereiken
sync-offline-help = wat je hebt staat hier veilig; doe cop sync nog eens als je verbinding hebt
sync-no-access = { $remote } laat je niet binnen
sync-no-access-help = git fetch { $remote } vraagt om een wachtwoord, of zegt welke sleutel het wil
sync-gone = waar { $remote } naar wijst is geen repository, of je mag hem niet zien
sync-gone-help = git remote get-url { $remote } laat het adres zien; git remote set-url { $remote } ADRES verandert het
sync-branch-gone = { $name } is er niet meer: iemand heeft hem verwijderd, of anders genoemd
sync-branch-gone-look = git ls-remote --heads { $remote } laat zien wat er is; met git branch --set-upstream-to NAAM zeg je waar dit nu bij hoort
sync-branch-gone-again = of stuur hem er opnieuw heen: { $command }
sync-unreached = { $remote } antwoordt niet zoals het hoort
sync-try-help = git fetch { $remote } laat meer zien
sync-kept-help = wat binnenkwam is hier, en wat je maakte is vastgelegd; er is niets verloren, en cop sync gaat verder
sync-own-hook = een eigen hook (pre-push) laat het niet versturen
sync-unrelated = wat daar staat en wat hier staat heeft geen gezamenlijk begin
sync-unrelated-help = kloon de gemeenschap opnieuw en zet je bestanden erin; of, als je weet dat ze bij elkaar horen: git pull --allow-unrelated-histories
sync-merge-stopped = er is samengevoegd maar niet vastgelegd: een eigen hook zegt nee
sync-touched = wat binnenkwam kan niet worden samengevoegd zolang dat niet is vastgelegd; er is niets samengevoegd
sync-touched-files = { $count ->
    [one] wat binnenkwam wijzigt ook { $names }, en dat is hier niet vastgelegd; er is niets samengevoegd
   *[other] wat binnenkwam wijzigt ook { $names }, en die zijn hier niet vastgelegd; er is niets samengevoegd
}
sync-touched-help = bewaar ze (cop save), of leg ze opzij (git stash, later git stash pop); daarna cop sync
sync-not-merged = git voegt niet samen wat binnenkwam; er is niets samengevoegd
sync-not-merged-help = git pull --no-rebase laat meer zien
sync-moved = { $count ->
    [one] anderen stuurden tegelijk iets naar { $name }
   *[other] anderen stuurden tegelijk iets naar { $name }, { $count } keer achter elkaar
}
sync-moved-help = er is niets verloren: doe cop sync nog eens
sync-elsewhere = { $remote } heeft op { $branch } commits die hier niet zijn, en git haalt op bij een andere remote
sync-elsewhere-help = haal die eerst binnen: { $command }
sync-refused = { $name } neemt niet aan wat hier is, en een eigen branch ook niet
sync-refused-help = wat je maakte is hier vastgelegd; de woorden hierboven zijn van de git-host

# Samenvoegen
merge-unread = een versie van een document kan niet worden gelezen
merge-unwritten = het samengevoegde document kan niet worden geschreven
merge-not-installed = het lukt niet om git documenten aan cop te laten overlaten
merge-left = { $count ->
    [one] { $path }: { $count } plek moet je zelf oplossen
   *[other] { $path }: { $count } plekken moet je zelf oplossen
}
doctor-merge = git voegt documenten veld voor veld samen, met cop
doctor-merge-elsewhere = git voegt documenten samen met een cop die ergens anders staat
doctor-merge-absent = git voegt documenten regel voor regel samen waar cop sync dat niet doet
doctor-merge-other = git voegt documenten samen op een eigen manier: { $name }
doctor-merge-folder = documenten in { $folder } voegt git samen op een eigen manier: { $name }
doctor-merging = er is een merge bezig
doctor-merge-help = cop doctor --fix laat git dat aan cop over, in deze kloon
doctor-nothing-to-fix = Er is niets te herstellen
doctor-would-fix = git laat het samenvoegen van documenten over aan cop: twee instellingen merge.cop.* in { $config }, en *.md merge=cop in { $attributes }. Er verandert niets wat gedeeld is.
doctor-fix-ask = Zal ik dat doen?
doctor-fix-asks = hier kan niemand worden gevraagd of dat goed is
doctor-fix-asks-help = cop doctor --fix --yes doet het zonder te vragen
doctor-fixed = Gedaan
doctor-hook = van elke commit wordt vooraf nagegaan wat die veroorzaakt
doctor-hook-own = een hook van jezelf draait cop check vóór een commit
doctor-hook-other = git voert { $path } uit vóór een commit; met de regel "cop check --staged -q || exit" controleert het die ook
doctor-hook-nowhere = git zoekt { $path }, zoals core.hooksPath zegt, en die is er niet: vóór een commit wordt niets gecontroleerd
doctor-hook-nowhere-help = maak dat bestand, met de regel: cop check --staged -q
doctor-hook-elsewhere = git laat een andere cop, of een die elders stond, een commit vooraf controleren
doctor-hook-absent = git legt vast zonder na te gaan wat dat veroorzaakt
doctor-hook-help = cop doctor --fix laat het eerst nagaan, in deze kloon
doctor-would-hook = git gaat vóór elke commit, ook die van een samenvoeging, cop check --staged draaien, via { $path }. Een fout houdt de commit tegen, tenzij je git commit --no-verify gebruikt; wat gedeeld wordt, verandert niet.
hook-not-installed = de hook kon niet geschreven worden
