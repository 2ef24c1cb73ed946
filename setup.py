"""Names the packages that travel: those found, and the content and the assets that setup.cfg maps beneath them."""

from setuptools import find_packages, setup

setup(packages=[*find_packages(include=["asnquiz", "asnquiz.*"]), "asnquiz.questions", "asnquiz.assets"])
