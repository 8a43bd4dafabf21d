"""Composed papers in, PDF bytes out; pages of a PDF as pictures.

``drawing`` draws papers, ``registers`` draws registers, ``pictures`` shows pages, ``fonts`` answers before printing.
"""
