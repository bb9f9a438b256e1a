# Waarom er niets geschreven is, en wat je nu typt.
write-state-merge = git is midden in een merge, en een commit zou nu die merge worden
write-state-merge-hint = maak hem af met git merge --continue, of stop met git merge --abort
write-state-revert = git is midden in een revert
write-state-revert-hint = maak hem af met git revert --continue, of stop met git revert --abort
write-state-pick = git is midden in een cherry-pick
write-state-pick-hint = maak hem af met git cherry-pick --continue, of stop met git cherry-pick --abort
write-state-sequence = git is midden in een reeks cherry-picks of reverts
write-state-sequence-hint = git status zegt welke, en hoe je hem afmaakt of ermee stopt
write-state-bisect = git is midden in een bisect
write-state-bisect-hint = git bisect reset maakt er een eind aan
write-state-apply = git is bezig patches toe te passen
write-state-apply-hint = maak het af met git am --continue, of stop met git am --abort
write-state-rebase = git is midden in een rebase
write-state-rebase-hint = maak hem af met git rebase --continue, of stop met git rebase --abort
write-detached = HEAD staat niet op een branch, dus een commit zou nergens bij horen
write-detached-hint = met git switch BRANCH ga je naar een branch; git switch -c NIEUWE-BRANCH maakt er hier een
write-unmerged = in de index van git staan bestanden met conflicten
write-unmerged-hint = git status noemt ze; los ze op, en daarna: git add
write-no-name = git weet niet hoe je heet
write-no-name-hint = git config --global user.name "JE NAAM"
write-no-email = git kent je e-mailadres niet
write-no-email-hint = git config --global user.email JIJ@VOORBEELD.NL
write-odd-name = deze naam kan niet in een commit: { $text }
write-odd-email = dit e-mailadres kan niet in een commit: { $text }
write-outside = deze map ligt buiten de werkmap van de repository
write-path = zo kan een bestand hier niet heten
write-taken = dit bestand bestaat al
write-taken-nearly = { $near } bestaat al, en op veel computers zijn die twee namen hetzelfde
write-taken-hint = kies een andere naam, of wijzig het bestand dat er al is
write-not-regular = dit is geen gewoon bestand
write-not-folder = dit is geen map, maar een bestand of een link
write-nested = deze map is zelf een repository
write-sparse = dit bestand valt buiten je sparse checkout
write-sparse-hint = git sparse-checkout add { $folder }
write-ignored = git negeert dit bestand, dus het kan niet in een commit
write-ignored-hint = git check-ignore -v { $path } zegt waarom; met --no-commit wordt het bestand toch geschreven
write-filter = git bewaart dit bestand via een eigen filter ({ $name }), en dat voert cop niet uit
write-encoding = git bewaart dit bestand in een andere codering ({ $name }), en die kan cop niet schrijven
write-filter-hint = met --no-commit wordt het bestand geschreven; daarna: git add { $path } en git commit
write-own-edits = in dit bestand staan wijzigingen van jou die nog niet gecommit zijn
write-own-edits-hint = doe daar eerst een git commit van; of neem ze mee met --with-my-edits, of commit niets met --no-commit
write-changed = dit bestand is zojuist door iemand anders gewijzigd
write-changed-hint = er is niets geschreven; doe het nog een keer
write-committed = iemand anders heeft zojuist een wijziging van dit bestand gecommit
write-staged = dit bestand is zojuist gestaged
write-nothing = er valt niets te schrijven
write-message-empty = een commit heeft een bericht nodig, en dit is leeg
write-message-odd = dit bericht kan niet in een commit
write-hook-refused = de hook { $name } weigert deze commit
write-hook-start = de hook { $name } is niet uit te voeren
write-hook-hint = er is niets geschreven; met --no-commit worden de bestanden geschreven en doe je de commit zelf
write-hook-changed = de hook pre-commit heeft iets anders in de commit gezet dan hem was voorgelegd
write-hook-changed-hint = met --no-commit worden de bestanden geschreven; daarna: git add en git commit
write-sign-failed = { $program } heeft de commit niet ondertekend
write-sign-hint = er is niets geschreven; na git config commit.gpgSign false wordt er niet ondertekend
write-sign-format = commits moeten ondertekend worden op een manier die cop niet kent: { $format }
write-sign-format-hint = git config gpg.format ssh, of openpgp
write-sign-key = commits moeten ondertekend worden, maar er is geen sleutel ingesteld
write-sign-key-hint = git config user.signingKey PAD-VAN-JE-SLEUTEL
write-busy = een andere cop is hier al langer dan { $seconds ->
    [one] { $seconds } seconde
   *[other] { $seconds } seconden
} aan het schrijven
write-busy-hint = er is niets geschreven; doe het nog een keer
write-index-held = de index van git is op slot, al { $seconds ->
    [one] { $seconds } seconde
   *[other] { $seconds } seconden
}
write-index-lost = iemand heeft het slot op de index van git weggehaald terwijl er geschreven werd
write-branch-held = de branch is op slot
write-index-held-hint = er is niets geschreven; wacht op de andere git, of verwijder dit bestand als er geen draait
write-index-odd = de index van git is niet te lezen
write-index-odd-hint = git status vertelt meer; bij een split index: git update-index --no-split-index; bij een sparse index: git sparse-checkout reapply --no-sparse-index
write-index-clash = in de index van git staat een bestand waar hier een map moet komen, of andersom
write-index-clash-hint = git status vertelt meer
write-tree-clash = in de nieuwste commit staat een bestand waar hier een map moet komen, of andersom: { $name }
write-tree-clash-hint = git ls-tree -r HEAD laat zien wat er is; kies een andere naam
write-moved = de branch is zojuist door iemand anders verplaatst
write-unmoved = de branch is niet naar de nieuwe commit te verplaatsen
write-unmoved-hint = git status en git fsck vertellen meer
write-unread = de nieuwe commit is niet terug te lezen
write-unwritable = dit is niet te schrijven
write-in-the-way = dit staat op de plek van een map van cop zelf
write-half-hint = wat half klaar is, zet de volgende opdracht van cop recht
write-journal-odd = van een afgebroken opdracht is het logboek niet te lezen; misschien is het van een nieuwere cop
write-journal-odd-hint = gebruik hier de nieuwste cop; of kijk met git status, en verwijder dit bestand

# De laatste commit terugdraaien
write-undo-nothing = er is geen commit van cop om terug te draaien
write-undo-nothing-hint = git log laat zien wat er is; git revert COMMIT draait elke commit terug met een nieuwe
write-undo-not-last = de laatste commit van cop is niet meer de nieuwste
write-undo-pushed = deze commit staat al op { $remote }, dus anderen kunnen hem hebben
write-undo-revert-hint = git revert { $commit } draait hem terug met een nieuwe commit
write-undo-first = dit is de eerste commit van de repository, en daarvoor is er niets
write-undo-first-hint = met git rm BESTAND en git commit haal je een bestand weer weg
write-undo-changed = dit bestand is na die commit gewijzigd
write-undo-changed-hint = git diff HEAD -- { $path } laat zien hoe; commit dat, of laat het vallen met git restore --staged --worktree -- { $path }
