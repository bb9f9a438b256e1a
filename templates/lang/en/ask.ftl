# Questions on the terminal
ask-yes = yes
ask-no = no
ask-usually-yes = Y/n
ask-usually-no = y/N
ask-yes-or-no = y for yes, n for no
ask-which-help = arrows to choose, letters to narrow it down, Esc for none
ask-stopped = stopped; nothing was written
ask-failed = the terminal could not be asked
