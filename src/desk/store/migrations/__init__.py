"""How the tables came to be, one module for each released change; Alembic reads them from this folder."""
