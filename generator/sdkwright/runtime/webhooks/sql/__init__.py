"""What is kept in the caller's own SQL database: deliveries, failures, jobs. It needs the extra `sql` for an engine."""
