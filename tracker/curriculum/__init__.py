"""Items: what the curriculum has, and what the person records of them."""
