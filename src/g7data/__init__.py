"""g7data."""
