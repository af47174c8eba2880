"""Accounts, sessions, tokens, members."""
