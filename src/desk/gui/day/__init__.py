"""What waits today, what passes to the next shift, who came."""
