"""What a lesson, a kit, a subject idea and a guide are, and how they belong together."""
