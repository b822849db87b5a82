"""Prefect flows: they compose what `g7data` and `schemas` do, and add retries, schedules and progress. Nothing is read here."""
