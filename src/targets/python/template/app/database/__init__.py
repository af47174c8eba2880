"""SQLite or PostgreSQL behind SQLAlchemy."""
