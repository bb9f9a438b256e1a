# Meedoen: wat mensen gebruiken, waarvoor ze bedanken en wat ze volgen, wat ze melden en nakijken.
used-commit = { $who } gebruikt { $name }
used-already = Dat zei je vandaag al van { $name }
used-nobody = je hebt hier geen ledenbestand, voor zover git weet wie je bent
used-nobody-help = met cop join maak je er een
used-no-list = een { $kind } heeft in deze gemeenschap niet zo'n lijst
used-person = { $name } is een mens
used-person-help = cop thank { $handle } DOCUMENT
used-hidden = in wat je zegt staat een teken dat je niet ziet: { $letter }
used-unsafe = de lijst in dit bestand is niet veilig te schrijven: misschien wordt erboven een codeblok of commentaar nooit afgesloten
used-unsafe-help = herstel dat, of schrijf de regel zelf: { $line }
thank-commit = { $who } bedankt { $whom } voor { $name }
thank-no-part = voor zover deze pagina en haar geschiedenis vertellen, had { $name } geen deel aan "{ $title }"
thank-oneself = bedanken doe je een ander
thank-oneself-help = wat je zelf gebruikte, zeg je met cop used DOCUMENT
follow-commit = { $who } volgt { $what }
follow-commit-stop = { $who } volgt { $what } niet meer
follow-already = Je volgt { $what } al
follow-already-since = Je volgt { $what } al, sinds { $day }
follow-not = je volgt { $what } niet
follow-all = je volgt { $all }
follow-nothing = je volgt nog niets
follow-both = "{ $what }" is een trefwoord en ook een document
follow-tag-help = een trefwoord dat nog geen document heeft: cop follow --tag { $tag }
follow-near = bedoel je het trefwoord { $tag }?
follow-what = je zei niet wat je wilt volgen
follow-what-help = cop follow DOCUMENT, of cop follow --tag TREFWOORD
do-this = { $command }

flag-outdated = verouderd
flag-unclear = onduidelijk
flag-duplicate = dubbel
flag-wrong = onjuist
flag-title-outdated = { $title }: dit is verouderd
flag-title-unclear = { $title }: dit is onduidelijk
flag-title-duplicate = { $title }: dit staat ook elders
flag-title-duplicate-of = { $title } zegt hetzelfde als { $other }
flag-title-wrong = { $title }: dit klopt niet
flag-commit = { $name }: gemeld als { $what }
flag-told = { $name } beheert het en krijgt dit te zien
flag-told-nobody = Niemand beheert het; wie het nakijkt, handelt dit af: cop review { $name }
flag-already = Dat meldde je al, op { $day }
flag-already-why = Dat meldde je al, op { $day }; wat je nu zegt, is erbij gezet
flag-commit-why = { $name }: meer over de melding { $what }
flag-no-type = "{ $typed }" is niets wat er aan de hand kan zijn
flag-no-kind = deze gemeenschap heeft geen meldingen
flag-of-flag = { $name } is zelf een melding; wie nakijkt waar ze over gaat, handelt haar af
flag-not-duplicate = --duplicate-of hoort bij dubbel
flag-not-duplicate-help = cop flag { $name } dubbel --duplicate-of DOCUMENT
flag-what = je zei niet wat er aan de hand is
flag-ask-why = Waarom? In één zin
flag-ask-other = Wat zegt hetzelfde? De verwijzing of titel
flag-ask-skip = Enter laat het weg
flag-ask = Wat is er aan de hand?

review-still-true = klopt-nog
review-revised = herzien
review-outdated = verouderd
review-ask = Hoe staat het ervoor?
review-ask-still-true = Het klopt nog
review-ask-revised = Herzien: ik verbeter het nu, of heb dat gedaan
review-ask-outdated = Verouderd, en een ander moet het verbeteren
review-commit-still-true = { $name }: nagekeken, klopt nog
review-commit-revised = { $name }: nagekeken en herzien
review-settled = { $count ->
    [one] Eén melding is afgehandeld
   *[other] { $count } meldingen zijn afgehandeld
}
review-next = Weer nakijken: { $day }
review-retired = { $name } is { $state }, en wat niet meer geldt, wordt niet nagekeken
review-retired-help = om het terug te halen: { $command }
review-own-edits-help = zijn die wijzigingen de herziening: cop review { $name } herzien
review-not-revised = in { $name } is niets veranderd
review-not-revised-help = wijzig eerst het bestand; op een terminal zou je editor opengaan
review-still-help = klopt het zoals het er staat: cop review { $name } klopt-nog
review-of-what = je zei niet om welk document het gaat
review-ref = DOCUMENT
review-no-outcome = "{ $typed }" is geen uitkomst van nakijken
review-which-outcome = je zei niet hoe het ervoor staat
review-why = Waarom
review-steward = Beheerder
review-last = Nagekeken
review-flag = { $what }, zegt { $by }
review-flag-why = { $what }, zegt { $by }: { $why }
review-flag-reason = { $what }: { $why }
review-nearby = sindsdien veranderd, en hier gelinkt: { $titles }
review-steward-left = { $name }, die het bijhield, is vertrokken
review-overdue = had { $day } nagekeken moeten zijn
review-ask-later = Later: ik kijk er een andere keer naar
review-bumped = samen met { $count ->
    [one] één andere
   *[other] { $count } andere
}: niemand las er zoveel tegelijk
review-nothing-more = Verder wacht er niets op nakijken.
review-nothing = Er is niets om na te kijken.
review-nothing-next = Het eerstvolgende is { $day } aan de beurt.
review-more = { $count ->
    [one] Er wacht er nog één.
   *[other] Er wachten er nog { $count }.
}

# Kiezen
accept-commit-another = { $name }: een ander antwoord is gekozen ({ $who })
which-none = geen document voldoet aan deze filters

# Een document uit een vraag, en wat er al is
from-no-question = { $name } is geen vraag
from-unanswered = niemand heeft { $name } nog beantwoord
from-credited = Met dank aan: { $names }
from-may-know = Weet het misschien: { $people }
from-follow-instead = Is het een van deze? Dan kun je die volgen
from-ask-anyway = Geen van deze: stel mijn vraag
from-followed-instead = Je volgt die nu; je eigen vraag is niet gesteld
from-title = het nieuwe document heeft een eigen titel nodig: met die van de vraag zou elke korte naam op allebei slaan
from-title-help = cop add { $kind } "Waar het op neerkomt" --from { $name }
from-ask-title = Hoe heet het nieuwe document?
from-ask-title-about = een eigen titel, zodat de naam ervan en die van de vraag uit elkaar blijven

# De gemeenschap in één oogopslag
home-for-you = Voor jou
home-question = onbeantwoord
home-nothing-new = niets sinds je laatst keek ({ $day })
home-changed-by = gewijzigd door { $name }
home-flagged = gemeld
home-overdue = nakijken
home-join = Doe mee
home-no-member = Je bent hier nog geen lid: met cop join word je het
home-page-waits = Er wacht een pagina op je: { $path }; met cop join wordt die van jou
do-clone = git clone ADRES, en daarin: cop join
do-review = cop review DOCUMENT
do-flag = cop flag DOCUMENT TYPE
do-used = cop used DOCUMENT
do-follow = cop follow DOCUMENT
do-thank = cop thank NAAM DOCUMENT
