"""How country profiles are rebuilt from tables: reading, proposing, comparing and writing. Told in `docs/tables.md`."""
