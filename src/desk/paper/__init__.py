"""Composed papers in, PDF bytes out; pages of a PDF as pictures."""
