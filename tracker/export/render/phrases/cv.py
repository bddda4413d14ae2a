"""A CV."""

CV = "CV"
WORK = "Work"
COURSES = "Courses and books"
