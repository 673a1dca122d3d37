"""What several stages know about human language: names, numbers, dates, speech, contact details."""
