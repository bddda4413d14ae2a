"""What the commands about roles and skills answer: facts read, then judged."""
