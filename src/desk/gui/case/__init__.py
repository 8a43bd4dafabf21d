"""One case: its panel, the steps and acts that can be done with it, and everything that belongs to it."""
