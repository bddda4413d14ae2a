"""How far it is to a role: strengths, requirements, bars, gaps, and what comes next."""
