"""What an HTTP request and its answer are made of: URLs, operations, arguments and headers."""
