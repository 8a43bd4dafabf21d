"""Setting an office up, and changing afterwards what it has set."""
