"""What export stores and reads: applications, forms, answers and budgets."""
