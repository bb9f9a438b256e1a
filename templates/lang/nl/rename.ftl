# Hernoemen, weghalen, zelf bewerken en terugdraaien.
rename-do = cop rename DOCUMENT "Een andere titel"
rename-commit = { $name }: heet nu { $new }
rename-commit-title = { $name }: heet nu { $title }
rename-became = { $old } → { $new }
rename-references = { $count ->
    [one] Eén verwijzing gaat mee, in { $files ->
        [one] een ander bestand
       *[other] { $files } andere bestanden
    }
   *[other] { $count } verwijzingen gaan mee, in { $files ->
        [one] een ander bestand
       *[other] { $files } andere bestanden
    }
}
rename-moved = { $count ->
    [one] Eén ander bestand verhuist mee
   *[other] { $count } andere bestanden verhuizen mee
}
rename-left = deze verwijzing is aan jou: ze kan niet veilig worden aangepast
rename-named = hier staat het oude pad nog; aan dit bestand komt cop niet
rename-named-more = het oude pad staat nog op { $count ->
    [one] één andere plek
   *[other] { $count } andere plekken
}
rename-keeps-handle = De gebruikersnaam blijft @{ $handle }; met cop rename @{ $handle } @ANDERS verander je die
rename-keeps-file = Het bestand heet nog steeds { $path }: het heet niet naar de titel
rename-same = { $name } heet ook "{ $title }": hernoem nog eens, of cop undo, als dat niet de bedoeling is
rename-no-alias = de oude naam kon niet bij de aliassen worden gezet
rename-no-handle = "{ $handle }" kan geen gebruikersnaam zijn
rename-no-handle-help = een gebruikersnaam heeft kleine letters, cijfers en streepjes: @{ $handle }
rename-no-name = "{ $name }" kan niet de naam van een persoon zijn
rename-no-name-help = in een naam staan letters en geen schuine strepen; voor een andere korte naam: cop rename @{ $handle } @ANDERS
rename-no-place = { $path } zou geen { $kind } zijn
rename-left-out = { $path } zou mee moeten veranderen, en valt buiten je sparse checkout
rename-left-out-unread = { $path } valt buiten je sparse checkout en zit niet in deze kloon; of het mee zou moeten veranderen is dus niet te zien
rename-unread = dit bestand kan niet worden gelezen

rm-do = cop rm DOCUMENT
rm-commit = { $name } verwijderd
rm-answered = { $name } heeft { $count ->
    [one] een antwoord, en dat zou
   *[other] { $count } antwoorden, en die zouden
} ook verdwijnen
rm-referred = { $count ->
    [one] er wordt nog verwezen
   *[other] op { $count } plaatsen wordt nog verwezen
} naar { $name }: { $places }
rm-not-kept = dit bestand staat in geen enkele commit, dus er zou niets van overblijven
rm-not-kept-help = met cop save bewaar je het eerst; rm { $path } haalt het voorgoed weg
rm-own-edits-help = bewaar ze eerst met cop save; met --with-my-edits verdwijnen ze mee
rename-link-stays = deze link blijft waar hij is: alleen bestanden gaan mee
rm-mark = beter: met cop mark { $name } { $state } blijft het bewaard, en kloppen de verwijzingen

edit-do = cop edit DOCUMENT
edit-commit = { $name }: bewerkt
edit-empty = de tekst is leeg, dus er is niets geschreven
edit-empty-help = met cop rm { $name } haal je het document weg
edit-conflict = hier staat nog een conflict van een merge dat je moet oplossen
edit-no-terminal-set = cop set { $name } VELD=WAARDE wijzigt een veld
edit-no-terminal-save = of wijzig { $path } in welke editor ook, en daarna: cop save { $name }

save-added = { $name }: toegevoegd
save-deleted = { $name }: verwijderd
save-nothing = Niets te bewaren: er is geen document met de hand gewijzigd
save-unchanged = { $name } is niet met de hand gewijzigd
save-as-it-is = om het toch zo te bewaren: git add -- { $path } && git commit --no-verify -- { $path }
save-more = hier is nog meer ({ $count }): cop check { $path }
save-refused = { $count ->
    [one] Eén document is niet bewaard
   *[other] { $count } documenten zijn niet bewaard
}

undo-done = Teruggedraaid: { $subject }
undo-would = Wordt teruggedraaid: { $subject }
undo-by-hand = Wat je met de hand hebt gewijzigd blijft staan en is nog niet vastgelegd; dat doe je met cop save
undo-back = met git reset --keep { $commit } haal je het terug
