"""The profile: facts about the contact, each with the quote that proves it."""
