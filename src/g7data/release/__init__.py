"""Release: validated tables in, a published and versioned release out.

A release is built beside the published ones, checked, and moved into place whole; `latest` and `index.json` change
last. What is published is never changed again. The way through the room:

    contract   what a table must look like, read from its Arrow schema
    staged     refuses a staged table that does not keep its contract
    compare    lists every difference from the release before, in `changes`; `structure`, those of tables and columns
    version    decides from these differences how the version rises; `plan` puts all this together
    parquet, duck                              write the data, in the order that `sorting` gives it
    codebook, changelog, descriptor, guide     write what explains it
    sums, check                                prove that all of it is there
    shelf, place, index, lock                  keep the folder of releases whole at every moment
    build, publish                             walk all of this
    open                                       finds a release, and its tables, to read
"""
