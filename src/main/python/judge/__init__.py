"""The judge of what models paint: it reads pictures of the storybook world."""
