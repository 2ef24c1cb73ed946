"""One module a revision, numbered in order; each says in frozen SQL what it changes and is never edited again."""
