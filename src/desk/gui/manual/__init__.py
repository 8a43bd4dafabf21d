"""The rulebook on the screen: read, compared, changed and put in force."""
