# Front matter: de velden tussen de `---`-regels boven aan een bestand.

front-not-first = De front matter begint niet op de eerste regel.
front-not-first-help = Haal alles weg wat voor `---` staat: andere programma's zien deze front matter als gewone tekst.
front-unclosed = De front matter wordt nergens afgesloten, dus het hele bestand wordt als tekst gelezen.
front-unclosed-help = Zet na het laatste veld een regel met alleen `---`.
front-unclosed-glued = De afsluitende `---` moet alleen op een regel staan: zet `{ $rest }` op de volgende regel.
front-wrong-fence = Front matter begint en eindigt met `---`, niet met `{ $fence }`.
front-wrong-fence-help = Zet precies drie streepjes, alleen op een regel, voor en na de velden.
front-other-notation = Deze front matter is { $notation } en wordt niet gelezen.
front-other-notation-help = Schrijf de velden als `sleutel: waarde` tussen regels met `---` in plaats van `{ $fence }`.
front-too-large = Dit is { $size } bytes lang; meer dan { $limit } bytes front matter wordt niet gelezen.
front-too-large-help = Zet tekst onder de front matter, of verhoog `front` bij `limits:` in `community.yaml`.
front-not-mapping = De front matter bevat geen velden.
front-not-mapping-help = Schrijf elk veld als `sleutel: waarde` op een eigen regel.

front-duplicate-key = `{ $key }` staat er twee keer; de eerste telt.
front-duplicate-key-help = Houd één `{ $key }` over en haal de andere weg.

front-yaml-alias-unknown = In YAML verwijst `{ $alias }` naar een waarde met die naam elders, maar die is er niet.
front-yaml-aliases = `{ $alias }` is niet ingevuld: er worden hoogstens { $limit } verwijzingen gevolgd, en geen die naar zichzelf wijst of te groot wordt.
front-yaml-aliases-help = Schrijf de waarde voluit.
front-yaml-anchor = In YAML geeft `{ $anchor }` de waarde een naam en hoort het er zelf niet bij, en niets gebruikt die naam.
front-yaml-anchor-help = Hoort het bij de tekst, zet dan de hele waarde tussen aanhalingstekens; haal het anders weg.
front-yaml-documents = Alleen het deel voor deze `---` wordt gelezen.
front-yaml-quote-it = Zet het tussen aanhalingstekens als het tekst is: { $text }
front-yaml-tag = De YAML-tag `{ $tag }` doet hier niets.
front-yaml-tag-help = Haal hem weg, of zet de hele waarde tussen aanhalingstekens als hij bij de tekst hoort.
front-yaml-syntax = Dit is geen YAML.
