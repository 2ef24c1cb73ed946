"""The screens of Data saya: a copy of it, moving to another computer, backups, and erasing."""
