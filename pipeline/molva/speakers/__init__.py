"""Speakers: mentions of one document become entities."""
