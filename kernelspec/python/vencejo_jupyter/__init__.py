"""What papermill and nbconvert need to know of Swift notebooks."""
