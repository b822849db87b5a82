"""A reading in, fields with evidence out. Pure: no clock, no network, no files, and one module for each field."""
