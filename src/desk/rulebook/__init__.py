"""An office's manual as data: its model, reading it, and its criteria."""
