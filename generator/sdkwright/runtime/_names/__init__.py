"""What callers know by the names of their package, under names that are the same in every package."""
