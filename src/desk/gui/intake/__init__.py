"""Registering: the form, what is known already of what is typed, and what stands in the bar after saving."""
