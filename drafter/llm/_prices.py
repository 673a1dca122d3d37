"""What a call cost, where the price is known."""

from __future__ import annotations

from urllib.parse import urlsplit


def cost(url: str, models: tuple[str, ...], *, prompt: int, cached: int, completion: int) -> float | None:
    """US dollars for the tokens, by the first of ``models`` whose price at this server is known; else ``None``."""
    host = urlsplit(url).hostname or ""
    # A server on this machine asks for no money, whatever its models are called.
    if "." not in host or host.startswith("127."):
        return None
    from genai_prices import Usage, calc_price

    tokens = Usage(input_tokens=prompt, cache_read_tokens=cached, output_tokens=completion)
    for model in dict.fromkeys(models):
        try:
            return float(calc_price(tokens, model, provider_api_url=url).total_price)
        except (LookupError, ValueError):
            continue
    return None
