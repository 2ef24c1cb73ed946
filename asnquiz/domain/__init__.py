"""What things are: frozen values and pure functions.

Nothing here touches a file, the clock, chance or a framework; time, ids and random generators come in as arguments.
"""
