"""Each kind of export, in a module of its name: `build(request)` gives its result."""
