"""The designed windows, compiled from ui/ by packaging/forms.py; never edited by hand."""
