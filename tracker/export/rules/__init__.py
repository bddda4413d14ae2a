"""What an export says, decided before anything is laid out: pure records and the rules that fill them."""
