"""The parts of the Batch page: taking a list in, running it, reviewing it, handing it on."""
