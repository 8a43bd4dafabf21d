"""Random walks through every manual's flow."""
