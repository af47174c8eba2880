"""Comparisons and calculations that rules use."""
