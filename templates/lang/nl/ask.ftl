# Vragen op de terminal
ask-yes = ja
ask-no = nee
ask-usually-yes = J/n
ask-usually-no = j/N
ask-yes-or-no = j voor ja, n voor nee
ask-which-help = kies met de pijltjes, letters maken de lijst korter, Esc voor geen
ask-stopped = gestopt; er is niets geschreven
ask-failed = de terminal kan niets vragen
