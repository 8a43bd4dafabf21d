"""Workbooks: registers out as Excel, old registers in."""
