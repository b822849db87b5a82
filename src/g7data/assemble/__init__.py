"""Shards in, the tables of a release out: captures weighed against each other, copies joined, meetings and people resolved."""
