"""g7data: meetings and texts of the G7 and G8. Pure functions and small classes, in the rooms of docs/architecture.md."""
