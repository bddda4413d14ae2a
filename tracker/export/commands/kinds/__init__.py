"""Each kind of export from what was asked: its facts are read, its report built; nothing is printed here."""
