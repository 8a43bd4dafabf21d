"""投诉前台: the front desk of a complaint office."""

__version__ = "0.1.0"
