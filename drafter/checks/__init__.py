"""The checks: rules that find faults in a draft, without a model, a clock or a network."""
