"""What touches the world: files in, files out."""
