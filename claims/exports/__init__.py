"""From editions to text that readers take away. Pure: no model, no setting, no clock."""
