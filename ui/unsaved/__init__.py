"""What was begun and is saved nowhere yet: found again after a reload, in another browser and after a restart."""
