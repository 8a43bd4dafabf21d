"""A complaint's facts and rules as values and functions; no database, no paper, no windows."""
