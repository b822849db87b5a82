"""What machines without a common disk share: archive files and shards at an address, and the work that is done beside them."""
