"""Registers, figures, pictures and assessments of a period."""
