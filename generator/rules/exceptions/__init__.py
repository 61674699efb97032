"""Rules on what authors exempt from the other rules; asked after all others."""
