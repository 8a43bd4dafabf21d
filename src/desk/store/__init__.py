"""The office's database: tables, transactions, queries, keys, backup and migrations."""
