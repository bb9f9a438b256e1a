# Wat de git-repository niet kan geven, en waarom.
git-no-owner = de repository in { $folder } is van een andere gebruiker, dus git vertrouwt hem niet
git-no-owner-hint = vertrouw je hem wel: git config --global --add safe.directory { $folder }
git-no-reftable = deze repository bewaart zijn branches als reftable, en dat kan cop nog niet lezen
git-no-reftable-hint = git refs migrate --ref-format=files
git-no-sha256 = deze repository geeft objecten namen met SHA-256, en die kan cop nog niet lezen
git-no-extension = deze repository gebruikt een git-uitbreiding die cop niet kent: { $name }
git-no-bare = deze repository heeft geen werkmap
git-no-elsewhere = de werkmap van deze repository staat ergens anders: { $folder }
git-no-elsewhere-hint = dat komt door core.worktree in de instellingen: git config --unset core.worktree
git-no-head = HEAD van deze repository wijst naar niets dat te lezen is
git-no-head-hint = git log -1 vertelt meer; met git switch BRANCH wijst HEAD weer naar een branch
git-no-readable = de repository is niet te lezen
git-no-readable-hint = git status en git fsck vertellen meer
git-shallow = deze kloon heeft niet de hele geschiedenis, dus lees elk aantal als "minstens"; git fetch --unshallow haalt de rest op
git-partial = dit is een gedeeltelijke kloon: er { $count ->
    [one] ontbreekt { $count } object
   *[other] ontbreken { $count } objecten
}, dus lees wat de geschiedenis zegt als "minstens"; git fetch --refetch --no-filter haalt de rest op (git 2.36)
git-missing = de repository is beschadigd: { $count ->
    [one] { $count } object is niet te lezen
   *[other] { $count } objecten zijn niet te lezen
}, dus lees wat de geschiedenis zegt als "minstens"; git fsck vertelt meer
git-malformed = { $count ->
    [one] { $count } commit heeft een naam of datum die niet te lezen is
   *[other] { $count } commits hebben een naam of datum die niet te lezen is
}
git-rewritten = deze branch is herschreven: { $count ->
    [one] { $count } commit die eerst meetelde, staat op geen enkele branch meer
   *[other] { $count } commits die eerst meetelden, staan op geen enkele branch meer
}
git-unborn = de branch { $branch } heeft nog geen commits; wat op andere branches staat, telt niet mee
git-no-history-hint = zoeken, opsommen, tonen en controleren werkt ook zonder geschiedenis
git-no-bare-hint = git clone DEZE-MAP NIEUWE-MAP maakt een kopie met de bestanden erin; daarna: cop -C NIEUWE-MAP …
