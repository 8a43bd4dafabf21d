"""The list of cases: its table, its columns, and the finding of one."""
