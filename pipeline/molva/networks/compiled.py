"""The compiled twin of the products, where there is one: ``kernel.c``, built when molva is installed.

Behind a ReLU most numbers are zero, and of most words most tags are ruled out: compiled code can pass
over them, which numpy cannot. molva needs no compiler, though: where none was found at installation,
on a processor without AVX2, or with ``MOLVA_COMPILED=0`` in the environment, numpy does the same. The
two round differently in the last bit.
"""

import ctypes
import os
import sys
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.ctypeslib import ndpointer

from molva.networks.first import TAPS
from molva.networks.weights import Bits, Floats, Ints

LIBRARY = Path(__file__).with_name("_kernel.dll" if sys.platform == "win32" else "_kernel.so")
SWITCH = "MOLVA_COMPILED"
MOST, PART, LANES = 256, 64, 8  # as in kernel.c

_FLOATS = ndpointer(np.float32, flags="C_CONTIGUOUS")
_INTS = ndpointer(np.int64, flags="C_CONTIGUOUS")
_BITS = ndpointer(np.bool_, flags="C_CONTIGUOUS")
_Size = ctypes.c_int64


class _Layer(ctypes.Structure):
    _fields_ = (
        ("inputs", _Size),
        ("outputs", _Size),
        ("weight", ctypes.c_void_p),
        ("bias", ctypes.c_void_p),
        ("blank", ctypes.c_void_p),
    )


class CompiledLayer:
    """A convolution with ReLU as the library reads it.

    Args:
        weight: (3 x inputs) x outputs.
        bias: one number an output.
        blank: what an empty row holds at the input.
    """

    def __init__(self, weight: Floats, bias: Floats, blank: Floats) -> None:
        self.outputs = weight.shape[1]
        inputs = weight.shape[0] // TAPS
        taps = weight.reshape(TAPS, inputs, self.outputs)
        empty = np.einsum("i,tio->to", np.broadcast_to(blank, inputs).astype(np.float64), taps)
        self._kept = [np.ascontiguousarray(part, np.float32) for part in (weight, bias, empty)]
        self.layer = _Layer(inputs, self.outputs, *(part.ctypes.data for part in self._kept))


class Lists(NamedTuple):
    """Lists of numbers, one after another: list n is ``items[starts[n]:starts[n + 1]]``."""

    starts: Ints
    items: Ints

    def of(self, number: int) -> Ints:
        """One of the lists."""
        return self.items[self.starts[number] : self.starts[number + 1]]


class Kernel:
    """The functions of the library."""

    def __init__(self, library: ctypes.CDLL) -> None:
        self._convolve, self._block = library.molva_convolve, library.molva_block
        self._best = library.molva_best
        layer = ctypes.POINTER(_Layer)
        self._convolve.argtypes = (_FLOATS, _Size, _INTS, _BITS, _Size, layer, layer, _FLOATS, _FLOATS)
        self._block.argtypes = (_FLOATS, _INTS, _INTS, _FLOATS, _FLOATS, _FLOATS, *(3 * [_Size]), _FLOATS)
        self._best.argtypes = (_FLOATS, _Size, _Size, _FLOATS, _FLOATS, _INTS, _INTS, _INTS, _INTS)
        for function in (self._convolve, self._block, self._best):
            function.restype = None

    def convolve(
        self, taps: Floats, rows: Ints, blank: Bits, two: CompiledLayer, three: CompiledLayer
    ) -> tuple[Floats, Floats]:
        """The second and the third layer, one row a row of the layout.

        Args:
            taps: what a word gives to the row before it, to its own and to the row after; a row each.
            rows: for each row of the layout the first of its word's three rows in ``taps``.
            blank: whether a row of the layout is empty; the first and the last are.
            two: the second layer.
            three: the third.
        """
        second = np.empty((len(rows), two.outputs), np.float32)
        third = np.empty((len(rows), three.outputs), np.float32)
        self._convolve(taps, taps.shape[1], rows, blank, len(rows), two.layer, three.layer, second, third)
        return second, third

    def block(
        self, taps: Floats, sides: tuple[Ints, Ints], bias: Floats, weight: Floats, x: Floats
    ) -> Floats:
        """``x + relu(taps of each word and of its neighbours + bias) @ weight``.

        Args:
            taps: three rows a word, as above, and three of zeros.
            sides: the word to the left of each word, and the one to the right; the last word + 1 for none.
            bias: one number a channel.
            weight: channels x width.
            x: words x width.
        """
        out = np.empty_like(x)
        self._block(taps, *sides, bias, weight, x, len(x), *weight.shape, out)
        return out

    def best(self, x: Floats, numbers: Ints, lists: Lists, weight: Floats, bias: Floats) -> Ints:
        """The best label of each row of ``x``, among those on the list of its number; 0 where the list is empty.

        Args:
            x: words x width.
            numbers: of each word the number of its list.
            lists: labels.
            weight: labels x width.
            bias: one number a label.
        """
        found = np.zeros(len(x), np.intp)
        self._best(x, *x.shape, weight, bias, numbers, lists.starts, lists.items, found)
        return found


@lru_cache(1)
def open_kernel() -> Kernel | None:
    """The library; None where there is none for this processor, or where it is switched off."""
    if os.environ.get(SWITCH) == "0" or not LIBRARY.is_file():
        return None
    try:
        library = ctypes.CDLL(str(LIBRARY))
        fits = library.molva_fits()
    except (OSError, AttributeError):  # built for another system, or by another version
        return None
    return Kernel(library) if fits else None


def suits(inputs: int, outputs: int) -> bool:
    """Whether the library can do a layer: inputs fit into a row, outputs are summed in whole parts."""
    return max(inputs, outputs) <= MOST and outputs % PART == 0
