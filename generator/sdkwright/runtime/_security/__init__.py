"""What requests are signed with, as the project declares it."""
