# De metagegevens (front matter): de velden tussen de `---`-regels boven aan een bestand.

front-not-first = De metagegevens beginnen niet op de eerste regel.
front-not-first-help = Haal alles weg wat voor `---` staat: andere programma's zien deze metagegevens als gewone tekst.
front-unclosed = De metagegevens worden nergens afgesloten, dus het hele bestand wordt als tekst gelezen.
front-unclosed-help = Zet na het laatste veld een regel met alleen `---`.
front-unclosed-glued = De afsluitende `---` moet alleen op een regel staan: zet `{ $rest }` op de volgende regel.
front-wrong-fence = De metagegevens beginnen en eindigen met `---`, niet met `{ $fence }`.
front-wrong-fence-help = Zet precies drie streepjes, alleen op een regel, voor en na de velden.
front-other-notation = Deze metagegevens zijn { $notation } en worden niet gelezen.
front-other-notation-help = Schrijf de velden als `sleutel: waarde` tussen regels met `---` in plaats van `{ $fence }`.
front-too-large = Dit is { $size } bytes lang; meer dan { $limit } bytes aan metagegevens wordt niet gelezen.
front-too-large-help = Zet tekst onder de metagegevens, of verhoog `front` bij `limits:` in `community.yaml`.
front-too-large-highest = Zet tekst onder de metagegevens.
front-settings-too-large = Dit is { $size } bytes lang; meer dan { $limit } bytes aan instellingen worden niet gelezen.
front-not-mapping = De metagegevens bevatten geen velden.
front-not-mapping-help = Schrijf elk veld als `sleutel: waarde` op een eigen regel.

front-duplicate-key = "{ $key }" staat er twee keer; de eerste telt.
front-duplicate-key-help = Houd één "{ $key }" over en haal de andere weg.

front-yaml-alias-unknown = In YAML verwijst `{ $alias }` naar een waarde met die naam elders, maar die is er niet.
front-yaml-aliases = `{ $alias }` is niet ingevuld: er worden hoogstens { $limit } verwijzingen gevolgd, en geen die naar zichzelf wijst of te groot wordt.
front-yaml-aliases-help = Schrijf de waarde voluit.
front-yaml-anchor = In YAML geeft `{ $anchor }` de waarde een naam en hoort het er zelf niet bij, en niets gebruikt die naam.
front-yaml-anchor-help = Hoort het bij de tekst, zet dan de hele waarde tussen aanhalingstekens; haal het anders weg.
front-yaml-comment = Een waarde kan niet met `#` beginnen: dit is nu een opmerking, en een waarde is er niet.
front-yaml-documents = Alleen het deel voor deze `---` wordt gelezen.
front-yaml-quote-it = Zet het tussen aanhalingstekens als het tekst is: { $text }
front-yaml-tag = De YAML-tag `{ $tag }` doet hier niets.
front-yaml-tag-help = Haal hem weg, of zet de hele waarde tussen aanhalingstekens als hij bij de tekst hoort.

# Wat er mis is met een regel die in YAML niet kan.
front-yaml-after-quote = Na het sluitende aanhalingsteken staat nog tekst.
front-yaml-apostrophe = Een waarde die met een apostrof begint, moet tussen aanhalingstekens staan.
front-yaml-bracket = `{ $letter }` opent in YAML een lijst of een groep velden, en dit is geen van beide.
front-yaml-colon = Een waarde met een dubbele punt en een spatie erin moet tussen aanhalingstekens staan.
front-yaml-comment-help = In de metagegevens begint een opmerking met `#`.
front-yaml-conflict-help = Een samenvoeging is niet afgemaakt: houd een van de versies over en haal de regels met `<<<<<<<`, `=======` en `>>>>>>>` weg.
front-yaml-control = Hier staat een onzichtbaar stuurteken ({ $code }).
front-yaml-control-help = Haal het weg: het komt vaak mee met geplakte tekst.
front-yaml-deeper = "{ $key }" springt in en hoort zo bij de waarde erboven.
front-yaml-deeper-help = Laat het recht onder de sleutel erboven beginnen.
front-yaml-escape = Een backslash tussen dubbele aanhalingstekens moet bij een code horen die YAML kent.
front-yaml-indent = Deze regel springt anders in dan de regels erboven.
front-yaml-indent-help = Velden beginnen links; de punten van één lijst springen evenveel spaties in en hebben een spatie na het streepje.
front-yaml-key-help = Is het een veld, schrijf dan `{ $word }:`; hoort het bij de waarde erboven, laat het dan inspringen.
front-yaml-list-here = Een lijst kan niet op de regel van haar sleutel beginnen.
front-yaml-no-space = Er ontbreekt een spatie na de dubbele punt of het streepje.
front-yaml-open-quote = Het aanhalingsteken dat hier opent, wordt niet gesloten.
front-yaml-reserved = Een waarde die met `{ $letter }` begint, moet tussen aanhalingstekens staan.
front-yaml-stray = Deze regel is geen veld en hoort er ook niet bij een.
front-yaml-stray-help = Laat hem inspringen als hij bij de waarde erboven hoort; zet hem onder de sluitende `---` als het tekst is.
front-yaml-syntax = Dit is geen YAML.
front-yaml-tab = Een regel kan niet met een tab inspringen.
front-yaml-tab-help = Gebruik spaties.
front-yaml-template = Een waarde met een sjabloon-tag erin moet tussen aanhalingstekens staan.
front-yaml-too-deep = Lijsten en groepen velden zijn hier te diep genest; het wordt als tekst gelezen.
front-yaml-too-deep-help = Zet het tussen aanhalingstekens als het tekst is, of gebruik minder niveaus.
front-yaml-write = Schrijf: { $line }

# Een veld invullen.
edit-faulty = Hier klopt iets niet; zet dat eerst recht, zodat er niet per ongeluk iets anders verandert.
edit-twice = `{ $key }` staat er twee keer: laat er eerst één over.
edit-indirect = `{ $key }` is met een anker, een alias of een tag geschreven; verander het in een editor.
edit-mapping = `{ $key }` heeft zelf velden; verander het in een editor.
edit-comment = Hier staat een opmerking die verloren zou gaan; verander dit in een editor.
edit-item = Dit item past niet op een eigen regel; verander de lijst in een editor.
edit-unsafe = `{ $key }` kan hier niet worden ingevuld zonder iets anders te raken; verander het in een editor.
