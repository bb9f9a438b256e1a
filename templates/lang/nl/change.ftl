# Wat opdrachten zeggen die schrijven, en wat er in hun commits staat.
change-committed = Vastgelegd als { $commit }
change-committed-for = Vastgelegd als { $commit } namens { $name }
change-left = Geschreven; vastleggen doe je zelf
change-no-git = Geschreven; hier is geen git-repository, dus er wordt geen geschiedenis bijgehouden
change-unread-git = Geschreven maar niet vastgelegd: { $reason }
change-nothing = Niets te wijzigen: het is al zo
change-also = Ook gewijzigd: { $paths }
change-diff-shown = in de tekst staan stuurtekens; die staan hier als code, dus git apply kan hier niets mee; met -o BESTAND klopt het tot op de byte
change-no-member = er is geen lid "{ $name }"
change-no-address = git wil een adres noemen, en van { $name } is er geen bekend
change-no-address-help = zet er een bij emails: in { $path }, of laat --author weg
recovered-completed = iets wat half geschreven was, is afgemaakt
recovered-withdrawn = iets wat half geschreven was, is teruggedraaid
recovered-not = iets wat half geschreven is, kon niet worden rechtgezet: { $why }

# De eerste regels van commits, in de taal van de gemeenschap
commit-add = { $name } toegevoegd
commit-add-titled = { $name } toegevoegd ("{ $title }")
commit-tags = trefwoorden { $tags }
commit-of = { $name }: { $what }
commit-move = { $name }: { $from } → { $to }
commit-accept = { $name }: { $from } → { $to } ({ $who })
commit-field = { $field } = { $value }
commit-field-more = { $field } + { $value }
commit-without = geen { $field }
commit-many = { $count ->
    [one] { $what } ({ $count } document)
   *[other] { $what } ({ $count } documenten)
}

# Welke documenten
which-nothing = je zei niet om welk document het gaat
which-nothing-help = eerst komt de verwijzing, de titel of het pad; of filters, zoals --kind praktijk, voor veel tegelijk
which-many = Dit gaat om: { $titles }
which-many-ask = { $count ->
    [one] { $count } document wijzigen?
   *[other] Alle { $count } documenten wijzigen?
}
which-set-help = eerst komt de verwijzing, de titel of het pad: cop set DOCUMENT { $what }

# Velden
set-nothing = je zei niet wat er moet veranderen
set-no-assignment = met "{ $text }" verandert er niets
set-no-assignment-help = schrijf VELD=WAARDE, zoals steward=anna; VELD+=WAARDE zet er een bij in een lijst, en VELD= haalt het veld weg
set-contradiction = "{ $key }" wordt gezet en ook weggehaald
set-unknown = een { $kind } heeft geen veld "{ $key }"
set-unknown-help = een eigen veld zet je in community.yaml: kinds: { "{" }{ $kind }: { "{" }fields: { "{" }{ $key }: { "{" }type: line{ "}" }{ "}" }{ "}" }{ "}" }
set-wrong = { $key } kan niet "{ $value }" zijn
set-hidden = in { $key } staat een teken dat je niet ziet: { $letter }
set-one = { $key } heeft één waarde
set-twice = { $label } is een ander woord voor { $key }, en dat staat er ook al
set-title = de titel staat in de kop van de tekst, en het bestand heet ernaar
set-title-help = cop rename { $name } { $title }
set-reviewed = nakijken doe je per document: het zegt dat iemand het heeft gelezen
set-reviewed-help = cop review pakt het volgende dat wacht; of noem er een: cop review { $name }
set-became = { $title }  { $what }
set-kind = waar een bestand staat, maakt het een { $kind }; de metagegevens kunnen dat niet veranderen
set-kind-help = voeg een document van die soort toe en neem de tekst over
set-wants-day = schrijf een dag, zoals 2026-03-01 of morgen
set-person-help = wie geen lid is, of een team, schrijf je met een hoofdletter
relate-wrong-kind = { $key } kan niet { $name } zijn, want dat is een andere soort
relate-circle = { $key } zou in een kring rondgaan: { $way }
relate-circle-help = als { $name } weer geldt: cop mark { $name } { $state }
relate-itself = { $key } kan niet { $name } zelf zijn

# Trefwoorden
tag-nothing = je zei niet om welk trefwoord het gaat
tag-nothing-help = cop tag DOCUMENT TREFWOORD geeft een trefwoord; --remove TREFWOORD haalt er een weg
tag-sign = een trefwoord begint niet met een plus of min: { $text }
tag-sign-give = cop tag DOCUMENT { $tag } geeft het
tag-sign-take = cop tag DOCUMENT --remove { $tag } haalt het weg
tag-none = "{ $text }" is geen trefwoord
tag-unknown = deze gemeenschap heeft geen trefwoord "{ $tag }", en houdt zich aan haar lijst
tag-unknown-help = cop list tags laat de lijst zien; ze staat in community.yaml
tag-new-near = het trefwoord "{ $tag }" is hier nieuw; er is al { $near }
tag-not-there = { $name } heeft het trefwoord "{ $tag }" niet

# Statussen
mark-no-states = een { $kind } heeft geen status
mark-needs = bij een { $kind } met status { $state } moet ook staan: { $field }
mark-needs-help = noem het: { $command } { $flag } …
mark-field = { $label } ({ $key })
mark-word = bij "{ $word }" hoort een ander document, en je zei niet welk: { $field } …
mark-word-none = is er geen: { $command }
mark-new-help = noem het: --set { $key }=…
mark-new-none = is er geen: --set "status={ $state }"
mark-ask-other = { $relation }:
mark-ask = een titel, een verwijzing of een nummer
mark-ask-none = een titel, een verwijzing of een nummer; alleen Enter als er geen is: dan wordt het { $state }
mark-elsewhere = de tekst noemt hier een andere status, en die tekst is niet van cop
mark-elsewhere-help = verander het in de tekst; of haal het daar weg, en doe dit nog een keer
mark-left = wat hier verder over de status staat, is gelaten zoals het was; kijk of het nog klopt
mark-follows = { $state } volgt uit een gekozen antwoord
mark-follows-help = cop accept { $name }/NAAM
mark-odd-move = van { $from } naar { $to } is hier geen gewone stap; gewoon is: { $usual }
mark-odd-move-last = van { $from } naar { $to } is hier geen gewone stap; na { $from } komt meestal niets meer
mark-became = { $title }  { $from } → { $to }
accept-became = { $title }  { $from } → { $to } ({ $who })
accept-became-another = { $title }  een ander antwoord is gekozen ({ $who })
accept-next = Maak er een { $kind } van: { $command }
accept-no-answer = { $name } is geen antwoord op een vraag
accept-closed = { $name } is gesloten
accept-closed-help = cop mark { $name } open

# Nieuwe documenten
add-child = een { $kind } hoort onder een { $parent } en kan niet los worden toegevoegd
add-no-question = { $name } is niets wat je kunt beantwoorden
add-no-title = er ontbreekt een titel
add-no-title-help = cop add { $kind } "Waar het over gaat"
answer-again = Je hebt hier al eerder geantwoord, en nu staan er twee antwoorden; het eerste wijzig je met: { $command }
add-empty = de tekst is leeg
add-not-text = dit is geen tekst in UTF-8
add-unread = de tekst kan niet worden gelezen
add-no-file = er is geen bestand { $path }
add-no-file-help = een pad geldt vanaf { $folder }; - neemt wat je via een pipe geeft
add-guessed = { $path } is geen UTF-8 en is daarom gelezen als Windows-1252, zoals Excel het vaak opslaat: kijk of de namen kloppen
add-faulty = de metagegevens van de tekst zijn niet bruikbaar: { $what }
add-other-kind = de tekst zegt dat het een { $said } is, en geen { $kind }
add-taken = er is al een { $kind } { $name }
add-taken-help = cop show { $name }
add-no-place = een bestand voor deze titel zou hier geen { $kind } worden
add-no-place-help = in community.yaml staat bij kinds: { $kind }: paths: welke bestanden dat zijn
demo-written = vastgelegd in een kopie van het voorbeeld, waarin jij { $name } bent; ga daar verder met: cd { $path }
like-it = Lijkt hierop: { $title } ({ $what })  { $name }
editor-no-terminal = er is geen terminal om op te bewerken
editor-no-terminal-help = -b TEKST of -F BESTAND geeft de tekst mee; -F - neemt wat je via een pipe geeft
editor-no-file = er is geen plek voor de tekst terwijl je hem bewerkt
editor-gone = de tekst is weg; er is niets geschreven
editor-gone-help = de editor { $editor } liet geen bestand achter
editor-failed = de editor { $editor } eindigde niet goed
editor-failed-help = er is niets geschreven; met GIT_EDITOR of git config core.editor kies je een andere
editor-kept = je tekst is bewaard in { $path }
editor-kept-again = dezelfde opdracht met -F { $path } gaat ermee verder
editor-unchanged = je liet de tekst zoals hij was, dus er is niets geschreven
editor-unchanged-help = schrijf er iets in en sla het op; of geef de tekst mee met -b TEKST
title-empty = de titel is leeg
title-lines = een titel is één regel
title-hidden = in de titel staat een teken dat je niet ziet: { $letter }
title-long = een titel mag { $limit } tekens hebben; deze heeft er { $count }
