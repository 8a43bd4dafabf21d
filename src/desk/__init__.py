"""投诉前台: the front desk of a complaint office."""
