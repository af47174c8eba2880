"""The outbox, its feed and its delivery."""
