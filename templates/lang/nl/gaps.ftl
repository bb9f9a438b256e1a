# Wat een gemeenschap mist: wat van één persoon afhangt, of van mensen die vertrokken zijn.
gaps-nothing = er ontbreekt niets, voor zover te zien is
gaps-no-documents = er is nog niets dat van iemand kan afhangen
gaps-too-little = te weinig om iets over te zeggen: nog geen onderwerp heeft drie documenten
gaps-what-there-is = Wat er is
gaps-few = { $count ->
    [0] het laatste jaar deed er niemand mee: alles hier hangt af van mensen die weg zijn
    [one] alles hangt hier van één persoon af
   *[other] alles hangt hier van { $count } mensen af
}
gaps-few-help = het eerste wat helpt is gezelschap:
gaps-waiting = { $count ->
    [one] { $count } is uitgenodigd en nog niet begonnen
   *[other] { $count } zijn uitgenodigd en nog niet begonnen
}: { $names }{ $more ->
    [0] {""}
   *[other] {" "}en nog { $more }
}
gaps-one-person = Onderwerpen die van één persoon afhangen
gaps-topic-most = het meeste, { $count } van { $all } documenten
gaps-topic-nearly = bijna alles, { $count } van { $all } documenten
gaps-topic-all = alles, { $count } van { $all } documenten
gaps-topic-most-here = het meeste van wat hier nog iemand van weet, { $count } van { $all } documenten
gaps-topic-nearly-here = bijna alles wat hier nog iemand van weet, { $count } van { $all } documenten
gaps-topic-all-here = alles wat hier nog iemand van weet, { $count } van { $all } documenten
gaps-topic-gone = { $count } van { $all } documenten
gaps-steward-left = Documenten waarvan de beheerder weg is
gaps-kept = { $count ->
    [one] beheert { $count } document
   *[other] beheert { $count } documenten
}
gaps-only-left = Documenten waarvan de mensen weg zijn
gaps-made = { $count ->
    [one] { $count } document
   *[other] { $count } documenten
}
gaps-second = kan de tweede zijn:
gaps-nobody-yet = een tweede: nog niemand; vraag ernaar in de volgende bijeenkomst
gaps-interested = heeft interesse
gaps-follows = volgt het
gaps-last-seen = laatst gezien { $day }
gaps-handle = NAAM
gaps-do-steward = cop set { $it } steward={ $who }
gaps-do-steward-all = cop set --steward { $left } steward={ $who }
gaps-note-gone = laatst gezien: geen lid, en een jaar niet gezien
gaps-note-folders = weinig documenten hebben trefwoorden, dus zijn mappen hier de onderwerpen
gaps-note-kinds = weinig documenten hebben trefwoorden, dus zijn soorten hier de onderwerpen
gaps-note-untagged = { $count ->
    [one] { $count } document heeft geen trefwoord en hoort bij geen onderwerp:
   *[other] { $count } documenten hebben geen trefwoorden en horen bij geen onderwerp:
}
gaps-note-no-history = zonder geschiedenis is alleen bekend wat documenten van mensen zeggen
gaps-searches = Gezocht, niet gevonden
gaps-searched = { $count ->
    [one] één keer, { $when }
   *[other] { $count } keer, het laatst { $when }
}
gaps-searches-note = alleen jij ziet dit; om het te vergeten:
gaps-searches-hint = om hier te zien wat je zocht en niet vond, alleen voor jou onthouden:
searches-forgotten = { $count ->
    [0] Van wat hier is gezocht, was niets bewaard.
    [one] Vergeten: { $count } zoekopdracht die niets vond.
   *[other] Vergeten: { $count } zoekopdrachten die niets vonden.
}
searches-remembered = Zoekopdrachten die niets vinden, of met een woord dat nergens staat, worden vanaf nu onthouden: in alle gemeenschappen op deze computer, elk in de eigen kloon, en alleen voor jou.
searches-not-remembered = Zoekopdrachten die niets vinden, worden niet onthouden.
searches-kept = { $count ->
    [one] { $count } van eerder staat hier nog.
   *[other] { $count } van eerder staan hier nog.
}
searches-to-stop = om daarmee te stoppen:
searches-to-begin = om ermee te beginnen:
searches-to-forget = om die te vergeten:
searches-not-forgotten = wat er is gezocht, kan niet worden verwijderd
gaps-only-asked = Er wordt naar gevraagd, en er staat niets op papier dat geldt
gaps-asked = { $count ->
    [one] 1 vraag
   *[other] { $count } vragen
}
gaps-do-from = cop add praktijk --from { $question }
gaps-do-add = cop add praktijk -t { $tag }
gaps-goals = Doelen waar geen vraag naartoe leidt
gaps-goal = { $text }
gaps-do-ask = cop ask { $text }
gaps-at-rest = Onderwerpen in rust
gaps-rests = er is niets gedaan sinds { $day }
gaps-unused = Waarvan niemand zegt het te gebruiken
gaps-nobody-uses = { $count } van de { $all }
gaps-knows = Wie het zou kunnen:
gaps-undefined = Woorden die niets uitlegt
gaps-do-term = cop add begrip { $word }
