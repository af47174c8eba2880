"""What every resource does: create, read, list, change, delete, check."""
