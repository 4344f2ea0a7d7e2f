"""The rating rule of METHOD, pure: values in, values out; no model, no setting, no clock."""

RULE = "1.0"
