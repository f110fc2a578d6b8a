"""The entities of the text, as the source at a quote finds them or adds to them."""

from dataclasses import dataclass

from molva.quotes.draft import Stretch
from molva.speakers.chains import Chain, Chains, Link


@dataclass(frozen=True, slots=True)
class Register:
    """Who is known by a name, and who is new."""

    chains: Chains

    def known(self, name: str) -> Chain | None:
        """Whom the text calls by this very name."""
        return next((chain for chain in self.chains.chains if chain.name == name), None)

    def entity(self, chain: Chain, span: Stretch, head: int, label: str) -> Chain:
        """Whom the text calls by the chain's name, or the chain itself, taken in with the mention at the quote."""
        return self.known(chain.name) or self._new(chain, span, head, label)

    def _new(self, chain: Chain, span: Stretch, head: int, label: str) -> Chain:
        """A chain taken among those of the text, with the mention at the quote; it is no longer anybody else's.

        «…со ссылкой на |норвежского чиновника|. «…», — сказал глава Минтранса Норвегии Эрик Лунд»: not Лунд, as was read before.
        """
        start, end = span
        there = next(
            (link for link in self.chains.within(start, end) if (link.start, link.end) == span), None
        )
        if there is None:
            chain.add(Link(start, end, head, label, chain.name, chain.kind))  # type: ignore[arg-type]
        elif there.chain is not None and len(there.chain.links) > 1:
            there.chain.links.remove(there)
            chain.add(there)
        return self.chains.new(chain)
