"""What must hold for every screen, each rule a module of its own; tests/ui/test_every_screen.py walks to them."""
