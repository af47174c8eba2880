"""Serves a contract that was given: requests and answers are checked against it, to the letter."""
