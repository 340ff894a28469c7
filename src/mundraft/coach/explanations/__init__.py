"""What each code means, in a paragraph: what it is about, why it matters to a chair, and what to do."""
