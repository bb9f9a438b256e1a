# De index: wat iemand hoort als die opnieuw gemaakt moest worden, of niet bewaard kan worden.

index-damaged = De zoekindex was beschadigd en is opnieuw gemaakt.
index-other-version = De zoekindex was van een andere versie van cop en is opnieuw gemaakt.
index-not-kept = De zoekindex kan niet bewaard worden, dus de volgende keer zoeken kost weer evenveel tijd: { $cause }
index-in-the-way = De zoekindex kan niet bewaard worden, dus de volgende keer zoeken kost weer evenveel tijd: { $path } is een koppeling, of geen map. Haal het weg, dan komt daar een map van cop.
index-busy = Een ander proces werkt de zoekindex bij; deze keer is er zonder gezocht.
index-unread = { $more ->
    [0] dit is niet te lezen, en wat erin staat telt niet mee; cop check zegt meer
    [one] dit en nog één zijn niet te lezen, en wat erin staat telt niet mee; cop check zegt meer
   *[other] dit en nog { $more } zijn niet te lezen, en wat erin staat telt niet mee; cop check zegt meer
}
index-failed = De zoekindex kan niet gemaakt worden.
