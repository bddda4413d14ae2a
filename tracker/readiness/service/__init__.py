"""What each command about roles and skills answers: facts read, and judged by the rules."""
